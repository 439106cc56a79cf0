"""One option's sheet of workings, from its inputs at the top to its summary at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding.documents.workbook.annual_cycle import annual_cycle
from funding.documents.workbook.capital_project import capital_project
from funding.documents.workbook.cells import Cell, Row
from funding.documents.workbook.costs import Money, money
from funding.documents.workbook.do_nothing import do_nothing
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.inputs import Inputs, option_title
from funding.documents.workbook.product import TOLERANCE, live_row, product
from funding.documents.workbook.summary import PENNY, summary
from funding.documents.workbook.sustained_squad import sustained_squad
from funding.documents.workbook.timeline import Timeline, brought_time
from funding.documents.workbook.unit_costs import UnitCosts
from funding.documents.workbook.workings import Corkscrew, Team, Workings, brought_inputs, price_block
from funding.queries.comparison import OptionResult

TEAMS: Mapping[str, Callable[[Workings], Team]] = {
    "do_nothing": do_nothing,
    "annual_cycle": annual_cycle,
    "sustained_squad": sustained_squad,
    "contractor_to_permanent": sustained_squad,
    "capital_project": capital_project,
}


@dataclass(frozen=True)
class OptionSheet:
    """An option's sheet once it is filled and reckoned."""

    option: OptionResult
    sheet: Sheet
    team: Team
    money: Money
    summary: Mapping[str, Cell]
    corkscrews: list[Corkscrew]
    capacity: Cell | None


def option_sheet(
    option: OptionResult,
    place: int,
    *,
    name: str,
    inputs: Inputs,
    timeline: Timeline,
    costs: UnitCosts,
    baseline: Row | None,
) -> OptionSheet:
    sheet = Sheet(name, title=option_title(option), count=timeline.sheet.count)
    time = brought_time(sheet, timeline)
    given = brought_inputs(sheet, place, inputs, costs)
    sheet.heading(_("What counts as nothing"))
    tolerance = sheet.constant(_("Smallest effort, team or cover that counts"), "tiny", given=TOLERANCE)
    penny = sheet.constant(_("Smallest sum that counts"), "pounds_exact", given=PENNY)
    live = live_row(sheet)
    workings = Workings(sheet, place, option, given, time, inputs, live, price_block(sheet, given, time))
    team = TEAMS[option.funding_model](workings)
    made = product(workings, team, tolerance)
    spent = money(workings, team, made, workings.prices)
    figures = summary(workings, team, made, spent, baseline, tolerance, penny)
    sheet.evaluate()
    for row in sheet.rows.values():
        if row.key in option.months:
            row.engine = [float(value) for value in option.months[row.key]]
    for figure, cell in figures.items():
        value = option.summary[figure]
        cell.engine = "" if value is None else float(value)
    return OptionSheet(option, sheet, team, spent, figures, workings.corkscrews, workings.capacity)
