"""What the lists of money can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from funding import vocabulary
from funding.models import Assumption, Award, Fund, OtherCost, Rate, Round
from kit.accents import folded
from kit.bilingual import LANGUAGES
from kit.fields import FinancialYearField
from kit.filters import ListFilter

WAITING = [
    ("yes", _("awaiting signature")),
    ("others", _("awaiting signature, made by others")),
    ("mine", _("awaiting signature, made by you")),
    ("no", _("shipped or signed")),
]


class FundFilter(ListFilter):
    search_pairs = ["name"]

    class Meta:
        model = Fund
        fields = ["cycle", "budget", "pays_permanent"]


class YearFilter(django_filters.Filter):
    """A financial year as people write it, "2027-28" or 2027."""

    field_class = FinancialYearField


class RoundFilter(ListFilter):
    search_pairs = ["fund__name"]
    year = YearFilter(label=_("Financial year"))

    class Meta:
        model = Round
        fields = ["fund"]


class AwardFilter(ListFilter):
    search_pairs = ["product__name", "fund__name", "conditions"]
    search_fields = ["reference"]
    year = YearFilter(label=_("Financial year"), field_name="lines__year", distinct=True)

    class Meta:
        model = Award
        fields = ["fund", "evidence"]


class OtherCostFilter(ListFilter):
    search_pairs = ["product__name"]
    year = YearFilter(label=_("Financial year"))

    class Meta:
        model = OtherCost
        fields = ["category"]


class SignedFilter(ListFilter):
    waiting = django_filters.ChoiceFilter(label=_("Signature"), choices=WAITING, method="by_signature")

    def by_signature(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        waiting = rows.filter(made_by__isnull=False, signed_by__isnull=True)
        if value == "mine":
            return waiting.filter(made_by=self.request.user)
        if value == "others":
            return waiting.exclude(made_by=self.request.user)
        return waiting if value == "yes" else rows.exclude(made_by__isnull=False, signed_by__isnull=True)


def _has_all(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


class AssumptionFilter(SignedFilter):
    search_fields = ["key"]
    search_pairs = ["source"]

    @classmethod
    def found_by(cls, text: str, user: Any = None) -> Q:
        """In what an assumption is called as well, in either language, which the database does not know. One query."""
        keys = list(Assumption.objects.order_by().values_list("key", flat=True).distinct())
        words, called = folded(text).split(), set[str]()
        for code in LANGUAGES:
            with override(code):
                called.update(key for key in keys if _has_all(folded(str(vocabulary.label(key))), words))
        return super().found_by(text, user) | Q(key__in=called)

    class Meta:
        model = Assumption
        fields = ["evidence"]


class RateFilter(SignedFilter):
    search_pairs = ["role__name"]

    class Meta:
        model = Rate
        fields = ["employment", "organisation", "evidence"]
