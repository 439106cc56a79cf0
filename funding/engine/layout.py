"""Where each number sits in the engine's tables: named rows, so that the same step reads lists and arrays.

A row holds one number a lane; a lane is one option of one product in one draw.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence, Sequence
from typing import Final

from .fields import FIELDS, OPTION_FIELDS

Row = MutableSequence[float]  # one number a lane
Rows = Sequence[Row]  # rows by name, month or year

CATEGORIES: Final[tuple[str, ...]] = (
    "permanent_staff", "contractors", "recruitment_and_exit", "procurement_and_bids", "running", "optimism_bias",
)  # fmt: skip

_CASE_NUMBERS = tuple(
    field.path for field in FIELDS if field.can_vary and "[]" not in field.path and field.path != "years"
)
_OPTION_NUMBERS = tuple(
    dict.fromkeys(field.path for fields in OPTION_FIELDS.values() for field in fields if field.can_vary)
)
# The rows of inputs: every number of a case that may vary, then every option's, of whichever model (`option.x`).
INPUTS: Final[tuple[str, ...]] = (*_CASE_NUMBERS, *(f"option.{name}" for name in _OPTION_NUMBERS))
INPUT: Final[Mapping[str, int]] = {name: row for row, name in enumerate(INPUTS)}

DO_NOTHING, ANNUAL_CYCLE, SUSTAINED_SQUAD, CAPITAL_PROJECT = range(4)
# How each funding model is reckoned; contractors to permanent is a sustained squad with other defaults.
RECKONED_AS: Final[Mapping[str, int]] = {
    "do_nothing": DO_NOTHING,
    "annual_cycle": ANNUAL_CYCLE,
    "sustained_squad": SUSTAINED_SQUAD,
    "contractor_to_permanent": SUSTAINED_SQUAD,
    "capital_project": CAPITAL_PROJECT,
}

# Rows of the work table, by what they are.
_WORK = (
    "full permanent_cost contractor_cost per_permanent per_contractor decay recovery "  # once a lane
    "pay contractor_price price deflator limit present_value permanent_year contractor_year "  # each 1 April
    "contractors permanent effort campaigns notice procurements bids lost "  # what the month's team comes to
    "live live_month progress year_effort coverage adoption fitness improvement benefit "  # the product
    "year_cost year_benefit year_permanent year_contractors net "  # running sums
    "a b c d e f g"  # the funding model's own
).split()
(
    FULL, PERMANENT_COST, CONTRACTOR_COST, PER_PERMANENT, PER_CONTRACTOR, DECAY, RECOVERY,
    PAY, CONTRACTOR_PRICE, PRICE, DEFLATOR, LIMIT, PRESENT_VALUE, PERMANENT_YEAR, CONTRACTOR_YEAR,
    CONTRACTORS, PERMANENT, EFFORT, CAMPAIGNS, NOTICE, PROCUREMENTS, BIDS, LOST,
    LIVE, LIVE_MONTH, PROGRESS, YEAR_EFFORT, COVERAGE, ADOPTION, FITNESS, IMPROVEMENT, BENEFIT,
    YEAR_COST, YEAR_BENEFIT, YEAR_PERMANENT, YEAR_CONTRACTORS, NET,
    A, B, C, D, E, F, G,
) = range(len(_WORK))  # fmt: skip
WORK_ROWS: Final = len(_WORK)

# Tables of one row a month, for the months a squad must remember.
(LAUNCHED, PRESENT, COHORTS, UNREADY) = range(4)
MEMORIES: Final = 4

# Rows of the totals: what the summary is made of.
TOTALS: Final[tuple[str, ...]] = (
    "cost_nominal", "cost_real", "cost_pv", "benefit_nominal", "benefit_pv", "cashable_benefit_pv", "permanent_real",
    "contractors_real", "paid_fte_months", "productive_fte_months", "live_month", "months_without_team",
    "months_fully_sustained", "fitness_sum", "overtakes_baseline_month",
)  # fmt: skip
(
    COST_NOMINAL, COST_REAL, COST_PV, BENEFIT_NOMINAL, BENEFIT_PV, CASHABLE_PV, PERMANENT_REAL, CONTRACTORS_REAL,
    PAID_MONTHS, PRODUCTIVE_MONTHS, WENT_LIVE, WITHOUT_TEAM, FULLY_SUSTAINED, FITNESS_SUM, OVERTAKES,
) = range(len(TOTALS))  # fmt: skip

# Rows of the month series, each flat: month t of lane i is at t * lanes + i.
SERIES: Final[tuple[str, ...]] = (
    "contractor_fte", "permanent_fte", "productive_fte", "campaigns", "progress", "live", "coverage", "adoption",
    "fitness", "improvement", *CATEGORIES, "cost_nominal", "benefit_nominal",
)  # fmt: skip
