"""What squads and their roles can be narrowed by."""

from typing import Any

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.bilingual import language
from kit.filters import ListFilter
from squads.models import WANTED, WANTED_BY_KEY, Squad
from squads.queries.coverage import complete, without_role


def wanted_choices() -> list[tuple[str, str]]:
    """The wanted roles by name in the page's language."""
    return [(role.key, role.name_cy if language() == "cy" else role.name_en) for role in WANTED]


class MissingRolesFilter(ListFilter):
    search_pairs = ["name", "organisation__name"]
    lacks = django_filters.ChoiceFilter(method="by_lack", choices=wanted_choices, label=_("Lacks"))
    any_lack = django_filters.ChoiceFilter(
        method="by_any", choices=[("yes", _("one role or more")), ("no", _("none"))], label=_("Roles it lacks")
    )

    def by_lack(self, rows: Any, name: str, value: str) -> Any:
        return without_role(rows, value, on=timezone.localdate()) if value in WANTED_BY_KEY else rows.none()

    def by_any(self, rows: Any, name: str, value: str) -> Any:
        whole = complete(rows, on=timezone.localdate())
        return whole if value == "no" else rows.exclude(pk__in=whole.values("pk"))

    class Meta:
        model = Squad
        fields = ["organisation"]
