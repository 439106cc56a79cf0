"""Squads that are promised for more than all of their time."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import ListPage
from squads.filters.squads import SquadFilter
from squads.models import Squad
from squads.queries.promised import promised_finding, promised_twice
from squads.tables.promised import PromisedTable


class PromisedList(ListPage):
    permission = "squads.view_squad"
    model = Squad
    table_class = PromisedTable
    filterset_class = SquadFilter
    title = _("Squads promised twice")
    empty_text = _("No squad is promised for more than all of its time, today or later.")
    template_name = "squads/promised.html"

    def in_table(self, rows: Any) -> Any:
        return promised_twice(rows, on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return promised_finding(rows)
