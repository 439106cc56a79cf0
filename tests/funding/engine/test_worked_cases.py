"""Every worked case gives its expected result, month by month, to the specification's tolerances."""

from __future__ import annotations

from typing import Any

import pytest

from funding.engine import appraise, build_case

from .cases import NAMES, expected, given

MONTHLY = 0.005
SUMS = 0.5e-6


def differences(got: Any, want: Any, path: str = "", *, tolerance: float = 0.0) -> list[str]:
    """Where `got` has not what `want` says, by path; numbers may differ by MONTHLY, or `tolerance` of the number."""
    if isinstance(want, dict):
        return [
            line
            for key, value in want.items()
            for line in differences(got.get(key, "absent"), value, f"{path}.{key}", tolerance=tolerance)
        ]
    if isinstance(want, list):
        if len(got) != len(want):
            return [f"{path}: {len(got)} entries, not {len(want)}"]
        return [
            line
            for index, value in enumerate(want)
            for line in differences(got[index], value, f"{path}[{index}]", tolerance=tolerance)
        ]
    if isinstance(want, bool | str | None) or not isinstance(got, int | float):
        return [] if got == want else [f"{path}: {got!r}, not {want!r}"]
    return [] if abs(got - want) <= max(MONTHLY, tolerance * abs(want)) else [f"{path}: {got!r}, not {want!r}"]


@pytest.mark.parametrize("name", NAMES)
def test_a_worked_case_gives_its_expected_result(name: str) -> None:
    got = appraise(build_case(given(name))).as_json(months=True)
    want = expected(name)
    got_options, want_options = got.pop("options"), want.pop("options")
    assert differences(got, want, tolerance=SUMS) == []
    assert isinstance(got_options, list)
    for found, wanted in zip(got_options, want_options, strict=True):
        assert differences(found["summary"], wanted["summary"], tolerance=SUMS) == []
        assert differences(found["months"], wanted["months"]) == []


def test_there_are_worked_cases() -> None:
    assert len(NAMES) >= 10


def test_a_result_says_which_engine_and_which_case_made_it() -> None:
    case = build_case(given("07-uncertain"))
    result = appraise(case).as_json()
    assert result["engine_version"]
    assert build_case(result["case"]) == case
    assert "uncertainty" not in result
