"""The lists of squads, posts and roles."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    FTEColumn,
    MarkColumn,
    NumberColumn,
    Table,
    TextColumn,
)
from squads.models import Post, Role, Squad


class SquadTable(Table):
    name = BilingualLinkColumn("squads:squad", verbose_name=_("Squad"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Home organisation"))
    permanent_fte = FTEColumn(verbose_name=_("Permanent (FTE)"), total=True)
    contractor_fte = FTEColumn(verbose_name=_("Contractors (FTE)"), total=True)
    vacant_fte = FTEColumn(verbose_name=_("Vacant (FTE)"), total=True)
    since = DateColumn(verbose_name=_("Since"))
    until = DateColumn(verbose_name=_("Until"), if_none="–")
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Squad
        fields = (
            "name",
            "organisation",
            "permanent_fte",
            "contractor_fte",
            "vacant_fte",
            "since",
            "until",
            "evidence",
        )
        order_by = "name"


class PostTable(Table):
    role = BilingualLinkColumn("squads:post", accessor="role__name", verbose_name=_("Role"))
    squad = BilingualLinkColumn("squads:squad", key="squad_id", accessor="squad__name", verbose_name=_("Squad"))
    employment = MarkColumn(verbose_name=_("Employment"))
    fte = FTEColumn(verbose_name=_("FTE"), total=True)
    state = ChoiceColumn(verbose_name=_("State"))
    planned_from = DateColumn(verbose_name=_("Planned from"))
    planned_to = DateColumn(verbose_name=_("Planned until"), if_none="–")
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Post
        fields = ("role", "squad", "employment", "fte", "state", "planned_from", "planned_to", "evidence")
        order_by = "role"


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
