"""What the blocks of one option's sheet have in common: its inputs, brought here, and the rows each block hands on."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from funding.documents.workbook.cells import Cell, Row
from funding.documents.workbook.expressions import Expr, If
from funding.documents.workbook.functions import flag, is_number
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.inputs import Inputs
from funding.documents.workbook.ranges import Index
from funding.documents.workbook.timeline import Time
from funding.documents.workbook.unit_costs import UnitCosts
from funding.queries.comparison import OptionResult

_CASE = (
    "employment.recruitment_cost", "product.effort_to_live", "product.sustaining_fte", "product.running_cost",
    "product.decay_rate", "product.recovery_rate", "product.annual_benefit", "product.improvement_rate",
    "product.improvement_limit", "product.cashable_share", "product.adoption_maximum", "product.adoption_months",
    "optimism_bias", "benefit_haircut",
)  # fmt: skip


@dataclass(frozen=True)
class Given:
    """The constants of an option's sheet: its own inputs by name, the case's by path, and what the squad costs."""

    option: dict[str, Cell]
    case: dict[str, Cell]
    squad: Cell
    permanent: Cell
    contractor: Cell
    per_permanent: Cell
    per_contractor: Cell


@dataclass(frozen=True)
class Team:
    """What a funding model hands on: who is there, what they get done, and what is paid for once."""

    contractors: Row
    permanent: Row
    effort: Row
    campaigns: Row
    procurements: Row
    bids: Row
    notice: Row
    lost: Row


@dataclass(frozen=True)
class Corkscrew:
    """A balance: what it opens with, what comes in and goes out, what it closes with."""

    title: str
    kind: str
    opens: float
    coming: tuple[Row, ...]
    going: tuple[Row, ...]
    closing: Row


@dataclass(frozen=True)
class Prices:
    """What a year of one FTE costs at each month's prices, and the yearly limit where there is one."""

    permanent_year: Row
    contractor_year: Row
    has_limit: Cell | None
    limit: Row | None


@dataclass
class Workings:
    """An option's sheet while it is being filled."""

    sheet: Sheet
    place: int
    option: OptionResult
    given: Given
    time: Time
    inputs: Inputs
    live: Row
    prices: Prices
    corkscrews: list[Corkscrew] = field(default_factory=list)
    capacity: Cell | None = None


def brought_inputs(sheet: Sheet, place: int, inputs: Inputs, costs: UnitCosts) -> Given:
    sheet.heading(_("Inputs of this option, brought here"))
    option = {
        name: sheet.bring(cell, nullable=cell.field is not None and cell.field.nullable)
        for name, cell in inputs.options[place].items()
    }
    sheet.heading(_("Inputs of every option, brought here"))
    case = {path: sheet.bring(inputs.case[path]) for path in _CASE}
    sheet.heading(_("What one full-time equivalent costs and delivers"))
    return Given(
        option,
        case,
        *(
            sheet.bring(one)
            for one in (costs.squad, costs.permanent, costs.contractor, costs.per_permanent, costs.per_contractor)
        ),
    )


def price_block(sheet: Sheet, given: Given, time: Time) -> Prices:
    sheet.heading(_("What a year of one FTE costs"))
    permanent = sheet.row(
        _("A permanent FTE for a year, at the prices of the month"), "pounds_exact", given.permanent * time.pay
    )
    rate: Expr = given.contractor
    if "contractor_rate_multiplier" in given.option:
        rate = rate * given.option["contractor_rate_multiplier"]
    contractor = sheet.row(
        _("A contractor FTE for a year, at the prices of the month"), "pounds_exact", rate * time.contractor
    )
    if "annual_limit" not in given.option:
        return Prices(permanent, contractor, None, None)
    limit = given.option["annual_limit"]
    has_limit = sheet.constant(_("There is a yearly limit"), "flag", formula=flag(is_number(limit)))
    of_the_year = sheet.row(
        _("Limit of the year, 0 where there is none"),
        "pounds_exact",
        If(has_limit > 0, limit * (1 + given.option["limit_indexation"]) ** time.y, 0),
    )
    return Prices(permanent, contractor, has_limit, of_the_year)


def of_year(series: Row, time: Time) -> Index:
    """This month's entry of a series with one entry a year."""
    return Index(series.all, time.y + 1)
