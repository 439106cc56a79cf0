"""A record's history as sentences can be made of it: who, when, and each field before and after."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.db import models
from django.db.models import F, IntegerField, Value, Window
from django.db.models.functions import Lag

from kit import formats
from kit.templatetags.kit import url_if_there

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
    """One save. `kind`: "+" made, "~" changed, "-" deleted. `what` it was of, where a history is of many records."""

    who: str
    when: datetime.datetime
    kind: str
    reason: str
    fields: list[FieldChange]
    what: str = ""
    url: str = ""

    @property
    def moment(self) -> tuple[str, datetime.datetime]:
        """Changes of one person at one minute stand together, as an import or a grid makes them."""
        return self.who, self.when.replace(second=0, microsecond=0)


@dataclass(frozen=True)
class Kind:
    """One kind of record in a history of many: its rows of history, and what a record of it is called.

    `called` is given a row of history and what its relations are called, by the name of the column. `page` is the name
    of the address of the record, or of the one that its column `key` names; a record that is gone has none.
    """

    model: type[models.Model]
    rows: models.QuerySet[Any]
    called: Callable[[Any, Callable[[str], str]], str]
    page: str = ""
    key: str = "id"


@cache
def _history_model(model: Any) -> Any:
    return model.history.model


def rows_of_history(model: type[models.Model]) -> models.QuerySet[Any]:
    """Every row of a model's history. `model.history` makes a class anew each time it is asked for: this does not."""
    rows: models.QuerySet[Any] = _history_model(model)._default_manager.all()
    return rows


def changes(
    record: Any, *, hidden: Set[str] = frozenset(), worded: Worded | None = None, at_most: int = 100
) -> list[Change]:
    """The latest changes first. One more row is read than is shown, to know what the oldest one changed.

    `worded`: for a column that holds more than one value, what to say of it.
    """
    rows = list(record.history.select_related("history_user").order_by("-history_date", "-history_id")[: at_most + 1])
    columns = _columns(record)
    names = _Names(columns, rows, worded or {})
    found = []
    for position, row in enumerate(rows[:at_most]):
        before = rows[position + 1] if position + 1 < len(rows) else None
        found.append(_change(row, before, columns, names, hidden=hidden))
    return found


def merged(kinds: Sequence[Kind], *, user: Any, first: int = 0, at_most: int = 100) -> tuple[list[Change], int]:
    """The history of many records of many kinds as one, the latest first, and how many changes there are in all.

    A page of it is found in one query over all kinds; then each kind on the page is read once, with what its relations
    are called. `user`: a related record that they may not see is not named.
    """
    marks = [
        kind.rows.order_by()
        .annotate(
            history_place=Value(place, output_field=IntegerField()),
            history_before=Window(
                Lag("history_id"), partition_by="id", order_by=[F("history_date").asc(), F("history_id").asc()]
            ),
        )
        .values_list("history_place", "history_id", "history_date", "history_before")
        for place, kind in enumerate(kinds)
    ]
    every = marks[0].union(*marks[1:], all=True) if len(marks) > 1 else marks[0]
    total = every.count()
    page = list(every.order_by("-history_date", "history_place", "-history_id")[first : first + at_most])
    told: dict[tuple[int, int], Change] = {}
    for place, kind in enumerate(kinds):
        chosen = {key: before for of, key, _date, before in page if of == place}
        if chosen:
            told |= {(place, key): change for key, change in _told(kind, chosen, user=user).items()}
    return [told[place, key] for place, key, _date, _before in page if (place, key) in told], total


def _told(kind: Kind, chosen: dict[int, int | None], *, user: Any) -> dict[int, Change]:
    """The changes of one kind that are on a page. `chosen`: the row of history of each, and the one before it."""
    keys = {*chosen, *chosen.values()} - {None}
    rows = {
        row.history_id: row for row in kind.rows.model._base_manager.filter(pk__in=keys).select_related("history_user")
    }
    columns = _columns(kind.model)
    names = _Names(columns, list(rows.values()), {}, user=user)
    there: set[Any] = set()
    if kind.page:
        records = {row.id for row in rows.values()}
        there = set(kind.model._base_manager.filter(pk__in=records).values_list("pk", flat=True))
    found = {}
    for key, before in chosen.items():
        row = rows[key]
        found[key] = _change(
            row,
            rows.get(before) if before is not None else None,
            columns,
            names,
            what=kind.called(row, partial(names.related, row)),
            url=url_if_there(kind.page, getattr(row, kind.key)) if row.id in there else "",
        )
    return found


def _columns(record: Any) -> list[Any]:
    return [column for column in record._meta.concrete_fields if column.name not in NOT_SHOWN]


def _change(
    row: Any, before: Any, columns: list[Any], names: "_Names", *, hidden: Set[str] = frozenset(), **more: str
) -> Change:
    return Change(
        who=str(row.history_user or ""),
        when=row.history_date,
        kind=row.history_type,
        reason=row.history_change_reason or "",
        fields=[] if before is None else list(_differences(columns, before, row, names, hidden)),
        **more,
    )


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
    """What related records are called, read once a relation, where it is asked for, and not once a row."""

    def __init__(self, columns: list[Any], rows: list[Any], worded: Worded, *, user: Any = None) -> None:
        self._columns = {column.name: column for column in columns}
        self._rows, self._worded, self._user = rows, worded, user
        self._of: dict[str, dict[Any, str]] = {}

    def related(self, row: Any, name: str) -> str:
        """What the record in a column is called."""
        column = self._columns[name]
        return self.words(column, _kept(row, column))

    def _called(self, column: Any) -> dict[Any, str]:
        if column.name not in self._of:
            keys = {_kept(row, column) for row in self._rows} - {None}
            self._of[column.name] = _named(column.remote_field.model, keys, self._user) if keys else {}
        return self._of[column.name]

    def words(self, column: Any, value: Any) -> str:
        if value in (None, ""):
            return ""
        if column.name in self._worded:
            return self._worded[column.name](value)
        if column.remote_field:
            return self._called(column).get(value, f"#{value}")
        if column.choices:
            return str(dict(column.flatchoices).get(value, value))
        return _written(column, value)


def _named(model: Any, keys: set[Any], user: Any) -> dict[Any, str]:
    """What records are called; those that the user may not see are withheld."""
    found = model._base_manager.filter(pk__in=keys)
    if user is None or not hasattr(model.objects, "visible_to"):
        return {one.pk: str(one) for one in found}
    seen = {one.pk: str(one) for one in model.objects.visible_to(user).filter(pk__in=keys)}
    return {key: seen.get(key) or formats.withheld() for key in keys}


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
