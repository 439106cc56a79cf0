"""The columns of a squad's posts as a grid."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from kit.fields import DateField, NamedChoiceField, NumberField, in_both_languages
from kit.grids import GridColumn
from squads.models import Employment, Post, Role


def _label(name: str) -> Any:
    return capfirst(Post._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _choice(name: str, options: list[tuple[Any, str, str]]) -> forms.Field:
    return NamedChoiceField(label=_label(name), options=options)


def post_columns(*, user: User) -> list[GridColumn]:
    """One query, for the roles. Who holds a post is a column only for those who may see it."""
    roles = [(role.pk, role.name_cy, role.name_en) for role in Role.objects.visible_to(user).order_by("name_en")]
    columns = [
        GridColumn("role", _choice("role", roles), width="l"),
        GridColumn("fte", NumberField(label=_label("fte"), places=3, minimum=0, maximum=1), default="1", width="s"),
        GridColumn("employment", _choice("employment", in_both_languages(Employment.choices))),
        GridColumn("planned_from", DateField(label=_label("planned_from"), help_text="")),
        GridColumn("planned_to", DateField(label=_label("planned_to"), required=False, help_text="")),
        GridColumn("state", _choice("state", in_both_languages(Post.State.choices))),
        GridColumn("state_from", DateField(label=_("State since"), help_text="")),
    ]
    if user.has_perm("squads.view_holder"):
        holder = forms.CharField(label=_label("holder"), required=False, max_length=200)
        columns.append(GridColumn("holder", holder, width="l"))
    return columns
