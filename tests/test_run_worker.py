"""`./run app` has a worker beside its server, and leaves neither behind."""

import os
import signal
import time
import types
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")
STAND_IN = """#!/bin/sh
case "$*" in
*celery*) {worker} ;;
*) echo $$ > {place}/server; {server} ;;
esac
"""


@pytest.fixture
def run() -> Iterator[types.ModuleType]:
    loader = SourceFileLoader("run_under_test", str(Path(settings.BASE_DIR) / "run"))
    module = types.ModuleType(loader.name)
    module.__file__ = loader.path
    exec(loader.get_code(loader.name), module.__dict__)  # noqa: S102  a program without .py has no import
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield module
    for number, handler in kept.items():
        signal.signal(number, handler)


def stand_in(run: types.ModuleType, place: Path, *, server: str, worker: str) -> None:
    """In Python's place a script that is server or worker by what it is told."""
    script = place / "python"
    script.write_text(STAND_IN.format(place=place, server=server, worker=worker))
    script.chmod(0o755)
    run.PYTHON = script


def is_gone(place: Path) -> bool:
    try:
        os.kill(int((place / "server").read_text()), 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(
    ("server", "worker", "ended"),
    [("exec sleep 60", "sleep 0.5; exit 3", "worker"), ("sleep 0.5; exit 3", "exec sleep 60", "server")],
)
def test_when_one_ends_so_does_the_other_and_it_is_said(run, tmp_path, capsys, server, worker, ended):
    stand_in(run, tmp_path, server=server, worker=worker)
    began = time.monotonic()
    assert run.serve(1) == 1
    assert time.monotonic() - began < run.PATIENCE
    assert f"The {ended} has ended" in capsys.readouterr().err
    assert is_gone(tmp_path)


def test_ctrl_c_stops_both_and_what_does_not_hear_is_made_to(run, tmp_path):
    stand_in(run, tmp_path, server="trap '' TERM; sleep 60 & wait; sleep 60", worker="exec sleep 60")
    run.PATIENCE = 0.5
    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
    signal.setitimer(signal.ITIMER_REAL, 1)
    assert run.serve(1) == 0
    assert is_gone(tmp_path)
