"""7. What may befall an option in a draw: bids lost, a guarantee withdrawn, recruitment frozen.

An event happens where a uniform number of its kind, its year and the draw is below its probability, so that options
with equal probabilities share their events. A probability is one number, or one a draw where it is uncertain itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from .layout import ANNUAL_CYCLE, SUSTAINED_SQUAD
from .randomness import many_uniforms
from .results import Floats

AWARD: Final = "award"
WITHDRAWAL: Final = "withdrawal"
FREEZE: Final = "freeze"
# The kinds of event that an option of each model meets, and the probabilities that each of them turns on.
KINDS: Final[Mapping[int, tuple[str, ...]]] = {ANNUAL_CYCLE: (AWARD,), SUSTAINED_SQUAD: (WITHDRAWAL, FREEZE)}
PROBABILITIES: Final[Mapping[str, tuple[str, ...]]] = {
    AWARD: ("first_award_probability", "reaward_probability"),
    WITHDRAWAL: ("withdrawal_probability",),
    FREEZE: ("freeze_probability",),
}

Probability = float | Floats  # or one a draw, shape (draws,)


def numbers(seed: int, kind: str, years: int, first: int, last: int, *, compiled: bool = False) -> Floats:
    """The uniform numbers of a kind of event, shape (years, draws), for the draws from `first` to before `last`."""
    return many_uniforms(seed, [(kind, year) for year in range(years)], first, last, compiled=compiled)


def won(funded: Floats, at_first: Probability, again: Probability, uniform: Floats) -> Floats:
    """1 where the year's bid is for a year to be funded and is won, shape (years, draws).

    `funded`, shape (years,), is 1 in the years that are to be funded: the first of them has a probability of its own.
    """
    happens = uniform < again
    first = int(np.argmax(funded > 0.0))
    happens[first] = uniform[first] < at_first
    happens[funded == 0.0] = False
    return happens.astype(np.float64)


def withdrawn(probability: Probability, uniform: Floats) -> Floats:
    """The first year without a guarantee, from year 1 on, shape (draws,); the number of years where it stays."""
    years = len(uniform)
    happens = uniform < probability
    happens[0] = False
    return np.where(happens.any(axis=0), happens.argmax(axis=0), years).astype(np.float64)


def frozen(probability: Probability, uniform: Floats) -> Floats:
    """1 in the years, from year 1 on, in which no campaign is launched; shape (years, draws)."""
    found = (uniform < probability).astype(np.float64)
    found[0] = 0.0
    return found
