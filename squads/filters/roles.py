"""What the list of roles can be narrowed by."""

from kit.filters import ListFilter
from squads.models import Role


class RoleFilter(ListFilter):
    search_pairs = ["name", "family"]

    class Meta:
        model = Role
        fields: list[str] = []
