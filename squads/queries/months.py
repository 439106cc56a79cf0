"""Full-time equivalents by month and by who fills them."""

import datetime
from dataclasses import dataclass

import numpy as np
from django.db.models import QuerySet, Sum
from numpy.typing import NDArray

from squads.models import Employment, Post

PRESENT = (Post.State.FILLED,)


GONE = (Post.State.ENDED,)


# A contractor who leaves within these days leaves soon: about as long as finding another takes.
SOON = datetime.timedelta(days=92)


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
