"""4.0 No team, and no cost but the product's own: business as usual where nothing is built."""

from __future__ import annotations

from . import layout as at
from .layout import Table


def advance(i: int, work: Table) -> None:
    """A month: nobody, nothing launched, no bid."""
    work[at.CONTRACTORS + i] = 0.0
    work[at.PERMANENT + i] = 0.0
    work[at.EFFORT + i] = 0.0
