"""What the matrix of the Standard can be narrowed by, and the phase it is looked at."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Phase, Product, StandardAssessment
from portfolio.models.standard import POINTS
from portfolio.queries.standard import PRESENT, with_result

PHASES = ((PRESENT, _("the phase each product is in")), *Phase.choices)
NUMBERS = tuple((str(point.number), str(point.number)) for point in POINTS)


def phase_asked(query: Any) -> str:
    """The phase that a query asks to look at; anything else is the present one."""
    asked = query.get("at", "")
    return asked if asked in Phase.values else PRESENT


class StandardFilter(ListFilter):
    search_pairs = ["name", "organisation__name"]
    at = django_filters.ChoiceFilter(label=_("Assessments of"), choices=PHASES, empty_label=None, method="leave")
    phase = django_filters.ChoiceFilter(label=_("Phase of the product"), choices=Phase.choices)
    point = django_filters.ChoiceFilter(label=_("Point"), choices=NUMBERS, method="leave")
    result = django_filters.ChoiceFilter(label=_("Result"), choices=StandardAssessment.Result.choices, method="leave")

    class Meta:
        model = Product
        fields = ["at", "phase", "programme", "organisation", "point", "result"]

    def leave(self, rows: QuerySet[Product], name: str, value: str) -> QuerySet[Product]:
        return rows

    def filter_queryset(self, queryset: QuerySet[Product]) -> Any:
        """A point and a result are one question: products at which that point has that result."""
        rows = super().filter_queryset(queryset)
        point, result = (self.form.cleaned_data.get(name) for name in ("point", "result"))
        if not (point or result):
            return rows
        return with_result(rows, phase=phase_asked(self.data), point=int(point) if point else None, result=result or "")
