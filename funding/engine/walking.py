"""Many lanes side by side, walked by the compiler or as plain Python: the same figures to the last bit either way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .lanes import Column, empty, live
from .layout import INPUTS, SERIES, TOTALS, WIDTH
from .results import Floats

# Fewer lanes than this are walked sooner as plain Python than the compiler is loaded.
WORTH_COMPILING = 500
_TABLES = ("inputs", "fte", "salary", "day_rate", "discount", "funded", "size", "frozen", "withdrawn")
INPUT_ROW = {name: row for row, name in enumerate(INPUTS)}


@dataclass(frozen=True, eq=False)
class Lanes:
    """Any number of lanes of one model and length: what a `lanes.Column` holds, as arrays of shape (rows, lanes)."""

    model: int
    years: int
    inputs: Floats  # (layout.INPUTS, lanes)
    fte: Floats  # (roles, lanes)
    salary: Floats
    day_rate: Floats
    discount: Floats  # (years, lanes)
    funded: Floats
    size: Floats
    frozen: Floats
    withdrawn: Floats  # (lanes,)

    @property
    def count(self) -> int:
        return len(self.withdrawn)

    def lane(self, number: int) -> Column:
        """One of them as a column."""
        rows = {name: getattr(self, name)[:, number].tolist() for name in _TABLES[:-1]}
        return Column(self.model, self.years, **rows, withdrawn=float(self.withdrawn[number]))


@dataclass(frozen=True, eq=False)
class LivedMany:
    totals: Floats  # (layout.TOTALS, lanes)
    cost_by_year: Floats  # (years, lanes)
    benefit_by_year: Floats
    series: Floats  # (layout.SERIES, months, lanes), of no months where they are not recorded


def stack(columns: Sequence[Column]) -> Lanes:
    """Lanes of one model and length, side by side."""
    first = columns[0]
    roles = max(len(column.fte) for column in columns)

    def rows(name: str, length: int) -> Floats:
        each = [getattr(column, name) for column in columns]
        table = np.array(
            [values if len(values) == length else [*values, *[0.0] * (length - len(values))] for values in each]
        )
        return np.ascontiguousarray(table.T)

    return Lanes(
        first.model,
        first.years,
        rows("inputs", len(first.inputs)),
        **{name: rows(name, roles) for name in ("fte", "salary", "day_rate")},
        **{name: rows(name, first.years) for name in ("discount", "funded", "size", "frozen")},
        withdrawn=np.array([column.withdrawn for column in columns]),
    )


def baselines(months: int, count: int) -> Floats:
    """Room for the baseline option's cumulative net present values in so many lanes: (blocks of lanes, months, WIDTH),
    as the walk goes through them. Of no lanes where nothing will be compared with the baseline.
    """
    return np.zeros((-(-count // WIDTH), months, WIDTH))


def in_blocks(rows: Floats) -> Floats:
    """Room for baselines that holds these, shape (months, lanes)."""
    months, count = rows.shape
    found = baselines(months, count)
    for block, first in enumerate(range(0, count, WIDTH)):
        part = rows[:, first : first + WIDTH]
        found[block, :, : part.shape[1]] = part
    return found


def in_rows(blocks: Floats, count: int) -> Floats:
    """The baselines of so many lanes, shape (months, lanes)."""
    return blocks.transpose(1, 0, 2).reshape(blocks.shape[1], -1)[:, :count]


def spread(column: Column, count: int) -> Lanes:
    """The same lane `count` times, for some of its rows to be written over."""
    one = stack([column])
    # Written over and laid out as any other: copies, in rows.
    tables = {name: np.repeat(getattr(one, name), count, axis=-1) for name in _TABLES}
    return Lanes(one.model, one.years, **tables)


def taken(lanes: Lanes, which: NDArray[np.intp]) -> Lanes:
    """Those lanes, as often as they are named."""
    return Lanes(
        lanes.model,
        lanes.years,
        *(np.take(getattr(lanes, name), which, axis=-1) for name in _TABLES),
    )


def walk(lanes: Lanes, baseline: Floats, *, is_baseline: bool, compiled: bool, record: bool = False) -> LivedMany:
    """Walk all the lanes. `baseline`, see `baselines`, is written by the baseline option and read by the others."""
    if compiled:
        from .compiled import live_many  # Numba takes a second to load: only where it is used

        return live_many(lanes, baseline, is_baseline=is_baseline, record=record)
    return _as_python(lanes, baseline, is_baseline, record)


def _as_python(lanes: Lanes, baseline: Floats, is_baseline: bool, record: bool) -> LivedMany:
    years, count, months = lanes.years, lanes.count, 12 * lanes.years
    found = LivedMany(
        np.zeros((len(TOTALS), count)),
        np.zeros((years, count)),
        np.zeros((years, count)),
        np.zeros((len(SERIES), months if record else 0, count)),
    )
    for number in range(count):
        before = empty(months)
        if baseline.size:
            before[::WIDTH] = baseline[number // WIDTH, :, number % WIDTH].tolist()
        try:
            lived = live(lanes.lane(number), before, is_baseline=is_baseline)
        except ZeroDivisionError:  # a cost so small that it is nothing
            for whole in (found.totals, found.cost_by_year, found.benefit_by_year, found.series):
                whole[..., number] = np.nan
            continue
        if baseline.size:
            baseline[number // WIDTH, :, number % WIDTH] = before[::WIDTH]
        found.totals[:, number] = lived.totals
        found.cost_by_year[:, number] = lived.cost_by_year
        found.benefit_by_year[:, number] = lived.benefit_by_year
        if record:
            found.series[:, :, number] = np.reshape(lived.series, (len(SERIES), months))
    return found
