"""The picture: who is there in each month, drawn to one scale."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.charts.picture import HEIGHT, TOP, WIDTH, picture, spells
from tests.funding.comparisons import of_worked_case


def row(name: str, key: str):
    return next(one for one in picture(of_worked_case(name)).rows if one.option.key == key)


def test_months_with_nobody_are_a_gap_with_their_number():
    drawn = row("01-defaults", "annual")
    assert sum(gap.months for gap in drawn.gaps) == drawn.option.summary["months_without_team"]
    assert drawn.gaps[0].x == 0
    assert drawn.gaps[0].months == 7


def test_permanent_staff_and_contractors_are_drawn_apart():
    squad = row("01-defaults", "squad")
    assert squad.permanent
    assert not squad.contractors
    assert row("01-defaults", "hybrid").contractors


def test_doing_nothing_is_one_gap_from_end_to_end():
    nothing = row("08-corners", "nothing")
    assert [(gap.x, gap.width, gap.months) for gap in nothing.gaps] == [(0, WIDTH, 34 * 12)]
    assert not nothing.permanent + nothing.contractors + nothing.planned + nothing.fitness


def test_the_mark_stands_in_the_month_the_product_goes_live():
    drawn = row("02-by-hand", "annual")
    assert drawn.option.summary["live_month"] == 12
    assert drawn.live_x == pytest.approx(WIDTH / 3)
    assert row("05-late-award-never-live", "annual").live_x is None


def test_the_fullest_team_fills_the_height():
    drawn = picture(of_worked_case("02-by-hand"))
    assert any(f" {TOP:g}" in one.contractors for one in drawn.rows)


def test_a_drawing_stays_small_however_long_the_life():
    drawn = picture(of_worked_case("06-long-life"))
    assert all(len(one.permanent) + len(one.contractors) + len(one.fitness) < 12_000 for one in drawn.rows)


def test_nothing_is_drawn_outside_the_box():
    for one in picture(of_worked_case("10-overruns")).rows:
        for path in (one.permanent, one.contractors, one.planned, one.fitness):
            for point in path.replace("M", "L").replace("Z", "").split("L")[1:]:
                x, y = map(float, point.split())
                assert -0.1 <= x <= WIDTH + 0.1
                assert -0.1 <= y <= HEIGHT + 0.1


@given(st.lists(st.sampled_from([0.0, 0.5, 3.0]), min_size=1, max_size=60))
def test_spells_and_the_months_between_them_are_all_the_months(fte):
    found = list(spells(np.array(fte)))
    empty = {month for start, length in found for month in range(start, start + length)}
    assert empty == {month for month, there in enumerate(fte) if there == 0}
    assert all(first + length < second for (first, length), (second, _) in pairwise(found))
