"""A product's decisions and lessons."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from portfolio.models import Product
from portfolio.queries import logs as queries
from portfolio.views.tab import ProductTab


class ProductLogs(ProductTab):
    template_name = "portfolio/product_logs.html"
    tab = "logs"
    title = _("Decisions and lessons")

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        log = queries.log_of(product=product, on=on)
        return {"finding": queries.log_finding(log, on=on), "log": log}
