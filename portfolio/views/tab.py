"""What every part of a product's story has: the product, its tab, its heading, and whether one may change it."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from kit.views import DetailPage, HistoryPage, WithDownloads
from portfolio.models import Product


class ProductTab(WithDownloads, DetailPage):
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


class UnderTab:
    """For a form or a history of a row of a product's story: the way back, and what the row is called.

    A row that has its own page leads back to that; another to its part of the story, whose heading is `part`.
    """

    part: ClassVar[Any]
    detail_url_name = ""

    def product_of(self, row: Any) -> Product:
        found: Product = row.product
        return found

    def above(self, row: Any) -> Any:
        return str(row) if row.pk and self.detail_url_name else self.part

    def above_address(self, found: dict[str, Any], product: Product) -> str:
        return str(found["cancel_url"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        row = found["object"]
        product = self.product_of(row)
        more = {
            "product": product,
            "above": self.above(row),
            "above_address": self.above_address(found, product),
            "named": row if row.pk else product.name,
        }
        return found | more


class Happened:
    """Refuses a day still to come for what can only have happened: `happened` names the boxes."""

    happened: ClassVar[tuple[str, ...]]

    def is_ahead(self, form: Any) -> bool:
        """Whether a day is still to come, which is then said beside its box."""
        today = timezone.localdate()
        ahead = [name for name in self.happened if (day := form.cleaned_data.get(name)) and day > today]
        for name in ahead:
            form.add_error(name, gettext("This day has not come yet."))
        return bool(ahead)

    def perform(self, form: Any) -> Any:
        return None if self.is_ahead(form) else super().perform(form)  # type: ignore[misc]


class RowHistory(UnderTab, HistoryPage):
    """The history of a row. One without a page of its own names the address of its part in `part_url_name`."""

    permission = "portfolio.view_product"
    template_name = "portfolio/row_history.html"
    part_url_name = ""

    def above_address(self, found: dict[str, Any], product: Product) -> str:
        return found["detail_url"] or reverse(self.part_url_name, args=[product.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        return found | {"detail_url": found["above_address"]}
