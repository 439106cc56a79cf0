"""When contracts end, month by month."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from kit import formats
from kit.charts import GREY, INK, Chart, ChartTable, april_lines, layout, month_bars
from kit.periods import financial_year_of
from portfolio.queries.sourcing import Month

IN_OPPORTUNITY: dict[str, Any] = {"color": INK, "line": {"width": 0}}
ALONE: dict[str, Any] = {"color": "#ffffff", "line": {"width": 1.5, "color": GREY}}


def ends_chart(months: Sequence[Month]) -> Chart | None:
    """None where none ends: there would be nothing to draw."""
    total = sum(month.in_opportunity + month.alone for month in months)
    if not total:
        return None
    names = [_("could be bought together"), _("under no opportunity")]
    starts = [month.first for month in months]
    figure_layout = layout(y_title=_("Contracts that end"), height=320)
    figure_layout |= {"barmode": "stack", "bargap": 0, "showlegend": True}
    figure_layout["shapes"] = april_lines(range(financial_year_of(starts[0]) + 1, financial_year_of(starts[-1]) + 1))
    bars = month_bars(starts)
    values = [[month.in_opportunity for month in months], [month.alone for month in months]]
    busiest = max(months, key=lambda month: month.in_opportunity + month.alone)
    return Chart(
        key="contract-ends",
        title=_("Most contracts end in %(month)s: %(number)s")
        % {"month": formats.month(busiest.first), "number": busiest.in_opportunity + busiest.alone},
        description=_("Contracts in force by the month of their last day. The thin lines are 1 April."),
        figure={
            "data": [
                bars | {"y": numbers, "name": name, "marker": marker}
                for numbers, name, marker in zip(values, names, (IN_OPPORTUNITY, ALONE), strict=True)
            ],
            "layout": figure_layout,
        },
        table=ChartTable(
            headings=[_("Month"), *names, _("Value a year (£)"), _("Values not known")],
            rows=[_told(month) for month in months],
        ),
    )


def _told(month: Month) -> list[str]:
    ends = month.in_opportunity + month.alone
    value = formats.money(month.value) if ends else "–"
    return [formats.month(month.first), str(month.in_opportunity), str(month.alone), value, str(month.value_not_known)]
