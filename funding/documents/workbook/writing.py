"""Sheets to a file. Text is always text; a formula is written with its value, for readers that do not calculate."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from funding.documents.workbook.cells import CONSTANT, FIRST, LABEL, OPENING, TOTAL, UNIT, Cell, Row, letters
from funding.documents.workbook.expressions import BEFORE, HERE
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.styles import WRAPPED, Styles
from funding.documents.workbook.validation import validate
from kit.sheets import LONGEST_CELL, UNWRITABLE

_WIDTHS = {LABEL: 52, UNIT: 20, CONSTANT: 15, TOTAL: 16, OPENING: 10}
_A3, _A4 = 8, 9
_MOST_ON_A_PAGE = 48  # columns of a timeline that are still read when printed side by side
_LINE = 15  # points
_TITLE = 24
_OPTIONS = {
    # Row after row, each forgotten once it is written: a long case has half a million cells.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Page(Worksheet):
    """XlsxWriter looks in every formula for each of forty newer functions: ours has none, and it took half the time."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


def written(sheets: Sequence[Sheet], *, title: str, language: str, made_at: datetime.datetime) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": title, "company": "Cynnal", "created": made_at.replace(tzinfo=None)})
        book.set_custom_property("Language", language)
        # Whoever opens it reckons it anew: what was written is for readers that cannot.
        book.set_calc_mode("auto")
        styles = Styles(book)
        pages = [book.add_worksheet(sheet.name, Page) for sheet in sheets]
        for sheet, page in zip(sheets, pages, strict=True):
            _write(sheet, page, styles)
    return target.getvalue()


def _write(sheet: Sheet, page: Any, styles: Styles) -> None:
    page.set_column(FIRST, FIRST + max(sheet.count, 1), 12)
    widths = {**_WIDTHS, **sheet.widths}
    for column, width in widths.items():
        page.set_column(column, column, width)
    if sheet.frozen != (0, 0):
        page.freeze_panes(*sheet.frozen)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(_A3 if sheet.count > _MOST_ON_A_PAGE else _A4)
    if sheet.count <= _MOST_ON_A_PAGE:
        page.fit_to_pages(1, 0)
    page.protect("", {"format_columns": True, "format_rows": True})
    columns = [letters(column) for column in range(FIRST + max(sheet.count, 60) + 1)]
    lines: dict[int, list[Cell]] = {}
    for (line, _column), cell in sorted(sheet.cells.items(), key=lambda one: one[0]):
        lines.setdefault(line, []).append(cell)
    for line in sorted({*lines, *sheet.rows}):
        if line in sheet.hidden:
            page.set_row(line - 1, None, None, {"hidden": True})
        elif any(cell.style == "title" for cell in lines.get(line, ())):
            page.set_row(line - 1, _TITLE)
        elif (height := _lines(lines.get(line, ()), widths)) > 1:
            page.set_row(line - 1, _LINE * height)
        for cell in lines.get(line, ()):
            _cell(sheet, cell, page, styles)
        if line in sheet.rows:
            _row(sheet, sheet.rows[line], page, styles, columns)


def _lines(cells: Sequence[Cell], widths: Mapping[int, float]) -> int:
    """How many lines of text the fullest of these cells has: not every program makes room for them of itself."""
    wrapped = [cell for cell in cells if cell.style in WRAPPED and isinstance(cell.given, str)]
    return max((math.ceil(len(str(cell.given)) / widths.get(cell.column, 12)) for cell in wrapped), default=1)


def _cell(sheet: Sheet, cell: Cell, page: Any, styles: Styles) -> None:
    line, column = cell.row - 1, cell.column
    style = styles.of("input" if cell.field is not None else cell.style, cell.kind, cell.pattern)
    if cell.formula is not None:
        page.write_formula(line, column, sheet.formula_text(cell.formula), style, _plain(cell.shown))
    elif isinstance(cell.given, str):
        page.write_string(line, column, UNWRITABLE.sub("", cell.given)[:LONGEST_CELL], style)
    elif cell.given is None:
        page.write_blank(line, column, None, style)
    else:
        page.write_number(line, column, cell.given, style)
    if cell.field is not None:
        validate(page, line, column, column, cell.field, cell.label)


def _row(sheet: Sheet, row: Row, page: Any, styles: Styles, columns: Sequence[str]) -> None:
    line = row.row - 1
    style = styles.of("input" if row.field is not None else row.style, row.kind)
    if row.formula is None:
        for t, value in enumerate(row.shown):
            page.write_number(line, FIRST + t, value, style)
        if row.field is not None:
            validate(page, line, FIRST, FIRST + row.count - 1, row.field, row.label)
        return
    text = sheet.formula_text(row.formula)
    for t, value in enumerate(row.shown):
        here = text.replace(HERE, columns[FIRST + t]).replace(BEFORE, columns[FIRST + t - 1])
        page.write_formula(line, FIRST + t, here, style, _plain(value))


def _plain(value: Any) -> Any:
    """True and False are 1 and 0 in every cell of ours."""
    return int(value) if isinstance(value, bool) else value
