"""What the options come to, side by side: links to their workings, under the engine's own names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.cells import CONSTANT, FIRST, LABEL, OPENING, UNIT, Cell, Row
from funding.documents.workbook.functions import last_letters, remainder
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.kinds import unit_words
from funding.documents.workbook.option import OptionSheet
from funding.documents.workbook.parts import before
from funding.documents.workbook.ranges import SumWhere
from funding.documents.workbook.timeline import Timeline
from funding.documents.workbook.unit_costs import UnitCosts
from funding.queries.comparison import Comparison

# The line of the figures' keys: hidden, and there for programs.
KEYS = 4
UNIT_COSTS = ("squad_fte", "permanent_cost_per_fte", "contractor_cost_per_fte", "permanent_per_contractor")


@dataclass(frozen=True)
class Outputs:
    """`by_year`: of each option in order, cost and benefit by year. `summary`: each option's figures, by name."""

    sheet: Sheet
    summary: Sequence[dict[str, Cell]]
    unit_costs: dict[str, Cell]
    y: Row
    by_year: Sequence[tuple[Row, Row]]


def outputs_sheet(
    comparison: Comparison, options: Sequence[OptionSheet], timeline: Timeline, costs: UnitCosts, name: str
) -> Outputs:
    sheet = Sheet(name, title=_("What the options come to"), count=comparison.years)
    sheet.widths = {UNIT: 34, OPENING: 24, **{FIRST + place: 16 for place in range(len(options[0].summary))}}
    sheet.hidden.add(KEYS)
    sheet.line = KEYS
    figures = list(options[0].summary)
    sheet.put(CONSTANT, "id", "key")
    for place, figure in enumerate(figures):
        sheet.put(FIRST + place, figure, "key")
        sheet.put(FIRST + place, str(vocabulary.figure(figure).label), "column", line=KEYS + 1)
        sheet.put(FIRST + place, unit_words(options[0].summary[figure].kind), "unit", line=KEYS + 2)
    sheet.put(LABEL, _("Option"), "column", line=KEYS + 1)
    sheet.put(UNIT, _("Funding model"), "column", line=KEYS + 1)
    sheet.put(CONSTANT, str(vocabulary.label("id")), "column", line=KEYS + 1)
    sheet.line = KEYS + 3
    summary = [_option(sheet, option) for option in options]

    sheet.heading(_("What one full-time equivalent costs, at the first year's prices"))
    cells = (costs.squad, costs.permanent, costs.contractor, costs.ratio)
    unit_costs = {}
    for key, cell in zip(UNIT_COSTS, cells, strict=True):
        sheet.put(OPENING, key, "key")
        unit_costs[key] = sheet.bring(cell)
        unit_costs[key].engine = float(comparison.results[key])

    sheet.heading(_("By year, cash of the day"))
    start = sheet.constant(_("First financial year begins in"), "label", formula=timeline.start)
    y = sheet.row(_("Year, the first being 0"), "year", lambda own: before(own) + 1, opens=-1)
    year = start + y
    label = year.joined("-").joined(last_letters(remainder(year + 1, 100) + 100, 2))
    sheet.row(_("Financial year"), "label", label, style="head")
    by_year = [
        (_by_year(sheet, option, timeline, y, "cost"), _by_year(sheet, option, timeline, y, "benefit"))
        for option in options
    ]
    sheet.evaluate()
    return Outputs(sheet, summary, unit_costs, y, by_year)


def _option(sheet: Sheet, option: OptionSheet) -> dict[str, Cell]:
    sheet.put(LABEL, option.option.name)
    sheet.put(UNIT, str(vocabulary.funding_model(option.option.funding_model).name), "unit")
    sheet.put(CONSTANT, option.option.key, "key")
    found = {}
    for place, (figure, cell) in enumerate(option.summary.items()):
        made = sheet.cell(FIRST + place, formula=cell, kind=cell.kind, style="brought")
        made.engine = cell.engine
        found[figure] = made
    sheet.line += 1
    return found


def _by_year(sheet: Sheet, option: OptionSheet, timeline: Timeline, y: Row, what: str) -> Row:
    money = option.money.cost if what == "cost" else option.money.benefit
    name = f"{what}_by_year"
    sheet.put(CONSTANT, option.option.key, "key")
    sheet.put(OPENING, name, "key")
    row = sheet.row(
        f"{option.option.name}: {vocabulary.figure(name).label}",
        "pounds",
        SumWhere(money.all, timeline.y.all, y),
        totalled=True,
        key=name,
    )
    row.engine = [float(value) for value in option.option.summary[name]]
    return row
