"""Where each number sits in the engine's tables, so that the same step reads lists and arrays.

A lane is one option of one product in one draw. A table is flat: row after row of WIDTH places, a lane in each, so that
the number of lane i in a row is at `ROW + i`, ROW being a multiple of WIDTH. As the rows lie at distances known when it
compiles, a compiler can see that they do not overlap and takes several lanes with one instruction.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence
from typing import Final

from .fields import FIELDS, OPTION_FIELDS

Table = MutableSequence[float]
# Masks: no case has more months (nor years) than the one, no table more places than the other. `t & MONTHS` shows a
# compiler that t is not negative: were it so, a place would be counted from the table's end, and to allow for that it
# would fetch the lanes of a row one by one.
MONTHS: Final = 511
NOT_NEGATIVE: Final = 2**48 - 1
# Lanes walked together, few enough that their rows stay in the processor's nearest cache. A multiple of 8, so that each
# row begins a line of that cache, and not of 16, so that the rows do not all begin at the same few of its places.
WIDTH: Final = 56

CASE_NUMBERS: Final[tuple[str, ...]] = tuple(
    field.path for field in FIELDS if field.can_vary and "[]" not in field.path and field.path != "years"
)
OPTION_NUMBERS: Final[tuple[str, ...]] = tuple(
    dict.fromkeys(field.path for fields in OPTION_FIELDS.values() for field in fields if field.can_vary)
)
# The rows of inputs: every number of a case that may vary, then every option's, of whichever model (`option.x`).
INPUTS: Final[tuple[str, ...]] = (*CASE_NUMBERS, *(f"option.{name}" for name in OPTION_NUMBERS))

DO_NOTHING, ANNUAL_CYCLE, SUSTAINED_SQUAD, CAPITAL_PROJECT = range(4)
# How each funding model is reckoned; contractors to permanent is a sustained squad with other defaults.
RECKONED_AS: Final[Mapping[str, int]] = {
    "do_nothing": DO_NOTHING,
    "annual_cycle": ANNUAL_CYCLE,
    "sustained_squad": SUSTAINED_SQUAD,
    "contractor_to_permanent": SUSTAINED_SQUAD,
    "capital_project": CAPITAL_PROJECT,
}

CATEGORIES: Final[tuple[str, ...]] = (
    "permanent_staff", "contractors", "recruitment_and_exit", "procurement_and_bids", "running", "optimism_bias",
)  # fmt: skip
# What a month is remembered by, where months are recorded: the first rows of the work table, in this order.
SERIES: Final[tuple[str, ...]] = (
    "contractor_fte", "permanent_fte", "productive_fte", "campaigns", "progress", "live", "coverage", "adoption",
    "fitness", "improvement", *CATEGORIES, "cost_nominal", "benefit_nominal",
)  # fmt: skip

# Rows of the work table: those below, then the inputs, then the totals. One table for all three: as what is read and
# what is written lie at known distances, a compiler need not look whether they overlap.
_OWN_ROWS: Final = 60
INPUTS_FROM: Final = _OWN_ROWS * WIDTH
TOTALS_FROM: Final = INPUTS_FROM + len(INPUTS) * WIDTH
INPUT: Final[Mapping[str, int]] = {name: INPUTS_FROM + row * WIDTH for row, name in enumerate(INPUTS)}
(
    CONTRACTORS, PERMANENT, EFFORT, CAMPAIGNS, PROGRESS, LIVE, COVERAGE, ADOPTION, FITNESS, IMPROVEMENT,  # SERIES
    PERMANENT_STAFF, CONTRACTOR_STAFF, RECRUITMENT, PROCUREMENT, RUNNING, BIAS, COST, BENEFIT,
    FULL, PERMANENT_COST, CONTRACTOR_COST, PER_PERMANENT, PER_CONTRACTOR, DECAY, RECOVERY,  # once a lane
    PAY, CONTRACTOR_PRICE, PRICE, DEFLATOR, LIMIT, PRESENT_VALUE, PERMANENT_YEAR, CONTRACTOR_YEAR,  # each 1 April
    PERMANENT_MONTH, CONTRACTOR_MONTH, RUNNING_MONTH, BENEFIT_MONTH,  # those of a month, at the year's prices
    NOTICE, PROCUREMENTS, BIDS, LOST,  # what else the month's team comes to
    LIVE_MONTH, YEAR_EFFORT, LAST_YEAR, FIT,  # the product: FIT is fitness, 1 until live
    YEAR_COST, YEAR_BENEFIT, YEAR_PERMANENT, YEAR_CONTRACTORS, NET,  # running sums
    A, B, C, D, E, F, G, H, J, K,  # the funding model's own
) = range(0, INPUTS_FROM, WIDTH)  # fmt: skip

# Rows of the totals: what the summary is made of.
TOTALS: Final[tuple[str, ...]] = (
    "cost_nominal", "cost_real", "cost_pv", "benefit_nominal", "benefit_pv", "cashable_benefit_pv", "permanent_real",
    "contractors_real", "paid_fte_months", "productive_fte_months", "live_month", "months_without_team",
    "months_fully_sustained", "fitness_sum", "overtakes_baseline_month",
)  # fmt: skip
(
    COST_NOMINAL, COST_REAL, COST_PV, BENEFIT_NOMINAL, BENEFIT_PV, CASHABLE_PV, PERMANENT_REAL, CONTRACTORS_REAL,
    PAID_MONTHS, PRODUCTIVE_MONTHS, WENT_LIVE, WITHOUT_TEAM, FULLY_SUSTAINED, FITNESS_SUM, OVERTAKES,
) = range(TOTALS_FROM, TOTALS_FROM + len(TOTALS) * WIDTH, WIDTH)  # fmt: skip
WORK_ROWS: Final = _OWN_ROWS + len(INPUTS) + len(TOTALS)
