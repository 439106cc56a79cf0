"""Each figure of the sensitivity is that of the case appraised again with the value it names."""

from __future__ import annotations

import copy
import json
import math
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from funding.engine import Case, CaseError, Sensitivity, Stopped, appraise, build_case, draw, sensitivity
from funding.engine.switching import Range, crossing, places

from .cases import NAMES, given, option, small


def parameter(path: str, low: float, high: float, **more: Any) -> dict[str, Any]:
    return {"path": path, "distribution": "uniform", "low": low, "high": high, **more}


def uncertain(*options: dict[str, Any], parameters: list[dict[str, Any]], draws: int = 600, **changes: Any) -> Case:
    uncertainty = {"draws": draws, "seed": 2027, "parameters": parameters}
    return build_case(small(*options, uncertainty=uncertainty, **changes))


def changed(case: Case, path: str, value: float | None) -> Case:
    """The case with that number in the place of its own."""
    found = copy.deepcopy(case.as_json())
    *groups, name = path.split(".")
    place: Any = found
    if groups[:1] == ["options"]:
        place = next(each for each in found["options"] if each["id"] == groups[1])  # type: ignore[attr-defined]
    elif groups:
        place = found[groups[0]]
    place[name] = value
    return build_case(found)


def worth(case: Case) -> dict[str, float]:
    """Net present value of each option."""
    return {each.id: float(each.figures["net_present_value"] or 0.0) for each in appraise(case).options}


def mean_worth(case: Case) -> dict[str, float]:
    """The mean over the draws with every event acting and no parameter."""
    assert case.uncertainty is not None
    alone = replace(case, uncertainty=replace(case.uncertainty, parameters=()))
    return {each.id: float(each.figures["net_present_value"].mean or 0.0) for each in draw(alone).options}


@cache
def case_07() -> Case:
    found = given("07-uncertain")
    found["uncertainty"]["draws"] = 900
    found["uncertainty"]["parameters"] += [
        parameter("options.annual.reaward_probability", 0.4, 1),
        parameter("options.squad.withdrawal_probability", 0, 0.4),
        parameter("options.hybrid.freeze_probability", 0, 0.4),
        parameter("options.capital.build_months", 12, 40.7),
        parameter("options.hybrid.annual_limit", 200_000, 500_000),
        {"path": "product.decay_rate", "distribution": "normal", "mean": 0.1, "sd": 0.05, "low": 0.02},
    ]
    return build_case(found)


@cache
def found_07() -> Sensitivity:
    return sensitivity(case_07())


# One at a time.


def test_the_tornado_has_each_parameter_at_its_ends_the_rest_central() -> None:
    case = case_07()
    assert case.uncertainty is not None
    assert [bar.path for bar in found_07().tornado] == [each.path for each in case.uncertainty.parameters]
    for bar in found_07().tornado:
        for end, value in enumerate((bar.low, bar.high)):
            again = (mean_worth if bar.path.endswith("probability") else worth)(changed(case, bar.path, value))
            assert {name: both[end] for name, both in bar.net_present_value.items()} == pytest.approx(again, rel=1e-12)


def test_a_normal_without_ends_is_taken_at_its_5_and_95_points_and_a_whole_parameter_rounded() -> None:
    bars = {bar.path: bar for bar in found_07().tornado}
    pay = bars["prices.pay_inflation"]
    assert (pay.low, pay.high) == pytest.approx((0.03 - 1.6448536269515 * 0.01, 0.03 + 1.6448536269515 * 0.01))
    assert bars["product.decay_rate"].low == 0.02
    assert bars["product.decay_rate"].high == pytest.approx(0.1841, abs=1e-3)
    build = bars["options.capital.build_months"]
    assert (build.low, build.high) == (12, 41)
    assert isinstance(build.high, int)


def test_the_tornado_of_a_probability_is_a_mean_over_draws_for_every_option() -> None:
    bars = {bar.path: bar.net_present_value for bar in found_07().tornado}
    squad = bars["options.squad.withdrawal_probability"]
    assert squad["squad"][0] != squad["squad"][1]
    assert squad["annual"][0] == squad["annual"][1] != worth(case_07())["annual"]
    assert squad["capital"][0] == worth(case_07())["capital"]


# Switching values.


def test_a_switching_value_is_one_where_the_option_and_the_baseline_change_places() -> None:
    case, some = case_07(), 0
    ends = {bar.path: (bar.low, bar.high) for bar in found_07().tornado}
    central = worth(case)
    for switch in found_07().switching:
        if switch.value is None or isinstance(switch.value, int) or switch.path.endswith("probability"):
            continue
        some += 1
        low, high = ends[switch.path]
        step = 2e-6 * (high - low)

        def gap(value: float, path: str = switch.path, name: str = switch.option) -> float:
            again = worth(changed(case, path, value))
            return again[name] - again["annual"]

        assert gap(switch.value - step) * gap(switch.value + step) < 0, switch
        ahead = central[switch.option] > central["annual"]
        assert (gap(switch.value - step) > 0) == ahead or (gap(switch.value + step) > 0) == ahead
    assert some >= 5


