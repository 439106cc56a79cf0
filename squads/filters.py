"""What the lists of squads, posts and roles can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Organisation
from squads.models import Post, Role, Squad


class SquadFilter(ListFilter):
    search_pairs = ["name", "organisation__name"]

    class Meta:
        model = Squad
        fields = ["organisation", "evidence"]


class PostFilter(ListFilter):
    search_pairs = ["role__name", "squad__name"]
    organisation = django_filters.ModelChoiceFilter(
        field_name="squad__organisation", queryset=Organisation.objects.all(), label=_("Home organisation")
    )

    class Meta:
        model = Post
        fields = ["squad", "role", "employment", "state", "organisation"]


class RoleFilter(ListFilter):
    search_pairs = ["name", "family"]

    class Meta:
        model = Role
        fields: list[str] = []
