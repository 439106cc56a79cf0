"""What the register of risks and issues can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portfolio.filters.of_product import OfProductFilter
from portfolio.models import Risk
from portfolio.queries.risks import BANDS, LEVELS

OPEN, CLOSED, EVERY = "open", "closed", "all"
STATES = (
    (OPEN, pgettext_lazy("risks", "open")),
    (CLOSED, pgettext_lazy("risks", "closed")),
    (EVERY, pgettext_lazy("risks", "open and closed")),
)
AT_LEAST = tuple((str(least), word) for least, _key, word in BANDS)
NUMBERS = tuple((str(level), str(level)) for level in LEVELS)


class RiskFilter(OfProductFilter):
    """Open ones, unless it is asked for others."""

    search_pairs = ["event", "cause", "effect", "action", "product__name"]
    search_fields = ["owner"]
    state = django_filters.ChoiceFilter(label=_("State"), choices=STATES, empty_label=None, method="leave")
    score = django_filters.ChoiceFilter(
        field_name="score", lookup_expr="gte", label=_("Current score at least"), choices=AT_LEAST
    )
    review = django_filters.ChoiceFilter(label=_("Review"), choices=[("overdue", _("overdue"))], method="only_overdue")
    current_probability = django_filters.ChoiceFilter(label=_("Current probability"), choices=NUMBERS)
    current_impact = django_filters.ChoiceFilter(label=_("Current impact"), choices=NUMBERS)

    class Meta:
        model = Risk
        fields = [
            "state",
            "kind",
            "product",
            "organisation",
            "score",
            "review",
            "current_probability",
            "current_impact",
        ]

    def leave(self, rows: QuerySet[Risk], name: str, value: str) -> QuerySet[Risk]:
        return rows

    def only_overdue(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(review_overdue=True)

    def filter_queryset(self, queryset: QuerySet[Risk]) -> Any:
        rows = super().filter_queryset(queryset)
        state = self.form.cleaned_data.get("state") or OPEN
        return rows if state == EVERY else rows.filter(closed_on__isnull=state == OPEN)
