"""What the heat map can be narrowed by, and which of its figures is shown."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from kit.bilingual import pair_field
from kit.filters import ListFilter
from portfolio.models import Organisation
from squads.models import Post, Role

FIGURES = [
    ("filled", _("filled of planned")),
    ("gap", _("missing")),
    ("permanent", _("permanent")),
    ("contractors", _("contractors")),
]


def families() -> list[tuple[str, str]]:
    """Role families, each by its English name as its key and shown in the page's language. One query."""
    rows = Role.objects.order_by(pair_field("family")).values_list("family_en", pair_field("family")).distinct()
    return list(rows)


class HeatFilter(ListFilter):
    organisation = django_filters.ModelChoiceFilter(
        field_name="squad__organisation", queryset=Organisation.objects.all(), label=_("Home organisation")
    )
    family = django_filters.ChoiceFilter(field_name="role__family_en", choices=families, label=_("Role family"))
    figure = django_filters.ChoiceFilter(
        method="chosen", choices=FIGURES, empty_label=None, label=_("What each cell shows"), initial="filled"
    )

    def chosen(self, rows: Any, name: str, value: str) -> Any:
        """Which figure is shown narrows nothing."""
        return rows

    class Meta:
        model = Post
        fields = ["squad"]
