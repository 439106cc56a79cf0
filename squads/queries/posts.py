"""One post: what is about to happen to it."""

import datetime

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from kit import formats
from squads.models import Post
from squads.queries.months import GONE, PRESENT, SOON


def goes_on(ends: str = "planned_to") -> Exists:
    """For rows of posts: somebody is to be in a post like it the day after its last.

    A split leaves that behind it: the one ends, and its parts go on, so that nobody leaves. Rows of another kind have
    the post's squad, role and employment under these names, and what it `ends` under a name of their own.
    """
    like_it = Post.objects.filter(squad=OuterRef("squad"), role=OuterRef("role"), employment=OuterRef("employment"))
    return Exists(like_it.filter(state__in=PRESENT, planned_from=OuterRef(ends)))


def has_left(contractor: Post, *, on: datetime.date) -> bool:
    return contractor.planned_to is not None and contractor.planned_to <= on


def post_finding(*, post: Post, on: datetime.date) -> list[str]:
    """What is about to happen to a post, or should have: a contractor leaving, or nobody there. At most one query."""
    if post.state in GONE:
        return [_("This post has ended.")]
    if post.state not in PRESENT:
        if post.planned_from <= on and (post.planned_to is None or on < post.planned_to):
            began = formats.date(post.planned_from)
            return [_("Nobody is in this post, which was to begin on %(day)s.") % {"day": began}]
        return []
    if post.last_day is None:
        return [_("A contractor is in this post, with no end planned.")] if post.is_contractors else []
    last_day = formats.date(post.last_day)
    if post.last_day < on:
        return [_("This post is filled, and was planned to end on %(day)s.") % {"day": last_day}]
    if not post.is_contractors:
        return []
    if Post.objects.filter(goes_on(), pk=post.pk).exists():
        return [_("This post ends on %(day)s, and goes on the next day in a post like it.") % {"day": last_day}]
    if post.last_day - on > SOON:
        return [_("The contractor leaves on %(day)s.") % {"day": last_day}]
    days = formats.number((post.last_day - on).days)
    return [_("The contractor leaves soon, on %(day)s. Days from today: %(days)s.") % {"day": last_day, "days": days}]
