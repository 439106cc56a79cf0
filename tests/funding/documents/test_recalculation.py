"""Every worked case, recalculated by a formula engine from its formulas alone, is what the engine says."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from python_calamine import CalamineWorkbook

from funding.documents.workbook import book_of
from funding.documents.workbook.cells import FIRST
from funding.inputs import CaseError
from tests.funding.documents.books import ABOUT, Recalculated, check_values, compared, faults, near, sums, worked
from tests.funding.engine.cases import NAMES
from tests.funding.engine.generated import cases


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_a_worked_case_is_the_engines(name):
    one = worked(name)
    read = Recalculated(one.content).values
    assert faults(one.book, read, one.comparison) == []
    assert check_values(one.book, read) == (1, 0, [])
    # And what lies between, that the engine does not say: as it was worked out when the workbook was written.
    for sheet in one.book.sheets:
        grid = read(sheet)
        for row in sheet.rows.values():
            here = grid[row.row - 1][FIRST : FIRST + row.count]
            assert all(near(mine, theirs, 1e-6) for mine, theirs in zip(here, row.found[1:], strict=True)), row.label
        for (line, column), cell in sheet.cells.items():
            assert near(grid[line - 1][column], cell.value, 1e-3 * sums(cell.value)), (sheet.name, line, column)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_reader_without_a_calculator_sees_is_the_engines(name):
    one = worked(name)
    file = CalamineWorkbook.from_filelike(io.BytesIO(one.content))

    def read(sheet):
        return file.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)

    assert file.sheet_names == [sheet.name for sheet in one.book.sheets]
    assert faults(one.book, read, one.comparison) == []
    assert check_values(one.book, read) == (1, 0, [])


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_the_formulas_of_any_case_give_what_the_engine_gives(case):
    """Worked out in Python, as they are when the workbook is written: the tests above say that a spreadsheet agrees."""
    try:
        comparison = compared(case)
    except CaseError:
        return  # too large or too small to be reckoned
    book = book_of(comparison, ABOUT)
    for sheet, option in zip(book.options, comparison.options, strict=True):
        for row in sheet.sheet.rows.values():
            if row.key:
                wanted = option.months[row.key]
                assert all(near(a, b, sums(b)) for a, b in zip(row.found[1:], wanted, strict=True)), row.key
        for name, cell in sheet.summary.items():
            assert near(cell.value, "" if option.summary[name] is None else option.summary[name], sums(cell.value)), (
                name
            )
    assert book.checks.all.value == 1
