"""Appraising one case: every option walked through its life and summed up."""

from __future__ import annotations

import math

import numpy as np

from . import layout as at
from . import unit_costs
from .calendar import MONTHS_A_YEAR, discount_factors
from .case import Case, Option
from .checking import under
from .faults import CaseError, Fault
from .lanes import column, empty, live, table, work_table
from .layout import SERIES
from .results import FIGURES, WHOLE_FIGURES, Figure, Floats, Months, OptionResult, Result, summary_figures


def appraise(case: Case) -> Result:
    """The deterministic result of a case. CaseError (`overflow`) where its numbers are too large or small to reckon."""
    squad_fte, permanent, contractor = squad_costs(case)
    if not 0.0 < permanent < math.inf or not 0.0 < contractor < math.inf or contractor / permanent == math.inf:
        raise CaseError([Fault("squad", "overflow")])
    deflator = np.repeat([(1.0 + case.numbers["prices.gdp_deflator"]) ** y for y in range(case.years)], MONTHS_A_YEAR)
    discount = np.repeat(discount_factors(case.discount_rates, case.years), MONTHS_A_YEAR)
    baseline = empty(case.months)
    options = [
        _option(case, option, baseline, index == 0, deflator, discount) for index, option in enumerate(case.options)
    ]
    reckoned = tuple(option for option in options if option is not None)
    if len(reckoned) < len(options):
        beyond = [each.id for each, option in zip(case.options, options, strict=True) if option is None]
        raise CaseError([Fault(under("options", option_id), "overflow") for option_id in beyond])
    return Result(case, squad_fte, permanent, contractor, reckoned)


def squad_costs(case: Case) -> tuple[float, float, float]:
    """(FTE of the squad, permanent £ an FTE-year, contractor £ an FTE-year), at the start year's prices."""
    option = column(case, case.options[0])
    work = work_table(option)
    unit_costs.begin(1, len(case.squad), table(option.fte), table(option.salary), table(option.day_rate), work)
    return work[at.FULL], work[at.PERMANENT_COST], work[at.CONTRACTOR_COST]


def _option(
    case: Case, option: Option, baseline: list[float], is_baseline: bool, deflator: Floats, discount: Floats
) -> OptionResult | None:
    """None where its figures are too large or too small to be reckoned."""
    try:
        lived = live(column(case, option), baseline, is_baseline=is_baseline)
    except ZeroDivisionError:  # a cost so small that it is nothing
        return None
    figures = dict(zip(FIGURES, summary_figures(np.array([lived.totals]).T, case.months)[:, 0].tolist(), strict=True))
    series = np.array(lived.series).reshape(len(SERIES), case.months)
    months = Months(**dict(zip(SERIES, series, strict=True)), deflator=deflator, discount=discount)
    with np.errstate(over="ignore"):
        finite = (
            np.isfinite(lived.totals).all() and np.isfinite(series).all() and np.isfinite(months.benefit_real).all()
        )
    if not finite or any(math.isinf(value) for value in figures.values()):
        return None
    return OptionResult(
        option.id,
        option.name,
        option.funding_model,
        {name: _figure(name, value) for name, value in figures.items()},
        np.array(lived.cost_by_year),
        np.array(lived.benefit_by_year),
        months,
    )


def _figure(name: str, value: float) -> Figure:
    if math.isnan(value):
        return None
    return int(value) if name in WHOLE_FIGURES else value
