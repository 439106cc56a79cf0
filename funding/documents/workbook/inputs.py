"""The inputs of a case, one a row, and those that come by year or by role: the only cells a reader may change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.cells import CONSTANT, FIRST, LABEL, UNIT, Cell, Row
from funding.documents.workbook.expressions import Expr, If
from funding.documents.workbook.functions import as_number, both, is_number, whole
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.parts import Differing
from funding.documents.workbook.ranges import highest, lowest, numbers_in
from funding.documents.workbook.validation import range_words
from funding.inputs import CASE_FIELDS, OPTION_FIELDS, Field
from funding.queries.comparison import Comparison, OptionResult
from kit import formats

# Beside each constant: where it comes from, how well it is known, what was supplied, whether it was changed.
SOURCE, MARK, RANGE, SUPPLIED, CHANGED, OUTSIDE = range(FIRST, FIRST + 6)
SHARE_OF_POSTS = Field("size_by_year[]", "number", "multiplier", 1, minimum=0)
FUNDED = Field("funded_years[]", "whole", "", 1, minimum=0, maximum=1)
RATE = Field("discount_rates[].rate", "number", "share_a_year", 0, minimum=0, maximum=0.5)


def _positive(path: str, unit: Any) -> Field:
    return Field(path, "number", unit, 0, minimum=0, above_minimum=True)


ROLE_FIELDS = {
    "fte": _positive("squad[].fte", "fte"),
    "salary": _positive("squad[].salary", "pounds_a_year"),
    "day_rate": _positive("squad[].day_rate", "pounds_a_day"),
}


@dataclass
class Inputs:
    """Where each input stands. Options are known by their place in the case."""

    case: dict[str, Cell] = field(default_factory=dict)
    options: list[dict[str, Cell]] = field(default_factory=list)
    funded: dict[int, Row] = field(default_factory=dict)
    sizes: dict[int, Row] = field(default_factory=dict)
    roles: dict[str, Row] = field(default_factory=dict)
    rates: Row | None = None
    changed: list[Cell] = field(default_factory=list)
    outside: list[Cell] = field(default_factory=list)

    @property
    def discount(self) -> Row:
        if self.rates is None:
            raise LookupError("the discount rates are written after the constants")
        return self.rates


def source_words(comparison: Comparison) -> dict[str, tuple[str, str]]:
    """By path: where an input comes from and the letter of its mark, in the page's language.

    What an appraisal or a case file says for itself has no source but that.
    """
    found = {}
    for one in comparison.inputs:
        where = {
            "appraisal": _("this appraisal"),
            "assumption": _("the assumption in force"),
            "rate": _("the rate in force"),
            "default": _("the model"),
            "file": _("the case file"),
        }.get(one.origin, _("nobody yet"))
        own = one.origin in ("appraisal", "file")
        found[one.path] = (f"{where}: {one.source}" if one.source and not own else where, "" if own else one.mark)
    return found


def option_title(option: OptionResult) -> str:
    """Its name, and how it is paid for where the name does not say so."""
    model = str(vocabulary.funding_model(option.funding_model).name)
    return option.name if option.name == model else f"{option.name} ({model})"


def constants_sheet(comparison: Comparison, inputs: Inputs, name: str) -> Sheet:
    sheet = Sheet(name, title=_("Inputs: one a row"))
    sources = source_words(comparison)
    sheet.widths = {SOURCE: 60, MARK: 18, RANGE: 34, SUPPLIED: 16, CHANGED: 16, OUTSIDE: 16}
    sheet.line = 4
    for column, words in (
        (LABEL, _("Input")),
        (UNIT, _("Unit")),
        (CONSTANT, _("Value")),
        (SOURCE, _("Source")),
        (MARK, _("Evidence")),
        (RANGE, _("Range")),
        (SUPPLIED, _("As supplied")),
        (CHANGED, _("Changed")),
        (OUTSIDE, _("Outside the range")),
    ):
        sheet.put(column, words, "column")
    sheet.frozen = (4, 1)
    group = ""
    for path, of in CASE_FIELDS.items():
        if not of.can_vary:
            continue
        if vocabulary.group(path) != group:
            group = vocabulary.group(path)
            sheet.heading(str(vocabulary.group_label(path)))
        inputs.case[path] = _input(sheet, inputs, path, of, _at(comparison.case, path), sources)
    for option in comparison.options:
        sheet.heading(option_title(option))
        inputs.options.append(
            {
                of.name: _input(
                    sheet, inputs, f"options.{option.key}.{of.name}", of, option.parameters[of.name], sources
                )
                for of in OPTION_FIELDS[option.funding_model].values()
                if of.can_vary and not of.event
            }
        )
    return sheet


def _at(case: Mapping[str, Any], path: str) -> Any:
    found: Any = case
    for room in path.split("."):
        found = found[room]
    return found


def _input(
    sheet: Sheet, inputs: Inputs, path: str, of: Field, value: Any, sources: Mapping[str, tuple[str, str]]
) -> Cell:
    line = sheet.line
    made = sheet.constant(str(vocabulary.label(path)), of.unit, given=value, field=of)
    made.path = path
    words, mark = sources.get(path, ("", ""))
    sheet.put(SOURCE, words, "note", line=line)
    sheet.put(MARK, formats.evidence(mark) if mark else "", "note", line=line)
    supplied = sheet.cell(SUPPLIED, given=value, kind=of.unit, style="supplied", line=line)
    same = both(is_number(made).equals(is_number(supplied)), as_number(made).equals(as_number(supplied)))
    inputs.changed.append(sheet.cell(CHANGED, formula=If(same, 0, 1), kind="flag", line=line))
    sheet.put(RANGE, range_words(of), "note", line=line)
    inside = If(both(is_number(made), *_bounds(of, made, made)), 0, 1)
    if of.nullable:
        inside = If(is_number(made), If(both(*_bounds(of, made, made)), 0, 1), 0)
    inputs.outside.append(sheet.cell(OUTSIDE, formula=inside, kind="flag", line=line))
    return made


def _bounds(of: Field, low: Expr, high: Expr) -> list[Expr]:
    """That the lowest and the highest of some values lie in the field's range."""
    found = []
    if of.minimum is not None:
        found.append(low > of.minimum if of.above_minimum else low >= of.minimum)
    if of.maximum is not None:
        found.append(high < of.maximum if of.below_maximum else high <= of.maximum)
    if of.whole and low is high:
        found.append(low.equals(whole(low)))
    return found


