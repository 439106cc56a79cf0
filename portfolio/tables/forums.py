"""The list of boards and groups."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.columns import Column
from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    NumberColumn,
    Table,
)
from portfolio.models import Forum


class StoppedColumn(Column):
    """Whether a forum has stopped meeting, in words."""

    empty_values = ()

    def words(self, value: Any) -> str:
        return gettext("has stopped meeting") if value else gettext("meets")

    def render(self, value: Any) -> Any:
        return self.words(value)

    def value(self, value: Any) -> Any:
        return self.words(value)


class ForumTable(Table):
    name = BilingualLinkColumn("portfolio:forum", verbose_name=_("Forum"))
    kind = ChoiceColumn(verbose_name=_("Kind"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Run by"))
    stopped = StoppedColumn(verbose_name=_("Does it meet"))
    last_held = DateColumn(verbose_name=_("Last held"))
    next_due = DateColumn(verbose_name=_("Next due"), if_none="–")
    held_in_year = NumberColumn(verbose_name=_("Held in a year"))
    missed_in_year = NumberColumn(verbose_name=_("Missed in a year"))
    months_between = NumberColumn(verbose_name=_("Months between meetings"))
    member_count = NumberColumn(verbose_name=_("Members"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Forum
        fields = (
            "name",
            "kind",
            "organisation",
            "stopped",
            "last_held",
            "next_due",
            "held_in_year",
            "missed_in_year",
            "months_between",
            "member_count",
            "evidence",
        )
