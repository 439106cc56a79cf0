"""Roles: the list and a role's page."""

from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from kit.views import DetailPage, ListPage
from squads.filters.roles import RoleFilter
from squads.models import Post, Role
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
