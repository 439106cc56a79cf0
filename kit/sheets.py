"""Tables as files: CSV and Excel. Text that a spreadsheet would run as a formula stays text."""

import csv
import datetime
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from kit import formats
from kit.bilingual import language

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A cell beginning so is run by spreadsheets when a CSV is opened.
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
# What XML cannot hold at all.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
WIDEST, NARROWEST = 60, 8
LONGEST_CELL = 32_767


@dataclass(frozen=True)
class Sheet:
    """One table of one sheet. Rows hold raw values: figures, dates, texts, None for what is not known."""

    title: str
    headings: Sequence[Any]
    rows: Iterable[Sequence[Any]]
    as_at: datetime.date | None = None
    # Lines above the headings: what whoever opens the file has to know before its first figure.
    above: Sequence[str] = field(default_factory=list)
    notes: Sequence[str] = field(default_factory=list)


def download(sheet: Sheet, *, kind: str, name: str) -> HttpResponse:
    """The sheet as a file to keep; no other kind than these two is there."""
    if kind == "csv":
        made, content_type = csv_bytes(sheet), CSV
    elif kind == "xlsx":
        made, content_type = workbook([sheet], title=sheet.title), XLSX
    else:
        raise Http404
    response = HttpResponse(made, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name or "cynnal"}.{kind}"'
    return response


def csv_bytes(sheet: Sheet) -> bytes:
    """UTF-8 with a mark at its beginning, without which Excel reads "ŵ" as two letters."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_csv_cell(line)] for line in sheet.above)
    writer.writerow([_csv_cell(str(heading)) for heading in sheet.headings])
    writer.writerows([_csv_cell(value) for value in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | Decimal | float):
        return str(_figure(value))
    if isinstance(value, datetime.datetime):
        return _naive(value).isoformat(sep=" ", timespec="minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if text.startswith(RUN_BY_SPREADSHEETS) else text


def _figure(value: Decimal | float | int) -> Any:
    """A number that is one. NaN and infinity are faults, never cells."""
    if isinstance(value, float | Decimal):
        formats.exact(value)
        if isinstance(value, Decimal):
            return f"{value:f}"
    return value


def workbook(sheets: Sequence[Sheet], *, title: str) -> bytes:
    """A workbook with a worksheet a table: real figures and dates, headings that stay, columns wide enough."""
    target = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "d mmmm yyyy",
    }
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": title, "company": "Cynnal", "comments": _comments(sheets)})
        book.set_custom_property("Language", language())
        heading = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"})
        styles = {
            "money": book.add_format({"num_format": "#,##0.00"}),
            "date": book.add_format({"num_format": "d mmmm yyyy"}),
            "moment": book.add_format({"num_format": "d mmmm yyyy hh:mm"}),
        }
        taken: set[str] = set()
        for sheet in sheets:
            _worksheet(book, sheet, heading, styles, taken)
    return target.getvalue()


def _comments(sheets: Sequence[Sheet]) -> str:
    lines = [note for sheet in sheets for note in sheet.notes]
    lines += [_("As at %(date)s") % {"date": formats.date(sheet.as_at)} for sheet in sheets[:1] if sheet.as_at]
    return "\n".join(lines)


def _worksheet(book: Any, sheet: Sheet, heading: Any, styles: dict[str, Any], taken: set[str]) -> None:
    page = book.add_worksheet(_sheet_name(sheet.title, taken))
    headings = [str(text) for text in sheet.headings]
    rows = [list(row) for row in sheet.rows]
    # In constant memory a column's width has to be known before its first cell is written.
    for column, text in enumerate(headings):
        longest = max([len(text) // 2, *(len(_shown(row[column])) for row in rows if column < len(row))], default=0)
        page.set_column(column, column, min(WIDEST, max(NARROWEST, longest + 2)))
    top = len(sheet.above)
    page.freeze_panes(top + 1, 1)
    page.repeat_rows(0, top)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    for line, text in enumerate(sheet.above):
        page.write_string(line, 0, UNWRITABLE.sub("", text))
    for column, text in enumerate(headings):
        page.write_string(top, column, UNWRITABLE.sub("", text), heading)
    for line, row in enumerate(rows, top + 1):
        for column, value in enumerate(row):
            _xlsx_cell(page, line, column, value, styles)
    if rows:
        page.autofilter(top, 0, top + len(rows), max(0, len(headings) - 1))


def _xlsx_cell(page: Any, line: int, column: int, value: Any, styles: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_string(line, column, _("yes") if value else _("no"))
    elif isinstance(value, int | float | Decimal):
        _figure(value)
        page.write_number(line, column, float(value), styles["money"] if isinstance(value, Decimal) else None)
    elif isinstance(value, datetime.datetime):
        page.write_datetime(line, column, _naive(value), styles["moment"])
    elif isinstance(value, datetime.date):
        # Excel counts days from 1900; an earlier date is kept as its text.
        if value.year >= 1900:
            page.write_datetime(line, column, value, styles["date"])
        else:
            page.write_string(line, column, value.isoformat())
    else:
        page.write_string(line, column, UNWRITABLE.sub("", str(value))[:LONGEST_CELL])


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return "00 September 0000"
    if isinstance(value, int | float | Decimal):
        return f"{value:,.2f}"
    return str(value)[:WIDEST]


def _naive(value: datetime.datetime) -> datetime.datetime:
    """The hour in Wales, without its zone: a spreadsheet has none."""
    return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value


def _sheet_name(title: str, taken: set[str]) -> str:
    """A worksheet's name as Excel allows it: 31 characters, some signs not, no two alike."""
    base = re.sub(r"[\[\]:*?/\\]", " ", UNWRITABLE.sub("", title)).strip().strip("'")[:31] or "Cynnal"
    name, number = base, 2
    while name.lower() in taken:
        ending = f" {number}"
        name, number = base[: 31 - len(ending)] + ending, number + 1
    taken.add(name.lower())
    return name
