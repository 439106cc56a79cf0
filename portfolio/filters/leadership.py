"""What the list of digital leadership can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Leadership, Organisation

BOARD = [("yes", _("yes")), ("no", _("no")), ("unknown", _("not known"))]


class LeadershipFilter(ListFilter):
    search_pairs = ["name"]
    officer = django_filters.ChoiceFilter(
        label=_("Chief digital officer"),
        choices=[*Leadership.Officer.choices, ("unknown", _("not known"))],
        method="having",
    )
    board = django_filters.ChoiceFilter(label=_("On the leadership board"), choices=BOARD, method="sitting")

    class Meta:
        model = Organisation
        fields = ["kind", "officer", "board"]

    def having(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows.filter(officer__isnull=True) if value == "unknown" else rows.filter(officer=value)

    def sitting(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Of those that have an officer."""
        some = rows.filter(officer__in=[Leadership.Officer.APPOINTED, Leadership.Officer.INTERIM])
        return some.filter(on_board={"yes": True, "no": False}.get(value))