def test_between_the_central_and_the_switching_value_nothing_changes_places() -> None:
    case = case_07()
    for switch in found_07().switching:
        if switch.path != "employment.day_rate_multiplier" or switch.value is None:
            continue
        for value in np.linspace(1.0, switch.value + 1e-5, 25):
            again = worth(changed(case, switch.path, float(value)))
            assert again[switch.option] > again["annual"]


def test_switching_values_that_can_be_worked_out() -> None:
    """Two annual funds that differ in the cost of a bid are worth the same where it is the same."""
    case = uncertain(
        option("annual_cycle", "one", bid_cost=7_000),
        option("annual_cycle", "two", bid_cost=20_000),
        option("do_nothing", "none"),
        parameters=[parameter("options.two.bid_cost", 10_000, 30_000), parameter("options.one.bid_cost", 0, 10_000)],
    )
    found = {(each.path, each.option): each.value for each in sensitivity(case).switching}
    assert list(found) == [(p, o) for p in ("options.two.bid_cost", "options.one.bid_cost") for o in ("two", "none")]
    # 7,000 lies below the low of 10,000, and 20,000 above the high of 10,000: both are looked for past the ends.
    assert found["options.two.bid_cost", "two"] == pytest.approx(7_000, abs=0.02)
    assert found["options.one.bid_cost", "two"] == pytest.approx(20_000, abs=0.01)
    assert found["options.two.bid_cost", "none"] is None


def test_an_option_worth_the_same_at_the_central_value_switches_there() -> None:
    twins = [option("annual_cycle", "one"), option("annual_cycle", "two")]
    case = uncertain(*twins, parameters=[parameter("product.annual_benefit", 200_000, 400_000)])
    assert [each.value for each in sensitivity(case).switching] == [300_000]
    case = uncertain(*twins, parameters=[parameter("options.two.bid_cost", 0, 20_000)])
    assert [each.value for each in sensitivity(case).switching] == [15_000]


def test_a_whole_parameter_switches_at_the_first_whole_value_past_the_change() -> None:
    for central in (0, 25, 70):
        case = uncertain(
            option("annual_cycle", "annual"),
            option("sustained_squad", "squad", approval_month=central),
            parameters=[parameter("options.squad.approval_month", 0, 34)],
            product={"annual_benefit": 900_000},
        )
        [switch] = sensitivity(case).switching

        def ahead(month: int, case: Case = case) -> bool:
            again = worth(changed(case, switch.path, month))  # noqa: B023
            return again["squad"] > again["annual"]

        assert isinstance(switch.value, int)
        toward = switch.value - int(math.copysign(1, switch.value - central))
        assert ahead(switch.value) != ahead(central)
        assert ahead(toward) == ahead(central)
        between = range(min(toward, central), max(toward, central) + 1)
        assert {ahead(month) for month in between} == {ahead(central)}


def test_a_limit_that_the_case_has_not_is_as_large_as_any() -> None:
    """The crossing nearest to no limit is the largest."""
    case = uncertain(
        option("annual_cycle", "annual"),
        option("sustained_squad", "squad"),
        parameters=[parameter("options.squad.annual_limit", 50_000, 500_000)],
        product={"annual_benefit": 600_000, "effort_to_live": 20},
    )
    [switch] = sensitivity(case).switching
    value, unlimited = switch.value, worth(case)
    assert value is not None
    just_below, just_above = (worth(changed(case, switch.path, value + step)) for step in (-1, 1))
    assert (just_above["squad"] > just_above["annual"]) == (unlimited["squad"] > unlimited["annual"])
    assert (just_below["squad"] > just_below["annual"]) != (just_above["squad"] > just_above["annual"])


def test_a_probability_switches_where_the_means_over_the_draws_do() -> None:
    case = uncertain(
        option("capital_project", "capital"),
        option("sustained_squad", "squad"),
        option("annual_cycle", "annual"),
        parameters=[
            parameter("options.squad.withdrawal_probability", 0, 0.3),
            parameter("product.annual_benefit", 1, 900_000),
        ],
        draws=2000,
        product={"annual_benefit": 900_000},
    )
    switches = {(each.path, each.option): each.value for each in sensitivity(case).switching}
    value = switches["options.squad.withdrawal_probability", "squad"]
    assert value is not None

    def gap(chance: float) -> float:
        again = mean_worth(changed(case, "options.squad.withdrawal_probability", chance))
        return again["squad"] - again["capital"]

    assert gap(value - 1e-6) * gap(value + 1e-6) < 0
    assert switches["options.squad.withdrawal_probability", "annual"] is None


STEPS = Range(low=0.0, high=10.0, least=0.0, most=1000.0, whole=False)


