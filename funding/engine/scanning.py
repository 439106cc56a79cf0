"""8. The net present value of every option at any number of values of one parameter, the others central.

A parameter that acts on draws alone (a probability) is compared by the mean over the draws, every event acting. A lane
knows nothing of its draw but what befell it, so each pattern of events is walked once and remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from . import events
from .draws import Plan, Varying
from .layout import ANNUAL_CYCLE, TOTALS
from .results import Floats
from .spreads import Kept
from .walking import INPUT_ROW, Lanes, baselines, spread, taken, varied, walk

Codes = NDArray[np.int64]
_BENEFIT, _COST = TOTALS.index("benefit_pv"), TOTALS.index("cost_pv")
_YEAR_BITS = 6  # of a code: no case has more than 40 years
_AT_ONCE = 4096  # lanes walked together


class Scan:
    """A case to be asked for net present values, in £, of each option by its place."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._central: dict[int, float] = {}
        self._chances: dict[int, _Chances] = {}
        self._numbers: dict[str, Kept] = {}

    def net_present_values(self, one: Varying, option: int, values: Floats) -> Floats:
        """That option's at each value of the parameter, shape (values,)."""
        mine = one.option in (None, option)
        if one.is_event:
            if not mine:
                return np.full(len(values), self._mean(option))
            return np.array([self._chances_of(option).mean({one.row: float(value)}) for value in values])
        if not mine:
            return np.full(len(values), self._certain(option))
        return net_present_values(varied(spread(self.plan.columns[option], len(values)), {one.row: values}))

    def _certain(self, option: int) -> float:
        if option not in self._central:
            self._central[option] = float(net_present_values(spread(self.plan.columns[option], 1))[0])
        return self._central[option]

    def _mean(self, option: int) -> float:
        if not events.KINDS.get(self.plan.columns[option].model):
            return self._certain(option)
        return self._chances_of(option).mean({})

    def _chances_of(self, option: int) -> _Chances:
        if option not in self._chances:
            column = self.plan.columns[option]
            for kind in events.KINDS[column.model]:
                if kind not in self._numbers:
                    self._numbers[kind] = self._drawn(kind)
            self._chances[option] = _Chances(spread(column, 1), self._numbers)
        return self._chances[option]

    def _drawn(self, kind: str) -> Kept:
        seed, draws, years = self.plan.uncertainty.seed, self.plan.uncertainty.draws, self.plan.case.years
        kept = Kept(years, draws)
        for first in range(0, draws, _AT_ONCE):
            last = min(draws, first + _AT_ONCE)
            kept.put(first, events.numbers(seed, kind, years, first, last, compiled=True))
        return kept


def net_present_values(lanes: Lanes) -> Floats:
    """Of each lane, £."""
    found = np.empty(lanes.count)
    for first in range(0, lanes.count, _AT_ONCE):
        part = lanes
        if lanes.count > _AT_ONCE:
            part = taken(lanes, np.arange(first, min(lanes.count, first + _AT_ONCE)))
        none = baselines(12 * lanes.years, 0)
        totals = walk(part, none, is_baseline=True, compiled=True).totals
        with np.errstate(invalid="ignore"):  # NaN past what a float holds
            found[first : first + _AT_ONCE] = totals[_BENEFIT] - totals[_COST]
    return found


class _Chances:
    """One option's mean net present value over the draws at any probabilities of its events.

    A pattern of events is a code: for the annual fund a bit a year, set where its bid is won; for a squad the first
    year without a guarantee, and above it a bit for each year of a freeze before then.
    """

    def __init__(self, lane: Lanes, numbers: Mapping[str, Kept]) -> None:
        self._lane, self._numbers = lane, numbers
        self._known: Codes = np.empty(0, np.int64)  # in order
        self._worth: Floats = np.empty(0)  # £, of each known pattern
        self._means: dict[tuple[float, ...], float] = {}

    def mean(self, changed: Mapping[int, float]) -> float:
        """£, where the inputs in the rows `changed` have those values and the others are the case's."""
        chances = {}
        for kind in events.KINDS[self._lane.model]:
            for name in events.PROBABILITIES[kind]:
                row = INPUT_ROW[f"option.{name}"]
                chances[name] = changed.get(row, float(self._lane.inputs[row, 0]))
        key = tuple(chances.values())
        if key not in self._means:
            codes, draws = np.unique(self._codes(chances), return_counts=True)
            worth = self._worth_of(codes)
            first = float(worth[0])
            self._means[key] = first + float(np.sum(draws * (worth - first))) / int(draws.sum())
        return self._means[key]

    def _codes(self, chances: Mapping[str, float]) -> Codes:
        years = self._lane.years
        if self._lane.model == ANNUAL_CYCLE:
            awards, funded = self._numbers[events.AWARD], np.flatnonzero(self._lane.funded[:, 0]).tolist()
            codes: Codes = np.zeros(awards.draws, np.int64)
            for y in funded:
                chance = chances["first_award_probability" if y == funded[0] else "reaward_probability"]
                codes |= (awards.row(y) < chance).astype(np.int64) << y
            return codes
        withdrawals, freezes = self._numbers[events.WITHDRAWAL], self._numbers[events.FREEZE]
        last: Codes = np.full(withdrawals.draws, years, np.int64)
        frozen: Codes = np.zeros(withdrawals.draws, np.int64)
        for y in range(years - 1, 0, -1):  # the first that happens is the one that counts
            last[withdrawals.row(y) < chances["withdrawal_probability"]] = y
            frozen |= (freezes.row(y) < chances["freeze_probability"]).astype(np.int64) << y
        return (frozen & ((np.int64(1) << last) - 1)) << _YEAR_BITS | last

    def _worth_of(self, codes: Codes) -> Floats:
        """£ of each of these patterns, which are in order and distinct."""
        new = np.setdiff1d(codes, self._known, assume_unique=True)
        if len(new):
            known = np.concatenate([self._known, new])
            worth = np.concatenate([self._worth, net_present_values(self._lanes(new))])
            order = np.argsort(known)
            self._known, self._worth = known[order], worth[order]
        return self._worth[np.searchsorted(self._known, codes)]

    def _lanes(self, codes: Codes) -> Lanes:
        """A lane for each pattern."""
        lanes = taken(self._lane, np.zeros(len(codes), np.intp))
        years = np.arange(lanes.years)[:, None]
        if lanes.model == ANNUAL_CYCLE:
            return replace(lanes, funded=(codes >> years & 1).astype(np.float64))
        frozen = (codes >> (years + _YEAR_BITS) & 1).astype(np.float64)
        return replace(lanes, frozen=frozen, withdrawn=(codes & (1 << _YEAR_BITS) - 1).astype(np.float64))
