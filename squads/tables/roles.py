"""The list of roles."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    EvidenceColumn,
    NumberColumn,
    Table,
    TextColumn,
)
from squads.models import Role


class RoleTable(Table):
    name = BilingualLinkColumn("squads:role", verbose_name=_("Role"))
    family = BilingualColumn(verbose_name=_("Role family"))
    usual_grade = TextColumn(verbose_name=_("Usual grade"))
    post_count = NumberColumn(places=0, verbose_name=_("Posts"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Role
        fields = ("name", "family", "usual_grade", "post_count", "evidence")
        order_by = "name"
