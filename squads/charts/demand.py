"""Demand against supply by month: permanent solid, contractors striped, and the dashed line of what is planned."""

import numpy as np
from django.utils.translation import gettext as _

from kit import formats
from kit.charts import CONTRACTOR, PERMANENT, VACANT, Chart, ChartTable, april_lines, layout, month_bars
from kit.periods import financial_year_of
from squads.charts.months import rounded
from squads.queries.heat import NOTHING, HeatMap


def demand_chart(found: HeatMap) -> Chart:
    total, months, unit = found.total, found.months, _("FTE")
    figure_layout = layout(y_title=unit)
    figure_layout.update({"barmode": "stack", "bargap": 0, "showlegend": True})
    figure_layout["shapes"] = april_lines(range(financial_year_of(months[0]) + 1, months[-1].year + 1))
    worst = int(np.argmax(total.gap))
    if total.gap[worst] > NOTHING:
        title = _("The most is missing in %(month)s: %(gap)s FTE") % {
            "month": formats.month(months[worst]),
            "gap": formats.fte(float(total.gap[worst])),
        }
    else:
        title = _("Everything planned is filled in each of these months")
    planned = _("planned, whatever its state")
    return Chart(
        key="demand",
        title=title,
        description=_("FTE at the first of each month: what is planned, and who is there of it."),
        figure={
            "data": [
                month_bars(months) | {"y": rounded(values), "name": name, "marker": marker}
                for name, values, marker in (
                    (_("permanent"), total.permanent, PERMANENT),
                    (_("contractor"), total.contractors, CONTRACTOR),
                )
            ]
            + [
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": [day.isoformat() for day in months],
                    "y": rounded(total.demand),
                    "name": planned,
                    "line": VACANT,
                }
            ],
            "layout": figure_layout,
        },
        table=ChartTable(
            headings=[
                _("Month"),
                _("Planned (FTE)"),
                _("Permanent (FTE)"),
                _("Contractors (FTE)"),
                _("Missing (FTE)"),
            ],
            rows=[
                [
                    formats.month(day),
                    *(
                        formats.fte(float(values[number]))
                        for values in (total.demand, total.permanent, total.contractors, total.gap)
                    ),
                ]
                for number, day in enumerate(months)
            ],
        ),
    )
