"""Posts: the list, a post's page, its forms and its history."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import (
    DetailPage,
    EditPage,
    HistoryPage,
    ListPage,
    NewUnderPage,
)
from squads import queries
from squads.actions.posts import save_post
from squads.filters.posts import PostFilter
from squads.forms.posts import PostForm
from squads.models import WANTED_BY_KEY, Post, Role, Squad
from squads.queries.history import last_act
from squads.queries.posts import posts_finding
from squads.queries.stages import recruitment_of
from squads.tables.posts import PostTable


class PostList(ListPage):
    permission = "squads.view_squad"
    model = Post
    table_class = PostTable
    filterset_class = PostFilter
    title = _("Posts")
    empty_text = _("No posts yet. Add one from a squad's page; a role can be planned before there is a person.")
    template_name = "squads/sublist.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("squad", "role")

    def finding(self, rows: Any) -> Any:
        return posts_finding(rows, on=timezone.localdate())


class PostPage(DetailPage):
    permission = "squads.view_squad"
    model = Post
    template_name = "squads/post.html"

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("squad__organisation", "role")
        return rows.select_related("converted_to__permanent__role", "converted_from__contractor__role")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, post = timezone.localdate(), self.object
        changes = list(post.state_changes.order_by("on", "pk"))
        can_change = Post.objects.editable_by(self.request.user).filter(pk=post.pk).exists()
        return super().get_context_data(**kwargs) | {
            "finding": queries.post_finding(post=post, on=on),
            "states": [{"state": one.get_state_display(), "on": one.on} for one in reversed(changes)],
            "recruitment": recruitment_of(post=post, changes=changes, on=on),
            "on": on,
            "sees_holder": self.request.user.has_perm("squads.view_holder"),
            "can_change": can_change,
            "has_ended": post.state in queries.GONE,
            "conversion": getattr(post, "converted_to", None),
            "replaces": getattr(post, "converted_from", None),
            "can_take_back": can_change and last_act(post=post) is not None,
        }


class _OnADay:
    """Gives the form of a post the day after which a state is still to come."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}  # type: ignore[misc]


class PostEdit(_OnADay, EditPage):
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


# What a post has in common with another like it. Not who holds it, nor how far its recruitment has come.
COPIED = ("role", "fte", "employment", "planned_to", "evidence", "source_cy", "source_en")


def _row(rows: Any, key: str) -> Any:
    """A row by a key that came in an address; None where there is none, or the key is no number."""
    return rows.filter(pk=key).first() if key.isascii() and key.isdecimal() and len(key) < 19 else None


class PostNew(_OnADay, NewUnderPage):
    """Plans a post: a blank one, a role (`?role=`), one the squad lacks (`?wanted=`), another like one (`?like=`).

    What can be known is filled in: it is permanent, planned from today, and ends when the squad does.
    """

    permission = "squads.change_squad"
    model = Post
    form_class = PostForm
    parent_model, parent_field, parent_url_name = Squad, "squad", "squads:squad"
    title_new = _("Add a post")
    saved_message = _("The post has been added.")

    def perform(self, form: Any) -> Any:
        return save_post(form=form, on=form.cleaned_data["state_from"])

    def get_initial(self) -> dict[str, Any]:
        on, squad = timezone.localdate(), self.parent
        known = super().get_initial() | {
            "planned_from": max(on, squad.since),
            "planned_to": squad.until,
            "state_from": on,
        }
        asked = self.request.GET
        if like := _row(Post.objects.visible_to(self.request.user), asked.get("like", "")):
            known |= {name: getattr(like, name) for name in COPIED}
            known["planned_from"] = max(on, like.planned_from)
            if like.planned_to is not None and like.planned_to <= known["planned_from"]:
                known["planned_to"] = squad.until
        elif role := self._role(asked):
            known["role"] = role.pk
        return known

    def _role(self, asked: Any) -> Any:
        roles = Role.objects.visible_to(self.request.user)
        if wanted := WANTED_BY_KEY.get(asked.get("wanted", "")):
            return roles.filter(code__in=wanted.codes).order_by("pk").first()
        return _row(roles, asked.get("role", ""))

    def get_success_url(self) -> str:
        return reverse("squads:post", args=[self.object.pk])

    def get_cancel_url(self) -> str:
        return reverse("squads:squad", args=[self.parent.pk])
