"""Appraising many cases in one call: arrays instead of results, axes in the order cases, options, months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .case import Case
from .lanes import Column, columns, empty, live
from .layout import SERIES, TOTALS, WIDTH
from .results import FIGURES, Floats, summary_figures

# Fewer lanes than this are walked sooner as plain Python than the compiler is loaded.
WORTH_COMPILING = 500
_AT_ONCE = 1024  # lanes whose months are held together


@dataclass(frozen=True, eq=False)
class Appraisals:
    """What many cases come to. NaN stands for null, and for an option, year or month that a case has not.

    `figures`: each of FIGURES, shape (cases, options). `cost_by_year` and `benefit_by_year`: nominal £, shape (cases,
    options, years). `months`: the series asked for, (cases, options, months). Options are in each case's own order.
    """

    figures: Mapping[str, Floats]
    cost_by_year: Floats
    benefit_by_year: Floats
    months: Mapping[str, Floats]


def appraise_many(cases: Sequence[Case], *, series: Sequence[str] = (), compiled: bool | None = None) -> Appraisals:
    """The deterministic figures of every case and option. `series` names the months to keep (layout.SERIES).

    `compiled` says whether Numba is used; left out, it is where there are enough lanes to be worth loading it.
    Figures too large to be added come out infinite or NaN.
    """
    options = max((len(case.options) for case in cases), default=0)
    years = max((case.years for case in cases), default=0)
    shape = (len(cases), options)
    found = Appraisals(
        {name: np.full(shape, np.nan) for name in FIGURES},
        np.full((*shape, years), np.nan),
        np.full((*shape, years), np.nan),
        {name: np.full((*shape, 12 * years), np.nan) for name in series},
    )
    lanes = sum(len(case.options) for case in cases)
    by_compiler = lanes >= WORTH_COMPILING if compiled is None else compiled
    baseline = np.zeros((12 * years, len(cases)))
    for is_baseline in (True, False):
        for places, alike in _alike(cases, is_baseline):
            for first in range(0, len(alike), _AT_ONCE):
                part = slice(first, first + _AT_ONCE)
                _walk(found, places[part], alike[part], baseline, is_baseline, by_compiler)
    return found


_Places = list[tuple[int, int]]  # (case, option) of each lane


def _alike(cases: Sequence[Case], is_baseline: bool) -> list[tuple[_Places, list[Column]]]:
    """The baseline options, or all the others, in groups of one model and length."""
    groups: defaultdict[tuple[int, int], tuple[_Places, list[Column]]] = defaultdict(lambda: ([], []))
    for case_index, case in enumerate(cases):
        first = 0 if is_baseline else 1
        options = case.options[:1] if is_baseline else case.options[1:]
        for option_index, lane in enumerate(columns(case, options), first):
            places, alike = groups[lane.model, lane.years]
            places.append((case_index, option_index))
            alike.append(lane)
    return list(groups.values())


def _walk(
    found: Appraisals, places: _Places, lanes: list[Column], baseline: Floats, is_baseline: bool, by_compiler: bool
) -> None:
    years = lanes[0].years
    months = 12 * years
    case_index = np.array([case for case, _ in places])
    option_index = np.array([option for _, option in places])
    before = np.ascontiguousarray(baseline[:months, case_index])
    walk = _by_compiler if by_compiler else _as_python
    totals, cost, benefit, series = walk(lanes, before, is_baseline, bool(found.months))
    if is_baseline:
        baseline[:months, case_index] = before
    with np.errstate(all="ignore"):
        for name, figure in summary_figures(totals, months).items():
            found.figures[name][case_index, option_index] = figure
    found.cost_by_year[case_index, option_index, :years] = cost.T
    found.benefit_by_year[case_index, option_index, :years] = benefit.T
    for name, array in found.months.items():
        array[case_index, option_index, :months] = series[SERIES.index(name)].T


def _by_compiler(
    lanes: list[Column], baseline: Floats, is_baseline: bool, record: bool
) -> tuple[Floats, Floats, Floats, Floats]:
    from .compiled import live_many, stack  # Numba takes a second to load: only where it is used

    lived = live_many(stack(lanes), baseline, is_baseline=is_baseline, record=record)
    return lived.totals, lived.cost_by_year, lived.benefit_by_year, lived.series


def _as_python(
    lanes: list[Column], baseline: Floats, is_baseline: bool, record: bool
) -> tuple[Floats, Floats, Floats, Floats]:
    years, count = lanes[0].years, len(lanes)
    totals, cost, benefit = np.zeros((len(TOTALS), count)), np.zeros((years, count)), np.zeros((years, count))
    series = np.zeros((len(SERIES), 12 * years, count))
    for lane, one in enumerate(lanes):
        before = empty(12 * years)
        before[::WIDTH] = baseline[:, lane].tolist()
        try:
            lived = live(one, before, is_baseline=is_baseline)
        except ZeroDivisionError:  # a cost so small that it is nothing
            for whole in (totals, cost, benefit, series):
                whole[..., lane] = np.nan
            continue
        baseline[:, lane] = before[::WIDTH]
        totals[:, lane] = lived.totals
        cost[:, lane] = lived.cost_by_year
        benefit[:, lane] = lived.benefit_by_year
        series[:, :, lane] = np.reshape(lived.series, (len(SERIES), 12 * years))
    return totals, cost, benefit, series
