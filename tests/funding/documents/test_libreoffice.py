"""LibreOffice, given every worked case with its cached values taken out, finds the engine's figures."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from tests.funding.documents.books import check_values, compared, faults, worked
from tests.funding.documents.test_changed_inputs import TEN, changed, target
from tests.funding.engine.cases import NAMES, given

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
CHANGED = "04-gaps-and-resizing"
# Recalculate whatever is opened; what a file says of its own values is not believed.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not on this machine")


def without_values(content: bytes, replaced: dict[tuple[str, str], float] | None = None) -> bytes:
    """The same workbook with 0 as the value of every formula, and these input cells (part, cell) changed."""
    target_file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target_file, "w", zipfile.ZIP_DEFLATED) as to:
        for name in source.namelist():
            text = source.read(name).decode()
            if name.startswith("xl/worksheets/"):
                text = re.sub(r"</f><v>[^<]*</v>", "</f><v>0</v>", text)
                for (part, cell), value in (replaced or {}).items():
                    if part == name:
                        text, count = re.subn(rf'(<c r="{cell}"[^>]*><v>)[^<]*', rf"\g<1>{value}", text)
                        assert count == 1
            to.writestr(name, text)
    return target_file.getvalue()


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Every workbook through LibreOffice, in one start of it."""
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    for name in NAMES:
        (folder / f"{name}.xlsx").write_bytes(without_values(worked(name).content))
    one = worked(CHANGED)
    cells = {path: target(one.book, path) for path in TEN}
    replaced = {
        (f"xl/worksheets/sheet{one.book.sheets.index(cells[path].sheet) + 1}.xml", f"C{cells[path].row}"): value
        for path, value in TEN.items()
    }
    (folder / "changed.xlsx").write_bytes(without_values(one.content, replaced))
    done = subprocess.run(
        [
            PROGRAM, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", "--convert-to",
            "xlsx:Calc MS Excel 2007 XML", "--outdir", folder / "out", *sorted(folder.glob("*.xlsx")),
        ],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "out"


def reader(path):
    file = CalamineWorkbook.from_path(path)
    grids = {name: file.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in file.sheet_names}
    return lambda sheet: grids[sheet.name]


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_finds_the_engines_figures(converted, name):
    one = worked(name)
    read = reader(converted / f"{name}.xlsx")
    assert faults(one.book, read, one.comparison) == []
    assert check_values(one.book, read) == (1, 0, [])


def test_libreoffice_finds_them_with_ten_inputs_changed(converted):
    one = worked(CHANGED)
    read = reader(converted / "changed.xlsx")
    assert faults(one.book, read, compared(changed(given(CHANGED), TEN))) == []
    assert check_values(one.book, read) == (1, 10, [])
