"""A bad case: every fault is found, each named by its path; each input at both ends of its range and past them."""

from __future__ import annotations

from typing import Any

import pytest

from funding.engine import FIELDS, OPTION_FIELDS, CaseError, Fault, Field, build_case

from .cases import MODELS, option, small

# Written out from the specification, so that a slip in the table of fields is seen: (path, least, most). "-" is no end.
# A bracket that opens outwards, as in ISO 31-11, is one past the range: "]0" is more than 0, "1[" less than 1.
RANGES = """
years [1 40] | prices.pay_inflation [-0.2 0.5] | prices.contractor_inflation [-0.2 0.5]
prices.price_inflation [-0.2 0.5] | prices.gdp_deflator [-0.2 0.5] | optimism_bias [0 5] | benefit_haircut [0 1]
employment.ni_rate [0 1] | employment.ni_threshold [0 - | employment.pension_rate [0 1] | employment.levy_rate [0 1]
employment.overhead_per_fte [0 - | employment.contractor_days [1 366] | employment.permanent_days [1 366]
employment.standard_days [1 366] | employment.contractor_fee_rate [0 1] | employment.recruitment_cost [0 -
employment.permanent_productivity ]0 5] | employment.contractor_productivity ]0 5]
employment.salary_multiplier ]0 10] | employment.day_rate_multiplier ]0 10]
product.effort_to_live [0 - | product.sustaining_fte [0 - | product.running_cost [0 - | product.decay_rate [0 1[
product.recovery_rate [0 1[ | product.annual_benefit [0 - | product.improvement_rate [0 1]
product.improvement_limit [0 - | product.cashable_share [0 1] | product.adoption_maximum [0 1]
product.adoption_months [0 -
"""
OPTION_RANGES = """
annual_cycle: contractor_rate_multiplier ]0 10] | bid_cost [0 - | award_month [0 11] | assembly_months [0 -
annual_cycle: research_months [0 - | wind_down_months [0 12] | knowledge_retained [0 1] | unfinished_work_lost [0 1]
annual_cycle: team_share [0 - | support_share [0 1] | procurement_cost [0 - | annual_limit [0 -
annual_cycle: limit_indexation [-0.2 0.5] | first_award_probability [0 1] | reaward_probability [0 1]
sustained_squad: contractor_rate_multiplier ]0 10] | bid_cost [0 - | approval_month [0 - | recruitment_months [1 -
sustained_squad: ramp_up_months [0 - | cover_months [0 - | assembly_months [0 - | research_months [0 -
sustained_squad: handover_months [0 - | campaign_failure_rate [0 1] | recruits_per_month ]0 - | attrition_rate [0 1[
sustained_squad: starting_productivity [0 1] | interim_cover [0 1] | procurement_cost [0 - | redeployed_share [0 1]
sustained_squad: redundancy_months [0 - | annual_limit [0 - | limit_indexation [-0.2 0.5]
sustained_squad: withdrawal_probability [0 1] | freeze_probability [0 1]
contractor_to_permanent: handover_months [0 - | interim_cover [0 1] | cover_months [0 - | attrition_rate [0 1[
capital_project: contractor_rate_multiplier ]0 10] | bid_cost [0 - | approval_month [0 - | procurement_months [0 -
capital_project: research_months [0 - | build_months [0 - | rebuild_every_years [0 - | build_share [0 -
capital_project: support_share [0 1] | procurement_cost [0 -
"""
WHOLE = {
    "years", "award_month", "approval_month", "recruitment_months", "ramp_up_months", "cover_months", "handover_months",
    "procurement_months", "build_months", "rebuild_every_years",
}  # fmt: skip
# Whole in some models only.
WHOLE_BUT_ANNUAL = {"assembly_months", "research_months"}


def _rows(text: str) -> list[tuple[str, str, str, str]]:
    """(model or nothing, path, least, most) of each entry."""
    rows = []
    for line in text.strip().splitlines():
        model, _, entries = line.rpartition(": ")
        for entry in entries.split(" | "):
            path, least, most = entry.split()
            rows.append((model, path, least, most))
    return rows


