"""The list of who takes part in what."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.columns import FigureColumn
from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    FTEColumn,
    MoneyColumn,
    Table,
)
from portfolio.models import Participation
from portfolio.queries.promises import AMOUNT, FTE, short_of


class ShortColumn(FigureColumn):
    """What is short of a promise: a figure, or in words that it is to come, withdrawn or not known.

    Its total is of the figures alone: a row of which nothing was promised lacks nothing.
    """

    def __init__(self, kind: str, **options: Any) -> None:
        super().__init__(**{"total": True} | options)
        self.kind = kind

    def write(self, value: Any) -> str:
        return formats.fte(value) if self.kind == FTE else formats.money(value)

    def render(self, record: Any) -> Any:  # type: ignore[override]
        return short_of(record, self.kind)

    def render_footer(self, table: Any) -> Any:
        found, _missing = self._sum(table)
        return "–" if found is None else self.write(found)


class ParticipationTable(Table):
    product = BilingualLinkColumn(
        "portfolio:product", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Organisation"))
    part = ChoiceColumn(verbose_name=_("Part"))
    state = ChoiceColumn(verbose_name=_("State"))
    interested_on = DateColumn(verbose_name=_("Interested on"), if_none="–")
    committed_on = DateColumn(verbose_name=_("Committed on"), if_none="–")
    adopted_on = DateColumn(verbose_name=_("Adopted on"), if_none="–")
    withdrawn_on = DateColumn(verbose_name=_("Withdrawn on"), if_none="–")
    committed_by = DateColumn(verbose_name=_("Promised by"), if_none="–")
    committed_fte = FTEColumn(verbose_name=_("FTE promised"), total=True)
    given_fte = FTEColumn(verbose_name=_("FTE given"), total=True)
    short_fte = ShortColumn(FTE, verbose_name=_("FTE short"))
    committed_amount = MoneyColumn(verbose_name=_("Promised (£)"), total=True)
    given_amount = MoneyColumn(verbose_name=_("Given (£)"), total=True)
    short_amount = ShortColumn(AMOUNT, verbose_name=_("Short (£)"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Participation
        fields = (
            "product",
            "organisation",
            "part",
            "state",
            "interested_on",
            "committed_on",
            "adopted_on",
            "withdrawn_on",
            "committed_by",
            "committed_fte",
            "given_fte",
            "short_fte",
            "committed_amount",
            "given_amount",
            "short_amount",
            "evidence",
        )
        order_by = "product"
