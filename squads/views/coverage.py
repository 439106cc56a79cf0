"""Squads against the roles a multidisciplinary squad wants."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import ListPage
from squads.filters.coverage import MissingRolesFilter
from squads.models import WANTED, Squad
from squads.queries.coverage import coverage_of, lacking_finding, lacking_in, there_on
from squads.tables.coverage import MissingRolesTable


class MissingRoles(ListPage):
    permission = "squads.view_squad"
    model = Squad
    table_class = MissingRolesTable
    filterset_class = MissingRolesFilter
    title = _("Roles that squads lack")
    empty_text = _("No squad is there today.")
    template_name = "squads/missing_roles.html"

    def get_queryset(self) -> Any:
        return there_on(super().get_queryset(), on=timezone.localdate())

    def in_table(self, rows: Any) -> Any:
        return coverage_of(rows, on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return lacking_finding(lacking_in(rows))

    def get_context(self) -> dict[str, Any]:
        return {"wanted": WANTED}
