"""Which assumptions the model runs on, and how one came to be superseded by another."""

import datetime
from collections.abc import Iterable, Mapping

from funding.models import Assumption


def assumptions_in_force(*, on: datetime.date) -> dict[str, Assumption]:
    """By path of the model: what finance has signed, else what was shipped. One query."""
    return first_of_each(Assumption.objects.in_force(on))


def first_of_each(rows: Iterable[Assumption]) -> dict[str, Assumption]:
    """`in_force` has the one to use first: the rest of a path's rows are superseded by it."""
    found: dict[str, Assumption] = {}
    for row in rows:
        found.setdefault(row.key, row)
    return found


def shipped_defaults(*, on: datetime.date) -> Mapping[str, Assumption]:
    """By path: the default that came with Cynnal, whatever has been signed since. One query."""
    return first_of_each(Assumption.objects.in_force(on).filter(made_by__isnull=True))


def of_same_path(assumption: Assumption) -> list[Assumption]:
    """Every figure there has ever been for the path, newest first: default, signed and waiting. One query."""
    rows = Assumption.objects.filter(key=assumption.key).select_related("made_by", "signed_by")
    return list(rows.order_by("-valid_from", "-pk"))
