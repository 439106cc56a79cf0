"""Which products the pages of adoption across Wales are about."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Participation, Phase, Product, Programme


class ProductsChosenFilter(ListFilter):
    """By programme, with the programmes inside it, and by phase."""

    programme = django_filters.ModelChoiceFilter(
        queryset=Programme.objects.all(), label=_("Programme"), method="of_programme"
    )
    phase = django_filters.ChoiceFilter(choices=Phase.choices, label=_("Phase"))

    class Meta:
        model = Product
        fields = ["programme", "phase"]

    def of_programme(self, rows: QuerySet[Any], name: str, programme: Programme) -> QuerySet[Any]:
        return rows.filter(Q(programme=programme) | Q(programme__parent=programme))


class MatrixFilter(ProductsChosenFilter):
    """Those of which some organisation is in a state, as well."""

    search_pairs = ["name"]
    state = django_filters.ChoiceFilter(
        choices=Participation.State.choices, label=_("Some authority is"), method="in_state"
    )

    class Meta:
        model = Product
        fields = ["programme", "phase", "state"]

    def in_state(self, rows: QuerySet[Any], name: str, state: str) -> QuerySet[Any]:
        some = Participation.objects.filter(state=state, organisation__kind="local_authority")
        return rows.filter(pk__in=some.values("product"))
