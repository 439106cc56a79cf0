"""What the workbook proves of itself: each check a value, a tolerance and whether it passes; all of them in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from funding.documents.workbook.cells import CONSTANT, FIRST, LABEL, OPENING, TOTAL, UNIT, Cell, Row
from funding.documents.workbook.expressions import Expr, If, Operand
from funding.documents.workbook.functions import exponential, flag, least, logarithm, most, size
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.inputs import Inputs
from funding.documents.workbook.option import OptionSheet
from funding.documents.workbook.outputs import Outputs
from funding.documents.workbook.parts import Down, before
from funding.documents.workbook.ranges import lowest, sum_of_products, total
from funding.documents.workbook.workings import Corkscrew

VALUE, TOLERANCE, PASS, ENGINE = CONSTANT, TOTAL, OPENING, FIRST
PENNY, SHARE, POUND, NOTHING = 0.01, 1e-9, 1, 1e-9


@dataclass
class Checks:
    sheet: Sheet
    changed: Cell
    master: Cell | None = None
    passes: list[Cell] = field(default_factory=list)
    tolerances: dict[str, Cell] = field(default_factory=dict)

    @property
    def all(self) -> Cell:
        if self.master is None:
            raise LookupError("the checks are not all there yet")
        return self.master

    def add(self, label: str, kind: str, value: Operand, tolerance: Operand) -> None:
        line = self.sheet.line
        made = self.sheet.constant(label, kind, formula=value)
        allowed = self.sheet.cell(TOLERANCE, formula=tolerance, kind="label", line=line)
        passed = self.sheet.cell(PASS, formula=flag(size(made) <= allowed), kind="flag", line=line)
        passed.pattern = pass_pattern()
        self.passes.append(passed)

    def money_tolerance(self, amount: Expr) -> Expr:
        """A penny, or so small a share of the amount as arithmetic in floating point allows."""
        return most(self.tolerances["penny"], size(amount) * self.tolerances["share"])


def pass_pattern() -> str:
    """1 and 0 in words: the number stays the same in both languages."""
    passes, fault = _plain(_("passes")), _plain(_("FAULT"))
    return f'[=1]"{passes}";[=0]"{fault}";0'


def changed_pattern() -> str:
    supplied, changed = _plain(_("inputs as supplied")), _plain(_("inputs changed: %(count)s") % {"count": ""})
    return f'[=0]"{supplied}";"{changed}"0'


def _plain(words: str) -> str:
    return words.replace('"', "'")


def checks_sheet(options: Sequence[OptionSheet], inputs: Inputs, outputs: Outputs, name: str) -> Checks:
    sheet = Sheet(name, title=_("Checks"), count=outputs.sheet.count)
    sheet.widths = {LABEL: 78, VALUE: 22, ENGINE: 20}
    sheet.line = 4
    for column, words in (
        (LABEL, _("Check")),
        (UNIT, _("Unit")),
        (VALUE, _("Value")),
        (TOLERANCE, _("Tolerance")),
        (PASS, _("Passes")),
        (ENGINE, _("The engine's figure, static")),
    ):
        sheet.put(column, words, "column")
    sheet.frozen = (4, 1)
    sheet.line = 6
    master = sheet.constant(_("Every check passes"), "flag", style="strong")
    changed = sheet.constant(
        _("Inputs that differ from those supplied"), "count", formula=_sum(inputs.changed), style="strong"
    )
    changed.pattern = changed_pattern()
    checks = Checks(sheet, changed)
    for key, label, value in (
        ("penny", _("A penny"), PENNY),
        ("share", _("Share of a sum that floating point may lose"), SHARE),
        ("pound", _("A pound"), POUND),
        ("nothing", _("Smallest effort, team or cover that counts"), NOTHING),
    ):
        checks.tolerances[key] = sheet.constant(label, "tiny" if value < PENNY else "pounds_exact", given=value)
    factor = _independent_factor(sheet, inputs, outputs)
    sheet.heading(_("Inputs"))
    checks.add(_("Inputs outside the range that the model allows"), "count", _sum(inputs.outside), 0)
    for option, by_year, summary in zip(options, outputs.by_year, outputs.summary, strict=True):
        sheet.heading(option.sheet.title)
        _option(checks, option, by_year, factor)
        _against_engine(checks, summary, changed)
    sheet.evaluate()
    master.becomes(lowest(*[Down(run) for run in _runs(checks.passes)]))
    master.pattern = pass_pattern()
    checks.master = master
    return checks


def _sum(cells: Sequence[Cell]) -> Expr:
    """The sum of cells in several columns of several sheets, each run of cells below each other as one range."""
    return total(*[Down(run) for run in _runs(cells)])


def _runs(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells of one column of one sheet, from the first to the last: what lies between them is empty."""
    found: dict[tuple[int, int], list[Cell]] = {}
    for cell in cells:
        found.setdefault((id(cell.sheet), cell.column), []).append(cell)
    return list(found.values())


