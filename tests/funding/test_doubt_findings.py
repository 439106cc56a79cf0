"""The sentences of a run under doubt: for one option, for options that are level, when nothing varies, for chances."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from funding.actions.defaults import load_defaults
from funding.charts.doubts import cost_fan, net_by_option, tornado
from funding.models import Option, Run
from funding.queries.doubt_findings import finding, leaning, varies, what_varies
from funding.queries.doubt_words import valued
from funding.queries.doubted import Doubted, doubted
from funding.queries.turning import Turn, central_difference, swings, telling, turns
from funding.queries.turning_words import finding as turning_finding
from funding.queries.turning_words import same_money_in_words, same_outcome_in_words, sought, turn_in_words
from funding.tables import doubts as tables
from funding.views.doubted import one_sided
from tests.funding.drawn import RANGES, drawn
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
# The chances by which nothing ever happens.
NEVER = {
    "annual": {"first_award_probability": 1, "reaward_probability": 1},
    "squad": {"withdrawal_probability": 0, "freeze_probability": 0},
}


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def found(world: World, **parameters: Any) -> Doubted:
    run: Run = drawn(world.ours.appraisal, world.people["finance"], parameters=parameters)
    read = doubted(run)
    assert read is not None
    return read


def squad_of(read: Doubted) -> Any:
    return read.comparison.option("squad")


def settle(world: World) -> None:
    for key, parameters in NEVER.items():
        Option.objects.filter(appraisal=world.ours.appraisal, key=key).update(parameters=parameters)


def test_how_often_an_option_is_worth_more_is_the_share_the_draws_give(world):
    read = found(world, **RANGES)
    share = read.others[0].beats_baseline_share
    said = " ".join(finding(read))
    assert "On average “A sustained squad” is best" in said
    assert "has a greater net present value than “The annual fund”" in said
    assert "In one draw of twenty its net present value is below −£" in said
    assert share is not None
    assert "200 draws, numbers drawn: 5." in what_varies(read)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "In every draw “A sustained squad” has"),
        (0.0, "In no draw does “A sustained squad” have"),
        (0.9998, "In almost every draw “A sustained squad” has"),
        (0.0002, "In hardly any draw does “A sustained squad” have"),
        (0.834, "In 83.4% of draws “A sustained squad” has"),
    ],
)
def test_nearly_all_and_nearly_none_are_not_called_all_and_none(world, share, said):
    run = drawn(world.ours.appraisal, world.people["finance"], parameters=RANGES)
    run.doubt.uncertainty["options"][1]["beats_baseline_share"] = share
    run.doubt.save()
    assert any(sentence.startswith(said) for sentence in finding(doubted(run)))


def test_with_nothing_uncertain_every_draw_is_the_same(world):
    settle(world)
    read = found(world)
    assert not varies(read)
    assert finding(read)[0] == "Nothing varies: every draw comes to the same figures."
    assert not read.sensitivity["tornado"]
    assert turns(read, squad_of(read)) == []
    assert "No number of the case is doubted, so none is moved." in turning_finding(read, squad_of(read))
    assert tornado(read, squad_of(read)).title == "Nothing doubted moves this difference"
    assert net_by_option(read).title == "No option's net present value varies"


def test_with_no_numbers_drawn_chance_alone_makes_the_draws_differ(world):
    read = found(world)
    assert varies(read)
    assert what_varies(read).startswith("No number of the case is drawn")


def test_one_option_is_compared_with_nothing(world):
    Option.objects.filter(appraisal=world.ours.appraisal, key="squad").delete()
    only = {path: one for path, one in RANGES.items() if "squad" not in path}
    read = found(world, **only)
    assert finding(read)[0] == "There is only one option, so nothing is compared."
    assert "In nine draws of ten" in finding(read)[1]
    option = read.baseline.option
    assert turning_finding(read, option)[0] == "There is only one option, so nothing is compared."
    assert turns(read, option) == []
    made = swings(read, option)
    assert made[0].central == option.summary["net_present_value"]
    assert "moves the net present value of “The annual fund” most" in tornado(read, option).title
    assert cost_fan(read).table.headings
    assert tables.same_rows(read) == []


def test_options_that_are_level_are_said_to_be(world):
    settle(world)
    annual = Option.objects.get(appraisal=world.ours.appraisal, key="annual")
    Option.objects.filter(appraisal=world.ours.appraisal, key="squad").update(
        funding_model=annual.funding_model, parameters=annual.parameters
    )
    inflation = {"prices.contractor_inflation": {"distribution": "uniform", "low": 0.0, "high": 0.05}}
    read = found(world, **inflation)
    said = finding(read)
    assert said[0].startswith("On average every option comes to the same net present value")
    assert said[1].startswith("In no draw does “A sustained squad” have a greater")
    turned = turning_finding(read, squad_of(read))
    assert turned[0] == "At the case's own figures “A sustained squad” and “The annual fund” are level."
    assert turned[1] == "No doubted number makes a difference."
    assert telling(swings(read, squad_of(read))) == []
    sentences = [turn_in_words(read, squad_of(read), one) for one in turns(read, squad_of(read))]
    assert sentences == [
        "“A sustained squad” and “The annual fund” are level where “Contractor inflation” is 2% (here it is 2%)."
    ]


def test_a_switching_value_says_which_way_and_what_is_better_then(world):
    read = found(world, **RANGES)
    option = squad_of(read)
    assert central_difference(read, option) > 0
    made = {one.path: one for one in turns(read, option)}
    for one in made.values():
        sentence = turn_in_words(read, option, one)
        if one.value is None:
            assert sentence == "No value in its range changes which is better."
        else:
            assert "“The annual fund” would be better if" in sentence
            assert ("rose" in sentence) is (one.value > one.central)
    # The annual fund's rate: agencies so cheap that the squad's lead is gone.
    multiplier = made["options.annual.contractor_rate_multiplier"]
    assert multiplier.value is not None
    assert multiplier.rising is False
    assert "(The annual fund)” fell below 0." in turn_in_words(read, option, multiplier)


@pytest.mark.parametrize(
    ("path", "value", "central", "at_low", "at_high", "winner", "words"),
    [
        # Below its value the option is worse, and it is above it now.
        ("product.decay_rate", 0.08, 0.12, -5.0, 9.0, "annual", "fell below 8% (here it is 12%)"),
        ("product.decay_rate", 0.18, 0.12, 5.0, -9.0, "annual", "rose above 18% (here it is 12%)"),
        ("options.annual.award_month", 6, 5, 5.0, -9.0, "annual", "rose to 6 months after 1 April (here it is 5"),
        (
            "product.annual_benefit",
            350_000.4,
            400_000,
            -1.0,
            1.0,
            "annual",
            "fell below £350,000 a year (here",
        ),
        # A chance, whose standing is read from the end on its own side.
        ("options.annual.reaward_probability", 0.8, 0.7, -5.0, 9.0, "squad", "rose above 80% (here it is 70%)"),
        ("options.annual.reaward_probability", 0.5, 0.7, -5.0, 9.0, "annual", "fell below 50% (here it is 70%)"),
        # Past both ends: it stands now as at the nearer end.
        ("options.annual.reaward_probability", 0.1, 0.7, 5.0, 9.0, "annual", "fell below 10% (here it is 70%)"),
    ],
)
def test_each_unit_and_each_side_reads_right(world, path, value, central, at_low, at_high, winner, words):
    read = found(world, **RANGES)
    option = squad_of(read)
    assert read.central(path) == central
    for bar in read.sensitivity["tornado"]:
        if bar["path"] == path:
            bar["net_present_value"] = {"annual": [0.0, 0.0], "squad": [at_low, at_high]}
    for one in read.sensitivity["switching"]:
        if one["path"] == path:
            one["value"] = value
    (turn,) = [one for one in turns(read, option) if one.path == path]
    assert turn.winner is not None
    assert turn.winner.key == winner
    assert words in turn_in_words(read, option, turn)


def test_a_number_whose_own_value_is_outside_its_range_is_named(world):
    away = {"product.decay_rate": {"distribution": "pert", "low": 0.2, "likely": 0.25, "high": 0.3}}
    read = found(world, **away)
    assert one_sided(read) == ["Decay with nobody working on it is 12% here and is drawn from 20% to 30%."]
    assert one_sided(found(world, **RANGES)) == []


def test_the_same_money_and_outcome_are_said_of_each_squad(world):
    read = found(world, **RANGES)
    (money,) = [same_money_in_words(read, one) for one in read.sensitivity["same_money"]]
    assert money.startswith("With what “The annual fund” spends on its team, £")
    outcome = same_outcome_in_words(read, {"option": "squad", "for_effort": None, "for_benefit": 94_355})
    assert outcome == [
        "No yearly sum lets “A sustained squad” deliver as much productive work as “The annual fund”.",
        "“A sustained squad” brings as much benefit as “The annual fund” from £94,355 a year.",
    ]


def test_figures_that_no_draw_has_are_said_to_be_missing(world):
    world.ours.appraisal.inputs["product.effort_to_live"] = 90_000
    read = found(world)
    table = {one.figure: one for one in tables.other_tables(read)}
    assert table["live_month"].rows[0].cells == ["never"] * 6
    assert table["average_fitness"].rows[0].cells == ["none"] * 6
    assert table["live_month"].rows[0].live_share == "0%"
    assert all(row[3] is None for row in tables.figure_rows(read) if row[1] == table["live_month"].label)


def test_charts_never_use_the_colours_of_staffing(world):
    read = found(world, **RANGES)
    for chart in (net_by_option(read), cost_fan(read), tornado(read, squad_of(read))):
        drawn_as = str(chart.figure).lower()
        assert "#12436d" not in drawn_as
        assert "#f46a25" not in drawn_as
        assert list(chart.table.rows)


def test_a_value_carries_its_unit():
    assert valued("options.annual_cycle.award_month", 5) == "5 months after 1 April"
    assert valued("product.annual_benefit", 412_000) == "£412,000 a year"
    assert valued("product.decay_rate", 0.125) == "12.5%"
    assert valued("options.annual_cycle.annual_limit", None) == "none"


def test_the_same_numbers_are_in_both_languages(world):
    read = found(world, **RANGES)
    with override("cy"):
        welsh = finding(read)
    digits = [[letter for letter in " ".join(said) if letter.isdigit()] for said in (finding(read), welsh)]
    assert digits[0] == digits[1]


def test_a_switching_value_of_day_rates_is_told_in_pounds_to_those_who_may_see_them(world, client):
    world.assumption.delete()
    load_defaults()
    run = drawn(world.ours.appraisal, world.people["finance"])
    address = reverse("funding:run_sensitivity", args=[run.pk])
    client.force_login(world.person("finance"))
    assert "That is an average day rate of £" in client.get(address).content.decode()
    client.force_login(world.person("viewer"))
    page = client.get(address).content.decode()
    assert "Multiplier of day rates" in page
    assert "average day rate" not in page


def test_draws_that_lie_to_one_side_of_the_case_are_said_to(world):
    aside = {"product.decay_rate": {"distribution": "pert", "low": 0.2, "likely": 0.3, "high": 0.4}}
    assert "outside what they are drawn from: 1." in leaning(found(world, **aside))
    assert leaning(found(world, **{"product.decay_rate": RANGES["product.decay_rate"]})) == ""


def test_a_switching_value_is_said_with_no_more_places_than_anybody_acts_on():
    made = {"path": "options.annual.assembly_months", "key": "options.annual_cycle.assembly_months", "name": "Time"}
    for value, said in ((579.3137, 579.0), (12.5805, 12.6), (2.3007, 2.3), (0.32684, 0.3268)):
        assert sought(Turn(**made, value=value, central=2.0, rising=True, winner=None)) == said
    share = made | {"key": "product.decay_rate"}
    assert sought(Turn(**share, value=0.123456, central=0.1, rising=True, winner=None)) == 0.123456


def test_in_the_file_too_a_switching_value_that_does_not_exist_is_said_not_to(world):
    read = found(world, **RANGES)
    rows = list(tables.turn_rows(turns(read, squad_of(read))))
    missing = [row for row in rows if row[3] is None]
    assert missing
    assert {row[4] for row in missing} == {"No value in its range changes which is better."}
