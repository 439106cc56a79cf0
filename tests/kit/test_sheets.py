"""Tables as files: nothing in them runs, and figures stay figures."""

import csv
import datetime
import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from django.http import Http404
from python_calamine import CalamineWorkbook

from kit.sheets import Sheet, csv_bytes, download, workbook

INJECTIONS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("https://x")', "https://example.test"]


def sheet(rows: list[list[Any]]) -> Sheet:
    return Sheet(title="A title", headings=["Name", "£"], rows=rows, as_at=datetime.date(2026, 11, 24))


def test_csv_text_that_would_run_is_made_text() -> None:
    made = csv_bytes(sheet([[text, 1] for text in INJECTIONS]))
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [*(f"'{text}" for text in INJECTIONS[:-1]), INJECTIONS[-1]]


def test_csv_figures_stay_figures() -> None:
    rows = [
        ["ŵ", Decimal("-1234.50")],
        ["", None],
        ["x", 0.1],
        ["d", datetime.date(2027, 4, 1)],
        ["big", Decimal("1E+6")],
    ]
    written = list(csv.reader(io.StringIO(csv_bytes(sheet(rows)).decode("utf-8-sig"))))[1:]
    assert [row[1] for row in written] == ["-1234.50", "", "0.1", "2027-04-01", "1000000"]
    assert written[0][0] == "ŵ"


def test_a_workbook_has_real_figures_and_dates_and_no_formulas() -> None:
    rows = [[text, Decimal("-1.5")] for text in INJECTIONS] + [["day", datetime.date(2027, 4, 1)], ["none", None]]
    made = workbook([sheet(rows)], title="A title")
    read = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in read[1:8]] == INJECTIONS
    assert read[1][1] == -1.5
    assert read[8][1] == datetime.date(2027, 4, 1)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        cells = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in cells
        assert "hyperlink" not in cells
        assert "frozen" in cells
        assert "24 November 2026" in parts.read("docProps/core.xml").decode()
        assert ">en<" in parts.read("docProps/custom.xml").decode()


def test_names_of_worksheets_are_allowed_and_never_alike() -> None:
    title = "Cost: [all] / by year? *and* a very long name indeed"
    made = workbook([Sheet(title, ["A"], [[1]]), Sheet(title, ["A"], [[1]]), Sheet("", ["A"], [])], title="x")
    names = CalamineWorkbook.from_filelike(io.BytesIO(made)).sheet_names
    assert len(set(names)) == 3
    assert max(len(name) for name in names) <= 31


def test_text_a_workbook_cannot_hold_is_left_out() -> None:
    made = workbook([Sheet("T", ["A\x07"], [["b\x00c"], ["x" * 40_000]])], title="x")
    assert CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()[1] == ["bc"]


def test_what_is_no_figure_is_never_a_cell() -> None:
    for value in (float("nan"), Decimal("Infinity")):
        with pytest.raises(ValueError):
            csv_bytes(sheet([["x", value]]))
        with pytest.raises(ValueError):
            workbook([sheet([["x", value]])], title="x")


def test_a_kind_of_file_that_is_not_offered_is_not_there() -> None:
    with pytest.raises(Http404):
        download(sheet([]), kind="ods", name="x")
    assert download(sheet([]), kind="csv", name="x")["Content-Type"] == "text/csv; charset=utf-8"
