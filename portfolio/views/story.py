"""The history of a product and of all that tells its story, in one list."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kit.history import merged
from portfolio.models import Product
from portfolio.queries.story import history_of
from portfolio.views.tab import ProductTab

A_PAGE = 50


class ProductHistory(ProductTab):
    """Fifty changes a page, the latest first."""

    template_name = "portfolio/product_history.html"
    tab, title = "history", _("Who changed what, and when")

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        number = self.request.GET.get("page", "1")
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
        first = (max(page, 1) - 1) * A_PAGE
        changes, total = merged(history_of(product), user=self.request.user, first=first, at_most=A_PAGE)
        return {
            "changes": changes,
            "total": total,
            "first": first + 1,
            "last": first + len(changes),
            "newer": page - 1 if page > 1 else None,
            "older": page + 1 if first + len(changes) < total and changes else None,
        }
