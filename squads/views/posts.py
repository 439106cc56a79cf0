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
from squads.models import Post, Squad
from squads.tables.posts import PostTable


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


class PostNew(NewUnderPage):
    """Plans a post in a squad."""

    permission = "squads.change_squad"
    model = Post
    form_class = PostForm
    parent_model, parent_field, parent_url_name = Squad, "squad", "squads:squad"
    title_new = _("Add a post")
    saved_message = _("The post has been added.")

    def perform(self, form: Any) -> Any:
        return save_post(form=form, on=form.cleaned_data["state_from"])

    def get_success_url(self) -> str:
        return reverse("squads:post", args=[self.object.pk])

    def get_cancel_url(self) -> str:
        return reverse("squads:squad", args=[self.parent.pk])