@pytest.mark.parametrize(
    ("gap", "central", "expected"),
    [
        (lambda x: x - 3.7, 1.0, 3.7),
        (lambda x: (x - 3.7) * (x - 9.0), 8.0, 9.0),
        (lambda x: (x - 3.7) * (x - 9.0), 6.0, 3.7),
        (lambda x: (x - 3.7) * (x - 9.0), math.inf, 9.0),
        (lambda x: np.where(x < 4.5, -1.0, 1.0), 1.0, 4.5),
        (lambda x: x - 321.0, 1.0, 321.0),
        (lambda x: x + 1.0, 1.0, None),
        (lambda x: x - 5.0, 5.0, 5.0),
        (lambda x: np.where(x > 7.0, np.nan, x - 6.0), 9.0, 6.0),
        (lambda x: np.where(x > 7.0, np.nan, x - 6.0), 6.5, 6.0),
        (lambda x: np.maximum(0.0, x - 6.0), 8.0, 6.0),
    ],
)
def test_the_crossing_nearest_the_central_value_is_found(gap: Any, central: float, expected: float | None) -> None:
    at = places(STEPS, central, 100)
    found = crossing(gap, STEPS, central, at, gap(at), 30)
    assert found == (None if expected is None else pytest.approx(expected, abs=1.1e-5))


# The same money, the same outcome.


@pytest.mark.parametrize("name", [name for name in NAMES if name != "07-uncertain"])
def test_the_same_money_and_the_same_outcome_of_the_worked_cases(name: str) -> None:
    case = build_case(given(name))
    result, found = appraise(case), sensitivity(case)
    assert found.tornado == ()
    assert found.switching == ()
    fund = next((each for each in result.options if each.funding_model == "annual_cycle"), None)
    if fund is None:
        assert found.same_money is found.same_outcome is None
        assert list(found.as_json()) == ["tornado", "switching"]
        return
    squads = [
        each.id for each in result.options if each.funding_model in ("sustained_squad", "contractor_to_permanent")
    ]
    assert [each.option for each in found.same_money or ()] == squads
    assert [each.option for each in found.same_outcome or ()] == squads
    for money in found.same_money or ():
        limit = (fund.months.permanent_staff + fund.months.contractors).sum() / case.years
        assert money.annual_limit == pytest.approx(limit, rel=1e-12)
        assert money.result.summary == limited(case, money.option, money.annual_limit).summary
    for outcome in found.same_outcome or ():
        for limit, figure in ((outcome.for_effort, "productive_fte_months"), (outcome.for_benefit, "benefit_pv")):
            wanted = fund.figures[figure] or 0.0
            if limit is None:
                assert (limited(case, outcome.option, 1e12).figures[figure] or 0.0) < wanted
                continue
            assert isinstance(limit, int)
            assert (limited(case, outcome.option, limit).figures[figure] or 0.0) >= wanted
            if limit:
                assert (limited(case, outcome.option, limit - 1).figures[figure] or 0.0) < wanted


def limited(case: Case, option_id: str, limit: float) -> Any:
    with_limit = changed(case, f"options.{option_id}.annual_limit", limit)
    return appraise(changed(with_limit, f"options.{option_id}.limit_indexation", 0)).option(option_id)


def test_no_limit_delivers_what_a_squad_never_could() -> None:
    case = small(option("annual_cycle", team_share=9), option("sustained_squad"), product={"effort_to_live": 12})
    [outcome] = sensitivity(build_case(case)).same_outcome or ()
    assert (outcome.for_effort, outcome.for_benefit) == (None, None)


def test_a_fund_that_delivers_nothing_is_matched_by_no_money() -> None:
    case = small(option("annual_cycle", funded_years=[]), option("sustained_squad"))
    [outcome] = sensitivity(build_case(case)).same_outcome or ()
    assert (outcome.for_effort, outcome.for_benefit) == (0, 0)


# Its form, and stopping.


def test_the_result_has_the_form_of_the_specification() -> None:
    found = found_07().as_json()
    assert list(found) == ["tornado", "switching", "same_money", "same_outcome"]
    assert {tuple(each) for each in found["tornado"]} == {("path", "low", "high", "net_present_value")}
    assert {tuple(each) for each in found["switching"]} == {("path", "option", "value")}
    assert {tuple(each) for each in found["same_money"]} == {("option", "annual_limit", "summary")}
    assert {tuple(each) for each in found["same_outcome"]} == {("option", "for_effort", "for_benefit")}
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert sensitivity(case_07()).as_json() == found


def test_progress_is_told_and_may_stop_it() -> None:
    case = uncertain(option("annual_cycle"), parameters=[parameter("optimism_bias", 0, 1)])
    told: list[tuple[int, int]] = []
    sensitivity(case, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    with pytest.raises(Stopped):
        sensitivity(case, progress=lambda done, of: False)


def test_a_parameter_past_what_a_float_holds_is_a_fault_with_its_path() -> None:
    path = "options.annual_cycle.bid_cost"
    case = uncertain(option("annual_cycle"), parameters=[parameter(path, 0, 1.7e308)])
    with pytest.raises(CaseError) as found:
        sensitivity(case)
    assert [(fault.path, fault.code) for fault in found.value.faults] == [(path, "overflow")]
