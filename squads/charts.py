"""Who is there by month, drawn: permanent solid, contractors striped, the vacant as a gap."""

from django.utils.translation import gettext as _

from kit import formats
from kit.charts import CONTRACTOR, PERMANENT, VACANT, Chart, ChartTable, april_lines, layout
from kit.periods import financial_year_of
from squads.queries import MonthlyFTE


def fte_chart(found: MonthlyFTE) -> Chart:
    starts = [day.isoformat() for day in found.months]
    series = [
        (_("permanent"), PERMANENT, found.permanent),
        (_("contractor"), CONTRACTOR, found.contractors),
        (_("vacant"), VACANT, found.vacant),
    ]
    figure_layout = layout(y_title=_("FTE"))
    figure_layout.update({"barmode": "stack", "bargap": 0.05, "showlegend": True})
    figure_layout["shapes"] = april_lines(range(financial_year_of(found.months[0]) + 1, found.months[-1].year + 1))
    last = found.contractors.nonzero()[0]
    title = (
        _("The last contractor planned is there in %(month)s") % {"month": formats.month(found.months[int(last[-1])])}
        if len(last)
        else _("No contractor is planned in these months")
    )
    return Chart(
        key="fte",
        title=title,
        description=_("FTE planned at the first of each month: permanent staff, contractors, and places nobody fills."),
        figure={
            "data": [
                {
                    "type": "bar",
                    "x": starts,
                    "y": [round(float(one), 2) for one in values],
                    "name": name,
                    "marker": mark,
                }
                for name, mark, values in series
            ],
            "layout": figure_layout,
        },
        table=ChartTable(
            headings=[_("Month"), *(f"{name} ({_('FTE')})" for name, _mark, _values in series)],
            rows=[
                [formats.month(day), *(formats.fte(values[number]) for _name, _mark, values in series)]
                for number, day in enumerate(found.months)
            ],
        ),
    )
