"""The measuring of pages, in a process of its own: its settings are those that `benchmarks.pages` gives it.

On standard output it says a line of JSON a page, or a text for the reader.
"""

import json
import os
import statistics
import time
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .page_names import DETAILS, LISTS

LANGUAGES = ("cy", "en")
WARM_UP, REQUESTS = 3, 30
TRIED = 50  # records, the oldest first, until one has the page
GOAL_MS = 150


class Row(NamedTuple):
    """One page in one language: questions to the database, and milliseconds in which half and 95% were answered.

    `work_ms` is the processor time of Python alone of a usual request: where the machine is busy with something else,
    or the database is slow, it is far less than the time taken.
    """

    page: str
    language: str
    status: int
    queries: int
    work_ms: float
    half_ms: float
    p95_ms: float
    kilobytes: float

    @property
    def late(self) -> bool:
        return self.p95_ms >= GOAL_MS


def inside() -> None:
    """Load the large sample and measure every page on it."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, skip_checks=True)
    began = time.perf_counter()
    with open(os.devnull, "w") as silence:  # noqa: PTH123
        call_command("load_sample", size="large", stdout=silence, skip_checks=True)
    tell(f"load_sample --size large: {time.perf_counter() - began:.1f} s")
    # The door a server comes in by settles what stays in memory; the sample that was loaded here is none of a server's.
    from config import wsgi  # noqa: F401

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
        if not arguments:
            yield f"Not measured, because the sample has none: {name}"
            continue
        for language in LANGUAGES:
            row = measure(name, arguments, language)
            if row is None:
                missing.append(name)
                break
            yield row
    if missing:
        yield f"Not measured, because the addresses are not there yet: {', '.join(missing)}"


def addresses() -> Iterable[tuple[str, list[list[int]]]]:
    """Each page's name and the arguments to try, none where there is no record to show."""
    from django.apps import apps

    for name in LISTS:
        yield name, [[]]
    for name, label in DETAILS:
        oldest = apps.get_model(label)._base_manager.order_by("pk")[:TRIED]
        yield name, [[record.pk] for record in oldest]


def measure(name: str, arguments: list[list[int]], language: str) -> Row | None:
    """Asks for a page again and again as somebody of the chief digital officer's office, who sees most.

    Of the first record that has the page: a post that has ended is not to be split.
    """
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import NoReverseMatch, reverse
    from django.utils.translation import override

    from accounts.models import User

    url_name, _, query = name.partition("?")
    with override(language):
        try:
            tried = [reverse(url_name, args=keys) + (f"?{query}" if query else "") for keys in arguments]
        except NoReverseMatch:
            return None
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(groups__name="cdo_office"), "django.contrib.auth.backends.ModelBackend")
    for address in tried:
        answer = client.get(address)
        if answer.status_code == 200:
            break
    else:
        return Row(name, language, answer.status_code, 0, 0, 0, 0, 0)
    for _ in range(WARM_UP):
        client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    # Counted at once: the next request clears them.
    queries = len(asked)
    times, work = [], []
    for _ in range(REQUESTS):
        began, worked = time.perf_counter(), time.process_time()
        client.get(address)
        times.append(1000 * (time.perf_counter() - began))
        work.append(1000 * (time.process_time() - worked))
    half, p95 = statistics.median(times), sorted(times)[int(0.95 * len(times))]
    return Row(
        name, language, answer.status_code, queries, statistics.median(work), half, p95, len(answer.content) / 1000
    )


if __name__ == "__main__":
    inside()
