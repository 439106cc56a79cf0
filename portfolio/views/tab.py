"""What every part of a product's story has: the product, its tab, its heading, and whether one may change it."""

from typing import Any, ClassVar

from django.utils import timezone

from kit.views import DetailPage
from portfolio.models import Product


class ProductTab(DetailPage):
    """A page of a product's story. `tab` is its key in templates/portfolio/_tabs.html, `title` its heading.

    The template extends "portfolio/product_tab.html". A subclass gives its own in `story(product, on)`.
    """

    permission = "portfolio.view_product"
    model = Product
    context_object_name = "product"
    tab: ClassVar[str]
    title: ClassVar[Any]

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation", "programme")

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        return {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, product = timezone.localdate(), self.object
        more = {
            "tab": self.tab,
            "title": self.title,
            "on": on,
            "can_change": Product.objects.editable_by(self.request.user).filter(pk=product.pk).exists(),
        }
        return super().get_context_data(**(more | self.story(product, on) | kwargs))
