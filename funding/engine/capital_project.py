"""4.4 A one-off build, then business as usual; rebuilt every so many years where asked."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, Rows

_APPROVAL = INPUT["option.approval_month"]
_PROCUREMENT = INPUT["option.procurement_months"]
_RESEARCH = INPUT["option.research_months"]
_BUILD = INPUT["option.build_months"]
_REBUILD = INPUT["option.rebuild_every_years"]
_BUILD_SHARE = INPUT["option.build_share"]
_SUPPORT_SHARE = INPUT["option.support_share"]
# This model's own work rows.
_ARRIVAL, _PROCURE_AT, _ARRIVE_AT, _PERIOD = at.A, at.B, at.C, at.D
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
    t: float, live: float, arrival: float, planned: float, research: float, build: float, support: float,
    per_contractor: float, per_permanent: float,
) -> tuple[float, float, float]:  # fmt: skip
    """Contractor FTE, permanent FTE and productive effort; a build overruns its plan until the product is live."""
    since = t - arrival
    contractors = 0.0
    permanent = 0.0
    effort = 0.0
    if since >= 0.0 and (since < planned or live == 0.0):
        contractors = build
        if since >= research:
            effort = contractors * per_contractor
    else:
        permanent = live * support
        effort = permanent * per_permanent
    return contractors, permanent, effort


def begin(n: int, inputs: Rows, work: Rows) -> None:
    """The first build's dates, which do not depend on what happens."""
    for i in range(n):
        procurement = inputs[_PROCUREMENT][i]
        work[_ARRIVAL][i] = inputs[_APPROVAL][i] + procurement
        work[_PROCURE_AT][i] = NEVER
        work[_ARRIVE_AT][i] = NEVER
        work[_PERIOD][i] = rebuild_period(inputs[_REBUILD][i], procurement, inputs[_RESEARCH][i] + inputs[_BUILD][i])


def advance(t: int, n: int, inputs: Rows, work: Rows) -> None:
    """Month t for every lane."""
    for i in range(n):
        now = float(t)
        arrival, procure_at, arrive_at, procured = schedule(
            now,
            work[at.LIVE_MONTH][i],
            work[_ARRIVAL][i],
            work[_PROCURE_AT][i],
            work[_ARRIVE_AT][i],
            inputs[_PROCUREMENT][i],
            work[_PERIOD][i],
        )
        work[_ARRIVAL][i] = arrival
        work[_PROCURE_AT][i] = procure_at
        work[_ARRIVE_AT][i] = arrive_at
        work[at.PROCUREMENTS][i] = procured + (1.0 if now == inputs[_APPROVAL][i] else 0.0)
        work[at.BIDS][i] = 1.0 if t == 0 else 0.0
        contractors, permanent, effort = month(
            now,
            work[at.LIVE][i],
            arrival,
            inputs[_RESEARCH][i] + inputs[_BUILD][i],
            inputs[_RESEARCH][i],
            work[at.FULL][i] * inputs[_BUILD_SHARE][i],
            work[at.FULL][i] * inputs[_SUPPORT_SHARE][i],
            work[at.PER_CONTRACTOR][i],
            work[at.PER_PERMANENT][i],
        )
        work[at.CONTRACTORS][i] = contractors
        work[at.PERMANENT][i] = permanent
        work[at.EFFORT][i] = effort
