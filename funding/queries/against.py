"""Two runs of an appraisal: how much each change moved each option's net present value, adding up to the penny.

The changes are made one after another from the older case to the newer. What a change moves depends on those before it:
in another order the same whole would be shared out otherwise. Moves are the differences of net present values already
rounded to the penny, so that they add up exactly as they are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from funding.inputs import ENGINE_VERSION, CaseError
from funding.queries.comparison import Comparison
from funding.queries.differences import Step, ends_of, steps_between
from funding.queries.judgements import NPV
from funding.queries.reckoning import CaseJson, Figures, reckoned
from kit import formats

NOTHING = Decimal("0.00")
Values = dict[str, Decimal]


@dataclass(frozen=True)
class Move:
    """What one change, or several that only make sense together, moved each option that both runs have, £."""

    steps: list[Step]
    moves: Values


@dataclass(frozen=True)
class Against:
    """`shared` are the ids of the options that both runs have, in the newer's order; only these have moves."""

    older: Comparison
    newer: Comparison
    shared: list[str]
    before: Values
    after: Values
    moves: list[Move]
    engine: Values = field(default_factory=dict)

    @property
    def changes_nothing(self) -> bool:
        return not self.moves and not self.engine

    def whole(self, key: str) -> Decimal:
        return self.after[key] - self.before[key]


def against(one: Comparison, other: Comparison) -> Against:
    """The older of two runs against the newer, whichever is given first."""
    older, newer = sorted((one, other), key=_age)
    before, after = kept_values(older), kept_values(newer)
    shared = [key for key in after if key in before]
    ends = ends_of(older, newer)
    case, steps = ends.before, steps_between(ends)
    begun = now = _values(reckoned(case))
    moves: list[Move] = []
    for together in _reckonable(case, steps):
        reached = _values(together.figures)
        moves.append(Move(together.steps, {key: reached[key] - now[key] for key in shared}))
        now = reached
    engine = {key: (begun[key] - before[key]) + (after[key] - now[key]) for key in shared}
    changed_engine = older.engine_version != newer.engine_version or any(engine.values())
    return Against(older, newer, shared, before, after, moves, engine if changed_engine else {})


def _age(one: Comparison) -> tuple[Any, int]:
    return one.made_at, one.run_id or 0


def kept_values(comparison: Comparison) -> Values:
    """By option, the net present value as it was kept, to the penny."""
    return {option.key: formats.rounded(option.summary[NPV], 2) for option in comparison.options}


def _values(figures: Mapping[str, Figures]) -> Values:
    return {key: formats.rounded(one[NPV], 2) for key, one in figures.items()}


@dataclass(frozen=True)
class _Together:
    steps: list[Step]
    figures: dict[str, Figures]


def _reckonable(case: CaseJson, steps: list[Step]) -> list[_Together]:
    """Makes the changes in order. One that the engine refuses by itself waits for the next that makes it whole.

    A shorter life, for one, is refused while a year after its end is still funded.
    """
    found, waiting = [], list[Step]()
    for step in steps:
        step.apply(case)
        waiting.append(step)
        try:
            figures = reckoned(case)
        except CaseError:
            continue
        found.append(_Together(waiting, figures))
        waiting = []
    if waiting:  # what was kept is a case, so only an engine that has grown stricter comes here
        raise CaseError(_faults_of(case))
    return found


def _faults_of(case: CaseJson) -> list[Any]:
    try:
        reckoned(case)
    except CaseError as wrong:
        return list(wrong.faults)
    return []


def is_of_today(found: Against) -> bool:
    """Whether both runs were kept by the engine that reckons the steps between them."""
    return found.older.engine_version == found.newer.engine_version == ENGINE_VERSION
