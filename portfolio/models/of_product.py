"""Rows that tell a part of one product's story: seen by whoever sees the product, changed by whoever may change it."""

from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models

from portfolio.models.product import Product

if TYPE_CHECKING:
    from accounts.models import User

Row = TypeVar("Row", bound=models.Model)


class OfProductQuerySet(models.QuerySet[Row]):
    """For a model with a `product`; `product_path` says where it is when it hangs on another row."""

    product_path = "product"

    def visible_to(self, user: "User") -> Self:
        return self._of(Product.objects.visible_to(user))

    def editable_by(self, user: "User") -> Self:
        return self._of(Product.objects.editable_by(user))

    def _of(self, products: Any) -> Self:
        # Whoever sees every product need not be asked which: SQLite would begin with all of them.
        if not products.query.has_filters():
            return self
        return self.filter(**{f"{self.product_path}__in": products})
