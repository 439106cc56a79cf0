"""Digital leadership over time: a bar for every period of every organisation."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from kit import formats
from kit.charts import DAY, GREY, INK, Chart, ChartTable, layout
from portfolio.models import Leadership
from portfolio.queries.leadership import Leading, words_of

Officer = Leadership.Officer
MARKERS: dict[str, dict[str, Any]] = {
    Officer.APPOINTED: {"color": INK, "line": {"width": 0}},
    Officer.INTERIM: {
        "color": GREY,
        "line": {"width": 1, "color": GREY},
        "pattern": {"shape": ".", "fgcolor": GREY, "bgcolor": "#ffffff", "fillmode": "replace", "size": 6},
    },
    Officer.NONE: {"color": "#ffffff", "line": {"width": 1, "color": GREY}},
}
ROW = 26


def leadership_chart(periods: Sequence[Leadership], found: Leading, *, on: datetime.date) -> Chart | None:
    """None where nothing is known. A period that goes on is drawn until today."""
    begun = [row for row in periods if row.start <= on]
    if not begun:
        return None
    names = list(dict.fromkeys(str(row.organisation.name) for row in begun))
    figure_layout = layout(height=120 + ROW * len(names))
    figure_layout |= {"barmode": "overlay", "bargap": 0.25, "showlegend": True, "hovermode": "closest"}
    figure_layout["xaxis"] |= {"type": "date", "showgrid": True}
    figure_layout["yaxis"] |= {"autorange": "reversed", "type": "category", "showgrid": False}
    figure_layout["yaxis"] |= {"categoryorder": "array", "categoryarray": names}
    return Chart(
        key="leadership",
        title=_("%(having)s of %(authorities)s local authorities have a chief digital officer on %(date)s")
        % {"having": found.having, "authorities": found.authorities, "date": formats.date(on)},
        description=_(
            "A bar is a period: filled where an officer was appointed, dotted where one was interim, empty where there "
            "was none. “Board” is written where they sat on the leadership board. Where there is no bar, it is not "
            "known."
        ),
        figure={"data": [_bars(officer, begun, on) for officer in Officer], "layout": figure_layout},
        table=ChartTable(
            headings=[_("Organisation"), _("Chief digital officer"), _("From"), _("Last day")],
            rows=[
                [
                    str(row.organisation.name),
                    words_of(row),
                    formats.date(row.start),
                    formats.date(row.last_day) if row.end else "–",
                ]
                for row in periods
            ],
        ),
    )


def _bars(officer: Officer, periods: Sequence[Leadership], on: datetime.date) -> dict[str, Any]:
    mine = [row for row in periods if row.officer == officer]
    ends = [min(row.end or on, on) for row in mine]
    return {
        "type": "bar",
        "orientation": "h",
        "name": str(officer.label),
        "y": [str(row.organisation.name) for row in mine],
        "base": [row.start.isoformat() for row in mine],
        "x": [max((end - row.start).days, 1) * DAY for row, end in zip(mine, ends, strict=True)],
        "text": [_("Board") if row.on_board else "" for row in mine],
        "textposition": "inside",
        "insidetextanchor": "start",
        "hovertext": [f"{row.organisation.name}: {words_of(row)}, {formats.date(row.start)}" for row in mine],
        "hoverinfo": "text",
        "marker": MARKERS[officer],
    }
