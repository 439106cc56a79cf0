"""Several products, one squad: each product reckoned with its share of the squad, and all of them added up.

The formulas are in `docs/engine.md`, "Several products, one squad". Each product is a case of the engine's own, so that
a figure here is the engine's, and a squad of one product comes to what the appraisal does, to the last bit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from django.db.models import Sum

from funding.engine import build_case
from funding.inputs import CaseError, Fault
from funding.models import Appraisal, Run, SharedProduct
from funding.queries.comparison import NOBODY, Comparison, results_of
from funding.queries.reckoning import CaseJson, as_changed
from funding.queries.standing import EVEN
from kit.bilingual import Pair

# What of a case is a product's own; everything else it has in common with the others.
OWN = ("effort_to_live", "sustaining_fte", "running_cost", "annual_benefit")
# A squad is approved, and its suppliers procured, once for all its products; a fund or a project is for one product.
APPROVED_ONCE = ("sustained_squad", "contractor_to_permanent")
ONCE = ("bid_cost", "procurement_cost")
# What an option has by the size of its team.
BY_SIZE = ("annual_limit", "recruits_per_month")
ADDED = (
    "cost_nominal",
    "cost_real",
    "cost_pv",
    "benefit_nominal",
    "benefit_pv",
    "cashable_benefit_pv",
    "net_present_value",
    "paid_fte_months",
    "productive_fte_months",
    "months_without_team",
)


@dataclass(frozen=True)
class Share:
    """One product of the squad: its share of the time, and what its case says otherwise (of the own one nothing)."""

    product: int
    name_cy: str
    name_en: str
    share: float
    figures: Mapping[str, float]

    name = Pair("name")


@dataclass(frozen=True)
class Shared:
    """One product as it came out: FTE of the squad it has, and the engine's summary of each option, by its id."""

    product: int
    name_cy: str
    name_en: str
    share: float
    fte: float
    figures: Mapping[str, float]
    summaries: Mapping[str, Mapping[str, Any]]

    name = Pair("name")


@dataclass(frozen=True)
class Together:
    """All the products of a squad, the own one first. `totals` by option: ADDED and what follows from them."""

    products: list[Shared]
    totals: Mapping[str, Mapping[str, Any]]

    @property
    def fte(self) -> float:
        return sum(one.fte for one in self.products)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read(kept: Mapping[str, Any]) -> Together:
    """What a run kept."""
    return Together([Shared(**one) for one in kept["products"]], kept["totals"])


def products_kept(run: Run) -> list[tuple[Any, ...]]:
    """What a run kept of which products its squad has: number, share, and each one's own figures."""
    held = run.context.get("together")
    return [] if held is None else [(one["product"], one["share"], one["figures"]) for one in held["products"]]


def shares_of(*, appraisal: Appraisal, others: Sequence[SharedProduct]) -> list[Share]:
    """The appraisal's own product first, with what the others (their products fetched) leave.

    Raises CaseError where they leave nothing.
    """
    made = [
        Share(
            product=one.product_id,
            name_cy=one.product.name_cy,
            name_en=one.product.name_en,
            share=float(one.share),
            figures={name: float(getattr(one, name)) for name in OWN},
        )
        for one in others
    ]
    left, own = Decimal(1) - sum((one.share for one in others), Decimal(0)), appraisal.product
    if left <= 0:
        raise CaseError([Fault("squad", "not_above", {"limit": 0})])
    return [Share(own.pk, own.name_cy, own.name_en, float(left), {}), *made]


def own_share(appraisal: Appraisal) -> float | None:
    """What the other products leave of the squad's time; None where there are none. One query."""
    taken = appraisal.shared_products.aggregate(whole=Sum("share"))["whole"]
    return None if taken is None else float(1 - taken)


def others_of(appraisal: Appraisal) -> list[SharedProduct]:
    """One query."""
    return list(appraisal.shared_products.select_related("product").order_by("pk"))


def case_of(case: Mapping[str, Any], share: Share, *, own: float) -> CaseJson:
    """The case of one product. `case` is the appraisal's, whose squad is the part that its own product has (`own`)."""
    made = as_changed(case, {f"product.{name}": value for name, value in share.figures.items()})
    size = share.share / own
    for line in made["squad"]:
        line["fte"] *= size
    for option in made["options"]:
        for name in BY_SIZE:
            if option.get(name) is not None:
                option[name] *= size
        if option["funding_model"] in APPROVED_ONCE:
            for name in ONCE:
                option[name] *= share.share
    return made


def together_of(comparison: Comparison, *, appraisal: Appraisal) -> Together | None:
    """The squad's products together; None where the appraisal's own is its only one. One query.

    Raises CaseError where a product's figures cannot be reckoned.
    """
    others = others_of(appraisal)
    if not others:
        return None
    return reckoned(comparison.case, shares_of(appraisal=appraisal, others=others))


def reckoned(case: Mapping[str, Any], shares: list[Share]) -> Together:
    results = [results_of(build_case(case_of(case, one, own=shares[0].share))) for one in shares]
    products = [
        Shared(
            **{name: getattr(one, name) for name in ("product", "name_cy", "name_en", "share", "figures")},
            fte=float(made["squad_fte"]),
            summaries={option["id"]: option["summary"] for option in made["options"]},
        )
        for one, made in zip(shares, results, strict=True)
    ]
    rows = [[made["options"][number] for made in results] for number in range(len(case["options"]))]
    return Together(products, {each[0]["id"]: _total(each, rows[0]) for each in rows})


def _total(each: list[dict[str, Any]], baseline: list[dict[str, Any]]) -> dict[str, Any]:
    """One option over all products; `each` holds its result for every one of them."""
    summaries = [one["summary"] for one in each]
    total: dict[str, Any] = {name: sum(one[name] for one in summaries) for name in ADDED}
    live = [one["live_month"] for one in summaries]
    total["benefit_cost_ratio"] = _ratio(total["benefit_pv"], total["cost_pv"])
    total["productive_share"] = _ratio(total["productive_fte_months"], total["paid_fte_months"])
    total["products_live"] = sum(month is not None for month in live)
    total["all_live_month"] = None if None in live else max(live)
    total["overtakes_baseline_month"] = None if each is baseline else _overtakes(each, baseline)
    for name in ("cost_by_year", "benefit_by_year"):
        total[name] = np.sum([one[name] for one in summaries], axis=0).tolist()
    return total


def _ratio(above: float, below: float) -> float | None:
    return above / below if abs(below) > NOBODY else None


def _overtakes(each: list[dict[str, Any]], baseline: list[dict[str, Any]]) -> int | None:
    """The first month from which the products together are never again worth less than under the baseline."""
    lead = np.cumsum(_worth(each) - _worth(baseline))
    behind = np.flatnonzero(lead < -EVEN)
    month = int(behind[-1]) + 1 if len(behind) else 0
    return month if month < len(lead) else None


def _worth(each: list[dict[str, Any]]) -> Any:
    """£ present value a month, benefit less cost; shape (months,)."""
    return np.sum([np.subtract(one["months"]["benefit_pv"], one["months"]["cost_pv"]) for one in each], axis=0)
