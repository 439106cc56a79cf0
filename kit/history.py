"""A record's history as sentences can be made of it: who, when, and each field before and after."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from django.db import models

from kit import formats

# What the history keeps beside the record's own columns, and what changes with every save.
NOT_SHOWN = {"id", "version", "password", "last_login"}


Worded = Mapping[str, Callable[[Any], str]]


@dataclass(frozen=True)
class FieldChange:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One save. `kind`: "+" made, "~" changed, "-" deleted."""

    who: str
    when: datetime.datetime
    kind: str
    reason: str
    fields: list[FieldChange]


def changes(
    record: Any, *, hidden: Set[str] = frozenset(), worded: Worded | None = None, at_most: int = 100
) -> list[Change]:
    """The latest changes first. One more row is read than is shown, to know what the oldest one changed.

    `worded`: for a column that holds more than one value, what to say of it.
    """
    rows = list(record.history.select_related("history_user").order_by("-history_date", "-history_id")[: at_most + 1])
    columns = [column for column in record._meta.concrete_fields if column.name not in NOT_SHOWN]
    names = _Names(columns, rows, worded or {})
    found = []
    for position, row in enumerate(rows[:at_most]):
        before = rows[position + 1] if position + 1 < len(rows) else None
        fields = [] if before is None else list(_differences(columns, before, row, names, hidden))
        found.append(
            Change(
                who=str(row.history_user or ""),
                when=row.history_date,
                kind=row.history_type,
                reason=row.history_change_reason or "",
                fields=fields,
            )
        )
    return found


def _differences(
    columns: list[Any], before: Any, after: Any, names: "_Names", hidden: Set[str]
) -> Iterable[FieldChange]:
    for column in columns:
        old, new = _kept(before, column), _kept(after, column)
        if old != new:
            label = capital(str(column.verbose_name))
            if column.name in hidden:
                yield FieldChange(label, formats.withheld(), formats.withheld())
            else:
                yield FieldChange(label, names.words(column, old), names.words(column, new))


def _kept(row: Any, column: Any) -> Any:
    return getattr(row, column.attname, None)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Names:
    """What related records are called, read once a relation and not once a row."""

    def __init__(self, columns: list[Any], rows: list[Any], worded: Worded) -> None:
        self._worded = worded
        self._of: dict[str, dict[Any, str]] = {}
        for column in columns:
            if column.remote_field:
                keys = {_kept(row, column) for row in rows} - {None}
                found = column.remote_field.model._base_manager.filter(pk__in=keys) if keys else []
                self._of[column.name] = {one.pk: str(one) for one in found}

    def words(self, column: Any, value: Any) -> str:
        if value in (None, ""):
            return ""
        if column.name in self._worded:
            return self._worded[column.name](value)
        if column.remote_field:
            return self._of[column.name].get(value, f"#{value}")
        if column.choices:
            return str(dict(column.flatchoices).get(value, value))
        return _written(column, value)


def _written(column: Any, value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return formats.date_and_time(value)
    if isinstance(value, datetime.date):
        return formats.date(value)
    if isinstance(column, models.DecimalField):
        # To the penny or the last place kept: a history that rounds would show changes as none.
        return formats.number(value, column.decimal_places or 0)
    if isinstance(value, int) and column.name.endswith("year"):
        return formats.financial_year(value)
    return str(value)
