"""How forecasts have moved: each milestone's forecast over the days on which it was made."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from kit import formats
from kit.charts import GREY, LINE, Chart, ChartTable, layout, option_line
from kit.templatetags.kit import bilingual_text
from portfolio.queries.milestones import MilestoneRow, slip_words

# As many as can be told apart by their lines and the names at their ends; the table has them all.
AT_MOST = 6
LONGEST_NAME = 26


def slip_chart(rows: Sequence[MilestoneRow], *, on: datetime.date) -> Chart | None:
    """None where no forecast was ever made. A line that climbs is a milestone that moves away."""
    kept = [row for row in rows if any(one.forecast for one in row.forecasts)]
    if not kept:
        return None
    drawn = sorted(kept, key=lambda row: abs(row.slip or 0), reverse=True)[:AT_MOST]
    names = [_short(str(row.milestone.title)) for row in drawn]
    lines = [_line(place, row, name, on) for place, (row, name) in enumerate(zip(drawn, names, strict=True))]
    days = [day for line in lines for day in (*line["x"], *line["y"])]
    figure_layout = layout(y_title=_("Forecast"), lines=names)
    figure_layout["hovermode"] = "closest"
    figure_layout["xaxis"] |= {"type": "date", "title": {"text": _("Forecast made on")}}
    figure_layout["yaxis"] |= {"type": "date", "rangemode": "normal"}
    figure_layout["shapes"] = [_today_line(min(days), max(days))]
    return Chart(
        key="slip",
        title=_title(kept),
        description=_(
            "Each line is a milestone: across, the day on which a forecast was made; up, the day it gave. A level line "
            "has held, one that climbs has slipped. At the thin grey line the forecast is the same day: it is reached "
            "there, or overdue. Drawn: %(drawn)s of %(all)s."
        )
        % {"drawn": len(drawn), "all": len(kept)},
        figure={"data": lines, "layout": figure_layout},
        table=ChartTable(
            headings=[_("Milestone"), _("Forecast made on"), _("Forecast"), _("Slip"), _("Why, or the report")],
            rows=[_told(row, one) for row in kept for one in row.forecasts],
        ),
    )


def _line(place: int, row: MilestoneRow, name: str, on: datetime.date) -> dict[str, Any]:
    """Holds each forecast until the next was made, and the last until today or the day it was reached."""
    made = [one for one in row.forecasts if one.forecast]
    x, y = [one.made_on for one in made], [one.forecast for one in made]
    last = row.milestone.actual or on
    if last >= x[-1]:
        x, y = [*x, last], [*y, row.milestone.actual or y[-1]]
    return option_line(
        place,
        name=name,
        x=[day.isoformat() for day in x],
        y=[day.isoformat() for day in y if day],
        line={"shape": "hv", "color": GREY if place % 4 > 1 else "#0b0c0c", "width": 2,
              "dash": ("solid", "dash", "dot", "dashdot")[place % 4]},
    )  # fmt: skip


def _today_line(first: str, last: str) -> dict[str, Any]:
    """Where the forecast is the day on which it is made."""
    return {
        "type": "line",
        "x0": first,
        "y0": first,
        "x1": last,
        "y1": last,
        "layer": "below",
        "line": {"color": LINE, "width": 1},
    }


def _told(row: MilestoneRow, one: Any) -> list[Any]:
    slip = (one.forecast - row.milestone.baseline).days if one.forecast and row.milestone.baseline else None
    said = [one.report, bilingual_text(one, "reason")]
    return [
        bilingual_text(row.milestone, "title"),
        formats.date(one.made_on),
        formats.date(one.forecast),
        slip_words(slip),
        format_html_join(" · ", "{}", ([part] for part in said if part)) or _("no reason given"),
    ]


def _title(rows: Sequence[MilestoneRow]) -> str:
    most = max(rows, key=lambda row: row.slip or 0)
    if len(rows) == 1 and most.slip is not None:
        words = {"title": most.milestone.title, "slip": most.slip_words}
        return _("“%(title)s”: %(slip)s") % words if most.slip else _("“%(title)s”: on its baseline") % words
    if (most.slip or 0) > 0:
        return _("“%(title)s” has slipped most: %(slip)s") % {"title": most.milestone.title, "slip": most.slip_words}
    return _("No milestone is past its baseline")


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
