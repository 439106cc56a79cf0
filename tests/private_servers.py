"""A PostgreSQL of the tests' own, for the length of one run: made from the binaries on the machine, thrown away after.

`config.settings_test` imports this before anything else, so that the settings know where the database is to be. The
first test that wants a database starts it, and a run that wants none starts none. Where the machine has no PostgreSQL,
or with TEST_DATABASE=sqlite, the tests run on SQLite and say so.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import psycopg
import pytest

PLACE = "CYNNAL_TEST_POSTGRES"
# Nothing here outlives the run, so nothing need reach the disk.
QUICK = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "jit=off", "max_connections=60"]


def binaries() -> Path | None:
    """Where initdb and postgres are: on the PATH, or where Debian keeps the newest."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return kept[-1].parent if kept else None


def why_sqlite() -> str | None:
    """The reason for which the tests run on SQLite, if they do."""
    if os.name == "nt":
        return "on Windows the tests start no PostgreSQL"
    if os.environ.get("TEST_DATABASE") == "sqlite":
        return "TEST_DATABASE=sqlite was asked for"
    return None if binaries() else "there is no PostgreSQL on this machine (no initdb found)"


def somebody() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as the user who has least to lose."""
    import pwd  # Windows has none, and does not come here

    if os.getuid():
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def start(place: Path) -> None:
    """Starts the server of this run, unless another worker has."""
    import fcntl

    found = binaries()
    assert found, "asked for only where there is one"
    place.mkdir(mode=0o711, exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (place / "ready").exists():
            return
        data, who = place / "server" / "data", somebody()
        data.parent.mkdir()
        if who:
            os.chown(data.parent, who["user"], who["group"])
        made = [
            str(found / "initdb"),
            "-D",
            str(data),
            "-U",
            "cynnal",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL, cwd="/", **who)
        options = [word for setting in QUICK for word in ("-c", setting)]
        with (place / "log").open("w") as log:
            subprocess.Popen(
                [found / "postgres", "-D", data, "-k", data.parent, "-c", "listen_addresses=", *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
                **who,
            )
        for _ in range(200):
            with contextlib.suppress(psycopg.OperationalError):
                psycopg.connect(host=str(data.parent), user="cynnal", dbname="postgres").close()
                (place / "ready").touch()
                return
            time.sleep(0.05)
        raise RuntimeError(f"PostgreSQL did not start:\n{(place / 'log').read_text()}")


def stop(place: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        keeper = int((place / "server" / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(keeper, signal.SIGINT)
        for _ in range(100):
            with contextlib.suppress(ChildProcessError):
                os.waitpid(keeper, os.WNOHANG)
            if not (place / "server" / "data" / "postmaster.pid").exists():
                break
            time.sleep(0.02)
    shutil.rmtree(place, ignore_errors=True)


def choose() -> None:
    """Says in the environment, which the workers of one run inherit, where the database of this run is to be."""
    if "DATABASE_URL" in os.environ:
        return
    if reason := why_sqlite():
        if os.environ.get("CI") and "TEST_DATABASE" not in os.environ:
            raise RuntimeError(f"With CI set the tests run on PostgreSQL, but {reason}.")
        return
    # A socket's path may have some hundred letters, which a temporary folder of the reader's own may not leave.
    place = Path("/tmp") / f"cynnal-{os.getpid()}-{time.time_ns():x}"  # noqa: S108
    os.environ |= {
        PLACE: str(place),
        "DATABASE_URL": f"postgres://cynnal@/{place}/server/cynnal",
        "DATABASE_POOL": "off",
    }


def pytest_report_header() -> str:
    reason = why_sqlite()
    return f"database: SQLite, because {reason}" if reason else "database: PostgreSQL"


def pytest_unconfigure() -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ and PLACE in os.environ:
        stop(Path(os.environ[PLACE]))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """pytest-django asks for this before it makes a database: the moment to have a server."""
    if PLACE in os.environ:
        start(Path(os.environ[PLACE]))


choose()
