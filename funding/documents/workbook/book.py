"""The audit workbook: a case reckoned a second time, in live formulas that anybody can follow and change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from funding.documents.workbook.about import About
from funding.documents.workbook.cells import CONSTANT, LABEL, OPENING, TOTAL, UNIT, Row
from funding.documents.workbook.checks import Checks, checks_sheet
from funding.documents.workbook.cover import case_title, cover_sheet, guide_sheet
from funding.documents.workbook.glossary import glossary_sheet
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.inputs import Inputs, constants_sheet, series_sheet
from funding.documents.workbook.log import log_sheet
from funding.documents.workbook.option import OptionSheet, option_sheet
from funding.documents.workbook.outputs import Outputs, outputs_sheet
from funding.documents.workbook.sensitivity import name_of_sheet, sensitivity_sheet
from funding.documents.workbook.timeline import Timeline, time_sheet
from funding.documents.workbook.unit_costs import UnitCosts, unit_costs_sheet
from funding.documents.workbook.writing import written
from funding.queries.comparison import Comparison
from funding.queries.doubted import Doubted
from kit.bilingual import language
from kit.sheets import UNWRITABLE

LONGEST_NAME = 31


@dataclass(frozen=True)
class Book:
    """Every sheet, and where to find what on them: the proof reads it, and so may a program."""

    title: str
    sheets: Sequence[Sheet]
    inputs: Inputs
    timeline: Timeline
    costs: UnitCosts
    options: Sequence[OptionSheet]
    outputs: Outputs
    checks: Checks

    def bytes(self, about: About) -> bytes:
        return written(self.sheets, title=self.title, language=language(), made_at=about.made_at)


def audit_workbook(comparison: Comparison, about: About, doubted: Doubted | None = None) -> bytes:
    """An .xlsx whose figures are live formulas, in the language in force.

    It shows salaries and day rates, and what each option spends on each kind of staff: a view offers it only to those
    who have `funding.view_rates`.
    """
    return book_of(comparison, about, doubted).bytes(about)


def book_of(comparison: Comparison, about: About, doubted: Doubted | None = None) -> Book:
    """`doubted`: what the run came to under doubt, where it was drawn: a sheet of fixed figures more."""
    names = _names(len(comparison.options))
    cover, guide, log, constants, series, time, unit_costs = (next(names) for _place in range(7))
    inputs = Inputs()
    constants_page = constants_sheet(comparison, inputs, constants)
    series_page = series_sheet(comparison, inputs, series)
    timeline = time_sheet(comparison, inputs, time)
    timeline.sheet.evaluate()
    for row, kept in ((timeline.deflator, "deflator_by_year"), (timeline.discount, "discount_by_year")):
        row.engine = [float(comparison.results[kept][t // 12]) for t in range(row.count)]
    costs = unit_costs_sheet(comparison, inputs, unit_costs)
    costs.sheet.evaluate()
    options: list[OptionSheet] = []
    baseline: Row | None = None
    for place, option in enumerate(comparison.options):
        made = option_sheet(
            option, place, name=next(names), inputs=inputs, timeline=timeline, costs=costs, baseline=baseline
        )
        options.append(made)
        baseline = options[0].money.so_far
    outputs = outputs_sheet(comparison, options, timeline, costs, next(names))
    checks = checks_sheet(options, inputs, outputs, next(names))
    sheets = [
        cover_sheet(comparison, about, checks, cover),
        guide_sheet(guide),
        log_sheet(comparison, about, log),
        constants_page,
        series_page,
        timeline.sheet,
        costs.sheet,
        *(option.sheet for option in options),
        outputs.sheet,
        checks.sheet,
        glossary_sheet(next(names)),
    ]
    if doubted is not None:
        sheets.insert(-1, sensitivity_sheet(doubted, next(names)))
    title = case_title(comparison)
    for sheet in sheets:
        _head(sheet, title)
    return Book(title, sheets, inputs, timeline, costs, options, outputs, checks)


def _names(options: int) -> Iterator[str]:
    """Names of the sheets in their order, as a spreadsheet allows them: 31 characters, some signs not, none alike."""
    wanted = [
        pgettext("sheet", "Cover"),
        pgettext("sheet", "Guide"),
        pgettext("sheet", "Log"),
        pgettext("sheet", "Inputs"),
        pgettext("sheet", "Series"),
        pgettext("sheet", "Time"),
        pgettext("sheet", "Unit costs"),
        *(pgettext("sheet", "Option %(number)s") % {"number": number + 1} for number in range(options)),
        pgettext("sheet", "Outputs"),
        pgettext("sheet", "Checks"),
        pgettext("sheet", "Glossary"),
        name_of_sheet(),
    ]
    taken: set[str] = set()
    for words in wanted:
        base = re.sub(r"[\[\]:*?/\\']", " ", UNWRITABLE.sub("", words)).strip()[:LONGEST_NAME]
        name, number = base, 2
        while name.lower() in taken:
            ending = f" {number}"
            name, number = base[: LONGEST_NAME - len(ending)] + ending, number + 1
        taken.add(name.lower())
        yield name


def _head(sheet: Sheet, title: str) -> None:
    sheet.put(LABEL, sheet.title, "title", line=1)
    sheet.put(LABEL, title, "subtitle", line=2)
    if (4, UNIT) in sheet.cells and sheet.cells[4, UNIT].style == "column":
        return  # it has headings of its own
    if sheet.rows:
        for column, words in (
            (UNIT, _("Unit")),
            (CONSTANT, _("Constant")),
            (TOTAL, _("Total")),
            (OPENING, _("Before")),
        ):
            sheet.put(column, words, "column", line=3)
