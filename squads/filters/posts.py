"""What the list of posts can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Organisation
from squads.models import Post


class PostFilter(ListFilter):
    search_pairs = ["role__name", "squad__name"]
    organisation = django_filters.ModelChoiceFilter(
        field_name="squad__organisation", queryset=Organisation.objects.all(), label=_("Home organisation")
    )

    class Meta:
        model = Post
        fields = ["squad", "role", "employment", "state", "organisation"]
