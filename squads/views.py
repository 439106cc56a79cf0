"""Pages of squads, posts and roles."""

import datetime
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from kit.views import DetailPage, EditPage, HistoryPage, ListPage, permission_required_403, switching_language
from squads import queries
from squads.actions import AlreadyAssignedError, save_assignment, save_post
from squads.charts import fte_chart
from squads.filters import PostFilter, RoleFilter, SquadFilter
from squads.forms import AssignmentForm, PostForm, SquadForm
from squads.models import Assignment, Post, Role, Squad
from squads.tables import PostTable, RoleTable, SquadTable

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


class SquadPage(DetailPage):
    permission = "squads.view_squad"
    model = Squad
    template_name = "squads/squad.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, squad = timezone.localdate(), self.object
        now = queries.staffing(squad=squad, on=on)
        work = queries.work_of(squad=squad, user=self.request.user, on=on)
        start = datetime.date(on.year, on.month, 1)
        by_month = queries.fte_by_month(posts=Post.objects.filter(squad=squad), start=start, months=CHART_MONTHS)
        return super().get_context_data(**kwargs) | {
            "now": now,
            "on": on,
            "finding": queries.squad_finding(now, work),
            "posts": queries.posts_of(squad=squad),
            "chart": fte_chart(by_month),
            "work": work,
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


class PostList(ListPage):
    permission = "squads.view_squad"
    model = Post
    table_class = PostTable
    filterset_class = PostFilter
    title = _("Posts")
    empty_text = _("No posts yet. Add one from a squad's page; a role can be planned before there is a person.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("squad", "role")


class PostPage(DetailPage):
    permission = "squads.view_squad"
    model = Post
    template_name = "squads/post.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("squad__organisation", "role")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "finding": queries.post_finding(post=self.object, on=timezone.localdate()),
            "states": queries.latest_states(post=self.object),
            "sees_holder": self.request.user.has_perm("squads.view_holder"),
            "can_change": Post.objects.editable_by(self.request.user).filter(pk=self.object.pk).exists(),
        }


class PostEdit(EditPage):
    permission = "squads.change_squad"
    model = Post
    form_class = PostForm
    title_edit = _("Change the post")
    detail_url_name = "squads:post"
    saved_message = _("The post has been saved.")

    def perform(self, form: Any) -> Any:
        return save_post(form=form, on=form.cleaned_data["state_from"])


class PostHistory(HistoryPage):
    permission = "squads.view_squad"
    model = Post
    detail_url_name = "squads:post"
    withheld_fields = {"holder": "squads.view_holder"}


def _reader(request: HttpRequest) -> User:
    """Whoever asks: the right that a page names lets nobody in who is not signed in."""
    return cast(User, request.user)


def _editable_squad(request: HttpRequest, pk: int) -> Squad:
    squad = get_object_or_404(Squad.objects.visible_to(_reader(request)), pk=pk)
    if not Squad.objects.editable_by(_reader(request)).filter(pk=pk).exists():
        raise PermissionDenied
    return squad


@require_http_methods(["GET", "POST"])
@permission_required_403("squads.change_squad")
def post_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Plans a post in a squad."""
    squad = _editable_squad(request, pk)
    form = PostForm(request.POST or None, user=_reader(request), instance=Post(squad=squad))
    if switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid():
        made = save_post(form=form, on=form.cleaned_data["state_from"])
        messages.success(request, gettext("The post has been added."))
        return redirect("squads:post", made.pk if made else pk)
    context = {
        "form": form,
        "object": squad,
        "title": gettext("Add a post"),
        "cancel_url": reverse("squads:squad", args=[pk]),
        "language_form": "edit",
    }
    return render(request, "kit/edit.html", context, status=422 if form.is_bound and form.errors else 200)


@require_http_methods(["GET", "POST"])
@permission_required_403("squads.change_squad")
def assignment_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts a squad to work on a product."""
    squad = _editable_squad(request, pk)
    form = AssignmentForm(request.POST or None, user=_reader(request), instance=Assignment(squad=squad))
    if switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid() and _saved_assignment(form):
        messages.success(request, gettext("The squad now has this product."))
        return redirect("squads:squad", pk)
    context = {
        "form": form,
        "object": squad,
        "title": gettext("Add a product it works on"),
        "cancel_url": reverse("squads:squad", args=[pk]),
        "language_form": "edit",
    }
    return render(request, "kit/edit.html", context, status=422 if form.is_bound and form.errors else 200)


def _saved_assignment(form: AssignmentForm) -> Assignment | None:
    """None where the form now says why it could not be saved."""
    try:
        return save_assignment(form=form)
    except AlreadyAssignedError as fault:
        form.add_error("product", str(fault))
        return None


class AssignmentEdit(EditPage):
    permission = "squads.change_squad"
    model = Assignment
    form_class = AssignmentForm
    title_edit = _("Change how it works on the product")
    saved_message = _("Saved.")

    def perform(self, form: Any) -> Any:
        return _saved_assignment(form)

    def get_success_url(self) -> str:
        return reverse("squads:squad", args=[self.object.squad_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class RoleList(ListPage):
    permission = "squads.view_squad"
    model = Role
    table_class = RoleTable
    filterset_class = RoleFilter
    title = _("Roles")
    empty_text = _("No roles yet. The roles come with the shipped defaults; an administrator adds others.")

    def get_queryset(self) -> Any:
        mine = Q(posts__in=Post.objects.visible_to(self.request.user))
        return super().get_queryset().annotate(post_count=Count("posts", filter=mine, distinct=True))


class RolePage(DetailPage):
    permission = "squads.view_squad"
    model = Role
    template_name = "squads/role.html"

    at_most = 100

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        posts = Post.objects.visible_to(self.request.user).filter(role=self.object).exclude(state=Post.State.ENDED)
        shown = list(posts.select_related("squad").order_by("planned_from", "pk")[: self.at_most + 1])
        return super().get_context_data(**kwargs) | {
            "posts": shown[: self.at_most],
            "has_more": len(shown) > self.at_most,
        }
