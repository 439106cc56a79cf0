"""4.2 and 4.3 Permanent posts on a guaranteed sum, with or without contractors who start and hand over."""

from __future__ import annotations

from collections.abc import Sequence

from . import layout as at
from .layout import INPUT, Row, Rows

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
# This model's own work rows: the share of staff that stays a month, those in the pipeline, the year's size factor and
# recruits a month, the month's posts, survivors and staff not yet productive.
_STAYS, _PIPELINE, _GUARANTEED, _LAUNCHES, _POSTS, _SURVIVORS, _UNPRODUCTIVE = at.A, at.B, at.C, at.D, at.E, at.F, at.G
_AT_ONCE = 1e9  # a ramp-up of no months: fully productive from the first


def posts(t: float, approval: float, full: float, limit: float, permanent_year: float, guaranteed: float) -> float:
    """FTE of posts that may be filled this month; a withdrawn guarantee (0) leaves none."""
    size = full * guaranteed
    if t < approval:
        size = 0.0
    return min(size, limit / permanent_year)


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


def effort(
    t: float, permanent: float, unproductive: float, contractors: float, work_from: float, per_permanent: float,
    per_contractor: float,
) -> float:  # fmt: skip
    """Step 7: productive FTE, the contractors' only once their research is done."""
    productive = (permanent - unproductive) * per_permanent
    if t >= work_from:
        productive += contractors * per_contractor
    return productive


def begin(n: int, months: int, inputs: Rows, work: Rows, memory: Sequence[Rows]) -> int:
    """What holds for the whole life of each lane; returns the longest ramp-up in months, of those that matter."""
    longest = 0
    for i in range(n):
        work[_STAYS][i] = (1.0 - inputs[_ATTRITION][i]) ** (1.0 / 12.0)
        work[_PIPELINE][i] = 0.0
        longest = max(longest, int(min(inputs[_RAMP_UP][i], float(months))))
    for k in range(longest):
        for i in range(n):
            ramp_up = inputs[_RAMP_UP][i]
            a_month = 1.0 / ramp_up if ramp_up > 0.0 else _AT_ONCE
            memory[at.UNREADY][k][i] = unreadiness(float(k), inputs[_STARTING][i], a_month)
    return longest


def new_year(y: int, n: int, inputs: Rows, size: Row, withdrawn: Row, frozen: Row, work: Rows) -> None:
    """The year's guarantee and recruitment: `withdrawn` is the first year without posts, `frozen` 1 in a freeze."""
    for i in range(n):
        work[_GUARANTEED][i] = size[i] if y < withdrawn[i] else 0.0
        work[_LAUNCHES][i] = 0.0 if frozen[i] > 0.0 else inputs[_MOST][i]


def advance(t: int, n: int, longest: int, inputs: Rows, work: Rows, memory: Sequence[Rows]) -> None:
    """Month t for every lane."""
    launched, present, cohorts, unready = memory[0], memory[1], memory[2], memory[3]
    for i in range(n):
        month = float(t)
        full, limit, a_year = work[at.FULL][i], work[at.LIMIT][i], work[at.PERMANENT_YEAR][i]
        size = posts(month, inputs[_APPROVAL][i], full, limit, a_year, work[_GUARANTEED][i])
        lead = inputs[_RECRUITMENT][i]
        arriving = launched[t - int(lead)][i] if month >= lead else 0.0
        permanent, hires, released, survivors, campaigns, pipeline = staffing(
            present[t - 1][i] if t > 0 else 0.0,
            work[_STAYS][i],
            size,
            arriving,
            1.0 - inputs[_FAILURE][i],
            work[_PIPELINE][i],
            work[_LAUNCHES][i],
        )
        work[_POSTS][i] = size
        work[_SURVIVORS][i] = survivors
        work[_PIPELINE][i] = pipeline
        work[at.PERMANENT][i] = permanent
        work[at.CAMPAIGNS][i] = campaigns
        work[at.NOTICE][i] = released * (1.0 - inputs[_REDEPLOYED][i]) * inputs[_REDUNDANCY][i]
        launched[t][i] = campaigns
        present[t][i] = permanent
        cohorts[t][i] = hires
        work[_UNPRODUCTIVE][i] = hires * unready[0][i] if longest > 0 else 0.0
    for k in range(1, min(longest, t + 1)):
        for i in range(n):
            left = cohorts[t - k][i] * work[_SURVIVORS][i]
            cohorts[t - k][i] = left
            work[_UNPRODUCTIVE][i] += left * unready[k][i]
    for i in range(n):
        month = float(t)
        first = inputs[_APPROVAL][i] + inputs[_ASSEMBLY][i]
        handover = inputs[_HANDOVER][i]
        contractors = cover(
            month,
            first,
            inputs[_COVER][i],
            inputs[_INTERIM][i],
            work[_POSTS][i],
            present[t - int(handover)][i] if month >= handover else 0.0,
            work[at.PERMANENT][i],
            work[at.LIMIT][i],
            work[at.PERMANENT_YEAR][i],
            work[at.CONTRACTOR_YEAR][i],
        )
        work[at.CONTRACTORS][i] = contractors
        work[at.EFFORT][i] = effort(
            month,
            work[at.PERMANENT][i],
            work[_UNPRODUCTIVE][i],
            contractors,
            first + inputs[_RESEARCH][i],
            work[at.PER_PERMANENT][i],
            work[at.PER_CONTRACTOR][i],
        )
        covered = inputs[_INTERIM][i] > 0.0 and inputs[_COVER][i] > 0.0
        work[at.PROCUREMENTS][i] = 1.0 if covered and month == inputs[_APPROVAL][i] else 0.0
        work[at.BIDS][i] = 1.0 if t == 0 else 0.0
