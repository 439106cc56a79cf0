"""The roadmap drawn. Phases are outlined and named; people in post solid, contractors striped, nobody a dashed gap."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from kit import formats
from kit.charts import CONTRACTOR, DAY, GREY, INK, PERMANENT, VACANT, Chart, ChartTable, april_lines, layout, year_ticks
from kit.templatetags.kit import capital
from portfolio.models import Milestone
from reporting.queries.roadmap import Roadmap, RoadmapRow, Stretch
from reporting.queries.roadmap_words import headings, lines_of, months_of, roadmap_title
from squads.models import ONE_DAY

# Heights, in units of which each is so many pixels.
UNIT = 32
NAME, PHASES, MARKS, SQUAD_NAME, SQUAD, GAP, BETWEEN = 0.75, 0.8, 0.6, 0.5, 0.34, 0.5, 0.5
LONGEST_NAME, LONGEST_SQUAD = 40, 52
# Of the years shown, how much a gap must take for its number to stand in it.
WIDE_ENOUGH = 0.025
MARGIN = 64
PHASE_MARKER = {"color": "#eef1f0", "line": {"color": GREY, "width": 1}}
TICK = "\N{CHECK MARK}"
NEVER_SHOWN = "–"


@dataclass
class Drawing:
    """What has been drawn so far, and how far down."""

    y: float = 0.0
    bars: dict[str, dict[str, list[Any]]] = field(
        default_factory=lambda: {kind: _columns() for kind in ("phase", "permanent", "contractor", "nobody")}
    )
    marks: dict[str, dict[str, list[Any]]] = field(
        default_factory=lambda: {
            kind: {"x": [], "y": [], "hovertext": []} for kind in ("baseline", "forecast", "actual")
        }
    )
    shapes: list[dict[str, Any]] = field(default_factory=list)
    words: list[dict[str, Any]] = field(default_factory=list)

    def down(self, height: float) -> float:
        """Takes a strip of the drawing and gives its middle."""
        self.y += height
        return round(self.y - height / 2, 3)

    def write(self, text: str, *, height: float, size: int, colour: str = INK, weight: str = "normal") -> None:
        """Words at the left of the drawing."""
        font = {"size": size, "color": colour, "weight": weight}
        self.words.append(
            {
                "x": 0, "xref": "paper", "xanchor": "left", "y": self.down(height), "yanchor": "middle",
                "text": text, "showarrow": False, "font": font, "borderpad": 0,
            }
        )  # fmt: skip

    def bar(self, kind: str, stretch: Stretch, *, y: float, text: str, said: str) -> None:
        columns = self.bars[kind]
        columns["base"].append(stretch.start.isoformat())
        columns["x"].append((stretch.end - stretch.start).days * DAY)
        columns["y"].append(y)
        columns["text"].append(text)
        columns["hovertext"].append(said)

    def gap(self, stretch: Stretch, *, y: float, months: str) -> None:
        """Days on which nobody is there: their dashed edge, and the number of months where there is room."""
        self.shapes.append(
            {
                "type": "rect", "x0": stretch.start.isoformat(), "x1": stretch.end.isoformat(),
                "y0": round(y - GAP / 2, 3), "y1": round(y + GAP / 2, 3),
                "line": {"color": VACANT["color"], "width": 1.5, "dash": "4px,3px"}, "fillcolor": "#ffffff",
                "layer": "below",
            }
        )  # fmt: skip
        if months:
            middle = stretch.start + (stretch.end - stretch.start) / 2
            self.words.append(
                {
                    "x": middle.isoformat(), "y": y, "text": months, "showarrow": False, "font": {"size": 11},
                    "borderpad": 0,
                }
            )  # fmt: skip

    def mark(self, kind: str, day: datetime.date, *, y: float, said: str) -> None:
        for name, value in (("x", day.isoformat()), ("y", y), ("hovertext", said)):
            self.marks[kind][name].append(value)


def _columns() -> dict[str, list[Any]]:
    return {name: [] for name in ("base", "x", "y", "text", "hovertext")}


def roadmap_chart(found: Roadmap) -> Chart:
    drawing = Drawing()
    for row in found.rows:
        _draw(drawing, row, found.window)
    return Chart(
        key="roadmap",
        title=roadmap_title(found),
        description=_(
            "Each product's phases in their order, its milestones, and under them the squads that work on it. A dashed "
            "gap holds the number of months in which nobody does."
        ),
        figure={"data": list(_traces(drawing)), "layout": _layout(drawing, found)},
        table=ChartTable(headings=headings(), rows=_table(found)),
    )


def _table(found: Roadmap) -> list[list[Any]]:
    """Each product is named and linked at its first line, and again at every other for whoever listens."""
    rows, before = [], 0
    for line in lines_of(found):
        name: Any = line.product
        if line.product_id != before:
            before = line.product_id
            name = format_html('<a href="{}">{}</a>', reverse("portfolio:product", args=[line.product_id]), name)
        rows.append([name, line.what, line.name, *(formats.date(day) if day else NEVER_SHOWN for day in line.days)])
    return rows


def _draw(drawing: Drawing, row: RoadmapRow, window: Stretch) -> None:
    drawing.write(_short(str(row.product), LONGEST_NAME), height=NAME, size=14, weight="bold")
    if row.retired_on is not None and not row.phases:
        words = _("Retired on %(day)s") % {"day": formats.date(row.retired_on)}
        drawing.write(words, height=SQUAD_NAME, size=11, colour=GREY)
    else:
        drawing.down(PHASES)
    y = round(drawing.y - PHASES / 2, 3)
    for bar in row.phases:
        name = capital(str(bar.phase.label))
        drawing.bar("phase", bar.shown, y=y, text=name, said=_said(name, bar.began, bar.until))
    if row.milestones:
        y = drawing.down(MARKS)
        for one in row.milestones:
            _draw_milestone(drawing, one, window, y)
    for line in row.squads:
        name = str(line.squad)
        drawing.write(_short(name, LONGEST_SQUAD), height=SQUAD_NAME, size=11, colour=GREY)
        y = drawing.down(SQUAD)
        for kind, stretches in (("permanent", line.permanent), ("contractor", line.contractors)):
            words = _("permanent staff") if kind == "permanent" else _("contractors only")
            for stretch in stretches:
                drawing.bar(kind, stretch, y=y, text="", said=_said(f"{name}, {words}", stretch.start, stretch.end))
    if row.nobody:
        y = drawing.down(GAP)
        for gap in row.nobody:
            months = months_of(gap)
            wide = (gap.end - gap.start) / (window.end - window.start) >= WIDE_ENOUGH
            drawing.gap(gap, y=y, months=str(months) if wide else "")
            words = _("nobody works on it: %(months)s") % {"months": formats.months(months)}
            drawing.bar("nobody", gap, y=y, text="", said=_said(words, gap.start, gap.end))
    drawing.down(BETWEEN)


def _draw_milestone(drawing: Drawing, one: Milestone, window: Stretch, y: float) -> None:
    title = _plain(str(one))
    reached = one.actual is not None
    for kind, day, words in (
        ("baseline", one.baseline, _("baseline")),
        ("forecast", None if reached else one.forecast, _("forecast")),
        ("actual", one.actual, _("reached")),
    ):
        if day is not None and window.start <= day < window.end:
            drawing.mark(kind, day, y=y, said=f"{title}: {words} {formats.date(day)}")


def _said(name: str, start: datetime.date, end: datetime.date | None) -> str:
    days = formats.date(start) if end is None else f"{formats.date(start)} – {formats.date(end - ONE_DAY)}"
    return f"{_plain(name)}: {days}"


def _short(text: str, longest: int) -> str:
    """As much of a name as a telephone has room for; the table has all of it."""
    return _plain(text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…")


def _plain(text: str) -> str:
    """Plotly reads a few tags in its texts: a name has none."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _traces(drawing: Drawing) -> Iterable[dict[str, Any]]:
    hover = {"hovertemplate": "%{hovertext}<extra></extra>"}
    bar = {"type": "bar", "orientation": "h", "insidetextanchor": "start", "textangle": 0, "textposition": "inside"}
    looks: dict[str, dict[str, Any]] = {
        "phase": {"marker": PHASE_MARKER, "width": PHASES * 0.86, "textfont": {"color": INK, "size": 12}},
        "permanent": {"marker": PERMANENT, "width": SQUAD},
        "contractor": {"marker": CONTRACTOR, "width": SQUAD},
        # Seen only where one points: what one sees is the dashed edge.
        "nobody": {"marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}}, "width": GAP},
    }  # fmt: skip
    for kind, look in looks.items():
        if drawing.bars[kind]["x"]:
            yield {**bar, **look, **hover, **drawing.bars[kind]}
    shapes: dict[str, dict[str, Any]] = {
        "baseline": {"mode": "markers", "marker": {"symbol": "diamond-open", "size": 12, "color": INK}},
        "forecast": {"mode": "markers", "marker": {"symbol": "diamond", "size": 9, "color": INK}},
        "actual": {"mode": "text", "text": TICK, "textfont": {"size": 18, "color": INK}},
    }  # fmt: skip
    for kind, look in shapes.items():
        if drawing.marks[kind]["x"]:
            yield {"type": "scatter", "cliponaxis": False, **look, **hover, **drawing.marks[kind]}


def _layout(drawing: Drawing, found: Roadmap) -> dict[str, Any]:
    height = round(drawing.y * UNIT) + MARGIN
    made = layout(height=height)
    made["margin"] = {"l": 8, "r": 8, "t": 48, "b": 16}
    made["hovermode"] = "closest"
    made["barmode"] = "overlay"
    made["uniformtext"] = {"minsize": 11, "mode": "hide"}
    made["xaxis"] |= {
        "type": "date", "side": "top", "ticklabelposition": "outside right",
        "range": [found.window.start.isoformat(), found.window.end.isoformat()], **year_ticks(list(found.years)),
    }  # fmt: skip
    made["yaxis"] |= {"range": [drawing.y, 0], "visible": False, "fixedrange": True, "rangemode": "normal"}
    made["shapes"] = [*april_lines(found.years), *drawing.shapes]
    made["annotations"] = drawing.words
    if found.window.start <= found.on < found.window.end:
        today = found.on.isoformat()
        made["shapes"].append(
            {
                "type": "line", "x0": today, "x1": today, "y0": 0, "y1": 1, "yref": "paper",
                "line": {"color": INK, "width": 1.5, "dash": "dot"},
            }
        )  # fmt: skip
        made["annotations"] = [
            *drawing.words,
            {
                "x": today, "y": 1, "yref": "paper", "yanchor": "top", "xanchor": "left", "text": _("today"),
                "showarrow": False, "font": {"size": 12}, "bgcolor": "#ffffff",
            },
        ]  # fmt: skip
    return made
