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
from .layout import SERIES, TOTALS, WIDTH, WORK_ROWS
from .results import Floats
from .walking import Lanes, LivedMany

_MODULES: tuple[ModuleType, ...] = (
    annual_cycle, calendar, capital_project, costs, do_nothing, kernel, layout, prices, product, sums, sustained_squad,
    unit_costs,
)  # fmt: skip
_OPTIONS: dict[str, Any] = {"nogil": True, "cache": True, "error_model": "numpy"}


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
    baseline: Any,
    is_baseline: bool,
    totals: Any,
    cost_by_year: Any,
    benefit_by_year: Any,
    series: Any,
    record: bool,
) -> None:
    """Copy a block of lanes at a time into tables of its own, walk it, and copy out what it came to."""
    lanes = inputs.shape[1]
    months = 12 * years
    roles = fte.shape[0]
    squad = months if model == layout.SUSTAINED_SQUAD else 0
    launched: Any = np.empty(squad * WIDTH)
    present: Any = np.empty(squad * WIDTH)
    cohorts: Any = np.empty(squad * WIDTH)
    unready: Any = np.empty(squad * WIDTH)
    work: Any = np.empty(WORK_ROWS * WIDTH)
    recent: Any = np.empty(13 * WIDTH)
    block_totals: Any = np.empty(totals.shape[0] * WIDTH)
    block_cost: Any = np.empty(years * WIDTH)
    block_benefit: Any = np.empty(years * WIDTH)
    block_baseline: Any = np.empty(months * WIDTH)
    block_inputs: Any = np.empty(inputs.shape[0] * WIDTH)
    block_fte: Any = np.empty(roles * WIDTH)
    block_salary: Any = np.empty(roles * WIDTH)
    block_day_rate: Any = np.empty(roles * WIDTH)
    block_discount: Any = np.empty(years * WIDTH)
    block_funded: Any = np.empty(years * WIDTH)
    block_size: Any = np.empty(years * WIDTH)
    block_frozen: Any = np.empty(years * WIDTH)
    block_series: Any = np.empty(len(SERIES) * months * min(lanes, WIDTH) if record else 0)
    for first in range(0, lanes, WIDTH):
        n = min(WIDTH, lanes - first)
        launched[:] = 0.0
        present[:] = 0.0
        work[:] = 0.0
        recent[:] = 0.0
        block_totals[:] = 0.0
        _take(inputs, first, n, block_inputs)
        _take(fte, first, n, block_fte)
        _take(salary, first, n, block_salary)
        _take(day_rate, first, n, block_day_rate)
        _take(discount, first, n, block_discount)
        _take(funded, first, n, block_funded)
        _take(size, first, n, block_size)
        _take(frozen, first, n, block_frozen)
        _take(baseline, first, n, block_baseline)
        kernel.live_through(
            model, n, years, roles, block_inputs, block_fte, block_salary, block_day_rate, block_discount, block_funded,
            block_size, withdrawn[first : first + n], block_frozen, block_baseline, is_baseline, work, recent, launched,
            present, cohorts, unready, block_totals, block_cost, block_benefit, block_series, record,
        )  # fmt: skip
        if is_baseline:
            _give(block_baseline, first, n, baseline)
        _give(block_totals, first, n, totals)
        _give(block_cost, first, n, cost_by_year)
        _give(block_benefit, first, n, benefit_by_year)
        if record:
            for k in range(len(SERIES)):
                for t in range(months):
                    for i in range(n):
                        series[k, t, first + i] = block_series[(k * months + t) * n + i]


def _take(whole: Any, first: int, n: int, table: Any) -> None:
    for row in range(whole.shape[0]):
        for i in range(n):
            table[row * WIDTH + i] = whole[row, first + i]


def _give(table: Any, first: int, n: int, whole: Any) -> None:
    for row in range(whole.shape[0]):
        for i in range(n):
            whole[row, first + i] = table[row * WIDTH + i]


def live_many(lanes: Lanes, baseline: Floats, *, is_baseline: bool, record: bool = False) -> LivedMany:
    """Walk all the lanes. `baseline` (months, lanes) is written by the baseline option and read by the others."""
    months = 12 * lanes.years
    lived = LivedMany(
        np.zeros((len(TOTALS), lanes.count)),
        np.zeros((lanes.years, lanes.count)),
        np.zeros((lanes.years, lanes.count)),
        np.zeros((len(SERIES), months if record else 0, lanes.count)),
    )
    walk()(
        lanes.model, lanes.years, lanes.inputs, lanes.fte, lanes.salary, lanes.day_rate, lanes.discount, lanes.funded,
        lanes.size, lanes.withdrawn, lanes.frozen, baseline, is_baseline, lived.totals, lived.cost_by_year,
        lived.benefit_by_year, lived.series, record,
    )  # fmt: skip
    return lived


@cache
def walk() -> Callable[..., None]:
    """The compiled walk over whole tables; see `_walk` for its arguments."""
    sources = hashlib.sha256()
    for module in _MODULES:
        sources.update(inspect.getsource(module).encode())
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                register_jitable(function)
    # Numba keeps compiled code by the file of the function it compiles and does not see that another file has changed:
    # so that it never runs yesterday's step, the name it keeps it by names the sources of all of them.
    register_jitable(_take)
    register_jitable(_give)
    named = FunctionType(_walk.__code__, globals(), _walk.__name__)
    named.__qualname__ = f"{_walk.__qualname__}_{sources.hexdigest()[:16]}"
    named.__module__ = __name__
    compiled: Callable[..., None] = njit(**_OPTIONS)(named)
    return compiled
