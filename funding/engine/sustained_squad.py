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


def begin(n: int, months: int, inputs: Table, work: Table, unready: Table) -> int:
    """What holds for the whole life of each lane; returns the longest ramp-up in months, of those that matter.

    `unready` gets a row for each month since a hire: the share of that hire not yet productive. The month of the hire
    has its row even where every ramp-up is of no months: it is read in any case.
    """
    longest = 1
    for i in range(n):
        work[_STAYS + i] = (1.0 - inputs[_ATTRITION + i]) ** (1.0 / 12.0)
        work[_FIRST + i] = inputs[_APPROVAL + i] + inputs[_ASSEMBLY + i]
        longest = max(longest, int(min(inputs[_RAMP_UP + i], float(months))))
    for k in range(longest):
        for i in range(n):
            ramp_up = inputs[_RAMP_UP + i]
            a_month = 1.0 / ramp_up if ramp_up > 0.0 else _AT_ONCE
            unready[k * WIDTH + i] = unreadiness(float(k), inputs[_STARTING + i], a_month)
    return longest


def new_year(y: int, n: int, inputs: Table, size: Table, withdrawn: Table, frozen: Table, work: Table) -> None:
    """The year's posts and recruitment: `withdrawn` is the first year without posts, `frozen` 1 in a freeze."""
    for i in range(n):
        factor = size[y * WIDTH + i] if y < withdrawn[i] else 0.0
        work[_YEAR_POSTS + i] = posts(work[at.FULL + i], factor, work[at.LIMIT + i], work[at.PERMANENT_YEAR + i])
        work[_LAUNCHES + i] = 0.0 if frozen[y * WIDTH + i] > 0.0 else inputs[_MOST + i]


def advance(
    t: int, n: int, longest: int, inputs: Table, work: Table, launched: Table, present: Table, cohorts: Table,
    unready: Table,
) -> None:  # fmt: skip
    """Month t for every lane. A row a month: `launched`, `present`, and `cohorts`, what is left of those hired."""
    this_month = (t & MONTHS) * WIDTH
    for i in range(n):
        lead = inputs[_RECRUITMENT + i]
        work[_ARRIVING + i] = launched[(t - int(lead)) * WIDTH + i] if t >= lead else 0.0
    for i in range(n):
        size = work[_YEAR_POSTS + i] if t >= inputs[_APPROVAL + i] else 0.0
        permanent, hires, released, survivors, campaigns, pipeline = staffing(
            work[at.PERMANENT + i],
            work[_STAYS + i],
            size,
            work[_ARRIVING + i],
            1.0 - inputs[_FAILURE + i],
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
        work[at.NOTICE + i] = released * (1.0 - inputs[_REDEPLOYED + i]) * inputs[_REDUNDANCY + i]
    for i in range(n):
        launched[this_month + i] = work[at.CAMPAIGNS + i]
    for i in range(n):
        present[this_month + i] = work[at.PERMANENT + i]
    for i in range(n):
        cohorts[this_month + i] = work[_HIRES + i]
    for hired in range(max(0, t - longest + 1), t):
        row, since = (hired & MONTHS) * WIDTH, ((t - hired) & MONTHS) * WIDTH
        for i in range(n):
            cohorts[row + i] *= work[_SURVIVORS + i]
        for i in range(n):
            work[_UNPRODUCTIVE + i] += cohorts[row + i] * unready[since + i]
    _cover_and_effort(t, n, inputs, work, present)


def _cover_and_effort(t: int, n: int, inputs: Table, work: Table, present: Table) -> None:
    """Steps 6 and 7."""
    now = float(t)
    first_month = 1.0 if t == 0 else 0.0
    for i in range(n):
        handover = inputs[_HANDOVER + i]
        work[_HANDED_OVER + i] = present[(t - int(handover)) * WIDTH + i] if t >= handover else 0.0
    for i in range(n):
        first = work[_FIRST + i]
        share, months = inputs[_INTERIM + i], inputs[_COVER + i]
        contractors = cover(
            now,
            first,
            months,
            share,
            work[_POSTS + i],
            work[_HANDED_OVER + i],
            work[at.PERMANENT + i],
            work[at.LIMIT + i],
            work[at.PERMANENT_YEAR + i],
            work[at.CONTRACTOR_YEAR + i],
        )
        work[at.CONTRACTORS + i] = contractors
        work[at.EFFORT + i] = productive_fte(
            now,
            work[at.PERMANENT + i],
            work[_UNPRODUCTIVE + i],
            contractors,
            first + inputs[_RESEARCH + i],
            work[at.PER_PERMANENT + i],
            work[at.PER_CONTRACTOR + i],
        )
        covered = 1.0 if share > 0.0 and months > 0.0 else 0.0
        work[at.PROCUREMENTS + i] = covered if now == inputs[_APPROVAL + i] else 0.0
        work[at.BIDS + i] = first_month
