"""How many posts stand at each stage of recruitment."""

from django.utils.translation import gettext as _

from kit import formats
from kit.charts import GREY, Chart, ChartTable, layout
from kit.history import capital
from squads.queries.vacancies import Vacancies

# Up to so many posts every one has its tick; half a post is none.
FEW = 12


def stages_chart(found: Vacancies) -> Chart:
    names = [capital(one.name) for one in found.stages]
    figure_layout = layout(height=260)
    figure_layout["hovermode"] = "closest"
    figure_layout["yaxis"] |= {"autorange": "reversed", "automargin": True}
    figure_layout["xaxis"] |= {"title": {"text": _("Posts")}, "rangemode": "tozero", "tickformat": "d"}
    most = max(found.stages, key=lambda one: one.posts)
    if most.posts <= FEW:
        figure_layout["xaxis"]["dtick"] = 1
    return Chart(
        key="stages",
        title=_("Most empty posts are at this stage: %(stage)s") % {"stage": most.name}
        if most.posts
        else _("No post is empty"),
        description=_(
            "Posts that nobody fills, over all the squads you may see, by how far their recruitment has come. Vacant "
            "means that somebody left and nobody has been sought yet."
        ),
        figure={
            "data": [
                {
                    "type": "bar",
                    "orientation": "h",
                    "y": names,
                    "x": [one.posts for one in found.stages],
                    "text": [formats.number(one.posts) for one in found.stages],
                    "textposition": "outside",
                    "cliponaxis": False,
                    "marker": {"color": "#ffffff", "line": {"color": GREY, "width": 2}},
                    "hovertemplate": "%{y}: %{x}<extra></extra>",
                }
            ],
            "layout": figure_layout,
        },
        table=ChartTable(
            headings=[
                _("Stage"),
                _("Posts"),
                _("FTE"),
                _("Days in it, median"),
                _("Days in it, longest"),
            ],
            rows=[
                [
                    name,
                    formats.number(one.posts),
                    formats.fte(one.fte),
                    formats.number(one.median_days) if one.posts else "–",
                    formats.number(one.longest_days) if one.posts else "–",
                ]
                for name, one in zip(names, found.stages, strict=True)
            ],
            totals=[_("Total"), formats.number(found.posts), formats.fte(found.fte), "", ""],
        ),
    )
