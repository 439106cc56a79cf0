"""How long a page takes to be made on the large sample, and how many questions it asks the database.

`rows()` starts a PostgreSQL of its own where the machine has one (else SQLite, and says so), loads the large sample
into it and asks for every page in both languages. The pages are made in a process of their own, so that the settings
of whoever asks stay as they are.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .page_times import GOAL_MS, Row

HOUSE = Path(__file__).resolve().parent.parent
HEADINGS = "page                        language  status  queries     own work  half within   95% within      size"


def rows() -> Iterator[str]:
    """The lines of the table, each as soon as it is known."""
    private_servers = servers()
    folder = Path(tempfile.mkdtemp(prefix="cynnal-bench-", dir="/tmp" if Path("/tmp").is_dir() else None))  # noqa: S108
    environment = dict(os.environ, DJANGO_SETTINGS_MODULE="config.settings_test", DEMONSTRATION="on")
    reason = private_servers.why_sqlite()
    if reason:
        yield f"Pages on the large sample. Not measured on PostgreSQL, for which the goal is, because {reason}:"
        yield "these are of SQLite."
        environment["DATABASE_URL"] = f"sqlite:///{folder}/pages.sqlite3"
    else:
        yield "Pages on the large sample, on a PostgreSQL started for it"
        environment |= {
            "DATABASE_URL": f"postgres://cynnal@/{folder}/kept/server/postgres",
            "DATABASE_POOL": "off",
        }
    try:
        if not reason:
            folder.chmod(0o711)
            private_servers.start(folder / "kept")
        with subprocess.Popen(
            [sys.executable, "-m", "benchmarks.page_times"],
            cwd=HOUSE,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        ) as inside:
            assert inside.stdout
            yield HEADINGS
            measured_rows = []
            for line in inside.stdout:
                told = json.loads(line)
                if not isinstance(told, str):
                    measured_rows.append(Row(*told))
                yield told if isinstance(told, str) else shown(measured_rows[-1])
        if inside.returncode:
            raise RuntimeError("The pages could not be measured to the end: see above.")
        yield from summed_up(measured_rows)
    finally:
        if not reason:
            private_servers.stop(folder / "kept")
        shutil.rmtree(folder, ignore_errors=True)


def servers() -> Any:
    """The tests' own PostgreSQL. On being imported it writes into the environment, which is put back as it was."""
    before = dict(os.environ)
    from tests import private_servers

    os.environ.clear()
    os.environ.update(before)
    return private_servers


def shown(row: Row) -> str:
    if row.status != 200:
        return f"{row.page:<28}{row.language:<9}{row.status:>7}  not measured: it does not answer with a page"
    return (
        f"{row.page:<28}{row.language:<9}{row.status:>7}{row.queries:>9}{row.work_ms:>10.1f} ms{row.half_ms:>10.1f} ms"
        f"{row.p95_ms:>10.1f} ms{row.kilobytes:>7.0f} kB{f'  more than {GOAL_MS} ms' if row.late else ''}"
    )


def summed_up(found: list[Row]) -> Iterator[str]:
    """How many pages keep to the goal, and by name those that do not or do not answer."""
    answered = [row for row in found if row.status == 200]
    late = [f"{row.page} ({row.language})" for row in answered if row.late]
    broken = [f"{row.page} ({row.language}: {row.status})" for row in found if row.status != 200]
    yield f"{len(answered) - len(late)} of {len(found)} within {GOAL_MS} ms, 95% of the time"
    if late:
        yield f"More than {GOAL_MS} ms: {', '.join(late)}"
    if broken:
        yield f"Not answered: {', '.join(broken)}"


if __name__ == "__main__":
    for line in rows():
        print(line, flush=True)
