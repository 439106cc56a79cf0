"""The base of filters of rows that belong to a product."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Organisation, Product


class OfProductFilter(ListFilter):
    """One product is narrowed to by a link from its page; a choice of a thousand would weigh more than the list.

    So the box is there only where a product is chosen, and offers that one or any.
    """

    product = django_filters.ModelChoiceFilter(queryset=Product.objects.none(), label=_("Product"))
    organisation = django_filters.ModelChoiceFilter(
        field_name="product__organisation", queryset=Organisation.objects.all(), label=_("Owner of the product")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = str(self.data.get("product", "")) if self.data else ""
        if not asked:
            self.filters.pop("product")
        elif asked.isascii() and asked.isdecimal():
            # What the reader may not see is taken out when the choices are settled.
            self.filters["product"].queryset = Product.objects.filter(pk=asked)
