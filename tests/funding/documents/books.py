"""Audit workbooks of the worked cases, made once, and what a spreadsheet that recalculates them finds."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import formualizer
from django.utils import translation

from funding.documents.workbook import About, Book, book_of
from funding.documents.workbook.cells import FIRST, Row, letters
from funding.documents.workbook.grid import Sheet
from funding.queries.case_files import comparison_of_file
from funding.queries.comparison import Comparison, OptionResult
from tests.funding.engine.cases import given

ABOUT = About(made_at=datetime.datetime(2027, 5, 4, 10, 30, tzinfo=datetime.UTC), made_by="Awen Rees")
MONTHLY, SUMS = 0.005, 0.5e-6
CELL = re.compile(r'<c r="([A-Z]+)([0-9]+)"(?: s="([0-9]+)")?[^>]*>(?:<f>([^<]*)</f>)?')


@dataclass(frozen=True)
class Made:
    comparison: Comparison
    book: Book
    content: bytes

    @cached_property
    def parts(self) -> dict[str, str]:
        with zipfile.ZipFile(io.BytesIO(self.content)) as file:
            return {name: file.read(name).decode() for name in file.namelist()}

    def cells(self, place: int) -> Iterator[tuple[str, int, int, str]]:
        """(column, line, style, formula without its "=", or nothing) of every cell of a sheet, in the file's order."""
        for column, line, style, formula in CELL.findall(self.parts[f"xl/worksheets/sheet{place + 1}.xml"]):
            yield (
                column,
                int(line),
                int(style or 0),
                formula.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&"),
            )


def compared(case: dict[str, Any]) -> Comparison:
    return comparison_of_file(json.dumps(case).encode())


def made(case: dict[str, Any], language: str = "en") -> Made:
    comparison = compared(case)
    with translation.override(language):
        book = book_of(comparison, ABOUT)
        return Made(comparison, book, book.bytes(ABOUT))


@cache
def worked(name: str, language: str = "en") -> Made:
    return made(given(name), language)


class Recalculated:
    """A workbook as a formula engine reads it: its cached values are not looked at."""

    def __init__(self, content: bytes) -> None:
        config = formualizer.EvaluationConfig()
        config.enable_parallel = False
        self.book = formualizer.Workbook.from_bytes(content, config=formualizer.WorkbookConfig(eval_config=config))
        self.book.evaluate_all()

    def put(self, sheet: Sheet, line: int, column: int, value: Any) -> None:
        self.book.set_value(sheet.name, line, column + 1, value)

    def values(self, sheet: Sheet) -> list[list[Any]]:
        lines = max([line for line, _column in sheet.cells] + list(sheet.rows))
        widest = max([column for _line, column in sheet.cells] + [FIRST + row.count - 1 for row in sheet.rows.values()])
        area = formualizer.RangeAddress(sheet.name, 1, 1, lines, widest + 1)
        return self.book.sheet(sheet.name).get_values(area)


def near(found: Any, wanted: Any, tolerance: float) -> bool:
    """Numbers within the tolerance; an empty text may be read as nothing at all."""
    if isinstance(wanted, str) or wanted is None:
        return (found or "") == (wanted or "")
    return isinstance(found, int | float) and abs(float(found) - float(wanted)) < tolerance


def sums(wanted: Any) -> float:
    """How far a sum of that size may be off."""
    return max(MONTHLY, SUMS * abs(wanted)) if isinstance(wanted, int | float) else MONTHLY


def series_faults(row: Row, found: list[Any], wanted: Any) -> list[str]:
    here = found[FIRST : FIRST + row.count]
    return [
        f"{row.sheet.name}!{letters(FIRST + t)}{row.row} {row.key or row.label}: {mine!r}, not {theirs!r}"
        for t, (mine, theirs) in enumerate(zip(here, wanted, strict=True))
        if not near(mine, theirs, MONTHLY)
    ][:3]


def faults(book: Book, read: Any, comparison: Comparison) -> list[str]:
    """Where what `read(sheet)` gives is not what the engine says of a case: months, summaries, years, unit costs."""
    found: list[str] = []
    for made_option, option in zip(book.options, comparison.options, strict=True):
        grid = read(made_option.sheet)
        rows = {row.key: row for row in made_option.sheet.rows.values() if row.key}
        assert set(option.months) == set(rows)
        for key, row in rows.items():
            found += series_faults(row, grid[row.row - 1], option.months[key])
    grid = read(book.outputs.sheet)
    for cells, years, option in zip(book.outputs.summary, book.outputs.by_year, comparison.options, strict=True):
        found += _summary_faults(cells, grid, option)
        for row in years:
            wanted = option.summary[row.key]
            here = grid[row.row - 1][FIRST : FIRST + len(wanted)]
            found += [
                f"{option.key} {row.key}[{y}]: {mine!r}, not {theirs!r}"
                for y, (mine, theirs) in enumerate(zip(here, wanted, strict=True))
                if not near(mine, theirs, sums(theirs))
            ]
    for key, cell in book.outputs.unit_costs.items():
        if not near(grid[cell.row - 1][cell.column], comparison.results[key], sums(comparison.results[key])):
            found.append(f"{key}: {grid[cell.row - 1][cell.column]!r}, not {comparison.results[key]!r}")
    return found


def _summary_faults(cells: Any, grid: list[list[Any]], option: OptionResult) -> list[str]:
    figures = {name for name in option.summary if not name.endswith("_by_year")}
    assert set(cells) == figures
    return [
        f"{option.key} {name}: {grid[cell.row - 1][cell.column]!r}, not {option.summary[name]!r}"
        for name, cell in cells.items()
        if not near(grid[cell.row - 1][cell.column], option.summary[name], sums(option.summary[name]))
    ]


def check_values(book: Book, read: Any) -> tuple[Any, Any, list[str]]:
    """(whether every check passes, how many inputs were changed, what those that do not pass are called)."""
    sheet, checks = book.checks.sheet, book.checks
    grid = read(sheet)
    failing = [
        f"{grid[cell.row - 1][0]}: {grid[cell.row - 1][2]}"
        for cell in checks.passes
        if grid[cell.row - 1][cell.column] != 1
    ]
    return grid[checks.all.row - 1][checks.all.column], grid[checks.changed.row - 1][checks.changed.column], failing
