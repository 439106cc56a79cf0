"""Need against money by year: secured solid, indicative lighter, what has no source an empty dashed gap."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from funding.charts.money import INDICATIVE, SECURED
from funding.queries.need import YearNeed
from kit import formats
from kit.charts import INK, Chart, ChartTable, layout

GAP: dict[str, Any] = {"color": "rgba(255,255,255,0)", "line": {"width": 1.5, "color": "#6F777B"}}
# Over the money, so that it is seen whichever of the two is more.
NEED: dict[str, Any] = {"symbol": "line-ew", "size": 34, "line": {"width": 3, "color": INK}}


def need_chart(rows: Sequence[YearNeed], *, title: str) -> Chart:
    labels = [formats.financial_year(one.year) for one in rows]
    bars = [
        (_("Secured"), SECURED, [one.secured for one in rows]),
        (_("Indicative"), INDICATIVE, [one.indicative for one in rows]),
        (_("No source"), GAP, [max(one.gap or 0.0, 0.0) for one in rows]),
    ]
    data: list[dict[str, Any]] = [
        {"type": "bar", "x": labels, "y": [round(value, 2) for value in values], "name": name, "marker": marker}
        for name, marker, values in bars
    ]
    need = [None if one.need is None else round(one.need, 2) for one in rows]
    line = {"type": "scatter", "mode": "markers", "x": labels, "y": need, "name": _("Need"), "marker": NEED}
    return Chart(
        key="need-by-year",
        title=title,
        description=_(
            "Pounds by financial year at today's rates: the money there is, the need, and what has no source."
        ),
        figure={
            "data": [*data, line],
            "layout": layout(y_title="£") | {"barmode": "stack", "showlegend": True, "bargap": 0.35},
        },
        table=ChartTable(
            headings=[
                _("Financial year"),
                *(f"{name} (£)" for name in (_("Need"), _("Secured"), _("Indicative"), _("No source"))),
            ],
            rows=[
                [labels[number], *(formats.money(value) for value in (one.need, one.secured, one.indicative, one.gap))]
                for number, one in enumerate(rows)
            ],
        ),
    )
