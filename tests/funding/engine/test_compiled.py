"""The compiled walk gives what the plain one gives, with and without events, in whatever company a lane is walked."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest

from funding.engine import FIGURES, Case, appraise, appraise_many, build_case
from funding.engine.lanes import Column, column, empty, live
from funding.engine.layout import SERIES, WIDTH
from funding.engine.walking import (
    INPUT_ROW,
    LivedMany,
    baselines,
    in_blocks,
    in_rows,
    room_for,
    spread,
    stack,
    taken,
    varied,
    walk,
)

from .cases import NAMES, given, option, small

EXACT = 1e-9
walked = partial(walk, compiled=True)


def _varied(count: int) -> list[Case]:
    """Cases of different squads, lengths and numbers of options, the same every time."""
    chance = random.Random(2027)
    found = []
    for _ in range(count):
        case = given(chance.choice(NAMES))
        case.pop("uncertainty", None)
        case["squad"] = case["squad"][: chance.randint(1, 7)]
        case["product"]["effort_to_live"] = chance.uniform(0, 60)
        case.setdefault("prices", {})["pay_inflation"] = chance.uniform(-0.1, 0.1)
        found.append(build_case(case))
    return found


def test_many_cases_at_once_give_what_each_gives_alone() -> None:
    cases = _varied(200)
    many = appraise_many(cases, series=SERIES, compiled=True)
    for case_index, case in enumerate(cases):
        for option_index, alone in enumerate(appraise(case).options):
            here = (case_index, option_index)
            for name in FIGURES:
                value = alone.figures[name]
                expected = np.nan if value is None else value
                assert many.figures[name][here] == pytest.approx(expected, rel=EXACT, abs=EXACT, nan_ok=True)
            assert many.cost_by_year[here][: case.years] == pytest.approx(alone.cost_by_year, rel=EXACT)
            assert many.benefit_by_year[here][: case.years] == pytest.approx(alone.benefit_by_year, rel=EXACT)
            for name in SERIES:
                series = many.months[name][here][: case.months]
                assert np.allclose(series, getattr(alone.months, name), rtol=EXACT, atol=EXACT)


def test_what_a_case_has_not_is_null_in_the_arrays() -> None:
    cases = [build_case(small(option("annual_cycle"), years=2)), build_case(small())]
    many = appraise_many(cases, series=["progress"], compiled=False)
    assert many.figures["cost_nominal"].shape == (2, 5)
    assert np.isnan(many.figures["cost_nominal"][0, 1:]).all()
    assert np.isnan(many.cost_by_year[0, 0, 2:]).all()
    assert np.isnan(many.months["progress"][0, 0, 24:]).all()
    assert not np.isnan(many.months["progress"][0, 0, :24]).any()


def test_no_cases_are_no_figures() -> None:
    assert appraise_many([]).figures["cost_nominal"].shape == (0, 0)


def test_plain_and_compiled_are_chosen_by_number_and_agree() -> None:
    cases = _varied(5)
    plain, compiled = appraise_many(cases, compiled=False), appraise_many(cases, compiled=True)
    for name in FIGURES:
        assert np.allclose(plain.figures[name], compiled.figures[name], rtol=EXACT, atol=EXACT, equal_nan=True)


def test_squads_without_ramp_up_are_not_told_the_ramp_up_of_those_walked_before_them() -> None:
    cases = [
        build_case(small(option("sustained_squad", ramp_up_months=months)))
        for months in (6, 0)
        for _ in range(WIDTH)
    ]  # fmt: skip
    plain, compiled = appraise_many(cases, compiled=False), appraise_many(cases, compiled=True)
    for name in FIGURES:
        assert np.allclose(plain.figures[name], compiled.figures[name], rtol=EXACT, atol=EXACT, equal_nan=True)


def test_a_case_past_what_a_float_holds_is_null_among_the_others() -> None:
    one = option("annual_cycle", annual_limit=0, contractor_rate_multiplier=1e-322)
    beyond = build_case(small(one, squad=[{"role": "x", "fte": 1, "salary": 1, "day_rate": 1e-322}]))
    found = appraise_many([beyond, build_case(small(option("annual_cycle")))], compiled=False)
    assert np.isnan(found.figures["cost_nominal"][0, 0])
    assert found.figures["cost_nominal"][1, 0] > 0


def _eventful(lane: Column, chance: random.Random) -> Column:
    """The lane with bids lost, guarantees withdrawn and freezes, as an uncertain case will have them."""
    years = range(lane.years)
    return replace(
        lane,
        funded=[float(lane.funded[y] and chance.random() < 0.6) for y in years],
        frozen=[0.0, *(float(chance.random() < 0.3) for _ in years[1:])],
        withdrawn=float(chance.choice([1, 3, lane.years])),
    )


@pytest.mark.parametrize("name", ["01-defaults", "04-gaps-and-resizing", "08-corners", "10-overruns"])
def test_lanes_with_events_agree_beside_any_others(name: str) -> None:
    case = build_case(given(name))
    chance = random.Random(name)
    for index, one in enumerate(case.options):
        lanes = [_eventful(column(case, one), chance) for _ in range(WIDTH + 9)]
        baseline = np.random.default_rng(index).normal(-1e6, 5e5, (case.months, len(lanes)))
        together = walked(stack(lanes), in_blocks(baseline), is_baseline=False, record=True)
        for place in (0, 5, WIDTH - 1, WIDTH, len(lanes) - 1):
            before = empty(case.months)
            before[::WIDTH] = baseline[:, place].tolist()
            alone = live(lanes[place], before, is_baseline=False)
            assert np.allclose(together.totals[:, place], alone.totals, rtol=EXACT, atol=EXACT)
            assert np.allclose(together.cost_by_year[:, place], alone.cost_by_year, rtol=EXACT, atol=EXACT)
            series = np.reshape(alone.series, (len(SERIES), case.months))
            assert np.allclose(together.series[:, :, place], series, rtol=EXACT, atol=EXACT)


def _all(lived: LivedMany) -> list[bytes]:
    return [part.tobytes() for part in (lived.totals, lived.cost_by_year, lived.benefit_by_year, lived.series)]


def test_a_lane_is_the_same_to_the_last_bit_alone_and_in_any_company() -> None:
    case = build_case(given("04-gaps-and-resizing"))
    chance = random.Random(1)
    for one in case.options:
        lanes = stack([_eventful(column(case, one), chance) for _ in range(2 * WIDTH + 3)])
        lanes.inputs[INPUT_ROW["product.effort_to_live"]] = np.random.default_rng(1).uniform(0, 60, lanes.count)
        baseline = np.random.default_rng(2).normal(-1e6, 5e5, (case.months, lanes.count))
        whole = walked(lanes, in_blocks(baseline), is_baseline=False, record=True)
        for which in ([0], [WIDTH], range(5, 2 * WIDTH), range(lanes.count - 1, -1, -1)):
            places = np.array(which)
            found = walked(taken(lanes, places), in_blocks(baseline[:, places]), is_baseline=False, record=True)
            assert _all(found) == _all(
                LivedMany(
                    whole.totals[:, places],
                    whole.cost_by_year[:, places],
                    whole.benefit_by_year[:, places],
                    whole.series[:, :, places],
                )
            )


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize("name", ["04-gaps-and-resizing", "08-corners"])
def test_what_lanes_have_in_common_may_stand_once(name: str, compiled: bool) -> None:
    """To the last bit as where each lane has it for itself, whichever rows vary; another option's row is passed by."""
    case = build_case(given(name))
    count = WIDTH + 9
    effort = np.random.default_rng(3).uniform(0, 60, count)
    row = INPUT_ROW["product.effort_to_live"]
    baseline = in_blocks(np.random.default_rng(4).normal(-1e6, 5e5, (case.months, count)))
    for one in case.options:
        each = stack([column(case, one)] * count)
        each.inputs[row] = effort
        shared = varied(spread(column(case, one), count), {row: effort})
        passing = replace(shared, rows=np.array([-1, row]), varied=np.array([effort[::-1], effort]))
        expected = _all(walk(each, baseline, is_baseline=False, compiled=compiled, record=True))
        for lanes in (shared, passing, taken(shared, np.arange(count))):
            assert _all(walk(lanes, baseline, is_baseline=False, compiled=compiled, record=True)) == expected
            assert (lanes.number(row) == effort).all()
            assert len(lanes.number(row + 1)) == 1
            assert lanes.lane(5) == each.lane(5)


