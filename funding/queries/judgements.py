"""What the answer rests on that nobody has evidence for: the judgements of a case, and the answer without them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from funding.inputs import CaseError, Input
from funding.queries.comparison import Comparison
from funding.queries.neutral import neutral_of
from funding.queries.reckoning import Figures, alone, as_changed, reckoned, value_at
from funding.queries.standing import EVEN
from kit.models import EvidenceMark

NPV = "net_present_value"


@dataclass(frozen=True)
class Judgement:
    """An input that is somebody's judgement and can be switched off. `changes` is false where it already is off."""

    input: Input
    value: Any
    off: float
    words: str | Promise
    option: str

    @property
    def path(self) -> str:
        return self.input.path

    @property
    def changes(self) -> bool:
        return float(self.value) != self.off


def judgements_of(comparison: Comparison) -> list[Judgement]:
    """In the order of the case: those marked as a judgement, and those that the appraisal chose for itself."""
    found = []
    for one in comparison.inputs:
        neutral = neutral_of(one.key)
        if neutral is None or not _is_judged(one):
            continue
        value = value_at(comparison.case, one.path)
        if value is not None:
            option = one.path.split(".")[1] if one.path.startswith("options.") else ""
            found.append(Judgement(one, value, neutral.value, neutral.words, option))
    return found


def fixed_of(comparison: Comparison) -> list[Input]:
    """Judgements with no value that makes nothing of them: pay, which has a page of its own, is not among them."""
    return [
        one
        for one in comparison.inputs
        if _is_judged(one)
        and one.value is not None
        and neutral_of(one.key) is None
        and not one.key.startswith("squad.")
    ]


def _is_judged(one: Input) -> bool:
    return one.mark == EvidenceMark.JUDGEMENT or one.origin == "appraisal"


@dataclass(frozen=True)
class Answer:
    """The figures of every option by its id, and which of them are best by net present value."""

    figures: dict[str, Figures]
    best: list[str]


def answer(figures: dict[str, Figures]) -> Answer:
    top = max(one[NPV] for one in figures.values())
    return Answer(figures, [key for key, one in figures.items() if top - one[NPV] <= EVEN])


@dataclass(frozen=True)
class OneOff:
    """One judgement switched off by itself: how far each option's net present value moves, and who is best then.

    `answer` is None where the case cannot be reckoned with it off.
    """

    judgement: Judgement
    answer: Answer | None
    moves: dict[str, float]


@dataclass(frozen=True)
class Switched:
    """The answer with every judgement on, with some of them off, and with each off by itself."""

    on: Answer
    off: Answer
    chosen: list[Judgement]
    alone: list[OneOff]

    @property
    def changes_best(self) -> bool:
        return set(self.on.best) != set(self.off.best)


def switched(comparison: Comparison, judgements: Iterable[Judgement], *, off: Collection[str]) -> Switched:
    """Reckons a comparison with the judgements at the paths `off` switched off. CaseError where it cannot be."""
    every = list(judgements)
    chosen = [one for one in every if one.path in off]
    case = as_changed(comparison.case, {})
    on = answer(reckoned(case))
    changed = as_changed(case, {one.path: one.off for one in chosen})
    without = answer(reckoned(changed)) if any(one.changes for one in chosen) else on
    return Switched(on, without, chosen, [_alone(case, on, one) for one in every if one.changes])


def _alone(case: dict[str, Any], on: Answer, one: Judgement) -> OneOff:
    """An option's own input moves that option only, so only that option is reckoned."""
    changed = as_changed(case, {one.path: one.off})
    try:
        figures = on.figures | reckoned(alone(changed, one.option) if one.option else changed)
    except CaseError:
        return OneOff(one, None, {})
    moves = {key: float(now[NPV] - on.figures[key][NPV]) for key, now in figures.items()}
    return OneOff(one, answer(figures), moves)
