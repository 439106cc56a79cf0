"""What one full-time equivalent costs and delivers: role by role, then the squad's average."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.cells import FIRST, Cell
from funding.documents.workbook.functions import most
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.inputs import Inputs
from funding.queries.comparison import Comparison

_EMPLOYMENT = (
    "salary_multiplier", "ni_rate", "ni_threshold", "pension_rate", "levy_rate", "overhead_per_fte",
    "day_rate_multiplier", "contractor_days", "contractor_fee_rate", "permanent_days", "standard_days",
    "permanent_productivity", "contractor_productivity",
)  # fmt: skip


@dataclass(frozen=True)
class UnitCosts:
    sheet: Sheet
    squad: Cell
    permanent: Cell
    contractor: Cell
    per_permanent: Cell
    per_contractor: Cell
    ratio: Cell


def unit_costs_sheet(comparison: Comparison, inputs: Inputs, name: str) -> UnitCosts:
    squad = comparison.case["squad"]
    sheet = Sheet(name, title=_("What one full-time equivalent costs and delivers"), count=len(squad))
    for place, line in enumerate(squad):
        sheet.put(FIRST + place, line["role"], "column", line=4)
    sheet.frozen = (4, FIRST)
    sheet.line = 5
    sheet.heading(_("Inputs, brought here"))
    given = {name: sheet.bring(inputs.case[f"employment.{name}"]) for name in _EMPLOYMENT}
    fte, salary, day_rate = (sheet.bring_row(inputs.roles[name]) for name in ("fte", "salary", "day_rate"))
    sheet.heading(str(vocabulary.group_label("squad")))
    fte_again = sheet.row(_("FTE of the role"), "fte", fte, totalled=True)
    sheet.heading(_("A permanent FTE, by role"))
    pay = sheet.row(_("Salary after the multiplier"), "pounds_a_year", salary * given["salary_multiplier"])
    insurance = sheet.row(
        _("Employer's National Insurance"), "pounds_a_year", given["ni_rate"] * most(0, pay - given["ni_threshold"])
    )
    on_costs = sheet.row(_("Pension and levy"), "pounds_a_year", (given["pension_rate"] + given["levy_rate"]) * pay)
    permanent = sheet.row(
        _("Cost of a permanent FTE"), "pounds_a_year", pay + insurance + on_costs + given["overhead_per_fte"]
    )
    permanent_squad = sheet.row(
        _("All of the role, were they permanent"), "pounds_a_year", permanent * fte_again, totalled=True
    )
    sheet.heading(_("A contractor FTE, by role"))
    contractor = sheet.row(
        _("Cost of a contractor FTE"),
        "pounds_a_year",
        day_rate * given["day_rate_multiplier"] * given["contractor_days"] * (1 + given["contractor_fee_rate"]),
    )
    contractor_squad = sheet.row(
        _("All of the role, were they contractors"), "pounds_a_year", contractor * fte_again, totalled=True
    )
    sheet.heading(_("The squad's average, at the first year's prices"))
    size = sheet.constant(_("The whole squad"), "fte", formula=fte_again.summed)
    a_permanent = sheet.constant(_("A permanent FTE for a year"), "pounds_exact", formula=permanent_squad.summed / size)
    a_contractor = sheet.constant(
        _("A contractor FTE for a year"), "pounds_exact", formula=contractor_squad.summed / size
    )
    ratio = sheet.constant(_("Permanent staff for one contractor"), "ratio", formula=a_contractor / a_permanent)
    per_permanent, per_contractor = (
        sheet.constant(
            label, "factor", formula=given[f"{who}_productivity"] * given[f"{who}_days"] / given["standard_days"]
        )
        for who, label in (
            ("permanent", _("Productive FTE of one permanent FTE")),
            ("contractor", _("Productive FTE of one contractor FTE")),
        )
    )
    return UnitCosts(sheet, size, a_permanent, a_contractor, per_permanent, per_contractor, ratio)
