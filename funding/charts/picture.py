"""The one picture of a comparison: a row of the whole life for each option, in which people are there or are not.

Permanent staff are drawn solid, contractors striped, nobody as a dashed gap with its months written in it. A line marks
the month the product goes live and a thin line its fitness from then on. Drawn on the server: it needs no script.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from funding.queries.comparison import NOBODY, Comparison, Months, OptionResult
from kit.drawing import Stretch

WIDTH, HEIGHT, TOP = 900.0, 66.0, 14.0


@dataclass(frozen=True)
class Gap(Stretch):
    """A spell in which nobody is there."""

    room_for_a_number = 13.0
    months: int


@dataclass(frozen=True)
class Row:
    """One option's life, ready to be drawn in a box of WIDTH × HEIGHT."""

    option: OptionResult
    permanent: str
    contractors: str
    planned: str
    fitness: str
    gaps: list[Gap]
    live_x: float | None

    @property
    def live_text_x(self) -> float:
        """The word stands beside the mark, on the side where there is room."""
        x = self.live_x or 0.0
        return round(x - 4 if self.live_anchor == "end" else x + 4, 1)

    @property
    def live_anchor(self) -> str:
        return "end" if (self.live_x or 0.0) > WIDTH - 60 else "start"


@dataclass(frozen=True)
class Picture:
    rows: list[Row]
    years: list[tuple[float, str]]
    width: float = WIDTH
    height: float = HEIGHT
    top: float = TOP
    gap_height: float = HEIGHT - TOP
    text_y: float = (HEIGHT + TOP) / 2 + 4


def picture(comparison: Comparison) -> Picture:
    """The drawing of a comparison; every row to the same scale of months and of people."""
    months = comparison.years * 12
    most = max((float(np.maximum(one.paid, one.planned).max()) for one in comparison.options), default=0.0) or 1.0
    step = WIDTH / months
    every = 1 if comparison.years <= 15 else 5
    years = [
        (round(year * 12 * step, 1), str(comparison.start_year + year) if year % every == 0 else "")
        for year in range(comparison.years)
    ]
    return Picture([_row(option, step, most) for option in comparison.options], years)


def _row(option: OptionResult, step: float, most: float) -> Row:
    scale = (HEIGHT - TOP) / most
    live = option.summary["live_month"]
    gaps = [Gap(round(start * step, 1), round(length * step, 1), length) for start, length in spells(option.paid)]
    return Row(
        option=option,
        permanent=_area(np.zeros_like(option.paid), option.months["permanent_fte"], step, scale),
        contractors=_area(option.months["permanent_fte"], option.months["contractor_fte"], step, scale),
        planned=_outline(option.planned, option.vacant, step, scale),
        fitness=_line(option.months["fitness"], live, step),
        gaps=gaps,
        live_x=None if live is None else round(live * step, 1),
    )


def spells(paid: Months) -> Iterator[tuple[int, int]]:
    """(first month, number of months) of each spell in which nobody is there."""
    start = None
    for month, fte in enumerate([*paid, np.inf]):
        if fte <= NOBODY and start is None:
            start = month
        elif fte > NOBODY and start is not None:
            yield start, month - start
            start = None


def _points(heights: Months, step: float, scale: float) -> list[tuple[float, float]]:
    """The corners of a stepped line, months that do not change joined into one step."""
    points: list[tuple[float, float]] = []
    levels = [round(HEIGHT - height * scale, 1) for height in heights]
    for month, level in enumerate(levels):
        if month == 0 or level != levels[month - 1]:
            if points:
                points.append((round(month * step, 1), points[-1][1]))
            points.append((round(month * step, 1), level))
    points.append((round(len(levels) * step, 1), levels[-1]))
    return points


def _area(base: Months, height: Months, step: float, scale: float) -> str:
    """A filled path between two stepped lines, empty where there is nothing to fill."""
    if not (height > NOBODY).any():
        return ""
    above, below = _points(base + height, step, scale), _points(base, step, scale)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in [*above, *reversed(below)]) + "Z"


def _outline(planned: Months, vacant: Months, step: float, scale: float) -> str:
    """The dashed line at the size the team is meant to have, over the months in which it is not all there."""
    path, start = "", None
    for month, missing in enumerate([*vacant, 0.0]):
        if missing > NOBODY and start is None:
            start = month
        elif missing <= NOBODY and start is not None:
            corners = _points(planned[start:month], step, scale)
            path += "M" + "L".join(f"{x + start * step:.5g} {y:g}" for x, y in corners)
            start = None
    return path


def _line(fitness: Months, live: int | None, step: float) -> str:
    if live is None:
        return ""
    points = [
        f"{(month + 0.5) * step:.1f} {TOP + (1 - fitness[month]) * (HEIGHT - TOP):.1f}"
        for month in range(live, len(fitness), max(1, len(fitness) // 180))
    ]
    return "M" + "L".join(points) if len(points) > 1 else ""
