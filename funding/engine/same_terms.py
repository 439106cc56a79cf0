"""8. The annual fund and the squads on the same terms: given the same money, and asked for the same outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .appraisal import appraise, squad_costs
from .case import Case, Option
from .lanes import column
from .layout import RECKONED_AS, SUSTAINED_SQUAD, TOTALS
from .results import Floats, OptionResult, Result
from .walking import INPUT_ROW, baselines, spread, varied, walk

_PLACES = 1024  # limits looked at together
_MOST = 1e15  # £ a year: limits past it are not told apart to the pound


@dataclass(frozen=True, eq=False)
class SameMoney:
    """What a squad delivers with the annual fund's mean yearly cost of team as its limit, £ a year."""

    option: str
    annual_limit: float
    result: OptionResult

    def as_json(self) -> dict[str, object]:
        return {"option": self.option, "annual_limit": self.annual_limit, "summary": self.result.summary}


@dataclass(frozen=True, slots=True)
class SameOutcome:
    """The smallest limit, whole £ a year, at which a squad delivers what the annual fund does; None where none does."""

    option: str
    for_effort: int | None  # at least its productive FTE-months
    for_benefit: int | None  # at least its benefit, present value

    def as_json(self) -> dict[str, object]:
        return {"option": self.option, "for_effort": self.for_effort, "for_benefit": self.for_benefit}


def annual_fund(result: Result) -> OptionResult | None:
    """The first option that is an annual fund."""
    return next((option for option in result.options if option.funding_model == "annual_cycle"), None)


def squads(case: Case) -> tuple[Option, ...]:
    return tuple(option for option in case.options if RECKONED_AS[option.funding_model] == SUSTAINED_SQUAD)


def team_cost(result: Result, fund: OptionResult) -> float:
    """Its mean yearly cost of team, nominal £: both staff categories."""
    months = fund.months
    return float(months.permanent_staff.sum() + months.contractors.sum()) / result.case.years


def same_money(case: Case, option: Option, limit: float) -> SameMoney:
    """Appraise the case with that limit, of no indexation, on that option alone."""
    changed = replace(option, numbers={**option.numbers, "annual_limit": limit, "limit_indexation": 0})
    options = tuple(changed if each.id == option.id else each for each in case.options)
    return SameMoney(option.id, limit, appraise(replace(case, options=options)).option(option.id))


def same_outcome(case: Case, option: Option, effort: float, benefit: float) -> SameOutcome:
    """The smallest limits, of no indexation, for that effort (FTE-months) and that benefit (present value)."""
    most = _unbound(case, option)
    return SameOutcome(
        option.id,
        _smallest(case, option, most, "productive_fte_months", effort),
        _smallest(case, option, most, "benefit_pv", benefit),
    )


def _smallest(case: Case, option: Option, most: int, total: str, wanted: float) -> int | None:
    """The first of evenly placed limits that delivers, then the first of those between it and the one before."""
    below, above = -1, most
    while above - below > 1:
        limits = np.unique(np.round(np.linspace(below + 1, above, _PLACES)))
        enough = _delivered(case, option, limits)[TOTALS.index(total)] >= wanted
        if not enough.any():
            return None
        first = int(np.argmax(enough))
        below, above = int(limits[first - 1]) if first else below, int(limits[first])
        if not first:
            break
    return above


def _delivered(case: Case, option: Option, limits: Floats) -> Floats:
    """The totals (layout.TOTALS, limits) under each of these limits."""
    given = {"option.annual_limit": limits, "option.limit_indexation": np.zeros(len(limits))}
    lanes = spread(column(case, option), len(limits))
    lanes = varied(lanes, {INPUT_ROW[name]: values for name, values in given.items()})
    none = baselines(case.months, 0)
    return walk(lanes, none, is_baseline=True, compiled=True).totals


def _unbound(case: Case, option: Option) -> int:
    """A limit, in whole £, so large that it never binds: all posts filled and covered at the dearest year's prices."""
    fte, permanent, contractor = squad_costs(case)
    pay, rates = (1.0 + case.numbers[f"prices.{name}_inflation"] for name in ("pay", "contractor"))
    multiplier = float(option.numbers["contractor_rate_multiplier"] or 0.0)
    share = float(option.numbers["interim_cover"] or 0.0)
    posts = fte * max([1.0, *(option.size_by_year or ())])
    last = case.years - 1
    dearest = permanent * max(1.0, pay**last) + share * contractor * multiplier * max(1.0, rates**last)
    return int(min(_MOST, posts * dearest * (1.0 + 1e-9))) + 1
