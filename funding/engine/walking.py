"""Many lanes side by side, walked by the compiler or as plain Python: the same figures to the last bit either way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from .lanes import Column, empty, live
from .layout import INPUTS, SERIES, TOTALS, WIDTH
from .results import Floats

# Fewer lanes than this are walked sooner as plain Python than the compiler is loaded.
WORTH_COMPILING = 500
_TABLES = ("inputs", "fte", "salary", "day_rate", "discount", "funded", "size", "frozen")
INPUT_ROW = {name: row for row, name in enumerate(INPUTS)}


@dataclass(frozen=True, eq=False)
class Lanes:
    """Any number of lanes of one model and length: what a `lanes.Column` holds, as arrays of shape (rows, lanes), or of
    shape (rows, 1) where all lanes have the same.

    `varied`, shape (numbers, lanes), holds what goes in place of some rows of the inputs; `rows` says of which, one a
    number, or is below 0 where these lanes have no such input.
    """

    model: int
    years: int
    inputs: Floats  # (layout.INPUTS, lanes or 1)
    fte: Floats  # (roles, lanes or 1)
    salary: Floats
    day_rate: Floats
    discount: Floats  # (years, lanes or 1)
    funded: Floats
    size: Floats
    frozen: Floats
    withdrawn: Floats  # (lanes,)
    rows: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    varied: Floats = field(default_factory=lambda: np.empty((0, 0)))

    @property
    def count(self) -> int:
        return len(self.withdrawn)

    def check(self) -> None:
        """ValueError where a table is not of the shape that it should be."""
        roles, numbers = len(self.fte), len(self.rows)
        lengths = (len(INPUTS), roles, roles, roles, *[self.years] * 4)
        shapes = [getattr(self, name).shape for name in _TABLES]
        right = all(shape in ((rows, 1), (rows, self.count)) for shape, rows in zip(shapes, lengths, strict=True))
        if numbers and (self.varied.shape != (numbers, self.count) or self.rows.max() >= len(INPUTS)):
            right = False
        if not right:
            raise ValueError("a table is not of the shape of its lanes")

    def number(self, row: int) -> Floats:
        """An input, by its row, in each lane: shape (lanes,), or (1,) where all have the same."""
        [places] = np.nonzero(self.rows == row)
        found: Floats = self.varied[places[-1]] if len(places) else self.inputs[row]
        return found

    def lane(self, number: int) -> Column:
        """One of them as a column."""
        rows = {name: _of_lane(getattr(self, name), number).tolist() for name in _TABLES}
        for row, values in zip(self.rows.tolist(), self.varied, strict=True):
            if row >= 0:
                rows["inputs"][row] = float(values[number])
        return Column(self.model, self.years, **rows, withdrawn=float(self.withdrawn[number]))


def _of_lane(table: Floats, number: int) -> Floats:
    return table[:, 0 if table.shape[1] == 1 else number]


@dataclass(frozen=True, eq=False)
class LivedMany:
    totals: Floats  # (layout.TOTALS, lanes)
    cost_by_year: Floats  # (years, lanes)
    benefit_by_year: Floats
    series: Floats  # (layout.SERIES, months, lanes), of no months where they are not recorded

    def check(self, years: int, count: int) -> None:
        """ValueError where there is no room for what so many lanes come to."""
        by_year = (years, count)
        fits = self.totals.shape == (len(TOTALS), count)
        fits = fits and self.cost_by_year.shape == by_year and self.benefit_by_year.shape == by_year
        if not fits or (self.series.size and self.series.shape != (len(SERIES), 12 * years, count)):
            raise ValueError("there is no room for these lanes")


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
        inputs=rows("inputs", len(first.inputs)),
        fte=rows("fte", roles),
        salary=rows("salary", roles),
        day_rate=rows("day_rate", roles),
        discount=rows("discount", first.years),
        funded=rows("funded", first.years),
        size=rows("size", first.years),
        frozen=rows("frozen", first.years),
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
    """The same lane `count` times."""
    return replace(stack([column]), withdrawn=np.full(count, column.withdrawn))


def varied(lanes: Lanes, inputs: Mapping[int, Floats]) -> Lanes:
    """The lanes with these inputs, by their row, in place of what they had: shape (lanes,)."""
    return replace(lanes, rows=np.array(list(inputs), np.int64), varied=np.array(list(inputs.values())))


def taken(lanes: Lanes, which: NDArray[np.intp]) -> Lanes:
    """Those lanes, as often as they are named."""

    def of(table: Floats) -> Floats:
        return table if table.shape[1] == 1 else np.take(table, which, axis=1)

    return Lanes(
        lanes.model,
        lanes.years,
        inputs=of(lanes.inputs),
        fte=of(lanes.fte),
        salary=of(lanes.salary),
        day_rate=of(lanes.day_rate),
        discount=of(lanes.discount),
        funded=of(lanes.funded),
        size=of(lanes.size),
        frozen=of(lanes.frozen),
        withdrawn=lanes.withdrawn[which],
        rows=lanes.rows,
        varied=np.take(lanes.varied, which, axis=1) if len(lanes.rows) else lanes.varied,
    )


def room_for(years: int, count: int, months: int = 0) -> LivedMany:
    """Room for what so many lanes come to, and for so many of their months; what is in it is left to chance."""
    return LivedMany(
        np.empty((len(TOTALS), count)),
        np.empty((years, count)),
        np.empty((years, count)),
        np.empty((len(SERIES), months, count)),
    )


def walk(
    lanes: Lanes,
    baseline: Floats,
    *,
    is_baseline: bool,
    compiled: bool,
    record: bool = False,
    into: LivedMany | None = None,
) -> LivedMany:
    """Walk all the lanes. `baseline`, see `baselines`, is written by the baseline option and read by the others. What
    they come to is written `into` the room given, or into new room.
    """
    found = into or room_for(lanes.years, lanes.count, 12 * lanes.years if record else 0)
    if compiled:
        from .compiled import live_many  # Numba takes a second to load: only where it is used

        live_many(lanes, baseline, is_baseline=is_baseline, found=found)
    else:
        _as_python(lanes, baseline, is_baseline, found)
    return found


def _as_python(lanes: Lanes, baseline: Floats, is_baseline: bool, found: LivedMany) -> None:
    months, record = 12 * lanes.years, found.series.size > 0
    for number in range(lanes.count):
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
