"""The portfolio on a day, counted: how many products there are, and how many of them need somebody, and whose."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from accounts.models import User
from portfolio.models import Decision, Organisation, Phase, Product, Programme
from reporting.queries import attention
from reporting.queries.products import in_post_together

# Facts that are asked of the database; "worse" follows from two of them.
ASKED = (
    "stale",
    "changed",
    "late",
    "overdue",
    "worse_confidence",
    "worse_standard",
    "secured",
    "indicative_only",
    "unfunded",
    "contractors",
    "contractors_half",
    "contractors_leaving",
    "without_squad",
    "decisions",
    "decisions_overdue",
)
# A group of products: the phase, organisation or programme they share, None for those with no programme.
Key = Any


@dataclass(frozen=True)
class Tally:
    """Some products, counted: all of them, those not retired, and those of which each fact is true."""

    products: int
    looked_after: int
    facts: Mapping[str, int]


@dataclass(frozen=True)
class Overview:
    """The whole portfolio that a person may see, and the same by phase, organisation and programme."""

    whole: Tally
    by_phase: list[tuple[Phase, Tally]]
    by_organisation: list[tuple[Organisation, Tally]]
    by_programme: list[tuple[Programme | None, Tally]]
    contractor_share: float | None
    decisions: list[Decision]
    decision_count: int
    decisions_overdue: int


def overview(*, user: User, on: datetime.date, most_decisions: int = 8) -> Overview:
    """Six queries, whatever the size of the portfolio."""
    visible = Product.objects.visible_to(user)
    asked = {f"is_{name}": attention.FACTS[name](on) for name in ASKED}
    rows = [
        (phase, organisation, programme, _true_of(answers))
        for phase, organisation, programme, *answers in visible.annotate(**asked)
        .order_by()
        .values_list("phase", "organisation", "programme", *asked)
    ]
    organisations = Organisation.objects.in_bulk({row[1] for row in rows})
    programmes = Programme.objects.in_bulk({row[2] for row in rows if row[2]})
    decisions = decisions_due(user=user, on=on)
    counted = decisions.aggregate(every=Count("pk"), overdue=Count("pk", filter=Q(due_on__lt=on)))
    by_phase, by_body, by_programme = (_grouped(rows, place) for place in range(3))
    return Overview(
        whole=_tally((row[0], row[3]) for row in rows),
        by_phase=[(phase, by_phase.get(phase.value, NONE)) for phase in Phase],
        by_organisation=_by_name((organisations[key], found) for key, found in by_body.items()),
        by_programme=_by_name((programmes.get(key), found) for key, found in by_programme.items()),
        contractor_share=in_post_together(visible.filter(attention.LIVING), on=on),
        decisions=list(decisions[:most_decisions]),
        decision_count=counted["every"],
        decisions_overdue=counted["overdue"],
    )


def decisions_due(*, user: User, on: datetime.date) -> Any:
    """Decisions needed within 30 days or overdue, the longest overdue first."""
    rows = Decision.objects.visible_to(user).needed_soon(on)
    return rows.select_related("product").order_by("due_on", "pk")


def _true_of(answers: Iterable[bool]) -> list[str]:
    true = [name for name, answer in zip(ASKED, answers, strict=True) if answer]
    if "worse_confidence" in true or "worse_standard" in true:
        true.append("worse")
    return true


def _tally(rows: Iterable[tuple[str, list[str]]]) -> Tally:
    counted: Counter[str] = Counter()
    products = looked_after = 0
    for phase, facts in rows:
        products += 1
        looked_after += phase != Phase.RETIRED
        counted.update(facts)
    return Tally(products, looked_after, {name: counted[name] for name in attention.FACTS})


NONE = _tally([])


def _grouped(rows: list[tuple[Any, ...]], place: int) -> dict[Key, Tally]:
    groups: dict[Key, list[tuple[str, list[str]]]] = {}
    for row in rows:
        groups.setdefault(row[place], []).append((row[0], row[3]))
    return {key: _tally(found) for key, found in groups.items()}


def _by_name(groups: Iterable[tuple[Any, Tally]]) -> list[tuple[Any, Tally]]:
    """By name, what has none last."""
    return sorted(groups, key=lambda group: (group[0] is None, str(group[0] or "").casefold()))
