"""The one walk through a life: every month of a set of lanes, each step by the functions of the other modules.

It runs as it is on lists (one lane, no compiler), and compiled on arrays (many lanes): see compiled.py. Months are
outside and lanes inside, so that a compiler can take many lanes at once. It must keep to what both understand: tables,
numbers, loops.
"""

from __future__ import annotations

from . import annual_cycle, capital_project, costs, do_nothing, prices, product, sums, sustained_squad, unit_costs
from . import layout as at
from .layout import WIDTH, Table


def live_through(
    model: int,
    lanes: int,
    years: int,
    roles: int,
    inputs: Table,
    fte: Table,
    salary: Table,
    day_rate: Table,
    discount: Table,
    funded: Table,
    size: Table,
    withdrawn: Table,
    frozen: Table,
    baseline: Table,
    is_baseline: bool,
    work: Table,
    recent: Table,
    launched: Table,
    present: Table,
    cohorts: Table,
    unready: Table,
    totals: Table,
    cost_by_year: Table,
    benefit_by_year: Table,
    series: Table,
    record: bool,
) -> None:
    """Walk up to WIDTH `lanes` of one funding model through `years` years. Tables to be written come in as zeros.

    Read: `inputs` (rows of layout.INPUTS); `fte`, `salary` and `day_rate` (a row a role); `discount`, `funded` (1: that
    year's bid is won), `size` (factor of the posts) and `frozen` (1: no campaigns), a row a year; `withdrawn`, one row,
    the first year without a guarantee. `baseline` (a row a month) is the baseline option's cumulative net present
    value: written where `is_baseline`, else read. Scratch: `work` (WORK_ROWS), `recent` (13), and for a squad
    `launched`, `present`, `cohorts` and `unready` (a row a month). Written: `totals` (rows of layout.TOTALS), cost and
    benefit (a row a year), and where `record` `series`, see `sums.record`.
    """
    n = min(lanes, WIDTH)
    months = 12 * years
    unit_costs.begin(n, roles, fte, salary, day_rate, inputs, work)
    prices.begin(n, inputs, work)
    product.begin(n, inputs, work)
    sums.begin(n, totals)
    longest = 0
    if model == at.SUSTAINED_SQUAD:
        longest = sustained_squad.begin(n, months, inputs, work, unready)
    elif model == at.CAPITAL_PROJECT:
        capital_project.begin(n, inputs, work)
    for y in range(years):
        prices.new_year(y, n, inputs, discount, work)
        if model == at.ANNUAL_CYCLE:
            annual_cycle.new_year(y, n, inputs, funded, work)
        elif model == at.SUSTAINED_SQUAD:
            sustained_squad.new_year(y, n, inputs, size, withdrawn, frozen, work)
        for j in range(12):
            t = 12 * y + j
            product.settle_lanes(t, n, inputs, work)
            if model == at.ANNUAL_CYCLE:
                annual_cycle.advance(j, n, inputs, work)
            elif model == at.SUSTAINED_SQUAD:
                sustained_squad.advance(t, n, longest, inputs, work, launched, present, cohorts, unready)
            elif model == at.CAPITAL_PROJECT:
                capital_project.advance(t, n, inputs, work)
            else:
                do_nothing.advance(n, work)
            product.advance(t, n, inputs, work, recent)
            costs.advance(n, inputs, work)
            sums.add_month(n, work, totals)
            sums.compare(t, n, is_baseline, work, totals, baseline)
            if record:
                sums.record(t, n, months, work, series)
        product.close_year(n, recent)
        sums.close_year(y, n, inputs, work, totals, cost_by_year, benefit_by_year)
    sums.close(n, work, totals)
