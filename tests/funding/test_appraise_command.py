"""`manage.py appraise`: the result of one case file, or every fault and nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

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


def test_an_uncertain_case_is_appraised_and_what_is_left_out_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("appraise", str(FOLDER / "07-uncertain.case.json"))
    out, errors = capsys.readouterr()
    found = json.loads(out)
    assert "uncertainty" in found["case"]
    assert "uncertainty" not in found
    assert errors.splitlines() == [
        "uncertainty: is read and checked, but not drawn yet: the result is that of the case's own values alone"
    ]


def test_sensitivity_is_refused_in_words_before_it_is_there(case_file: Path) -> None:
    with pytest.raises(CommandError, match="unrecognized arguments: --sensitivity"):
        call_command("appraise", str(case_file), "--sensitivity")
    done = by_hand(str(case_file), "--sensitivity", stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"unrecognized arguments: --sensitivity" in done.stderr
    assert b"--sensitivity" not in by_hand("--help", stdout=subprocess.PIPE).stdout
