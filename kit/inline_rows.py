"""Rows edited below a versioned record and saved with it. They have no version of their own: the record's is theirs."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _

from kit.conflicts import UNSEEN, Conflict, Difference, in_words
from kit.forms import SWITCH


@dataclass
class _Typed:
    """One row as it was posted: its values by field, the record it was made from, whether it is to go."""

    values: dict[str, Any]
    pk: str = ""
    goes: bool = False


class RowsOfVersioned(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Where somebody saved the record first, its rows are met with theirs before they are judged.

    A row only the first editor changed, added or took out is taken over; one both changed is for the second to settle.
    `key` is the field that no two rows of a record share, by which a row that both added is known for one.
    """

    model: type[models.Model]
    key: str

    @property
    def _pk_name(self) -> str:
        return str(self.model._meta.pk.name)

    def as_typed(self) -> Any:
        """The rows as the form above them is shown when the language is changed: with what was typed, not judged."""
        if self.data.get(SWITCH) != "judged":
            for row in self.forms:
                row.as_typed()  # type: ignore[attr-defined]
            self._errors: Any = []
            self._non_form_errors = self.error_class()
        return self

    def meet_newer(self, conflict: Conflict, *, seen_version: int) -> None:
        """Adds to the conflict what the rows differ in, and lays the rows now saved into what was posted."""
        rows_now = self.model._base_manager.filter(**{self.fk.name: self.instance.pk}).order_by("pk")
        self.queryset = rows_now.select_related(self.key)
        kept = set(self.form._meta.fields or ()) - {self.fk.name}
        asked = {name: field for name, field in self.empty_form.fields.items() if name in kept}
        seen = self._seen(seen_version)
        typed = self._as_posted(asked)
        rows: list[_Typed] = []
        for record in self.queryset:
            theirs = _columns(record, asked)
            mine = self._mine(typed, str(record.pk), asked[self.key].prepare_value(theirs[self.key]))
            at = _At(asked, str(getattr(record, self.key)), f"id_{self.add_prefix(len(rows))}", conflict)
            rows.append(at.both(mine, theirs, seen.get(record.pk)) if mine else at.added(theirs))
            rows[-1].pk = str(record.pk)
        count = len(rows)
        for row in typed:
            if not row.pk:
                rows.append(row)
                continue
            before = seen.get(int(row.pk)) if row.pk.isascii() and row.pk.isdecimal() else None
            name = in_words(asked[self.key], row.values[self.key])
            at = _At(asked, name, f"id_{self.add_prefix(len(rows))}", conflict)
            if not row.goes and at.taken_out(row, before):
                rows.append(_Typed(row.values))
        self._lay(rows, initial=count)

    def _as_posted(self, asked: dict[str, forms.Field]) -> list[_Typed]:
        found = []
        for number in range(self.total_form_count()):
            prefix = self.add_prefix(number)
            found.append(
                _Typed(
                    {
                        name: field.widget.value_from_datadict(self.data, self.files, f"{prefix}-{name}")
                        for name, field in asked.items()
                    },
                    self.data.get(f"{prefix}-{self._pk_name}", ""),
                    bool(self.data.get(f"{prefix}-{DELETION_FIELD_NAME}")),
                )
            )
        return found

    def _mine(self, typed: list[_Typed], pk: str, key: Any) -> _Typed | None:
        """Takes out of what was posted the row of a record, or one added to which the first editor added its like."""
        same = [row for row in typed if row.pk == pk]
        same += [row for row in typed if not row.pk and str(row.values[self.key]) == str(key)]
        if not same:
            return None
        typed.remove(same[0])
        return same[0]

    def _seen(self, version: int) -> dict[int, Any]:
        """The rows as they were at the version the second editor began from; none where history does not go so far."""
        record: Any = self.instance
        later = record.history.filter(version__gt=version).order_by("history_date", "history_id").first()
        if later is None:
            return {}
        rows: Any = self.model
        return {
            row.pk: row for row in rows.history.as_of(later.history_date).filter(**{self.fk.name: self.instance.pk})
        }

    def _lay(self, rows: list[_Typed], *, initial: int) -> None:
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        for name in [one for one in data if one.startswith(f"{self.prefix}-")]:
            del data[name]
        data[f"{self.prefix}-TOTAL_FORMS"], data[f"{self.prefix}-INITIAL_FORMS"] = str(len(rows)), str(initial)
        for number, row in enumerate(rows):
            keys = {
                self._pk_name: row.pk,
                self.fk.name: self.instance.pk,
                DELETION_FIELD_NAME: "on" if row.goes else None,
            }
            for name, value in (row.values | keys).items():
                if value is not None or name in row.values:
                    data[f"{self.add_prefix(number)}-{name}"] = "" if value is None else str(value)
        self.data = data
        for cached in ("forms", "management_form", "_queryset", "_object_dict"):
            self.__dict__.pop(cached, None)
        self._errors = None


@dataclass
class _At:
    """A row's place in the form, with its name in words, from which its differences are told."""

    asked: dict[str, forms.Field]
    name: str
    id: str
    conflict: Conflict

    def both(self, mine: _Typed, theirs: dict[str, Any], before: Any | None) -> _Typed:
        """Field by field, what stands in the second editor's form: theirs where it had been left alone."""
        seen = _columns(before, self.asked) if before else None
        if mine.goes:
            if seen != theirs:
                self._differ(yours=_("(taken out)"), theirs=self._summary(theirs))
            return mine
        for name, field in self.asked.items():
            id = f"{self.id}-{name}"
            left_alone = self.conflict.weigh(
                id,
                field,
                label=f"{self.name}: {field.label}",
                id=id,
                typed=mine.values[name],
                theirs=theirs[name],
                before=seen[name] if seen is not None else UNSEEN,
            )
            if left_alone:
                mine.values[name] = field.prepare_value(theirs[name])
        return mine

    def added(self, theirs: dict[str, Any]) -> _Typed:
        self.conflict.taken_over[self.id] = Difference(self.name, "", self._summary(theirs), self._first)
        return _Typed({name: field.prepare_value(theirs[name]) for name, field in self.asked.items()})

    def taken_out(self, mine: _Typed, before: Any | None) -> bool:
        """True where the second editor had changed what the first took out: then it stays in the form as a new row."""
        seen = _columns(before, self.asked) if before else None
        if seen and not any(field.has_changed(seen[name], mine.values[name]) for name, field in self.asked.items()):
            self.conflict.taken_over[f"{self.id}-gone"] = Difference(self.name, "", _("(taken out)"), self._first)
            return False
        self._differ(yours=self._summary(mine.values), theirs=_("(taken out)"))
        return True

    def _differ(self, *, yours: str, theirs: str) -> None:
        self.conflict.differences.append(Difference(self.name, yours, theirs, self._first))

    def _summary(self, values: dict[str, Any]) -> str:
        """Every value that a row has beside its name, as "FTE 5"."""
        told = ((field, in_words(field, values[name])) for name, field in list(self.asked.items())[1:])
        return ", ".join(f"{field.label} {words}" for field, words in told if words)

    @property
    def _first(self) -> str:
        return f"{self.id}-{next(iter(self.asked))}"


def _columns(record: models.Model, asked: dict[str, forms.Field]) -> dict[str, Any]:
    return {name: getattr(record, record._meta.get_field(name).attname) for name in asked}  # type: ignore[union-attr]
