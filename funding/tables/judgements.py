"""The judgements of a case, and the answer with and without them, as their page writes them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from funding import vocabulary
from funding.inputs import Input
from funding.queries.comparison import Comparison
from funding.queries.judgement_words import ClaimLine, names
from funding.queries.judgements import Judgement, OneOff, Switched
from funding.queries.reckoning import Figures
from funding.queries.wording import is_share, written
from funding.tables.comparison import write
from kit import formats

SHOWN = ("net_present_value", "live_month", "average_fitness", "productive_fte_months")


@dataclass(frozen=True)
class Box:
    """A judgement with its check box."""

    path: str
    label: str
    option: str
    value: str
    off: str
    words: str
    is_off: bool
    changes: bool


def boxes(comparison: Comparison, judgements: list[Judgement], switched: Switched) -> list[Box]:
    chosen = {one.path for one in switched.chosen}
    return [
        Box(
            path=one.path,
            label=str(vocabulary.label(one.input.key)),
            option=_option_name(comparison, one.option),
            value=_with_unit(one.input.key, one.value),
            off=_with_unit(one.input.key, one.off),
            words=str(one.words),
            is_off=one.path in chosen,
            changes=one.changes,
        )
        for one in judgements
    ]


def _with_unit(key: str, value: float) -> str:
    if vocabulary.term(key).unit.startswith("pounds"):
        return formats.money(value)
    return written(key, value) if is_share(key) else f"{written(key, value)} {vocabulary.unit(key)}".strip()


def _option_name(comparison: Comparison, key: str) -> str:
    option = comparison.option(key) if key else None
    return option.name if option else ""


def fixed_names(fixed: list[Input]) -> list[str]:
    """What each is called, once however many options have it."""
    return list(dict.fromkeys(str(vocabulary.label(one.key)) for one in fixed))


@dataclass(frozen=True)
class Beside:
    """One option: each figure with the judgements on and off."""

    name: str
    cells: list[tuple[str, str]]


def side_by_side(comparison: Comparison, switched: Switched) -> list[Beside]:
    return [
        Beside(
            one.name,
            [
                (
                    _figure(comparison, switched.on.figures[one.key], name),
                    _figure(comparison, switched.off.figures[one.key], name),
                )
                for name in SHOWN
            ],
        )
        for one in comparison.options
    ]


def _figure(comparison: Comparison, figures: Figures, name: str) -> str:
    value = figures[name]
    kind = vocabulary.figure(name).kind
    if value is None:
        return pgettext("a month", "never") if kind == "month" else _("none")
    return formats.month(comparison.month_start(int(value))) if kind == "month" else write(kind, value)


@dataclass(frozen=True)
class AloneRow:
    label: str
    option: str
    moves: list[str]
    best: str
    changes_best: bool


def alone_rows(comparison: Comparison, switched: Switched) -> list[AloneRow]:
    return [_alone(comparison, switched, one) for one in switched.alone]


def _alone(comparison: Comparison, switched: Switched, one: OneOff) -> AloneRow:
    return AloneRow(
        label=str(vocabulary.label(one.judgement.input.key)),
        option=_option_name(comparison, one.judgement.option),
        moves=[formats.money(one.moves[option.key]) if one.answer else "" for option in comparison.options],
        best=names(comparison, one.answer) if one.answer else formats.not_known(),
        changes_best=one.answer is not None and set(one.answer.best) != set(switched.on.best),
    )


@dataclass(frozen=True)
class ClaimRow:
    name: str
    ratio: str
    day_rate: str
    cells: list[tuple[str, bool]]


def claim_rows(lines: list[ClaimLine]) -> list[ClaimRow]:
    return [
        ClaimRow(
            line.name,
            formats.ratio(line.ratio),
            formats.money(line.day_rate),
            [(formats.money(rate), holds) for rate, holds in zip(line.rates, line.holds, strict=True)],
        )
        for line in lines
    ]
