"""The list of squads."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    DateColumn,
    EvidenceColumn,
    FTEColumn,
    Table,
)
from squads.models import Squad


class SquadTable(Table):
    name = BilingualLinkColumn("squads:squad", verbose_name=_("Squad"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Home organisation"))
    permanent_fte = FTEColumn(verbose_name=_("Permanent (FTE)"), total=True)
    contractor_fte = FTEColumn(verbose_name=_("Contractors (FTE)"), total=True)
    vacant_fte = FTEColumn(verbose_name=_("Vacant (FTE)"), total=True)
    since = DateColumn(verbose_name=_("Since"))
    until = DateColumn(accessor="last_day", order_by="until", verbose_name=_("Last day"), if_none="–")
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
