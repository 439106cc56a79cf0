"""7. What many draws come to: the mean and the points of one figure, kept draw by draw until then.

The mean is added up over the draws in their order, however they were parted when they were made, so that it is the
same to the last bit: the first value, and the mean of what the others differ from it.
"""

from __future__ import annotations

import math
import os
import tempfile
import threading
from dataclasses import dataclass
from typing import IO

import numpy as np

from .results import Floats

PERCENT = (5, 10, 25, 50, 75, 90, 95)
IN_MEMORY = 128 * 2**20  # bytes: what is larger is kept in a file


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and points of a figure over the draws in which it is not null; all None where there is none."""

    mean: float | None
    p5: float | None
    p10: float | None
    p25: float | None
    p50: float | None
    p75: float | None
    p90: float | None
    p95: float | None

    def as_json(self) -> dict[str, float | None]:
        return {name: getattr(self, name) for name in self.__slots__}


def spread_of(values: Floats) -> Spread:
    """The spread of one figure, shape (draws,), NaN for null; `values` are put in order where they stand."""
    mean = mean_of(values) if len(values) else math.nan
    if math.isnan(mean):  # one of them is null, or all that can be told of their mean is nothing
        values = values[~np.isnan(values)]
        if not len(values):
            return Spread(*[None] * (1 + len(PERCENT)))
        mean = mean_of(values)
    values.sort()
    return Spread(mean, *(_point(values, percent) for percent in PERCENT))


def mean_of(values: Floats) -> float:
    first = float(values[0])
    return first + float(np.sum(values - first)) / len(values)


def _point(ordered: Floats, percent: int) -> float:
    """Linear at rank 1 + percent/100 × (n - 1), counted in hundredths so that a rank that is whole is exactly so."""
    below, hundredths = divmod(percent * (len(ordered) - 1), 100)
    low = float(ordered[below])
    return low if not hundredths else low + (float(ordered[below + 1]) - low) * (hundredths / 100)


class Kept:
    """A table of numbers, a row a figure and a column a draw: in memory, or in a file where it would be large.

    The file has no name and goes with the process. It is read and written a row at a time, and no page of it counts as
    this process's memory.
    """

    def __init__(self, rows: int, draws: int, *, in_memory: int | None = None) -> None:
        self.rows, self.draws = rows, draws
        self._file: IO[bytes] | None = None
        self._table = np.empty((0, 0))
        self._lock = threading.Lock()
        if 8 * rows * draws > (IN_MEMORY if in_memory is None else in_memory):
            self._file = tempfile.TemporaryFile(prefix="cynnal-draws-")  # noqa: SIM115
        else:
            self._table = np.empty((rows, draws))

    def put(self, first: int, part: Floats) -> None:
        """Keep draws from `first` on; `part` has shape (rows, draws)."""
        if self._file is None:
            self._table[:, first : first + part.shape[1]] = part
            return
        for number, row in enumerate(part):
            with self._lock:
                self._file.seek(8 * (number * self.draws + first))
                self._file.write(np.ascontiguousarray(row).tobytes())

    def row(self, number: int) -> Floats:
        """One figure in every draw, shape (draws,): a copy."""
        if self._file is None:
            return self._table[number].copy()
        with self._lock:
            self._file.seek(8 * number * self.draws)
            return np.frombuffer(bytearray(self._file.read(8 * self.draws)))

    def last(self, number: int) -> Floats:
        """The same for the last time: not a copy where the table is in memory, so that it may be put in order there."""
        return self._table[number] if self._file is None else self.row(number)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
