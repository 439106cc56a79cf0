"""What a choice of records offers: those the person may see, by name in the page's language."""

from typing import Any

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext as _

from kit.bilingual import pair_field


def settle_choices(form: Any, *, user: Any, empty: Any = None) -> None:
    """Narrows every choice of records to what the user may see and puts it in order. `empty` names the open choice."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = in_order(field.queryset, user)
        _name_open_choice(field)
        if empty is not None and getattr(field, "empty_label", None):
            field.empty_label = empty
            if not isinstance(field, forms.ModelChoiceField):
                # Set anew for the widget to see it; the field puts the open choice first of its own accord.
                field.choices = [pair for pair in field.choices if pair[0] not in ("", None)]


def _name_open_choice(field: forms.Field) -> None:
    """Where one has to be chosen the list says so: a row of dashes is read out as dashes."""
    dashes = BLANK_CHOICE_DASH[0]
    if not field.required:
        return
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == dashes[1]:
            field.empty_label = _("Choose one")
    elif isinstance(field, forms.ChoiceField):
        offered: Any = field.choices
        field.choices = [("", _("Choose one")) if one == dashes else one for one in offered]


def in_order(rows: Any, user: Any) -> Any:
    if user is not None and hasattr(rows, "visible_to"):
        rows = rows.visible_to(user)
    names = {column.name for column in rows.model._meta.concrete_fields}
    if not rows.query.order_by and {"name_cy", "name_en"} <= names:
        rows = rows.order_by(pair_field("name"))
    return rows
