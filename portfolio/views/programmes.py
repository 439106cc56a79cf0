"""Programmes: the list and a programme's page."""

from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from kit.bilingual import pair_field
from kit.views import DetailPage, ListPage
from portfolio.filters.programmes import ProgrammeFilter
from portfolio.models import Product, Programme
from portfolio.tables.programmes import ProgrammeTable


class ProgrammeList(ListPage):
    permission = "portfolio.view_product"
    template_name = "portfolio/list.html"
    model = Programme
    table_class = ProgrammeTable
    filterset_class = ProgrammeFilter
    title = _("Programmes")
    empty_text = _("No programmes yet. A programme is a group of products; an administrator adds one.")

    def get_queryset(self) -> Any:
        mine = Q(products__in=Product.objects.visible_to(self.request.user))
        rows = super().get_queryset().select_related("parent")
        return rows.annotate(product_count=Count("products", filter=mine, distinct=True))


class ProgrammePage(DetailPage):
    permission = "portfolio.view_product"
    model = Programme
    template_name = "portfolio/programme.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("parent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        products = Product.objects.visible_to(self.request.user).filter(programme=self.object)
        return super().get_context_data(**kwargs) | {
            "products": products.select_related("organisation").order_by(pair_field("name"), "pk"),
            "parts": self.get_queryset().filter(parent=self.object).order_by(pair_field("name"), "pk"),
        }
