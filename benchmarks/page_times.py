"""The measuring of pages, in a process of its own: its settings are those that `benchmarks.pages` gives it.

On standard output it says a line of JSON a page, or a text for the reader.
"""

import json
import os
import statistics
import time
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

LANGUAGES = ("cy", "en")
WARM_UP, REQUESTS = 3, 30
GOAL_MS = 150

# Pages of many rows, by the names of their addresses, and what is asked of them.
LISTS = [
    "reporting:home",
    "reporting:board",
    "reporting:search?q=mon",
    "reporting:search?q=school",
    "reporting:portfolio",
    "reporting:products",
    "reporting:products?milestones=late&worse=any",
    "reporting:portfolio_board",
    "reporting:roadmap",
    "portfolio:products",
    "portfolio:organisations",
    "portfolio:programmes",
    "portfolio:participations",
    "portfolio:wales",
    "portfolio:wales_matrix",
    "portfolio:priorities",
    "portfolio:forums",
    "portfolio:meetings",
    "portfolio:leadership",
    "portfolio:sourcing",
    "portfolio:contracts",
    "portfolio:components",
    "portfolio:component_uses",
    "portfolio:likeness",
    "portfolio:not_alike",
    "funding:component_costs",
    "portfolio:milestones",
    "portfolio:baseline_changes",
    "portfolio:benefits",
    "portfolio:risks",
    "portfolio:decisions",
    "portfolio:lessons",
    "portfolio:confidences",
    "portfolio:standard",
    "squads:squads",
    "squads:posts",
    "squads:roles",
    "squads:vacancies",
    "squads:leaving",
    "squads:conversions",
    "squads:handovers",
    "squads:missing_roles",
    "squads:promised",
    "squads:heat_map",
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
    ("portfolio:product_adoption", "portfolio.Product"),
    ("portfolio:product_priorities", "portfolio.Product"),
    ("portfolio:forum", "portfolio.Forum"),
    ("portfolio:forum_members", "portfolio.Forum"),
    ("portfolio:meeting_record", "portfolio.Meeting"),
    ("portfolio:organisation_leadership", "portfolio.Organisation"),
    ("portfolio:opportunity", "portfolio.SourcingOpportunity"),
    ("portfolio:contract_edit", "portfolio.Contract"),
    ("portfolio:product_milestones", "portfolio.Product"),
    ("portfolio:milestone", "portfolio.Milestone"),
    ("portfolio:product_benefits", "portfolio.Product"),
    ("portfolio:benefit", "portfolio.Benefit"),
    ("portfolio:product_risks", "portfolio.Product"),
    ("portfolio:product_logs", "portfolio.Product"),
    ("portfolio:product_confidence", "portfolio.Product"),
    ("squads:product_standard", "portfolio.Product"),
    ("portfolio:organisation", "portfolio.Organisation"),
    ("portfolio:programme", "portfolio.Programme"),
    ("portfolio:component", "portfolio.Component"),
    ("portfolio:product_components", "portfolio.Product"),
    ("portfolio:likeness_group", "portfolio.Product"),
    ("squads:component_edit", "portfolio.Component"),
    ("funding:component_cost", "portfolio.Component"),
    ("squads:squad", "squads.Squad"),
    ("squads:posts_grid", "squads.Squad"),
    ("portfolio:milestones_grid", "portfolio.Product"),
    ("portfolio:benefits_grid", "portfolio.Product"),
    ("squads:post", "squads.Post"),
    ("squads:role", "squads.Role"),
    ("squads:conversion", "squads.Conversion"),
    ("squads:product_team", "portfolio.Product"),
    ("funding:conversion_saving", "squads.Conversion"),
    ("funding:fund", "funding.Fund"),
    ("funding:round", "funding.Round"),
    ("funding:award", "funding.Award"),
    ("funding:rate", "funding.Rate"),
    ("funding:assumption", "funding.Assumption"),
    ("funding:product_money", "portfolio.Product"),
    ("funding:appraisal", "funding.Appraisal"),
    ("funding:appraisal_edit", "funding.Appraisal"),
    ("funding:run", "funding.Run"),
]


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
        if arguments is None:
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


def addresses() -> Iterable[tuple[str, list[int] | None]]:
    """Each page's name and its arguments, None where there is no record to show."""
    from django.apps import apps

    yield from ((name, []) for name in LISTS)
    for name, label in DETAILS:
        record = apps.get_model(label)._base_manager.order_by("pk").first()
        yield name, None if record is None else [record.pk]


def measure(name: str, arguments: list[int], language: str) -> Row | None:
    """Asks for a page again and again as somebody of the chief digital officer's office, who sees most."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import NoReverseMatch, reverse
    from django.utils.translation import override

    from accounts.models import User

    url_name, _, query = name.partition("?")
    with override(language):
        try:
            address = reverse(url_name, args=arguments) + (f"?{query}" if query else "")
        except NoReverseMatch:
            return None
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(groups__name="cdo_office"), "django.contrib.auth.backends.ModelBackend")
    answer = client.get(address)
    if answer.status_code != 200:
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
