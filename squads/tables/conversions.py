"""The lists of conversions, of what is to be handed over, and of contractors who leave."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    DateColumn,
    EvidenceColumn,
    FTEColumn,
    MarkColumn,
    Table,
    TextColumn,
)
from squads.models import Conversion, HandoverItem, Post
from squads.tables.vacancies import DaysColumn


class HandoverColumn(TextColumn):
    """ "2 of 5 items", of a row with `items` and `done`; sorted by how many are left."""

    empty_values = ()

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"verbose_name": _("Handed over"), "accessor": "items", "orderable": False} | options)

    def render(self, record: Any) -> str:
        if getattr(record, "conversion", record) is None:
            return _now("no conversion")
        if not record.items:
            return _now("nothing listed")
        return _now("%(done)s of %(items)s") % {
            "done": formats.number(record.done),
            "items": formats.number(record.items),
        }

    def value(self, record: Any) -> str:
        return self.render(record)


class ConversionTable(Table):
    contractor = BilingualLinkColumn(
        "squads:conversion", accessor="contractor__role__name", verbose_name=_("Contractor's post")
    )
    squad = BilingualLinkColumn(
        "squads:squad", key="contractor.squad_id", accessor="contractor__squad__name", verbose_name=_("Squad")
    )
    leaves_on = DateColumn(
        accessor="contractor__last_day", order_by="leaves_on", verbose_name=_("Contractor's last day"), if_none="–"
    )
    permanent = BilingualLinkColumn(
        "squads:post", key="permanent_id", accessor="permanent__role__name", verbose_name=_("Permanent post")
    )
    state = TextColumn(accessor="permanent__state", verbose_name=_("Its state"))
    planned_from = DateColumn(accessor="permanent__planned_from", verbose_name=_("Planned from"))
    overlap = DaysColumn(verbose_name=_("Days both are there (below 0: nobody)"))
    handover = HandoverColumn()
    evidence = EvidenceColumn()

    def render_state(self, record: Any) -> str:
        return str(record.permanent.get_state_display()).capitalize()

    def value_state(self, record: Any) -> str:
        return self.render_state(record)

    class Meta(Table.Meta):
        model = Conversion
        fields = (
            "contractor",
            "squad",
            "leaves_on",
            "overlap",
            "handover",
            "permanent",
            "state",
            "planned_from",
            "evidence",
        )
        order_by = "leaves_on"


class LeavingTable(Table):
    role = BilingualLinkColumn("squads:post", accessor="role__name", verbose_name=_("Contractor's post"))
    squad = BilingualLinkColumn("squads:squad", key="squad_id", accessor="squad__name", verbose_name=_("Squad"))
    employment = MarkColumn(verbose_name=_("Employment"))
    fte = FTEColumn(verbose_name=_("FTE"), total=True)
    last_day = DateColumn(order_by="planned_to", verbose_name=_("Last day"))
    handover = HandoverColumn()
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Post
        fields = ("role", "squad", "employment", "fte", "last_day", "handover", "evidence")
        order_by = "last_day"


class HandoverItemTable(Table):
    what = BilingualLinkColumn("squads:conversion", key="conversion_id", verbose_name=_("What has to be known"))
    squad = BilingualColumn(accessor="conversion__contractor__squad__name", verbose_name=_("Squad"))
    contractor = BilingualColumn(accessor="conversion__contractor__role__name", verbose_name=_("Contractor's post"))
    last_day = DateColumn(
        accessor="conversion__contractor__last_day",
        order_by="conversion__contractor__planned_to",
        verbose_name=_("Contractor's last day"),
        if_none="–",
    )
    by_whom = TextColumn(verbose_name=_("By whom"))
    due_on = DateColumn(verbose_name=_("Needed by"), if_none="–")
    done_on = DateColumn(verbose_name=_("Done on"), if_none=_("not done"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = HandoverItem
        fields = ("what", "squad", "contractor", "last_day", "by_whom", "due_on", "done_on", "evidence")
        order_by = "due_on"
