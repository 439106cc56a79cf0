"""What the lists of conversions, handovers and leaving contractors can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from squads.models import Conversion, HandoverItem, Post, Squad
from squads.queries.conversions import NO_LIST, NOT_DONE, NOTHING


class ConversionFilter(ListFilter):
    search_pairs = ["contractor__role__name", "contractor__squad__name"]
    squad = django_filters.ModelChoiceFilter(
        field_name="contractor__squad", queryset=Squad.objects.all(), label=_("Squad")
    )
    handover = django_filters.ChoiceFilter(
        method="by_handover",
        choices=[("open", _("not done")), ("done", _("done")), ("empty", _("nothing listed"))],
        label=_("Handover"),
    )

    def by_handover(self, rows: Any, name: str, value: str) -> Any:
        if value == "empty":
            return rows.filter(items=0)
        return rows.filter(items__gt=F("done")) if value == "open" else rows.filter(items__gt=0, items=F("done"))

    class Meta:
        model = Conversion
        fields: list[str] = []


class LeavingFilter(ListFilter):
    search_pairs = ["role__name", "squad__name"]
    handover = django_filters.ChoiceFilter(
        method="by_handover",
        choices=[
            ("nothing", _("no conversion and no handover")),
            ("empty", _("nothing listed")),
            ("open", _("not done")),
        ],
        label=_("Handover"),
    )

    def by_handover(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter({"nothing": NOTHING, "empty": NO_LIST, "open": NOT_DONE}[value])

    class Meta:
        model = Post
        fields = ["squad", "role", "employment"]


class HandoverItemFilter(ListFilter):
    search_pairs = ["what", "conversion__contractor__squad__name"]
    search_fields = ["by_whom"]
    squad = django_filters.ModelChoiceFilter(
        field_name="conversion__contractor__squad", queryset=Squad.objects.all(), label=_("Squad")
    )
    done = django_filters.ChoiceFilter(
        method="by_done", choices=[("no", _("not done")), ("yes", _("done"))], label=_("Done")
    )

    def by_done(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(done_on__isnull=value == "no")

    class Meta:
        model = HandoverItem
        fields: list[str] = []
