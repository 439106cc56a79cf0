"""Laws of the draws, for any case: more certain money never means less work, equal options differ in no draw."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import given as given_any
from hypothesis import strategies as st

from funding.engine import Uncertain, build_case, draw

from .generated import cases

law = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def _drawn(found: dict[str, Any], draws: int = 12) -> Uncertain:
    return draw(build_case({**found, "uncertainty": {"draws": draws, "seed": 3, "parameters": []}}))


@law
@given_any(cases(models=("annual_cycle",)), st.floats(0, 1), st.floats(0, 1))
def test_a_better_chance_of_an_award_never_lowers_the_work_done(case: dict[str, Any], one: float, other: float) -> None:
    """Borrowed staff apart, who are there only in the years without a team."""
    for each in case["options"]:
        each["support_share"] = 0
    worse, better = (
        _drawn({**case, "options": [{**each, "reaward_probability": p} for each in case["options"]]})
        for p in sorted((one, other))
    )
    for before, after in zip(worse.options, better.options, strict=True):
        less, more = (each.figures["productive_fte_months"].mean for each in (before, after))
        assert more >= less - 1e-9 * (1 + less)


@law
@given_any(cases(models=("sustained_squad", "contractor_to_permanent")), st.floats(0, 1), st.floats(0, 1))
def test_a_likelier_withdrawal_never_raises_the_work_done(case: dict[str, Any], one: float, other: float) -> None:
    safer, riskier = (
        _drawn({**case, "options": [{**each, "withdrawal_probability": p} for each in case["options"]]})
        for p in sorted((one, other))
    )
    for before, after in zip(safer.options, riskier.options, strict=True):
        more, less = (each.figures["productive_fte_months"].mean for each in (before, after))
        assert less <= more + 1e-9 * (1 + more)


@law
@given_any(cases(), st.integers(0, 2))
def test_two_equal_options_differ_in_no_draw(case: dict[str, Any], which: int) -> None:
    twin = {**copy.deepcopy(case["options"][which % len(case["options"])]), "id": "twin"}
    case["options"] = [twin, *case["options"]]
    found = _drawn(case)
    other = found.options[1 + which % (len(case["options"]) - 1)]
    assert other.beats_baseline_share == 0
    assert other.live_share == found.option("twin").live_share
    assert other.cost_by_year == found.option("twin").cost_by_year
    alike = {name: spread for name, spread in other.figures.items() if name != "overtakes_baseline_month"}
    assert alike.items() <= found.option("twin").figures.items()
    assert set(other.figures["overtakes_baseline_month"].as_json().values()) == {0}


@law
@given_any(cases())
def test_points_rise_and_hold_the_mean_between_the_ends(case: dict[str, Any]) -> None:
    for one in _drawn(case).options:
        for spread in one.figures.values():
            points = [spread.p5, spread.p10, spread.p25, spread.p50, spread.p75, spread.p90, spread.p95]
            if spread.mean is None:
                assert points == [None] * 7
            else:
                assert points == sorted(points)


# Stopping, and numbers past reckoning.
