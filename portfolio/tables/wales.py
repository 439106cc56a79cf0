"""Adoption across Wales: a row an authority, and products by authorities."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kit.columns import Column
from kit.tables import BilingualLinkColumn, ChoiceColumn, FTEColumn, MoneyColumn, NumberColumn, Table
from portfolio.models import Organisation, Participation, Product
from portfolio.queries.promises import AMOUNT, FTE
from portfolio.queries.tiles import short_name
from portfolio.queries.wales import states_of
from portfolio.tables.adoption import ShortColumn

# A shape for each state, so that a row is read at a glance; its word is said to whoever listens, and in the key.
SHAPES = {"interested": "○", "committed": "◐", "adopted": "●", "withdrawn": "×"}


class ShortSumColumn(ShortColumn):
    """What is short over all the promises of a row; a dash where nothing is due of which both figures are known."""

    def render(self, value: Any) -> Any:  # type: ignore[override]
        return "–" if value is None else self.write(value)


class WalesTable(Table):
    """A row an authority: of how many products it is in which state, and what it promised and gave."""

    name = BilingualLinkColumn("portfolio:organisation", verbose_name=_("Local authority"))
    adopted = NumberColumn(verbose_name=_("Adopted"), total=True)
    committed = NumberColumn(verbose_name=_("Committed"), total=True)
    interested = NumberColumn(verbose_name=_("Interested"), total=True)
    withdrawn = NumberColumn(verbose_name=_("Withdrawn"), total=True)
    promised_fte = FTEColumn(verbose_name=_("FTE promised"), total=True)
    received_fte = FTEColumn(verbose_name=_("FTE given"), total=True)
    short_fte = ShortSumColumn(FTE, verbose_name=_("FTE short"))
    promised_amount = MoneyColumn(verbose_name=_("Promised (£)"), total=True)
    received_amount = MoneyColumn(verbose_name=_("Given (£)"), total=True)
    short_amount = ShortSumColumn(AMOUNT, verbose_name=_("Short (£)"))

    class Meta(Table.Meta):
        model = Organisation
        fields = (
            "name",
            "adopted",
            "committed",
            "interested",
            "withdrawn",
            "promised_fte",
            "received_fte",
            "short_fte",
            "promised_amount",
            "received_amount",
            "short_amount",
        )
        order_by = "name"


class StateColumn(Column):
    """How far one authority has come with the product of the row."""

    empty_values = ()

    def __init__(self, authority: Organisation, **options: Any) -> None:
        super().__init__(accessor="pk", orderable=False, verbose_name=short_name(authority), **options)
        self.authority = authority

    def _part(self, record: Any) -> Participation | None:
        return states_of(record).get(self.authority.pk)

    def render(self, record: Any) -> Any:
        part = self._part(record)
        if part is None:
            return ""
        said = '<span class="state-shape" aria-hidden="true">{}</span><span class="govuk-visually-hidden">{}</span>'
        return format_html(said, SHAPES[part.state], part.get_state_display())

    def value(self, record: Any) -> Any:
        part = self._part(record)
        return part.get_state_display() if part else None


class ProductsTable(Table):
    """The columns of products by authorities that are there whatever the authorities."""

    name = BilingualLinkColumn("portfolio:product_adoption", verbose_name=_("Product"))
    phase = ChoiceColumn(verbose_name=_("Phase"))
    adopters = NumberColumn(verbose_name=_("Authorities that have adopted it"))

    class Meta(Table.Meta):
        model = Product
        fields = ("name", "phase", "adopters")
        sequence = ("name", "phase", "adopters", "...")
        order_by = "name"


def matrix_table(authorities: Sequence[Organisation]) -> type[Table]:
    """Products by these authorities; a file has their whole names where the page has the short ones."""
    columns = {f"of_{one.pk}": StateColumn(one) for one in authorities}
    whole = {f"of_{one.pk}": str(one.name) for one in authorities}

    def headings(self: Table) -> list[str]:
        return [whole.get(bound.name, str(bound.header)) for bound in self.visible_columns()]

    return type("MatrixTable", (ProductsTable,), {**columns, "headings": headings, "Meta": ProductsTable.Meta})