def test_there_is_room_for_what_is_written() -> None:
    """Compiled code writes past a table's end."""
    case = build_case(given("01-defaults"))
    lanes = stack([column(case, case.options[0])] * 3)
    for into in (room_for(case.years, 2), room_for(case.years - 1, 3), room_for(case.years, 3, case.months - 1)):
        with pytest.raises(ValueError):
            walked(lanes, baselines(case.months, 0), is_baseline=True, into=into)
    for wrong in (
        replace(lanes, rows=np.array([0])),
        replace(lanes, rows=np.array([len(INPUT_ROW)]), varied=np.zeros((1, 3))),
        replace(lanes, rows=np.array([0]), varied=np.zeros((1, 2))),
        replace(lanes, funded=lanes.funded[:, :2].copy()),
        replace(lanes, size=lanes.size[1:]),
    ):
        with pytest.raises(ValueError):
            walked(wrong, baselines(case.months, 0), is_baseline=True)


def test_a_baseline_is_kept_in_blocks_and_read_back() -> None:
    case = build_case(given("01-defaults"))
    lanes = stack([column(case, case.options[0])] * (WIDTH + 1))
    kept = baselines(case.months, lanes.count)
    walked(lanes, kept, is_baseline=True)
    rows = in_rows(kept, lanes.count)
    assert rows.shape == (case.months, WIDTH + 1)
    assert (rows == rows[:, :1]).all()
    assert (in_blocks(rows)[1, :, 0] == rows[:, 0]).all()
    months = appraise(case).options[0].months
    assert rows[-1, 0] == pytest.approx(float(np.sum(months.benefit_pv - months.cost_pv)), rel=EXACT)
    with pytest.raises(ValueError):
        walked(lanes, baselines(case.months, WIDTH), is_baseline=True)
    with pytest.raises(ValueError):
        walked(lanes, baselines(case.months, 0), is_baseline=False)


