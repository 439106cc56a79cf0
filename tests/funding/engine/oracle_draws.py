"""A naive reading of the uncertain model: one draw after another through the oracle, from uniform numbers given to it.

It shares with the engine the uniform numbers and nothing else: its distributions are inverted by halving an interval.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Mapping
from statistics import NormalDist
from typing import Any

from funding.engine import field_of, option_field

from .oracle import Oracle

Case = dict[str, Any]
Uniform = Callable[[tuple[str | int, ...], int], float]  # (purpose, draw) -> a number


def halved(share_below: Callable[[float], float], low: float, high: float, uniform: float) -> float:
    """The value below which lies that share."""
    for _ in range(200):
        middle = (low + high) / 2
        if share_below(middle) < uniform:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_share(a: float, b: float, x: float) -> float:
    """The beta distribution function, by its continued fraction."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(b, a, 1 - x)
    below = 1.0
    for k in range(60, 0, -1):
        odd = -(a + k - 1) * (a + b + k - 1) * x / (a + 2 * k - 2) / (a + 2 * k - 1)
        even = k * (b - k) * x / (a + 2 * k - 1) / (a + 2 * k)
        below = 1 + odd / (1 + even / below)
    beta = math.exp(math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b))
    return x**a * (1 - x) ** b / a / beta / below


def quantile(parameter: Case, least: float, most: float, uniform: float) -> float:
    low, high = parameter.get("low", -math.inf), parameter.get("high", math.inf)
    kind = parameter["distribution"]
    if kind == "uniform":
        return float(low + (high - low) * uniform)
    if kind == "normal":
        normal = NormalDist(parameter["mean"], parameter["sd"])
        bottom, top = normal.cdf(max(low, least)), normal.cdf(min(high, most))
        return normal.inv_cdf(bottom + (top - bottom) * uniform)
    likely = parameter["likely"]
    if kind == "triangular":

        def share_below(x: float) -> float:
            if x < likely:
                return float((x - low) ** 2 / (high - low) / (likely - low))
            return float(1 - (high - x) ** 2 / (high - low) / (high - likely)) if x < high else 1.0

        return halved(share_below, low, high, uniform)
    place = (likely - low) / (high - low)
    a, b = 1 + 4 * place, 1 + 4 * (1 - place)
    return halved(lambda x: beta_share(a, b, (x - low) / (high - low)), low, high, uniform)


def draw(case: Case, number: int, uniform: Uniform) -> list[Case]:
    """The options' summaries in one draw; `case` has its defaults filled in."""
    drawn = copy.deepcopy(case)
    by_id = {option["id"]: option for option in drawn["options"]}
    for parameter in case["uncertainty"]["parameters"]:
        path = parameter["path"]
        *groups, name = path.split(".")
        place: Mapping[str, Any] = (
            by_id[groups[1]] if groups[:1] == ["options"] else drawn[groups[0]] if groups else drawn
        )
        field = option_field(place["funding_model"], name) if groups[:1] == ["options"] else field_of(path)
        least = -math.inf if field.minimum is None else field.minimum
        most = math.inf if field.maximum is None else field.maximum
        value = quantile(parameter, least, most, uniform(("parameter", path), number))
        place[name] = math.floor(value + 0.5) if field.whole else value  # type: ignore[index]
    events = {option["id"]: befallen(option, case["years"], number, uniform) for option in drawn["options"]}
    return [option["summary"] for option in Oracle(drawn, events).appraise()["options"]]


def befallen(option: Case, years: int, number: int, uniform: Uniform) -> Case:
    """What happens to an option in a draw."""
    if option["funding_model"] == "annual_cycle":
        bids = sorted(option["funded_years"] if option["funded_years"] is not None else range(years))
        lost = set()
        for place, year in enumerate(bids):
            chance = option["reaward_probability"] if place else option["first_award_probability"]
            if not uniform(("award", year), number) < chance:
                lost.add(year)
        return {"lost": lost}
    if "withdrawal_probability" not in option:
        return {}
    withdrawn = None
    for year in range(1, years):
        if withdrawn is None and uniform(("withdrawal", year), number) < option["withdrawal_probability"]:
            withdrawn = year
    frozen = {year for year in range(1, years) if uniform(("freeze", year), number) < option["freeze_probability"]}
    return {"withdrawn": withdrawn, "frozen": frozen}


def point(values: list[float], percent: int) -> float:
    """Linear at rank 1 + q (n - 1)."""
    ordered = sorted(values)
    rank = percent / 100 * (len(ordered) - 1)
    below = math.floor(rank + 1e-12)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (rank - below)
