"""Names on a chart of lines: at their ends and where they cross, one below the other instead of one upon the other."""

import textwrap
from collections.abc import Sequence
from typing import Any

LINE = 18  # px of one line of text
BLANK = "\u00a0"
LETTERS = 20  # of a name on one line of a mark: as wide as a phone has room for


def apart(traces: Sequence[dict[str, Any]], *, height: float) -> None:
    """Moves the names of lines that end within a line of text of each other; `height` px, which the highest reaches.

    A name keeps its line: it is moved by empty lines above or below it, which are drawn with it or left out with it.
    """
    ended = [trace for trace in traces if trace["y"] and trace["text"]]
    highest = max((abs(value) for trace in ended for value in trace["y"] if value is not None), default=0.0)
    if not highest:
        return
    ended.sort(key=lambda trace: -(trace["y"][-1] or 0.0))
    together: list[list[dict[str, Any]]] = []
    for trace in ended:
        before = together[-1][-1]["y"][-1] if together else None
        if before is not None and (before - trace["y"][-1]) / highest * height < LINE:
            together[-1].append(trace)
        else:
            together.append([trace])
    for names in together:
        for place, trace in enumerate(names):
            lines = [BLANK] * place + [trace["text"][-1]] + [BLANK] * (len(names) - 1 - place)
            trace["text"] = [*trace["text"][:-1], "<br>".join(lines)]


def crossing_marks(crossings: Sequence[tuple[str, str, float]]) -> list[dict[str, Any]]:
    """(name, where along the chart, how high) of each crossing, as marks that stand above each other."""
    marks, height = [], 24
    for name, place, value in crossings:
        lines = textwrap.wrap(f"{name}: {place}", LETTERS)
        marks.append(
            {
                "x": place,
                "y": value,
                "text": "<br>".join(lines),
                "showarrow": True,
                "arrowhead": 0,
                "ax": 0,
                "ay": -height,
                "yanchor": "bottom",
                "bgcolor": "#ffffff",
                "bordercolor": "#505a5f",
            }
        )
        height += LINE * len(lines) + LINE // 2
    # The lowest is drawn last: its white ground covers the lines of those above it.
    return marks[::-1]
