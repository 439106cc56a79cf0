"""What an appraisal may be uncertain about: the evidence's ranges, what was chosen instead, and what may be added."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from funding import vocabulary
from funding.inputs import AssumptionsInForce, CaseError, Composed, Fault, Input
from funding.models import Appraisal
from funding.queries.doubt_words import ROOM
from funding.queries.doubts import CERTAIN, Doubt, doubts_of, settings_of
from funding.queries.wording import is_one_number

POINTS = ("low", "likely", "high")


@dataclass(frozen=True)
class Line:
    """One number of the case: as it is doubted now, and as the evidence doubts it (None where it gives no range)."""

    input: Input
    now: Doubt
    evidence: Doubt | None

    @property
    def path(self) -> str:
        return self.input.path

    @property
    def key(self) -> str:
        return self.input.key

    @property
    def is_chosen(self) -> bool:
        return self.now.origin == "appraisal"


@dataclass(frozen=True)
class Doubting:
    """Every line there is, in the order of the case, and the numbers that nobody doubts yet."""

    lines: list[Line]
    others: list[Input]
    draws: int
    seed: int


def doubting(
    *, appraisal: Appraisal, composed: Composed, assumptions: AssumptionsInForce, added: Iterable[str] = ()
) -> Doubting:
    """`added`: paths to show beside those that have a range or a choice; what is no such path is passed over."""
    bare = copy.copy(appraisal)
    bare.uncertainty = {}
    evidence = {one.path: one for one in doubts_of(appraisal=bare, composed=composed, assumptions=assumptions)}
    now = {one.path: one for one in doubts_of(appraisal=appraisal, composed=composed, assumptions=assumptions)}
    wanted, lines, others = set(added), [], []
    for one in composed.inputs:
        if one.path in now:
            lines.append(Line(one, now[one.path], evidence.get(one.path)))
        elif is_one_number(one.key):
            if one.path in wanted:
                lines.append(Line(one, _undoubted(one), None))
            else:
                others.append(one)
    draws, seed = settings_of(appraisal)
    return Doubting(lines, others, draws, seed)


def _undoubted(one: Input) -> Doubt:
    return Doubt(one.path, one.key, CERTAIN, None, None, None, "appraisal", one.mark, one.source_cy, one.source_en)


def grouped(lines: Iterable[Line], option_names: dict[str, str]) -> list[tuple[str, list[Line]]]:
    """The lines under the headings of the case, and each option's under its name."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        rooms = line.path.split(".")
        heading = option_names.get(rooms[1], "") if rooms[0] == "options" else str(vocabulary.group_label(line.key))
        groups.setdefault(heading, []).append(line)
    return list(groups.items())


def faults_of(*, composed: Composed, draws: int, seed: int, parameters: list[dict[str, Any]]) -> list[Fault]:
    """What the engine finds wrong with an uncertainty; what else the case lacks is not this page's."""
    case = composed.case | {"uncertainty": {"draws": draws, "seed": seed, "parameters": parameters}}
    try:
        Composed(case, composed.inputs, composed.missing_rates, composed.option_names).checked()
    except CaseError as wrong:
        return [fault for fault in wrong.faults if fault.path.startswith(ROOM)]
    return []
