"""The same model written as one would in NumPy: a loop over the months, every draw side by side in arrays.

It draws, walks every month and takes percentiles, as the engine does, and comes to the same figures where both are
given the same numbers: `check` in engine_draws.py sees to it.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = dict[str, Any]  # by path; an option's by its name
POINTS = (5, 10, 25, 50, 75, 90, 95)


def run(case: Any, seed: int) -> dict[str, dict[str, Any]]:
    """Draw, walk and sum up: the points of every figure of every option."""
    uncertainty = case.uncertainty
    rng, draws, years = np.random.default_rng(seed), uncertainty.draws, case.years
    drawn = {each.path: sample(rng, each, draws) for each in uncertainty.parameters}
    uniform = {kind: rng.random((years, draws)) for kind in ("award", "withdrawal", "freeze")}
    baseline = None
    found = {}
    for option in case.options:
        events = befallen(option, uniform)
        figures, baseline = walk(case, option, drawn, events, baseline, draws)
        found[option.id] = {name: points(values) for name, values in figures.items()}
    return found


def sample(rng: np.random.Generator, one: Any, draws: int) -> Array:
    if one.distribution == "uniform":
        found = rng.uniform(one.low, one.high, draws)
    elif one.distribution == "triangular":
        found = rng.triangular(one.low, one.likely, one.high, draws)
    elif one.distribution == "pert":
        place = (one.likely - one.low) / (one.high - one.low)
        found = one.low + (one.high - one.low) * rng.beta(1 + 4 * place, 5 - 4 * place, draws)
    else:
        found = rng.normal(one.mean, one.sd, draws)
    return np.floor(found + 0.5) if one.path.endswith("recruitment_months") else found


def befallen(option: Any, uniform: dict[str, Array]) -> dict[str, Array]:
    """Bids won, the first year without a guarantee, freezes; all by draw."""
    chance = option.numbers
    if option.funding_model == "annual_cycle":
        won = uniform["award"] < chance["reaward_probability"]
        won[0] = uniform["award"][0] < chance["first_award_probability"]
        return {"won": won}
    if "withdrawal_probability" not in chance:
        return {}
    lost = uniform["withdrawal"] < chance["withdrawal_probability"]
    frozen = uniform["freeze"] < chance["freeze_probability"]
    lost[0] = frozen[0] = False
    return {"guaranteed": np.logical_not(np.logical_or.accumulate(lost)), "frozen": frozen}


def points(values: Array) -> list[float]:
    some = values[~np.isnan(values)]
    return [float(some.mean()), *np.percentile(some, POINTS)] if len(some) else []


def overlap(j: int, a: Any, b: Any) -> Array:
    found: Array = np.maximum(0.0, np.minimum(j + 1, b) - np.maximum(j, a))
    return found


def walk(
    case: Any, option: Any, drawn: dict[str, Array], events: dict[str, Array], baseline: Array | None, n: int
) -> tuple[dict[str, Array], Array]:
    """The figures of an option in every draw, and its cumulative net present value of each month for the others."""
    x: Numbers = {**case.numbers, **{k: np.inf if v is None else v for k, v in option.numbers.items()}}
    for path, values in drawn.items():
        x[path.removeprefix(f"options.{option.id}.")] = values
    size, permanent, contractor = unit_costs(case, x)
    per_contractor = (
        x["employment.contractor_productivity"] * x["employment.contractor_days"] / x["employment.standard_days"]
    )
    per_permanent = (
        x["employment.permanent_productivity"] * x["employment.permanent_days"] / x["employment.standard_days"]
    )
    decay = 1 - (1 - x["product.decay_rate"]) ** (1 / 12)
    recovery = 1 - (1 - x["product.recovery_rate"]) ** (1 / 12)
    team = TEAMS[option.funding_model](x, events, size, per_contractor, per_permanent, n, case.years)
    months = 12 * case.years
    zero = np.zeros(n)
    progress, fit, improved, live_month, live = zero, np.ones(n), np.ones(n), np.full(n, np.nan), np.zeros(n, bool)
    efforts: list[Array] = []
    cost_by_year, benefit_by_year, net = np.zeros((case.years, n)), np.zeros((case.years, n)), np.zeros((months, n))
    sums = {
        name: np.zeros(n)
        for name in ("real", "pv", "benefit_pv", "permanent", "contractors", "paid", "effort", "alone", "full", "fit")
    }
    cumulative, overtakes, discount = np.zeros(n), np.full(n, np.nan), 1.0
    for t in range(months):
        y, j = divmod(t, 12)
        if j == 0:
            pay, rates = (1 + x["prices.pay_inflation"]) ** y, (1 + x["prices.contractor_inflation"]) ** y
            price, deflator = (1 + x["prices.price_inflation"]) ** y, (1 + x["prices.gdp_deflator"]) ** y
            if y:
                discount /= 1 + [rate for first, rate in case.discount_rates if first <= y][-1]
            a_permanent, a_contractor = permanent * pay, contractor * x["contractor_rate_multiplier"] * rates
        goes = np.logical_not(live) & (progress >= x["product.effort_to_live"] - 1e-9)
        live_month = np.where(goes, t, live_month)
        live = live | goes
        c, p, e, campaigns, notice, bids, procured, lost = team.month(t, live, live_month, efforts)
        efforts.append(e)
        progress = np.where(live, progress, progress + e - lost)
        iterating = sum(efforts[-12:], zero) / min(t + 1, 12)
        covered = np.minimum(1.0, iterating / x["product.sustaining_fte"])
        fit = np.where(live, fit * (1 - decay * (1 - covered)) + (1 - fit) * recovery * covered, fit)
        gain = x["product.improvement_rate"] / 12 * np.maximum(0.0, iterating - x["product.sustaining_fte"])
        improved = np.where(live, np.minimum(1 + x["product.improvement_limit"], improved + gain), improved)
        share = np.minimum(1.0, (t + 1 - live_month) / x["product.adoption_months"])
        adoption = np.where(live, x["product.adoption_maximum"] * share, 0.0)
        benefit = adoption * fit * improved * x["product.annual_benefit"] / 12 * (1 - x["benefit_haircut"]) * price
        staff, hired = p * a_permanent / 12, c * a_contractor / 12
        recruiting = (campaigns * x["employment.recruitment_cost"] + notice * permanent / 12) * pay
        bidding = (procured * x["procurement_cost"] + bids * x["bid_cost"]) * price
        running = np.where(live, x["product.running_cost"] / 12 * price, 0.0)
        cost = (staff + hired + recruiting + bidding + running) * (1 + x["optimism_bias"])
        cost_by_year[y] += cost
        benefit_by_year[y] += benefit
        sums["real"] += cost / deflator
        sums["pv"] += cost / deflator * discount
        sums["benefit_pv"] += benefit / deflator * discount
        sums["permanent"] += staff / deflator
        sums["contractors"] += hired / deflator
        sums["paid"] += c + p
        sums["effort"] += e
        sums["alone"] += c + p <= 1e-9
        sums["full"] += live & (covered >= 1 - 1e-9)
        sums["fit"] += np.where(live, fit, 0.0)
        cumulative = cumulative + (benefit - cost) / deflator * discount
        net[t] = cumulative
        if baseline is not None:
            behind = cumulative < baseline[t] - 0.005
            overtakes = np.where(behind, np.nan, np.where(np.isnan(overtakes), t, overtakes))
    months_live = np.where(live, months - live_month, 0.0)
    all_staff = sums["permanent"] + sums["contractors"]
    with np.errstate(all="ignore"):
        figures = {
            "cost_nominal": cost_by_year.sum(0), "cost_real": sums["real"], "cost_pv": sums["pv"],
            "benefit_nominal": benefit_by_year.sum(0), "benefit_pv": sums["benefit_pv"],
            "cashable_benefit_pv": sums["benefit_pv"] * x["product.cashable_share"],
            "net_present_value": sums["benefit_pv"] - sums["pv"],
            "benefit_cost_ratio": sums["benefit_pv"] / sums["pv"], "paid_fte_months": sums["paid"],
            "productive_fte_months": sums["effort"], "productive_share": sums["effort"] / sums["paid"],
            "staff_cost_per_productive_fte_month": all_staff / sums["effort"],
            "contractor_share_of_staff_cost": sums["contractors"] / all_staff, "live_month": live_month,
            "months_live": months_live, "months_without_team": sums["alone"], "months_fully_sustained": sums["full"],
            "average_fitness": sums["fit"] / months_live, "overtakes_baseline_month": overtakes,
        }  # fmt: skip
    figures |= {f"cost of year {y}": cost_by_year[y] for y in range(case.years)}
    figures |= {f"benefit of year {y}": benefit_by_year[y] for y in range(case.years)}
    return figures, net if baseline is None else baseline


def unit_costs(case: Any, x: Numbers) -> tuple[float, Any, Any]:
    size = sum(role.fte for role in case.squad)
    permanent: Any = 0.0
    contractor: Any = 0.0
    for role in case.squad:
        pay = role.salary * x["employment.salary_multiplier"]
        insurance = x["employment.ni_rate"] * np.maximum(0, pay - x["employment.ni_threshold"])
        others = (x["employment.pension_rate"] + x["employment.levy_rate"]) * pay + x["employment.overhead_per_fte"]
        permanent = permanent + role.fte * (pay + insurance + others)
        days = role.day_rate * x["employment.day_rate_multiplier"] * x["employment.contractor_days"]
        contractor = contractor + role.fte * days * (1 + x["employment.contractor_fee_rate"])
    return size, permanent / size, contractor / size


class AnnualCycle:
    def __init__(
        self, x: Numbers, events: dict[str, Array], size: float, per_c: Any, per_p: Any, n: int, years: int
    ) -> None:
        self.x, self.won, self.size, self.per_c, self.per_p = x, events["won"], size, per_c, per_p
        self.zero = np.zeros(n)

    def month(self, t: int, live: Array, live_month: Array, efforts: list[Array]) -> tuple[Any, ...]:
        x, (y, j) = self.x, divmod(t, 12)
        won, before = self.won[y], self.won[y - 1] if y else False
        start = x["award_month"] + x["assembly_months"]
        research = np.where(before, x["research_months"] * (1 - x["knowledge_retained"]), x["research_months"])
        team = np.where(won, self.size * x["team_share"], 0.0)
        present = overlap(j, start, 12)
        c = team * present
        support = self.size * x["support_share"] * np.where(won, 1 - present, 1.0)
        p = np.where(live, support, 0.0)
        e = team * overlap(j, start + research, 12 - x["wind_down_months"]) * self.per_c + p * self.per_p
        lost = self.zero
        if j == 0 and y:
            lost = np.where(before, x["unfinished_work_lost"] * sum(efforts[-12:]), 0.0)
        procured = won if j == x["award_month"] else self.zero
        return c, p, e, self.zero, self.zero, 1.0 if j == 0 else 0.0, procured, lost


class SustainedSquad:
    def __init__(
        self, x: Numbers, events: dict[str, Array], size: float, per_c: Any, per_p: Any, n: int, years: int
    ) -> None:
        self.x, self.events, self.size, self.per_c, self.per_p = x, events, size, per_c, per_p
        self.zero, self.lanes = np.zeros(n), np.arange(n)
        self.p, self.pipeline = np.zeros(n), np.zeros(n)
        self.launched, self.present = np.zeros((12 * years, n)), np.zeros((12 * years, n))
        self.cohorts: list[Array] = []
        self.stays = (1 - x["attrition_rate"]) ** (1 / 12)

    def month(self, t: int, live: Array, live_month: Array, efforts: list[Array]) -> tuple[Any, ...]:
        x, y = self.x, t // 12
        posts = np.where(self.events["guaranteed"][y], self.size, 0.0) if t >= x["approval_month"] else self.zero
        stay = self.p * self.stays
        kept = np.minimum(stay, posts)
        notice = (stay - kept) * (1 - x["redeployed_share"]) * x["redundancy_months"]
        ago = np.broadcast_to(t - np.asarray(x["recruitment_months"]), self.lanes.shape).astype(int)
        arriving = np.where(ago >= 0, self.launched[np.maximum(ago, 0), self.lanes], 0.0)
        hires = np.minimum(arriving * (1 - x["campaign_failure_rate"]), posts - kept)
        survivors = np.where(self.p > 0, kept / np.where(self.p > 0, self.p, 1.0), 1.0)
        self.p = kept + hires
        self.pipeline = self.pipeline - arriving
        wanted = np.minimum(np.maximum(0.0, posts - self.p - self.pipeline), x["recruits_per_month"])
        launched = np.where(self.events["frozen"][y], 0.0, wanted)
        self.pipeline = self.pipeline + launched
        self.launched[t], self.present[t] = launched, self.p
        ramp, s = x["ramp_up_months"], x["starting_productivity"]
        self.cohorts = [hires, *(cohort * survivors for cohort in self.cohorts[: ramp - 1])]
        weights = [1 - min(1.0, s + (1 - s) * (k + 0.5) / ramp) for k in range(ramp)]
        unproductive = sum((each * weight for each, weight in zip(self.cohorts, weights, strict=False)), self.zero)
        first, c = x["approval_month"] + x["assembly_months"], self.zero
        if first <= t < first + x["cover_months"]:
            handed = self.present[t - x["handover_months"]] if t >= x["handover_months"] else self.zero
            c = x["interim_cover"] * np.maximum(0.0, posts - handed)
        e = (self.p - unproductive) * self.per_p
        if t >= first + x["research_months"]:
            e = e + c * self.per_c
        covered = x["interim_cover"] > 0 and x["cover_months"] > 0
        procured = 1.0 if covered and t == x["approval_month"] else 0.0
        return c, self.p, e, launched, notice, 1.0 if t == 0 else 0.0, procured, self.zero


class CapitalProject:
    """Without rebuilds."""

    def __init__(
        self, x: Numbers, events: dict[str, Array], size: float, per_c: Any, per_p: Any, n: int, years: int
    ) -> None:
        self.x, self.size, self.per_c, self.per_p, self.zero = x, size, per_c, per_p, np.zeros(n)

    def month(self, t: int, live: Array, live_month: Array, efforts: list[Array]) -> tuple[Any, ...]:
        x = self.x
        since = t - x["approval_month"] - x["procurement_months"]
        on = (since >= 0) & ((since < x["research_months"] + x["build_months"]) | np.logical_not(live))
        c = np.where(on, self.size * x["build_share"], 0.0)
        p = np.where(np.logical_not(on) & live, self.size * x["support_share"], 0.0)
        e = (c * self.per_c if since >= x["research_months"] else self.zero) + p * self.per_p
        procured = 1.0 if t == x["approval_month"] else 0.0
        return c, p, e, self.zero, self.zero, 1.0 if t == 0 else 0.0, procured, self.zero


TEAMS: dict[str, Any] = {
    "annual_cycle": AnnualCycle,
    "sustained_squad": SustainedSquad,
    "contractor_to_permanent": SustainedSquad,
    "capital_project": CapitalProject,
}
