"""The roadmap: phases, milestones and squads on a timeline, ten products at a time or twenty-five."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.bilingual import pair_field
from kit.periods import LAST_YEAR, financial_year_of, first_day
from kit.sheets import Sheet, download
from portfolio.models import Product
from reporting.charts.roadmap import roadmap_chart
from reporting.filters.roadmap import RoadmapFilter
from reporting.queries.roadmap import Stretch, roadmap_of
from reporting.queries.roadmap_words import headings, lines_of
from reporting.views.narrowing import NarrowedPage

AT_ONCE = (10, 25)
YEARS_BEFORE, YEARS = 1, 4


@dataclass(frozen=True)
class Paged:
    """What the kit's part for paging asks of a table."""

    page: Any

    @property
    def paginator(self) -> Any:
        return self.page.paginator


class Roadmap(NarrowedPage):
    permission = "portfolio.view_product"
    filterset_class = RoadmapFilter
    title = gettext_lazy("Roadmap")
    template_name = "reporting/roadmap.html"
    fragment_name = "reporting/_roadmap.html"

    def get_queryset(self) -> Any:
        return Product.objects.visible_to(self.request.user)

    def get_context(self, narrowed: Any, rows: Any) -> dict[str, Any]:
        on, asked = timezone.localdate(), self.request.GET
        at_once = next((size for size in AT_ONCE if asked.get("per_page") == str(size)), AT_ONCE[0])
        rows = rows.order_by(pair_field("name"), "pk")
        page = Paginator(rows, at_once).get_page(asked.get("page", 1))
        window = _window(narrowed, on)
        found = roadmap_of(products=list(page), on=on, window=window) if not asked.get("download") else None
        return {
            "rows": rows,
            "window": window,
            "table": Paged(page),
            "chart": roadmap_chart(found) if found and found.rows else None,
            "per_page_choices": AT_ONCE,
            "on": on,
        }

    def download(self, kind: str, context: dict[str, Any]) -> HttpResponse:
        """Every product that the filters leave, a line for each bar and mark."""
        on = timezone.localdate()
        found = roadmap_of(products=list(context["rows"]), on=on, window=context["window"])
        lines = ([line.product, line.what, line.name or None, *line.days] for line in lines_of(found))
        title = _("Roadmap")
        sheet = Sheet(title=title, headings=headings(), rows=lines, as_at=on)
        return download(sheet, kind=kind, name=slugify(title))


def _window(narrowed: Any, on: datetime.date) -> Stretch:
    """The years asked for; without a word from last April for four years."""
    asked = narrowed.form.cleaned_data if narrowed.form.is_valid() else {}
    start = int(asked.get("start") or financial_year_of(on) - YEARS_BEFORE)
    return Stretch(first_day(start), first_day(min(start + int(asked.get("years") or YEARS), LAST_YEAR)))
