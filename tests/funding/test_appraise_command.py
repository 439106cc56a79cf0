"""`manage.py appraise`: the result of one case file, or every fault and nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.funding.engine.cases import FOLDER, NAMES, expected, small
from tests.funding.engine.test_worked_cases import SUMS, differences

HOUSE = Path(__file__).resolve().parents[2]


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


def test_an_output_that_is_a_link_or_a_device_stays_one(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link, pipe = tmp_path / "link.json", tmp_path / "pipe"
    link.symlink_to(tmp_path / "result.json")
    call_command("appraise", str(case_file), "--output", str(link))
    assert link.is_symlink()
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    call_command("appraise", str(case_file), "--output", str(pipe))
    assert pipe.is_fifo()
    assert os.read(reader, 1_000_000).decode() == (tmp_path / "result.json").read_text(encoding="utf-8")
    os.close(reader)


def by_hand(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """The command as a person runs it, in a terminal that knows no letter but the English ones."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "manage.py", "appraise", *arguments]
    return subprocess.run(command, cwd=HOUSE, env=environment, stderr=subprocess.PIPE, check=False, **more)


def test_the_result_is_utf_8_whatever_the_terminal_writes(case_file: Path) -> None:
    done = by_hand(str(case_file), stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["case"]["name"] == "Gŵyl"


def test_a_fault_in_letters_the_terminal_has_not_is_still_a_line(case_file: Path) -> None:
    case_file.write_text(json.dumps(small(start="Gŵyl")), encoding="utf-8")
    done = by_hand(str(case_file), stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (2, b"")
    [line] = done.stderr.decode("ascii").splitlines()
    assert line.startswith("start: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this machine")
def test_a_result_that_cannot_be_printed_exits_2(case_file: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = by_hand(str(case_file), stdout=full)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"standard output: cannot be written: ")


def uncertain_file(path: Path, *parameters: dict[str, Any], **changes: Any) -> Path:
    uncertainty = {"draws": 30, "seed": 1, "parameters": list(parameters)}
    path.write_text(json.dumps(small(uncertainty=uncertainty, **changes)), encoding="utf-8")
    return path


def test_an_uncertain_case_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("appraise", str(FOLDER / "07-uncertain.case.json"))
    out, errors = capsys.readouterr()
    assert errors == ""
    found = json.loads(out)
    assert list(found)[-2:] == ["options", "uncertainty"]
    assert (found["uncertainty"]["draws"], found["uncertainty"]["seed"]) == (4000, 2027)
    assert [each["id"] for each in found["uncertainty"]["options"]] == ["annual", "squad", "hybrid", "capital"]
    assert found["uncertainty"]["options"][0]["beats_baseline_share"] is None
    assert 0 < found["uncertainty"]["options"][1]["beats_baseline_share"] < 1


def test_the_same_case_is_drawn_alike_each_time(case_file: Path, tmp_path: Path) -> None:
    uncertain_file(case_file)
    results = [tmp_path / name for name in ("one.json", "two.json")]
    for result in results:
        call_command("appraise", str(case_file), "--sensitivity", "--output", str(result))
    assert results[0].read_bytes() == results[1].read_bytes()


def test_sensitivity_is_given_only_where_asked(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("appraise", str(case_file), "--sensitivity")
    found = printed(capsys)
    assert list(found)[-2:] == ["options", "sensitivity"]
    assert list(found["sensitivity"]) == ["tornado", "switching", "same_money", "same_outcome"]
    assert (found["sensitivity"]["tornado"], found["sensitivity"]["switching"]) == ([], [])
    assert [each["option"] for each in found["sensitivity"]["same_money"]] == [
        "sustained_squad", "contractor_to_permanent"
    ]  # fmt: skip
    summary = found["options"][0]["summary"]
    assert list(found["sensitivity"]["same_money"][0]["summary"]) == list(summary)


def test_uncertainty_and_sensitivity_stand_side_by_side(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parameter = {"path": "product.annual_benefit", "distribution": "uniform", "low": 0, "high": 900000}
    call_command("appraise", str(uncertain_file(case_file, parameter)), "--sensitivity", "--months")
    found = printed(capsys)
    assert list(found)[-3:] == ["options", "uncertainty", "sensitivity"]
    assert len(found["options"][0]["months"]) == 72
    [bar] = found["sensitivity"]["tornado"]
    assert (bar["path"], bar["low"], bar["high"]) == ("product.annual_benefit", 0, 900000)
    assert [each["option"] for each in found["sensitivity"]["switching"]] == [
        "annual_cycle", "sustained_squad", "contractor_to_permanent", "capital_project"
    ]  # fmt: skip


@pytest.mark.parametrize("more", [[], ["--sensitivity"]])
def test_draws_past_what_a_float_holds_are_a_fault_in_words(
    case_file: Path, tmp_path: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    parameter = {"path": "product.running_cost", "distribution": "uniform", "low": 0, "high": 1.7e308}
    output = tmp_path / "result.json"
    uncertain_file(case_file, parameter, product={"effort_to_live": 0})
    [line] = refused(capsys, str(case_file), "--output", str(output), *more)
    assert line == "uncertainty.options.do_nothing: comes to figures too large or too small to be reckoned"
    assert not output.exists()
