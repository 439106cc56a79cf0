"""Products as cards in a column a phase, those that need somebody most at the top."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kit.bilingual import pair_field
from portfolio.models import Phase, Product
from reporting.queries import attention
from reporting.queries.products import latest_confidence

# What a card tells, in the order in which it is told.
TOLD = ("decisions_overdue", "overdue", "late", "worse", "unfunded", "stale", "contractors_leaving")
IN_A_COLUMN = 20


@dataclass(frozen=True)
class Card:
    product: Product
    facts: list[str]
    confidence: str


@dataclass(frozen=True)
class BoardColumn:
    """The products in a phase: the first few as cards, and how many there are in all."""

    phase: Phase
    cards: list[Card]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.cards)


def board_of(products: QuerySet[Product], *, on: datetime.date, most: int | None = IN_A_COLUMN) -> list[BoardColumn]:
    """Two queries, however many products there are; only those that are shown, the first `most`, are fetched whole."""
    name = pair_field("name")
    asked = {f"told_{fact}": attention.FACTS[fact](on) for fact in TOLD}
    rows: dict[str, list[tuple[int, str, int, list[str]]]] = {phase: [] for phase in Phase.values}
    for pk, phase, called, *answers in products.annotate(**asked).order_by().values_list("pk", "phase", name, *asked):
        facts = [fact for fact, answer in zip(TOLD, answers, strict=True) if answer]
        rows[phase].append((-len(facts), called.casefold(), pk, facts))
    shown = {phase: sorted(found)[:most] for phase, found in rows.items()}
    whole = _fetched([row[2] for found in shown.values() for row in found], on)
    return [
        BoardColumn(
            phase, [Card(whole[pk], facts, whole[pk].confidence) for *_, pk, facts in shown[phase]], len(rows[phase])
        )
        for phase in Phase
    ]


def _fetched(keys: list[int], on: datetime.date) -> dict[int, Any]:
    rows = Product.objects.filter(pk__in=keys).select_related("organisation")
    return {row.pk: row for row in rows.annotate(confidence=latest_confidence(on))}
