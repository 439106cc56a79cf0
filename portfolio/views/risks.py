"""Risks and issues: of one product, and the register of all."""

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import EditPage, ListPage, NewUnderPage
from portfolio.filters.risks import RiskFilter
from portfolio.forms.risks import RiskCloseForm, RiskForm
from portfolio.models import Product, Risk
from portfolio.queries import risks as queries
from portfolio.tables.risks import RiskTable
from portfolio.views.tab import Happened, ProductTab, RowHistory, UnderTab


class ProductRisks(ProductTab):
    template_name = "portfolio/product_risks.html"
    tab = "risks"
    title = _("Risks and issues")

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        rows = list(queries.worst_first(product.risks.all()))
        shown = [
            {
                "risk": risk,
                "number": number,
                "band": None if risk.current_score is None else queries.band_of(risk.current_score),
                "doubts": queries.doubts_of(risk, on=on),
            }
            for number, risk in enumerate(rows, 1)
        ]
        squares: dict[tuple[Any, Any], list[tuple[str, str]]] = defaultdict(list)
        for one in shown:
            risk: Any = one["risk"]
            if risk.closed_on is None:
                square = (risk.current_probability, risk.current_impact)
                squares[square].append((f"{one['number']}", f"#risk-{risk.pk}"))
        return {
            "finding": queries.product_risks_finding(rows, on=on),
            "open": [one for one in shown if one["risk"].closed_on is None],  # type: ignore[union-attr]
            "closed": [one for one in shown if one["risk"].closed_on is not None],  # type: ignore[union-attr]
            "matrix": queries.matrix(lambda *square: squares[square]),
            "impacts": queries.IMPACTS.items(),
        }


class RiskList(ListPage):
    permission = "portfolio.view_product"
    model = Risk
    table_class = RiskTable
    filterset_class = RiskFilter
    title = _("Risks and issues")
    empty_text = _("No risk or issue is open. One is written down on its product's page, under Risks and issues.")
    template_name = "portfolio/risks.html"
    fragment_name = "portfolio/_risks.html"

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("product")
        return queries.with_review(queries.with_scores(rows), on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        self.counts = queries.counts_by_square(rows.filter(closed_on__isnull=True))
        return queries.register_finding(rows)

    def get_context(self) -> dict[str, Any]:
        counts, query = self.counts, self.request.GET.copy()
        for name in ("page", "download", "sort"):
            query.pop(name, None)

        def entries(probability: int, impact: int) -> list[tuple[str, str]]:
            number = counts.get((probability, impact), 0)
            if not number:
                return []
            chosen = query.copy()
            chosen["current_probability"], chosen["current_impact"] = str(probability), str(impact)
            return [(str(number), f"?{chosen.urlencode()}")]

        return {"matrix": queries.matrix(entries), "impacts": queries.IMPACTS.items(), "scored": sum(counts.values())}


class _OfRisk(Happened, UnderTab, EditPage):
    happened = ("raised_on", "closed_on")
    permission = "portfolio.change_product"
    template_name = "portfolio/row_edit.html"
    part = ProductRisks.title
    model = Risk

    def perform(self, form: Any) -> Any:
        saved = super().perform(form)
        if saved is not None:
            # Told and not refused: whoever typed it may know better.
            for doubt in queries.doubts_of(saved, on=timezone.localdate()):
                messages.warning(self.request, doubt)
        return saved

    def get_success_url(self) -> str:
        return reverse("portfolio:product_risks", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class RiskNew(_OfRisk, NewUnderPage):
    form_class = RiskForm
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_risks"
    title_new = _("Add a risk or an issue")
    saved_message = _("The risk or issue has been added.")

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"raised_on": timezone.localdate()}


class RiskEdit(_OfRisk):
    form_class = RiskForm
    title_edit = _("Change the risk or issue")
    saved_message = _("The risk or issue has been saved.")


class RiskClose(_OfRisk):
    form_class = RiskCloseForm
    template_name = "portfolio/risk_close.html"
    title_edit = _("Close the risk or issue")
    saved_message = _("It is closed. It stays on the page, under Closed, and can be opened again.")

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"closed_on": self.object.closed_on or timezone.localdate()}


class RiskHistory(RowHistory):
    model = Risk
    part, part_url_name = ProductRisks.title, "portfolio:product_risks"
