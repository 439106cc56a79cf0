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
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

HOUSE = Path(__file__).resolve().parent.parent
LANGUAGES = ("cy", "en")
WARM_UP, REQUESTS = 3, 30
GOAL_MS = 150

# Pages of many rows, by the names of their addresses.
LISTS = [
    "reporting:home",
    "reporting:board",
    "portfolio:portfolio",
    "portfolio:products",
    "portfolio:organisations",
    "portfolio:programmes",
    "portfolio:participations",
    "squads:squads",
    "squads:posts",
    "squads:roles",
    "funding:funding",
    "funding:funds",
    "funding:rounds",
    "funding:awards",
    "funding:other_costs",
    "funding:rates",
    "funding:assumptions",
    "funding:appraisals",
    "interchange:export",
]
# Pages of one record, with the model whose oldest row is shown: the small sample's, which has most on it.
DETAILS = [
    ("portfolio:product", "portfolio.Product"),
    ("portfolio:product_history", "portfolio.Product"),
    ("portfolio:organisation", "portfolio.Organisation"),
    ("portfolio:programme", "portfolio.Programme"),
    ("squads:squad", "squads.Squad"),
    ("squads:post", "squads.Post"),
    ("squads:role", "squads.Role"),
    ("funding:fund", "funding.Fund"),
    ("funding:round", "funding.Round"),
    ("funding:award", "funding.Award"),
    ("funding:rate", "funding.Rate"),
    ("funding:assumption", "funding.Assumption"),
    ("funding:product_money", "portfolio.Product"),
    ("funding:appraisal", "funding.Appraisal"),
    ("funding:appraisal_edit", "funding.Appraisal"),
    ("funding:runs", "funding.Appraisal"),
    ("funding:run", "funding.Run"),
]


class Row(NamedTuple):
    """One page in one language: questions to the database, and the time within which 95% of requests were answered."""

    page: str
    language: str
    status: int
    queries: int
    p95_ms: float
    kilobytes: float


def rows() -> Iterator[str]:
    """The lines of the table, each as soon as it is known."""
    private_servers = servers()
    folder = Path(tempfile.mkdtemp(prefix="cynnal-bench-", dir="/tmp" if Path("/tmp").is_dir() else None))  # noqa: S108
    environment = dict(os.environ, DJANGO_SETTINGS_MODULE="config.settings_test", DEMONSTRATION="on")
    reason = private_servers.why_sqlite()
    if reason:
        yield f"Pages on SQLite, because {reason}"
        environment["DATABASE_URL"] = f"sqlite:///{folder}/pages.sqlite3"
    else:
        yield "Pages on PostgreSQL"
        environment |= {
            "DATABASE_URL": f"postgres://cynnal@/{folder}/kept/server/postgres",
            "DATABASE_POOL": "off",
        }
    try:
        if not reason:
            folder.chmod(0o711)
            private_servers.start(folder / "kept")
        with subprocess.Popen(
            [sys.executable, "-m", "benchmarks.pages", "inside"],
            cwd=HOUSE,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        ) as inside:
            assert inside.stdout
            yield f"{'page':<28}{'language':<10}{'status':>6}{'queries':>9}{'95% within':>12}{'size':>10}"
            for line in inside.stdout:
                told = json.loads(line)
                yield told if isinstance(told, str) else shown(Row(*told))
        if inside.returncode:
            raise RuntimeError("The pages could not be measured: see above.")
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
    late = "" if row.p95_ms < GOAL_MS else f"  more than {GOAL_MS} ms"
    return (
        f"{row.page:<28}{row.language:<10}{row.status:>6}{row.queries:>9}{row.p95_ms:>9.1f} ms"
        f"{row.kilobytes:>7.0f} kB{late}"
    )


def inside() -> None:
    """The measuring itself, in a process whose settings are those of `rows`."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, skip_checks=True)
    began = time.perf_counter()
    with open(os.devnull, "w") as silence:  # noqa: PTH123
        call_command("load_sample", size="large", stdout=silence, skip_checks=True)
    tell(f"load_sample --size large: {time.perf_counter() - began:.1f} s")
    for told in measured():
        tell(told)


def tell(what: Any) -> None:
    print(json.dumps(what), flush=True)


def measured() -> Iterator[Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    missing = []
    for name, arguments in addresses():
        for language in LANGUAGES:
            row = measure(name, arguments, language)
            if row is None:
                missing.append(name)
                break
            yield row
    if missing:
        yield f"Not there yet: {', '.join(missing)}"


def addresses() -> Iterable[tuple[str, list[int]]]:
    from django.apps import apps

    yield from ((name, []) for name in LISTS)
    for name, label in DETAILS:
        record = apps.get_model(label)._base_manager.order_by("pk").first()
        if record is not None:
            yield name, [record.pk]


def measure(name: str, arguments: list[int], language: str) -> Row | None:
    """Asks for a page again and again as somebody of the chief digital officer's office, who sees most."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import NoReverseMatch, reverse
    from django.utils.translation import override

    from accounts.models import User

    with override(language):
        try:
            address = reverse(name, args=arguments)
        except NoReverseMatch:
            return None
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(groups__name="cdo_office"), "django.contrib.auth.backends.ModelBackend")
    answer = client.get(address)
    if answer.status_code != 200:
        return Row(name, language, answer.status_code, 0, 0, 0)
    for _ in range(WARM_UP):
        client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    # Counted at once: the next request clears them.
    queries = len(asked)
    times = []
    for _ in range(REQUESTS):
        began = time.perf_counter()
        client.get(address)
        times.append(1000 * (time.perf_counter() - began))
    p95 = sorted(times)[int(0.95 * len(times))]
    return Row(name, language, answer.status_code, queries, p95, len(answer.content) / 1000)


if __name__ == "__main__":
    if sys.argv[1:] == ["inside"]:
        inside()
    else:
        for line in rows():
            print(line, flush=True)
