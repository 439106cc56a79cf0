"""A squad's posts as rows of a grid."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from kit.grids import GridSource
from squads.models import Post, PostStateChange, Squad


def posts_as_rows(*, squad: Squad, lock: bool = False) -> list[GridSource]:
    """Those that have not ended, as they are planned to begin. One query; with `lock` the rows are held."""
    since = PostStateChange.objects.filter(post=OuterRef("pk")).order_by("-on", "-pk").values("on")[:1]
    posts: QuerySet[Any] = Post.objects.filter(squad=squad).exclude(state=Post.State.ENDED)
    posts = posts.select_related("role").annotate(state_from=Subquery(since)).order_by("planned_from", "pk")
    if lock:
        posts = posts.select_for_update(of=("self",))
    return [_row(post) for post in posts]


def _row(post: Any) -> GridSource:
    names = ("fte", "employment", "planned_from", "planned_to", "state", "state_from", "holder")
    values = {name: getattr(post, name) for name in names} | {"role": post.role_id}
    return GridSource(str(post.pk), str(post.role), values, url=reverse("squads:post", args=[post.pk]))
