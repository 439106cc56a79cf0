"""The list of contracts."""

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    DateColumn,
    EvidenceColumn,
    MoneyColumn,
    Table,
    TextColumn,
)
from portfolio.models import Contract


class LastDayColumn(DateColumn):
    """The last day of what is kept as the first day it is no longer so."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"if_none": "–"} | options)

    def _last(self, value: datetime.date | None) -> datetime.date | None:
        return value and value - datetime.timedelta(days=1)

    def render(self, value: Any) -> Any:
        return super().render(self._last(value))

    def value(self, value: Any) -> Any:
        return self._last(value)


class ContractTable(Table):
    title = BilingualLinkColumn("portfolio:contract", verbose_name=_("Contract"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Organisation"))
    annual_value = MoneyColumn(verbose_name=_("Value a year (£)"), total=True)
    end = LastDayColumn(verbose_name=_("Last day"))
    supplier = TextColumn(verbose_name=_("Supplier"), default=_("not known"))
    opportunity = BilingualColumn(accessor="opportunity__name", verbose_name=_("Could be bought together as"))
    start = DateColumn(verbose_name=_("From"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Contract
        fields = ("title", "organisation", "annual_value", "end", "supplier", "opportunity", "start", "evidence")
        order_by = "end"
