"""What the list of organisations can be narrowed by."""

from kit.filters import ListFilter
from portfolio.models import Organisation


class OrganisationFilter(ListFilter):
    search_pairs = ["name"]
    search_fields = ["ons_code"]

    class Meta:
        model = Organisation
        fields = ["kind"]
