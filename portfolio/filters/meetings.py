"""What the list of meetings can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Meeting


class MeetingFilter(ListFilter):
    search_pairs = ["forum__name"]

    record = django_filters.ChoiceFilter(
        choices=[("waiting", _("was due, and nothing is said of it"))], method="by_record", label=_("What became of it")
    )

    def by_record(self, rows: QuerySet[Meeting], name: str, value: str) -> QuerySet[Meeting]:
        return rows.to_record(timezone.localdate())  # type: ignore[attr-defined]

    class Meta:
        model = Meeting
        fields = ["forum", "state"]
