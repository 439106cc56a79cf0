"""The Digital Service Standard for Wales across the portfolio."""

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import ListPage
from portfolio.filters.standard import StandardFilter, phase_asked
from portfolio.models import Product, StandardAssessment
from portfolio.models.standard import POINTS
from portfolio.queries import standard as queries
from portfolio.sheets import counts_sheet
from portfolio.tables.standard import StandardTable

COUNTED = ("met", "partly", "not_met", "not_assessed")


class StandardMatrix(ListPage):
    permission = "portfolio.view_product"
    model = Product
    table_class = StandardTable
    filterset_class = StandardFilter
    title = _("The Digital Service Standard for Wales")
    empty_text = _("No products yet. A product is assessed on its own page, under Standard.")
    template_name = "portfolio/standard.html"
    fragment_name = "portfolio/_standard.html"
    tables: ClassVar = {
        "counts": lambda page: counts_sheet(
            [one for one, _links in page["counts"]],
            results=[result for result, _letter, _word in page["key"]],
            on=timezone.localdate(),
        )
    }

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("organisation")
        return queries.with_results(rows, phase=phase_asked(self.request.GET))

    def finding(self, rows: Any) -> Any:
        self.counts = queries.counts_by_point(rows, phase=phase_asked(self.request.GET))
        return queries.standard_finding(self.counts)

    def get_context(self) -> dict[str, Any]:
        results = StandardAssessment.Result
        key = [(result, queries.LETTERS[result], result.label) for result in results if result != results.NOT_ASSESSED]
        return {
            "counts": [(one, self._links(one)) for one in self.counts],
            "key": [*key, (results.NOT_ASSESSED, queries.LETTERS[results.NOT_ASSESSED], results.NOT_ASSESSED.label)],
            "points": POINTS,
        }

    def _links(self, one: queries.PointCount) -> list[tuple[int, str, str]]:
        """Each count of a point, its result, and the address of its rows."""
        kept = self.request.GET.copy()
        for name in ("page", "sort", "download", "table", "per_page"):
            kept.pop(name, None)
        found = []
        for result in COUNTED:
            chosen = kept.copy()
            chosen["point"], chosen["result"] = str(one.point.number), result
            found.append((getattr(one, result), result, f"?{chosen.urlencode()}"))
        return found
