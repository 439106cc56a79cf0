"""4.1 Bid, assemble, learn, build, let go; every year again."""

from __future__ import annotations

from . import layout as at
from .calendar import overlap
from .layout import INPUT, MONTHS, WIDTH, Table

_AWARD = INPUT["option.award_month"]
_ASSEMBLY = INPUT["option.assembly_months"]
_RESEARCH = INPUT["option.research_months"]
_WIND_DOWN = INPUT["option.wind_down_months"]
_RETAINED = INPUT["option.knowledge_retained"]
_LOST = INPUT["option.unfinished_work_lost"]
_TEAM_SHARE = INPUT["option.team_share"]
_SUPPORT_SHARE = INPUT["option.support_share"]
# This model's own work rows.
_START, _WORK_FROM, _WORK_TO, _SIZE, _SUPPORT, _FUNDED, _FUNDED_BEFORE = at.A, at.B, at.C, at.D, at.E, at.F, at.G


def research_months(months: float, retained: float, funded_before: float) -> float:
    """Months to learn the problem: fewer where last year was funded and some knowledge is kept."""
    return months * (1.0 - retained * funded_before)


def team_size(funded: float, full: float, limit: float, contractor_year: float, start: float) -> float:
    """FTE of the year's team. Under a limit (£ of that year) no more than it pays from `start` to the year's end."""
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


def new_year(y: int, n: int, funded: Table, work: Table) -> None:
    """Settle the year's team on 1 April; `funded` (a row a year) is 1 where that year's bid is won."""
    for i in range(n):
        before = work[_FUNDED + i]
        won = funded[(y & MONTHS) * WIDTH + i]
        start = work[_AWARD + i] + work[_ASSEMBLY + i]
        full = work[at.FULL + i] * work[_TEAM_SHARE + i]
        work[_FUNDED_BEFORE + i] = before
        work[_FUNDED + i] = won
        work[_START + i] = start
        work[_WORK_FROM + i] = start + research_months(work[_RESEARCH + i], work[_RETAINED + i], before)
        work[_SIZE + i] = team_size(won, full, work[at.LIMIT + i], work[at.CONTRACTOR_YEAR + i], start)
        work[_SUPPORT + i] = work[at.FULL + i] * work[_SUPPORT_SHARE + i]
        work[_WORK_TO + i] = 12.0 - work[_WIND_DOWN + i]


def advance(j: int, i: int, work: Table) -> None:
    """Month j of the year. In month 0 last year's team is released: a share of its effort is lost."""
    first = 1.0 if j == 0 else 0.0
    released = first * work[_FUNDED_BEFORE + i]
    work[at.LOST + i] = released * work[_LOST + i] * work[at.YEAR_EFFORT + i]
    work[at.BIDS + i] = first
    work[at.PROCUREMENTS + i] = work[_FUNDED + i] if j == work[_AWARD + i] else 0.0
    work[at.CONTRACTORS + i], work[at.PERMANENT + i], work[at.EFFORT + i] = month(
        float(j),
        work[at.LIVE + i],
        work[_FUNDED + i],
        work[_SIZE + i],
        work[_START + i],
        work[_WORK_FROM + i],
        work[_WORK_TO + i],
        work[_SUPPORT + i],
        work[at.PER_CONTRACTOR + i],
        work[at.PER_PERMANENT + i],
    )
