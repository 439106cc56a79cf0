"""The checks of a run, from what it kept and nothing else: no engine is asked, so none agrees with itself.

Each has the widest difference found over every option and month, and the most that it may be.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from funding.inputs import hash_of
from funding.models import Run

PENNY = 0.005
HAIR = 1e-9
# Beside half a penny, what floats lose when hundreds of large sums are added up.
LOST_IN_ADDING = 1e-12
STAFF = ("contractor_fte", "permanent_fte", "productive_fte")

Numbers = Sequence[float]


@dataclass(frozen=True)
class Check:
    """`value` is what was found and `tolerance` the most it may be, both as numbers; `unit` says of what.

    A check of a text, such as a hash, has `text` for its value and passes or fails outright.
    """

    key: str
    label: str | Promise
    method: str | Promise
    unit: str
    value: float
    tolerance: float
    passed: bool
    text: str = ""


def checks_of(run: Run) -> list[Check]:
    """Every check, in the order in which a reader would make them."""
    options: list[Mapping[str, Any]] = run.results["options"]
    return [
        _numeric("categories", _("The categories of cost add up to the cost of every month"),
                 _("Added up month by month, and compared with the month's cost."), map(_categories, options)),
        _numeric("years", _("The years add up to the lifetime"),
                 _("Cost and benefit of every year, added up, against the lifetime figures."), map(_years, options)),
        _numeric("present_value", _("Present values agree with a formula of their own"),
                 _("Each month's money over (1 + deflator) to the power of its year, times the product of "
                   "1 / (1 + rate) of every year up to it, from the case's own rates."),
                 (_present_values(option, run.case) for option in options)),
        _numeric("net", _("Net present value is benefit less cost"),
                 _("From the months' own present values."), map(_net, options)),
        _numeric("real", _("Real figures are those in cash over the deflator"),
                 _("Cost and benefit of every month, with the deflator of its year."),
                 (_real(option, run.results["deflator_by_year"]) for option in options)),
        _least_fte(options),
        _alike("hash", _("The hash is that of the case"),
               _("SHA-256 of the case that was kept, reckoned anew."), hash_of(run.case), run.case_hash),
        _alike("engine", _("The results are the engine's whose version was kept"),
               _("The version written in the results, against the run's."),
               str(run.results["engine_version"]), run.engine_version),
    ]  # fmt: skip


Found = tuple[float, float]


def _numeric(key: str, label: str | Promise, method: str | Promise, found: Iterable[Found]) -> Check:
    """`found`: for each option the widest difference, £, and the largest sum in which it was found."""
    pairs = list(found)
    value = max((difference for difference, _size in pairs), default=0.0)
    tolerance = PENNY + LOST_IN_ADDING * max((size for _difference, size in pairs), default=0.0)
    return Check(key, label, method, "£", value, tolerance, value <= tolerance)


def _widest(pairs: Iterable[tuple[float, float]]) -> Found:
    """(widest difference, largest amount) of pairs that should be equal; what is no number is infinitely wrong."""
    widest = largest = 0.0
    for one, other in pairs:
        difference = abs(one - other)
        widest = math.inf if math.isnan(difference) else max(widest, difference)
        largest = max(largest, abs(other))
    return widest, largest


def _categories(option: Mapping[str, Any]) -> Found:
    months = option["months"]
    series = [months[name] for name in months if name.startswith("cost.")]
    added = (math.fsum(amounts) for amounts in zip(*series, strict=True))
    return _widest(zip(added, months["cost_nominal"], strict=True))


def _years(option: Mapping[str, Any]) -> Found:
    summary, months = option["summary"], option["months"]
    pairs = []
    for kind in ("cost", "benefit"):
        years: Numbers = summary[f"{kind}_by_year"]
        pairs.append((math.fsum(years), float(summary[f"{kind}_nominal"])))
        of_months: Numbers = months[f"{kind}_nominal"]
        pairs += [(math.fsum(of_months[12 * y : 12 * y + 12]), year) for y, year in enumerate(years)]
    return _widest(pairs)


def _present_values(option: Mapping[str, Any], case: Mapping[str, Any]) -> Found:
    """The discount factor of year y is the product over 1 … y of 1 / (1 + the rate whose band the year is in)."""
    deflator = 1.0 + float(case["prices"]["gdp_deflator"])
    factors = [
        math.prod(1.0 / (1.0 + _rate(case, earlier)) for earlier in range(1, year + 1)) / deflator**year
        for year in range(int(case["years"]))
    ]
    pairs = []
    for kind in ("cost", "benefit"):
        worth = [amount * factors[month // 12] for month, amount in enumerate(option["months"][f"{kind}_nominal"])]
        pairs += list(zip(worth, option["months"][f"{kind}_pv"], strict=True))
        pairs.append((math.fsum(worth), float(option["summary"][f"{kind}_pv"])))
    return _widest(pairs)


def _rate(case: Mapping[str, Any], year: int) -> float:
    return [float(band["rate"]) for band in case["discount_rates"] if band["from_year"] <= year][-1]


def _net(option: Mapping[str, Any]) -> Found:
    months = option["months"]
    net = math.fsum(months["benefit_pv"]) - math.fsum(months["cost_pv"])
    difference, _size = _widest([(net, float(option["summary"]["net_present_value"]))])
    return difference, math.fsum(months["benefit_pv"]) + math.fsum(months["cost_pv"])


def _real(option: Mapping[str, Any], deflator: Numbers) -> Found:
    months = option["months"]
    return _widest(
        (amount / deflator[month // 12], months[f"{kind}_real"][month])
        for kind in ("cost", "benefit")
        for month, amount in enumerate(months[f"{kind}_nominal"])
    )


def _least_fte(options: Iterable[Mapping[str, Any]]) -> Check:
    least = min((one for option in options for name in STAFF for one in option["months"][name]), default=0.0)
    return Check(
        "fte",
        _("No FTE is below nought"),
        _("The least FTE of any kind in any month of any option."),
        "FTE",
        least,
        -HAIR,
        least >= -HAIR,
    )


def _alike(key: str, label: str | Promise, method: str | Promise, found: str, kept: str) -> Check:
    return Check(key, label, method, "", 0.0, 0.0, found == kept, text=found)
