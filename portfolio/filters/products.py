"""What the list of products can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Product


class ProductFilter(ListFilter):
    search_pairs = ["name", "summary", "organisation__name"]
    search_fields = ["service_owner"]

    languages = django_filters.ChoiceFilter(
        choices=[("one", _("one language only"))], method="by_languages", label=_("Described in")
    )

    class Meta:
        model = Product
        fields = ["phase", "organisation", "programme", "evidence"]

    def by_languages(self, rows: QuerySet[Product], name: str, value: str) -> QuerySet[Product]:
        return rows.in_one_language()  # type: ignore[attr-defined]
