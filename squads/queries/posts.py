"""One post: what is about to happen to it."""

import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from squads.models import Employment, Post
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


def posts_finding(rows: Any, *, on: datetime.date) -> list[str]:
    """Of the posts that are shown: who is there today, and what nobody has marked as ended. One query."""
    there = Q(state__in=PRESENT, planned_from__lte=on) & (Q(planned_to__isnull=True) | Q(planned_to__gt=on))
    found = rows.order_by().aggregate(
        all=Count("pk"),
        filled=Count("pk", filter=there),
        contractors=Count("pk", filter=there & Q(employment__in=Employment.contractors())),
        past=Count("pk", filter=Q(planned_to__lte=on) & ~Q(state__in=GONE)),
    )
    if not found["all"]:
        return []
    sentences = [_filled_words(found["filled"], found["contractors"])]
    if found["past"]:
        said = ngettext(
            "One post is past its last day, and is not marked as ended.",
            "%(number)s posts are past their last day, and are not marked as ended.",
            found["past"],
        )
        sentences.append(formats.counted(said, found["past"]))
    return sentences


def _filled_words(filled: int, contractors: int) -> str:
    if not filled:
        return _("Nobody is in these posts today.")
    words = formats.counted(
        ngettext("Somebody is in one post today.", "Somebody is in %(number)s posts today.", filled), filled
    )
    said = ngettext("One is a contractor's.", "%(number)s are contractors'.", contractors)
    return words + " " + (formats.counted(said, contractors) if contractors else _("None is a contractor's."))
