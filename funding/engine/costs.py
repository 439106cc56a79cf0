"""6. What a month costs, in cash of the day, by category."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, Table

_RECRUITMENT_COST = INPUT["employment.recruitment_cost"]
_PROCUREMENT_COST = INPUT["option.procurement_cost"]
_BID_COST = INPUT["option.bid_cost"]
_OPTIMISM_BIAS = INPUT["optimism_bias"]


def recruitment_and_exit(
    campaigns: float, cost: float, pay_index: float, notice: float, permanent_month: float
) -> float:
    """£ of campaigns, filled or not, and of notice pay in FTE-months."""
    return campaigns * cost * pay_index + notice * permanent_month


def procurement_and_bids(
    procurements: float, procurement_cost: float, bids: float, bid_cost: float, price_index: float
) -> float:
    """£ of the month's procurements and bids."""
    return (procurements * procurement_cost + bids * bid_cost) * price_index


def advance(i: int, work: Table) -> None:
    """The month's cost, by category."""
    permanent_month = work[at.PERMANENT_MONTH + i]
    permanent = work[at.PERMANENT + i] * permanent_month
    contractors = work[at.CONTRACTORS + i] * work[at.CONTRACTOR_MONTH + i]
    recruitment = recruitment_and_exit(
        work[at.CAMPAIGNS + i],
        work[_RECRUITMENT_COST + i],
        work[at.PAY + i],
        work[at.NOTICE + i],
        permanent_month,
    )
    procurement = procurement_and_bids(
        work[at.PROCUREMENTS + i],
        work[_PROCUREMENT_COST + i],
        work[at.BIDS + i],
        work[_BID_COST + i],
        work[at.PRICE + i],
    )
    running = work[at.LIVE + i] * work[at.RUNNING_MONTH + i]
    before_bias = permanent + contractors + recruitment + procurement + running
    bias = work[_OPTIMISM_BIAS + i] * before_bias
    work[at.PERMANENT_STAFF + i] = permanent
    work[at.CONTRACTOR_STAFF + i] = contractors
    work[at.RECRUITMENT + i] = recruitment
    work[at.PROCUREMENT + i] = procurement
    work[at.RUNNING + i] = running
    work[at.BIAS + i] = bias
    work[at.COST + i] = before_bias + bias
