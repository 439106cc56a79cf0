"""What components cost, for those who may see what people are paid."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import vocabulary
from funding.queries.components import ComponentCost
from funding.queries.on_costs import PATHS, OnCosts
from funding.queries.wording import is_share, written
from kit import formats
from kit.bilingual import reading
from kit.tables import BilingualColumn, BilingualLinkColumn, ChoiceColumn, FTEColumn, MoneyColumn, NumberColumn, Table

RIGHT = "funding.view_rates"


class CostColumn(MoneyColumn):
    """Pounds that a salary could be worked out from."""

    def __init__(self, **options: Any) -> None:
        super().__init__(withheld_without=RIGHT, **options)


class ComponentCostTable(Table):
    component = BilingualLinkColumn(
        "funding:component_cost",
        key="component.pk",
        accessor="component__name",
        verbose_name=gettext_lazy("Component"),
    )
    number = NumberColumn(verbose_name=gettext_lazy("Times built"), total=True)
    fte = FTEColumn(verbose_name=gettext_lazy("FTE a year"), total=True)
    missing = NumberColumn(verbose_name=gettext_lazy("Cost not known of"), total=True)
    cost = CostColumn(verbose_name=gettext_lazy("All of them (£ a year)"), total=True)
    sharing = CostColumn(verbose_name=gettext_lazy("The shared one (£ a year)"), total=True)
    difference = CostColumn(verbose_name=gettext_lazy("Difference (£ a year)"), total=True)

    class Meta(Table.Meta):
        fields = ("component", "number", "fte", "missing", "cost", "sharing", "difference")


class UseCostTable(Table):
    product = BilingualLinkColumn(
        "portfolio:product", key="product.pk", accessor="product__name", verbose_name=gettext_lazy("Product")
    )
    organisation = BilingualColumn(accessor="product__organisation__name", verbose_name=gettext_lazy("Owner"))
    way = ChoiceColumn(accessor="use__get_way_display", verbose_name=gettext_lazy("How"))
    fte = FTEColumn(verbose_name=gettext_lazy("FTE a year"), total=True)
    salary = CostColumn(verbose_name=gettext_lazy("Salary (£ a year)"))
    an_fte = CostColumn(verbose_name=gettext_lazy("One FTE (£ a year)"))
    cost = CostColumn(verbose_name=gettext_lazy("Cost (£ a year)"), total=True)

    class Meta(Table.Meta):
        fields = ("product", "organisation", "way", "fte", "cost", "an_fte", "salary")


@dataclass(frozen=True)
class Number:
    """One of the numbers that went in, as the page shows it."""

    label: str
    value: str
    unit: str
    mark: str
    source: str
    url: str


def numbers_of(found: ComponentCost, costs: OnCosts) -> list[Number]:
    """The salaries used, then the numbers beside them, each with where it comes from."""
    rates = {one.rate.pk: one.rate for one in [*found.own, *([found.shared] if found.shared else [])] if one.rate}
    rows = [
        Number(
            _("Salary: %(role)s, %(organisation)s")
            % {
                "role": reading(rate.role, "name").text,
                "organisation": reading(rate.organisation, "name").text
                if rate.organisation
                else _("every organisation"),
            },
            formats.money(rate.amount),
            _("£ a year"),
            rate.evidence,
            reading(rate, "source").text,
            reverse("funding:rate", args=[rate.pk]),
        )
        for rate in rates.values()
    ]
    for path in PATHS:
        held = costs.assumptions.get(path)
        rows.append(
            Number(
                str(vocabulary.label(path)),
                written(path, costs.values[path]),
                "" if is_share(path) else str(vocabulary.unit(path)),
                held.evidence if held else "",
                reading(held, "source").text if held else _("the model's own default"),
                reverse("funding:assumption", args=[held.pk]) if held else "",
            )
        )
    return rows
