"""Squads: the place's first page with their list, a squad's page, its form and its history."""

import datetime
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import DetailPage, EditPage, HistoryPage, ListPage, WithDownloads
from squads import queries
from squads.charts.months import fte_chart
from squads.charts.timeline import picture_of
from squads.filters.squads import SquadFilter
from squads.forms.squads import SquadForm
from squads.models import Conversion, Post, Squad
from squads.queries.conversions import with_handover
from squads.queries.coverage import coverage_finding, coverage_on
from squads.queries.home import home_finding
from squads.queries.overview import overview_of
from squads.queries.promised import promised_of
from squads.queries.timeline import timeline_of
from squads.sheets import conversions_sheet, months_sheet, posts_sheet, roles_sheet, work_sheet
from squads.tables.squads import SquadTable
from squads.views.figures import overview_figures

CHART_MONTHS = 36


class SquadList(ListPage):
    permission = "squads.view_squad"
    model = Squad
    table_class = SquadTable
    filterset_class = SquadFilter
    title = _("Squads")
    empty_text = _("No squads yet. A squad is a multidisciplinary team that stays together.")
    first_step = (_("Add a squad"), "squads:squad_new")
    first_step_permission = "squads.change_squad"
    template_name = "squads/squads.html"

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("organisation")
        return queries.squads_with_fte(rows, on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return queries.squads_finding(rows)

    def get_context(self) -> dict[str, Any]:
        if getattr(self.request, "htmx", False):
            return {}
        on = timezone.localdate()
        return {"key_figures": overview_figures(overview_of(user=self.request.user, on=on), on=on)}


class SquadPage(WithDownloads, DetailPage):
    permission = "squads.view_squad"
    model = Squad
    template_name = "squads/squad.html"
    tables: ClassVar = {
        "posts": lambda page: posts_sheet(page["posts"], on=page["on"]),
        "months": lambda page: months_sheet(page["by_month"], on=page["on"]),
        "roles": lambda page: roles_sheet(page["coverage"], on=page["on"]),
        "conversions": lambda page: conversions_sheet(page["conversions"], on=page["on"]),
        "work": lambda page: work_sheet(page["work"].shown, on=page["on"]),
    }

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation__successor")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, squad = timezone.localdate(), self.object
        now = queries.staffing(squad=squad, on=on)
        work = queries.work_of(squad=squad, user=self.request.user, on=on)
        posts = queries.posts_of(squad=squad)
        start = datetime.date(on.year, on.month, 1)
        by_month = queries.fte_by_month(posts=Post.objects.filter(squad=squad), start=start, months=CHART_MONTHS)
        coverage = coverage_on(squad=squad, on=on)
        conversions: Any = with_handover(Conversion.objects.filter(contractor__squad=squad))
        finding = queries.squad_finding(now, work)
        return super().get_context_data(**kwargs) | {
            "now": now,
            "on": on,
            "finding": [*finding, *home_finding(squad=squad, on=on)],
            "posts": queries.posts_in_words(posts, on=on),
            "picture": picture_of(timeline_of(posts=posts, on=on)),
            "by_month": by_month,
            "chart": fte_chart(by_month),
            "work": work,
            "promised": promised_of(squad=squad, on=on),
            "coverage": coverage,
            "coverage_said": coverage_finding(coverage),
            "conversions": conversions.select_related("contractor__role", "permanent__role").order_by(
                "leaves_on", "pk"
            ),
            "can_change": Squad.objects.editable_by(self.request.user).filter(pk=squad.pk).exists(),
        }


class SquadEdit(EditPage):
    permission = "squads.change_squad"
    model = Squad
    form_class = SquadForm
    title_new, title_edit = _("Add a squad"), _("Change the squad")
    detail_url_name = "squads:squad"
    list_url_name = "squads:squads"
    saved_message = _("The squad has been saved.")


class SquadHistory(HistoryPage):
    permission = "squads.view_squad"
    model = Squad
    detail_url_name = "squads:squad"
