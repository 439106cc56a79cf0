"""Products as they stand: the table view of the portfolio."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit import formats
from kit.views import ListPage
from portfolio.models import Product
from reporting.filters.products import StandingFilter
from reporting.queries.products import products_standing
from reporting.tables.products import StandingTable


class ProductsStanding(ListPage):
    permission = "portfolio.view_product"
    model = Product
    table_class = StandingTable
    filterset_class = StandingFilter
    title = gettext_lazy("Products as they stand")
    empty_text = gettext_lazy("No products yet. A product is a service, content or component that people use.")
    first_step = (gettext_lazy("Add a product"), "portfolio:product_new")
    first_step_permission = "portfolio.change_product"
    template_name = "reporting/products.html"
    fragment_name = "reporting/_products.html"

    def get_queryset(self) -> Any:
        return products_standing(user=self.request.user, on=timezone.localdate())

    def get_context(self) -> dict[str, Any]:
        return {"as_at": _("As at %(date)s.") % {"date": formats.date(timezone.localdate())}}
