"""5. The product: progress to live, coverage, fitness, improvement, adoption and benefit."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, Rows

_EFFORT_TO_LIVE = INPUT["product.effort_to_live"]
_SUSTAINING = INPUT["product.sustaining_fte"]
_DECAY = INPUT["product.decay_rate"]
_RECOVERY = INPUT["product.recovery_rate"]
_BENEFIT = INPUT["product.annual_benefit"]
_IMPROVEMENT_RATE = INPUT["product.improvement_rate"]
_IMPROVEMENT_LIMIT = INPUT["product.improvement_limit"]
_ADOPTION_MAXIMUM = INPUT["product.adoption_maximum"]
_ADOPTION_MONTHS = INPUT["product.adoption_months"]
_HAIRCUT = INPUT["benefit_haircut"]
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
    if sustaining <= 0.0:
        return 1.0
    return min(1.0, iterating / sustaining)


def fitness(before: float, decay: float, recovery: float, coverage: float) -> float:
    """Fitness after a live month; `decay` and `recovery` are monthly rates."""
    return before * (1.0 - decay * (1.0 - coverage)) + (1.0 - before) * recovery * coverage


def improvement(before: float, most: float, a_month: float, iterating: float, sustaining: float) -> float:
    """What effort beyond sustaining has made of the benefit: a factor from 1 to `most`."""
    return min(most, before + a_month * max(0.0, iterating - sustaining))


def adoption(months_live: float, most: float, months: float) -> float:
    """The share of users reached in the n-th live month."""
    if months <= 0.0:
        return most
    return most * min(1.0, months_live / months)


def begin(n: int, inputs: Rows, work: Rows) -> None:
    """The product before its first month."""
    for i in range(n):
        work[at.DECAY][i] = monthly_rate(inputs[_DECAY][i])
        work[at.RECOVERY][i] = monthly_rate(inputs[_RECOVERY][i])
        work[at.LIVE][i] = 0.0
        work[at.LIVE_MONTH][i] = NOT_LIVE
        work[at.PROGRESS][i] = 0.0
        work[at.YEAR_EFFORT][i] = 0.0
        work[at.FITNESS][i] = 1.0
        work[at.IMPROVEMENT][i] = 1.0


def settle_lanes(t: int, n: int, inputs: Rows, work: Rows) -> None:
    """Which lanes are live, before anything else of month t."""
    for i in range(n):
        live, live_month = settle(
            float(t), work[at.LIVE][i], work[at.LIVE_MONTH][i], work[at.PROGRESS][i], inputs[_EFFORT_TO_LIVE][i]
        )
        work[at.LIVE][i] = live
        work[at.LIVE_MONTH][i] = live_month


def close_year(n: int, recent: Rows) -> None:
    """Turn the year's efforts in `recent` into what next year's months look back on: sums from each month to its end."""
    for m in range(11, -1, -1):
        for i in range(n):
            recent[m][i] += recent[m + 1][i]


def advance(t: int, n: int, inputs: Rows, work: Rows, recent: Rows) -> None:
    """Month t for every lane. `recent[j + 1]` holds last year's effort after month j; the last 12 months' effort is
    that and this year's: no running difference, so nothing is lost to rounding."""
    j = t % 12
    counted = float(min(t + 1, 12))
    for i in range(n):
        live = work[at.LIVE][i]
        effort = work[at.EFFORT][i]
        sustaining = inputs[_SUSTAINING][i]
        year_effort = effort if j == 0 else work[at.YEAR_EFFORT][i] + effort
        iterating = (recent[j + 1][i] + year_effort) / counted
        recent[j][i] = effort
        work[at.YEAR_EFFORT][i] = year_effort
        work[at.PROGRESS][i] = build(live, work[at.PROGRESS][i], work[at.LOST][i], effort)
        covered = coverage(iterating, sustaining)
        work[at.COVERAGE][i] = covered
        adopted = 0.0
        if live > 0.0:
            work[at.FITNESS][i] = fitness(work[at.FITNESS][i], work[at.DECAY][i], work[at.RECOVERY][i], covered)
            work[at.IMPROVEMENT][i] = improvement(
                work[at.IMPROVEMENT][i],
                1.0 + inputs[_IMPROVEMENT_LIMIT][i],
                inputs[_IMPROVEMENT_RATE][i] / 12.0,
                iterating,
                sustaining,
            )
            months_live = t + 1.0 - work[at.LIVE_MONTH][i]
            adopted = adoption(months_live, inputs[_ADOPTION_MAXIMUM][i], inputs[_ADOPTION_MONTHS][i])
        work[at.ADOPTION][i] = adopted
        worth = adopted * work[at.FITNESS][i] * work[at.IMPROVEMENT][i] * inputs[_BENEFIT][i] / 12.0
        work[at.BENEFIT][i] = worth * (1.0 - inputs[_HAIRCUT][i]) * work[at.PRICE][i]
