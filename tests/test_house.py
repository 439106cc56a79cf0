"""That the house's rules are held: each is broken on purpose in a copy, and the check has to name it."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
LAYOUT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
ROOMS = LAYOUT["root_packages"]
CONTRACTS = {contract["name"] for contract in LAYOUT["contracts"]}
# The file that each contract is broken in, and by what.
BROKEN = [
    ("A room leans only on the rooms below it", "kit/periods.py", "import funding.inputs"),
    ("A room leans only on the rooms below it", "reporting/views/home.py", "import interchange.apps"),
    ("In a room, a module leans only on the layers below it", "accounts/queries.py", "import accounts.actions"),
    ("a new kind of module is placed on purpose", "accounts/services.py", ""),
    ("The engine knows nothing of Django", "funding/engine/calendar.py", "import django"),
    ("The engine knows nothing of Django", "funding/engine/calendar.py", "import funding.models"),
    ("The engine is asked only by inputs, queries", "funding/admin.py", "import funding.engine.calendar"),
    ("Reporting changes nothing in another room", "reporting/views/home.py", "import accounts.actions"),
]
# Names that say nothing, under which anything gathers.
DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "shared"}
LINES = 400
OURS = {".py", ".html", ".js", ".mjs", ".scss", ".sh", ""}


def lint(place: Path) -> tuple[int, str]:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=place,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(place), "COLUMNS": "80"},
    )
    return done.returncode, " ".join(done.stdout.split()) + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_layers_are_kept(copy):
    code, said = lint(copy)
    assert code == 0, said


@pytest.mark.parametrize(("contract", "path", "offence"), BROKEN, ids=[f"{path}: {line}" for _, path, line in BROKEN])
def test_a_broken_layer_is_named(copy, contract, path, offence):
    with (copy / path).open("a", encoding="utf-8") as offended:
        offended.write(f"\n{offence}\n")
    code, said = lint(copy)
    assert code == 1, said
    assert any(contract in name and f"{name} BROKEN" in said for name in CONTRACTS), said


def test_every_contract_is_broken_by_some_test():
    assert all(any(part in name for part, _, _ in BROKEN) for name in CONTRACTS)


def test_every_room_is_under_the_contracts():
    installed = {name for name in settings.INSTALLED_APPS if (ROOT / name).is_dir()}
    assert installed | {"config"} == set(ROOMS)
    assert installed - {"kit"} == set(LAYOUT["contracts"][1]["containers"])


# ---- what is in the repository


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("needs the git repository, and this is a copy without it")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_is_too_long_to_read():
    too_long = {}
    for path in tracked():
        if path.suffix in OURS and "migrations" not in path.parts:
            lines = path.read_text(encoding="utf-8").count("\n")
            if lines > LINES:
                too_long[path.relative_to(ROOT).as_posix()] = lines
    assert too_long == {}


def test_no_module_is_a_drawer():
    named = [path.relative_to(ROOT) for path in tracked() if path.suffix in OURS]
    assert [str(path) for path in named if DRAWERS & {*path.parts[:-1], path.stem.strip("_")}] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a path of somebody's machine", r"(?<![\w.$}/-])/(?:home|root|Users|work|opt)/\w"),
        ("a package registry", r"\b(?:registry\.npm" + r"js|pypi\.or" + r"g|pythonhoste" + r"d|deb\.debia" + r"n)\b"),
    ],
    ids=["paths", "registries"],
)
def test_the_repository_names_no(what, pattern):
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in re.finditer(pattern, text)]
    assert found == [], what


def messages_in_formatted_strings(text: str) -> list[int]:
    """The lines on which an f-string asks for a translation."""
    asking = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "npgettext"}
    return [
        call.lineno
        for string in ast.walk(ast.parse(text))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in asking
    ]


def test_no_message_is_said_inside_a_formatted_string():
    """The catalogues are made by reading the code, and what stands inside an f-string is not read."""
    assert messages_in_formatted_strings("f\"{kept(_('cost'))} £\"") == [1]
    assert {
        str(path.relative_to(ROOT)): lines
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if (lines := messages_in_formatted_strings(path.read_text(encoding="utf-8")))
    } == {}
