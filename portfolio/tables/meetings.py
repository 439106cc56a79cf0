"""The list of meetings of boards and groups."""

from django.utils.translation import gettext_lazy as _

from kit.tables import BilingualLinkColumn, ChoiceColumn, DateColumn, EvidenceColumn, NumberColumn, Table
from portfolio.models import Meeting


class MeetingTable(Table):
    forum = BilingualLinkColumn("portfolio:forum", key="forum_id", accessor="forum__name", verbose_name=_("Forum"))
    due_on = DateColumn(verbose_name=_("Due on"))
    state = ChoiceColumn(verbose_name=_("State"))
    held_on = DateColumn(verbose_name=_("Held on"), if_none="–")
    attendance = NumberColumn(verbose_name=_("Organisations that attended"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Meeting
        fields = ("forum", "due_on", "state", "held_on", "attendance", "evidence")
        order_by = "-due_on"
