"""Benefits by year, drawn: what was expected outlined, what was realised filled."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kit import formats
from kit.charts import INK, Chart, ChartTable, layout
from kit.periods import financial_year_of
from portfolio.queries.benefits import ProductBenefits, Sums

EDGE = {"width": 1.5, "color": INK}
EXPECTED: dict[str, Any] = {"color": "#FFFFFF", "line": EDGE}
REALISED: dict[str, Any] = {"color": "#505a5f", "line": EDGE}


def benefits_chart(found: ProductBenefits, *, on: datetime.date) -> Chart | None:
    """None where no year has a figure."""
    if found.sums.expected is None and found.sums.realised is None:
        return None
    years = [(year, found.of_year(year)) for year in found.years]
    labels = [formats.financial_year(year) for year, _sums in years]
    expected, realised = _("Expected"), _("Realised")
    return Chart(
        key="benefits-by-year",
        title=_title(found, on),
        description=_("Pounds by financial year. What is not known is not drawn."),
        figure={
            "data": [
                _bars(expected, labels, [sums.expected for _year, sums in years], EXPECTED),
                _bars(realised, labels, [sums.realised for _year, sums in years], REALISED),
            ],
            "layout": layout(y_title="£") | {"barmode": "group", "showlegend": True, "bargap": 0.35},
        },
        table=ChartTable(
            headings=[_("Financial year"), f"{expected} (£)", f"{realised} (£)"],
            rows=[[label, *_told(sums)] for label, (_year, sums) in zip(labels, years, strict=True)],
            totals=[_("Total"), *_told(found.sums)],
        ),
    )


def _bars(name: str, labels: list[str], values: list[Decimal | None], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": labels,
        "y": [None if one is None else float(one) for one in values],
        "name": name,
        "marker": marker,
    }


def _told(sums: Sums) -> list[str]:
    return [formats.money(sums.expected), "–" if sums.nothing_yet else formats.money(sums.realised)]


def _title(found: ProductBenefits, on: datetime.date) -> str:
    """Of the latest year that has ended and of which both are known."""
    whole = [
        year
        for year in found.years
        if year < financial_year_of(on) and None not in (found.of_year(year).expected, found.of_year(year).realised)
    ]
    if not whole and not found.sums.realised_missing:
        return _("What is expected, year by year")
    if not whole:
        return _("It is not known what has been realised in any year that has ended")
    latest = found.of_year(whole[-1])
    said = _("Realised in %(year)s: %(realised)s of %(expected)s expected")
    if latest.realised_missing:
        # Some benefit's figure is not there: the sum falls short of what is expected for that reason too.
        said = _("Realised in %(year)s, as far as is known: %(realised)s of %(expected)s expected")
    return said % {
        "year": formats.financial_year(whole[-1]),
        "realised": formats.headline_money(latest.realised),
        "expected": formats.headline_money(latest.expected),
    }
