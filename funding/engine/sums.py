"""The sums a summary is made of, kept as the months go by: no month need be remembered."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, MONTHS, SERIES, WIDTH, Table

_CASHABLE = INPUT["product.cashable_share"]
PENNY = 0.005  # a shortfall of no more than half a penny is none
NEVER = 1e9  # a month no case reaches
NOBODY = 1e-9  # FTE: no more than this is no team
FULLY = 1.0 - 1e-9  # coverage: no less than this is fully sustained


def begin(n: int, work: Table) -> None:
    """Nothing overtaken yet; every other sum starts at the zero it comes in with."""
    for i in range(n):
        work[at.OVERTAKES + i] = NEVER


def add_month(i: int, work: Table) -> None:
    """Add the month to the year's sums and to those that are not money."""
    cost, benefit = work[at.COST + i], work[at.BENEFIT + i]
    work[at.YEAR_PERMANENT + i] += work[at.PERMANENT_STAFF + i]
    work[at.YEAR_CONTRACTORS + i] += work[at.CONTRACTOR_STAFF + i]
    work[at.YEAR_COST + i] += cost
    work[at.YEAR_BENEFIT + i] += benefit
    work[at.NET + i] += (benefit - cost) * work[at.PRESENT_VALUE + i]
    paid = work[at.CONTRACTORS + i] + work[at.PERMANENT + i]
    work[at.PAID_MONTHS + i] += paid
    work[at.PRODUCTIVE_MONTHS + i] += work[at.EFFORT + i]
    work[at.WITHOUT_TEAM + i] += 1.0 if paid <= NOBODY else 0.0
    work[at.FULLY_SUSTAINED + i] += work[at.LIVE + i] if work[at.COVERAGE + i] >= FULLY else 0.0
    work[at.FITNESS_SUM + i] += work[at.FITNESS + i]


def compare(t: int, n: int, is_baseline: bool, work: Table, baseline: Table) -> None:
    """Since which month the cumulative net present value has not been below the baseline's (a row a month)."""
    this_month = (t & MONTHS) * WIDTH
    if is_baseline:
        for i in range(n):
            baseline[this_month + i] = work[at.NET + i]
    else:
        for i in range(n):
            below = work[at.NET + i] - baseline[this_month + i] < -PENNY
            work[at.OVERTAKES + i] = NEVER if below else min(work[at.OVERTAKES + i], float(t))


def record(t: int, n: int, months: int, work: Table, series: Table) -> None:
    """Copy the month's row of each series: month t of lane i of series k is at (k × months + t) × n + i."""
    for k in range(len(SERIES)):
        row = (k * months + t) * n & at.NOT_NEGATIVE
        for i in range(n):
            series[row + i] = work[k * WIDTH + i]


def close_year(y: int, n: int, work: Table, cost: Table, benefit: Table) -> None:
    """Add the year: the deflator and the discount are the same in all its months."""
    this_year = (y & MONTHS) * WIDTH
    for i in range(n):
        year_cost, year_benefit = work[at.YEAR_COST + i], work[at.YEAR_BENEFIT + i]
        cost[this_year + i] = year_cost
        benefit[this_year + i] = year_benefit
        work[at.COST_NOMINAL + i] += year_cost
        work[at.COST_REAL + i] += year_cost / work[at.DEFLATOR + i]
        work[at.COST_PV + i] += year_cost * work[at.PRESENT_VALUE + i]
        work[at.BENEFIT_NOMINAL + i] += year_benefit
        work[at.BENEFIT_PV + i] += year_benefit * work[at.PRESENT_VALUE + i]
        work[at.CASHABLE_PV + i] += year_benefit * work[at.PRESENT_VALUE + i] * work[_CASHABLE + i]
        work[at.PERMANENT_REAL + i] += work[at.YEAR_PERMANENT + i] / work[at.DEFLATOR + i]
        work[at.CONTRACTORS_REAL + i] += work[at.YEAR_CONTRACTORS + i] / work[at.DEFLATOR + i]
        work[at.YEAR_COST + i] = 0.0
        work[at.YEAR_BENEFIT + i] = 0.0
        work[at.YEAR_PERMANENT + i] = 0.0
        work[at.YEAR_CONTRACTORS + i] = 0.0


def close(n: int, work: Table) -> None:
    """When each lane went live, a month past any case where it never did."""
    for i in range(n):
        work[at.WENT_LIVE + i] = work[at.LIVE_MONTH + i]
