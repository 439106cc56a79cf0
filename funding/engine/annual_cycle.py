"""4.1 Bid, assemble, learn, build, let go; every year again."""

from __future__ import annotations

from . import layout as at
from .calendar import overlap
from .layout import INPUT, Row, Rows

_AWARD = INPUT["option.award_month"]
_ASSEMBLY = INPUT["option.assembly_months"]
_RESEARCH = INPUT["option.research_months"]
_WIND_DOWN = INPUT["option.wind_down_months"]
_RETAINED = INPUT["option.knowledge_retained"]
_LOST = INPUT["option.unfinished_work_lost"]
_TEAM_SHARE = INPUT["option.team_share"]
_SUPPORT_SHARE = INPUT["option.support_share"]
# This model's own work rows.
_START, _WORK_FROM, _SIZE, _FUNDED, _FUNDED_BEFORE = at.A, at.B, at.C, at.D, at.E


def research_months(months: float, retained: float, funded_before: float) -> float:
    """Months to learn the problem: fewer where last year was funded and some knowledge is kept."""
    return months * (1.0 - retained * funded_before)


def team_size(funded: float, full: float, limit: float, contractor_year: float, start: float) -> float:
    """FTE of the year's team. Under a limit (£ of that year) no more than it pays for from `start` to the year's end."""
    size = full * funded
    if start < 12.0:
        size = min(size, limit / (contractor_year * (12.0 - start) / 12.0))
    return size


def month(
    j: float, live: float, funded: float, size: float, start: float, work_from: float, work_to: float,
    support: float, per_contractor: float, per_permanent: float,
) -> tuple[float, float, float]:  # fmt: skip
    """Contractor FTE, permanent FTE (staff borrowed once live while no team is on) and productive effort."""
    present = overlap(j, start, 12.0)
    contractors = size * present
    permanent = live * support * (1.0 - funded * present)
    effort = size * overlap(j, work_from, work_to) * per_contractor + permanent * per_permanent
    return contractors, permanent, effort


def new_year(n: int, inputs: Rows, funded: Row, work: Rows) -> None:
    """Settle the year's team on 1 April; `funded` is 1 where this year's bid is won."""
    for i in range(n):
        before = work[_FUNDED][i]
        start = inputs[_AWARD][i] + inputs[_ASSEMBLY][i]
        work[_FUNDED_BEFORE][i] = before
        work[_FUNDED][i] = funded[i]
        work[_START][i] = start
        work[_WORK_FROM][i] = start + research_months(inputs[_RESEARCH][i], inputs[_RETAINED][i], before)
        full = work[at.FULL][i] * inputs[_TEAM_SHARE][i]
        work[_SIZE][i] = team_size(funded[i], full, work[at.LIMIT][i], work[at.CONTRACTOR_YEAR][i], start)


def release(j: int, n: int, inputs: Rows, work: Rows) -> None:
    """In month 0 of a year that follows a funded one: work in hand is lost, a share of that year's effort."""
    for i in range(n):
        lost = inputs[_LOST][i] * work[_FUNDED_BEFORE][i] * work[at.YEAR_EFFORT][i]
        work[at.LOST][i] = lost if j == 0 else 0.0


def advance(j: int, n: int, inputs: Rows, work: Rows) -> None:
    """Month j of the year for every lane."""
    for i in range(n):
        contractors, permanent, effort = month(
            float(j),
            work[at.LIVE][i],
            work[_FUNDED][i],
            work[_SIZE][i],
            work[_START][i],
            work[_WORK_FROM][i],
            12.0 - inputs[_WIND_DOWN][i],
            work[at.FULL][i] * inputs[_SUPPORT_SHARE][i],
            work[at.PER_CONTRACTOR][i],
            work[at.PER_PERMANENT][i],
        )
        work[at.CONTRACTORS][i] = contractors
        work[at.PERMANENT][i] = permanent
        work[at.EFFORT][i] = effort
        work[at.BIDS][i] = 1.0 if j == 0 else 0.0
        work[at.PROCUREMENTS][i] = work[_FUNDED][i] if j == inputs[_AWARD][i] else 0.0
