"""Who is there: full-time equivalents by month, by employment, and what is about to end."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from kit import formats
from squads.models import Employment, Post, Squad

PRESENT = (Post.State.FILLED,)
GONE = (Post.State.ENDED,)


@dataclass(frozen=True)
class MonthlyFTE:
    """FTE at the first of each month; every array has shape (months,)."""

    months: list[datetime.date]
    permanent: NDArray[np.float64]
    contractors: NDArray[np.float64]
    vacant: NDArray[np.float64]


def months_from(start: datetime.date, number: int) -> list[datetime.date]:
    first = start.year * 12 + start.month - 1
    return [datetime.date((first + one) // 12, (first + one) % 12 + 1, 1) for one in range(number)]


def fte_by_month(*, posts: QuerySet[Post], start: datetime.date, months: int) -> MonthlyFTE:
    """The FTE of posts planned to be there at the first of each month, by who fills them. One query.

    A post that nobody fills is vacant in every month it is planned for.
    """
    days = months_from(start, months)
    sums = {name: np.zeros(months) for name in ("permanent", "contractors", "vacant")}
    rows = (
        posts.exclude(state__in=GONE)
        .values("planned_from", "planned_to", "employment", "state")
        .annotate(whole=Sum("fte"))
        .order_by()
    )
    for row in rows:
        kind = "contractors" if row["employment"] in Employment.contractors() else "permanent"
        name = kind if row["state"] in PRESENT else "vacant"
        there = [row["planned_from"] <= day and (row["planned_to"] is None or day < row["planned_to"]) for day in days]
        sums[name] += np.array(there) * float(row["whole"])
    return MonthlyFTE(days, sums["permanent"], sums["contractors"], sums["vacant"])


@dataclass(frozen=True)
class Staffing:
    """One squad on a day."""

    posts: int
    permanent: Decimal
    contractors: Decimal
    vacant: Decimal
    contractor_posts: int
    contractors_leave: datetime.date | None
    vacant_posts: int


def staffing(*, squad: Squad, on: datetime.date) -> Staffing:
    """Two queries: the posts of the day, and nothing else."""
    posts = list(Post.objects.filter(squad=squad).exclude(state__in=GONE).on(on))
    filled = [post for post in posts if post.state in PRESENT]
    contractors = [post for post in filled if post.employment in Employment.contractors()]
    permanent = [post for post in filled if post.employment not in Employment.contractors()]
    vacant = [post for post in posts if post.state not in PRESENT]
    ends = {post.planned_to for post in contractors}
    return Staffing(
        posts=len(posts),
        permanent=_fte(permanent),
        contractors=_fte(contractors),
        vacant=_fte(vacant),
        contractor_posts=len(contractors),
        contractors_leave=min((day for day in ends if day), default=None) if ends else None,
        vacant_posts=len(vacant),
    )


def _fte(posts: list[Post]) -> Decimal:
    return sum((post.fte for post in posts), Decimal(0))


def squad_finding(now: Staffing) -> list[str]:
    """How many posts, how many of them contractors' and until when, how many empty."""
    if not now.posts:
        return [_("This squad has no posts today.")]
    sentences = []
    if not now.contractor_posts:
        sentences.append(_("Posts: %(posts)s, none of them a contractor's.") % {"posts": now.posts})
    elif now.contractors_leave is None:
        sentences.append(
            _("Posts: %(posts)s. Contractors': %(contractors)s, with no end planned.")
            % {"posts": now.posts, "contractors": now.contractor_posts}
        )
    else:
        sentences.append(
            _("Posts: %(posts)s. Contractors': %(contractors)s; the first leaves on %(day)s.")
            % {
                "posts": now.posts,
                "contractors": now.contractor_posts,
                "day": formats.date(now.contractors_leave - datetime.timedelta(days=1)),
            }
        )
    if now.vacant_posts:
        sentences.append(_("Nobody is in this many of them: %(vacant)s.") % {"vacant": now.vacant_posts})
    return sentences


def squads_with_fte(squads: QuerySet[Squad], *, on: datetime.date) -> QuerySet[Squad]:
    """Adds `permanent_fte`, `contractor_fte` and `vacant_fte` of a day to each squad, in the same query."""
    planned = Q(posts__planned_from__lte=on) & (Q(posts__planned_to__isnull=True) | Q(posts__planned_to__gt=on))
    filled = planned & Q(posts__state__in=PRESENT)
    contractors = Q(posts__employment__in=Employment.contractors())
    return squads.annotate(
        permanent_fte=Sum("posts__fte", filter=filled & ~contractors, default=Decimal(0)),
        contractor_fte=Sum("posts__fte", filter=filled & contractors, default=Decimal(0)),
        vacant_fte=Sum("posts__fte", filter=planned & ~Q(posts__state__in=[*PRESENT, *GONE]), default=Decimal(0)),
    )


def posts_of(*, squad: Squad) -> list[Post]:
    """Those still to come or there first, ended last; one query."""
    rows = Post.objects.filter(squad=squad).select_related("role").order_by("planned_from", "pk")
    return sorted(rows, key=lambda post: (post.state in GONE, post.planned_from))


def latest_states(*, post: Post) -> list[Mapping[str, object]]:
    """The states a post has been in, the latest first."""
    return [
        {"state": change.get_state_display(), "on": change.on} for change in post.state_changes.order_by("-on", "-pk")
    ]
