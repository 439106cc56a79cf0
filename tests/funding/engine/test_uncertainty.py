"""Many draws: the same to the last bit however made, and the deterministic figures where nothing is uncertain."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from functools import cache
from typing import Any

import numpy as np
import pytest

from funding.engine import (
    FIGURES,
    Case,
    CaseError,
    Stopped,
    Uncertain,
    appraise,
    build_case,
    draw,
    draw_each,
    draw_part,
    merge,
)
from funding.engine import spreads as spreads_module
from funding.engine.draws import plan, values
from funding.engine.randomness import uniforms
from funding.engine.spreads import PERCENT, Kept, spread_of

from . import oracle_draws
from .cases import MODELS, NAMES, given, option, small

CERTAIN = {
    "annual_cycle": {"first_award_probability": 1, "reaward_probability": 1},
    "sustained_squad": {"withdrawal_probability": 0, "freeze_probability": 0},
    "contractor_to_permanent": {"withdrawal_probability": 0, "freeze_probability": 0},
}


def case_07(draws: int = 700, **changes: Any) -> Case:
    found = given("07-uncertain")
    found["uncertainty"].update(draws=draws, **changes)
    return build_case(found)


@cache
def drawn_07() -> Uncertain:
    return draw(case_07())


def certain(found: dict[str, Any], draws: int) -> dict[str, Any]:
    """The case with events that are certain and no parameter that varies."""
    found = copy.deepcopy(found)
    for each in found["options"]:
        each.update(CERTAIN.get(each["funding_model"], {}))
    return {**found, "uncertainty": {"draws": draws, "seed": 1, "parameters": []}}


# The last bit.


@pytest.mark.parametrize("chunk", [1, 63, 64, 65, 300, 699, 700, 5000])
def test_chunks_of_any_size_give_the_same_figures_to_the_last_bit(chunk: int) -> None:
    if chunk == 1:
        case = case_07(130)
        assert draw(case, chunk=1, threads=2).as_json() == draw(case).as_json()
    else:
        assert draw(case_07(), chunk=chunk).as_json() == drawn_07().as_json()


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_any_number_of_threads_gives_the_same_figures_to_the_last_bit(threads: int) -> None:
    assert draw(case_07(), threads=threads, chunk=50).as_json() == drawn_07().as_json()


def test_parts_made_apart_in_any_order_give_the_same_figures_to_the_last_bit() -> None:
    case = case_07()
    parts = [draw_part(case, first, last) for first, last in [(333, 700), (0, 1), (1, 333)]]
    assert parts[0].values.shape == (367, 4, len(FIGURES) + 30)
    assert merge(case, iter(parts)).as_json() == drawn_07().as_json()


def test_another_process_gives_the_same_figures_to_the_last_bit() -> None:
    code = (
        "import json; from tests.funding.engine.test_uncertainty import drawn_07;"
        "print(json.dumps(drawn_07().as_json()))"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert json.loads(done.stdout) == drawn_07().as_json()


def test_draws_kept_in_a_file_give_the_same_figures_to_the_last_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreads_module, "IN_MEMORY", 1000)
    assert draw(case_07(), chunk=100).as_json() == drawn_07().as_json()


def test_few_draws_need_no_compiler_and_give_what_many_begin_with() -> None:
    """Below some 500 lanes a case is walked as plain Python: the first draws are those of the compiled walk."""
    few, many = draw_part(case_07(40), 0, 40), draw_part(case_07(4000), 0, 40)
    assert np.array_equal(few.values, many.values, equal_nan=True)
    code = (
        "import sys; from tests.funding.engine.test_uncertainty import case_07; from funding.engine import draw;"
        "draw(case_07(40)); sys.exit(bool({'numba', 'django'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_parts_that_are_not_each_draw_once_are_refused() -> None:
    case = case_07(30)
    parts = [draw_part(case, 0, 10), draw_part(case, 10, 30), draw_part(case, 9, 30)]
    for wrong in ([], parts[:1], parts[1:2], [parts[0], parts[2]], [*parts[:2], parts[0]]):
        with pytest.raises(ValueError, match="not each of 30 draws once"):
            merge(case, wrong)
    for first, last in [(-1, 5), (0, 31), (5, 5), (7, 3)]:
        with pytest.raises(ValueError, match="not among"):
            draw_part(case, first, last)


def test_a_case_without_uncertainty_is_refused() -> None:
    for ask in (draw, plan):
        with pytest.raises(ValueError, match="no uncertainty"):
            ask(build_case(small()))


# What a draw depends on.


def test_another_parameter_changes_nothing_of_a_draws_values() -> None:
    alone = case_07(parameters=given("07-uncertain")["uncertainty"]["parameters"][2:3])
    [found] = values(plan(alone), 0, 700)
    assert (found == values(plan(case_07()), 0, 700)[2]).all()
    turned = case_07(parameters=given("07-uncertain")["uncertainty"]["parameters"][::-1])
    assert draw(turned).as_json() == drawn_07().as_json()


def test_more_draws_begin_with_the_same_ones() -> None:
    assert np.array_equal(
        draw_part(case_07(700), 0, 700).values, draw_part(case_07(90_000), 0, 700).values, equal_nan=True
    )


def test_another_seed_gives_other_draws() -> None:
    other = draw(case_07(seed=2028)).option("squad").figures["net_present_value"]
    assert other.mean != drawn_07().option("squad").figures["net_present_value"].mean


# Where nothing is uncertain.


@pytest.mark.parametrize("draws", [3, 600])
@pytest.mark.parametrize("name", NAMES)
def test_a_worked_case_with_nothing_uncertain_gives_its_deterministic_figures_exactly(name: str, draws: int) -> None:
    case = build_case(certain(given(name), draws))
    result, found = appraise(case), draw(case)
    for one, other in zip(result.options, found.options, strict=True):
        for figure in FIGURES:
            assert set(other.figures[figure].as_json().values()) == {one.figures[figure]}
        for listed in ("cost_by_year", "benefit_by_year"):
            spreads = getattr(other, listed)
            assert [set(each.as_json().values()) for each in spreads] == [{x} for x in getattr(one, listed).tolist()]
        assert other.live_share == (one.figures["live_month"] is not None)
    net = [one.figures["net_present_value"] for one in result.options]
    assert [other.beats_baseline_share for other in found.options] == [None, *(float(x > net[0]) for x in net[1:])]


def test_options_without_events_and_parameters_are_certain_beside_others() -> None:
    capital = drawn_07().option("capital").figures["live_month"]
    assert capital.p5 != capital.p95
    found = draw(case_07(parameters=[])).option("capital")
    assert found.figures["net_present_value"].p5 == found.figures["net_present_value"].p95


# What is told of the draws.


def test_the_points_are_linear_at_their_ranks_and_null_is_left_out() -> None:
    found = spread_of(np.array([np.nan, 5.0, 1.0, 4.0, np.nan, 2.0, 3.0]))
    assert found.as_json() == pytest.approx(
        {"mean": 3, "p5": 1.2, "p10": 1.4, "p25": 2, "p50": 3, "p75": 4, "p90": 4.6, "p95": 4.8}
    )
    assert set(spread_of(np.array([np.nan, np.nan])).as_json().values()) == {None}
    assert set(spread_of(np.array([])).as_json().values()) == {None}
    assert set(spread_of(np.array([0.1])).as_json().values()) == {0.1}


def test_the_points_are_those_of_numpy_and_the_mean_of_many_equal_ones_is_one_of_them() -> None:
    values = np.random.default_rng(1).lognormal(10, 2, 12_345)
    found = spread_of(values.copy()).as_json()
    assert [found[f"p{p}"] for p in PERCENT] == pytest.approx(np.percentile(values, PERCENT).tolist(), rel=1e-12)
    assert found["mean"] == pytest.approx(values.mean(), rel=1e-12)
    assert set(spread_of(np.full(1237, 0.1 + 0.2)).as_json().values()) == {0.1 + 0.2}


def test_a_table_is_kept_alike_in_memory_and_in_a_file() -> None:
    table = np.random.default_rng(1).normal(size=(7, 100))
    for in_memory in (0, 10**6):
        kept = Kept(7, 100, in_memory=in_memory)
        for first, last in [(40, 100), (0, 1), (1, 40)]:
            kept.put(first, table[:, first:last])
        assert all((kept.row(number) == table[number]).all() for number in range(7))
        assert all((kept.last(number) == table[number]).all() for number in range(7))
        kept.close()


def test_shares_of_draws_are_counted() -> None:
    case = case_07()
    net, live = FIGURES.index("net_present_value"), FIGURES.index("live_month")
    drawn = draw_part(case, 0, 700).values
    for place, one in enumerate(drawn_07().options):
        assert one.live_share == (~np.isnan(drawn[:, place, live])).mean()
        ahead = (drawn[:, place, net] > drawn[:, 0, net]).mean()
        assert one.beats_baseline_share == (ahead if place else None)
    assert 0.5 < drawn_07().option("squad").live_share < 1


def test_the_result_has_the_form_of_the_specification() -> None:
    found = drawn_07().as_json()
    assert list(found) == ["draws", "seed", "options"]
    for each in found["options"]:
        assert list(each) == ["id", "figures", "live_share", "beats_baseline_share", "cost_by_year", "benefit_by_year"]
        assert list(each["figures"]) == list(FIGURES)
        for spread in (*each["figures"].values(), *each["cost_by_year"], *each["benefit_by_year"]):
            assert list(spread) == ["mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"]
        assert len(each["cost_by_year"]) == 15
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_uncertainty_leaves_the_deterministic_result_as_it_is() -> None:
    found = given("07-uncertain")
    with_it = appraise(build_case(found)).as_json(months=True)
    del found["uncertainty"]
    without = appraise(build_case(found)).as_json(months=True)
    assert with_it["options"] == without["options"]


# Against a second reading.


def _uncertain(*parameters: dict[str, Any], draws: int = 150, **changes: Any) -> Case:
    options = [
        option(
            "annual_cycle", "annual", first_award_probability=0.8, funded_years=[0, 1, 3, 4, 5], annual_limit=500_000
        ),
        option("sustained_squad", "squad", withdrawal_probability=0.15, freeze_probability=0.3),
        option("contractor_to_permanent", "hybrid", size_by_year=[1, 0.5, 1], recruits_per_month=1),
        option("capital_project", "capital"),
        option("do_nothing", "nothing"),
    ]
    uncertainty = {"draws": draws, "seed": 11, "parameters": list(parameters)}
    return build_case(small(*options, uncertainty=uncertainty, **changes))


MANY = (
    {"path": "product.effort_to_live", "distribution": "pert", "low": 4, "likely": 12, "high": 60},
    {"path": "product.annual_benefit", "distribution": "triangular", "low": 0, "likely": 300000, "high": 400000},
    {"path": "employment.day_rate_multiplier", "distribution": "uniform", "low": 0.8, "high": 1.25},
    {"path": "options.squad.attrition_rate", "distribution": "normal", "mean": 0.09, "sd": 0.1},
    {"path": "options.squad.recruitment_months", "distribution": "triangular", "low": 3, "likely": 5, "high": 9},
    {"path": "options.hybrid.annual_limit", "distribution": "uniform", "low": 100000, "high": 400000},
    {"path": "options.annual.reaward_probability", "distribution": "pert", "low": 0, "likely": 0.7, "high": 1},
    {"path": "options.hybrid.handover_months", "distribution": "normal", "mean": 2, "sd": 2, "high": 4},
    {"path": "options.capital.build_months", "distribution": "uniform", "low": 0, "high": 9},
    {"path": "prices.pay_inflation", "distribution": "normal", "mean": 0.03, "sd": 0.02, "low": 0, "high": 0.06},
    {"path": "optimism_bias", "distribution": "uniform", "low": 0, "high": 0.4},
)  # fmt: skip


def test_a_second_reading_agrees_draw_by_draw_and_on_every_figure() -> None:
    case = _uncertain(*MANY)
    seed, draws = 11, 150
    as_json = case.as_json()
    naive = [
        oracle_draws.draw(as_json, number, lambda what, at: float(uniforms(seed, what, at, at + 1)[0]))
        for number in range(draws)
    ]
    part, found = draw_part(case, 0, draws).values, draw(case)
    for place, one in enumerate(found.options):
        for row, name in enumerate(FIGURES):
            theirs = [summaries[place][name] for summaries in naive]
            mine = part[:, place, row].tolist()
            expected = [np.nan if x is None else x for x in theirs]
            assert mine == pytest.approx(expected, rel=1e-7, abs=1e-7, nan_ok=True), (one.id, name)
            some = [x for x in theirs if x is not None]
            spread = one.figures[name].as_json()
            if not some:
                assert set(spread.values()) == {None}
                continue
            assert spread["mean"] == pytest.approx(sum(some) / len(some), rel=1e-7, abs=1e-7)
            for percent in PERCENT:
                assert spread[f"p{percent}"] == pytest.approx(oracle_draws.point(some, percent), rel=1e-7, abs=1e-7)
        for y in range(6):
            costs = [summaries[place]["cost_by_year"][y] for summaries in naive]
            assert one.cost_by_year[y].mean == pytest.approx(sum(costs) / draws, rel=1e-7)
            assert one.cost_by_year[y].p75 == pytest.approx(oracle_draws.point(costs, 75), rel=1e-7)
            benefits = [summaries[place]["benefit_by_year"][y] for summaries in naive]
            assert one.benefit_by_year[y].mean == pytest.approx(sum(benefits) / draws, rel=1e-7, abs=1e-7)


def test_progress_is_told_after_each_chunk() -> None:
    told: list[tuple[int, int]] = []
    draw(case_07(150), chunk=60, progress=lambda done, of: told.append((done, of)))
    assert told == [(60, 150), (120, 150), (150, 150)]
    told.clear()
    draw_part(case_07(150), 20, 100, progress=lambda done, of: told.append((done, of)))
    assert told == [(80, 80)]


def test_drawing_stops_where_progress_says_so_or_raises() -> None:
    told: list[int] = []

    def enough(done: int, of: int) -> bool:
        told.append(done)
        return done < 40

    with pytest.raises(Stopped):
        draw(case_07(200), chunk=20, progress=enough)
    assert told == [20, 40]

    def cancelled(done: int, of: int) -> None:
        raise KeyError("cancelled")

    with pytest.raises(KeyError, match="cancelled"):
        draw(case_07(200), chunk=20, progress=cancelled)


def test_a_draw_past_what_a_float_holds_is_a_fault_with_its_option() -> None:
    parameter = {"path": "options.two.bid_cost", "distribution": "uniform", "low": 0, "high": 1.7e308}
    options = [option("annual_cycle", "one"), option("annual_cycle", "two")]
    for draws in (20, 400):
        uncertainty = {"draws": draws, "seed": 1, "parameters": [parameter]}
        case = build_case(small(*options, uncertainty=uncertainty))
        for ask in (lambda case=case: draw(case), lambda case=case, n=draws: draw_part(case, 0, n)):
            with pytest.raises(CaseError) as found:
                ask()
            assert [(fault.path, fault.code) for fault in found.value.faults] == [
                ("uncertainty.options.two", "overflow")
            ]


def test_a_portfolio_is_drawn_one_product_after_another() -> None:
    portfolio = [case_07(30), case_07(30, seed=5)]
    told: list[tuple[int, int]] = []
    found = list(draw_each(portfolio, progress=lambda done, of: told.append((done, of)), of=2))
    assert [each.as_json() for each in found] == [draw(case).as_json() for case in portfolio]
    assert told == [(1, 2), (2, 2)]


def test_every_model_may_be_drawn() -> None:
    uncertainty = {"draws": 10, "seed": 1, "parameters": []}
    assert [each.id for each in draw(build_case(small(uncertainty=uncertainty))).options] == list(MODELS)
