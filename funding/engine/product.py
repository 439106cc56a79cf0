"""5. The product: progress to live, coverage, fitness, improvement, adoption and benefit."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, MONTHS, WIDTH, Table

_EFFORT_TO_LIVE = INPUT["product.effort_to_live"]
_SUSTAINING = INPUT["product.sustaining_fte"]
_DECAY = INPUT["product.decay_rate"]
_RECOVERY = INPUT["product.recovery_rate"]
_IMPROVEMENT_RATE = INPUT["product.improvement_rate"]
_IMPROVEMENT_LIMIT = INPUT["product.improvement_limit"]
_ADOPTION_MAXIMUM = INPUT["product.adoption_maximum"]
_ADOPTION_MONTHS = INPUT["product.adoption_months"]
MONTH_OF_YEAR = 1.0 / 12.0
NOT_LIVE = 1e9  # a month no case reaches

EXACT = 1e-9  # effort that falls short by no more than this is enough


def monthly_rate(rate: float) -> float:
    """The monthly rate that comes to `rate` in a year."""
    kept: float = (1.0 - rate) ** (1.0 / 12.0)
    return 1.0 - kept


def settle(t: float, live: float, live_month: float, progress: float, effort_to_live: float) -> tuple[float, float]:
    """(live, live month) at the start of month t, before that month's team and any release."""
    if live == 0.0 and progress >= effort_to_live - EXACT:
        live = 1.0
        live_month = t
    return live, live_month


def build(live: float, progress: float, lost: float, effort: float) -> float:
    """Progress at the month's end: work in hand lost to a release, then the month's effort; nothing once live."""
    return progress + (1.0 - live) * (effort - lost)


def coverage(iterating: float, sustaining: float) -> float:
    """The share of the effort that keeps the product fit which it had of late."""
    return min(1.0, iterating / sustaining) if sustaining > 0.0 else 1.0


def fitness(live: float, before: float, decay: float, recovery: float, coverage: float) -> float:
    """Fitness after a month, 1 until live and on going live; `decay` and `recovery` are monthly rates."""
    after = before * (1.0 - decay * (1.0 - coverage)) + (1.0 - before) * recovery * coverage
    return after if live > 0.0 else 1.0


def improvement(live: float, before: float, limit: float, a_month: float, iterating: float, sustaining: float) -> float:
    """What effort beyond sustaining has made of the benefit: a factor from 1 to 1 + limit."""
    after = min(1.0 + limit, before + a_month * max(0.0, iterating - sustaining))
    return after if live > 0.0 else 1.0


def adoption(live: float, months_live: float, most: float, months: float) -> float:
    """The share of users reached in the n-th live month; `months_live` is below 0 until live."""
    share = min(1.0, max(0.0, months_live) / months) if months > 0.0 else 1.0
    return live * most * share


def begin(n: int, work: Table) -> None:
    """The product before its first month."""
    for i in range(n):
        work[at.DECAY + i] = monthly_rate(work[_DECAY + i])
        work[at.RECOVERY + i] = monthly_rate(work[_RECOVERY + i])
        work[at.LIVE_MONTH + i] = NOT_LIVE
        work[at.FIT + i] = 1.0
        work[at.IMPROVEMENT + i] = 1.0


def settle_lane(t: int, i: int, work: Table) -> None:
    """Whether it is live, before anything else of month t."""
    work[at.LIVE + i], work[at.LIVE_MONTH + i] = settle(
        float(t),
        work[at.LIVE + i],
        work[at.LIVE_MONTH + i],
        work[at.PROGRESS + i],
        work[_EFFORT_TO_LIVE + i],
    )


def close_year(n: int, recent: Table) -> None:
    """Turn the year's efforts in `recent` into what next year looks back on: sums from each month to the year's end."""
    for m in range(11, -1, -1):
        row, after = (m & MONTHS) * WIDTH, ((m + 1) & MONTHS) * WIDTH
        for i in range(n):
            recent[row + i] += recent[after + i]


def look_back(t: int, n: int, work: Table, recent: Table) -> None:
    """Last year's effort after this month of the year, in row j + 1 of `recent`: with this year's it is the effort of
    the last 12 months, and no running difference gathers rounding.
    """
    after = (t % 12 + 1 & MONTHS) * WIDTH
    for i in range(n):
        work[at.LAST_YEAR + i] = recent[after + i]


def remember(t: int, n: int, work: Table, recent: Table) -> None:
    """The month's effort, for next year."""
    this_month = (t % 12 & MONTHS) * WIDTH
    for i in range(n):
        recent[this_month + i] = work[at.EFFORT + i]


def advance(t: int, i: int, work: Table) -> None:
    """Month t."""
    mean = 1.0 / min(t + 1, 12)
    goes_on = 0.0 if t % 12 == 0 else 1.0
    live, effort = work[at.LIVE + i], work[at.EFFORT + i]
    year_effort = goes_on * work[at.YEAR_EFFORT + i] + effort
    iterating, sustaining = (work[at.LAST_YEAR + i] + year_effort) * mean, work[_SUSTAINING + i]
    covered = coverage(iterating, sustaining)
    fit = fitness(live, work[at.FIT + i], work[at.DECAY + i], work[at.RECOVERY + i], covered)
    improved = improvement(
        live,
        work[at.IMPROVEMENT + i],
        work[_IMPROVEMENT_LIMIT + i],
        work[_IMPROVEMENT_RATE + i] * MONTH_OF_YEAR,
        iterating,
        sustaining,
    )
    adopted = adoption(live, t + 1.0 - work[at.LIVE_MONTH + i], work[_ADOPTION_MAXIMUM + i], work[_ADOPTION_MONTHS + i])
    work[at.YEAR_EFFORT + i] = year_effort
    work[at.PROGRESS + i] = build(live, work[at.PROGRESS + i], work[at.LOST + i], effort)
    work[at.COVERAGE + i] = covered
    work[at.FIT + i] = fit
    work[at.FITNESS + i] = live * fit
    work[at.IMPROVEMENT + i] = improved
    work[at.ADOPTION + i] = adopted
    work[at.BENEFIT + i] = adopted * fit * improved * work[at.BENEFIT_MONTH + i]
