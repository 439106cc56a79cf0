"""4.2 and 4.3 Permanent posts on a guaranteed sum, with or without contractors who start and hand over."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, MONTHS, WIDTH, Table

_APPROVAL = INPUT["option.approval_month"]
_RECRUITMENT = INPUT["option.recruitment_months"]
_RAMP_UP = INPUT["option.ramp_up_months"]
_COVER = INPUT["option.cover_months"]
_ASSEMBLY = INPUT["option.assembly_months"]
_RESEARCH = INPUT["option.research_months"]
_HANDOVER = INPUT["option.handover_months"]
_FAILURE = INPUT["option.campaign_failure_rate"]
_MOST = INPUT["option.recruits_per_month"]
_ATTRITION = INPUT["option.attrition_rate"]
_STARTING = INPUT["option.starting_productivity"]
_INTERIM = INPUT["option.interim_cover"]
_REDEPLOYED = INPUT["option.redeployed_share"]
_REDUNDANCY = INPUT["option.redundancy_months"]
# This model's own work rows. Once a lane: the share of staff that stays a month, the month cover may start.
_STAYS, _FIRST = at.A, at.B
# The year's posts and recruits a month; those in the pipeline.
_YEAR_POSTS, _LAUNCHES, _PIPELINE = at.C, at.D, at.E
# The month's posts, survivors of each cohort, staff not yet productive, hires; those arriving, then those who have
# taken over.
_POSTS, _SURVIVORS, _UNPRODUCTIVE, _HIRES, _ARRIVING = at.F, at.G, at.H, at.J, at.K
_HANDED_OVER = _ARRIVING
NEVER = 1e9  # a month no case reaches
_AT_ONCE = 1e9  # a ramp-up of no months: fully productive from the first


def posts(full: float, factor: float, limit: float, permanent_year: float) -> float:
    """FTE of posts a year; under a limit (£ of that year) no more than it pays for."""
    return min(full * factor, limit / permanent_year)


def staffing(
    before: float, stays: float, posts: float, arriving: float, filled: float, pipeline: float, most: float,
) -> tuple[float, float, float, float, float, float]:  # fmt: skip
    """Steps 1 to 4: (p, hires, released because posts were cut, survivors of each cohort, launched, pipeline).

    `stays` is the share of staff that does not leave in a month, `filled` the share of campaigns that find somebody and
    `most` the campaigns that may be launched this month (0 in a freeze).
    """
    stay = before * stays
    kept = min(stay, posts)
    released = stay - kept
    survivors = 1.0
    if before > 0.0:
        survivors = kept / before
    hires = min(arriving * filled, posts - kept)
    permanent = kept + hires
    pipeline = pipeline - arriving
    launched = min(max(0.0, posts - permanent - pipeline), most)
    return permanent, hires, released, survivors, launched, pipeline + launched


def unreadiness(k: float, starting: float, a_month: float) -> float:
    """1 - w(k): the share of a hire of k months ago not yet productive; `a_month` is 1 / ramp-up months."""
    return 1.0 - min(1.0, starting + (1.0 - starting) * (k + 0.5) * a_month)


def cover(
    t: float, first: float, months: float, share: float, posts: float, handed_over: float, permanent: float,
    limit: float, permanent_year: float, contractor_year: float,
) -> float:  # fmt: skip
    """Step 6: contractor FTE on posts that permanent staff have not yet taken over, within what the limit leaves."""
    contractors = share * max(0.0, posts - handed_over)
    contractors = min(contractors, max(0.0, limit - permanent * permanent_year) / contractor_year)
    if t < first or t >= first + months:
        contractors = 0.0
    return contractors


def productive_fte(
    t: float, permanent: float, unproductive: float, contractors: float, work_from: float, per_permanent: float,
    per_contractor: float,
) -> float:  # fmt: skip
    """Step 7: productive FTE, the contractors' only once their research is done."""
    productive = (permanent - unproductive) * per_permanent
    if t >= work_from:
        productive += contractors * per_contractor
    return productive


def begin(n: int, months: int, work: Table, unready: Table) -> int:
    """What holds for the whole life of each lane; returns the longest ramp-up in months, of those that matter.

    `unready` gets a row for each month since a hire: the share of that hire not yet productive. The month of the hire
    has its row even where every ramp-up is of no months: it is read in any case.
    """
    longest = 1
    for i in range(n):
        work[_STAYS + i] = (1.0 - work[_ATTRITION + i]) ** (1.0 / 12.0)
        work[_FIRST + i] = work[_APPROVAL + i] + work[_ASSEMBLY + i]
        longest = max(longest, int(min(work[_RAMP_UP + i], float(months))))
    for k in range(longest):
        for i in range(n):
            ramp_up = work[_RAMP_UP + i]
            a_month = 1.0 / ramp_up if ramp_up > 0.0 else _AT_ONCE
            unready[(k & MONTHS) * WIDTH + i] = unreadiness(float(k), work[_STARTING + i], a_month)
    return longest


