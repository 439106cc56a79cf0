"""The list of what several organisations could buy together."""

from django.utils.translation import gettext_lazy as _

from kit.tables import BilingualLinkColumn, EvidenceColumn, MoneyColumn, NumberColumn, Table
from portfolio.models import SourcingOpportunity
from portfolio.tables.contracts import LastDayColumn


class OpportunityTable(Table):
    name = BilingualLinkColumn("portfolio:opportunity", verbose_name=_("Could be bought together"))
    live = NumberColumn(verbose_name=_("Contracts in force"), total=True)
    buyers = NumberColumn(verbose_name=_("Organisations"))
    value = MoneyColumn(verbose_name=_("Value a year (£)"), total=True)
    value_not_known = NumberColumn(verbose_name=_("Values not known"), total=True)
    ending = NumberColumn(verbose_name=_("End within a year"), total=True)
    ending_value = MoneyColumn(verbose_name=_("Of them, a year (£)"), total=True)
    first_end = LastDayColumn(verbose_name=_("First to end"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = SourcingOpportunity
        fields = (
            "name",
            "live",
            "buyers",
            "value",
            "value_not_known",
            "ending",
            "ending_value",
            "first_end",
            "evidence",
        )
        order_by = "-ending_value"
