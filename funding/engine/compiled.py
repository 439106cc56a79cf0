"""The same walk compiled by Numba for many lanes. Only where many lanes are walked is this module imported.

The steps stay plain Python where they stand; here each is made known to the compiler as it is. Lanes are walked a block
at a time so that a block's rows stay in the processor's cache, on one thread and without the interpreter's lock: a
caller with more processors walks several sets of lanes on plain threads.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

import numpy as np
from numba import njit
from numba.extending import register_jitable

from . import (
    annual_cycle,
    calendar,
    capital_project,
    costs,
    do_nothing,
    kernel,
    layout,
    prices,
    product,
    sums,
    sustained_squad,
    unit_costs,
)
from .compiling import OPTIONS
from .layout import SERIES, WIDTH, WORK_ROWS
from .results import Floats
from .walking import Lanes, LivedMany

_MODULES: tuple[ModuleType, ...] = (
    annual_cycle, calendar, capital_project, costs, do_nothing, kernel, layout, prices, product, sums, sustained_squad,
    unit_costs,
)  # fmt: skip
_LINE = 64  # bytes fetched together


def _walk(
    model: int,
    years: int,
    inputs: Any,
    fte: Any,
    salary: Any,
    day_rate: Any,
    discount: Any,
    funded: Any,
    size: Any,
    withdrawn: Any,
    frozen: Any,
    rows: Any,
    varied: Any,
    baseline: Any,
    is_baseline: bool,
    totals: Any,
    cost_by_year: Any,
    benefit_by_year: Any,
    series: Any,
    record: bool,
    tables: Any,
    by_year: Any,
    by_role: Any,
    by_month: Any,
    block_series: Any,
) -> None:
    """Copy a block of lanes at a time into tables of its own, walk it, and copy out what it came to. What all lanes
    have in common is copied once: the walk only reads it.
    """
    lanes = len(withdrawn)
    months = 12 * years
    roles = fte.shape[0]
    a_year, a_role, a_month = years * WIDTH, roles * WIDTH, by_month.shape[0] // 4
    work, recent = tables[: WORK_ROWS * WIDTH], tables[WORK_ROWS * WIDTH :]
    block_discount = by_year[:a_year]
    block_funded = by_year[a_year : 2 * a_year]
    block_size = by_year[2 * a_year : 3 * a_year]
    block_frozen = by_year[3 * a_year : 4 * a_year]
    block_cost = by_year[4 * a_year : 5 * a_year]
    block_benefit = by_year[5 * a_year : 6 * a_year]
    block_fte, block_salary, block_day_rate = by_role[:a_role], by_role[a_role : 2 * a_role], by_role[2 * a_role :]
    launched, present = by_month[:a_month], by_month[a_month : 2 * a_month]
    cohorts, unready = by_month[2 * a_month : 3 * a_month], by_month[3 * a_month :]
    _fill(inputs, work[layout.INPUTS_FROM :])
    _fill(fte, block_fte)
    _fill(salary, block_salary)
    _fill(day_rate, block_day_rate)
    _fill(discount, block_discount)
    _fill(funded, block_funded)
    _fill(size, block_size)
    _fill(frozen, block_frozen)
    for first in range(0, lanes, WIDTH):
        n = min(WIDTH, lanes - first)
        launched[:WIDTH] = 0.0
        present[:WIDTH] = 0.0
        work[: layout.INPUTS_FROM] = 0.0
        work[layout.TOTALS_FROM :] = 0.0
        recent[:] = 0.0
        _take(inputs, first, n, work[layout.INPUTS_FROM :])
        _take(fte, first, n, block_fte)
        _take(salary, first, n, block_salary)
        _take(day_rate, first, n, block_day_rate)
        _take(discount, first, n, block_discount)
        _take(funded, first, n, block_funded)
        _take(size, first, n, block_size)
        _take(frozen, first, n, block_frozen)
        for k in range(len(rows)):
            if rows[k] >= 0:
                _take_row(varied[k], first, n, work[layout.INPUTS_FROM + rows[k] * WIDTH :])
        kernel.live_through(
            model, n, years, roles, work, block_fte, block_salary, block_day_rate, block_discount, block_funded,
            block_size, withdrawn[first : first + n], block_frozen, baseline[first * months :], is_baseline, recent,
            launched, present, cohorts, unready, block_cost, block_benefit, block_series, record,
        )  # fmt: skip
        _give(work[layout.TOTALS_FROM :], first, n, totals)
        _give(block_cost, first, n, cost_by_year)
        _give(block_benefit, first, n, benefit_by_year)
        if record:
            for k in range(len(SERIES)):
                for t in range(months):
                    row = (k * months + t) * n & layout.NOT_NEGATIVE
                    for i in range(n):
                        series[k, t, first + i] = block_series[row + i]


def _fill(whole: Any, table: Any) -> None:
    """A row that all lanes have in common, in each of them."""
    if whole.shape[1] == 1:
        for row in range(whole.shape[0]):
            for i in range(WIDTH):
                table[row * WIDTH + i] = whole[row, 0]


def _take(whole: Any, first: int, n: int, table: Any) -> None:
    """The rows of these lanes, where they have not all the same."""
    if whole.shape[1] > 1:
        for row in range(whole.shape[0]):
            _take_row(whole[row], first, n, table[row * WIDTH :])


def _take_row(values: Any, first: int, n: int, row: Any) -> None:
    start = first & layout.NOT_NEGATIVE
    for i in range(n):
        row[i] = values[start + i]


def _give(table: Any, first: int, n: int, whole: Any) -> None:
    start = first & layout.NOT_NEGATIVE
    for row in range(whole.shape[0]):
        for i in range(n):
            whole[row, start + i] = table[row * WIDTH + i]


def live_many(lanes: Lanes, baseline: Floats, *, is_baseline: bool, found: LivedMany) -> None:
    """Walk all the lanes. `baseline`, of `walking.baselines`, is written by the baseline option and read by the others;
    `found` is written, its months too where it has room for them.
    """
    months, record = 12 * lanes.years, found.series.size > 0
    room = (-(-lanes.count // WIDTH), months, WIDTH)
    if baseline.shape != room and not (is_baseline and not baseline.size):  # compiled code writes past a table's end
        raise ValueError("the baseline has no room for these lanes")
    lanes.check()
    found.check(lanes.years, lanes.count)
    squad = lanes.model == layout.SUSTAINED_SQUAD
    walk()(
        lanes.model, lanes.years, lanes.inputs, lanes.fte, lanes.salary, lanes.day_rate, lanes.discount, lanes.funded,
        lanes.size, lanes.withdrawn, lanes.frozen, lanes.rows, lanes.varied, baseline.reshape(-1), is_baseline,
        found.totals, found.cost_by_year, found.benefit_by_year, found.series, record, _aligned(WORK_ROWS + 13),
        _aligned(6 * lanes.years), _aligned(3 * len(lanes.fte)), _aligned(4 * (months + 1) if squad else 4),
        _aligned(len(SERIES) * months if record else 0),
    )  # fmt: skip


def _aligned(rows: int) -> Floats:
    """A table of so many rows, whose first place begins a line of the cache; what is in it is left to chance."""
    places = np.empty(rows * WIDTH + _LINE // 8)
    start = -places.ctypes.data % _LINE // 8
    return places[start : start + rows * WIDTH]


@cache
def walk() -> Callable[..., None]:
    """The compiled walk over whole tables; see `_walk` for its arguments."""
    sources = hashlib.sha256()
    for module in _MODULES:
        sources.update(inspect.getsource(module).encode())
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                # What goes through no lanes itself is made part of the loop that does, which keeps a lane's numbers in
                # registers from one step to the next.
                register_jitable(forceinline="n" not in inspect.signature(function).parameters)(function)
    # Numba keeps compiled code by the file of the function it compiles and does not see that another file has changed:
    # so that it never runs yesterday's step, the name it keeps it by names the sources of all of them.
    for own in (_fill, _take, _take_row, _give):
        register_jitable(own)
    named = FunctionType(_walk.__code__, globals(), _walk.__name__)
    named.__qualname__ = f"{_walk.__qualname__}_{sources.hexdigest()[:16]}"
    named.__module__ = __name__
    compiled: Callable[..., None] = njit(**OPTIONS)(named)
    return compiled
