"""The year's prices, settled each 1 April: pay, day rates, running costs, the deflator and the limit on the team."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, Row, Rows

_PAY = INPUT["prices.pay_inflation"]
_CONTRACTOR = INPUT["prices.contractor_inflation"]
_PRICE = INPUT["prices.price_inflation"]
_DEFLATOR = INPUT["prices.gdp_deflator"]
_RATE_MULTIPLIER = INPUT["option.contractor_rate_multiplier"]
_LIMIT = INPUT["option.annual_limit"]
_LIMIT_INDEXATION = INPUT["option.limit_indexation"]


def new_year(y: int, n: int, inputs: Rows, discount: Row, work: Rows) -> None:
    """Indices of year y and what they make of a post, a contractor and the limit. Each is last year's × (1 + rate)."""
    for i in range(n):
        if y == 0:
            pay, contractor, price, deflator, limit = 1.0, 1.0, 1.0, 1.0, inputs[_LIMIT][i]
        else:
            pay = work[at.PAY][i] * (1.0 + inputs[_PAY][i])
            contractor = work[at.CONTRACTOR_PRICE][i] * (1.0 + inputs[_CONTRACTOR][i])
            price = work[at.PRICE][i] * (1.0 + inputs[_PRICE][i])
            deflator = work[at.DEFLATOR][i] * (1.0 + inputs[_DEFLATOR][i])
            limit = work[at.LIMIT][i] * (1.0 + inputs[_LIMIT_INDEXATION][i])
        work[at.PAY][i] = pay
        work[at.CONTRACTOR_PRICE][i] = contractor
        work[at.PRICE][i] = price
        work[at.DEFLATOR][i] = deflator
        work[at.LIMIT][i] = limit
        work[at.PRESENT_VALUE][i] = discount[i] / deflator
        work[at.PERMANENT_YEAR][i] = work[at.PERMANENT_COST][i] * pay
        work[at.CONTRACTOR_YEAR][i] = work[at.CONTRACTOR_COST][i] * inputs[_RATE_MULTIPLIER][i] * contractor
