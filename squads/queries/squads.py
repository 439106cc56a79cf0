"""A squad on a day, what it works on, and what that comes to in words."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from kit import formats
from squads.models import ONE_DAY, Assignment, Employment, Post, Squad
from squads.queries.months import GONE, PRESENT
from squads.queries.posts import goes_on
from squads.queries.stages import recruitment_of, stage_words


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
    """One query: the posts of the day, and nothing else."""
    rows = Post.objects.filter(squad=squad).exclude(state__in=GONE).on(on)
    posts = list(rows.annotate(goes_on=goes_on()))
    filled = [post for post in posts if post.state in PRESENT]
    contractors = [post for post in filled if post.employment in Employment.contractors()]
    permanent = [post for post in filled if post.employment not in Employment.contractors()]
    vacant = [post for post in posts if post.state not in PRESENT]
    ends = {post.planned_to for post in contractors if not post.goes_on}
    return Staffing(
        posts=len(posts),
        permanent=_fte(permanent),
        contractors=_fte(contractors),
        vacant=_fte(vacant),
        contractor_posts=len(contractors),
        contractors_leave=min((day for day in ends if day), default=None),
        vacant_posts=len(vacant),
    )


def _fte(posts: Sequence[Post]) -> Decimal:
    return sum((post.fte for post in posts), Decimal(0))


@dataclass(frozen=True)
class Work:
    """What a squad works on: what its reader may see, how much else there is, and how much of its time that takes."""

    shown: list[Assignment]
    unseen: int
    promised: Decimal  # on the day, of all its products; 1 is the whole of its time


def work_of(*, squad: Squad, user: User, on: datetime.date) -> Work:
    """Three queries. Those that are or will be come first, then those that are over, the latest first."""
    every = Assignment.objects.filter(squad=squad)
    shown = list(every.visible_to(user).select_related("product").order_by("-start", "pk"))
    over = [one for one in shown if one.end is not None and one.end <= on]
    promised = every.on(on).aggregate(share=Sum("share", default=Decimal(0)))["share"]
    return Work([*(one for one in shown if one not in over), *over], every.count() - len(shown), promised)


def squad_finding(now: Staffing, work: Work | None = None) -> list[str]:
    """How many posts, how many of them contractors' and until when, how many empty; and whether its time is spent."""
    return [*_posts_finding(now), *(_work_finding(work) if work else [])]


def _work_finding(work: Work) -> list[str]:
    if not work.promised:
        return [_("It works on no product today.")]
    if work.promised > 1:
        return [
            _("It is promised to its products for more than all of its time: %(share)s.")
            % {"share": formats.percent(work.promised)}
        ]
    return []


def _posts_finding(now: Staffing) -> list[str]:
    if not now.posts:
        return [_("This squad has no posts today.")]
    posts = ngettext("It has %(number)s post today.", "It has %(number)s posts today.", now.posts)
    sentences = [posts % {"number": formats.number(now.posts)}, _contractors_words(now)]
    if now.vacant_posts:
        empty = ngettext("One is empty.", "%(number)s are empty.", now.vacant_posts)
        sentences.append(empty % {"number": formats.number(now.vacant_posts)})
    return sentences


def _contractors_words(now: Staffing) -> str:
    if not now.contractor_posts:
        return _("None is a contractor's.")
    words = {"number": formats.number(now.contractor_posts)}
    if now.contractors_leave is None:
        said = ngettext(
            "One is a contractor's, with no end planned.",
            "%(number)s are contractors', with no end planned.",
            now.contractor_posts,
        )
        return said % words
    said = ngettext(
        "One is a contractor's, who leaves on %(day)s.",
        "%(number)s are contractors'; the first leaves on %(day)s.",
        now.contractor_posts,
    )
    return said % (words | {"day": formats.date(now.contractors_leave - ONE_DAY)})


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


def squads_finding(squads: QuerySet[Squad]) -> list[str]:
    """Of squads that `squads_with_fte` was asked of: who is there, in total. One query."""
    totals = squads.order_by().aggregate(
        permanent=Sum("permanent_fte"), contractors=Sum("contractor_fte"), vacant=Sum("vacant_fte")
    )
    if totals["permanent"] is None:
        return []
    return [_people_words(totals["permanent"], totals["contractors"]), _vacant_words(totals["vacant"])]


def _people_words(permanent: Decimal, contractors: Decimal) -> str:
    people = permanent + contractors
    words = {"people": formats.fte(people), "contractors": formats.fte(contractors)}
    if not people:
        return _("Nobody is in post today.")
    if not contractors:
        return _("%(people)s FTE is in post today, none of it contractors'.") % words
    if not permanent:
        return _("%(people)s FTE is in post today, all of it contractors'.") % words
    return _("%(people)s FTE is in post today, of which %(contractors)s (%(part)s) is contractors'.") % (
        words | {"part": formats.percent(contractors / people)}
    )


def _vacant_words(vacant: Decimal) -> str:
    if not vacant:
        return _("No post wanted today is empty.")
    return _("%(vacant)s FTE is wanted today and nobody fills it.") % {"vacant": formats.fte(vacant)}


@dataclass(frozen=True)
class PostRow:
    """A post of a squad's page, with its state for how long, and for how long nobody has been in it."""

    post: Post
    state: str
    vacant_since: datetime.date | None
    vacant_days: int | None

    @property
    def is_there(self) -> bool:
        return self.post.state in PRESENT


def posts_in_words(posts: list[Post], *, on: datetime.date) -> list[PostRow]:
    """From the posts of `posts_of`: asks nothing more."""
    rows = []
    for post in posts:
        found = recruitment_of(post=post, changes=list(post.state_changes.all()), on=on)
        empty = found.vacant_since if found.vacant_since and found.vacant_since <= on else None
        rows.append(
            PostRow(
                post,
                stage_words(post, on=on, since=found.state_since),
                empty,
                None if empty is None else (on - empty).days,
            )
        )
    return rows


def posts_of(*, squad: Squad) -> list[Post]:
    """Those still to come or there first, ended last, with the changes of their states; two queries."""
    rows = Post.objects.filter(squad=squad).select_related("role").prefetch_related("state_changes")
    rows = rows.order_by("planned_from", "pk")
    return sorted(rows, key=lambda post: (post.state in GONE, post.planned_from))
