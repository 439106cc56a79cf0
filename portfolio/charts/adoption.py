"""Adoption over time: how many authorities had committed to a product, and how many had adopted it."""

import datetime

from django.utils.translation import gettext as _

from kit import formats
from kit.charts import Chart, ChartTable, layout, option_line
from portfolio.queries.adoption import Growth

# Lines whose ends lie closer than this many authorities would have their names written over each other.
NEAR = 3


def growth_chart(growth: Growth, *, authorities: int, on: datetime.date) -> Chart | None:
    """None where no day is known: there would be nothing to draw."""
    steps = [step for step in growth.steps if step.on <= on]
    if not steps:
        return None
    last = steps[-1]
    names = [_("adopted"), _("committed or adopted")]
    days = [step.on.isoformat() for step in steps]
    # Until today the last number holds.
    ends = [*days, on.isoformat()] if days[-1] < on.isoformat() else days
    figure_layout = layout(y_title=_("Local authorities"), lines=names, height=300)
    figure_layout["yaxis"] |= {"range": [0, authorities + 1], "dtick": 5}
    lines = []
    for place, (name, values) in enumerate(
        zip(names, ([step.adopted for step in steps], [step.committed for step in steps]), strict=True)
    ):
        held = [*values, values[-1]] if len(ends) > len(values) else values
        line = option_line(place, name=name, x=ends, y=held)
        line["line"] = line["line"] | {"shape": "hv"}
        lines.append(line)
    if last.committed - last.adopted < NEAR:
        # The two end on nearly one spot: one name above, one below.
        lines[0]["textposition"], lines[1]["textposition"] = "bottom right", "top right"
    title = _("Adopted by %(adopted)s of %(authorities)s local authorities on %(date)s")
    if growth.undated:
        title = _("Adopted on a day that is known by %(adopted)s of %(authorities)s local authorities")
    said = title % {"adopted": last.adopted, "authorities": authorities, "date": formats.date(on)}
    description = _("Cumulative. A local authority that withdrew leaves both lines on the day it did.")
    if growth.undated:
        description += " " + _("Not drawn, because the day is not known: %(number)s.") % {"number": growth.undated}
    return Chart(
        key="growth",
        title=said,
        description=description,
        figure={"data": lines, "layout": figure_layout},
        table=ChartTable(
            headings=[_("From this day"), *names],
            rows=[[formats.date(step.on), str(step.adopted), str(step.committed)] for step in steps],
        ),
    )
