"""The figures an option comes to, in the engine's words; the Outputs only link to them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.cells import Cell, Row
from funding.documents.workbook.costs import Money
from funding.documents.workbook.expressions import Expr, If
from funding.documents.workbook.functions import flag
from funding.documents.workbook.parts import before
from funding.documents.workbook.product import Product
from funding.documents.workbook.workings import Team, Workings

# A figure's kind on a page, as a kind of cell.
_KINDS: Mapping[str, str] = {
    "money": "pounds",
    "share": "share",
    "month": "month",
    "months": "months",
    "ratio": "ratio",
    "fte_months": "fte_months",
}
# Coverage of no less than this is a whole team; net present value short by no more than a half penny is not short.
PENNY = 0.005


def _ratio(above: Expr, below: Expr) -> Expr:
    """Nothing where there is nothing to divide by."""
    return If(below.equals(0), "", above / below)


def summary(
    workings: Workings, team: Team, product: Product, money: Money, baseline: Row | None, tolerance: Cell, penny: Cell
) -> dict[str, Cell]:
    """By the engine's names. `baseline` is the baseline's net present value so far, none for the baseline itself."""
    sheet, time, live = workings.sheet, workings.time, workings.live
    sheet.heading(_("Counted for the summary"))
    paid = sheet.row(_("paid FTE"), "fte", team.contractors + team.permanent, totalled=True)
    nobody = sheet.row(_("Nobody is there"), "flag", flag(paid <= tolerance), totalled=True)
    sustained = sheet.row(
        _("Live and fully sustained"), "flag", live * flag(product.coverage >= 1 - tolerance), totalled=True
    )
    permanent, contractors, *_others = money.categories
    permanent_real = sheet.row(_("permanent staff, real"), "pounds", permanent / time.deflator, totalled=True)
    contractors_real = sheet.row(_("contractors, real"), "pounds", contractors / time.deflator, totalled=True)
    overtakes: Expr | str = ""
    if baseline is not None:
        theirs = sheet.row(_("the baseline's so far"), "pounds", baseline, style="brought")
        below = sheet.row(_("Below the baseline"), "flag", flag(money.so_far - theirs < penny * -1), totalled=True)
        since = sheet.row(
            _("Never below it again from month"),
            "month",
            lambda own: If(below > 0, time.t + 1, before(own)),
        )
        overtakes = If(since.last > time.t.last, "", since.last)

    sheet.heading(_("Summary"))
    staff_real = permanent_real.summed + contractors_real.summed
    months_live = live.summed
    figures: dict[str, Expr | str] = {
        "cost_nominal": money.cost.summed,
        "cost_real": money.cost_real.summed,
        "cost_pv": money.cost_pv.summed,
        "benefit_nominal": money.benefit.summed,
        "benefit_pv": money.benefit_pv.summed,
        "cashable_benefit_pv": money.benefit_pv.summed * workings.given.case["product.cashable_share"],
        "net_present_value": money.benefit_pv.summed - money.cost_pv.summed,
        "benefit_cost_ratio": _ratio(money.benefit_pv.summed, money.cost_pv.summed),
        "paid_fte_months": paid.summed,
        "productive_fte_months": team.effort.summed,
        "productive_share": _ratio(team.effort.summed, paid.summed),
        "staff_cost_per_productive_fte_month": _ratio(staff_real, team.effort.summed),
        "contractor_share_of_staff_cost": _ratio(contractors_real.summed, staff_real),
        "live_month": If(months_live > 0, time.t.last + 1 - months_live, ""),
        "months_live": months_live,
        "months_without_team": nobody.summed,
        "months_fully_sustained": sustained.summed,
        "average_fitness": _ratio(product.fitness.summed, months_live),
        "overtakes_baseline_month": overtakes,
    }
    return {
        name: sheet.constant(str(vocabulary.figure(name).label), _KINDS[vocabulary.figure(name).kind], formula=formula)
        for name, formula in figures.items()
    }
