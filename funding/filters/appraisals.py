"""What appraisals can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from funding.models import Appraisal
from funding.queries.never_run import changed_since_run, never_run
from kit.filters import ListFilter


class AppraisalFilter(ListFilter):
    search_pairs = ["name", "product__name"]
    runs = django_filters.ChoiceFilter(
        choices=[("never", _("never run")), ("behind", _("changed since the last run"))],
        method="by_runs",
        label=_("Runs"),
    )

    class Meta:
        model = Appraisal
        fields = ["product", "start_year"]

    def by_runs(self, rows: QuerySet[Appraisal], name: str, value: str) -> QuerySet[Appraisal]:
        return never_run(rows) if value == "never" else changed_since_run(rows)
