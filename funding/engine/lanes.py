"""From cases to the tables the kernel reads: one lane an option of a case."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .calendar import discount_factors
from .case import Case, Option
from .kernel import live_through
from .layout import (
    CASE_NUMBERS,
    INPUTS_FROM,
    OPTION_NUMBERS,
    RECKONED_AS,
    SERIES,
    SUSTAINED_SQUAD,
    TOTALS_FROM,
    WIDTH,
    WORK_ROWS,
)  # fmt: skip

Lane = list[float]  # a column: what one lane has in each row
_OPTION_ROW = {name: row for row, name in enumerate(OPTION_NUMBERS)}


@dataclass(frozen=True, slots=True)
class Column:
    """What `kernel.live_through` reads of one lane.

    `inputs` in the order of layout.INPUTS; `fte`, `salary`, `day_rate` a role; `discount`, `funded` (1: the year's bid
    is won), `size` (factor of the posts) and `frozen` (1: no campaigns) a year; `withdrawn` the first year without a
    guarantee.
    """

    model: int
    years: int
    inputs: Lane
    fte: Lane
    salary: Lane
    day_rate: Lane
    discount: Sequence[float]
    funded: Lane
    size: Lane
    frozen: Lane
    withdrawn: float


def column(case: Case, option: Option) -> Column:
    """An option's lane without events: every bid for a funded year won, no guarantee withdrawn, no freeze."""
    return columns(case, [option])[0]


def columns(case: Case, options: Sequence[Option]) -> list[Column]:
    """The lane of each of these options of the case; what is the case's own they have in common."""
    years = case.years
    numbers = [float(case.numbers[name]) for name in CASE_NUMBERS]
    fte = [float(role.fte) for role in case.squad]
    salary = [float(role.salary) for role in case.squad]
    day_rate = [float(role.day_rate) for role in case.squad]
    discount = discount_factors(case.discount_rates, years)
    return [
        Column(
            model=RECKONED_AS[option.funding_model],
            years=years,
            inputs=[*numbers, *_option_inputs(option)],
            fte=fte,
            salary=salary,
            day_rate=day_rate,
            discount=discount,
            funded=_funded(option, years),
            size=[1.0] * years
            if option.size_by_year is None
            else [_size(option.size_by_year, y) for y in range(years)],
            frozen=[0.0] * years,
            withdrawn=float(years),
        )
        for option in options
    ]


def _option_inputs(option: Option) -> Lane:
    """0 where the option's model has no such number; no limit is boundless."""
    inputs = [0.0] * len(OPTION_NUMBERS)
    for name, value in option.numbers.items():
        inputs[_OPTION_ROW[name]] = math.inf if value is None else float(value)
    return inputs


def _funded(option: Option, years: int) -> Lane:
    if option.funded_years is None:
        return [1.0] * years
    return [1.0 if y in option.funded_years else 0.0 for y in range(years)]


def _size(by_year: Sequence[float], y: int) -> float:
    return float(by_year[min(y, len(by_year) - 1)])


@dataclass(frozen=True, slots=True)
class Lived:
    """What a walk of one lane wrote: layout.TOTALS, cost and benefit a year, layout.SERIES × months."""

    totals: Lane
    cost_by_year: Lane
    benefit_by_year: Lane
    series: Lane


def live(lane: Column, baseline: list[float], *, is_baseline: bool) -> Lived:
    """Walk one lane as plain Python. `baseline`, `empty(months)`, is written by the baseline option, read by others."""
    months = 12 * lane.years
    remembered = months + 1 if lane.model == SUSTAINED_SQUAD else 0
    launched, present, cohorts, unready = (empty(remembered) for _ in range(4))
    work, cost, benefit = work_table(lane), empty(lane.years), empty(lane.years)
    series = [0.0] * (len(SERIES) * months)
    live_through(
        lane.model, 1, lane.years, len(lane.fte), work, table(lane.fte), table(lane.salary),
        table(lane.day_rate), table(lane.discount), table(lane.funded), table(lane.size), [lane.withdrawn],
        table(lane.frozen), baseline, is_baseline, empty(13), launched, present, cohorts, unready, cost, benefit,
        series, True,
    )  # fmt: skip
    return Lived(work[TOTALS_FROM::WIDTH], cost[::WIDTH], benefit[::WIDTH], series)


def work_table(lane: Column) -> list[float]:
    """The work table with the lane's inputs in it."""
    work = empty(WORK_ROWS)
    work[INPUTS_FROM:TOTALS_FROM:WIDTH] = lane.inputs
    return work


def empty(rows: int) -> list[float]:
    """A table of zeros."""
    return [0.0] * (rows * WIDTH)


def table(lane: Sequence[float]) -> list[float]:
    """A table whose first lane is this one."""
    table = empty(len(lane))
    table[::WIDTH] = lane
    return table
