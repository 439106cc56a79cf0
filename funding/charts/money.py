"""Money by year and by how certain it is: secured solid, indicative lighter with an edge, the rest outlined."""

from typing import Any

from django.utils.translation import gettext as _

from funding.queries.money import YearSums
from kit import formats
from kit.charts import Chart, ChartTable, layout

EDGE = {"width": 1.5, "color": "#12436D"}
SECURED: dict[str, Any] = {"color": "#12436D", "line": EDGE}
INDICATIVE: dict[str, Any] = {"color": "#9FB6CB", "line": EDGE}
OUTLINED: dict[str, Any] = {"color": "#FFFFFF", "line": EDGE}


def money_chart(years: list[YearSums], *, with_allocation: bool) -> Chart | None:
    """None where there is no year to draw. `with_allocation`: the reader sees every award, so what is left is true."""
    if not years:
        return None
    series: list[tuple[str, dict[str, Any], list[Any]]] = [
        (_("Secured"), SECURED, [one.secured for one in years]),
        (_("Indicative"), INDICATIVE, [one.indicative for one in years]),
    ]
    if with_allocation:
        left = [None if one.unawarded is None else max(one.unawarded, 0) for one in years]
        series.append((_("Allocated, not yet awarded"), OUTLINED, left))
    labels = [formats.financial_year(one.year) for one in years]
    return Chart(
        key="money-by-year",
        title=_title(years),
        description=_("Pounds by financial year, by how certain they are. A sum that is not known is not drawn."),
        figure={
            "data": [
                {
                    "type": "bar",
                    "x": labels,
                    "y": [None if one is None else float(one) for one in values],
                    "name": name,
                    "marker": marker,
                }
                for name, marker, values in series
            ],
            "layout": layout(y_title="£") | {"barmode": "stack", "showlegend": True, "bargap": 0.35},
        },
        table=ChartTable(
            headings=[_("Financial year"), *(f"{name} (£)" for name, _marker, _values in series)],
            rows=[
                [labels[number], *(_recorded(values[number]) for _name, _marker, values in series)]
                for number in range(len(years))
            ],
        ),
    )


def _recorded(amount: Any) -> str:
    return "–" if amount is None else formats.money(amount)


def _title(years: list[YearSums]) -> str:
    most = max((one for one in years if one.secured), key=lambda one: one.secured or 0, default=None)
    if most is None:
        return _("No secured money is recorded")
    return _("Most money is secured in %(year)s: %(amount)s") % {
        "year": formats.financial_year(most.year),
        "amount": formats.headline_money(most.secured),
    }
