"""What the list of decisions can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portfolio.filters.of_product import OfProductFilter
from portfolio.models import Decision
from portfolio.queries.logs import Standing


class DecisionFilter(OfProductFilter):
    search_pairs = ["question", "outcome", "reason", "product__name"]
    search_fields = ["decided_by"]
    standing = django_filters.ChoiceFilter(label=_("State"), choices=Standing.choices)
    needed = django_filters.ChoiceFilter(
        label=_("Needed"), choices=[("soon", _("within 30 days, or overdue"))], method="needed_soon"
    )

    class Meta:
        model = Decision
        fields = ["standing", "needed", "product", "organisation"]

    def needed_soon(self, rows: QuerySet[Decision], name: str, value: str) -> QuerySet[Decision]:
        return rows.needed_soon(timezone.localdate())  # type: ignore[attr-defined]
