"""What each month costs, by category, and what it and the benefit come to in real terms and at present value."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.cells import Row
from funding.documents.workbook.expressions import Expr
from funding.documents.workbook.parts import before
from funding.documents.workbook.product import Product
from funding.documents.workbook.workings import Prices, Team, Workings


@dataclass(frozen=True)
class Money:
    """Rows by the engine's names: categories, cost_nominal and so on."""

    categories: tuple[Row, ...]
    cost: Row
    cost_real: Row
    cost_pv: Row
    benefit: Row
    benefit_real: Row
    benefit_pv: Row
    so_far: Row


def money(workings: Workings, team: Team, product: Product, prices: Prices) -> Money:
    sheet, given, time = workings.sheet, workings.given, workings.time
    case, option = given.case, given.option
    sheet.heading(_("Cost, cash of the day, by category"))
    a_post = prices.permanent_year / 12
    bids: Expr = team.bids * 0
    if "bid_cost" in option:
        bids = team.procurements * option["procurement_cost"] + team.bids * option["bid_cost"]
    formulas: dict[str, Expr] = {
        "permanent_staff": team.permanent * a_post,
        "contractors": team.contractors * (prices.contractor_year / 12),
        "recruitment_and_exit": team.campaigns * case["employment.recruitment_cost"] * time.pay + team.notice * a_post,
        "procurement_and_bids": bids * time.price,
        "running": workings.live * case["product.running_cost"] / 12 * time.price,
    }
    rows = [
        sheet.row(str(vocabulary.category(name)), "pounds", formula, totalled=True, key=f"cost.{name}")
        for name, formula in formulas.items()
    ]
    first, *others = rows
    before_bias: Expr = first
    for row in others:
        before_bias = before_bias + row
    bias = sheet.row(
        str(vocabulary.category("optimism_bias")),
        "pounds",
        case["optimism_bias"] * before_bias,
        totalled=True,
        key="cost.optimism_bias",
    )
    cost = sheet.row(
        _("cost, cash of the day"), "pounds", before_bias + bias, totalled=True, key="cost_nominal", style="total"
    )

    sheet.heading(_("Real terms and present value"))
    cost_real = sheet.row(_("cost, real"), "pounds", cost / time.deflator, totalled=True, key="cost_real")
    cost_pv = sheet.row(_("cost, present value"), "pounds", cost_real * time.discount, totalled=True, key="cost_pv")
    benefit = product.benefit
    benefit_real = sheet.row(_("benefit, real"), "pounds", benefit / time.deflator, totalled=True, key="benefit_real")
    benefit_pv = sheet.row(
        _("benefit, present value"), "pounds", benefit_real * time.discount, totalled=True, key="benefit_pv"
    )
    so_far = sheet.row(
        _("net present value so far"), "pounds", lambda own: before(own) + benefit_pv - cost_pv, style="total"
    )
    return Money((*rows, bias), cost, cost_real, cost_pv, benefit, benefit_real, benefit_pv, so_far)
