"""Appraising many cases in one call: arrays instead of results, axes in the order cases, options, months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .case import Case
from .lanes import Column, columns
from .layout import SERIES
from .results import FIGURES, Floats, summary_figures
from .walking import WORTH_COMPILING, in_blocks, in_rows, stack, walk

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
    before = in_blocks(baseline[:months, case_index])
    lived = walk(stack(lanes), before, is_baseline=is_baseline, compiled=by_compiler, record=bool(found.months))
    if is_baseline:
        baseline[:months, case_index] = in_rows(before, len(lanes))
    figures = summary_figures(lived.totals, months, compiled=by_compiler)
    for name, figure in zip(FIGURES, figures, strict=True):
        found.figures[name][case_index, option_index] = figure
    found.cost_by_year[case_index, option_index, :years] = lived.cost_by_year.T
    found.benefit_by_year[case_index, option_index, :years] = lived.benefit_by_year.T
    for name, array in found.months.items():
        array[case_index, option_index, :months] = lived.series[SERIES.index(name)].T
