"""A sheet of cells and rows before it is a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from funding.documents.workbook.cells import CONSTANT, LABEL, OPENING, TOTAL, UNIT, Cell, Given, Row
from funding.documents.workbook.expressions import Expr, If, Operand, expr
from funding.documents.workbook.functions import is_number
from funding.documents.workbook.kinds import unit_words
from funding.documents.workbook.ranges import total
from funding.inputs import Field


class Sheet:
    """A sheet with a timeline of `count` columns, filled from the top; `line` is the next free one, from 1."""

    def __init__(self, name: str, *, title: str, count: int = 0) -> None:
        self.name, self.title, self.count = name, title, count
        self.cells: dict[tuple[int, int], Cell] = {}
        self.rows: dict[int, Row] = {}
        self.hidden: set[int] = set()
        self.line = 1
        self.frozen: tuple[int, int] = (0, 0)
        self.widths: dict[int, float] = {}

    def prefix(self, on: Sheet) -> str:
        if on is self:
            return ""
        return "'" + self.name.replace("'", "''") + "'!"

    def put(self, column: int, text: str, style: str = "", *, line: int | None = None) -> Cell:
        """A text, in the present line unless another is named."""
        return self.cell(column, given=text, style=style, line=line)

    def cell(
        self,
        column: int,
        *,
        given: Given = None,
        formula: Operand | None = None,
        kind: str = "text",
        field: Field | None = None,
        style: str = "",
        line: int | None = None,
    ) -> Cell:
        at = self.line if line is None else line
        made = Cell(
            self,
            at,
            column,
            given=given,
            formula=None if formula is None else expr(formula),
            kind=kind,
            field=field,
            style=style,
        )
        self.cells[at, column] = made
        return made

    def heading(self, text: str) -> None:
        """The head of a block, after an empty line."""
        self.line += 1
        self.put(LABEL, text, "heading")
        self.line += 1

    def constant(
        self,
        label: str,
        kind: str,
        *,
        formula: Operand | None = None,
        given: Given = None,
        field: Field | None = None,
        style: str = "",
    ) -> Cell:
        self._labelled(label, kind)
        made = self.cell(CONSTANT, formula=formula, given=given, kind=kind, field=field, style=style)
        made.label = label
        self.line += 1
        return made

    def bring(self, cell: Cell, *, nullable: bool = False) -> Cell:
        """A constant of another sheet, so that formulas here read this sheet alone. An empty one stays no number."""
        brought = If(is_number(cell), cell, "") if nullable else cell
        return self.constant(cell.label, cell.kind, formula=brought, style="brought")

    def row(
        self,
        label: str,
        kind: str,
        formula: Operand | Callable[[Row], Operand] | None = None,
        *,
        given: Sequence[float | str] = (),
        opens: float | None = None,
        totalled: bool = False,
        key: str = "",
        style: str = "",
    ) -> Row:
        """A row of the timeline; `opens` is what it has before the first column; `key` is the engine's own name.

        A formula that reads its own row in the column before is a function of that row. One that reads a row further
        down, in the column before, is set once that row is there.
        """
        self._labelled(label, kind)
        made = Row(
            self,
            self.line,
            kind,
            given=given,
            opens=0.0 if opens is None else opens,
        )
        if formula is not None:
            made.formula = expr(formula(made) if callable(formula) else formula)
        made.label, made.key, made.style = label, key, style
        if opens is not None:
            self.cell(OPENING, given=opens, kind=kind)
        self.rows[self.line] = made
        if totalled:
            # Shares of months added up are no share.
            summed = "factor" if kind == "share" else kind
            made.total = self.cell(TOTAL, formula=total(made.all), kind=summed, style="total")
        self.line += 1
        return made

    def bring_row(self, row: Row) -> Row:
        """A row of another sheet with the same timeline."""
        return self.row(row.label, row.kind, row, style="brought")

    def _labelled(self, label: str, kind: str) -> None:
        self.put(LABEL, label)
        if words := unit_words(kind):
            self.put(UNIT, words, "unit")

    def evaluate(self) -> None:
        """Every row, column by column from the left and in each column from the top: a formula looks up or left."""
        steps = []
        for row in self.rows.values():
            if row.formula is not None:
                steps.append((row.formula.step(), row.found))
        for t in range(self.count):
            for step, found in steps:
                found.append(step(t))

    def formula_text(self, formula: Expr) -> str:
        """A formula of this sheet with HERE and BEFORE for its columns."""
        return "=" + formula.text(self)
