"""What one full-time equivalent costs a year, and what it delivers."""

from __future__ import annotations

from . import layout as at
from .layout import INPUT, NOT_NEGATIVE, WIDTH, Table

_NI_RATE = INPUT["employment.ni_rate"]
_NI_THRESHOLD = INPUT["employment.ni_threshold"]
_PENSION = INPUT["employment.pension_rate"]
_LEVY = INPUT["employment.levy_rate"]
_OVERHEAD = INPUT["employment.overhead_per_fte"]
_FEE = INPUT["employment.contractor_fee_rate"]
_CONTRACTOR_DAYS = INPUT["employment.contractor_days"]
_PERMANENT_DAYS = INPUT["employment.permanent_days"]
_STANDARD_DAYS = INPUT["employment.standard_days"]
_PERMANENT_OUTPUT = INPUT["employment.permanent_productivity"]
_CONTRACTOR_OUTPUT = INPUT["employment.contractor_productivity"]
_SALARY_MULTIPLIER = INPUT["employment.salary_multiplier"]
_DAY_RATE_MULTIPLIER = INPUT["employment.day_rate_multiplier"]


def permanent_cost(
    salary: float, multiplier: float, ni_rate: float, ni_threshold: float, pension_rate: float, levy_rate: float,
    overhead: float,
) -> float:  # fmt: skip
    """£ an FTE-year of one role in permanent employment, with the employer's on-costs."""
    pay = salary * multiplier
    return pay + ni_rate * max(0.0, pay - ni_threshold) + (pension_rate + levy_rate) * pay + overhead


def contractor_cost(day_rate: float, multiplier: float, days: float, fee_rate: float) -> float:
    """£ an FTE-year of one role on a day rate, with the framework's or agency's fee."""
    return day_rate * multiplier * days * (1.0 + fee_rate)


def output_per_fte(productivity: float, days: float, standard_days: float) -> float:
    """Productive FTE that one FTE in post delivers: days not worked are not delivered."""
    return productivity * days / standard_days


def begin(n: int, roles: int, fte: Table, salary: Table, day_rate: Table, work: Table) -> None:
    """Each lane's squad in FTE, its costs an FTE averaged over the squad by FTE, and what one FTE delivers.

    `fte`, `salary` and `day_rate` have one row a role; a squad with fewer roles has roles of 0 FTE.
    """
    for i in range(n):
        total = 0.0
        permanent = 0.0
        contractor = 0.0
        for role in range(roles):
            here = (role & NOT_NEGATIVE) * WIDTH + i
            total += fte[here]
            permanent += fte[here] * permanent_cost(
                salary[here],
                work[_SALARY_MULTIPLIER + i],
                work[_NI_RATE + i],
                work[_NI_THRESHOLD + i],
                work[_PENSION + i],
                work[_LEVY + i],
                work[_OVERHEAD + i],
            )
            contractor += fte[here] * contractor_cost(
                day_rate[here], work[_DAY_RATE_MULTIPLIER + i], work[_CONTRACTOR_DAYS + i], work[_FEE + i]
            )
        days = work[_STANDARD_DAYS + i]
        work[at.FULL + i] = total
        work[at.PERMANENT_COST + i] = permanent / total
        work[at.CONTRACTOR_COST + i] = contractor / total
        work[at.PER_PERMANENT + i] = output_per_fte(work[_PERMANENT_OUTPUT + i], work[_PERMANENT_DAYS + i], days)
        work[at.PER_CONTRACTOR + i] = output_per_fte(work[_CONTRACTOR_OUTPUT + i], work[_CONTRACTOR_DAYS + i], days)
