"""What the list of organisations can be narrowed by."""

from typing import Any

from django.db.models import Q

from kit.accents import every_word
from kit.filters import ListFilter
from portfolio.models import FormerName, Organisation


class OrganisationFilter(ListFilter):
    search_pairs = ["name"]
    search_fields = ["ons_code"]

    @classmethod
    def found_by(cls, text: str, user: Any = None) -> Q:
        """Also by what a body was once called."""
        former = FormerName.objects.filter(every_word(["name_cy", "name_en"], text, model=FormerName)).values(
            "organisation"
        )
        return super().found_by(text, user) | Q(pk__in=former)

    class Meta:
        model = Organisation
        fields = ["kind"]
