"""A cell and a row of the timeline, and what a formula calls them by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from funding.documents.workbook.expressions import BEFORE, HERE, Expr, Step
from funding.documents.workbook.ranges import Span
from funding.inputs import Field

if TYPE_CHECKING:
    from funding.documents.workbook.grid import Sheet

# The columns of every sheet: the timeline begins at FIRST, and OPENING is what stood before it.
LABEL, UNIT, CONSTANT, TOTAL, OPENING, FIRST = range(6)
Given = float | str | None


def letters(column: int) -> str:
    """0 is A, 26 is AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


class Cell(Expr):
    """One cell: what was given, or a formula. `field` is there where a reader may change it, within the field's range.

    `row` counts from 1 and `column` from 0. `engine` is the engine's own figure, kept where the formula's would be.
    """

    def __init__(
        self,
        sheet: Sheet,
        row: int,
        column: int,
        *,
        given: Given = None,
        formula: Expr | None = None,
        kind: str = "text",
        field: Field | None = None,
        style: str = "",
    ) -> None:
        self.sheet, self.row, self.column = sheet, row, column
        self.given, self.formula, self.kind, self.field, self.style = given, formula, kind, field, style
        self.engine: Given = None
        self.label, self.path, self.pattern = "", "", ""
        self._value: Given = None
        self._known = formula is None

    def text(self, on: Sheet) -> str:
        return f"{self.sheet.prefix(on)}${letters(self.column)}${self.row}"

    @property
    def value(self) -> Any:
        """Worked out when it is first asked for, after the rows it reads."""
        if self.formula is None:
            return self.given
        if not self._known:
            self._value, self._known = self.formula.step()(0), True
        return self._value

    def becomes(self, formula: Expr) -> None:
        """A formula that reads cells further down, once they are there."""
        self.formula, self._known = formula, False

    @property
    def shown(self) -> Any:
        return self.value if self.engine is None else self.engine

    def step(self) -> Step:
        return lambda t: self.value


class Row(Expr):
    """A quantity along the timeline: one formula in every column, or given values, one a column.

    `found[0]` is what stood before the first column (nothing, as a spreadsheet reads an empty cell, is 0).
    """

    def __init__(
        self, sheet: Sheet, row: int, kind: str, *, given: Sequence[float | str] = (), opens: float = 0.0
    ) -> None:
        self.sheet, self.row, self.kind = sheet, row, kind
        self.formula: Expr | None = None
        self.field: Field | None = None
        self.total: Cell | None = None
        self.label, self.key, self.style = "", "", ""
        self.count = len(given) or sheet.count
        self.found: list[Any] = [opens, *given]
        self.engine: Sequence[Any] | None = None

    def text(self, on: Sheet) -> str:
        return f"{self.sheet.prefix(on)}{HERE}{self.row}"

    def step(self) -> Step:
        found = self.found
        return lambda t: found[t + 1]

    @property
    def shown(self) -> Sequence[Any]:
        return self.found[1:] if self.engine is None else self.engine

    @property
    def all(self) -> Span:
        """The whole timeline."""
        return Whole(self)

    @property
    def last(self) -> Expr:
        """What it is in the last column."""
        return At(self, self.count - 1)

    @property
    def summed(self) -> Cell:
        """The cell of its total."""
        if self.total is None:
            raise LookupError(f"{self.label} has no total")
        return self.total


class Before(Expr):
    """A row in the column before."""

    def __init__(self, row: Row) -> None:
        self.row = row

    def text(self, on: Sheet) -> str:
        return f"{self.row.sheet.prefix(on)}{BEFORE}{self.row.row}"

    def step(self) -> Step:
        found = self.row.found
        return lambda t: found[t]


class At(Expr):
    """A row in one column, whichever column it is read from."""

    def __init__(self, row: Row, t: int) -> None:
        self.row, self.t = row, t

    def text(self, on: Sheet) -> str:
        return f"{self.row.sheet.prefix(on)}${letters(FIRST + self.t)}${self.row.row}"

    def step(self) -> Step:
        return lambda t: self.row.found[self.t + 1]


class Whole(Span):
    def __init__(self, row: Row) -> None:
        self.row = row

    def text(self, on: Sheet) -> str:
        first, last, line = letters(FIRST), letters(FIRST + self.row.count - 1), self.row.row
        return f"{self.row.sheet.prefix(on)}${first}${line}:${last}${line}"

    def values(self, t: int) -> Sequence[Any]:
        return self.row.found[1:]
