"""`manage.py appraise`: the result of one case file, or every fault and nothing written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.funding.engine.cases import FOLDER, NAMES, expected, small
from tests.funding.engine.test_worked_cases import SUMS, differences


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(small(name="Gŵyl")), encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The lines on standard error of a command that exits 2 and prints nothing."""
    with pytest.raises(SystemExit) as left:
        call_command("appraise", *arguments)
    assert left.value.code == 2
    out, errors = capsys.readouterr()
    assert out == ""
    return errors.splitlines()


@pytest.mark.parametrize("name", NAMES[:3])
def test_a_worked_case_is_printed_as_expected(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("appraise", str(FOLDER / f"{name}.case.json"), "--months")
    got, want = printed(capsys), expected(name)
    for mine, theirs in zip(got["options"], want["options"], strict=True):
        assert differences(mine["summary"], theirs["summary"], tolerance=SUMS) == []
        assert differences(mine["months"], theirs["months"]) == []


def test_months_are_given_only_where_asked(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("appraise", str(case_file))
    found = printed(capsys)
    assert list(found) == [
        "engine_version", "case", "squad_fte", "permanent_cost_per_fte", "contractor_cost_per_fte",
        "permanent_per_contractor", "options",
    ]  # fmt: skip
    assert {tuple(each) for each in found["options"]} == {("id", "name", "funding_model", "summary")}
    assert found["case"]["name"] == "Gŵyl"
    assert found["case"]["employment"]["ni_rate"] == 0.15


def test_output_is_written_to_the_file_and_nowhere_else(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("appraise", str(case_file), "--output", str(tmp_path / "result.json"))
    assert capsys.readouterr().out == ""
    call_command("appraise", str(case_file))
    assert json.loads((tmp_path / "result.json").read_text(encoding="utf-8")) == printed(capsys)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "result.json"]


def test_a_bad_case_lists_its_faults_and_writes_nothing(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case_file.write_text(json.dumps(small(years=0, colour=1)), encoding="utf-8")
    output = tmp_path / "result.json"
    output.write_text("before", encoding="utf-8")
    assert refused(capsys, str(case_file), "--output", str(output)) == [
        "colour: is not a key of this model",
        "years: must be at least 1, not 0",
    ]
    assert output.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "result.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"name": 1'])
def test_what_is_not_json_exits_2(content: bytes, case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case_file.write_bytes(content)
    [line] = refused(capsys, str(case_file))
    assert line.startswith("case: is not JSON: ")


def test_a_file_that_cannot_be_read_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        [line] = refused(capsys, str(path))
        assert line.startswith(f"{path}: cannot be read: ")


def test_an_output_that_cannot_be_written_exits_2(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [line] = refused(capsys, str(case_file), "--output", str(tmp_path / "no" / "result.json"))
    assert "cannot be written" in line


def test_sensitivity_is_not_offered_before_it_is_there(case_file: Path) -> None:
    with pytest.raises((CommandError, SystemExit)):
        call_command("appraise", str(case_file), "--sensitivity")
