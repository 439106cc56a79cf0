"""What the list of delivery confidence can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Confidence, Organisation, Programme
from portfolio.queries.confidence import got_better, got_worse


class ConfidenceFilter(ListFilter):
    search_pairs = ["product__name", "reason"]
    organisation = django_filters.ModelChoiceFilter(
        field_name="product__organisation", queryset=Organisation.objects.all(), label=_("Owner of the product")
    )
    programme = django_filters.ModelChoiceFilter(
        field_name="product__programme", queryset=Programme.objects.all(), label=_("Programme")
    )
    movement = django_filters.ChoiceFilter(
        label=_("Since before, on the same scale"),
        choices=[("worse", _("worse")), ("better", _("better"))],
        method="moved",
    )

    class Meta:
        model = Confidence
        fields = ["owner_rating", "independent_rating", "scale", "movement", "organisation", "programme"]

    def moved(self, rows: QuerySet[Confidence], name: str, value: str) -> QuerySet[Confidence]:
        return got_worse(rows) if value == "worse" else got_better(rows)
