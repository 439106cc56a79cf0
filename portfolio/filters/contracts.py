"""What the list of contracts can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.filters import ListFilter
from portfolio.models import Contract, Organisation, SourcingOpportunity
from portfolio.queries.contracts import WITHIN

IN_FORCE, OVER, EVERY = "in_force", "over", "all"
STANDINGS = ((IN_FORCE, _("in force, or still to begin")), (OVER, _("over")), (EVERY, _("all of them")))


def months() -> list[tuple[str, str]]:
    """When they are shown, and so in the language of the page."""
    return [(str(number), formats.months(number)) for number in WITHIN]


class ContractFilter(ListFilter):
    """Those that are not over, unless it is asked for others."""

    search_pairs = ["title", "organisation__name", "opportunity__name"]
    search_fields = ["supplier"]
    standing = django_filters.ChoiceFilter(label=_("Show"), choices=STANDINGS, empty_label=None, method="leave")
    within = django_filters.ChoiceFilter(
        field_name="ends_within", lookup_expr="lte", label=_("Ends within"), choices=months
    )
    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.filter(pk__in=Contract.objects.values("organisation")), label=_("Organisation")
    )
    opportunity = django_filters.ModelChoiceFilter(
        queryset=SourcingOpportunity.objects.all(),
        label=_("Could be bought together as"),
        null_label=_("under no opportunity"),
    )
    supplier = django_filters.CharFilter(lookup_expr="icontains", label=_("Supplier"), max_length=200)

    class Meta:
        model = Contract
        fields = ["standing", "within", "organisation", "opportunity", "supplier"]

    def leave(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows

    def filter_queryset(self, queryset: QuerySet[Any]) -> Any:
        rows = super().filter_queryset(queryset)
        standing = self.form.cleaned_data.get("standing") or IN_FORCE
        return rows if standing == EVERY else rows.filter(is_over=standing == OVER)