def _independent_factor(sheet: Sheet, inputs: Inputs, outputs: Outputs) -> Row:
    """What a pound of each year is worth, by logarithms and by year: another way than the months' own."""
    sheet.heading(_("Present value of a pound of each year, worked out in another way"))
    y = sheet.row(_("Year, the first being 0"), "year", outputs.y, style="brought")
    rate = sheet.row(inputs.discount.label, "share_a_year", inputs.discount, style="brought")
    deflator = sheet.bring(inputs.case["prices.gdp_deflator"])
    worth = sheet.row(
        _("Logarithm of the discount factor"), "factor", lambda own: before(own) - If(y > 0, logarithm(1 + rate), 0)
    )
    return sheet.row(
        _("Present value of a pound, by logarithms"), "factor", exponential(worth - y * logarithm(1 + deflator))
    )


def _option(checks: Checks, option: OptionSheet, by_year: tuple[Row, Row], factor: Row) -> None:
    money, nothing = option.money, checks.tolerances["nothing"]
    cost, benefit = by_year
    categories: Expr = money.categories[0].summed
    for row in money.categories[1:]:
        categories = categories + row.summed
    whole = money.cost.summed
    checks.add(
        _("The categories of cost add up to the cost"),
        "pounds_exact",
        categories - whole,
        checks.money_tolerance(whole),
    )
    checks.add(
        _("The cost of the years adds up to the lifetime's"), "pounds_exact", cost.summed - whole,
        checks.money_tolerance(whole),
    )  # fmt: skip
    checks.add(
        _("The benefit of the years adds up to the lifetime's"),
        "pounds_exact",
        benefit.summed - money.benefit.summed,
        checks.money_tolerance(money.benefit.summed),
    )
    for row, pv, label in (
        (cost, money.cost_pv, _("The present value of the cost, worked out in another way")),
        (benefit, money.benefit_pv, _("The present value of the benefit, worked out in another way")),
    ):
        checks.add(
            label,
            "pounds_exact",
            sum_of_products(row.all, factor.all) - pv.summed,
            checks.money_tolerance(pv.summed),
        )
    for corkscrew in option.corkscrews:
        checks.add(
            _("Opening, coming and going add up to the close: %(what)s") % {"what": corkscrew.title},
            corkscrew.kind,
            _unclosed(corkscrew),
            checks.tolerances["penny"] * checks.tolerances["penny"],
        )
    team = option.team
    checks.add(
        _("No negative FTE"),
        "fte",
        least(0, lowest(team.contractors.all, team.permanent.all, team.effort.all)),
        nothing,
    )
    if option.capacity is not None:
        checks.add(_("The time to full speed has a row here for each of its months"), "months", option.capacity, 0)


def _unclosed(corkscrew: Corkscrew) -> Expr:
    found: Expr = corkscrew.closing.last
    for row in corkscrew.coming:
        found = found - row.summed
    for row in corkscrew.going:
        found = found + row.summed
    return found - corkscrew.opens if corkscrew.opens else found


def _against_engine(checks: Checks, summary: dict[str, Cell], changed: Cell) -> None:
    """Only while the inputs are those that the engine was given."""
    for figure, label in (
        ("cost_nominal", _("The cost is the engine's own, while inputs are as supplied")),
        ("benefit_nominal", _("The benefit is the engine's own, while inputs are as supplied")),
        ("net_present_value", _("The net present value is the engine's own, while inputs are as supplied")),
    ):
        cell = summary[figure]
        static = checks.sheet.cell(ENGINE, given=cell.engine, kind="pounds_exact", style="static")
        checks.add(label, "pounds_exact", If(changed > 0, 0, cell - static), checks.tolerances["pound"])