def new_year(y: int, n: int, size: Table, withdrawn: Table, frozen: Table, work: Table) -> None:
    """The year's posts and recruitment: `withdrawn` is the first year without posts, `frozen` 1 in a freeze."""
    for i in range(n):
        factor = size[(y & MONTHS) * WIDTH + i] if y < withdrawn[i] else 0.0
        work[_YEAR_POSTS + i] = posts(work[at.FULL + i], factor, work[at.LIMIT + i], work[at.PERMANENT_YEAR + i])
        work[_LAUNCHES + i] = 0.0 if frozen[(y & MONTHS) * WIDTH + i] > 0.0 else work[_MOST + i]


def row_before(t: int, ago: float) -> int:
    """The row of what was remembered `ago` months before month t. Month t's is row t + 1; row 0, which stays 0, stands
    for all before month 0, so that there is nothing to choose between.
    """
    return (int(max(0.0, t + 1.0 - ago)) & MONTHS) * WIDTH


def look_back_at_campaigns(t: int, n: int, work: Table, launched: Table) -> None:
    """Step 2's campaigns of month t."""
    for i in range(n):
        work[_ARRIVING + i] = launched[row_before(t, work[_RECRUITMENT + i]) + i]


def staff(t: int, i: int, work: Table, unready: Table) -> None:
    """Steps 1 to 4 of month t."""
    size = work[_YEAR_POSTS + i] if t >= work[_APPROVAL + i] else 0.0
    permanent, hires, released, survivors, campaigns, pipeline = staffing(
        work[at.PERMANENT + i],
        work[_STAYS + i],
        size,
        work[_ARRIVING + i],
        1.0 - work[_FAILURE + i],
        work[_PIPELINE + i],
        work[_LAUNCHES + i],
    )
    work[_POSTS + i] = size
    work[at.PERMANENT + i] = permanent
    work[at.CAMPAIGNS + i] = campaigns
    work[_PIPELINE + i] = pipeline
    work[_SURVIVORS + i] = survivors
    work[_HIRES + i] = hires
    work[_UNPRODUCTIVE + i] = hires * unready[i]
    work[at.NOTICE + i] = released * (1.0 - work[_REDEPLOYED + i]) * work[_REDUNDANCY + i]


def remember(
    t: int, n: int, longest: int, work: Table, launched: Table, present: Table, cohorts: Table, unready: Table
) -> None:
    """Step 5, and what later months look back on: `launched` and `present`, a row a month from row 1 on, and in row k
    of `cohorts` what is left of those hired k months ago.
    """
    this_month = (t & MONTHS) * WIDTH + WIDTH
    for i in range(n):
        launched[this_month + i] = work[at.CAMPAIGNS + i]
        present[this_month + i] = work[at.PERMANENT + i]
    for k in range(min(longest - 1, t), 0, -1):
        before, row = ((k - 1) & MONTHS) * WIDTH, (k & MONTHS) * WIDTH
        for i in range(n):
            left = cohorts[before + i] * work[_SURVIVORS + i]
            cohorts[row + i] = left
            work[_UNPRODUCTIVE + i] += left * unready[row + i]
    for i in range(n):
        cohorts[i] = work[_HIRES + i]


def covered_months(n: int, work: Table) -> tuple[float, float]:
    """From the first month in which any of these lanes has cover to before the first after them in which none has."""
    first, last = NEVER, 0.0
    for i in range(n):
        if work[_INTERIM + i] > 0.0:
            first = min(first, work[_FIRST + i])
            last = max(last, work[_FIRST + i] + work[_COVER + i])
    return first, last


def look_back_at_posts(t: int, n: int, work: Table, present: Table) -> None:
    """Step 6's permanent staff who have been there as long as a handover takes."""
    for i in range(n):
        work[_HANDED_OVER + i] = present[row_before(t, work[_HANDOVER + i]) + i]


def take_cover(t: int, i: int, work: Table) -> None:
    """Step 6 of month t."""
    work[at.CONTRACTORS + i] = cover(
        float(t),
        work[_FIRST + i],
        work[_COVER + i],
        work[_INTERIM + i],
        work[_POSTS + i],
        work[_HANDED_OVER + i],
        work[at.PERMANENT + i],
        work[at.LIMIT + i],
        work[at.PERMANENT_YEAR + i],
        work[at.CONTRACTOR_YEAR + i],
    )


def work_on(t: int, i: int, work: Table) -> None:
    """Step 7 of month t."""
    work[at.EFFORT + i] = productive_fte(
        float(t),
        work[at.PERMANENT + i],
        work[_UNPRODUCTIVE + i],
        work[at.CONTRACTORS + i],
        work[_FIRST + i] + work[_RESEARCH + i],
        work[at.PER_PERMANENT + i],
        work[at.PER_CONTRACTOR + i],
    )
    covered = 1.0 if work[_INTERIM + i] > 0.0 and work[_COVER + i] > 0.0 else 0.0
    work[at.PROCUREMENTS + i] = covered if float(t) == work[_APPROVAL + i] else 0.0
    work[at.BIDS + i] = 1.0 if t == 0 else 0.0
