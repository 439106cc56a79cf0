"""The log of assumptions: every input with where it comes from, how well it is known, who made and signed it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.about import About
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.inputs import source_words
from funding.documents.workbook.kinds import unit_words
from funding.queries.comparison import Comparison
from kit import formats

PATH, LABEL, VALUE, UNIT, SOURCE, MARK, MADE, SIGNED = range(8)


def log_sheet(comparison: Comparison, about: About, name: str) -> Sheet:
    sheet = Sheet(name, title=_("Log of assumptions"))
    sheet.widths = {PATH: 44, LABEL: 44, VALUE: 16, UNIT: 20, SOURCE: 90, MARK: 20, MADE: 24, SIGNED: 36}
    sheet.line = 4
    for column, words in (
        (PATH, _("Path in the model")),
        (LABEL, _("Input")),
        (VALUE, _("Value")),
        (UNIT, _("Unit")),
        (SOURCE, _("Source")),
        (MARK, _("Evidence")),
        (MADE, _("Made by")),
        (SIGNED, _("Signed by")),
    ):
        sheet.put(column, words, "column")
    sheet.frozen = (4, 2)
    sheet.line = 5
    sources = source_words(comparison)
    for one in comparison.inputs:
        words, mark = sources[one.path]
        label = str(vocabulary.label(one.key))
        _line(sheet, one.path, f"{one.name}: {label}" if one.name else label, one.value, one.key, words, mark, about)
    rates = str(vocabulary.label("discount_rates.rate"))
    for band in comparison.case["discount_rates"]:
        path = f"discount_rates[from_year={band['from_year']}]"
        _line(
            sheet, path, rates, band["rate"], "discount_rates", str(vocabulary.help_text("discount_rates")), "", about
        )
    if not any(one.path.startswith("squad.") for one in comparison.inputs):
        for place, line in enumerate(comparison.case["squad"]):
            for name in ("fte", "salary", "day_rate"):
                label = f"{line['role']}: {vocabulary.label(f'squad.{name}')}"
                words = _("the case file")
                _line(sheet, f"squad[{place}].{name}", label, line[name], f"squad.{name}", words, "", about)
    _versions(sheet, comparison)
    return sheet


def _line(sheet: Sheet, path: str, label: str, value: Any, key: str, source: str, mark: str, about: About) -> None:
    sheet.put(PATH, path, "key")
    sheet.put(LABEL, label, "note")
    kind = vocabulary.term(key).unit
    if isinstance(value, int | float):
        sheet.cell(VALUE, given=value, kind=kind or "label")
    elif isinstance(value, list | tuple):
        sheet.put(VALUE, ", ".join(f"{one:g}" for one in value))
    elif value is None:
        sheet.put(VALUE, _("none"))
    sheet.put(UNIT, unit_words(kind) if kind else "", "unit")
    sheet.put(SOURCE, source, "note")
    sheet.put(MARK, formats.evidence(mark) if mark else "", "note")
    signature = about.signatures.get(path)
    if signature is not None:
        sheet.put(MADE, signature.made_by, "note")
        signed = f"{signature.signed_by}, {formats.date(signature.signed_on)}" if signature.signed_on else ""
        sheet.put(SIGNED, signed or signature.signed_by, "note")
    sheet.line += 1


def _versions(sheet: Sheet, comparison: Comparison) -> None:
    sheet.heading(_("Versions"))
    for label, words in (
        (_("Engine version"), comparison.engine_version),
        (_("Hash of the case (SHA-256)"), comparison.hash),
    ):
        sheet.put(PATH, label, "strong")
        sheet.put(LABEL, words)
        sheet.line += 1
