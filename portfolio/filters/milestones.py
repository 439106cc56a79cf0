"""What the lists of milestones and of change requests can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kit.filters import ListFilter
from portfolio.filters.of_product import OfProductFilter
from portfolio.models import BaselineChange, Milestone, Organisation, Phase
from portfolio.queries.milestones import DUE_WITHIN

STANDINGS = [
    ("late", _("late: expected after its baseline")),
    ("overdue", _("overdue: its forecast has passed")),
    ("open", pgettext_lazy("a milestone", "not reached")),
    ("reached", pgettext_lazy("a milestone", "reached")),
    ("no_date", pgettext_lazy("a milestone", "no forecast")),
]


class MilestoneFilter(OfProductFilter):
    """Rows are annotated by `queries.milestones.with_standing`, which knows the day."""

    search_pairs = ["title", "product__name"]
    standing = django_filters.ChoiceFilter(label=_("Standing"), choices=STANDINGS, method="stand")
    due = django_filters.ChoiceFilter(
        label=_("Due within"),
        choices=[(str(days), _("%(days)s days") % {"days": days}) for days in DUE_WITHIN],
        method="fall_due",
    )
    phase = django_filters.ChoiceFilter(label=_("Phase"), choices=Phase, field_name="product__phase")
    organisation = django_filters.ModelChoiceFilter(
        label=_("Owner"),
        field_name="product__organisation",
        queryset=Organisation.objects.filter(products__milestones__isnull=False).distinct(),
    )

    class Meta:
        model = Milestone
        fields: list[str] = []

    def stand(self, rows: QuerySet[Any], name: str, wanted: str) -> QuerySet[Any]:
        """Late and overdue are two questions: one milestone may be both."""
        if wanted == "late":
            return rows.filter(actual__isnull=True, forecast__gt=F("baseline"))
        return rows.filter(actual__isnull=True) if wanted == "open" else rows.filter(standing=wanted)

    def fall_due(self, rows: QuerySet[Any], name: str, days: str) -> QuerySet[Any]:
        return rows.filter(due_within__lte=int(days))


class BaselineChangeFilter(ListFilter):
    search_pairs = ["milestone__title", "milestone__product__name", "reason"]

    class Meta:
        model = BaselineChange
        fields = ["state"]
