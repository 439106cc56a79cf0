"""Charts: a figure for Plotly as a plain dictionary, its table, its text, and the look all of them share."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import json_script
from django.utils.safestring import SafeString

from kit import formats, periods
from kit.bilingual import language

INK, GREY, LINE = "#0b0c0c", "#505a5f", "#b1b4b6"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
AT_MOST = 4

_ON_WHITE = {"bgcolor": "#ffffff", "fillmode": "replace"}
# The one idea of colour, as Plotly's markers: solid, striped, and a gap with an edge.
PERMANENT: dict[str, Any] = {"color": "#12436D", "line": {"width": 0}}
CONTRACTOR: dict[str, Any] = {
    "color": "#F46A25",
    "line": {"width": 0},
    "pattern": {"shape": "/", "fgcolor": "#F46A25", "size": 6, "solidity": 0.6, **_ON_WHITE},
}
# Plotly draws no dashed edge round a bar: a dashed line at the planned size, over nothing, is the gap one sees.
VACANT: dict[str, Any] = {"color": "#6F777B", "width": 1.5, "dash": "dash", "shape": "hv"}
DAY = 24 * 60 * 60 * 1000
# Options are told apart by their line and its label, never by the three colours above.
OPTION_LINES: list[dict[str, Any]] = [
    {"color": INK, "width": 2.5, "dash": "solid"},
    {"color": INK, "width": 2, "dash": "dash"},
    {"color": GREY, "width": 2, "dash": "dot"},
    {"color": GREY, "width": 2, "dash": "dashdot"},
]


@dataclass(frozen=True)
class ChartTable:
    """The chart's figures, already written; units in the headings."""

    headings: Sequence[Any]
    rows: Iterable[Sequence[Any]]
    totals: Sequence[Any] | None = None


@dataclass(frozen=True)
class Chart:
    """A chart whose title says what it shows. With `url` its figure is fetched from there instead."""

    key: str
    title: str
    description: str
    figure: dict[str, Any]
    table: ChartTable
    url: str = ""

    def as_json(self) -> SafeString:
        return json_script(self.figure, f"{self.key}-figure")


def layout(*, y_title: str = "", lines: Sequence[str] = (), height: int = 380, **more: Any) -> dict[str, Any]:
    """What all charts have in common. `lines`: names written at the ends of lines, for which room is kept."""
    room = 24 + 7 * max((len(name) for name in lines), default=0)
    axis = {"gridcolor": "#e6e6e6", "linecolor": LINE, "zerolinecolor": GREY, "ticks": "outside", "tickcolor": LINE}
    made: dict[str, Any] = {
        "height": height,
        "margin": {"l": 64, "r": min(240, max(24, room)), "t": 24, "b": 48},
        "font": {"family": FONT, "size": 14, "color": INK},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "hovermode": "x unified",
        "separators": ".,",
        "showlegend": False,
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"},
        "xaxis": {**axis, "showgrid": False, "automargin": True},
        "yaxis": {**axis, "rangemode": "tozero", "automargin": True, "title": {"text": y_title, "standoff": 8}},
        "meta": {"language": language()},
    }
    return made | more


def option_line(position: int, *, name: str, x: Sequence[Any], y: Sequence[Any], **more: Any) -> dict[str, Any]:
    """The line of an option by its place in the comparison, with its name written at the end."""
    ends = [""] * (len(x) - 1) + [name] if len(x) else []
    line: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines+text",
        "x": list(x),
        "y": list(y),
        "name": name,
        "text": ends,
        "textposition": "middle right",
        "cliponaxis": False,
        "line": OPTION_LINES[position % len(OPTION_LINES)],
    }
    return line | more


def month_bars(starts: Sequence[datetime.date]) -> dict[str, Any]:
    """Where bars of months lie on an axis of dates: each as wide as its month, so that no seam shows between them."""
    ends = [*starts[1:], starts[-1] + datetime.timedelta(days=31)] if starts else []
    widths = [(end - start).days * DAY for start, end in zip(starts, ends, strict=True)]
    return {"type": "bar", "x": [day.isoformat() for day in starts], "offset": 0, "width": widths}


def vacant_outline(
    starts: Sequence[datetime.date], *, planned: Sequence[float], vacant: Sequence[float], name: str
) -> dict[str, Any]:
    """The dashed edge of what is planned and not filled; the number of the vacant is said where one points."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day.isoformat() for day in starts],
        "y": [top if missing > 0 else None for top, missing in zip(planned, vacant, strict=True)],
        "customdata": list(vacant),
        "connectgaps": False,
        "name": name,
        "line": VACANT,
        "hovertemplate": f"{name}: %{{customdata}}<extra></extra>",
    }


def april_lines(years: Iterable[int]) -> list[dict[str, Any]]:
    """A thin line at each 1 April, where one financial year ends and the next begins."""
    return [
        {
            "type": "line",
            "x0": periods.first_day(year).isoformat(),
            "x1": periods.first_day(year).isoformat(),
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": {"color": LINE, "width": 1},
        }
        for year in years
    ]


def year_ticks(years: Sequence[int]) -> dict[str, Any]:
    """An axis of dates marked with financial years, at most ten of them."""
    step = max(1, -(-len(years) // 10))
    kept = list(years)[::step]
    return {
        "tickmode": "array",
        "tickvals": [periods.first_day(year).isoformat() for year in kept],
        "ticktext": [formats.financial_year(year) for year in kept],
    }
