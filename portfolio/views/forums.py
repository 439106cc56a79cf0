"""Boards and groups: the list, a forum's page, its form and its members."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from kit.access import Page, SignedInRequest
from kit.bilingual import pair_field
from kit.views import DetailPage, EditPage, ListPage, WithDownloads, switching_language
from kit.views.rows import editable_row
from portfolio.actions.forums import choose_members, plan_meetings, take_out_planned
from portfolio.filters.forums import ForumFilter
from portfolio.forms.forums import ForumForm, MembersForm
from portfolio.models import Forum
from portfolio.queries import forums as queries
from portfolio.queries.planning import meetings_to_plan, planned_last
from portfolio.sheets import room_sheet
from portfolio.tables.forums import ForumTable
from portfolio.views.register import RegisterHistory, UnderList


class ForumList(ListPage):
    permission = "portfolio.view_product"
    model = Forum
    table_class = ForumTable
    filterset_class = ForumFilter
    title = _("Forums")
    empty_text = _("No forum yet: add one with its members, and plan its meetings by its rhythm.")
    first_step = (_("Add a forum"), "portfolio:forum_new")
    first_step_permission = "portfolio.change_register"
    template_name = "portfolio/forums.html"

    def get_queryset(self) -> Any:
        on = timezone.localdate()
        rows: Any = queries.with_meetings(super().get_queryset().on(on).select_related("organisation"), on)
        return rows.order_by("-stopped", pair_field("name"), "pk")

    def finding(self, rows: Any) -> Any:
        return queries.forums_finding(list(rows))


class ForumPage(WithDownloads, DetailPage):
    permission = "portfolio.view_product"
    model = Forum
    context_object_name = "forum"
    template_name = "portfolio/forum.html"
    tables: ClassVar = {"room": lambda page: room_sheet(page["room"], on=page["on"])}

    def get_queryset(self) -> Any:
        return queries.with_meetings(super().get_queryset().select_related("organisation"), timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, forum = timezone.localdate(), self.object
        room = queries.room_of(forum=forum, on=on)
        return super().get_context_data(**kwargs) | {
            "finding": queries.forum_finding(forum, room, on),
            "room": room,
            "meetings": queries.meetings_of(forum=forum),
            "can_change": self.request.user.has_perm("portfolio.change_register"),
            "on": on,
            "last": queries.LAST,
            "planned": planned_last(forum=forum, user=self.request.user).exists(),
        }


class ForumEdit(UnderList, EditPage):
    register, register_url_name = ForumList.title, "portfolio:forums"
    permission = "portfolio.change_register"
    model = Forum
    form_class = ForumForm
    title_new, title_edit = _("Add a forum"), _("Change the forum")
    detail_url_name, list_url_name = "portfolio:forum", "portfolio:forums"
    saved_message = _("The forum has been saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}


class ForumHistory(RegisterHistory):
    register, register_url_name = ForumList.title, "portfolio:forums"
    model = Forum
    detail_url_name = "portfolio:forum"


class ForumMembers(UnderList, Page, FormView):
    """Who belongs in the room, ticked all at once."""

    register, register_url_name = ForumList.title, "portfolio:forums"
    permission = "portfolio.change_register"
    form_class = MembersForm

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.forum: Any = None

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated and request.user.has_perm(self.permission):
            self.forum = editable_row(Forum, request.user, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        members = list(self.forum.members.order_by("organisation").values_list("organisation", flat=True))
        return super().get_form_kwargs() | {"on": timezone.localdate(), "members": members}

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        form: Any = self.get_form()
        if switching_language(request):
            return self.render_to_response(self.get_context_data(form=form.as_typed()))
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form: Any) -> HttpResponse:
        chosen = [one.pk for one in form.cleaned_data["members"]]
        added, gone = choose_members(forum=self.forum, seen=form.cleaned_data["seen"], chosen=chosen)
        said = gettext("Members added: %(added)s. Taken out: %(gone)s.") % {"added": added, "gone": gone}
        messages.success(self.request, said)
        return redirect("portfolio:forum", self.forum.pk)

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {
            "title": _("Members"),
            "parent": self.forum,
            "object": self.forum,
            "cancel_url": reverse("portfolio:forum", args=[self.forum.pk]),
            "language_form": "edit",
        }
        return super().get_context_data(**(more | kwargs))


class ForumPlan(Page):
    """The next year's meetings by the forum's rhythm: listed first, made by one press, taken out by another."""

    permission = "portfolio.change_register"

    def get(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        forum = editable_row(Forum, request.user, pk)
        days = meetings_to_plan(forum=forum, on=timezone.localdate())
        return render(request, "portfolio/forum_plan.html", {"forum": forum, "days": days, "on": timezone.localdate()})

    def post(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        forum = editable_row(Forum, request.user, pk)
        days = meetings_to_plan(forum=forum, on=timezone.localdate())
        made = plan_meetings(forum=forum, days=days, at=timezone.now())
        messages.success(request, gettext("Meetings planned: %(number)s.") % {"number": len(made)})
        return redirect("portfolio:forum", pk)


class ForumUnplan(Page):
    """Undoes the last planning of this person, as far as the meetings are still no more than due."""

    permission = "portfolio.change_register"

    def get(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        forum = editable_row(Forum, request.user, pk)
        context = {"forum": forum, "meetings": planned_last(forum=forum, user=request.user)}
        return render(request, "portfolio/forum_unplan.html", context)

    def post(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        forum = editable_row(Forum, request.user, pk)
        planned = planned_last(forum=forum, user=request.user).values_list("pk", flat=True)
        gone = take_out_planned(forum=forum, meetings=planned)
        messages.success(request, gettext("Meetings taken out: %(number)s.") % {"number": gone})
        return redirect("portfolio:forum", pk)
