"""7. The lanes of an uncertain case's draws: every option's, from draw `first` to before draw `last`.

Options share the draws: in draw 17 all of them meet the same value of a parameter that is the case's, and the same
events where their probabilities are the same.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from . import events
from .case import Case, Parameter, Uncertainty
from .distributions import quantiles
from .fields import Field
from .lanes import Column, columns
from .layout import ANNUAL_CYCLE, SERIES, SUSTAINED_SQUAD, TOTALS
from .randomness import many_uniforms
from .results import FIGURES, Floats, summary_figures
from .uncertain_inputs import varying_field
from .walking import INPUT_ROW, WORTH_COMPILING, Lanes, LivedMany, baselines, spread, walk

_NO_MONTHS: Floats = np.empty((len(SERIES), 0, 0))


@dataclass(frozen=True, slots=True)
class Varying:
    """An uncertain number: the row of the inputs that holds it, for one option or, where `option` is None, for all."""

    parameter: Parameter
    field: Field
    option: int | None
    row: int

    @property
    def is_event(self) -> bool:
        """It is a probability, which acts on draws alone."""
        return self.field.event


@dataclass(frozen=True, eq=False)
class Plan:
    """A case made ready to be drawn. `columns` are its options' lanes as they are where nothing is uncertain."""

    case: Case
    uncertainty: Uncertainty
    columns: tuple[Column, ...]
    varying: tuple[Varying, ...]

    @property
    def compiled(self) -> bool:
        """Whether so many draws are worth the compiler: the whole case's, however few are made at a time."""
        return self.uncertainty.draws * len(self.columns) >= WORTH_COMPILING

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of event that its options meet."""
        return tuple(dict.fromkeys(kind for column in self.columns for kind in events.KINDS.get(column.model, ())))


def plan(case: Case) -> Plan:
    """ValueError where nothing says how the case is uncertain."""
    if case.uncertainty is None:
        raise ValueError("the case has no uncertainty")
    varying = tuple(_varying(case, parameter) for parameter in case.uncertainty.parameters)
    return Plan(case, case.uncertainty, tuple(columns(case, case.options)), varying)


def _varying(case: Case, parameter: Parameter) -> Varying:
    field = varying_field(parameter.path, case.options)
    assert field is not None  # the reader has seen to it
    if not parameter.path.startswith("options."):
        return Varying(parameter, field, None, INPUT_ROW[parameter.path])
    _, option_id, name = parameter.path.split(".")
    option = [each.id for each in case.options].index(option_id)
    return Varying(parameter, field, option, INPUT_ROW[f"option.{name}"])


def values(plan: Plan, first: int, last: int) -> Floats:
    """The value of each uncertain number in those draws, shape (`plan.varying`, draws)."""
    compiled, purposes = plan.compiled, [("parameter", one.parameter.path) for one in plan.varying]
    found = many_uniforms(plan.uncertainty.seed, purposes, first, last, compiled=compiled)
    for row, one in zip(found, plan.varying, strict=True):
        row[:] = quantiles(one.parameter, one.field, row, compiled=compiled)
    return found


class Room(threading.local):
    """What each thread needs again and again, of one plan alone: made once, and written over from one chunk of draws to
    the next of the same size.
    """

    def __init__(self) -> None:
        self._count = -1
        self._lanes: tuple[Lanes, ...] = ()
        self.totals, self.found = np.empty((0, 0)), np.empty((0, 0, 0))
        self.baseline = baselines(0, 0)

    def lanes(self, plan: Plan, count: int) -> tuple[Lanes, ...]:
        """So many lanes of each option as they are where nothing is uncertain."""
        if self._count != count:
            self._count = count
            self._lanes = tuple(spread(column, count) for column in plan.columns)
            self.totals = np.empty((len(TOTALS), count))
            self.found = np.empty((len(plan.columns), rows(plan.case.years), count))
            self.baseline = baselines(plan.case.months, count if len(plan.columns) > 1 else 0)
        return self._lanes


def option_lanes(plan: Plan, first: int, last: int, room: Room | None = None) -> Iterator[Lanes]:
    """The lanes of each option in turn."""
    seed, years = plan.uncertainty.seed, plan.case.years
    drawn = values(plan, first, last)
    met = {kind: events.numbers(seed, kind, years, first, last, compiled=plan.compiled) for kind in plan.kinds}
    certain = (room or Room()).lanes(plan, last - first)
    for option, (column, lanes) in enumerate(zip(plan.columns, certain, strict=True)):
        rows = [one.row if one.option in (None, option) else -1 for one in plan.varying]
        yield with_events(replace(lanes, rows=np.array(rows, np.int64), varied=drawn), column, met)


def with_events(lanes: Lanes, column: Column, met: Mapping[str, Floats]) -> Lanes:
    """The lanes with what befalls them, by their own probabilities; `met` holds each kind's uniform numbers."""
    if column.model == ANNUAL_CYCLE:
        at_first, again = (_chance(lanes, name) for name in events.PROBABILITIES[events.AWARD])
        return replace(lanes, funded=events.won(np.array(column.funded), at_first, again, met[events.AWARD]))
    if column.model == SUSTAINED_SQUAD:
        return replace(
            lanes,
            withdrawn=events.withdrawn(_chance(lanes, "withdrawal_probability"), met[events.WITHDRAWAL]),
            frozen=events.frozen(_chance(lanes, "freeze_probability"), met[events.FREEZE]),
        )
    return lanes


def _chance(lanes: Lanes, name: str) -> Floats:
    """A probability in each lane, or the one of them all."""
    return lanes.number(INPUT_ROW[f"option.{name}"])


# What is kept of an option in a draw: each of FIGURES, then cost and benefit of each year.
def rows(years: int) -> int:
    return len(FIGURES) + 2 * years


def lived(plan: Plan, first: int, last: int, room: Room | None = None) -> Floats:
    """What each option comes to in those draws, shape (options, rows, draws): NaN for null. To be done with before
    another chunk is made in the same `room`.

    FloatingPointError where a draw's numbers are too large or too small to be reckoned; its text is the option's id.
    """
    case, costs, room = plan.case, len(FIGURES) + plan.case.years, room or Room()
    for option, lanes in enumerate(option_lanes(plan, first, last, room)):
        here = room.found[option]
        into = LivedMany(room.totals, here[len(FIGURES) : costs], here[costs:], _NO_MONTHS)
        walk(lanes, room.baseline, is_baseline=option == 0, compiled=plan.compiled, into=into)
        figures = summary_figures(room.totals, case.months, compiled=plan.compiled, into=here[: len(FIGURES)])
        # A year past what a float holds would show in the totals.
        if not np.isfinite(room.totals).all() or np.isinf(figures).any():
            raise FloatingPointError(case.options[option].id)
    return room.found
