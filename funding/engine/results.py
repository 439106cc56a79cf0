"""6 and 9. What an appraisal comes to: the summary of each option, its months, and their JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .case import Case
from .compiling import loop
from .layout import CATEGORIES, SERIES, TOTALS
from .version import ENGINE_VERSION

Floats = NDArray[np.float64]
# The figures of a summary that are single numbers, in the order of the specification.
FIGURES: tuple[str, ...] = (
    "cost_nominal", "cost_real", "cost_pv", "benefit_nominal", "benefit_pv", "cashable_benefit_pv", "net_present_value",
    "benefit_cost_ratio", "paid_fte_months", "productive_fte_months", "productive_share",
    "staff_cost_per_productive_fte_month", "contractor_share_of_staff_cost", "live_month", "months_live",
    "months_without_team", "months_fully_sustained", "average_fitness", "overtakes_baseline_month",
)  # fmt: skip
WHOLE_FIGURES = frozenset(
    {"live_month", "months_live", "months_without_team", "months_fully_sustained", "overtakes_baseline_month"}
)


_FIGURE: Final[Mapping[str, int]] = {name: row for row, name in enumerate(FIGURES)}
_TOTAL: Final[Mapping[str, int]] = {name: row for row, name in enumerate(TOTALS)}
# The figures that are totals as they stand: (its row, the total's).
_AS_THEY_STAND: Final = tuple(
    (_FIGURE[name], _TOTAL[name])
    for name in FIGURES
    if name in _TOTAL and name not in ("live_month", "overtakes_baseline_month")
)
_COST_PV, _BENEFIT_PV, _PAID, _PRODUCTIVE, _PERMANENT, _CONTRACTORS, _WENT_LIVE, _FITNESS, _OVERTOOK = (
    _TOTAL[name]
    for name in (
        "cost_pv", "benefit_pv", "paid_fte_months", "productive_fte_months", "permanent_real", "contractors_real",
        "live_month", "fitness_sum", "overtakes_baseline_month",
    )
)  # fmt: skip
_NET, _BENEFIT_COST, _PRODUCTIVE_SHARE, _STAFF_COST, _CONTRACTOR_SHARE = (
    _FIGURE[name]
    for name in (
        "net_present_value", "benefit_cost_ratio", "productive_share", "staff_cost_per_productive_fte_month",
        "contractor_share_of_staff_cost",
    )
)  # fmt: skip
_LIVE_MONTH, _MONTHS_LIVE, _AVERAGE_FITNESS, _OVERTAKES = (
    _FIGURE[name] for name in ("live_month", "months_live", "average_fitness", "overtakes_baseline_month")
)


def summary_figures(totals: Floats, months: int, *, compiled: bool = False, into: Floats | None = None) -> Floats:
    """A row for each of FIGURES, NaN for null, from the kernel's totals: arrays of shape (rows, lanes)."""
    found = np.empty((len(FIGURES), totals.shape[1])) if into is None else into
    for figure, total in _AS_THEY_STAND:
        found[figure] = totals[total]
    with np.errstate(all="ignore"):
        loop(_others, compiled)(float(months), totals, found)
    return found


def _others(months: float, totals: Any, found: Any) -> None:
    """Into `found` those of FIGURES that are not totals as they stand, a few in each loop, so that a compiler sees that
    what is read and what is written do not overlap.
    """
    null = math.nan
    for i in range(totals.shape[1]):
        cost, benefit = totals[_COST_PV, i], totals[_BENEFIT_PV, i]
        found[_NET, i] = benefit - cost
        found[_BENEFIT_COST, i] = benefit / cost if cost != 0.0 else null
    for i in range(totals.shape[1]):
        paid, productive = totals[_PAID, i], totals[_PRODUCTIVE, i]
        contractors = totals[_CONTRACTORS, i]
        staff = totals[_PERMANENT, i] + contractors
        found[_PRODUCTIVE_SHARE, i] = productive / paid if paid != 0.0 else null
        found[_STAFF_COST, i] = staff / productive if productive != 0.0 else null
        found[_CONTRACTOR_SHARE, i] = contractors / staff if staff != 0.0 else null
    for i in range(totals.shape[1]):
        live_month, overtakes = totals[_WENT_LIVE, i], totals[_OVERTOOK, i]
        months_live = months - live_month if live_month < months else 0.0
        found[_LIVE_MONTH, i] = live_month if live_month < months else null
        found[_MONTHS_LIVE, i] = months_live
        found[_AVERAGE_FITNESS, i] = totals[_FITNESS, i] / months_live if months_live != 0.0 else null
        found[_OVERTAKES, i] = overtakes if overtakes < months else null


