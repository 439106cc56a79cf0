"""`manage.py audit_workbook`: a workbook of one case file, or every fault and nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from python_calamine import CalamineWorkbook

from tests.funding.engine.cases import small

HOUSE = Path(__file__).resolve().parents[3]


@pytest.fixture
def case_file(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(small(name="Gŵyl")), encoding="utf-8")
    return path


def refused(capsys, *arguments):
    with pytest.raises(SystemExit) as left:
        call_command("audit_workbook", *arguments)
    assert left.value.code == 2
    out, errors = capsys.readouterr()
    assert out == ""
    return errors.splitlines()


def test_a_case_becomes_a_workbook(case_file, tmp_path, capsys):
    call_command("audit_workbook", str(case_file), str(tmp_path / "out.xlsx"))
    assert capsys.readouterr() == ("", "")
    file = CalamineWorkbook.from_path(tmp_path / "out.xlsx")
    assert file.sheet_names[0] == "Cover"
    assert file.get_sheet_by_name("Cover").to_python()[1][0] == "Gŵyl"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "out.xlsx"]


def test_it_is_written_in_welsh_where_asked(case_file, tmp_path):
    call_command("audit_workbook", str(case_file), str(tmp_path / "out.xlsx"), "--language", "cy")
    file = CalamineWorkbook.from_path(tmp_path / "out.xlsx")
    cover = file.get_sheet_by_index(0).to_python()
    assert "Cymraeg" in [value for line in cover for value in line]


def test_a_bad_case_lists_its_faults_and_writes_nothing(case_file, tmp_path, capsys):
    case_file.write_text(json.dumps(small(years=0, colour=1)), encoding="utf-8")
    output = tmp_path / "out.xlsx"
    output.write_text("before", encoding="utf-8")
    assert refused(capsys, str(case_file), str(output)) == [
        "colour: is not a key of this model",
        "years: must be at least 1, not 0",
    ]
    assert output.read_text(encoding="utf-8") == "before"


def test_what_cannot_be_read_or_written_exits_2(case_file, tmp_path, capsys):
    [line] = refused(capsys, str(tmp_path / "none.json"), str(tmp_path / "out.xlsx"))
    assert "none.json: cannot be read: " in line
    [line] = refused(capsys, str(case_file), str(tmp_path / "no" / "out.xlsx"))
    assert "cannot be written" in line


def test_it_needs_no_database(case_file, tmp_path):
    environment = {**os.environ, "DATABASE_URL": "postgres://nobody@localhost:1/nothing"}
    command = [sys.executable, "manage.py", "audit_workbook", str(case_file), str(tmp_path / "out.xlsx")]
    done = subprocess.run(command, cwd=HOUSE, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
