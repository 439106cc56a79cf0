"""Roles: the list and a role's page."""

from typing import Any, ClassVar

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import DetailPage, ListPage, WithDownloads
from squads.filters.roles import RoleFilter
from squads.models import Post, Role
from squads.sheets import role_sheet
from squads.tables.roles import RoleTable


class RoleList(ListPage):
    permission = "squads.view_squad"
    model = Role
    table_class = RoleTable
    filterset_class = RoleFilter
    title = _("Roles")
    template_name = "squads/sublist.html"
    empty_text = _("No roles yet. The roles come with the shipped defaults; an administrator adds others.")

    def get_queryset(self) -> Any:
        mine = Q(posts__in=Post.objects.visible_to(self.request.user))
        return super().get_queryset().annotate(post_count=Count("posts", filter=mine, distinct=True))


class RolePage(WithDownloads, DetailPage):
    permission = "squads.view_squad"
    model = Role
    template_name = "squads/role.html"
    tables: ClassVar = {"posts": lambda page: role_sheet(page["every_post"], on=timezone.localdate())}

    at_most = 100

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        posts = Post.objects.visible_to(self.request.user).filter(role=self.object).exclude(state=Post.State.ENDED)
        posts = posts.select_related("squad").order_by("planned_from", "pk")
        shown = list(posts[: self.at_most + 1])
        return super().get_context_data(**kwargs) | {
            "every_post": posts,
            "posts": shown[: self.at_most],
            "has_more": len(shown) > self.at_most,
        }
