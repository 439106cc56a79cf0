"""The sentences made from a comparison's figures, whichever way they fall."""

import copy

import pytest
from django.utils.translation import override

from funding.queries.findings import claim_break_even, claim_tested, delivery, finding, in_words_of
from funding.queries.standing import best, claim, ranking
from tests.funding.comparisons import compared, of_worked_case, worked_case

NAMES = [
    "01-defaults",
    "03-same-money",
    "04-gaps-and-resizing",
    "05-late-award-never-live",
    "06-long-life",
    "08-corners",
    "09-exact-effort",
    "10-overruns",
]


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def test_the_finding_names_the_option_with_the_highest_net_present_value_and_by_how_much():
    comparison = of_worked_case("01-defaults")
    value = {one.key: one.summary["net_present_value"] for one in comparison.options}
    assert max(value, key=value.get) == "capital"
    assert round((value["capital"] - value["squad"]) / 1000) == 775
    assert finding(comparison)[0] == (
        "To March 2042 “One-off capital project” comes out best: its net present value is £1.6m, "
        "which is £775k better than the next, “Sustained squad”."
    )


def test_it_says_so_when_the_sustained_squad_is_not_the_best():
    assert finding(of_worked_case("01-defaults"))[1] == (
        "“Sustained squad” is not the best option here: its net present value is £775k lower."
    )


def test_it_says_nothing_of_the_sort_when_the_squad_is_best():
    said = finding(of_worked_case("04-gaps-and-resizing"))
    assert said[0].startswith("To March 2042 “Sustained squad” comes out best")
    assert not any("not the best" in sentence for sentence in said)


def test_the_annual_fund_is_said_to_be_best_where_it_is():
    case = worked_case("01-defaults")
    case["years"] = 2
    case["product"].update(effort_to_live=4, annual_benefit=4_000_000, adoption_months=0)
    case["options"] = case["options"][:2]
    case["options"][0].update(award_month=0, assembly_months=0, research_months=0, wind_down_months=0)
    comparison = compared(case)
    assert ranking(comparison).order[0].key == "annual"
    said = finding(comparison)
    assert "“Annual fund cycle” comes out best" in said[0]
    assert any("“Sustained squad” is not the best option here" in sentence for sentence in said)


def test_two_equal_options_are_said_to_be_level():
    case = worked_case("01-defaults")
    case["options"] = [case["options"][1], {**case["options"][1], "id": "twin", "name": "Its twin"}, case["options"][0]]
    assert "these options are level and best" in finding(compared(case))[0]
    assert "“Sustained squad”, “Its twin”" in finding(compared(case))[0]


def test_one_option_alone_is_compared_with_nobody():
    case = worked_case("01-defaults")
    case["options"] = case["options"][:1]
    assert finding(compared(case))[0].startswith("To March 2042 every option comes to the same net present value")


def test_without_a_benefit_in_money_options_are_compared_by_what_a_productive_month_costs():
    case = worked_case("01-defaults")
    case["product"]["annual_benefit"] = 0
    said = finding(compared(case))
    assert said[0].startswith("No benefit has been put in money")
    assert "costs least under “Sustained squad”" in said[1]


def test_costs_above_every_benefit_are_said_even_of_the_best():
    assert any(
        "every option costs more" in sentence for sentence in finding(of_worked_case("05-late-award-never-live"))
    )


def test_a_product_that_is_never_live_is_said_to_be():
    assert "“Annual fund cycle” never" in delivery(of_worked_case("05-late-award-never-live"))[0]


def test_the_claim_is_tested_on_the_cases_own_rates():
    tested = claim(of_worked_case("02-by-hand"))
    # £800 a day × 220 days × 1.12 = £197,120; £50,000 with on-costs and overhead = £75,000.
    assert tested.ratio == pytest.approx(197_120 / 75_000)
    assert tested.verdict == "below"
    assert tested.rate_for(3) == pytest.approx(3 * 75_000 / (220 * 1.12))
    assert claim_tested(of_worked_case("02-by-hand")).startswith(
        "One contractor here costs what 2.6 permanent staff do"
    )
    assert "£913" in claim_break_even(of_worked_case("02-by-hand"))


@pytest.mark.parametrize(("day_rate", "verdict"), [(800, "below"), (1000, "within"), (1300, "above")])
def test_the_claim_can_fall_either_way(day_rate, verdict):
    case = worked_case("02-by-hand")
    case["squad"][0]["day_rate"] = day_rate
    assert claim(compared(case)).verdict == verdict


def test_the_best_of_a_figure_is_the_lowest_cost_and_the_highest_benefit():
    comparison = of_worked_case("01-defaults")
    assert [one.key for one in best(comparison, "cost_nominal")] == ["capital"]
    assert [one.key for one in best(comparison, "benefit_pv")] == ["hybrid"]
    assert best(comparison, "contractor_share_of_staff_cost") == []


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_there_in_both_languages_with_the_same_figures(name):
    comparison = of_worked_case(name)
    said = {}
    for language in ("en", "cy"):
        with override(language):
            said[language] = [
                *finding(comparison),
                *delivery(comparison),
                claim_tested(comparison),
                claim_break_even(comparison),
                *(in_words_of(comparison, option) for option in comparison.options),
            ]
    assert len(said["en"]) == len(said["cy"])
    for english, welsh in zip(said["en"], said["cy"], strict=True):
        assert welsh != english
        assert "%(" not in welsh + english
        assert _figures(english) == _figures(welsh)


def _figures(sentence: str) -> list[str]:
    return sorted(word.strip(".,;:“”()") for word in sentence.split() if any(letter.isdigit() for letter in word))


def test_the_order_of_options_does_not_change_which_is_best():
    case = worked_case("01-defaults")
    turned = copy.deepcopy(case)
    turned["options"].reverse()
    assert ranking(compared(case)).order[0].key == ranking(compared(turned)).order[0].key
