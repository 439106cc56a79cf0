"""8. Where one option's net present value comes to equal another's: the crossing nearest the central value."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .fields import Field
from .results import Floats

Gap = Callable[[Floats], Floats]  # values of a parameter -> by how much the option is ahead there, £
EXACT = 1e-6  # of the range between low and high
_PAST_HIGH = 100.0  # times high: how far is looked where the valid range has no end


@dataclass(frozen=True, slots=True)
class Range:
    """Where a parameter is looked for: `low` to `high`, and past them over all that is valid."""

    low: float
    high: float
    least: float
    most: float
    whole: bool

    @property
    def step(self) -> float:
        """How near a crossing is sought."""
        return 1.0 if self.whole else EXACT * (self.high - self.low)


def range_of(field: Field, low: float, high: float) -> Range:
    step = EXACT * (high - low)
    least = -math.inf if field.minimum is None else field.minimum + (step if field.above_minimum else 0.0)
    most = _PAST_HIGH * high if field.maximum is None else field.maximum - (step if field.below_maximum else 0.0)
    return Range(low, high, min(least, low), max(most, high), field.whole)


def places(within: Range, central: float, points: int) -> Floats:
    """The values looked at first, in order: `points` from low to high, half as many on either side, and the central."""
    below = np.linspace(within.least, within.low, points // 2)
    inside = np.linspace(within.low, within.high, points)
    if within.high > 0.0 and within.most > 10.0 * within.high:
        above = np.geomspace(within.high, within.most, points // 2)
    else:
        above = np.linspace(within.high, within.most, points // 2)
    found = np.concatenate([below, inside, above])
    if within.whole:
        found = np.round(found)
    if within.least <= central <= within.most:
        found = np.append(found, central)
    return np.unique(found)


def crossing(gap: Gap, within: Range, central: float, at: Floats, gaps: Floats, points: int) -> float | None:
    """The value nearest `central` at which the gap changes sign; None where it does not.

    `gaps` are those at the places `at`, of which `central` is one if it is in the range. Each time `points` more places
    are looked at between the two that the sign changes between.
    """
    signs = np.sign(gaps)  # NaN where it cannot be reckoned
    if len(at) == 0:
        return None
    start = int(np.clip(np.searchsorted(at, central), 0, len(at) - 1))
    if signs[start] == 0.0:
        return float(at[start])
    changes = np.flatnonzero((signs[:-1] != signs[1:]) & ~np.isnan(signs[:-1]) & ~np.isnan(signs[1:]))
    found = []
    if (changes >= start).any():
        k = int(changes[changes >= start][0])
        found.append(_narrowed(gap, within, float(at[k]), float(at[k + 1]), points))
    if (changes < start).any():
        k = int(changes[changes < start][-1])
        found.append(_narrowed(gap, within, float(at[k + 1]), float(at[k]), points))
    return min(found, key=lambda value: abs(value - central) if math.isfinite(central) else -value, default=None)


def _narrowed(gap: Gap, within: Range, near: float, far: float, points: int) -> float:
    """The crossing between two values of which `near` is the nearer to the central one."""
    while True:
        at = np.linspace(near, far, points + 2)
        if within.whole:
            at = np.round(at)
            at = at[np.concatenate([[True], np.diff(at) != 0.0])]
        gaps = gap(at)
        signs = np.sign(gaps)
        k = int(np.argmax(signs[1:] != signs[0]))
        before, after = float(at[k]), float(at[k + 1])
        if abs(after - before) <= within.step or (before, after) == (near, far):
            break
        near, far = before, after
    if within.whole or signs[k + 1] == 0.0:
        return after
    return before + (after - before) * float(gaps[k] / (gaps[k] - gaps[k + 1]))
