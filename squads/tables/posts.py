"""The list of posts."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.columns import may_see
from kit.tables import (
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    FTEColumn,
    MarkColumn,
    Table,
    TextColumn,
)
from kit.templatetags import kit as tags
from squads.models import Post


class HolderColumn(TextColumn):
    """Who is in a post: withheld, in the page, the file and the order, from those who may not see it."""

    withheld_without = "squads.view_holder"
    empty_values = ()

    def render(self, value: Any, table: Any) -> Any:
        return (value or "–") if may_see(table, self) else tags.withheld()

    def value(self, value: Any, table: Any) -> Any:
        return (value or None) if may_see(table, self) else formats.withheld()


class PostTable(Table):
    role = BilingualLinkColumn("squads:post", accessor="role__name", verbose_name=_("Role"))
    squad = BilingualLinkColumn("squads:squad", key="squad_id", accessor="squad__name", verbose_name=_("Squad"))
    employment = MarkColumn(verbose_name=_("Employment"))
    fte = FTEColumn(verbose_name=_("FTE"), total=True)
    state = ChoiceColumn(verbose_name=_("State"))
    holder = HolderColumn(verbose_name=_("Holder"))
    planned_from = DateColumn(verbose_name=_("Planned from"))
    planned_to = DateColumn(accessor="last_day", order_by="planned_to", verbose_name=_("Last day"), if_none="–")
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Post
        fields = ("role", "squad", "employment", "fte", "state", "holder", "planned_from", "planned_to", "evidence")
        order_by = "role"
