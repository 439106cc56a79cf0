"""What the list of priorities can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Organisation, Phase, Priority, Product, Programme
from portfolio.queries.priorities import PARTED


class PriorityFilter(ListFilter):
    search_pairs = ["name"]
    parting = django_filters.ChoiceFilter(
        label=_("Do they part"), choices=[("yes", _("they part")), ("no", _("they do not part"))], method="that_part"
    )
    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.filter(pk__in=Priority.objects.values("organisation")),
        label=_("Given a priority by"),
        method="said_by",
    )
    programme = django_filters.ModelChoiceFilter(queryset=Programme.objects.all(), label=_("Programme"))
    phase = django_filters.ChoiceFilter(choices=Phase.choices, label=_("Phase"))

    class Meta:
        model = Product
        fields = ["parting", "organisation", "programme", "phase"]

    def that_part(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows.filter(gap__gte=PARTED) if value == "yes" else rows.filter(gap__lt=PARTED)

    def said_by(self, rows: QuerySet[Any], name: str, organisation: Organisation) -> QuerySet[Any]:
        # Apart from the words that are counted, which a join would narrow.
        return rows.filter(pk__in=organisation.priorities.values("product"))
