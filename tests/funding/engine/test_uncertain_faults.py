"""The uncertainty of a case is checked in full when the case is read."""

from __future__ import annotations

from typing import Any

import pytest

from funding.engine import build_case

from .cases import option, small
from .test_faults import faults

PATH = "product.effort_to_live"
UNIFORM = {"path": PATH, "distribution": "uniform", "low": 30, "high": 70}
PERT = {"path": PATH, "distribution": "pert", "low": 30, "likely": 40, "high": 70}
NORMAL = {"path": PATH, "distribution": "normal", "mean": 40, "sd": 5}


def uncertain(*parameters: Any, **changes: Any) -> dict[str, Any]:
    return small(uncertainty={"draws": 1000, "seed": 2027, "parameters": list(parameters), **changes})


def parameter(path: str, low: float, high: float) -> dict[str, Any]:
    return {"path": path, "distribution": "uniform", "low": low, "high": high}


@pytest.mark.parametrize(
    "parameters",
    [
        [],
        [UNIFORM],
        [PERT],
        [{**PERT, "distribution": "triangular"}],
        [{**PERT, "likely": 30}],
        [{**PERT, "likely": 70}],
        [NORMAL],
        [{**NORMAL, "low": 30}],
        [{**NORMAL, "high": 50}],
        [{**NORMAL, "low": 41, "high": 50}],
        [parameter("prices.pay_inflation", -0.2, 0.5)],
        [parameter("optimism_bias", 0, 5), parameter("benefit_haircut", 0, 1)],
        [parameter("employment.salary_multiplier", 0.001, 10)],
        [parameter("options.annual_cycle.award_month", 0, 11)],
        [parameter("options.annual_cycle.award_month", 0.5, 3.5)],
        [parameter("options.annual_cycle.annual_limit", 0, 1e6)],
        [parameter("options.annual_cycle.reaward_probability", 0.3, 0.9)],
        [parameter("options.sustained_squad.recruits_per_month", 0.5, 3)],
        [parameter("options.sustained_squad.attrition_rate", 0, 0.99)],
    ],
)
def test_what_may_vary_is_accepted(parameters: list[Any]) -> None:
    assert faults(uncertain(*parameters)) == []


HERE = "uncertainty.parameters[0]"


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        (5, "", "not_an_object"),
        ({"distribution": "uniform", "low": 1, "high": 2}, ".path", "required"),
        ({"path": PATH, "low": 1, "high": 2}, ".distribution", "required"),
        ({**UNIFORM, "path": 5}, ".path", "not_text"),
        ({**UNIFORM, "path": "years"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "name"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "discount_rates"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "discount_rates[0].rate"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "squad[0].salary"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "product"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "prices.inflation"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "options.annual_cycle.funded_years"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "options.sustained_squad.size_by_year"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "options.annual_cycle.name"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "options.annual_cycle.cover_months"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "options.do_nothing.bid_cost"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "options.nobody.award_month"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": "options[0].award_month"}, ".path", "unknown_path"),
        ({**UNIFORM, "path": ""}, ".path", "unknown_path"),
        ({**UNIFORM, "distribution": "beta"}, ".distribution", "bad_choice"),
        ({**UNIFORM, "likely": 40}, ".likely", "unknown_key"),
        ({**UNIFORM, "mean": 40}, ".mean", "unknown_key"),
        ({**PERT, "sd": 4}, ".sd", "unknown_key"),
        ({**NORMAL, "likely": 40}, ".likely", "unknown_key"),
        ({**UNIFORM, "shape": 4}, ".shape", "unknown_key"),
        ({**UNIFORM, "high": 30}, ".high", "low_not_below_high"),
        ({**UNIFORM, "low": 71}, ".high", "low_not_below_high"),
        ({**NORMAL, "low": 50, "high": 40}, ".high", "low_not_below_high"),
        ({**PERT, "likely": 29}, ".likely", "likely_outside"),
        ({**PERT, "likely": 71}, ".likely", "likely_outside"),
        ({**PERT, "likely": None}, ".likely", "not_a_number"),
        ({**UNIFORM, "low": True}, ".low", "not_a_number"),
        ({**UNIFORM, "high": float("inf")}, ".high", "not_finite"),
        ({**UNIFORM, "low": -1}, ".low", "below_minimum"),
        ({**NORMAL, "mean": -1}, ".mean", "below_minimum"),
        ({**NORMAL, "sd": 0}, ".sd", "not_above"),
        ({**NORMAL, "low": -1}, ".low", "below_minimum"),
        (parameter("product.decay_rate", 0, 1), ".high", "not_below"),
        (parameter("employment.salary_multiplier", 0, 1), ".low", "not_above"),
        (parameter("options.annual_cycle.award_month", 0, 11.4), ".high", "above_maximum"),
        (parameter("options.sustained_squad.recruitment_months", 0.6, 4), ".low", "below_minimum"),
        ({"path": PATH, "distribution": "pert", "low": 1, "high": 2}, ".likely", "required"),
        ({"path": PATH, "distribution": "normal", "mean": 1}, ".sd", "required"),
    ],
)
def test_a_fault_of_a_parameter_is_named_by_its_path(given: Any, path: str, code: str) -> None:
    assert faults(uncertain(given)) == [(HERE + path, code)]


def test_what_is_wrong_beside_an_unknown_distribution_is_listed_too() -> None:
    given = {"path": PATH, "distribution": "beta", "low": "x", "high": -1, "sd": 0, "shape": 4}
    assert faults(uncertain(given)) == [
        (f"{HERE}.distribution", "bad_choice"), (f"{HERE}.shape", "unknown_key"), (f"{HERE}.low", "not_a_number"),
        (f"{HERE}.high", "below_minimum"), (f"{HERE}.sd", "not_above"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"draws": 0}, "draws", "below_minimum"),
        ({"draws": 1_000_001}, "draws", "above_maximum"),
        ({"draws": 10.5}, "draws", "not_whole"),
        ({"draws": None}, "draws", "not_a_number"),
        ({"seed": -1}, "seed", "below_minimum"),
        ({"seed": "x"}, "seed", "not_a_number"),
        ({"parameters": {}}, "parameters", "not_a_list"),
        ({"method": "sobol"}, "method", "unknown_key"),
    ],
)
def test_a_fault_of_the_draws_is_named_by_its_path(changes: dict[str, Any], path: str, code: str) -> None:
    assert faults(uncertain(**changes)) == [(f"uncertainty.{path}", code)]


def test_an_empty_uncertainty_lists_what_is_required() -> None:
    assert faults(small(uncertainty={})) == [
        (f"uncertainty.{key}", "required") for key in ("draws", "seed", "parameters")
    ]


def test_a_path_given_twice_is_a_fault() -> None:
    assert faults(uncertain(UNIFORM, PERT)) == [("uncertainty.parameters[1].path", "repeated_path")]


def test_a_bad_option_does_not_make_a_fault_of_the_paths_that_name_it() -> None:
    case = uncertain(parameter("options.mine.award_month", 0, 5))
    case["options"][0] = option("annual", "mine")
    assert faults(case) == [("options[0].funding_model", "bad_choice")]


def test_uncertainty_is_kept_as_it_was_given() -> None:
    case = uncertain(PERT, {**NORMAL, "path": "product.sustaining_fte", "low": 30})
    assert build_case(case).as_json()["uncertainty"] == case["uncertainty"]
