"""4.4 A one-off build, then business as usual; rebuilt every so many years where asked."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, Table

_APPROVAL = INPUT["option.approval_month"]
_PROCUREMENT = INPUT["option.procurement_months"]
_RESEARCH = INPUT["option.research_months"]
_BUILD = INPUT["option.build_months"]
_REBUILD = INPUT["option.rebuild_every_years"]
_BUILD_SHARE = INPUT["option.build_share"]
_SUPPORT_SHARE = INPUT["option.support_share"]
# This model's own work rows.
_ARRIVAL, _PROCURE_AT, _ARRIVE_AT, _PERIOD, _PLANNED = at.A, at.B, at.C, at.D, at.E
NEVER = 1e9  # a month no case reaches


def rebuild_period(rebuild_every_years: float, procurement: float, planned: float) -> float:
    """Months from one build's team to the next one's: never less than a build takes from its procurement on."""
    if rebuild_every_years <= 0.0:
        return NEVER
    return max(12.0 * rebuild_every_years, procurement + planned)


def schedule(
    t: float, live_month: float, arrival: float, procure_at: float, arrive_at: float, procurement: float, period: float,
) -> tuple[float, float, float, float]:  # fmt: skip
    """(the latest team's arrival, next procurement, next arrival, procurements) of rebuilds, at the start of month t.

    Going live sets the first rebuild; until then nothing is due and both dates are NEVER.
    """
    if t == live_month:
        arrive_at = max(t, arrival) + period
        procure_at = arrive_at - procurement
    procured = 0.0
    if t == procure_at:
        procured = 1.0
        procure_at += period
    if t == arrive_at:
        arrival = t
        arrive_at += period
    return arrival, procure_at, arrive_at, procured


def month(
    live: float, since: float, planned: float, research: float, build: float, support: float, per_contractor: float,
    per_permanent: float,
) -> tuple[float, float, float]:  # fmt: skip
    """Contractor FTE, permanent FTE and productive effort, `since` months after the latest team's arrival.

    A build overruns its plan until the product is live.
    """
    on = 1.0 if since >= 0.0 and (since < planned or live == 0.0) else 0.0
    learnt = 1.0 if since >= research else 0.0
    contractors = on * build
    permanent = (1.0 - on) * live * support
    return contractors, permanent, contractors * learnt * per_contractor + permanent * per_permanent


def begin(n: int, work: Table) -> None:
    """The first build's dates, which do not depend on what happens."""
    for i in range(n):
        planned = work[_RESEARCH + i] + work[_BUILD + i]
        work[_PLANNED + i] = planned
        work[_ARRIVAL + i] = work[_APPROVAL + i] + work[_PROCUREMENT + i]
        work[_PROCURE_AT + i] = NEVER
        work[_ARRIVE_AT + i] = NEVER
        work[_PERIOD + i] = rebuild_period(work[_REBUILD + i], work[_PROCUREMENT + i], planned)


def advance(t: int, i: int, work: Table) -> None:
    """Month t."""
    now = float(t)
    arrival, procure_at, arrive_at, again = schedule(
        now,
        work[at.LIVE_MONTH + i],
        work[_ARRIVAL + i],
        work[_PROCURE_AT + i],
        work[_ARRIVE_AT + i],
        work[_PROCUREMENT + i],
        work[_PERIOD + i],
    )
    work[_ARRIVAL + i] = arrival
    work[_PROCURE_AT + i] = procure_at
    work[_ARRIVE_AT + i] = arrive_at
    work[at.PROCUREMENTS + i] = again + (1.0 if now == work[_APPROVAL + i] else 0.0)
    work[at.BIDS + i] = 1.0 if t == 0 else 0.0
    work[at.CONTRACTORS + i], work[at.PERMANENT + i], work[at.EFFORT + i] = month(
        work[at.LIVE + i],
        now - arrival,
        work[_PLANNED + i],
        work[_RESEARCH + i],
        work[at.FULL + i] * work[_BUILD_SHARE + i],
        work[at.FULL + i] * work[_SUPPORT_SHARE + i],
        work[at.PER_CONTRACTOR + i],
        work[at.PER_PERMANENT + i],
    )
