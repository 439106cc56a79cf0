"""The list of digital leadership by organisation, and of its periods."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.columns import Column
from kit.tables import BilingualColumn, BilingualLinkColumn, ChoiceColumn, DateColumn, EvidenceColumn, Table
from kit.templatetags.kit import capital
from portfolio.models import Leadership, Organisation
from portfolio.tables.contracts import LastDayColumn


class OfficerColumn(Column):
    """Whether there is a chief digital officer, in words; not known where nobody has said."""

    empty_values = ()

    def words(self, value: Any) -> str:
        return capital(Leadership.Officer(value).label) if value else formats.not_known()

    def render(self, value: Any) -> Any:
        return self.words(value)

    def value(self, value: Any) -> Any:
        return self.words(value)


class BoardColumn(Column):
    """Whether they sit on the board; nobody does where there is no officer."""

    empty_values = ()

    def words(self, record: Any) -> str:
        if record.officer == Leadership.Officer.NONE:
            return "–"
        return {True: gettext("yes"), False: gettext("no")}.get(record.on_board, formats.not_known())

    def render(self, record: Any) -> Any:
        return self.words(record)

    def value(self, record: Any) -> Any:
        return self.words(record)


class MarkOrNone(EvidenceColumn):
    """The evidence of what holds; nothing where nothing is known."""

    empty_values = ("", None)


class LeadershipTable(Table):
    name = BilingualLinkColumn("portfolio:organisation_leadership", verbose_name=_("Organisation"))
    kind = ChoiceColumn(verbose_name=_("Kind"))
    officer = OfficerColumn(verbose_name=_("Chief digital officer"))
    on_board = BoardColumn(verbose_name=_("On the leadership board"))
    officer_since = DateColumn(verbose_name=_("Since"), if_none="–")
    officer_evidence = MarkOrNone(accessor="officer_evidence")

    class Meta(Table.Meta):
        model = Organisation
        fields = ("name", "kind", "officer", "on_board", "officer_since", "officer_evidence")
        order_by = "name"


class PeriodTable(Table):
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Organisation"))
    officer = ChoiceColumn(verbose_name=_("Chief digital officer"))
    on_board = BoardColumn(verbose_name=_("On the leadership board"))
    start = DateColumn(verbose_name=_("From"))
    end = LastDayColumn(verbose_name=_("Last day"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Leadership
        fields = ("organisation", "officer", "on_board", "start", "end", "evidence")
        order_by = ("organisation", "start")
