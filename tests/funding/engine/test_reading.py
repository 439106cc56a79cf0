"""A case file as it is read: strict JSON, figures that a float holds, and faults that are each one clean line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from funding.engine import CaseError, appraise, build_case, read_case
from funding.engine.faults import MESSAGES, Fault

from .cases import option, small


def read_faults(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(CaseError) as caught:
        read_case(text)
    return [(fault.path, fault.code) for fault in caught.value.faults]


def test_a_repeated_key_is_a_fault_at_any_depth() -> None:
    text = json.dumps(small()).replace('"effort_to_live": 12', '"effort_to_live": 12, "effort_to_live": 12')
    text = text.replace('"name": "Small"', '"name": "Small", "na\\u006de": "Small"')
    text = text.replace('"role": "Developer"', '"role": "Developer", "role": "x"')
    assert read_faults(text) == [
        ("name", "duplicate_key"), ("squad[0].role", "duplicate_key"), ("product.effort_to_live", "duplicate_key"),
    ]  # fmt: skip


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 400, "1" * 5000])
def test_a_number_no_float_holds_is_a_fault(written: str) -> None:
    text = json.dumps(small()).replace('"effort_to_live": 12', f'"effort_to_live": {written}')
    assert read_faults(text) == [("product.effort_to_live", "not_finite")]


@pytest.mark.parametrize(
    "text", ["", "{", "{} {}", "{'name': 1}", "[1,]", b"\xff\xfe", b"{\x80}", '{"a": 01}', '"\x01"']
)
def test_what_is_not_json_is_a_fault(text: str | bytes) -> None:
    assert read_faults(text) == [("", "not_json")]


def test_json_nested_past_reading_is_a_fault() -> None:
    assert read_faults("[" * 200_000) == [("", "too_deep")]


@pytest.mark.parametrize("depth", [50, 400, 900, 985, 1500, 3000, 10_000])
@pytest.mark.parametrize(("opens", "closes"), [('{"a":', "}"), ("[", "]")])
def test_json_nested_deeply_is_a_fault_and_never_too_much_to_be_gone_through(
    opens: str, closes: str, depth: int
) -> None:
    """How deep Python reads depends on its version; what it has read is gone through to the bottom."""
    text = json.dumps(small())[:-1] + ', "x": ' + opens * depth + "1" + closes * depth + "}"
    assert read_faults(text) in ([("x", "unknown_key")], [("", "too_deep")])


def test_a_value_nested_deeper_than_python_calls_itself_is_gone_through() -> None:
    deep: Any = 1
    for _ in range(5_000):
        deep = {"a": [deep]}
    with pytest.raises(CaseError) as caught:
        build_case({**small(), "x": deep})
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [("x", "unknown_key")]


def test_a_repeated_key_is_found_inside_what_is_no_key_of_the_model() -> None:
    text = json.dumps(small())[:-1] + ', "x": {"a": 1, "a": 2, "b": [0, {"c": 1, "c": 1}]}, "x": 5, "y": [[]]}'
    assert read_faults(text) == [("x", "unknown_key"), ("y", "unknown_key"), ("x", "duplicate_key")]
    text = json.dumps(small())[:-1] + ', "x": {"a": 1, "a": 2, "b": [0, {"c": 1, "c": 1}], "d": {"e": 1, "e": 1}}}'
    assert read_faults(text) == [
        ("x", "unknown_key"), ("x.a", "duplicate_key"), ("x.b[1].c", "duplicate_key"), ("x.d.e", "duplicate_key"),
    ]  # fmt: skip


def test_bytes_are_utf_8_with_or_without_a_mark() -> None:
    text = json.dumps(small(name="Cynnyrch â tho bach: ŵ"), ensure_ascii=False)
    assert read_case(text.encode()) == read_case(b"\xef\xbb\xbf" + text.encode()) == read_case(text)


def test_a_key_that_is_not_a_plain_name_stays_on_one_line() -> None:
    with pytest.raises(CaseError) as caught:
        build_case({**small(), "two\nlines": 1})
    assert [str(fault) for fault in caught.value.faults] == ['["two\\nlines"]: is not a key of this model']


def test_a_case_survives_being_written_and_read() -> None:
    case = build_case(small())
    assert read_case(json.dumps(case.as_json())) == case


def test_figures_past_what_a_float_holds_are_a_fault_not_a_wrong_answer() -> None:
    for case in (
        small(product={"running_cost": 1.7e308}),
        small(squad=[{"role": "x", "fte": 1, "salary": 1.7e308, "day_rate": 1}]),
    ):
        with pytest.raises(CaseError) as caught:
            appraise(build_case(case))
        assert {fault.code for fault in caught.value.faults} == {"overflow"}


def test_every_message_can_be_worded_with_its_params() -> None:
    assert all(MESSAGES.values())


def _overflows(case: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(CaseError) as caught:
        appraise(build_case(case))
    return [(fault.path, fault.code) for fault in caught.value.faults]


def test_each_option_whose_figures_are_past_a_float_is_named() -> None:
    case = small(
        option("do_nothing", "a"), option("annual_cycle", "b", bid_cost=1.7e308), option("capital_project", "c"),
        option("sustained_squad", "d", bid_cost=1e308, procurement_cost=1e308, interim_cover=1, cover_months=9),
    )  # fmt: skip
    assert _overflows(case) == [("options.b", "overflow"), ("options.d", "overflow")]


def test_a_month_that_is_past_a_float_is_a_fault_though_every_sum_is_not() -> None:
    """At the start year's prices the last months' benefit is past a float; discounted it is not."""
    prices = {"gdp_deflator": -0.2, "price_inflation": 0}
    rates = [{"from_year": 0, "rate": 0.5}]
    product = {"annual_benefit": 3e306, "effort_to_live": 0}
    case = small(option("do_nothing"), option("capital_project", support_share=1), years=40, prices=prices,
                 discount_rates=rates, product=product)  # fmt: skip
    assert ("options.capital_project", "overflow") in _overflows(case)


def test_a_fault_tells_two_numbers_apart_that_look_alike() -> None:
    assert str(Fault("a", "above_maximum", {"limit": 0.5, "value": 0.5000000000000001})) == (
        "a: must be at most 0.5, not 0.5000000000000001"
    )
    assert str(Fault("a", "below_minimum", {"limit": -0.2, "value": -0.3})) == "a: must be at least -0.2, not -0.3"
    assert str(Fault("a", "below_minimum", {"limit": 1, "value": 0.0})) == "a: must be at least 1, not 0"


def test_a_fault_holds_nothing_that_a_terminal_would_obey() -> None:
    written = str(Fault("options[0].id", "dot_in_id", {"value": "a.\x1b[2J\n\u2028b\x85\ud800\x00"}))
    assert written == "options[0].id: must not contain a dot: a.\\x1b[2J b \\ud800\\x00"
    assert written.isprintable()
