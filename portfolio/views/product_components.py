"""A product's tab of components: what it says of each, and which products look like it."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from portfolio.models import Product
from portfolio.queries.components import product_finding, uses_of_product
from portfolio.queries.likeness import likeness_of
from portfolio.sheets import components_sheet
from portfolio.views.tab import ProductTab

AT_MOST = 10


class ProductComponents(ProductTab):
    tab, title = "components", _("Components")
    template_name = "portfolio/product_components.html"
    tables: ClassVar = {
        "uses": lambda page: components_sheet(page["uses"], product=page["product"], on=page["on"]),
    }

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        user = self.request.user
        uses = list(uses_of_product(product=product, user=user))
        alike = [one for one in likeness_of(product=product, user=user).products if one.pk != product.pk]
        return {
            "uses": uses,
            "alike": alike[:AT_MOST],
            "alike_count": len(alike),
            "finding": product_finding(uses=uses, alike=len(alike)),
        }
