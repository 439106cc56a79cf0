"""The columns of a product's milestones as a grid."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kit.fields import DateField
from kit.grids import GridColumn
from portfolio.models import Milestone

# Kept with a forecast that moves; it is no column of a milestone.
WHY = "why"


def milestone_columns() -> list[GridColumn]:
    def title(name: str) -> GridColumn:
        return GridColumn(name, forms.CharField(label=_label(name), max_length=200), width="l")

    def day(name: str, **more: Any) -> GridColumn:
        return GridColumn(name, DateField(label=_label(name), required=False, help_text=""), **more)

    why = forms.CharField(label=_("Why the forecast moves"), required=False, max_length=2000)
    return [
        title("title_cy"),
        title("title_en"),
        day("baseline", only_new=True),
        day("forecast"),
        day("actual"),
        GridColumn(WHY, why, width="l"),
    ]


def _label(name: str) -> Any:
    return capfirst(Milestone._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