ROWS = _rows(RANGES) + _rows(OPTION_RANGES)


def _with(model: str, path: str, value: Any) -> dict[str, Any]:
    """A small case with `value` at `path`."""
    if model:
        return small(option(model, **{path: value}))
    group, _, name = path.rpartition(".")
    case = small(option("do_nothing"))
    (case.setdefault(group, {}) if group else case)[name] = value
    return case


def faults(case: Any) -> list[tuple[str, str]]:
    """(path, code) of every fault of the case, none where it is sound."""
    found: tuple[Fault, ...] = ()
    try:
        build_case(case)
    except CaseError as error:
        found = error.faults
    assert all(str(fault).startswith(fault.path) and "\n" not in str(fault) for fault in found)
    return [(fault.path, fault.code) for fault in found]


def _here(model: str, path: str) -> str:
    return f"options[0].{path}" if model else path


@pytest.mark.parametrize(("model", "path", "least", "most"), ROWS)
def test_each_input_is_accepted_to_the_ends_of_its_range_and_no_further(
    model: str, path: str, least: str, most: str
) -> None:
    here = _here(model, path)
    whole = path in WHOLE or (path in WHOLE_BUT_ANNUAL and model != "annual_cycle")
    step: float = 1 if whole else 1e-9
    low = float(least[1:])
    if least[0] == "]":
        assert faults(_with(model, path, low)) == [(here, "not_above")]
        assert faults(_with(model, path, low + step)) == []
        assert faults(_with(model, path, low - step)) == [(here, "not_above")]
    else:
        assert faults(_with(model, path, low)) == []
        assert faults(_with(model, path, low - step)) == [(here, "below_minimum")]
    if most == "-":
        assert faults(_with(model, path, 1e12)) == []
    elif most[-1] == "[":
        assert faults(_with(model, path, float(most[:-1]))) == [(here, "not_below")]
        assert faults(_with(model, path, float(most[:-1]) - step)) == []
    else:
        assert faults(_with(model, path, float(most[:-1]))) == []
        assert faults(_with(model, path, float(most[:-1]) + step)) == [(here, "above_maximum")]
    assert faults(_with(model, path, low + 0.25)) == ([(here, "not_whole")] if whole else [])


def test_the_ranges_written_out_are_those_of_every_field() -> None:
    written = {(model, path) for model, path, _, _ in ROWS}
    fields = {("", field.path) for field in FIELDS if field.can_vary and "[]" not in field.path}
    for model in ("annual_cycle", "sustained_squad", "capital_project"):
        fields |= {(model, field.path) for field in OPTION_FIELDS[model] if field.can_vary}
    assert fields <= written


NUMBERS = [("", field) for field in FIELDS if field.can_vary and "[]" not in field.path] + [
    (model, field) for model in MODELS for field in OPTION_FIELDS[model] if field.can_vary
]


@pytest.mark.parametrize(("model", "field"), NUMBERS, ids=lambda value: getattr(value, "path", value))
def test_a_number_is_nothing_else_than_a_number(model: str, field: Field) -> None:
    here = _here(model, field.path)
    for other in (True, "5", [5], {"value": 5}):
        assert faults(_with(model, field.path, other)) == [(here, "not_a_number")]
    for endless in (float("nan"), float("inf"), -float("inf"), 10**400, -(10**400), 10**5000):
        assert faults(_with(model, field.path, endless)) == [(here, "not_finite")]
    null = faults(_with(model, field.path, None))
    assert null == ([] if field.default is None else [(here, "not_a_number")])


@pytest.mark.parametrize(("model", "field"), NUMBERS, ids=lambda value: getattr(value, "path", value))
def test_an_input_left_out_takes_its_default(model: str, field: Field) -> None:
    if field.required:
        return
    case = _with(model, field.path, field.default)
    found = build_case(case)
    value = found.options[0].numbers[field.path] if model else found.numbers[field.path]
    assert value == field.default
    del (case["options"][0] if model else case[field.group] if field.group else case)[field.name]
    assert build_case(case) == found


