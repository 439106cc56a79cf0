"""The first sheets: what this is, and how to read it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from funding.documents.workbook.about import About
from funding.documents.workbook.cells import LABEL, UNIT
from funding.documents.workbook.checks import Checks, changed_pattern, pass_pattern
from funding.documents.workbook.grid import Sheet
from funding.inputs import ENGINE_VERSION
from funding.queries.comparison import Comparison
from kit import formats
from kit.bilingual import language
from kit.models import EvidenceMark


def case_title(comparison: Comparison) -> str:
    return f"{comparison.product}: {comparison.name}" if comparison.product else comparison.name


def cover_sheet(comparison: Comparison, about: About, checks: Checks, name: str) -> Sheet:
    sheet = Sheet(name, title=_("Audit workbook"))
    sheet.widths = {LABEL: 48, UNIT: 90}
    sheet.line = 4
    first_year = formats.financial_year(comparison.start_year)
    lines = [
        (_("What it is of"), case_title(comparison)),
        (_("Made from"), _made_from(comparison)),
    ]
    if comparison.made_at is not None:
        lines.append((_("Calculated"), formats.date_and_time(comparison.made_at)))
    lines += [
        (_("Workbook made"), formats.date_and_time(about.made_at)),
        (_("Engine version"), comparison.engine_version),
        (_("Hash of the case (SHA-256)"), comparison.hash),
        (_("Financial years"), f"{first_year} – {formats.financial_year(comparison.last_year - 1)}"),
        (_("Price base"), _("Inputs are at the prices of %(year)s.") % {"year": first_year}),
        (_("Language"), "Cymraeg" if language() == "cy" else "English"),
    ]
    for label, words in (
        (_("Made by"), about.made_by),
        (_("Status"), about.status),
        (_("Not to be used after"), formats.date(about.sunset) if about.sunset else ""),
    ):
        if words:
            lines.append((label, words))
    if comparison.is_demonstration:
        lines.append((_("Note"), formats.evidence(EvidenceMark.DEMONSTRATION)))
    if comparison.engine_version != ENGINE_VERSION:
        words = _("The engine has changed since: its version is now %(version)s.") % {"version": ENGINE_VERSION}
        lines.append((_("Note"), words))
    for label, words in lines:
        sheet.put(LABEL, label, "strong")
        sheet.put(UNIT, words, "note")
        sheet.line += 1
    sheet.line += 1
    for label, cell, pattern in (
        (_("Every check passes"), checks.all, pass_pattern()),
        (_("Inputs that differ from those supplied"), checks.changed, changed_pattern()),
    ):
        sheet.put(LABEL, label, "strong")
        sheet.cell(UNIT, formula=cell, kind="flag", style="left").pattern = pattern
        sheet.line += 1
    return sheet


def _made_from(comparison: Comparison) -> str:
    if comparison.run_id is not None:
        return _("run %(number)s") % {"number": comparison.run_id}
    return _("an appraisal as it stands, not kept as a run") if comparison.appraisal_id else _("the case file")


def guide_sheet(name: str) -> Sheet:
    sheet = Sheet(name, title=_("How to read this workbook"))
    sheet.widths = {LABEL: 110}
    sheet.line = 4
    paragraphs = (
        _("Every figure here is a formula that the spreadsheet works out anew, down from the inputs."),
        _("Change an input, and every option changes. Only the cells of inputs may be changed: the rest are locked."),
        _("The sheets are protected without a password, against slips of the hand."),
        _("An input refuses what the model refuses. Its range stands beside it."),
        _("Every sheet has the same columns: label, unit, constant, total, what stood before the first month, months."),
        _("Along a row there is one formula, the same from the first month to the last."),
        _("A formula reads what is above it or to its left; what it needs of other sheets is brought to the top."),
        _("A balance has its opening, what comes in, what goes out and its close, which opens the next month."),
        _("The number of years, of roles and of options is that of the case: it cannot be changed here."),
        _("Probabilities and uncertainty act only on the draws of an uncertain case, which are not in this workbook."),
        _("Shares are written as percentages; money is in pounds, of the day where it does not say otherwise."),
        _("Where there is nothing to divide by, or it never happens, the cell is empty."),
        _("The checks say whether it still adds up, and whether it still is what the engine said."),
    )
    for words in paragraphs:
        sheet.put(LABEL, words, "note")
        sheet.line += 1
    sheet.heading(_("What the cells look like"))
    for style, words in (
        ("key_input", _("Yellow, with a border: an input, which may be changed")),
        ("brought", _("Green: brought here from another sheet")),
        ("", _("Black: worked out here")),
        ("total", _("Bold: a total")),
        ("static", _("Grey, slanted: a fixed figure, as supplied or as the engine had it, to compare with")),
        ("head", _("Grey background: the month and the financial year of a column")),
    ):
        sheet.put(LABEL, words, style)
        sheet.line += 1
    return sheet