def test_a_lone_option_needs_no_room_for_a_baseline() -> None:
    case = build_case(given("01-defaults"))
    lanes = stack([column(case, case.options[0])] * (WIDTH + 1))
    kept = walked(lanes, baselines(case.months, lanes.count), is_baseline=True)
    assert _all(walked(lanes, baselines(case.months, 0), is_baseline=True)) == _all(kept)


def _lived(model: str, **events: Any) -> dict[str, np.ndarray[Any, np.dtype[np.float64]]]:
    """The months of the small case's option of `model` with these events, by series."""
    case = build_case(small(option(model), years=4))
    lane = live(replace(column(case, case.options[0]), **events), empty(48), is_baseline=True)
    return dict(zip(SERIES, np.reshape(lane.series, (len(SERIES), 48)), strict=True))


def test_a_lost_year_is_like_one_not_funded_and_still_bid_for() -> None:
    lost = _lived("annual_cycle", funded=[1.0, 0.0, 1.0, 1.0])
    case = build_case(small(option("annual_cycle", funded_years=[0, 2, 3]), years=4))
    assert (lost["cost_nominal"] == appraise(case).options[0].months.cost_nominal).all()


def test_a_guarantee_withdrawn_leaves_no_posts_from_that_april() -> None:
    found = _lived("sustained_squad", withdrawn=2.0)
    assert found["permanent_fte"][23] > 0
    assert (found["permanent_fte"][24:] == 0).all()
    assert (found["campaigns"][24:] == 0).all()
    assert found["recruitment_and_exit"][24] > 0


def test_nobody_is_recruited_in_a_freeze() -> None:
    found = _lived("sustained_squad", frozen=[0.0, 1.0, 0.0, 0.0])
    assert (found["campaigns"][12:24] == 0).all()
    assert found["campaigns"][24] > 0


def test_one_case_needs_neither_the_compiler_nor_django() -> None:
    code = (
        "import sys, funding.engine as e; from tests.funding.engine.cases import small;"
        "r = e.appraise(e.build_case(small())); e.appraise_many([r.case] * 3); r.as_json(True);"
        "sys.exit(bool({'numba', 'django'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