def test_defaults_differ_where_contractors_hand_over() -> None:
    squad, hybrid = (
        build_case(small(option(m))).options[0].numbers for m in ("sustained_squad", "contractor_to_permanent")
    )
    assert {key: (squad[key], hybrid[key]) for key in squad if squad[key] != hybrid[key]} == {
        "interim_cover": (0, 1), "cover_months": (0, 24), "handover_months": (0, 2),
    }  # fmt: skip


SQUAD = {"role": "Developer", "fte": 1, "salary": 50000, "day_rate": 700}
BANDS = [{"from_year": 0, "rate": 0.035}, {"from_year": 5, "rate": 0.03}]


def _annual(**numbers: Any) -> dict[str, Any]:
    return small(option("annual_cycle", **numbers))


def _squad(**numbers: Any) -> dict[str, Any]:
    return small(option("sustained_squad", **numbers))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ([], [("", "not_an_object")]),
        (None, [("", "not_an_object")]),
        (small(name=5), [("name", "not_text")]),
        (small(name=None), [("name", "not_text")]),
        (small(name="\ud800"), [("name", "broken_text")]),
        (small(start="2027-05"), [("start", "bad_month")]),
        (small(start="2027-4"), [("start", "bad_month")]),
        (small(start="٢٠٢٧-04"), [("start", "bad_month")]),
        (small(start="2027-04 "), [("start", "bad_month")]),
        (small(start="2027-04\n"), [("start", "bad_month")]),
        (small(start=2027), [("start", "not_text")]),
        (small(start="\ud800"), [("start", "broken_text")]),
        (small(years=True), [("years", "not_a_number")]),
        (small(colour="red"), [("colour", "unknown_key")]),
        (small(prices={"inflation": 0.02}), [("prices.inflation", "unknown_key")]),
        (small(prices=None), [("prices", "not_an_object")]),
        (small(employment=[]), [("employment", "not_an_object")]),
        (small(product=7), [("product", "not_an_object")]),
        (small(optimism_bias=None), [("optimism_bias", "not_a_number")]),
        (small(uncertainty=None), [("uncertainty", "not_an_object")]),
        (small(discount_rates=None), [("discount_rates", "not_a_list")]),
        (small(discount_rates=[]), [("discount_rates", "empty_list")]),
        (small(discount_rates=[{"from_year": 1, "rate": 0}]), [("discount_rates[0].from_year", "first_not_zero")]),
        (small(discount_rates=[*BANDS, BANDS[1]]), [("discount_rates[2].from_year", "not_rising")]),
        (small(discount_rates=[{"from_year": 0}]), [("discount_rates[0].rate", "required")]),
        (small(discount_rates=[{"from_year": 0, "rate": 0.51}]), [("discount_rates[0].rate", "above_maximum")]),
        (small(discount_rates=[{"from_year": 0.5, "rate": 0}]), [("discount_rates[0].from_year", "not_whole")]),
        (small(discount_rates=[{"from_year": 0, "rate": 0, "to": 1}]), [("discount_rates[0].to", "unknown_key")]),
        (small(squad=[]), [("squad", "empty_list")]),
        (small(squad={}), [("squad", "not_a_list")]),
        (small(squad=[5]), [("squad[0]", "not_an_object")]),
        (small(squad=[{**SQUAD, "fte": 0}]), [("squad[0].fte", "not_above")]),
        (small(squad=[SQUAD, {**SQUAD, "salary": -1}]), [("squad[1].salary", "not_above")]),
        (small(squad=[{**SQUAD, "day_rate": "700"}]), [("squad[0].day_rate", "not_a_number")]),
        (small(squad=[{**SQUAD, "role": None}]), [("squad[0].role", "not_text")]),
        (small(squad=[{**SQUAD, "grade": 7}]), [("squad[0].grade", "unknown_key")]),
        (small(squad=[{"role": "x", "fte": 1, "salary": 1}]), [("squad[0].day_rate", "required")]),
        (small(option("do_nothing", bid_cost=1)), [("options[0].bid_cost", "unknown_key")]),
        (small(option("do_nothing", "a.b")), [("options[0].id", "dot_in_id")]),
        (small(option("do_nothing", "a"), option("annual_cycle", "a")), [("options[1].id", "not_distinct")]),
        (small(option("magic")), [("options[0].funding_model", "bad_choice")]),
        (
            small(option("magic", colour=1, award_month=5)),
            [("options[0].funding_model", "bad_choice"), ("options[0].colour", "unknown_key")],
        ),
        (
            small(option("do_nothing", "a"), option("magic", "a"), {"id": "a", "name": "A"}),
            [
                ("options[1].id", "not_distinct"),
                ("options[1].funding_model", "bad_choice"),
                ("options[2].id", "not_distinct"),
                ("options[2].funding_model", "required"),
            ],
        ),
        (small({"id": "a", "name": "A"}), [("options[0].funding_model", "required")]),
        (small({"name": "A", "funding_model": "do_nothing"}), [("options[0].id", "required")]),
        (small({"id": "a", "funding_model": "do_nothing"}), [("options[0].name", "required")]),
        (_annual(approval_month=3), [("options[0].approval_month", "unknown_key")]),
        (_annual(funded_years=[]), []),
        (_annual(funded_years=[5, 0.0, 3]), []),
        (_annual(funded_years=[6]), [("options[0].funded_years[0]", "not_below")]),
        (_annual(funded_years=[0, -1]), [("options[0].funded_years[1]", "below_minimum")]),
        (_annual(funded_years=[1, 2, 1.0]), [("options[0].funded_years[2]", "not_distinct")]),
        (_annual(funded_years=[1.5]), [("options[0].funded_years[0]", "not_whole")]),
        (_annual(funded_years=[None]), [("options[0].funded_years[0]", "not_a_number")]),
        (_annual(funded_years=3), [("options[0].funded_years", "not_a_list")]),
        (_annual(size_by_year=[1]), [("options[0].size_by_year", "unknown_key")]),
        (_squad(size_by_year=[]), [("options[0].size_by_year", "empty_list")]),
        (_squad(size_by_year=[1, -0.1]), [("options[0].size_by_year[1]", "below_minimum")]),
        (_squad(size_by_year=[1] * 50), []),
        (_squad(size_by_year=None), []),
        (_squad(size_by_year=[True]), [("options[0].size_by_year[0]", "not_a_number")]),
        (_squad(recruitment_months=0.5), [("options[0].recruitment_months", "not_whole")]),
        (_squad(redundancy_months=2.5), []),
        (_annual(assembly_months=2.5, research_months=0.1), []),
    ],
)
def test_a_fault_is_named_by_its_path(case: Any, expected: list[tuple[str, str]]) -> None:
    assert faults(case) == expected


