"""The product: when it goes live, how fit it stays, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.cells import Cell, Row
from funding.documents.workbook.expressions import If, expr
from funding.documents.workbook.functions import flag, least, most
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.parts import SumFrom, before
from funding.documents.workbook.workings import Corkscrew, Team, Workings

# Effort that falls short by no more than this is enough; a team of no more than this is none.
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Product:
    coverage: Row
    fitness: Row
    benefit: Row


def live_row(sheet: Sheet) -> Row:
    """Whether the product is live, settled before the month's team: what it reads is worked out further down."""
    sheet.heading(_("Has it gone live?"))
    return sheet.row(str(vocabulary.figure("live").label), "flag", totalled=True, key="live")


def product(workings: Workings, team: Team, tolerance: Cell) -> Product:
    sheet, time, live = workings.sheet, workings.time, workings.live
    case = workings.given.case

    sheet.heading(str(vocabulary.figure("progress").label))
    opening = sheet.row(_("Progress, at the start"), "fte_months")
    gained = sheet.row(_("Work done"), "fte_months", (1 - live) * team.effort, totalled=True)
    lost = sheet.row(_("Work in hand that is lost"), "fte_months", (1 - live) * team.lost, totalled=True)
    progress = sheet.row(_("Progress, at the end"), "fte_months", opening + (gained - lost), key="progress")
    opening.formula = before(progress)
    enough = case["product.effort_to_live"] - tolerance
    live.formula = If(before(live) > 0, 1, flag(before(progress) >= enough))

    sheet.heading(str(vocabulary.figure("coverage").label))
    recent = SumFrom(team.effort, most(1, time.t - 10))
    iterating = sheet.row(_("Mean effort of the last twelve months"), "fte", recent / least(time.t + 1, 12))
    sustaining = case["product.sustaining_fte"]
    coverage = sheet.row(
        _figure("coverage"), "share", If(sustaining > 0, least(1, iterating / sustaining), 1), key="coverage"
    )

    fit, fitness = _fitness(workings, coverage)
    improvement = _improvement(workings, iterating)

    sheet.heading(_("Benefit"))
    months_live = sheet.row(_("Months live so far"), "months", lambda own: before(own) + live)
    months = case["product.adoption_months"]
    adoption = sheet.row(
        _figure("adoption"),
        "share",
        live * case["product.adoption_maximum"] * If(months > 0, least(1, months_live / months), 1),
        key="adoption",
    )
    full = sheet.row(
        _("Benefit of a month, fully adopted and fit"),
        "pounds",
        case["product.annual_benefit"] / 12 * (1 - case["benefit_haircut"]) * time.price,
    )
    benefit = sheet.row(
        _("benefit, cash of the day"),
        "pounds",
        adoption * fit * improvement * full,
        totalled=True,
        key="benefit_nominal",
    )
    workings.corkscrews.append(
        Corkscrew(str(vocabulary.figure("progress").label), "fte_months", 0, (gained,), (lost,), progress)
    )
    return Product(coverage, fitness, benefit)


def _fitness(workings: Workings, coverage: Row) -> tuple[Row, Row]:
    """Fitness as it is reckoned, 1 until live; and as it is shown, 0 until live."""
    sheet, case, live = workings.sheet, workings.given.case, workings.live
    sheet.heading(_figure("fitness"))
    decay, recovery = (
        sheet.constant(label, "share_a_month", formula=1 - (1 - case[f"product.{name}_rate"]) ** (expr(1) / 12))
        for name, label in (("decay", _("Decay in a month")), ("recovery", _("Recovery in a month")))
    )
    opening = sheet.row(_("Fitness, at the start"), "share")
    decayed = sheet.row(_("Decay"), "share", live * opening * decay * (1 - coverage), totalled=True)
    recovered = sheet.row(_("Recovery"), "share", live * (1 - opening) * recovery * coverage, totalled=True)
    fit = sheet.row(_("Fitness, at the end"), "share", opening - decayed + recovered, opens=1)
    opening.formula = before(fit)
    fitness = sheet.row(_figure("fitness"), "share", live * fit, totalled=True, key="fitness")
    workings.corkscrews.append(Corkscrew(_figure("fitness"), "share", 1, (recovered,), (decayed,), fit))
    return fit, fitness


def _improvement(workings: Workings, iterating: Row) -> Row:
    sheet, case, live = workings.sheet, workings.given.case, workings.live
    sheet.heading(_figure("improvement"))
    opening = sheet.row(_("Improvement, at the start"), "factor")
    a_month = case["product.improvement_rate"] / 12 * most(0, iterating - case["product.sustaining_fte"])
    room = 1 + case["product.improvement_limit"] - opening
    added = sheet.row(_("Improvement added"), "factor", live * least(room, a_month), totalled=True)
    closing = sheet.row(_("Improvement, at the end"), "factor", opening + added, opens=1, key="improvement")
    opening.formula = before(closing)
    workings.corkscrews.append(Corkscrew(_figure("improvement"), "factor", 1, (added,), (), closing))
    return closing


def _figure(name: str) -> str:
    return str(vocabulary.figure(name).label)
