"""The one walk through a life: every month of a set of lanes, each step by the functions of the other modules.

It runs as it is on lists (one lane, no compiler), and compiled on arrays (many lanes): see compiled.py. Months are outside
and lanes inside, so that a compiler can take many lanes at once. It must keep to what both understand: rows, numbers, loops.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import annual_cycle, capital_project, costs, do_nothing, prices, product, sums, sustained_squad, unit_costs
from . import layout as at
from .layout import Row, Rows


def live_through(
    model: int,
    n: int,
    years: int,
    inputs: Rows,
    fte: Rows,
    salary: Rows,
    day_rate: Rows,
    discount: Rows,
    funded: Rows,
    size: Rows,
    withdrawn: Row,
    frozen: Rows,
    baseline: Rows,
    is_baseline: bool,
    work: Rows,
    recent: Rows,
    memory: Sequence[Rows],
    totals: Rows,
    cost_by_year: Rows,
    benefit_by_year: Rows,
    series: Rows,
    record: bool,
) -> None:
    """Walk `n` lanes of one funding model through `years` years. Tables to be filled come in as zeros.

    Read, each row of n lanes: `inputs` (layout.INPUTS), `fte` £/`salary`/`day_rate` a role, and a year `discount`,
    `funded` (1: that year's bid is won), `size` (factor of the posts), `frozen` (1: no campaigns); `withdrawn` is the
    first year without a guarantee. `baseline` (a month) is the baseline option's cumulative net present value: written
    where `is_baseline`, else read. Scratch: `work`, `recent` (13 rows), `memory` (layout.MEMORIES × months).
    Written: `totals` (layout.TOTALS), cost and benefit a year, and where `record` `series` (layout.SERIES, months × n).
    """
    months = 12 * years
    unit_costs.begin(n, fte, salary, day_rate, inputs, work)
    product.begin(n, inputs, work)
    sums.begin(n, totals)
    longest = 0
    if model == at.SUSTAINED_SQUAD:
        longest = sustained_squad.begin(n, months, inputs, work, memory)
    elif model == at.CAPITAL_PROJECT:
        capital_project.begin(n, inputs, work)
    for y in range(years):
        prices.new_year(y, n, inputs, discount[y], work)
        if model == at.ANNUAL_CYCLE:
            annual_cycle.new_year(n, inputs, funded[y], work)
        elif model == at.SUSTAINED_SQUAD:
            sustained_squad.new_year(y, n, inputs, size[y], withdrawn, frozen[y], work)
        for j in range(12):
            t = 12 * y + j
            product.settle_lanes(t, n, inputs, work)
            if model == at.ANNUAL_CYCLE:
                annual_cycle.release(j, n, inputs, work)
                annual_cycle.advance(j, n, inputs, work)
            elif model == at.SUSTAINED_SQUAD:
                sustained_squad.advance(t, n, longest, inputs, work, memory)
            elif model == at.CAPITAL_PROJECT:
                capital_project.advance(t, n, inputs, work)
            else:
                do_nothing.advance(n, work)
            product.advance(t, n, inputs, work, recent)
            costs.advance(t, n, inputs, work, totals, series, record)
            sums.compare(t, n, is_baseline, work, totals, baseline[t])
        product.close_year(n, recent)
        sums.close_year(n, inputs, work, totals, cost_by_year[y], benefit_by_year[y])
    sums.close(n, work, totals)
