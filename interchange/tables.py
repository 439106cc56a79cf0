"""Rows that the export gives a sheet of their own and no page has a list of."""

from django.utils.translation import gettext_lazy as _

from funding.models import Allocation, AwardLine
from kit.tables import BilingualColumn, ChoiceColumn, EvidenceColumn, MoneyColumn, Table, TextColumn, YearColumn


class AllocationTable(Table):
    fund = BilingualColumn(accessor="fund__name", verbose_name=_("Fund"))
    year = YearColumn(verbose_name=_("Financial year"))
    certainty = ChoiceColumn(verbose_name=_("Certainty"))
    amount = MoneyColumn(verbose_name=_("Amount (£)"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Allocation
        fields = ("fund", "year", "certainty", "amount", "evidence")


class AwardLineTable(Table):
    award = TextColumn(accessor="award__reference", verbose_name=_("Award"))
    product = BilingualColumn(accessor="award__product__name", verbose_name=_("Product"))
    fund = BilingualColumn(accessor="award__fund__name", verbose_name=_("Fund"))
    year = YearColumn(verbose_name=_("Financial year"))
    budget = ChoiceColumn(verbose_name=_("Revenue or capital"))
    certainty = ChoiceColumn(verbose_name=_("Certainty"))
    amount = MoneyColumn(verbose_name=_("Amount (£)"))

    class Meta(Table.Meta):
        model = AwardLine
        fields = ("award", "product", "fund", "year", "budget", "certainty", "amount")
