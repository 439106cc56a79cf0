"""What the list of programmes can be narrowed by."""

from kit.filters import ListFilter
from portfolio.models import Programme


class ProgrammeFilter(ListFilter):
    search_pairs = ["name"]

    class Meta:
        model = Programme
        fields = ["evidence"]
