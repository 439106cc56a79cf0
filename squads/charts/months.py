"""Who is there by month, drawn: permanent solid, contractors striped, the vacant as a gap."""

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from kit import formats
from kit.charts import CONTRACTOR, PERMANENT, Chart, ChartTable, april_lines, layout, month_bars, vacant_outline
from kit.periods import financial_year_of
from squads.queries import MonthlyFTE


def rounded(values: NDArray[np.float64]) -> list[float]:
    """Shortened for the drawing only: the table has the figures themselves."""
    return [round(float(one), 2) for one in values]


def fte_chart(found: MonthlyFTE) -> Chart:
    series = [
        (_("permanent"), found.permanent),
        (_("contractor"), found.contractors),
        (_("vacant"), found.vacant),
    ]
    unit = _("FTE")
    figure_layout = layout(y_title=unit)
    figure_layout.update({"barmode": "stack", "bargap": 0, "showlegend": True})
    figure_layout["shapes"] = april_lines(range(financial_year_of(found.months[0]) + 1, found.months[-1].year + 1))
    last = found.contractors.nonzero()[0]
    if not len(last):
        title = _("No contractor is planned in these months")
    elif last[-1] == len(found.months) - 1:
        # There may be contractors after that: the drawing does not know.
        title = _("Contractors are planned until the end of these months")
    else:
        month = formats.month(found.months[int(last[-1])])
        title = _("The last contractor planned is there in %(month)s") % {"month": month}
    return Chart(
        key="fte",
        title=title,
        description=_("FTE planned at the first of each month: permanent staff, contractors, and places nobody fills."),
        figure={
            "data": [
                *(
                    month_bars(found.months) | {"y": rounded(values), "name": name, "marker": marker}
                    for (name, values), marker in zip(series, (PERMANENT, CONTRACTOR), strict=False)
                ),
                vacant_outline(
                    found.months,
                    planned=rounded(found.permanent + found.contractors + found.vacant),
                    vacant=rounded(found.vacant),
                    name=_("vacant"),
                ),
            ],
            "layout": figure_layout,
        },
        table=ChartTable(
            headings=[_("Month"), *(f"{name} ({unit})" for name, _values in series)],
            rows=[
                [formats.month(day), *(formats.fte(values[number]) for _name, values in series)]
                for number, day in enumerate(found.months)
            ],
        ),
    )
