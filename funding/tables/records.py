"""The lists of money."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from funding import vocabulary
from funding.models import Assumption, Award, Fund, OtherCost, Rate, Round
from funding.queries.wording import written
from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    LinkColumn,
    MoneyColumn,
    NumberColumn,
    Table,
    TextColumn,
    YearColumn,
)


class FundTable(Table):
    name = BilingualLinkColumn("funding:fund", verbose_name=_("Fund"))
    cycle = ChoiceColumn(verbose_name=_("Cycle"))
    budget = ChoiceColumn(verbose_name=_("Revenue or capital"))
    pays_permanent = TextColumn(verbose_name=_("May pay for permanent posts"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Run by"))
    evidence = EvidenceColumn()

    def render_pays_permanent(self, value: bool) -> str:
        return gettext("yes") if value else gettext("no")

    def value_pays_permanent(self, value: bool) -> str:
        return self.render_pays_permanent(value)

    class Meta(Table.Meta):
        model = Fund
        fields = ("name", "cycle", "budget", "pays_permanent", "organisation", "evidence")
        order_by = "name"


class RoundTable(Table):
    fund = BilingualLinkColumn("funding:round", accessor="fund__name", verbose_name=_("Fund"))
    year = YearColumn(verbose_name=_("Financial year"))
    opens = DateColumn(verbose_name=_("Opens"))
    closes = DateColumn(verbose_name=_("Closes"))
    panel = DateColumn(verbose_name=_("Panel"))
    decision = DateColumn(verbose_name=_("Decision"))
    delivery_ends = DateColumn(verbose_name=_("Delivery ends"))
    submissions = NumberColumn(places=0, verbose_name=_("Submissions"))
    shortlisted = NumberColumn(places=0, verbose_name=_("Shortlisted"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Round
        fields = (
            "fund",
            "year",
            "opens",
            "closes",
            "panel",
            "decision",
            "delivery_ends",
            "submissions",
            "shortlisted",
            "evidence",
        )
        order_by = "-year"


class AwardTable(Table):
    reference = LinkColumn("funding:award", verbose_name=_("Reference"))
    product = BilingualLinkColumn(
        "funding:product_money", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    fund = BilingualColumn(accessor="fund__name", verbose_name=_("Fund"))
    awarded_on = DateColumn(verbose_name=_("Awarded on"))
    expires = DateColumn(verbose_name=_("To be spent before"))
    total = MoneyColumn(verbose_name=_("Awarded (£)"), total=True)
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Award
        fields = ("reference", "product", "fund", "awarded_on", "expires", "total", "evidence")
        order_by = "-awarded_on"


class OtherCostTable(Table):
    product = BilingualLinkColumn(
        "funding:product_money", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    year = YearColumn(verbose_name=_("Financial year"))
    category = ChoiceColumn(verbose_name=_("Category"))
    amount = MoneyColumn(verbose_name=_("Amount (£)"), total=True)
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = OtherCost
        fields = ("product", "year", "category", "amount", "evidence")
        order_by = ("product", "-year")


def standing(record: Any) -> str:
    """Whether a figure counts: shipped, signed, or waiting for a signature."""
    if record.is_shipped:
        return gettext("shipped default")
    return gettext("awaiting signature") if record.awaits_signature else gettext("signed")


class StandingColumn(TextColumn):
    empty_values = ()

    def render(self, record: Any) -> str:
        return standing(record)

    def value(self, record: Any) -> str:
        return standing(record)


def _figure(record: Assumption, figure: Any) -> str:
    return "–" if figure is None else written(record.key, float(figure))


class AssumptionTable(Table):
    key = LinkColumn("funding:assumption", verbose_name=_("Assumption"))
    group = TextColumn(accessor="key", verbose_name=_("About"), orderable=False)
    value = NumberColumn(places=4, verbose_name=_("Value"))
    low = NumberColumn(places=4, verbose_name=_("Low"))
    high = NumberColumn(places=4, verbose_name=_("High"))
    unit = TextColumn(accessor="key", verbose_name=_("Unit"), orderable=False)
    standing = StandingColumn(accessor="signed_on", verbose_name=_("Standing"))
    valid_from = DateColumn(verbose_name=_("Valid from"))
    evidence = EvidenceColumn()

    def render_key(self, record: Assumption, column: Any) -> Any:
        return column.link_to(str(vocabulary.label(record.key)), record)

    def value_key(self, record: Assumption) -> str:
        return str(vocabulary.label(record.key))

    def render_group(self, record: Assumption) -> str:
        return str(vocabulary.group_label(record.key))

    value_group = render_group

    def render_unit(self, record: Assumption) -> str:
        return str(vocabulary.unit(record.key))

    value_unit = render_unit

    def render_value(self, record: Assumption) -> str:
        return _figure(record, record.value)

    def render_low(self, record: Assumption) -> str:
        return _figure(record, record.low)

    def render_high(self, record: Assumption) -> str:
        return _figure(record, record.high)

    class Meta(Table.Meta):
        model = Assumption
        fields = ("key", "value", "low", "high", "unit", "evidence", "standing", "valid_from", "group")
        order_by = "key"


class RateTable(Table):
    role = BilingualLinkColumn("funding:rate", accessor="role__name", verbose_name=_("Role"))
    employment = ChoiceColumn(verbose_name=_("Employment"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Organisation"))
    amount = MoneyColumn(verbose_name=_("Amount (£)"), withheld_without="funding.view_rates")
    low = MoneyColumn(verbose_name=_("Low (£)"), withheld_without="funding.view_rates")
    high = MoneyColumn(verbose_name=_("High (£)"), withheld_without="funding.view_rates")
    standing = StandingColumn(accessor="signed_on", verbose_name=_("Standing"))
    valid_from = DateColumn(verbose_name=_("Valid from"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Rate
        fields = (
            "role",
            "employment",
            "organisation",
            "amount",
            "low",
            "high",
            "standing",
            "valid_from",
            "evidence",
        )
        order_by = ("role", "employment")
