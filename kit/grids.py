"""Many rows edited at once, as in a spreadsheet: each cell a box, one save, errors and conflicts said by cell.

A cell remembers the text it was opened with (`seen`). By that a cell somebody left alone is told from one they typed
in, and what somebody else saved meanwhile from what both changed; no version of a whole row is needed.
"""

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kit.knowing import KNOWINGLY, seal_of

SEEN = "seen"
NEW = "new-"
LONGEST_CELL = 4000


class DoubtfulError(Exception):
    """Raised of a row that can be saved and had better be looked at first: `words` says what is doubtful in it."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = list(words)
        super().__init__(*self.words)


@dataclass(frozen=True)
class GridColumn:
    """A column. `field` reads and writes its cells; `default` is the text of a new row's cell that is left empty."""

    name: str
    field: forms.Field
    default: str = ""
    only_new: bool = False  # can be given when the row is made, and not afterwards
    width: str = "m"  # s, n (a figure), m, l: the classes are in static/src/_grid.scss

    @property
    def label(self) -> str:
        return str(self.field.label)

    @property
    def help(self) -> str:
        return str(self.field.help_text or "")

    @property
    def choices(self) -> list[str]:
        """What a cell may hold, by name, where that is a list."""
        return list(getattr(self.field, "names", []))

    def write(self, value: Any) -> str:
        shown = self.field.prepare_value(value)
        return "" if shown is None else str(shown)

    def keep(self, value: Any) -> Any:
        """A value as a file holds it: figures and days as such, a choice by its name, nothing as nothing."""
        if not self.choices and isinstance(value, int | Decimal | datetime.date):
            return value
        return self.write(value) or None


@dataclass(frozen=True)
class GridSource:
    """A row as the database has it now: a key, a name, and a value for each column."""

    key: str
    title: str
    values: Mapping[str, Any]
    url: str = ""
    fixed: frozenset[str] = frozenset()


@dataclass
class GridCell:
    """One box: what is in it, what it was opened with, what somebody else saved, what is wrong with it."""

    column: GridColumn
    name: str
    row_title: str
    typed: str
    seen: str
    fixed: bool = False
    now: str = ""  # what the database has
    kept: Any = None  # the same, as a value
    theirs: str | None = None
    taken_over: bool = False
    errors: list[str] = field(default_factory=list)
    value: Any = None

    @property
    def touched(self) -> bool:
        return not self.fixed and self._other(self.seen, self.typed)

    def meet(self) -> None:
        """Takes over what only somebody else changed; where both did, keeps both in sight."""
        if self.fixed or not self._other(self.seen, self.now):
            return
        if not self.touched:
            self.typed, self.taken_over = self.now, True
        elif self._other(self.now, self.typed):
            self.theirs = self.now
        self.seen = self.now

    def read(self) -> None:
        if self.fixed:
            return
        try:
            self.value = self.column.field.clean(self.typed)
        except ValidationError as fault:
            self.errors += fault.messages

    def _other(self, one: str, other: str) -> bool:
        """Whether two texts stand for different values: "1,000" and "1000" do not."""
        return one.strip() != other.strip() and bool(self.column.field.has_changed(one, other))

    @property
    def label(self) -> str:
        return f"{self.column.label}, {self.row_title}"

    @property
    def says(self) -> str:
        """The id of what is said below the box, where anything is."""
        return f"{self.name}-says" if self.errors or self.theirs is not None or self.taken_over else ""

    @property
    def described_by(self) -> str:
        """The ids of all that is said of the box: of its column, above the grid, and of itself."""
        about = self.column.help or (self.column.default and self.name.startswith(NEW))
        return " ".join(filter(None, [f"about-{self.column.name}" if about else "", self.says]))


@dataclass
class GridRow:
    key: str
    title: str
    url: str
    cells: list[GridCell]
    errors: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return self.key.startswith(NEW)

    @property
    def touched(self) -> bool:
        return any(cell.touched for cell in self.cells)

    @property
    def values(self) -> dict[str, Any]:
        """The value of every cell that may be changed, read by its column's field."""
        return {cell.column.name: cell.value for cell in self.cells if not cell.fixed}

    @property
    def texts(self) -> dict[str, str]:
        return {cell.column.name: cell.typed for cell in self.cells if not cell.fixed}

    def refuse(self, fault: ValidationError) -> None:
        """Puts what is wrong beside the cells it is about; the rest belongs to the row."""
        found = fault.message_dict if hasattr(fault, "error_dict") else {"": fault.messages}
        cells = {cell.column.name: cell for cell in self.cells}
        for name, words in found.items():
            (cells[name].errors if name in cells else self.errors).extend(words)


