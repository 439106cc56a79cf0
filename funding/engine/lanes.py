"""From cases to the rows the kernel reads: one lane an option of a case, lanes of one funding model and length together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .calendar import discount_factors
from .case import Case, Option
from .layout import INPUTS, MEMORIES, RECKONED_AS, SERIES, TOTALS, WORK_ROWS

Table = list[list[float]]
# Null means no limit: these inputs are then boundless.
_BOUNDLESS = frozenset({"annual_limit", "recruits_per_month"})


@dataclass(frozen=True, slots=True)
class Lanes:
    """What `kernel.live_through` reads, for n lanes of one model over `years`; each row holds n numbers.

    Shapes: `inputs` (layout.INPUTS, n); `fte`, `salary`, `day_rate` (roles, n); `discount`, `funded`, `size` and `frozen`
    (years, n); `withdrawn` (n,), the first year without a guarantee.
    """

    model: int
    years: int
    inputs: Table
    fte: Table
    salary: Table
    day_rate: Table
    discount: Table
    funded: Table
    size: Table
    withdrawn: list[float]
    frozen: Table

    @property
    def count(self) -> int:
        return len(self.withdrawn)


def input_row(case: Case, option: Option) -> list[float]:
    """Every number of one option's lane, in the order of `layout.INPUTS`; 0 where its model has no such number."""
    row = []
    for name in INPUTS:
        if name.startswith("option."):
            key = name[7:]
            value = option.numbers.get(key, 0.0)
            row.append(math.inf if value is None and key in _BOUNDLESS else float(value or 0.0))
        else:
            row.append(float(case.numbers[name]))
    return row


def gather(pairs: Sequence[tuple[Case, Option]]) -> Lanes:
    """The lanes of options of one model and one length, without events: every bid won, no guarantee withdrawn."""
    years = pairs[0][0].years
    model = RECKONED_AS[pairs[0][1].funding_model]
    roles = max(len(case.squad) for case, _ in pairs)
    rows = [input_row(case, option) for case, option in pairs]
    return Lanes(
        model=model,
        years=years,
        inputs=_turned(rows),
        fte=_turned([_padded([role.fte for role in case.squad], roles) for case, _ in pairs]),
        salary=_turned([_padded([role.salary for role in case.squad], roles) for case, _ in pairs]),
        day_rate=_turned([_padded([role.day_rate for role in case.squad], roles) for case, _ in pairs]),
        discount=_turned([discount_factors(case.discount_rates, years) for case, _ in pairs]),
        funded=_turned([_funded(option, years) for _, option in pairs]),
        size=_turned([_size(option, years) for _, option in pairs]),
        withdrawn=[float(years)] * len(pairs),
        frozen=zeros(years, len(pairs)),
    )


def _funded(option: Option, years: int) -> list[float]:
    if option.funded_years is None:
        return [1.0] * years
    return [1.0 if y in option.funded_years else 0.0 for y in range(years)]


def _size(option: Option, years: int) -> list[float]:
    if option.size_by_year is None:
        return [1.0] * years
    return [float(option.size_by_year[min(y, len(option.size_by_year) - 1)]) for y in range(years)]


def _padded(values: list[float], length: int) -> list[float]:
    return values + [0.0] * (length - len(values))


def _turned(rows: list[list[float]]) -> Table:
    return [list(column) for column in zip(*rows, strict=True)]


def zeros(rows: int, n: int) -> Table:
    return [[0.0] * n for _ in range(rows)]


@dataclass(frozen=True, slots=True)
class Lived:
    """What a walk wrote: `totals` (layout.TOTALS, n), cost and benefit (years, n), series (layout.SERIES, months × n)."""

    totals: Table
    cost_by_year: Table
    benefit_by_year: Table
    series: Table


def live(lanes: Lanes, baseline: Table, *, is_baseline: bool, record: bool) -> Lived:
    """Walk the lanes without a compiler. `baseline` (months, n) is written by the baseline option and read by others."""
    from .kernel import live_through

    n, years = lanes.count, lanes.years
    months = 12 * years
    lived = Lived(
        zeros(len(TOTALS), n), zeros(years, n), zeros(years, n), zeros(len(SERIES), months * n if record else 0)
    )
    live_through(
        lanes.model, n, years, lanes.inputs, lanes.fte, lanes.salary, lanes.day_rate, lanes.discount, lanes.funded,
        lanes.size, lanes.withdrawn, lanes.frozen, baseline, is_baseline, zeros(WORK_ROWS, n), zeros(13, n),
        [zeros(months, n) for _ in range(MEMORIES)], lived.totals, lived.cost_by_year, lived.benefit_by_year,
        lived.series, record,
    )  # fmt: skip
    return lived
