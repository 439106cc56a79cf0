"""What two editors of one record each changed: the second's typing beside what the first saved."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db import models

# In place of what a field held before, where history does not go back there: it equals nothing.
UNSEEN = object()


@dataclass(frozen=True)
class Difference:
    """One field: how it was typed here, and how it stands in the database."""

    label: str
    yours: str
    theirs: str
    id: str


@dataclass
class Conflict:
    """Fields both changed are for the second editor to settle; what only the first changed is taken over."""

    who: str
    when: datetime.datetime | None
    differences: list[Difference] = field(default_factory=list)
    taken_over: dict[str, Difference] = field(default_factory=dict)

    def weigh(
        self, name: str, asked: forms.Field, *, label: str, id: str, typed: Any, theirs: Any, before: Any = UNSEEN
    ) -> bool:
        """Writes one field down where it is in conflict. True where this editor had left it alone: theirs stands.

        What the second editor alone changed is in no conflict.
        """
        if not asked.has_changed(theirs, typed) or before == theirs:
            return False
        words = Difference(label, in_words(asked, typed), in_words(asked, theirs), id)
        if before is UNSEEN or asked.has_changed(before, typed):
            self.differences.append(words)
            return False
        self.taken_over[name] = words
        return True


def find_conflict(*, form: Any, newer: models.Model, seen_version: int) -> Conflict:
    """Compares field by field what was typed, what the second editor had begun from, and what is saved now."""
    latest, seen = _latest(newer), _seen(newer, seen_version)
    conflict = Conflict(
        who=str(latest.history_user or "") if latest else "", when=latest.history_date if latest else None
    )
    columns = {column.name: column for column in newer._meta.concrete_fields}
    for bound in form.visible_fields():
        column = columns.get(bound.name)
        if column is None:
            continue
        conflict.weigh(
            bound.name,
            bound.field,
            label=str(bound.label),
            id=bound.id_for_label,
            typed=bound.data,
            theirs=column.value_from_object(newer),
            before=column.value_from_object(seen) if seen is not None else UNSEEN,
        )
    return conflict


def put_theirs(data: Any, *, form: Any, name: str, newer: models.Model) -> None:
    """Lays the saved value into the posted data, for a field that this editor had left alone."""
    bound = form[name]
    value = bound.field.prepare_value(newer._meta.get_field(name).value_from_object(newer))  # type: ignore[union-attr]
    if isinstance(bound.field, forms.BooleanField) and not value:
        data.pop(bound.html_name, None)
    elif isinstance(value, list | tuple):
        data.setlist(bound.html_name, [str(one) for one in value])
    else:
        data[bound.html_name] = "" if value is None else str(value)


def in_words(asked: forms.Field, value: Any) -> str:
    """A value as the form's field shows it: a choice by its label, a figure as it is typed."""
    if isinstance(asked, forms.ModelChoiceField):
        known = (
            value not in (None, "") and str(value).isascii() and str(value).isdecimal() and asked.queryset is not None
        )
        found = asked.queryset.filter(pk=value).first() if known else None  # type: ignore[union-attr]
        return str(found) if found else ""
    if isinstance(asked, forms.ChoiceField):
        return str(dict(_flat(asked.choices)).get(str(value if value is not None else ""), ""))
    shown = asked.prepare_value(value)
    return "" if shown is None else str(shown)


def _flat(choices: Any) -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for value, label in choices:
        pairs += _flat(label) if isinstance(label, list | tuple) else [(str(value), label)]
    return pairs


def _latest(record: Any) -> Any | None:
    history = getattr(record, "history", None)
    if history is None:
        return None
    return history.select_related("history_user").order_by("-history_date", "-history_id").first()


def _seen(record: Any, version: int) -> Any | None:
    """The record as it was at the version the second editor began from; None where history does not go back there."""
    history = getattr(record, "history", None)
    if history is None:
        return None
    return history.filter(version=version).order_by("-history_date", "-history_id").first()
