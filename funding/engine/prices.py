"""The year's prices, settled each 1 April: pay, day rates, running costs, the deflator and the limit on the team."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, MONTHS, WIDTH, Table

_PAY = INPUT["prices.pay_inflation"]
_CONTRACTOR = INPUT["prices.contractor_inflation"]
_PRICE = INPUT["prices.price_inflation"]
_DEFLATOR = INPUT["prices.gdp_deflator"]
_RATE_MULTIPLIER = INPUT["option.contractor_rate_multiplier"]
_RUNNING = INPUT["product.running_cost"]
_BENEFIT = INPUT["product.annual_benefit"]
_HAIRCUT = INPUT["benefit_haircut"]
_LIMIT = INPUT["option.annual_limit"]
_LIMIT_INDEXATION = INPUT["option.limit_indexation"]


def begin(n: int, work: Table) -> None:
    """Every index stands at 1 in the start year, and the limit at what it is then."""
    for i in range(n):
        work[at.PAY + i] = 1.0
        work[at.CONTRACTOR_PRICE + i] = 1.0
        work[at.PRICE + i] = 1.0
        work[at.DEFLATOR + i] = 1.0
        work[at.LIMIT + i] = work[_LIMIT + i]


def new_year(y: int, n: int, discount: Table, work: Table) -> None:
    """Indices of year y, each last year's × (1 + rate), and what they make of a post, a contractor and the limit."""
    stepped = 1.0 if y > 0 else 0.0
    for i in range(n):
        work[at.PAY + i] *= 1.0 + stepped * work[_PAY + i]
        work[at.CONTRACTOR_PRICE + i] *= 1.0 + stepped * work[_CONTRACTOR + i]
        work[at.PRICE + i] *= 1.0 + stepped * work[_PRICE + i]
        work[at.DEFLATOR + i] *= 1.0 + stepped * work[_DEFLATOR + i]
        work[at.LIMIT + i] *= 1.0 + stepped * work[_LIMIT_INDEXATION + i]
        a_contractor = work[at.CONTRACTOR_COST + i] * work[_RATE_MULTIPLIER + i]
        work[at.PRESENT_VALUE + i] = discount[(y & MONTHS) * WIDTH + i] / work[at.DEFLATOR + i]
        work[at.PERMANENT_YEAR + i] = work[at.PERMANENT_COST + i] * work[at.PAY + i]
        work[at.CONTRACTOR_YEAR + i] = a_contractor * work[at.CONTRACTOR_PRICE + i]
        work[at.PERMANENT_MONTH + i] = work[at.PERMANENT_YEAR + i] / 12.0
        work[at.CONTRACTOR_MONTH + i] = work[at.CONTRACTOR_YEAR + i] / 12.0
        work[at.RUNNING_MONTH + i] = work[_RUNNING + i] / 12.0 * work[at.PRICE + i]
        benefit = work[_BENEFIT + i] / 12.0 * (1.0 - work[_HAIRCUT + i])
        work[at.BENEFIT_MONTH + i] = benefit * work[at.PRICE + i]
