"""A conversion of the contractor's post of ours, with something to hand over, made once for a world asked for it.

It is not in the world itself: a second post of the squad would be counted by every test that counts posts.
"""

import datetime
from collections.abc import Callable
from typing import Any

from squads.models import Conversion, Employment, HandoverItem, Post, PostStateChange
from tests.world import World

BEGINS = datetime.date(2026, 12, 14)


def conversion_of(world: World) -> Conversion:
    """The contractor's last day is 31 December 2026; the permanent post is planned from 14 December."""
    found = Conversion.objects.filter(contractor=world.ours.post).first()
    if found is None:
        permanent = Post.objects.create(
            squad=world.ours.squad, role=world.role, employment=Employment.PERMANENT, planned_from=BEGINS
        )
        PostStateChange.objects.create(post=permanent, state="planned", on=datetime.date(2026, 11, 2))
        found = Conversion.objects.create(contractor=world.ours.post, permanent=permanent)
    return found


def item_of(world: World) -> HandoverItem:
    return HandoverItem.objects.get_or_create(
        conversion=conversion_of(world),
        what_en="How it is released",
        defaults={
            "what_cy": "Sut mae ei ryddhau",
            "by_whom": "Datblygwr",
            "due_on": datetime.date(2026, 12, 18),
        },
    )[0]


def of_converted(make: Callable[[World], Any], *more: str) -> Callable[[World], list[Any]]:
    """For tests/routes.py: the key of a row of ours that `make` makes."""

    def of_ours(world: World) -> list[Any]:
        return [make(world).pk, *more]

    return of_ours
