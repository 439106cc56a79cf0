"""What holds of every case, whatever its numbers."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from funding.engine import Result, appraise, build_case
from funding.engine.layout import CATEGORIES

from .cases import MODELS, option, small
from .generated import cases, options

law = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def result(case: dict[str, Any]) -> Result:
    return appraise(build_case(case))


@law
@given(cases())
def test_the_categories_of_cost_add_to_the_total(case: dict[str, Any]) -> None:
    for each in result(case).options:
        parts = sum(getattr(each.months, name) for name in CATEGORIES)
        assert np.allclose(parts, each.months.cost_nominal, rtol=1e-12)
        assert all((getattr(each.months, name) >= 0).all() for name in CATEGORIES)


@law
@given(cases())
def test_months_add_to_years_and_years_to_the_lifetime(case: dict[str, Any]) -> None:
    for each in result(case).options:
        months, figures = each.months, each.figures
        assert np.allclose(months.cost_nominal.reshape(-1, 12).sum(axis=1), each.cost_by_year, rtol=1e-12)
        assert np.allclose(months.benefit_nominal.reshape(-1, 12).sum(axis=1), each.benefit_by_year, rtol=1e-12)
        sums = {
            "cost_nominal": each.cost_by_year, "benefit_nominal": each.benefit_by_year, "cost_real": months.cost_real,
            "cost_pv": months.cost_pv, "benefit_pv": months.benefit_pv, "productive_fte_months": months.productive_fte,
            "paid_fte_months": months.contractor_fte + months.permanent_fte,
        }  # fmt: skip
        for name, parts in sums.items():
            assert figures[name] == pytest.approx(parts.sum(), rel=1e-9, abs=1e-9)


@law
@given(cases())
def test_without_inflation_real_is_nominal(case: dict[str, Any]) -> None:
    case["prices"] = dict.fromkeys(("pay_inflation", "contractor_inflation", "price_inflation", "gdp_deflator"), 0)
    for each in result(case).options:
        assert (each.months.cost_real == each.months.cost_nominal).all()
        assert each.figures["cost_real"] == each.figures["cost_nominal"]


@law
@given(cases())
def test_without_discounting_present_value_is_real(case: dict[str, Any]) -> None:
    case["discount_rates"] = [{"from_year": 0, "rate": 0}]
    for each in result(case).options:
        assert each.figures["cost_pv"] == pytest.approx(each.figures["cost_real"], rel=1e-12)


@law
@given(cases())
def test_shares_stay_shares(case: dict[str, Any]) -> None:
    for each in result(case).options:
        for name in ("coverage", "adoption", "fitness"):
            series = getattr(each.months, name)
            assert (series >= 0).all()
            assert (series <= 1 + 1e-12).all()
        assert (np.diff(each.months.live) >= 0).all()
        assert (each.months.improvement >= 1).all()


@law
@given(cases(), st.integers(0, 2))
def test_two_equal_options_are_equal(case: dict[str, Any], which: int) -> None:
    twin = {**copy.deepcopy(case["options"][which % len(case["options"])]), "id": "twin"}
    case["options"] = [twin, *case["options"]]
    found = result(case)
    other = found.options[1 + which % (len(case["options"]) - 1)]
    assert other.figures == {**found.option("twin").figures, "overtakes_baseline_month": 0}
    assert (other.months.cost_nominal == found.option("twin").months.cost_nominal).all()


@law
@given(cases())
def test_the_order_of_options_changes_nothing_but_the_baseline(case: dict[str, Any]) -> None:
    turned = {**case, "options": case["options"][::-1]}
    for each in result(case).options:
        other = result(turned).option(each.id)
        assert {**each.figures, "overtakes_baseline_month": None} == {**other.figures, "overtakes_baseline_month": None}


@law
@given(cases(), st.integers(1, 4))
def test_a_longer_case_begins_as_the_shorter_one(case: dict[str, Any], more: int) -> None:
    longer = {**case, "years": case["years"] + more}
    for short, long in zip(result(case).options, result(longer).options, strict=True):
        assert (long.months.cost_nominal[: 12 * case["years"]] == short.months.cost_nominal).all()
        assert (long.months.progress[: 12 * case["years"]] == short.months.progress).all()


@law
@given(st.sampled_from(MODELS[1:4]), st.data())
def test_a_limit_never_spends_more_than_it_is(model: str, data: st.DataObject) -> None:
    one = data.draw(options(model, 6, "o"))
    one["annual_limit"] = data.draw(st.sampled_from([0, 1, 50_000, 300_000, 1_000_000]))
    each = result(small(one, prices={"pay_inflation": 0.05, "contractor_inflation": -0.1})).options[0]
    staff = each.months.contractors + (0 if model == "annual_cycle" else each.months.permanent_staff)
    limit = one["annual_limit"] * (1 + one.get("limit_indexation", 0)) ** np.arange(6)
    assert (staff.reshape(6, 12).sum(axis=1) <= limit * (1 + 1e-9) + 1e-6).all()


LEADS = [
    ("annual_cycle", "award_month"), ("annual_cycle", "assembly_months"), ("annual_cycle", "research_months"),
    ("sustained_squad", "approval_month"), ("sustained_squad", "recruitment_months"),
    ("sustained_squad", "ramp_up_months"), ("capital_project", "approval_month"),
    ("capital_project", "procurement_months"), ("capital_project", "research_months"),
]  # fmt: skip


@law
@given(st.sampled_from(LEADS), st.integers(0, 10), st.integers(1, 8), st.floats(0.1, 60), st.floats(0, 0.3))
def test_more_lead_time_never_delivers_earlier(
    lead: tuple[str, str], months: int, more: int, effort: float, attrition: float
) -> None:
    model, name = lead
    assume(name != "award_month" or months + more <= 11)
    numbers: dict[str, Any] = {"attrition_rate": attrition} if model == "sustained_squad" else {}
    one = option(model, **numbers)
    sooner, later = (
        result(small({**one, name: max(1, lead_time)}, product={"effort_to_live": effort}))
        for lead_time in (months, months + more)
    )
    first, second = sooner.options[0].figures["live_month"], later.options[0].figures["live_month"]
    assert second is None or (first is not None and first <= second)


@law
@given(cases(models=("annual_cycle", "sustained_squad", "capital_project")), st.floats(0.01, 5))
def test_optimism_bias_adds_its_share_to_every_cost(case: dict[str, Any], bias: float) -> None:
    plain, biased = result({**case, "optimism_bias": 0}), result({**case, "optimism_bias": bias})
    for before, after in zip(plain.options, biased.options, strict=True):
        assert np.allclose(after.months.cost_nominal, before.months.cost_nominal * (1 + bias))
