"""Appraising one case: every option walked through its life and summed up."""

from __future__ import annotations

import math

import numpy as np

from . import layout as at
from . import unit_costs
from .calendar import MONTHS_A_YEAR, discount_factors
from .case import Case, Option
from .faults import CaseError, Fault
from .lanes import Table, gather, live, zeros
from .layout import SERIES, WORK_ROWS
from .results import WHOLE_FIGURES, Figure, Floats, Months, OptionResult, Result, summary_figures


def appraise(case: Case) -> Result:
    """The deterministic result of a case. CaseError (`overflow`) where its numbers are too large to be added."""
    squad_fte, permanent, contractor = squad_costs(case)
    deflator = np.repeat([(1.0 + case.numbers["prices.gdp_deflator"]) ** y for y in range(case.years)], MONTHS_A_YEAR)
    discount = np.repeat(discount_factors(case.discount_rates, case.years), MONTHS_A_YEAR)
    baseline = zeros(case.months, 1)
    options = tuple(
        _option(case, option, baseline, index == 0, deflator, discount) for index, option in enumerate(case.options)
    )
    return Result(case, squad_fte, permanent, contractor, options)


def squad_costs(case: Case) -> tuple[float, float, float]:
    """(FTE of the squad, permanent £ an FTE-year, contractor £ an FTE-year), at the start year's prices."""
    lanes = gather([(case, case.options[0])])
    work = zeros(WORK_ROWS, 1)
    unit_costs.begin(1, lanes.fte, lanes.salary, lanes.day_rate, lanes.inputs, work)
    return work[at.FULL][0], work[at.PERMANENT_COST][0], work[at.CONTRACTOR_COST][0]


def _option(
    case: Case, option: Option, baseline: Table, is_baseline: bool, deflator: Floats, discount: Floats
) -> OptionResult:
    lived = live(gather([(case, option)]), baseline, is_baseline=is_baseline, record=True)
    with np.errstate(all="ignore"):
        figures = summary_figures(np.array(lived.totals)[:, 0], case.months)
    if not np.isfinite([row[0] for row in lived.totals]).all():
        raise CaseError([Fault(f"options.{option.id}", "overflow")])
    return OptionResult(
        option.id,
        option.name,
        option.funding_model,
        {name: _figure(name, value) for name, value in figures.items()},
        np.array(lived.cost_by_year)[:, 0],
        np.array(lived.benefit_by_year)[:, 0],
        Months(**dict(zip(SERIES, map(np.array, lived.series), strict=True)), deflator=deflator, discount=discount),
    )


def _figure(name: str, value: Floats) -> Figure:
    number = float(value)
    if math.isnan(number):
        return None
    return int(number) if name in WHOLE_FIGURES else number
