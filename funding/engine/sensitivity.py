"""8. What the answer turns on: one parameter at a time, switching values, the same money and the same outcome."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .appraisal import appraise
from .case import Case
from .distributions import quantiles
from .draws import Varying, plan
from .faults import CaseError, Fault
from .results import Floats
from .same_terms import SameMoney, SameOutcome, annual_fund, same_money, same_outcome, squads, team_cost
from .scanning import Scan
from .switching import crossing, places, range_of
from .uncertainty import Progress, tell

# How many values of a parameter are looked at from its low to its high, and then between two that enclose a crossing;
# fewer of a probability, each of whose values is a mean over all draws.
_POINTS, _BETWEEN = 512, 62
_POINTS_OF_CHANCE, _BETWEEN_OF_CHANCE = 64, 8


@dataclass(frozen=True, eq=False)
class Bar:
    """A parameter at its low and at its high, the rest central: £ of each option's net present value at either."""

    path: str
    low: float
    high: float
    net_present_value: Mapping[str, tuple[float, float]]

    def as_json(self) -> dict[str, object]:
        values = {option: list(ends) for option, ends in self.net_present_value.items()}
        return {"path": self.path, "low": self.low, "high": self.high, "net_present_value": values}


@dataclass(frozen=True, slots=True)
class Switch:
    """The value of a parameter at which an option is worth what the baseline is; None where there is none."""

    path: str
    option: str
    value: float | None

    def as_json(self) -> dict[str, object]:
        return {"path": self.path, "option": self.option, "value": self.value}


@dataclass(frozen=True, eq=False)
class Sensitivity:
    """`same_money` and `same_outcome` are None where no option is an annual fund."""

    tornado: tuple[Bar, ...]
    switching: tuple[Switch, ...]
    same_money: tuple[SameMoney, ...] | None
    same_outcome: tuple[SameOutcome, ...] | None

    def as_json(self) -> dict[str, object]:
        """The `sensitivity` of the result file of the specification's section 9."""
        found: dict[str, object] = {
            "tornado": [bar.as_json() for bar in self.tornado],
            "switching": [switch.as_json() for switch in self.switching],
        }
        if self.same_money is not None and self.same_outcome is not None:
            found["same_money"] = [each.as_json() for each in self.same_money]
            found["same_outcome"] = [each.as_json() for each in self.same_outcome]
        return found


def sensitivity(case: Case, *, progress: Progress | None = None) -> Sensitivity:
    """What the case's answer turns on; the first two are empty where it has no uncertainty.

    CaseError (`overflow`) where numbers are too large or too small to be reckoned; Stopped, or what `progress` raises,
    where it was stopped: it is told how many parameters are done and of how many, the same money counting as one.
    """
    bars, switches = [], []
    of = 1
    if case.uncertainty is not None:
        ready = plan(case)
        scan, of = Scan(ready), len(ready.varying) + 1
        for done, one in enumerate(ready.varying, 1):
            low, high = ends(one)
            bars.append(_bar(case, scan, one, low, high))
            switches += _switches(case, scan, one, low, high)
            tell(progress, done, of)
    money, outcome = _same_terms(case)
    tell(progress, of, of)
    return Sensitivity(tuple(bars), tuple(switches), money, outcome)


def ends(one: Varying) -> tuple[float, float]:
    """The parameter's low and high, rounded where it is whole; of a normal that has not one, its 5 or 95% point."""
    parameter = one.parameter
    points = quantiles(parameter, one.field, np.array([0.05, 0.95]))
    low, high = (
        point if end is None else math.floor(end + 0.5) if one.field.whole else end
        for end, point in zip((parameter.low, parameter.high), points, strict=True)
    )
    return float(low), float(high)


def _bar(case: Case, scan: Scan, one: Varying, low: float, high: float) -> Bar:
    worth = {}
    for place, option in enumerate(case.options):
        at_low, at_high = scan.net_present_values(one, place, np.array([low, high]))
        if not np.isfinite([at_low, at_high]).all():
            raise CaseError([Fault(one.parameter.path, "overflow")])
        worth[option.id] = (float(at_low), float(at_high))
    if one.field.whole:
        low, high = int(low), int(high)
    return Bar(one.parameter.path, low, high, worth)


def _switches(case: Case, scan: Scan, one: Varying, low: float, high: float) -> list[Switch]:
    within, central = range_of(one.field, low, high), _central(case, one)
    points, between = (_POINTS_OF_CHANCE, _BETWEEN_OF_CHANCE) if one.is_event else (_POINTS, _BETWEEN)
    at = places(within, central, points)
    baseline = scan.net_present_values(one, 0, at)
    found = []
    for place, option in enumerate(case.options[1:], 1):

        def gap(values: Floats, place: int = place) -> Floats:
            with np.errstate(invalid="ignore"):
                return scan.net_present_values(one, place, values) - scan.net_present_values(one, 0, values)

        with np.errstate(invalid="ignore"):
            gaps = scan.net_present_values(one, place, at) - baseline
        value = crossing(gap, within, central, at, gaps, between)
        found.append(
            Switch(one.parameter.path, option.id, int(value) if one.field.whole and value is not None else value)
        )
    return found


def _central(case: Case, one: Varying) -> float:
    """The case's own value; infinity for no limit."""
    if one.option is None:
        return float(case.numbers[one.parameter.path])
    value = case.options[one.option].numbers[one.field.name]
    return math.inf if value is None else float(value)


def _same_terms(case: Case) -> tuple[tuple[SameMoney, ...] | None, tuple[SameOutcome, ...] | None]:
    result = appraise(case)
    fund = annual_fund(result)
    if fund is None:
        return None, None
    effort, benefit = (float(fund.figures[name] or 0.0) for name in ("productive_fte_months", "benefit_pv"))
    limit = team_cost(result, fund)
    return (
        tuple(same_money(case, option, limit) for option in squads(case)),
        tuple(same_outcome(case, option, effort, benefit) for option in squads(case)),
    )
