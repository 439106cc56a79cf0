"""The year of a round: weeks lost and weeks left, counted from its own dates."""

import datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from funding.actions.defaults import load_defaults
from funding.charts.cycle import WIDTH, cycle_picture
from funding.queries.cycle import cycle_finding, cycle_of
from tests.funding.factories import AssumptionFactory, FundFactory, RoundFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def defaults() -> None:
    load_defaults()


def weeks(cycle) -> dict[str, float]:
    return {stage.key: round(stage.weeks, 1) for stage in cycle.stages}


def test_the_round_of_2022_23_lost_22_7_weeks_before_its_decision(defaults):
    cycle = cycle_of(RoundFactory())
    assert round(cycle.weeks_to_decision, 1) == 22.7
    # 7 September to 31 March, both included, is 206 days.
    assert cycle.weeks_left == 206 / 7


def test_its_stages_fill_the_year_and_add_up_to_it(defaults):
    cycle = cycle_of(RoundFactory())
    assert weeks(cycle) == {
        "closed": 15.4,
        "bid": 4.0,
        "judging": 3.3,
        "assembly": 8.7,
        "research": 8.7,
        "build": 9.9,
        "wind_down": 2.1,
    }
    assert sum(stage.weeks for stage in cycle.stages) == pytest.approx(365 / 7)
    assert all(one.end == two.start for one, two in zip(cycle.stages, cycle.stages[1:], strict=False))
    assert cycle.weeks_lost + cycle.weeks_to_build + weeks(cycle)["wind_down"] == pytest.approx(365 / 7, abs=0.1)


def test_a_signed_assumption_changes_the_weeks_that_are_left_to_build_in(defaults):
    before = cycle_of(RoundFactory(year=2026, **dates(2026))).weeks_to_build
    AssumptionFactory(
        key="options.annual_cycle.assembly_months",
        value=Decimal("1"),
        low=None,
        likely=None,
        high=None,
        valid_from=datetime.date(2026, 4, 1),
    )
    after = cycle_of(RoundFactory(year=2026, **dates(2026))).weeks_to_build
    assert after - before == pytest.approx(30.4375 / 7, abs=0.2)


def dates(year: int) -> dict[str, datetime.date]:
    return {
        "opens": datetime.date(year, 7, 18),
        "closes": datetime.date(year, 8, 15),
        "panel": datetime.date(year, 9, 5),
        "decision": datetime.date(year, 9, 7),
        "delivery_ends": datetime.date(year + 1, 3, 31),
    }


def test_a_team_released_before_the_year_ends_is_seen_to_be_gone(defaults):
    cycle = cycle_of(RoundFactory(delivery_ends=datetime.date(2023, 1, 31)))
    assert cycle.stages[-1].key == "released"
    assert weeks(cycle)["released"] == round(59 / 7, 1)


def test_a_decision_so_late_that_nothing_can_be_built_says_nought_weeks(defaults):
    late = RoundFactory(panel=None, decision=datetime.date(2023, 2, 20))
    cycle = cycle_of(late)
    assert cycle.weeks_to_build == 0
    assert "0 weeks" in cycle_finding(late, cycle)[1]
    assert all(stage.end > stage.start for stage in cycle.stages)


def test_a_decision_before_the_year_begins_is_said_to_be_so(defaults):
    early = RoundFactory(
        opens=datetime.date(2021, 11, 1),
        closes=datetime.date(2021, 12, 1),
        panel=None,
        decision=datetime.date(2022, 2, 1),
    )
    cycle = cycle_of(early)
    assert cycle.weeks_to_decision < 0
    assert "before 2022-23 begins" in cycle_finding(early, cycle)[0]
    assert cycle_picture(early, cycle).bars[0].x == 0


def test_a_round_whose_decision_is_not_known_says_that_nothing_can_be_counted(defaults):
    unknown = RoundFactory(panel=None, decision=None, delivery_ends=None)
    cycle = cycle_of(unknown)
    assert (cycle.weeks_to_decision, cycle.weeks_left, cycle.weeks_lost) == (None, None, None)
    assert "not known" in cycle_finding(unknown, cycle)[0]


def test_without_any_assumption_loaded_the_engine_s_own_defaults_are_taken():
    cycle = cycle_of(RoundFactory())
    assert weeks(cycle)["assembly"] == 8.7
    assert cycle.assumptions == []


def test_the_picture_is_as_wide_as_the_year_and_says_the_same_in_words(defaults):
    found = RoundFactory()
    cycle = cycle_of(found)
    picture = cycle_picture(found, cycle)
    assert sum(bar.width for bar in picture.bars) == pytest.approx(WIDTH, abs=1)
    assert [bar.mark for bar in picture.bars] == ["vacant"] * 4 + ["contractor"] * 3
    assert "bids are written: 4 weeks" in picture.words
    assert [flag.words for flag in picture.flags] == ["decision", "year-end", "team released"]


def test_a_fund_that_may_pay_permanent_posts_is_drawn_solid(defaults):
    found = RoundFactory(fund=FundFactory(pays_permanent=True))
    assert {bar.mark for bar in cycle_picture(found, cycle_of(found)).bars} == {"vacant", "permanent"}


def test_the_finding_is_in_welsh_on_a_welsh_page(defaults):
    found = RoundFactory()
    with override("cy"):
        said = " ".join(cycle_finding(found, cycle_of(found)))
    assert "22.7 wythnos" in said
    assert "weeks" not in said