def series_sheet(comparison: Comparison, inputs: Inputs, name: str) -> Sheet:
    """By year along the timeline, then by role along it; below, the same as supplied, in cells that are locked."""
    sheet = Sheet(name, title=_("Inputs: by year and by role"))
    sheet.line = 3
    for supplied in (False, True):
        if supplied:
            sheet.line += 2
            sheet.put(LABEL, _("As supplied, for comparison: not to be changed"), "heading")
            sheet.line += 1
        rows = [*_by_year(comparison, inputs, sheet, supplied), *_by_role(comparison, inputs, sheet, supplied)]
        if not supplied:
            given = rows
            continue
        sheet.heading(_("Changed"))
        for mine, original in zip(given, rows, strict=True):
            inputs.changed.append(sheet.constant(mine.label, "count", formula=Differing(mine, original)))
        sheet.heading(_("Outside the range"))
        for mine in given:
            if mine.field is not None:
                there = numbers_in(mine.all).equals(len(mine.shown))
                inside = both(there, *_bounds(mine.field, lowest(mine.all), highest(mine.all)))
                inputs.outside.append(sheet.constant(mine.label, "flag", formula=If(inside, 0, 1)))
    return sheet


def _by_year(comparison: Comparison, inputs: Inputs, sheet: Sheet, supplied: bool) -> list[Row]:
    years = comparison.years
    sheet.heading(_("By year"))
    for y, start in enumerate(comparison.financial_years):
        sheet.put(FIRST + y, formats.financial_year(start), "column")
    sheet.line += 1
    bands = [(band["from_year"], band["rate"]) for band in comparison.case["discount_rates"]]
    rates = [[rate for first, rate in bands if first <= y][-1] for y in range(years)]
    found = [_series(sheet, str(vocabulary.label("discount_rates")), "share_a_year", rates, RATE, "discount", supplied)]
    if not supplied:
        inputs.rates = found[0]
    for place, option in enumerate(comparison.options):
        title = f"{option.name}: "
        if option.funding_model == "annual_cycle":
            named = option.parameters["funded_years"]
            flags = [1 if named is None or y in named else 0 for y in range(years)]
            label = title + str(vocabulary.label("options.funded_years"))
            row = _series(sheet, label, "flag", flags, FUNDED, f"funded.{place}", supplied)
            inputs.funded.setdefault(place, row)
        elif "size_by_year" in option.parameters:
            sizes = option.parameters["size_by_year"] or [1]
            factors = [sizes[min(y, len(sizes) - 1)] for y in range(years)]
            label = title + str(vocabulary.label("options.size_by_year"))
            row = _series(sheet, label, "multiplier", factors, SHARE_OF_POSTS, f"size.{place}", supplied)
            inputs.sizes.setdefault(place, row)
        else:
            continue
        found.append(row)
    return found


def _by_role(comparison: Comparison, inputs: Inputs, sheet: Sheet, supplied: bool) -> list[Row]:
    squad = comparison.case["squad"]
    sheet.heading(str(vocabulary.label("squad")))
    for place, line in enumerate(squad):
        sheet.put(FIRST + place, line["role"], "column")
    sheet.line += 1
    found = []
    for name, of in ROLE_FIELDS.items():
        values = [line[name] for line in squad]
        row = _series(sheet, str(vocabulary.label(f"squad.{name}")), of.unit, values, of, name, supplied)
        inputs.roles.setdefault(name, row)
        found.append(row)
    return found


def _series(sheet: Sheet, label: str, kind: str, values: Sequence[float], of: Field, key: str, supplied: bool) -> Row:
    row = sheet.row(label, kind, given=values, key="" if supplied else key, style="supplied" if supplied else "")
    if not supplied:
        row.field = of
    return row
