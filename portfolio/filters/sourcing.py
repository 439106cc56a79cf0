"""What the list of opportunities can be narrowed by."""

from kit.filters import ListFilter
from portfolio.models import SourcingOpportunity


class OpportunityFilter(ListFilter):
    search_pairs = ["name", "summary"]

    class Meta:
        model = SourcingOpportunity
        fields = ["evidence"]
