"""6 and 9. What an appraisal comes to: the summary of each option, its months, and their JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .case import Case
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


def _ratio(above: Floats, below: Floats) -> Floats:
    """above / below, NaN (null) where there is nothing to divide by."""
    some = below != 0.0
    return np.where(some, above / np.where(some, below, 1.0), np.nan)


def summary_figures(totals: Floats, months: Floats | int) -> dict[str, Floats]:
    """Each of FIGURES from the kernel's totals (layout.TOTALS, …): arrays of the rest of that shape, NaN for null."""
    total = {name: totals[row] for row, name in enumerate(TOTALS)}
    went_live = total["live_month"] < months
    months_live = np.where(went_live, months - total["live_month"], 0.0)
    staff_real = total["permanent_real"] + total["contractors_real"]
    with np.errstate(all="ignore"):
        figures = {
            **{name: total[name] for name in FIGURES if name in total},
            "net_present_value": total["benefit_pv"] - total["cost_pv"],
            "benefit_cost_ratio": _ratio(total["benefit_pv"], total["cost_pv"]),
            "productive_share": _ratio(total["productive_fte_months"], total["paid_fte_months"]),
            "staff_cost_per_productive_fte_month": _ratio(staff_real, total["productive_fte_months"]),
            "contractor_share_of_staff_cost": _ratio(total["contractors_real"], staff_real),
            "live_month": np.where(went_live, total["live_month"], np.nan),
            "months_live": months_live,
            "average_fitness": _ratio(total["fitness_sum"], months_live),
            "overtakes_baseline_month": np.where(
                total["overtakes_baseline_month"] < months, total["overtakes_baseline_month"], np.nan
            ),
        }
    return {name: figures[name] for name in FIGURES}


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
