"""How certain the money of the next financial year is, as bars made on the server: a row a phase, a length a product.

Secured is solid, indicative is lighter with an edge, and no source is a dashed gap.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kit.drawing import Stretch
from portfolio.models import Phase
from reporting.queries.overview import Overview

WIDTH, HEIGHT = 360.0, 22.0
# The fact of `reporting.queries.attention` and the mark it is drawn with, in the order of the bar.
CERTAINTIES: Mapping[str, str] = {"secured": "secured", "indicative_only": "indicative", "unfunded": "unfunded"}


@dataclass(frozen=True)
class Piece(Stretch):
    """So many products of a phase whose money is as certain as the mark says."""

    room_for_a_number = 18.0
    mark: str
    number: int


def money_bars(found: Overview) -> list[tuple[Phase, list[Piece]]]:
    """The phases that have products to pay for. The longest bar takes the whole width."""
    phases = [(phase, tally) for phase, tally in found.by_phase if tally.looked_after]
    longest = max((tally.looked_after for _phase, tally in phases), default=1)
    return [(phase, _pieces(tally.facts, WIDTH / longest)) for phase, tally in phases]


def _pieces(facts: Mapping[str, int], step: float) -> list[Piece]:
    pieces, before = [], 0
    for fact, mark in CERTAINTIES.items():
        number = facts[fact]
        if number:
            pieces.append(Piece(round(before * step, 1), round(number * step, 1), mark, number))
        before += number
    return pieces
