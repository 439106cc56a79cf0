"""What the products of the portfolio can be narrowed by: what they are, and what about them needs somebody."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Phase, Product, Programme
from reporting.queries.attention import FACTS

LOOKED_AFTER = "looked_after"


class FactFilter(django_filters.ChoiceFilter):
    """A choice of facts of `reporting.queries.attention`, each by a word of the address and words for the reader."""

    def __init__(self, facts: dict[str, tuple[str, Any]], **options: Any) -> None:
        self.facts = {word: fact for word, (fact, _words) in facts.items()}
        super().__init__(choices=[(word, words) for word, (_fact, words) in facts.items()], **options)

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Asked once: the list's count, its page and its totals would each work the fact out again."""
        if value not in self.facts:
            return qs
        found = Product.objects.filter(FACTS[self.facts[value]](timezone.localdate()))
        return qs.filter(pk__in=list(found.values_list("pk", flat=True)))


class StandingFilter(ListFilter):
    """For products."""

    search_pairs = ["name", "summary", "organisation__name"]
    phase = django_filters.ChoiceFilter(
        choices=[*Phase.choices, (LOOKED_AFTER, _("all but retired"))], method="in_phase", label=_("Phase")
    )
    programme = django_filters.ModelChoiceFilter(
        queryset=Programme.objects.all(), null_label=_("no programme"), label=_("Programme")
    )
    updated = FactFilter(
        {"stale": ("stale", _("not in the last 14 days")), "week": ("changed", _("in the last 7 days"))},
        label=_("Updated"),
    )
    milestones = FactFilter(
        {
            "late": ("late", _("expected after the baseline")),
            "overdue": ("overdue", _("expected day has passed")),
        },
        label=_("Milestones not reached"),
    )
    worse = FactFilter(
        {
            "any": ("worse", _("confidence or the Standard")),
            "confidence": ("worse_confidence", _("delivery confidence")),
            "standard": ("worse_standard", _("the Standard")),
        },
        label=_("Worse than before"),
    )
    money = FactFilter(
        {
            "none": ("unfunded", _("no source")),
            "indicative": ("indicative_only", _("indicative only")),
            "secured": ("secured", _("secured")),
        },
        label=_("Money after 31 March"),
    )
    contractors = FactFilter(
        {
            "any": ("contractors", _("some of those in post")),
            "half": ("contractors_half", _("half of those in post or more")),
            "leaving": ("contractors_leaving", _("one leaves within 92 days")),
        },
        label=_("Contractors"),
    )
    squads = FactFilter({"none": ("without_squad", _("none today"))}, label=_("Squads"))
    decisions = FactFilter(
        {
            "due": ("decisions", _("needed within 30 days, or overdue")),
            "overdue": ("decisions_overdue", _("overdue")),
        },
        label=_("Decisions to make"),
    )

    class Meta:
        model = Product
        fields = ["phase", "organisation", "programme"]

    def in_phase(self, rows: QuerySet[Product], name: str, value: str) -> QuerySet[Product]:
        return rows.exclude(phase=Phase.RETIRED) if value == LOOKED_AFTER else rows.filter(phase=value)
