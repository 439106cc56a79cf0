"""What the list of posts that nobody fills can be narrowed by."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Organisation
from squads.models import Post
from squads.queries.vacancies import LATE, STAGES


class VacancyFilter(ListFilter):
    search_pairs = ["role__name", "squad__name"]
    stage = django_filters.ChoiceFilter(
        field_name="state",
        choices=[(state.value, state.label) for state in (Post.State.VACANT, *STAGES)],
        label=_("Stage"),
    )
    wanted = django_filters.ChoiceFilter(
        method="by_day", choices=[("already", _("wanted already")), ("later", _("wanted later"))], label=_("Wanted")
    )
    organisation = django_filters.ModelChoiceFilter(
        field_name="squad__organisation", queryset=Organisation.objects.all(), label=_("Home organisation")
    )

    def by_day(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(LATE) if value == "already" else rows.exclude(LATE)

    class Meta:
        model = Post
        fields = ["squad", "role", "employment"]
