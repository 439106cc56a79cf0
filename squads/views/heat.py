"""FTE by role and month as a heat map, with demand beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit import formats, periods
from kit.history import capital
from kit.sheets import Sheet, download
from kit.views import Page
from squads.charts.demand import demand_chart
from squads.filters.heat import FIGURES, HeatFilter
from squads.models import Post
from squads.queries.heat import NOTHING, HeatMap, RoleMonths, heat_finding, heat_map

TITLE = _("Heat map of roles")


@dataclass(frozen=True)
class Cell:
    """`shade`: "" nothing planned, 0 all there, 1 some missing, 2 more than half missing, 3 nobody there.

    `solid` and `striped` are the tenths of what is planned that permanent staff and contractors are there for.
    """

    text: str
    shade: str
    solid: int
    striped: int


@dataclass(frozen=True)
class HeatRow:
    row: RoleMonths
    cells: list[Cell]


class HeatMapPage(Page):
    permission = "squads.view_squad"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        on = timezone.localdate()
        every = Post.objects.visible_to(self.request.user)
        narrowing = HeatFilter(request.GET or {"figure": "filled"}, queryset=every, request=request)
        posts = narrowing.qs if narrowing.form.is_valid() else every.none()
        found = heat_map(posts=posts, start=on.replace(day=1))
        asked = request.GET.get("figure", "")
        figure = asked if asked in dict(FIGURES) else "filled"
        if kind := request.GET.get("download"):
            sheet = Sheet(title=str(TITLE), headings=_headings(found), rows=_sheet_rows(found, figure), as_at=on)
            return download(sheet, kind=kind, name=slugify(str(TITLE)))
        return render(request, "squads/heat_map.html", self._context(narrowing, found, figure))

    def _context(self, narrowing: Any, found: HeatMap, figure: str) -> dict[str, Any]:
        return {
            "title": TITLE,
            "narrowing": narrowing,
            "finding": heat_finding(found),
            "heat": found,
            "years": _years(found),
            "months": [
                {"short": formats.month_short(day), "long": formats.month(day), "is_april": day.month == 4}
                for day in found.months
            ],
            "rows": [HeatRow(row, _cells(row, figure)) for row in found.rows],
            "total": HeatRow(found.total, _cells(found.total, figure)),
            "figure": dict(FIGURES)[figure],
            "is_filled": figure == "filled",
            "chart": demand_chart(found) if found.rows else None,
        }


def _years(found: HeatMap) -> list[dict[str, Any]]:
    """Financial years over their months, for the upper row of headings."""
    made: list[dict[str, Any]] = []
    for day in found.months:
        year = periods.financial_year_of(day)
        if made and made[-1]["year"] == year:
            made[-1]["months"] += 1
        else:
            made.append({"year": year, "months": 1})
    return made


def _cells(row: RoleMonths, figure: str) -> list[Cell]:
    values = _values(row, figure)
    return [
        Cell(
            _text(row, figure, values, number),
            _shade(float(row.demand[number]), float(row.supply[number])),
            solid=_tenths(float(row.permanent[number]), float(row.demand[number])),
            striped=_tenths(float(row.contractors[number]), float(row.demand[number])),
        )
        for number in range(len(values))
    ]


def _values(row: RoleMonths, figure: str) -> Any:
    return {"filled": row.supply, "gap": row.gap, "permanent": row.permanent, "contractors": row.contractors}[figure]


def _text(row: RoleMonths, figure: str, values: Any, number: int) -> str:
    demand = float(row.demand[number])
    if demand <= NOTHING:
        return "–"
    written = formats.fte(float(values[number]))
    return f"{written} / {formats.fte(demand)}" if figure == "filled" else written


def _shade(demand: float, supply: float) -> str:
    if demand <= NOTHING:
        return ""
    missing = (demand - supply) / demand
    if missing <= NOTHING:
        return "0"
    return "3" if supply <= NOTHING else "2" if missing > 0.5 else "1"


def _tenths(part: float, demand: float) -> int:
    """Somebody who is there is never drawn as nobody, however small their part."""
    return 0 if part <= NOTHING or demand <= NOTHING else max(1, round(10 * part / demand))


def _headings(found: HeatMap) -> list[str]:
    first = [gettext("Role family"), gettext("Role"), gettext("Figure (FTE)")]
    return [*first, *(formats.month(day) for day in found.months)]


def _sheet_rows(found: HeatMap, figure: str) -> Iterator[Sequence[Any]]:
    """The cells of the page as numbers; where a cell has two, a row each."""
    words = dict(FIGURES)
    for row in [*found.rows, found.total]:
        names = [str(row.role.family), str(row.role.name)] if row.role else [gettext("Total"), ""]
        if figure == "filled":
            yield [*names, gettext("Filled"), *_rounded(row.supply)]
            yield [*names, gettext("Planned"), *_rounded(row.demand)]
        else:
            yield [*names, capital(str(words[figure])), *_rounded(_values(row, figure))]


def _rounded(values: Any) -> list[Any]:
    """The three places that FTE is kept to: what adding floats leaves behind them is no figure."""
    return [formats.rounded(float(one), 3) for one in values]