class Grid:
    """Rows as they are now and, with `data`, what was typed in them and how the two meet."""

    def __init__(
        self, columns: Sequence[GridColumn], sources: Iterable[GridSource], *, data: Any = None, blank: int = 3
    ) -> None:
        self.columns = list(columns)
        seen = _seen(data)
        self.agreed_to = str(data.get(KNOWINGLY, "")) if data is not None else ""
        self.rows = [self._row(source, data, seen.get(source.key, {})) for source in _told_apart(sources)]
        known = {row.key for row in self.rows}
        # Rows that somebody else took away are shown with what was typed in them: it is not ours to drop.
        gone = [self._row(_empty(key), data, cells) for key, cells in seen.items() if key not in known]
        self.lost = [row for row in gone if row.touched]
        if blank:
            self.rows += [self._row(_empty(key), data, {}) for key in _new_keys(data, blank)]

    def _row(self, source: GridSource, data: Any, seen: Mapping[str, str]) -> GridRow:
        cells = [self._cell(column, source, data, seen) for column in self.columns]
        return GridRow(source.key, source.title, source.url, cells)

    def _cell(self, column: GridColumn, source: GridSource, data: Any, seen: Mapping[str, str]) -> GridCell:
        name, now = f"{source.key}.{column.name}", column.write(source.values.get(column.name))
        kept = source.values.get(column.name)
        cell = GridCell(column, name, source.title, typed=now, seen=now, now=now, kept=kept)
        cell.fixed = column.name in source.fixed or (column.only_new and not source.key.startswith(NEW))
        if data is None or cell.fixed:
            return cell
        cell.seen = str(seen.get(column.name, now))
        # The script sends only the boxes that were typed in: a form of many rows has more than a server takes.
        cell.typed = str(data[name])[:LONGEST_CELL] if name in data else cell.seen
        return cell

    def meet(self) -> None:
        """Finds what was touched, and what somebody else saved meanwhile."""
        for row in self.rows:
            for cell in row.cells:
                cell.meet()

    def read(self) -> None:
        """Reads the rows that were touched; what an empty cell of a new row stands for is put in it first."""
        for row in self.changed:
            for cell in row.cells:
                if row.is_new and not cell.typed.strip():
                    cell.typed = cell.column.default
                cell.read()

    @property
    def changed(self) -> list[GridRow]:
        return [row for row in self.rows if row.touched]

    @property
    def conflicts(self) -> list[GridCell]:
        return [cell for row in self.rows for cell in row.cells if cell.theirs is not None]

    @property
    def taken_over(self) -> list[GridCell]:
        return [cell for row in self.rows for cell in row.cells if cell.taken_over]

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What is wrong, in words, each with the box it is about."""
        cells = [cell for row in self.rows for cell in row.cells]
        found = [(cell.name, f"{cell.label}: {error}") for cell in cells for error in cell.errors]
        return found + [(row.cells[0].name, f"{row.title}: {error}") for row in self.rows for error in row.errors]

    @property
    def is_good(self) -> bool:
        return not (self.faults or self.conflicts or self.lost or (self.doubts and not self.agreed))

    @property
    def doubts(self) -> list[tuple[str, str]]:
        """What is doubtful, in words, each with the first box of its row."""
        return [(row.cells[0].name, f"{row.title}: {words}") for row in self.rows for words in row.doubts]

    @property
    def seal(self) -> str:
        """Stands for the very doubts that are shown: where another arises they are asked about again."""
        return seal_of(f"{name} {words}" for name, words in self.doubts)

    @property
    def agreed(self) -> bool:
        return bool(self.doubts) and self.agreed_to == self.seal

    def seen_json(self) -> str:
        rows = [row for row in self.rows if not row.is_new]
        return json.dumps({row.key: {cell.column.name: cell.seen for cell in row.cells} for row in rows})


def _told_apart(sources: Iterable[GridSource]) -> list[GridSource]:
    """Rows of one name are numbered: a message and a box's own name have to say which of them is meant."""
    told, count = list(sources), Counter[str]()
    for at, source in enumerate(told):
        count[source.title] += 1
        if count[source.title] > 1:
            told[at] = replace(source, title=f"{source.title} ({count[source.title]})")
    return told


def _empty(key: str) -> GridSource:
    number = key.removeprefix(NEW)
    is_new = key.startswith(NEW) and number.isdecimal()
    return GridSource(key, _("new row %(number)s") % {"number": int(number) + 1} if is_new else key, {})


def _seen(data: Any) -> dict[str, dict[str, str]]:
    """What the boxes were opened with, as the form kept it; nothing where it cannot be read."""
    try:
        found = json.loads(data[SEEN]) if data is not None and SEEN in data else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): {str(n): str(t) for n, t in row.items()} for key, row in found.items() if isinstance(row, dict)}


def _new_keys(data: Any, blank: int) -> list[str]:
    """The keys of the new rows: those that were posted, and at least as many as are offered."""
    posted = {name.split(".", 1)[0] for name in data or () if name.startswith(NEW) and "." in name}
    numbers = {int(key.removeprefix(NEW)) for key in posted if key.removeprefix(NEW).isdecimal() and len(key) < 8}
    return [f"{NEW}{number}" for number in sorted(numbers | set(range(blank)))]
