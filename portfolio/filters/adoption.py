"""What the list of adoption can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Participation, Product


class ParticipationFilter(ListFilter):
    search_pairs = ["product__name", "organisation__name"]
    # Those that somebody takes part in: the others would show nothing, and a thousand choices weigh more than the list.
    product = django_filters.ModelChoiceFilter(
        queryset=Product.objects.filter(pk__in=Participation.objects.values("product")), label=_("Product")
    )

    class Meta:
        model = Participation
        fields = ["product", "organisation", "part", "state"]
