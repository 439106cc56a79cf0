"""FTE by role and month, with what is planned beside who is there: a heat map, in one query and in arrays."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from kit import formats
from squads.models import Employment, Post, Role
from squads.queries.months import GONE, PRESENT, months_from

MONTHS = 24
# Sums of tenths and thousandths of an FTE in float64: less than this is nothing.
NOTHING = 1e-6

Months = NDArray[np.float64]


@dataclass(frozen=True)
class RoleMonths:
    """One role, or all of them (`role` is None). Every array has shape (months,) and holds FTE at a month's first day.

    Demand is every post planned for the month, whatever its state; supply is who is there, of either kind.
    """

    role: Role | None
    demand: Months
    permanent: Months
    contractors: Months

    @property
    def supply(self) -> Months:
        return self.permanent + self.contractors

    @property
    def gap(self) -> Months:
        return self.demand - self.supply


@dataclass(frozen=True)
class HeatMap:
    months: list[datetime.date]
    rows: list[RoleMonths]
    total: RoleMonths


def heat_map(*, posts: "QuerySet[Post]", start: datetime.date, months: int = MONTHS) -> HeatMap:
    """Two queries: the posts, summed by role and dates in the database, and the roles' names.

    Each group of posts is laid down as a step up and a step down; adding the steps up gives every month at once.
    """
    days = months_from(start, months)
    first = np.array(days, dtype="datetime64[D]")
    groups = list(
        posts.exclude(state__in=GONE)
        .values("role", "planned_from", "planned_to", "employment", "state")
        .annotate(whole=Sum("fte"))
        .order_by()
    )
    keys = sorted({group["role"] for group in groups})
    place = {key: number for number, key in enumerate(keys)}
    steps = np.zeros((3, len(keys), months + 1))
    if groups:
        role = np.array([place[group["role"]] for group in groups])
        fte = np.array([float(group["whole"]) for group in groups])
        begins = _month_of(first, [group["planned_from"] for group in groups])
        ends = _month_of(first, [group["planned_to"] or datetime.date.max for group in groups])
        there = np.array([group["state"] in PRESENT for group in groups])
        contractors = np.array([group["employment"] in Employment.contractors() for group in groups])
        for kind, chosen in enumerate((np.ones_like(there), there & ~contractors, there & contractors)):
            np.add.at(steps[kind], (role[chosen], begins[chosen]), fte[chosen])
            np.add.at(steps[kind], (role[chosen], ends[chosen]), -fte[chosen])
    sums = np.cumsum(steps, axis=2)[:, :, :months]
    sums[np.abs(sums) < NOTHING] = 0.0
    roles = Role.objects.in_bulk(keys)
    rows = [RoleMonths(roles[key], *sums[:, number]) for number, key in enumerate(keys) if sums[0, number].any()]
    rows.sort(
        key=lambda row: (str(row.role.family).casefold(), str(row.role.name).casefold()) if row.role else ("", "")
    )
    return HeatMap(days, rows, RoleMonths(None, *sums.sum(axis=1)))


def _month_of(first: NDArray[np.datetime64], days: Sequence[datetime.date]) -> NDArray[np.intp]:
    """The number of the first month that begins on or after each day, so many months as there are after the last."""
    return np.searchsorted(first, np.array(days, dtype="datetime64[D]"), side="left")


def heat_finding(found: HeatMap) -> list[str]:
    """Where the largest gap lies, and of which role."""
    if not found.rows:
        return [_("No post is planned in these months.")]
    gap = found.total.gap
    worst = int(np.argmax(gap))
    words = {
        "demand": formats.fte(float(found.total.demand[0])),
        "supply": formats.fte(float(found.total.supply[0])),
        "contractors": formats.fte(float(found.total.contractors[0])),
        "month": formats.month(found.months[0]),
    }
    sentences = [
        _("In %(month)s %(demand)s FTE are planned and %(supply)s are there, %(contractors)s of them contractors.")
        % words
    ]
    if gap[worst] <= NOTHING:
        sentences.append(_("Everything planned is filled in each of these months."))
        return sentences
    short = max(found.rows, key=lambda row: float(row.gap[worst]))
    sentences.append(
        _(
            "The most is missing in %(month)s: %(gap)s FTE. Of one role, the most is missing of: "
            "%(role)s (%(of_role)s FTE)."
        )
        % {
            "month": formats.month(found.months[worst]),
            "gap": formats.fte(float(gap[worst])),
            "role": str(short.role.name) if short.role else "",
            "of_role": formats.fte(float(short.gap[worst])),
        }
    )
    return sentences
