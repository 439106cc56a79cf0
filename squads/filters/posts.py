"""What the list of posts can be narrowed by."""

from typing import Any

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Organisation
from squads.models import Employment, Post
from squads.queries.months import GONE, PRESENT


class PostFilter(ListFilter):
    search_pairs = ["role__name", "squad__name"]
    organisation = django_filters.ModelChoiceFilter(
        field_name="squad__organisation", queryset=Organisation.objects.all(), label=_("Home organisation")
    )

    @classmethod
    def search_columns(cls, user: Any = None) -> list[str]:
        """Who holds a post is looked for only by those who may see it."""
        may_see = user is not None and user.has_perm("squads.view_holder")
        return [*super().search_columns(user), *(["holder"] if may_see else [])]

    there = django_filters.ChoiceFilter(
        method="by_presence",
        choices=[
            ("permanent", _("permanent staff")),
            ("contractors", _("contractors")),
            ("past", _("past their last day, not marked as ended")),
        ],
        label=_("There today"),
    )

    def by_presence(self, rows: Any, name: str, value: str) -> Any:
        if value == "past":
            return rows.filter(planned_to__lte=timezone.localdate()).exclude(state__in=GONE)
        there = rows.filter(state__in=PRESENT).on(timezone.localdate())
        kinds = Employment.contractors()
        return there.filter(employment__in=kinds) if value == "contractors" else there.exclude(employment__in=kinds)

    class Meta:
        model = Post
        fields = ["squad", "role", "employment", "state", "organisation"]
