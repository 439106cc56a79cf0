"""The sums a summary is made of, kept as the months go by: no month need be remembered."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, Row, Rows

_CASHABLE = INPUT["product.cashable_share"]
PENNY = 0.005  # a shortfall of no more than half a penny is none
NEVER = 1e9  # a month no case reaches


def begin(n: int, totals: Rows) -> None:
    """Nothing overtaken yet; every other sum starts at the zero it comes in with."""
    for i in range(n):
        totals[at.OVERTAKES][i] = NEVER


def compare(t: int, n: int, is_baseline: bool, work: Rows, totals: Rows, baseline: Row) -> None:
    """Since which month the cumulative net present value has not been below the baseline's."""
    for i in range(n):
        net = work[at.NET][i]
        if is_baseline:
            baseline[i] = net
        elif net - baseline[i] < -PENNY:
            totals[at.OVERTAKES][i] = NEVER
        elif totals[at.OVERTAKES][i] == NEVER:
            totals[at.OVERTAKES][i] = float(t)


def close_year(n: int, inputs: Rows, work: Rows, totals: Rows, cost: Row, benefit: Row) -> None:
    """Add the year: the deflator and the discount are the same in all its months."""
    for i in range(n):
        deflator, present_value = work[at.DEFLATOR][i], work[at.PRESENT_VALUE][i]
        year_cost, year_benefit = work[at.YEAR_COST][i], work[at.YEAR_BENEFIT][i]
        cost[i] = year_cost
        benefit[i] = year_benefit
        totals[at.COST_NOMINAL][i] += year_cost
        totals[at.COST_REAL][i] += year_cost / deflator
        totals[at.COST_PV][i] += year_cost * present_value
        totals[at.BENEFIT_NOMINAL][i] += year_benefit
        totals[at.BENEFIT_PV][i] += year_benefit * present_value
        totals[at.CASHABLE_PV][i] += year_benefit * present_value * inputs[_CASHABLE][i]
        totals[at.PERMANENT_REAL][i] += work[at.YEAR_PERMANENT][i] / deflator
        totals[at.CONTRACTORS_REAL][i] += work[at.YEAR_CONTRACTORS][i] / deflator
        work[at.YEAR_COST][i] = 0.0
        work[at.YEAR_BENEFIT][i] = 0.0
        work[at.YEAR_PERMANENT][i] = 0.0
        work[at.YEAR_CONTRACTORS][i] = 0.0


def close(n: int, work: Rows, totals: Rows) -> None:
    """When each lane went live, a month past any case where it never did."""
    for i in range(n):
        totals[at.WENT_LIVE][i] = work[at.LIVE_MONTH][i]
