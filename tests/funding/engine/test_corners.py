"""Corners of the model, each with a figure worked out by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from funding.engine import Months, OptionResult, appraise, build_case

from .cases import option, small

FULL = 4.0  # FTE of the small case's squad
PER_PERMANENT = 210 / 220


def only(one: dict[str, Any], **changes: Any) -> OptionResult:
    return appraise(build_case(small(one, **changes))).options[0]


def months(one: dict[str, Any], **changes: Any) -> Months:
    return only(one, **changes).months


def test_nothing_to_build_is_live_from_the_first_month() -> None:
    for model in ("do_nothing", "annual_cycle", "capital_project"):
        assert only(option(model), product={"effort_to_live": 0}).figures["live_month"] == 0


def test_a_team_may_arrive_and_learn_within_a_month() -> None:
    # On from 5 + 1.25 = 6.25; productive from 7.75 to 11.5.
    found = months(option("annual_cycle", assembly_months=1.25, research_months=1.5), product={"effort_to_live": 999})
    assert found.contractor_fte[5:9] == pytest.approx([0, 0.75 * FULL, FULL, FULL])
    assert found.productive_fte[5:12] == pytest.approx([0, 0, 0.25 * FULL, FULL, FULL, FULL, 0.5 * FULL])


def test_research_is_shorter_only_where_the_year_before_was_funded() -> None:
    found = months(option("annual_cycle", funded_years=[0, 1, 3]), product={"effort_to_live": 999})
    a_year = found.productive_fte.reshape(6, 12).sum(axis=1)
    # From 9, or from 7 + 2 × 0.6 = 8.2, to 11.5.
    assert a_year == pytest.approx([2.5 * FULL, 3.3 * FULL, 0, 2.5 * FULL, 0, 0])


def test_an_award_in_the_last_month_brings_nobody_but_is_procured() -> None:
    found = only(option("annual_cycle", award_month=11))
    assert found.figures["paid_fte_months"] == 0
    assert found.months.procurement_and_bids[11] == 10000
    assert found.figures["months_without_team"] == 72


def test_a_year_without_funds_is_still_bid_for() -> None:
    found = months(option("annual_cycle", funded_years=[]), prices={"price_inflation": 0})
    assert found.procurement_and_bids.reshape(6, 12).sum(axis=1).tolist() == [15000] * 6


def test_a_live_product_without_a_funded_year_is_kept_by_borrowed_staff() -> None:
    found = months(option("annual_cycle", funded_years=[], support_share=0.5), product={"effort_to_live": 0})
    assert (found.permanent_fte == 0.5 * FULL).all()
    assert found.productive_fte == pytest.approx(0.5 * FULL * PER_PERMANENT)


def test_borrowed_staff_make_way_for_the_team() -> None:
    found = months(option("annual_cycle", assembly_months=1.5, support_share=0.5), product={"effort_to_live": 0})
    assert found.permanent_fte[5:8] == pytest.approx([2, 1, 0])


def test_a_release_loses_a_share_of_that_years_effort_only() -> None:
    found = months(option("annual_cycle", funded_years=[0, 1]), product={"effort_to_live": 999})
    assert found.progress[11] == pytest.approx(2.5 * FULL)
    assert found.progress[12] == pytest.approx(0.7 * 2.5 * FULL)
    assert found.progress[24] == pytest.approx(0.7 * (2.5 + 3.3) * FULL)


def test_going_live_at_the_turn_of_the_year_comes_before_the_release() -> None:
    found = only(option("annual_cycle"), product={"effort_to_live": 2.5 * FULL})
    assert found.figures["live_month"] == 12
    assert found.months.progress[-1] == pytest.approx(2.5 * FULL)


def test_a_limit_makes_a_team_of_what_it_pays_for() -> None:
    one = option("annual_cycle", annual_limit=100_000, funded_years=[0])
    assert months(one).contractors.sum() == pytest.approx(100_000)
    assert months({**one, "annual_limit": 0}).contractor_fte.sum() == 0


def test_a_squad_ramps_up_from_its_starting_productivity() -> None:
    one = option("sustained_squad", campaign_failure_rate=0, attrition_rate=0, ramp_up_months=2)
    found = months(one, product={"effort_to_live": 999})
    # Launched in 5, here in 10, at 0.25 + 0.75 × ¼ and then 0.25 + 0.75 × ¾.
    assert found.campaigns[5] == found.permanent_fte[10] == FULL
    expected = [0, 0.4375 * FULL * PER_PERMANENT, 0.8125 * FULL * PER_PERMANENT, FULL * PER_PERMANENT]
    assert found.productive_fte[9:13] == pytest.approx(expected)


def test_a_ramp_up_of_no_months_is_productive_at_once() -> None:
    found = months(option("sustained_squad", ramp_up_months=0), product={"effort_to_live": 999})
    assert found.productive_fte == pytest.approx(found.permanent_fte * PER_PERMANENT)


def test_recruits_may_come_a_fraction_at_a_time() -> None:
    one = option("sustained_squad", recruits_per_month=1.5, campaign_failure_rate=0, attrition_rate=0)
    assert months(one).campaigns[5:9].tolist() == [1.5, 1.5, 1, 0]


def test_posts_that_take_longer_to_fill_than_the_case_lasts_are_never_filled() -> None:
    found = only(option("sustained_squad", recruitment_months=100))
    assert found.figures["paid_fte_months"] == 0
    assert found.figures["live_month"] is None
    assert found.figures["average_fitness"] is None
    assert found.months.campaigns.sum() == FULL


def test_an_approval_past_the_case_leaves_one_bid() -> None:
    for model in ("sustained_squad", "contractor_to_permanent", "capital_project"):
        found = only(option(model, approval_month=500), prices={"price_inflation": 0})
        assert found.figures["cost_nominal"] == 15000


def test_cut_posts_are_redeployed_or_made_redundant() -> None:
    one = option(
        "sustained_squad", size_by_year=[1, 0], campaign_failure_rate=0, attrition_rate=0, redeployed_share=0.75
    )
    found = only(one, prices={"pay_inflation": 0})
    permanent = appraise(build_case(small(one))).permanent_cost_per_fte
    # Four posts cut on 1 April: one paid off with three months.
    assert found.months.recruitment_and_exit[12] == pytest.approx(1 * 3 * permanent / 12)
    assert found.months.permanent_fte[11:13].tolist() == [FULL, 0]


def test_a_size_of_nought_and_then_more_recruits_again() -> None:
    one = option("sustained_squad", size_by_year=[0, 0, 1], campaign_failure_rate=0, attrition_rate=0)
    found = months(one)
    assert found.campaigns.nonzero()[0].tolist() == [24]
    assert found.permanent_fte[28:30].tolist() == [0, FULL]


def test_contractors_cover_posts_until_a_handover_ago() -> None:
    one = option("contractor_to_permanent", campaign_failure_rate=0, attrition_rate=0)
    found = months(one)
    # From approval 5 + assembly 2; permanent staff come in 10 and have taken over two months later.
    assert found.contractor_fte.nonzero()[0].tolist() == [7, 8, 9, 10, 11]


def test_a_handover_longer_than_the_case_is_cover_to_its_last_month() -> None:
    found = months(option("contractor_to_permanent", handover_months=100, cover_months=500))
    assert (found.contractor_fte[7:] == FULL).all()


def test_cover_without_a_share_is_not_procured() -> None:
    for name in ("interim_cover", "cover_months"):
        found = months({**option("contractor_to_permanent"), name: 0})
        assert found.procurement_and_bids.nonzero()[0].tolist() == [0]


def test_a_build_goes_on_until_the_product_is_live() -> None:
    one = option("capital_project", approval_month=0, procurement_months=1, research_months=1, build_months=2)
    found = only(one, product={"effort_to_live": 5 * FULL})
    # Productive from 2, and live when five months have been worked: at the start of 7.
    assert found.figures["live_month"] == 7
    assert found.months.contractor_fte.nonzero()[0].tolist() == [1, 2, 3, 4, 5, 6]


def test_a_build_runs_its_planned_months_though_live_sooner() -> None:
    one = option("capital_project", approval_month=0, procurement_months=1, research_months=1, build_months=10)
    found = months(one, product={"effort_to_live": 1})
    assert found.contractor_fte.nonzero()[0].tolist() == list(range(1, 12))


def test_rebuilds_come_every_so_many_years_after_going_live() -> None:
    one = option(
        "capital_project", approval_month=0, procurement_months=2, research_months=1, build_months=3,
        rebuild_every_years=2, support_share=0,
    )  # fmt: skip
    found = only(one, product={"effort_to_live": FULL}, prices={"price_inflation": 0})
    assert found.figures["live_month"] == 4
    teams = [2, 3, 4, 5, 28, 29, 30, 31, 52, 53, 54, 55]
    assert found.months.contractor_fte.nonzero()[0].tolist() == teams
    assert found.months.procurement_and_bids.nonzero()[0].tolist() == [0, 26, 50]
    assert found.months.procurement_and_bids[0] == 15000 + 25000


def test_rebuilds_of_no_months_are_only_procured() -> None:
    one = option(
        "capital_project", approval_month=0, procurement_months=12, research_months=0, build_months=0,
        rebuild_every_years=1, support_share=0,
    )  # fmt: skip
    found = months(one, product={"effort_to_live": 0}, prices={"price_inflation": 0})
    # Live at once; the team of the first build is due in 12 and each next one's start is when the last one is due.
    assert found.procurement_and_bids.nonzero()[0].tolist() == [0, 12, 24, 36, 48, 60]
    assert found.contractor_fte.sum() == 0


def test_a_product_that_needs_nobody_is_always_covered() -> None:
    found = only(option("do_nothing"), product={"effort_to_live": 0, "sustaining_fte": 0})
    assert (found.months.coverage == 1).all()
    assert found.figures["months_fully_sustained"] == 72


def test_adoption_grows_by_the_month_from_going_live() -> None:
    found = months(option("do_nothing"), product={"effort_to_live": 0, "adoption_months": 2.5, "adoption_maximum": 0.5})
    assert found.adoption[:4] == pytest.approx([0.2, 0.4, 0.5, 0.5])


def test_adoption_in_next_to_no_time_is_adoption_at_once() -> None:
    product = {"adoption_months": 1e-300, "effort_to_live": 2.5 * FULL}
    found = months(option("annual_cycle"), product=product)
    assert found.adoption[11:14].tolist() == [0, 1, 1]


def test_before_it_is_live_a_product_is_adopted_by_nobody_and_not_by_less() -> None:
    found = months(option("annual_cycle"), product={"adoption_months": 12, "effort_to_live": 999})
    assert not np.signbit(found.adoption).any()


def test_fitness_falls_from_the_first_live_month_with_nobody_iterating() -> None:
    found = months(option("do_nothing"), product={"effort_to_live": 0, "decay_rate": 0.12})
    assert found.fitness[11] == pytest.approx(0.88)


def test_effort_past_sustaining_improves_to_its_limit() -> None:
    product = {"effort_to_live": 0, "sustaining_fte": 3, "improvement_rate": 0.1, "improvement_limit": 0.02}
    one = option("annual_cycle", funded_years=[], support_share=1)
    a_month = 0.1 / 12 * (FULL * PER_PERMANENT - 3)
    assert months(one, product=product).improvement[:3] == pytest.approx([1 + a_month, 1 + 2 * a_month, 1.02])


def test_a_ratio_with_nothing_to_divide_by_is_null() -> None:
    figures = only(option("do_nothing"), product={"running_cost": 0}).figures
    nulls = {name for name, value in figures.items() if value is None}
    assert nulls == {
        "benefit_cost_ratio", "productive_share", "staff_cost_per_productive_fte_month",
        "contractor_share_of_staff_cost", "live_month", "average_fitness", "overtakes_baseline_month",
    }  # fmt: skip


def test_discounting_takes_each_years_own_rate() -> None:
    rates = [{"from_year": 0, "rate": 0.5}, {"from_year": 2, "rate": 0.25}, {"from_year": 90, "rate": 0}]
    found = months(option("annual_cycle"), discount_rates=rates)
    assert found.discount[::12] == pytest.approx([1, 1 / 1.5, 1 / 1.5 / 1.25, *(1 / 1.5 / 1.25**n for n in (2, 3, 4))])


@pytest.mark.parametrize("years", [1, 40])
def test_the_shortest_and_the_longest_case_are_appraised(years: int) -> None:
    found = appraise(build_case(small(years=years)))
    assert {len(each.months.live) for each in found.options} == {12 * years}
    assert {len(each.cost_by_year) for each in found.options} == {years}
