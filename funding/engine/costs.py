"""6. What a month costs, in cash of the day, by category."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, Rows

_RECRUITMENT_COST = INPUT["employment.recruitment_cost"]
_PROCUREMENT_COST = INPUT["option.procurement_cost"]
_BID_COST = INPUT["option.bid_cost"]
_RUNNING_COST = INPUT["product.running_cost"]
_OPTIMISM_BIAS = INPUT["optimism_bias"]


NOBODY = 1e-9  # FTE: no more than this is no team
FULLY = 1.0 - 1e-9  # coverage: no less than this is fully sustained


def staff(fte: float, cost_a_year: float) -> float:
    """£ of a month's staff; the yearly cost is at that year's prices."""
    return fte * cost_a_year / 12.0


def recruitment_and_exit(
    campaigns: float, cost: float, pay_index: float, notice: float, permanent_year: float
) -> float:
    """£ of campaigns, filled or not, and of notice pay in FTE-months."""
    return campaigns * cost * pay_index + notice * permanent_year / 12.0


def procurement_and_bids(
    procurements: float, procurement_cost: float, bids: float, bid_cost: float, price_index: float
) -> float:
    """£ of the month's procurements and bids."""
    return (procurements * procurement_cost + bids * bid_cost) * price_index


def advance(t: int, n: int, inputs: Rows, work: Rows, totals: Rows, series: Rows, record: bool) -> None:
    """Month t for every lane: its cost by category, the running sums, and where asked the month's row of each series."""
    for i in range(n):
        contractor_fte, permanent_fte = work[at.CONTRACTORS][i], work[at.PERMANENT][i]
        live, a_post = work[at.LIVE][i], work[at.PERMANENT_YEAR][i]
        permanent = staff(permanent_fte, a_post)
        contractors = staff(contractor_fte, work[at.CONTRACTOR_YEAR][i])
        recruitment = recruitment_and_exit(
            work[at.CAMPAIGNS][i], inputs[_RECRUITMENT_COST][i], work[at.PAY][i], work[at.NOTICE][i], a_post
        )
        procurement = procurement_and_bids(
            work[at.PROCUREMENTS][i],
            inputs[_PROCUREMENT_COST][i],
            work[at.BIDS][i],
            inputs[_BID_COST][i],
            work[at.PRICE][i],
        )
        running = live * inputs[_RUNNING_COST][i] / 12.0 * work[at.PRICE][i]
        before_bias = permanent + contractors + recruitment + procurement + running
        bias = inputs[_OPTIMISM_BIAS][i] * before_bias
        cost = before_bias + bias
        work[at.YEAR_PERMANENT][i] += permanent
        work[at.YEAR_CONTRACTORS][i] += contractors
        work[at.YEAR_COST][i] += cost
        work[at.YEAR_BENEFIT][i] += work[at.BENEFIT][i]
        work[at.NET][i] += (work[at.BENEFIT][i] - cost) * work[at.PRESENT_VALUE][i]
        paid = contractor_fte + permanent_fte
        totals[at.PAID_MONTHS][i] += paid
        totals[at.PRODUCTIVE_MONTHS][i] += work[at.EFFORT][i]
        totals[at.WITHOUT_TEAM][i] += 1.0 if paid <= NOBODY else 0.0
        totals[at.FULLY_SUSTAINED][i] += live if work[at.COVERAGE][i] >= FULLY else 0.0
        totals[at.FITNESS_SUM][i] += live * work[at.FITNESS][i]
        if record:
            here = t * n + i
            series[0][here] = contractor_fte
            series[1][here] = permanent_fte
            series[2][here] = work[at.EFFORT][i]
            series[3][here] = work[at.CAMPAIGNS][i]
            series[4][here] = work[at.PROGRESS][i]
            series[5][here] = live
            series[6][here] = work[at.COVERAGE][i]
            series[7][here] = work[at.ADOPTION][i]
            series[8][here] = live * work[at.FITNESS][i]
            series[9][here] = work[at.IMPROVEMENT][i]
            series[10][here] = permanent
            series[11][here] = contractors
            series[12][here] = recruitment
            series[13][here] = procurement
            series[14][here] = running
            series[15][here] = bias
            series[16][here] = cost
            series[17][here] = work[at.BENEFIT][i]
