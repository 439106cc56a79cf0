"""What the list of squads can be narrowed by."""

from kit.filters import ListFilter
from squads.models import Squad


class SquadFilter(ListFilter):
    search_pairs = ["name", "organisation__name"]

    class Meta:
        model = Squad
        fields = ["organisation", "evidence"]