def test_a_case_without_options_says_so() -> None:
    case = small()
    case["options"] = []
    assert faults(case) == [("options", "empty_list")]


def test_every_fault_is_listed_not_just_the_first() -> None:
    case = small(
        option("annual_cycle", award_month=12, colour=1),
        option("sustained_squad", attrition_rate=1),
        years=0,
        prices={"pay_inflation": 0.6, "gdp_deflator": "2%"},
        squad=[{**SQUAD, "fte": 0}, {**SQUAD, "salary": None}],
    )
    assert faults(case) == [
        ("years", "below_minimum"),
        ("prices.pay_inflation", "above_maximum"),
        ("prices.gdp_deflator", "not_a_number"),
        ("squad[0].fte", "not_above"),
        ("squad[1].salary", "not_a_number"),
        ("options[0].colour", "unknown_key"),
        ("options[0].award_month", "above_maximum"),
        ("options[1].attrition_rate", "not_below"),
    ]


def test_an_empty_case_lists_what_is_required() -> None:
    assert faults({}) == [
        (path, "required")
        for path in ("name", "start", "years", "product.effort_to_live", "product.sustaining_fte", "squad", "options")
    ]


def test_five_point_nought_is_a_whole_number() -> None:
    assert build_case(_annual(award_month=5.0)) == build_case(_annual(award_month=5))
