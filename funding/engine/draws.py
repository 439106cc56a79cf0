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
from .layout import ANNUAL_CYCLE, SUSTAINED_SQUAD
from .randomness import uniforms
from .results import FIGURES, Floats, summary_figures
from .uncertain_inputs import varying_field
from .walking import INPUT_ROW, WORTH_COMPILING, Lanes, baselines, spread, walk


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


def values(plan: Plan, first: int, last: int) -> dict[str, Floats]:
    """The value of each uncertain number in those draws, by path, shape (draws,)."""
    return {
        one.parameter.path: quantiles(
            one.parameter, one.field, uniforms(plan.uncertainty.seed, ("parameter", one.parameter.path), first, last)
        )
        for one in plan.varying
    }


class Room(threading.local):
    """Each thread's own tables of lanes, written over from one chunk of draws to the next of the same size."""

    def __init__(self) -> None:
        self._tables: tuple[Lanes, ...] = ()
        self.baseline = baselines(0, 0)

    def tables(self, plan: Plan, count: int) -> tuple[Lanes, ...]:
        """A table of `count` lanes of each option; what does not vary in them stands as it is in the case."""
        if not self._tables or self._tables[0].count != count:
            self._tables = tuple(spread(column, count) for column in plan.columns)
            self.baseline = baselines(plan.case.months, count if len(plan.columns) > 1 else 0)
        return self._tables


def option_lanes(plan: Plan, first: int, last: int, room: Room | None = None) -> Iterator[Lanes]:
    """The lanes of each option in turn, each to be done with before another chunk is made in the same `room`."""
    years = plan.case.years
    tables = (room or Room()).tables(plan, last - first)
    drawn = values(plan, first, last)
    met = {kind: events.numbers(plan.uncertainty.seed, kind, years, first, last) for kind in plan.kinds}
    for option, (column, lanes) in enumerate(zip(plan.columns, tables, strict=True)):
        for one in plan.varying:
            if one.option in (None, option):
                lanes.inputs[one.row] = drawn[one.parameter.path]
        yield with_events(lanes, column, met)


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
    """A probability in each lane."""
    chance: Floats = lanes.inputs[INPUT_ROW[f"option.{name}"]]
    return chance


# What is kept of an option in a draw: each of FIGURES, then cost and benefit of each year.
def rows(years: int) -> int:
    return len(FIGURES) + 2 * years


def lived(plan: Plan, first: int, last: int, room: Room | None = None) -> Floats:
    """What each option comes to in those draws, shape (options, rows, draws): NaN for null.

    FloatingPointError where a draw's numbers are too large or too small to be reckoned; its text is the option's id.
    """
    case, count = plan.case, last - first
    found = np.empty((len(plan.columns), rows(case.years), count))
    room = room or Room()
    for option, lanes in enumerate(option_lanes(plan, first, last, room)):
        done = walk(lanes, room.baseline, is_baseline=option == 0, compiled=plan.compiled)
        figures = summary_figures(done.totals, case.months)
        here = found[option]
        for row, name in enumerate(FIGURES):
            here[row] = figures[name]
        here[len(FIGURES) : len(FIGURES) + case.years] = done.cost_by_year
        here[len(FIGURES) + case.years :] = done.benefit_by_year
        if not np.isfinite(done.totals).all() or np.isinf(here).any():
            raise FloatingPointError(case.options[option].id)
    return found
