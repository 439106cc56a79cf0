"""What the answer turns on, as the engine had it when the run was drawn: fixed figures, which say that they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from funding import vocabulary
from funding.documents.workbook.cells import Cell
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.kinds import number_format, unit_words
from funding.queries.doubt_words import name_in
from funding.queries.doubted import NET, Doubted

PATH, LABEL, UNIT, LOW, HERE, HIGH, FIRST = range(7)
_PLACES = "#,##0.00"  # a value that was sought has more places than anybody reads


def name_of_sheet() -> str:
    return pgettext("sheet", "Sensitivity")


def sensitivity_sheet(found: Doubted, name: str) -> Sheet:
    """Each number at its low and its high, the widest first; the value at which an option overtakes the baseline."""
    sheet = Sheet(name, title=_("Sensitivity"))
    options = found.comparison.options
    sheet.widths = {PATH: 44, LABEL: 70, UNIT: 28, **dict.fromkeys(range(LOW, FIRST + 2 * len(options)), 20)}
    sheet.line = 4
    for words in (
        _("Fixed figures: what the engine had when the run was drawn. They do not move when an input is changed here."),
        _("One number at a time is put at its low and at its high, the others as they are in the case."),
    ):
        sheet.put(PATH, words)
        sheet.line += 1
    sheet.heading(_("Net present value, one number at a time (£)"))
    _heads(sheet, [_("Low"), _("In the case"), _("High")])
    for number, option in enumerate(options):
        for place, words in enumerate((_("%(option)s at the low"), _("%(option)s at the high"))):
            sheet.put(FIRST + 2 * number + place, words % {"option": option.name}, "column")
    sheet.line += 1
    for bar in sorted(found.sensitivity["tornado"], key=lambda bar: -_widest(bar[NET])):
        kind = _named(sheet, found, bar["path"])
        for column, value in ((LOW, bar["low"]), (HERE, found.central(bar["path"])), (HIGH, bar["high"])):
            _fixed(sheet, column, value, kind)
        for number, option in enumerate(options):
            for place, value in enumerate(bar[NET][option.key]):
                _fixed(sheet, FIRST + 2 * number + place, value, "pounds")
        sheet.line += 1
    _switching(sheet, found)
    return sheet


def _switching(sheet: Sheet, found: Doubted) -> None:
    words = _("Value at which an option is worth what “%(baseline)s” is") % {"baseline": found.baseline.option.name}
    sheet.heading(words)
    _heads(sheet, [one.option.name for one in found.others])
    sheet.line += 1
    values = {(one["path"], one["option"]): one["value"] for one in found.sensitivity["switching"]}
    for path in dict.fromkeys(path for path, _option in values):
        kind = _named(sheet, found, path)
        for number, one in enumerate(found.others):
            value = values.get((path, one.option.key))
            if value is None:
                sheet.put(LOW + number, _("no such value"), "static")
            else:
                _fixed(sheet, LOW + number, value, kind).pattern = _PLACES if number_format(kind) == "General" else ""
        sheet.line += 1


def _heads(sheet: Sheet, columns: list[str]) -> None:
    for column, words in enumerate((_("Path in the model"), _("Input"), _("Unit"), *columns)):
        sheet.put(column, words, "column")


def _named(sheet: Sheet, found: Doubted, path: str) -> str:
    """Writes which number it is; gives its kind."""
    key = found.key(path)
    kind = vocabulary.term(key).unit
    sheet.put(PATH, path, "key")
    sheet.put(LABEL, name_in(found.comparison, path, key))
    sheet.put(UNIT, unit_words(kind) if kind else "", "unit")
    return kind or "label"


def _fixed(sheet: Sheet, column: int, value: float | None, kind: str) -> Cell:
    return sheet.cell(column, given=value, kind=kind, style="static")


def _widest(net: Mapping[str, Any]) -> float:
    return max(abs(high - low) for low, high in net.values())
