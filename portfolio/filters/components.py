"""What the component register, and the uses of components, can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Component, ComponentUse, Organisation
from portfolio.queries.components import of_their_own

SHARED = [("yes", _("a product shares it")), ("no", _("no product shares it yet"))]


class ComponentFilter(ListFilter):
    search_pairs = ["name", "summary"]
    shared = django_filters.ChoiceFilter(label=_("Is there one to share"), choices=SHARED, method="by_shared")

    def by_shared(self, rows: QuerySet[Component], name: str, value: str) -> QuerySet[Component]:
        return rows.filter(shared_product__isnull=value == "no")

    class Meta:
        model = Component
        fields = ["evidence"]


class ComponentUseFilter(ListFilter):
    search_pairs = ["component__name", "product__name"]
    own = django_filters.ChoiceFilter(
        label=_("One of their own"), choices=[("yes", _("yes")), ("no", _("no"))], method="by_own"
    )
    organisation = django_filters.ModelChoiceFilter(
        field_name="product__organisation", queryset=Organisation.objects.all(), label=_("Owner")
    )

    def by_own(self, rows: QuerySet[ComponentUse], name: str, value: str) -> QuerySet[ComponentUse]:
        own = rows.filter(of_their_own())
        return own if value == "yes" else rows.exclude(pk__in=own.values("pk"))

    class Meta:
        model = ComponentUse
        fields = ["component", "way", "own", "organisation"]
