"""Parts of rows and columns of cells, as formulas read them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from funding.documents.workbook.cells import FIRST, OPENING, Before, Cell, Row, Whole, letters
from funding.documents.workbook.expressions import BEFORE, HERE, Expr, If, Step
from funding.documents.workbook.ranges import Index, Span

if TYPE_CHECKING:
    from funding.documents.workbook.grid import Sheet


class Differing(Expr):
    """In how many columns two rows of given values differ."""

    def __init__(self, row: Row, other: Row) -> None:
        self.row, self.other = row, other

    def text(self, on: Sheet) -> str:
        return f"SUMPRODUCT(({Whole(self.row).text(on)}<>{Whole(self.other).text(on)})*1)"

    def step(self) -> Step:
        pairs = zip(self.row.found[1:], self.other.found[1:], strict=True)
        differing = sum(one != other for one, other in pairs)
        return lambda t: differing


class SoFar(Span):
    """A row from its opening up to this column, or to the one before: nothing that is still to be worked out."""

    def __init__(self, row: Row, *, opening: bool, now: bool) -> None:
        self.row, self.opening, self.now = row, opening, now

    def text(self, on: Sheet) -> str:
        first, line = letters(OPENING if self.opening else FIRST), self.row.row
        return f"{self.row.sheet.prefix(on)}${first}{line}:{HERE if self.now else BEFORE}{line}"

    def values(self, t: int) -> Sequence[Any]:
        return self.row.found[0 if self.opening else 1 : t + 2 if self.now else t + 1]


class SumFrom(Expr):
    """The sum of a row from a position (the first column being 1) up to this column."""

    def __init__(self, row: Row, position: Expr) -> None:
        self.row, self.position = row, position

    def text(self, on: Sheet) -> str:
        so_far = SoFar(self.row, opening=False, now=True).text(on)
        return f"SUM(INDEX({so_far},{self.position.text(on)}):{HERE}{self.row.row})"

    def step(self) -> Step:
        found, position = self.row.found, self.position.step()
        return lambda t: sum(found[int(position(t)) : t + 2])


class Down(Span):
    """One cell below another, all on one sheet."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = cells

    def text(self, on: Sheet) -> str:
        first, last = self.cells[0], self.cells[-1]
        column = letters(first.column)
        return f"{first.sheet.prefix(on)}${column}${first.row}:${column}${last.row}"

    def values(self, t: int) -> Sequence[Any]:
        return [cell.value for cell in self.cells]


class DownHere(Span):
    """Rows below each other, in this column."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def text(self, on: Sheet) -> str:
        return f"{self.rows[0].sheet.prefix(on)}{HERE}{self.rows[0].row}:{HERE}{self.rows[-1].row}"

    def values(self, t: int) -> Sequence[Any]:
        return [row.found[t + 1] for row in self.rows]


def before(row: Row) -> Expr:
    return Before(row)


def lagged(row: Row, t: Expr, months: Expr, *, now: bool) -> Expr:
    """A row so many months ago, 0 before the first month; `now` where no months ago is allowed."""
    return If(t >= months, Index(SoFar(row, opening=True, now=now), t - months + 2), 0)
