"""Squads against the roles a multidisciplinary squad wants."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.columns import Column
from kit.tables import BilingualColumn, BilingualLinkColumn, NumberColumn, Table
from squads.models import WANTED, WantedRole
from squads.queries.coverage import LACKING, PLANNED, Coverage, SquadCoverage


class CoverageColumn(Column):
    """One wanted role: FTE filled, FTE planned, or that it is lacking, said in words. Sorted by what is filled."""

    empty_values = ()

    def __init__(self, role: WantedRole) -> None:
        self.role = role
        super().__init__(accessor=f"roles__{role.key}__filled")

    @property
    def header(self) -> Any:
        return self.role.name

    def render(self, record: SquadCoverage) -> Any:
        one = record.roles[self.role.key]
        drawn = {PLANNED: " covered--planned", LACKING: " covered--lacking"}.get(one.standing, "")
        return format_html('<span class="covered{}">{}</span>', drawn, in_words(one))

    def value(self, record: SquadCoverage) -> str:
        return in_words(record.roles[self.role.key])


def in_words(one: Coverage) -> str:
    if one.standing == LACKING:
        return _now("lacks it")
    if one.standing == PLANNED:
        return _now("planned, %(fte)s FTE") % {"fte": formats.fte(one.planned)}
    return _now("%(fte)s FTE") % {"fte": formats.fte(one.filled)}


class MissingRolesTable(Table):
    """Rows are made from the posts; those that lack most come first."""

    name = BilingualLinkColumn("squads:squad", accessor="squad__name", verbose_name=_("Squad"))
    organisation = BilingualColumn(accessor="squad__organisation__name", verbose_name=_("Home organisation"))
    lacks = NumberColumn(verbose_name=_("Roles it lacks"))

    class Meta(Table.Meta):
        fields = ("name", "organisation", "lacks", *(role.key for role in WANTED))

    def __init__(self, *args: Any, **options: Any) -> None:
        columns = [(role.key, CoverageColumn(role)) for role in WANTED]
        super().__init__(*args, **({"extra_columns": columns} | options))
