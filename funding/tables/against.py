"""What changed between two runs and what each change moved, as their page writes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.models import FundingModel
from funding.queries.against import Against, Move, Values
from funding.queries.comparison import Comparison
from funding.queries.differences import Step
from funding.queries.standing import ranking
from funding.queries.wording import is_share, written
from kit import formats, periods

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Change:
    """One input with its value before and after, in words."""

    label: str
    of: str
    before: str
    after: str
    unit: str


@dataclass(frozen=True)
class MoveRow:
    """One or several changes and what they moved each shared option, to the penny."""

    changes: list[Change]
    moves: list[str]


def move_rows(found: Against, *, with_pay: bool) -> list[MoveRow]:
    """In the order in which the changes were made; without pay, all of it is one line where its first change stands."""
    rows: list[MoveRow] = []
    pay = [move for move in found.moves if _is_pay(move)]
    told = False
    for move in found.moves:
        if with_pay or not _is_pay(move):
            rows.append(MoveRow([_change(found, step) for step in move.steps], _written(found, move.moves)))
        elif not told:
            told = True
            others = [_change(found, step) for one in pay for step in one.steps if step.kind != "pay"]
            rows.append(MoveRow([*others, _withheld()], _written(found, _sum(found, pay))))
    if found.engine:
        rows.append(MoveRow([_engine(found)], _written(found, found.engine)))
    return rows


def _is_pay(move: Move) -> bool:
    return any(step.kind == "pay" for step in move.steps)


def _sum(found: Against, moves: list[Move]) -> Values:
    return {key: sum((one.moves[key] for one in moves), NOTHING) for key in found.shared}


def _withheld() -> Change:
    return Change(_("Pay and rates"), "", formats.withheld(), formats.withheld(), "")


def _engine(found: Against) -> Change:
    return Change(_("The engine, and rounding"), "", found.older.engine_version, found.newer.engine_version, "")


def _written(found: Against, moves: Mapping[str, Decimal]) -> list[str]:
    return [formats.money(moves[key], pence=True) for key in found.shared]


def _change(found: Against, step: Step) -> Change:
    if step.kind in ("option_added", "option_gone", "model"):
        return Change(_kind_words(step), _option_name(found, step.name), _model(step.before), _model(step.after), "")
    if step.path == "start":
        return Change(str(vocabulary.label("start")), "", _year(step.before), _year(step.after), "")
    unit = "" if is_share(step.key) else str(vocabulary.unit(step.key))
    of = _role_name(found, step.name) if step.path.startswith("squad.") else _option_name(found, step.name)
    return Change(_kind_words(step), of, _value(step, step.before), _value(step, step.after), unit)


def _kind_words(step: Step) -> str:
    return {
        "role_added": _("Role added"),
        "role_gone": _("Role taken out"),
        "option_added": _("Option added"),
        "option_gone": _("Option taken out"),
    }.get(step.kind) or str(vocabulary.label(step.key))


def _value(step: Step, value: Any) -> str:
    return _("not there") if value is None and step.kind in ("role_added", "role_gone") else written(step.key, value)


def _model(value: Any) -> str:
    return _("not there") if value is None else str(FundingModel(value).label)


def _year(start: str) -> str:
    return periods.label(int(start[:4]))


def _option_name(found: Against, key: str) -> str:
    option = found.newer.option(key) or found.older.option(key) if key else None
    return option.name if option else ""


def _role_name(found: Against, code: str) -> str:
    for comparison in (found.newer, found.older):
        for one in comparison.inputs:
            if one.path == f"squad.{code}.salary":
                return one.name
    return code


@dataclass(frozen=True)
class Whole:
    """An option that both have: its net present value in each run and the whole difference."""

    name: str
    before: str
    after: str
    difference: str


def sentences(found: Against) -> list[str]:
    """Who is best in each run, and which option moved the most."""
    older, newer = (", ".join(f"“{one.name}”" for one in ranking(run).leaders) for run in (found.older, found.newer))
    words = {"older": older, "newer": newer}
    if {one.key for one in ranking(found.older).leaders} == {one.key for one in ranking(found.newer).leaders}:
        said = [_("Best by net present value in both runs: %(newer)s.") % words]
    else:
        said = [_("Best by net present value in the older run: %(older)s; in the newer: %(newer)s.") % words]
    most = max(found.shared, key=lambda key: abs(found.whole(key)), default=None)
    if most is not None and found.whole(most):
        moved = found.whole(most)
        sentence = (
            _("“%(option)s” moved the most: its net present value rose by %(move)s.")
            if moved > 0
            else _("“%(option)s” moved the most: its net present value fell by %(move)s.")
        )
        said.append(sentence % {"option": _option_name(found, most), "move": formats.headline_money(abs(moved))})
    return said


def wholes(found: Against) -> list[Whole]:
    return [
        Whole(
            _option_name(found, key),
            formats.money(found.before[key], pence=True),
            formats.money(found.after[key], pence=True),
            formats.money(found.whole(key), pence=True),
        )
        for key in found.shared
    ]


def only_in(mine: Comparison, other: Comparison) -> list[str]:
    """The options that one run has and the other has not, with their net present value."""
    return [
        f"{option.name}: {formats.money(option.summary['net_present_value'], pence=True)}"
        for option in mine.options
        if other.option(option.key) is None
    ]
