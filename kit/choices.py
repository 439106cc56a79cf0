"""What a choice of records offers: those the person may see, by name in the page's language."""

from typing import Any

from django import forms

from kit.bilingual import pair_field


def settle_choices(form: Any, *, user: Any, empty: Any = None) -> None:
    """Narrows every choice of records to what the user may see and puts it in order. `empty` names the open choice."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = in_order(field.queryset, user)
        if empty is not None and getattr(field, "empty_label", None):
            field.empty_label = empty
            if not isinstance(field, forms.ModelChoiceField):
                field.choices = [("", empty), *(pair for pair in field.choices if pair[0] not in ("", None))]


def in_order(rows: Any, user: Any) -> Any:
    if user is not None and hasattr(rows, "visible_to"):
        rows = rows.visible_to(user)
    names = {column.name for column in rows.model._meta.concrete_fields}
    if not rows.query.order_by and {"name_cy", "name_en"} <= names:
        rows = rows.order_by(pair_field("name"))
    return rows
