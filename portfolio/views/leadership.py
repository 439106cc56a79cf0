"""Digital leadership: by organisation, over time, and the forms."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.access import Page, SignedInRequest
from kit.views import DetailPage, EditPage, ListPage
from kit.views.rows import editable_row
from portfolio.actions.leadership import OverlapError, begin_period, save_period, take_back_period
from portfolio.charts.leadership import leadership_chart
from portfolio.filters.leadership import LeadershipFilter
from portfolio.forms.leadership import PeriodEditForm, PeriodForm
from portfolio.models import Leadership, Organisation
from portfolio.queries import leadership as queries
from portfolio.tables.leadership import LeadershipTable
from portfolio.views.register import UnderList


class LeadershipList(ListPage):
    permission = "portfolio.view_product"
    model = Organisation
    table_class = LeadershipTable
    filterset_class = LeadershipFilter
    title = _("Digital leadership")
    first_step = (_("Add a change"), "portfolio:leadership_new")
    first_step_permission = "portfolio.change_register"
    template_name = "portfolio/leadership.html"

    def get_queryset(self) -> Any:
        """The authorities there are, and any other body of which something is known."""
        on = timezone.localdate()
        known = Leadership.objects.visible_to(self.request.user).values("organisation")
        there = super().get_queryset().on(on)
        return queries.with_leadership(there.authorities() | there.filter(pk__in=known), on)

    @cached_property
    def leading(self) -> queries.Leading:
        return queries.leading_on(timezone.localdate())

    def finding(self, rows: Any) -> Any:
        self.rows = rows
        return queries.leadership_finding(self.leading)

    def get_context(self) -> dict[str, Any]:
        periods = queries.periods_of(self.rows)
        return {"chart": leadership_chart(periods, self.leading, on=timezone.localdate())}


class OrganisationLeadership(DetailPage):
    """The periods of one organisation."""

    permission = "portfolio.view_product"
    model = Organisation
    context_object_name = "organisation"
    template_name = "portfolio/organisation_leadership.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Leadership.objects.visible_to(self.request.user).filter(organisation=self.object).order_by("-start")
        on = timezone.localdate()
        now = next((row for row in rows if row.start <= on and (row.end is None or row.end > on)), None)
        return super().get_context_data(**kwargs) | {
            "periods": [(row, queries.words_of(row)) for row in rows],
            "finding": queries.words_now(now),
            "can_change": self.request.user.has_perm("portfolio.change_register"),
        }


class _OfPeriod(UnderList, EditPage):
    register, register_url_name = LeadershipList.title, "portfolio:leadership"
    permission = "portfolio.change_register"
    model = Leadership

    def above(self, row: Any) -> Any:
        return row.organisation if row.pk else ""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}

    def get_success_url(self) -> str:
        return reverse("portfolio:organisation_leadership", args=[self.object.organisation_id])

    def get_cancel_url(self) -> str:
        known = self.object is not None and self.object.organisation_id
        return self.get_success_url() if known else reverse("portfolio:leadership")


class PeriodNew(_OfPeriod):
    form_class = PeriodForm
    title_new = _("Add a change of digital leadership")
    saved_message = _("The change has been saved; what held before ends on that day.")

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("organisation", "")
        chosen = {"organisation": int(asked)} if asked.isascii() and asked.isdigit() and len(asked) < 10 else {}
        return super().get_initial() | chosen | {"start": timezone.localdate()}

    def perform(self, form: Any) -> Any:
        try:
            return begin_period(form=form)
        except OverlapError as fault:
            form.add_error("start", str(fault))
            return None


class PeriodEdit(_OfPeriod):
    form_class = PeriodEditForm
    title_edit = _("Put the period right")
    saved_message = _("The period has been put right.")

    def perform(self, form: Any) -> Any:
        try:
            return save_period(form=form)
        except OverlapError as fault:
            form.add_error("start", str(fault))
            return None


class PeriodDelete(Page):
    permission = "portfolio.change_register"

    def get(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        row = editable_row(Leadership, request.user, pk)
        return render(request, "portfolio/leadership_delete.html", {"row": row, "words": queries.words_of(row)})

    def post(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        row = editable_row(Leadership, request.user, pk)
        take_back_period(row=row)
        messages.success(request, gettext("The period has been taken out."))
        return redirect("portfolio:organisation_leadership", row.organisation_id)
