"""The engine against a second, naive reading of the specification, on the worked cases and on any case at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from funding.engine import appraise, build_case

from . import cases as worked
from .generated import cases
from .oracle import Oracle
from .test_worked_cases import SUMS, differences


def disagreements(found: dict[str, Any]) -> list[str]:
    """Where the engine and the oracle differ on this case."""
    case = build_case(found)
    got, want = appraise(case).as_json(months=True), Oracle(case.as_json()).appraise()
    lines: list[str] = []
    options = got.pop("options")
    assert isinstance(options, list)
    for mine, theirs in zip(options, want.pop("options"), strict=True):
        lines += differences(mine["months"], theirs["months"], mine["id"])
        lines += differences(mine["summary"], theirs["summary"], mine["id"], tolerance=SUMS)
    return lines + differences(got, want, tolerance=SUMS)


@pytest.mark.parametrize("name", worked.NAMES)
def test_both_readings_agree_on_a_worked_case(name: str) -> None:
    assert disagreements(worked.given(name)) == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_both_readings_agree_on_any_case(found: dict[str, Any]) -> None:
    assert disagreements(found) == []