@dataclass(frozen=True, eq=False)
class Months:
    """An option month by month, each array of shape (months,): FTE, £ (nominal unless named), shares; `live` 0 or 1."""

    contractor_fte: Floats
    permanent_fte: Floats
    productive_fte: Floats
    campaigns: Floats
    progress: Floats  # FTE-months, at the month's end
    live: Floats
    coverage: Floats
    adoption: Floats
    fitness: Floats
    improvement: Floats
    permanent_staff: Floats
    contractors: Floats
    recruitment_and_exit: Floats
    procurement_and_bids: Floats
    running: Floats
    optimism_bias: Floats
    cost_nominal: Floats
    benefit_nominal: Floats
    deflator: Floats  # of each month's year
    discount: Floats  # of each month's year

    @property
    def cost_real(self) -> Floats:
        return self.cost_nominal / self.deflator

    @property
    def cost_pv(self) -> Floats:
        return self.cost_real * self.discount

    @property
    def benefit_real(self) -> Floats:
        return self.benefit_nominal / self.deflator

    @property
    def benefit_pv(self) -> Floats:
        return self.benefit_real * self.discount

    def as_json(self) -> list[dict[str, object]]:
        named = {name: getattr(self, name).tolist() for name in (*SERIES, *_DERIVED)}
        return [
            {
                "month": t,
                **{name: named[name][t] for name in _STATE_BEFORE_LIVE},
                "live": named["live"][t] > 0.0,
                **{name: named[name][t] for name in _STATE_AFTER_LIVE},
                "cost": {name: named[name][t] for name in CATEGORIES},
                **{name: named[name][t] for name in _MONEY},
            }
            for t in range(len(self.live))
        ]


_DERIVED = ("cost_real", "cost_pv", "benefit_real", "benefit_pv")
_STATE_BEFORE_LIVE = ("contractor_fte", "permanent_fte", "productive_fte", "campaigns", "progress")
_STATE_AFTER_LIVE = ("coverage", "adoption", "fitness", "improvement")
_MONEY = ("cost_nominal", "cost_real", "cost_pv", "benefit_nominal", "benefit_real", "benefit_pv")

Figure = float | int | None


@dataclass(frozen=True, eq=False)
class OptionResult:
    """One option: `figures` holds each of FIGURES (None for null), cost and benefit by year are nominal £, (years,)."""

    id: str
    name: str
    funding_model: str
    figures: Mapping[str, Figure]
    cost_by_year: Floats
    benefit_by_year: Floats
    months: Months

    @property
    def summary(self) -> dict[str, object]:
        """The summary as the specification lists it: the figures and the two lists by year."""
        found: dict[str, object] = dict(self.figures)
        overtakes = found.pop("overtakes_baseline_month")
        found["cost_by_year"] = self.cost_by_year.tolist()
        found["benefit_by_year"] = self.benefit_by_year.tolist()
        found["overtakes_baseline_month"] = overtakes
        return found


@dataclass(frozen=True, eq=False)
class Result:
    """A case appraised: unit costs (£ an FTE-year at the start year's prices) and each option in the case's order."""

    case: Case
    squad_fte: float
    permanent_cost_per_fte: float
    contractor_cost_per_fte: float
    options: tuple[OptionResult, ...]
    engine_version: str = ENGINE_VERSION

    @property
    def permanent_per_contractor(self) -> float:
        """How many permanent staff one contractor costs."""
        return self.contractor_cost_per_fte / self.permanent_cost_per_fte

    def option(self, option_id: str) -> OptionResult:
        """The option of that id. KeyError where there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def as_json(self, months: bool = False) -> dict[str, object]:
        """The result file of the specification's section 9, with every month where `months`."""
        options = []
        for option in self.options:
            found: dict[str, object] = {
                "id": option.id, "name": option.name, "funding_model": option.funding_model, "summary": option.summary
            }  # fmt: skip
            if months:
                found["months"] = option.months.as_json()
            options.append(found)
        return {
            "engine_version": self.engine_version,
            "case": self.case.as_json(),
            "squad_fte": self.squad_fte,
            "permanent_cost_per_fte": self.permanent_cost_per_fte,
            "contractor_cost_per_fte": self.contractor_cost_per_fte,
            "permanent_per_contractor": self.permanent_per_contractor,
            "options": options,
        }
