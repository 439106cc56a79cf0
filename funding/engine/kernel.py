"""The one walk through a life: every month of a set of lanes, each step by the functions of the other modules.

It runs as it is on lists (one lane, no compiler), and compiled on arrays (many lanes): see compiled.py. Months are
outside and lanes inside, so that a compiler can take many lanes at once. It must keep to what both understand: tables,
numbers, loops. Steps of one lane (`i`) stand together in one loop through the lanes, in which their numbers stay in
registers; what looks for a row by the month stands in loops of its own (`n` lanes), which a compiler takes many at once
only while they read and write few tables.
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
    work: Table,
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
    recent: Table,
    launched: Table,
    present: Table,
    cohorts: Table,
    unready: Table,
    cost_by_year: Table,
    benefit_by_year: Table,
    series: Table,
    record: bool,
) -> None:
    """Walk up to WIDTH `lanes` of one funding model through `years` years. Tables to be written come in as zeros.

    Read: the inputs in `work` (rows of layout.INPUTS); `fte`, `salary` and `day_rate` (a row a role); `discount`,
    `funded` (1: that year's bid is won), `size` (factor of the posts) and `frozen` (1: no campaigns), a row a year;
    `withdrawn`, one row, the first year without a guarantee. `baseline` (a row a month) is the baseline option's
    cumulative net present value: written where `is_baseline`, else read; empty where nothing is compared with it.
    Scratch: the rest of `work`, `recent` (13), and for a squad `launched`, `present`, `cohorts` and `unready` (a row a
    month and one more). Written: the totals in `work` (rows of layout.TOTALS), cost and benefit (a row a year), and
    where `record` `series`, see `sums.record`.
    """
    n = min(lanes, WIDTH)
    months = 12 * years
    unit_costs.begin(n, roles, fte, salary, day_rate, work)
    prices.begin(n, work)
    product.begin(n, work)
    sums.begin(n, work)
    longest, cover_from, cover_to = 0, 0.0, 0.0
    if model == at.SUSTAINED_SQUAD:
        longest = sustained_squad.begin(n, months, work, unready)
        cover_from, cover_to = sustained_squad.covered_months(n, work)
    elif model == at.CAPITAL_PROJECT:
        capital_project.begin(n, work)
    for y in range(years):
        prices.new_year(y, n, discount, work)
        if model == at.ANNUAL_CYCLE:
            annual_cycle.new_year(y, n, funded, work)
        elif model == at.SUSTAINED_SQUAD:
            sustained_squad.new_year(y, n, size, withdrawn, frozen, work)
        for j in range(12):
            t = 12 * y + j
            if model == at.ANNUAL_CYCLE:
                _annual_cycle(t, j, n, work)
            elif model == at.SUSTAINED_SQUAD:
                covered = cover_from <= t < cover_to
                _sustained_squad(t, n, longest, covered, work, launched, present, cohorts, unready)
            elif model == at.CAPITAL_PROJECT:
                _capital_project(t, n, work)
            else:
                _do_nothing(t, n, work)
            product.look_back(t, n, work, recent)
            _product_and_sums(t, n, work)
            product.remember(t, n, work, recent)
            if len(baseline) > 0:
                sums.compare(t, n, is_baseline, work, baseline)
            if record:
                sums.record(t, n, months, work, series)
        product.close_year(n, recent)
        sums.close_year(y, n, work, cost_by_year, benefit_by_year)
    sums.close(n, work)


def _annual_cycle(t: int, j: int, n: int, work: Table) -> None:
    for i in range(n):
        product.settle_lane(t, i, work)
        annual_cycle.advance(j, i, work)


def _sustained_squad(
    t: int, n: int, longest: int, covered: bool, work: Table, launched: Table, present: Table, cohorts: Table,
    unready: Table,
) -> None:  # fmt: skip
    sustained_squad.look_back_at_campaigns(t, n, work, launched)
    for i in range(n):
        product.settle_lane(t, i, work)
        sustained_squad.staff(t, i, work, unready)
    sustained_squad.remember(t, n, longest, work, launched, present, cohorts, unready)
    if covered:
        sustained_squad.look_back_at_posts(t, n, work, present)
        for i in range(n):
            sustained_squad.take_cover(t, i, work)
            sustained_squad.work_on(t, i, work)
    else:
        for i in range(n):
            work[at.CONTRACTORS + i] = 0.0
            sustained_squad.work_on(t, i, work)


def _capital_project(t: int, n: int, work: Table) -> None:
    for i in range(n):
        product.settle_lane(t, i, work)
        capital_project.advance(t, i, work)


def _do_nothing(t: int, n: int, work: Table) -> None:
    for i in range(n):
        product.settle_lane(t, i, work)
        do_nothing.advance(i, work)


def _product_and_sums(t: int, n: int, work: Table) -> None:
    """The rest of the month, which is the same under every funding model."""
    for i in range(n):
        product.advance(t, i, work)
        costs.advance(i, work)
        sums.add_month(i, work)
