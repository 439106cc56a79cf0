"""Delivery confidence: of one product with its history, and the latest of each."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import EditPage, ListPage, NewUnderPage
from portfolio.filters.confidence import ConfidenceFilter
from portfolio.forms.confidence import ConfidenceForm, points_of
from portfolio.models import Confidence, Product
from portfolio.queries import confidence as queries
from portfolio.sheets import ratings_sheet
from portfolio.tables.confidence import ConfidenceTable
from portfolio.views.tab import Happened, ProductTab, RowHistory, UnderTab

# A strip longer than this would have to be scrolled to its newest end.
STRIP = 12


class ProductConfidence(ProductTab):
    template_name = "portfolio/product_confidence.html"
    tab = "confidence"
    title = _("Delivery confidence")
    tables: ClassVar = {"ratings": lambda page: ratings_sheet(page["ratings"], on=page["on"])}

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        rows = list(queries.with_before(product.confidences.order_by("-on")))
        latest = next((row for row in rows if row.on <= on), None)
        return {
            "finding": queries.confidence_finding(latest),
            "ratings": [(row, queries.movements_of(row)) for row in rows],
            "strip": queries.Strip(rows[:STRIP][::-1]),
            "earlier": max(0, len(rows) - STRIP),
        }


class ConfidenceList(ListPage):
    permission = "portfolio.view_product"
    template_name = "portfolio/list.html"
    model = Confidence
    table_class = ConfidenceTable
    filterset_class = ConfidenceFilter
    title = _("Delivery confidence")
    empty_text = _("No product has been rated yet. A rating is given on its product's page, under Confidence.")

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("product__organisation")
        return queries.latest_of_products(rows, on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return queries.confidences_finding(rows)


class _OfConfidence(Happened, UnderTab, EditPage):
    happened = ("on",)
    permission = "portfolio.change_product"
    part = ProductConfidence.title
    model = Confidence
    form_class = ConfidenceForm
    template_name = "portfolio/confidence_edit.html"

    def usual_scale(self) -> str:
        """The scale that is on the page when none was asked for."""
        return str(self.object.scale)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"scale": self.request.GET.get("scale") or self.usual_scale()}

    def get_success_url(self) -> str:
        return reverse("portfolio:product_confidence", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        chosen = found["form"].chosen
        other = next(scale for scale in Confidence.Scale if scale != chosen)
        return found | {
            "scale": Confidence.Scale(chosen),
            "other_scale": other,
            "points": [(point, queries.MEANINGS[point]) for point in points_of(chosen)],
        }


class ConfidenceNew(_OfConfidence, NewUnderPage):
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_confidence"
    title_new = _("Rate the confidence in its delivery")
    saved_message = _("The rating has been written down.")

    def usual_scale(self) -> str:
        """The scale it was rated on last, so that the new rating can be compared with it."""
        last = self.object.product.confidences.order_by("-on").first()
        return str(last.scale) if last else Confidence.Scale.THREE.value

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"on": timezone.localdate()}


class ConfidenceEdit(_OfConfidence):
    title_edit = _("Change the rating")
    saved_message = _("The rating has been saved.")


class ConfidenceHistory(RowHistory):
    model = Confidence
    part, part_url_name = ProductConfidence.title, "portfolio:product_confidence"
