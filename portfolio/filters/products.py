"""What the list of products can be narrowed by."""

from kit.filters import ListFilter
from portfolio.models import Product


class ProductFilter(ListFilter):
    search_pairs = ["name", "summary", "organisation__name"]

    class Meta:
        model = Product
        fields = ["phase", "organisation", "programme", "evidence"]
