"""What the roadmap can be narrowed by: the products, as everywhere, one squad's, and the years."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit.periods import label
from portfolio.models import Product
from reporting.filters.products import StandingFilter
from squads.models import Assignment, Squad

FIRST, LAST = 2015, 2045
YEARS = (1, 2, 3, 4, 6, 8, 10, 15)


class RoadmapFilter(StandingFilter):
    squad = django_filters.ModelChoiceFilter(queryset=Squad.objects.all(), method="of_squad", label=_("Squad"))
    start = django_filters.ChoiceFilter(
        choices=[(str(year), label(year)) for year in range(FIRST, LAST + 1)],
        method="leave",
        label=_("From the financial year"),
    )
    years = django_filters.ChoiceFilter(
        choices=[(str(number), str(number)) for number in YEARS], method="leave", label=_("Years shown")
    )

    class Meta:
        model = Product
        fields = ["phase", "organisation", "programme", "squad", "start", "years"]

    def of_squad(self, rows: QuerySet[Product], name: str, squad: Squad) -> QuerySet[Product]:
        return rows.filter(pk__in=Assignment.objects.filter(squad=squad).values("product"))

    def leave(self, rows: QuerySet[Product], name: str, value: Any) -> QuerySet[Product]:
        """The years choose what is drawn of a product, not which are."""
        return rows
