"""A row of each thing that belongs to all of Wales, or to one organisation, made once for a world."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from portfolio.models import (
    Contract,
    Forum,
    ForumMember,
    Leadership,
    Meeting,
    Participation,
    Priority,
    Product,
    SourcingOpportunity,
)
from tests.world import World


def withdrawn_of(world: World) -> Participation:
    """Gwynedd withdrew from another product of its own."""
    product = Product.objects.get_or_create(
        name_en="Moorings of Gwynedd",
        defaults={"name_cy": "Angorfeydd Gwynedd", "organisation": world.ours.organisation, "phase": "beta"},
    )[0]
    return Participation.objects.get_or_create(
        product=product,
        organisation=world.ours.organisation,
        defaults={
            "state": "withdrawn",
            "part": "partner",
            "interested_on": datetime.date(2025, 3, 3),
            "committed_on": datetime.date(2025, 9, 1),
            "withdrawn_on": datetime.date(2026, 5, 4),
        },
    )[0]


def priority_of(world: World) -> Priority:
    return Priority.objects.get_or_create(
        product=world.ours.product,
        organisation=world.ours.organisation,
        since=datetime.date(2026, 5, 11),
        defaults={"level": "high", "reason_cy": "Mae'n arbed amser.", "reason_en": "It saves time."},
    )[0]


def forum_of(world: World) -> Forum:
    """A board that Gwynedd belongs to, with a meeting held and one to come."""
    forum, new = Forum.objects.get_or_create(
        name_en="Digital Board",
        defaults={
            "name_cy": "Bwrdd Digidol",
            "kind": "board",
            "organisation": world.ours.organisation,
            "months_between": 2,
            "since": datetime.date(2026, 1, 12),
        },
    )
    if new:
        ForumMember.objects.create(forum=forum, organisation=world.ours.organisation)
        held = Meeting.objects.create(
            forum=forum, due_on=datetime.date(2026, 10, 12), state="held", held_on=datetime.date(2026, 10, 12)
        )
        held.attended.add(world.ours.organisation)
    return forum


def meeting_of(world: World) -> Meeting:
    return Meeting.objects.get_or_create(forum=forum_of(world), due_on=datetime.date(2026, 12, 14))[0]


def period_of(world: World) -> Leadership:
    return Leadership.objects.get_or_create(
        organisation=world.ours.organisation,
        start=datetime.date(2025, 4, 7),
        defaults={"officer": "appointed", "on_board": True},
    )[0]


def opportunity_of(world: World) -> SourcingOpportunity:
    return SourcingOpportunity.objects.get_or_create(
        name_en="Planning software", defaults={"name_cy": "Meddalwedd cynllunio", "summary_cy": "", "summary_en": ""}
    )[0]


def contract_of(world: World) -> Contract:
    return Contract.objects.get_or_create(
        organisation=world.ours.organisation,
        title_en="Planning management",
        defaults={
            "title_cy": "Rheoli cynllunio",
            "opportunity": opportunity_of(world),
            "supplier": "Meddalwedd Dychmygol Cyf",
            "annual_value": Decimal("40000.00"),
            "start": datetime.date(2024, 4, 1),
            "end": datetime.date(2027, 4, 1),
        },
    )[0]


def of_nation(row: Callable[[World], Any]) -> Callable[[World], list[Any]]:
    """The key of a row of ours that the other delivery lead does not see; the name is what the table of routes asks."""

    def of_ours(world: World) -> list[Any]:
        return [row(world).pk]

    return of_ours


def of_everybody(row: Callable[[World], Any]) -> Callable[[World], list[Any]]:
    """The key of a row that everybody sees."""

    def of_everybody(world: World) -> list[Any]:
        return [row(world).pk]

    return of_everybody


def one_of_each(world: World) -> None:
    """A row of everything here: the administration site has a page for each."""
    for make in (withdrawn_of, priority_of, meeting_of, period_of, contract_of):
        make(world)
