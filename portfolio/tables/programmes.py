"""The list of programmes."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    EvidenceColumn,
    NumberColumn,
    Table,
)
from portfolio.models import Programme


class ProgrammeTable(Table):
    name = BilingualLinkColumn("portfolio:programme", verbose_name=_("Programme"))
    parent = BilingualColumn(accessor="parent__name", verbose_name=_("Part of"))
    product_count = NumberColumn(places=0, verbose_name=_("Products"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Programme
        fields = ("name", "parent", "product_count", "evidence")
        order_by = "name"
