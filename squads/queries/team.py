"""The team of one product: the posts of the squads that work on it, each counted by its squad's share."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from django.db.models import Count, F, Q
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from accounts.models import User
from kit import formats
from portfolio.models import Phase, Product
from squads.models import Assignment, Post
from squads.queries.months import GONE, PRESENT, SOON, MonthlyFTE, months_from
from squads.queries.posts import goes_on

NOBODY = 1e-6
RETIRING = (Phase.RETIRING, Phase.RETIRED)


@dataclass(frozen=True)
class Member:
    """A post of a squad that works on the product, with the part of it that is the product's."""

    post: Post
    share: Decimal
    fte: Decimal  # of the product: the post's FTE times the squad's share

    @property
    def is_there(self) -> bool:
        return self.post.state in PRESENT


@dataclass(frozen=True)
class Leaver:
    """A contractor with a last day, and what there is of a handover; `conversion` is None where nothing follows."""

    member: Member
    leaves_on: datetime.date
    conversion: int | None
    items: int
    done: int

    @property
    def last_day(self) -> datetime.date | None:
        return self.member.post.last_day


@dataclass(frozen=True)
class Team:
    """A product's people on a day and by month. `assignments` are those of today and later."""

    on: datetime.date
    assignments: list[Assignment]
    now: list[Member]
    by_month: MonthlyFTE
    leavers: list[Leaver]

    def fte(self, kind: str) -> Decimal:
        """FTE there today of one kind: "permanent", "contractor" or "vacant"."""
        return sum((one.fte for one in self.now if _kind(one.post) == kind), Decimal(0))

    @property
    def empty_months(self) -> list[datetime.date]:
        """The months in which nobody is there."""
        there = self.by_month.permanent + self.by_month.contractors
        return [day for day, fte in zip(self.by_month.months, there, strict=True) if fte <= NOBODY]

    @property
    def open_items(self) -> int:
        return sum(one.items - one.done for one in self.leavers)


def _kind(post: Post) -> str:
    if post.state not in PRESENT:
        return "vacant"
    return "contractor" if post.is_contractors else "permanent"


def team_of(*, product: Product, user: User, on: datetime.date, start: datetime.date, months: int) -> Team:
    """Two queries, whatever the number of squads and posts."""
    rows = Assignment.objects.visible_to(user).filter(product=product).exclude(end__lte=min(on, start))
    assignments = list(rows.select_related("squad__organisation").order_by("start", "pk"))
    posts = _posts({one.squad_id for one in assignments}, min(on, start))
    of_squad: dict[int, list[Post]] = {}
    for post in posts:
        of_squad.setdefault(post.squad_id, []).append(post)
    days = months_from(start, months)
    first = np.array(days, dtype="datetime64[D]")
    sums = {kind: np.zeros(months) for kind in ("permanent", "contractor", "vacant")}
    now: list[Member] = []
    for one in assignments:
        works = _within(first, one.start, one.end)
        for post in of_squad.get(one.squad_id, []):
            part = post.fte * one.share
            there = works & _within(first, post.planned_from, post.planned_to)
            sums[_kind(post)] += there * float(part)
            if _holds(on, one.start, one.end) and _holds(on, post.planned_from, post.planned_to):
                now.append(Member(post, one.share, part))
    by_month = MonthlyFTE(days, sums["permanent"], sums["contractor"], sums["vacant"])
    now.sort(key=lambda one: (str(one.post.role).casefold(), one.post.pk))
    return Team(on, [one for one in assignments if one.end is None or one.end > on], now, by_month, _leavers(now))


def _posts(squads: set[int], since: datetime.date) -> list[Post]:
    items = "converted_to__handover_items"
    rows = Post.objects.filter(squad__in=squads).exclude(state__in=GONE).exclude(planned_to__lte=since)
    rows = rows.annotate(
        conversion=F("converted_to"),
        items=Count(items),
        done=Count(items, filter=Q(**{f"{items}__done_on__isnull": False})),
        goes_on=goes_on(),
    )
    return list(rows.select_related("role", "squad").order_by("pk"))


def _leavers(now: list[Member]) -> list[Leaver]:
    found = [
        Leaver(one, one.post.planned_to, one.post.conversion, one.post.items, one.post.done)  # type: ignore[attr-defined]
        for one in now
        if one.is_there and one.post.is_contractors and one.post.planned_to is not None and not one.post.goes_on  # type: ignore[attr-defined]
    ]
    return sorted(found, key=lambda one: (one.leaves_on, one.member.post.pk))


def _within(first: NDArray[np.datetime64], start: datetime.date, end: datetime.date | None) -> NDArray[np.bool_]:
    begun: NDArray[np.bool_] = first >= np.datetime64(start)
    return begun if end is None else begun & (first < np.datetime64(end))


def _holds(on: datetime.date, start: datetime.date, end: datetime.date | None) -> bool:
    return start <= on and (end is None or on < end)


def team_finding(*, product: Product, team: Team) -> list[str]:
    """Who is there, who leaves first, and when nobody will be."""
    if not team.assignments:
        return [] if product.phase in RETIRING else [_("No squad works on it today or is to later.")]
    words = {
        "permanent": formats.fte(team.fte("permanent")),
        "contractors": formats.fte(team.fte("contractor")),
        "vacant": formats.fte(team.fte("vacant")),
    }
    sentences = [
        _("FTE at work on it today: permanent %(permanent)s, contractors %(contractors)s. Vacant: %(vacant)s.") % words
    ]
    if team.leavers:
        first = team.leavers[0]
        when = {"day": formats.date(first.last_day), "leavers": formats.number(len(team.leavers))}
        if first.leaves_on <= team.on + SOON:
            sentences.append(
                _("A contractor leaves soon, on %(day)s. Contractors with a last day: %(leavers)s.") % when
            )
        else:
            sentences.append(
                _("The first contractor leaves on %(day)s. Contractors with a last day: %(leavers)s.") % when
            )
        if team.open_items:
            sentences.append(
                _("Items of handovers still open: %(items)s.") % {"items": formats.number(team.open_items)}
            )
    empty = team.empty_months
    if empty:
        sentences.append(
            _("Months in the next three years with nobody there: %(months)s, the first of them %(month)s.")
            % {"months": formats.number(len(empty)), "month": formats.month(empty[0])}
        )
    return sentences
