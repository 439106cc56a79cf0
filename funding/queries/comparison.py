"""The comparison of an appraisal's options: calculated now, or read from a run kept for good.

Both give the same `Comparison`, so that a page, its download and the frozen run show the same figures by the same code.
"""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from funding.engine import appraise
from funding.inputs import ENGINE_VERSION, Case, Composed, Input, case_hash, compose
from funding.models import Appraisal, Run
from funding.queries.assumptions import assumptions_in_force
from funding.queries.rates import rates_in_force
from kit.bilingual import Pair

Months = NDArray[np.float64]
NOBODY = 1e-9


@dataclass(frozen=True)
class OptionResult:
    """One option's results. Every array of `months` has shape (months,); money in nominal £, effort in FTE."""

    key: str
    name_cy: str
    name_en: str
    funding_model: str
    parameters: Mapping[str, Any]
    summary: Mapping[str, Any]
    months: Mapping[str, Months]
    squad_fte: float
    is_baseline: bool

    name = Pair("name")

    @cached_property
    def paid(self) -> Months:
        """FTE there, of either kind; shape (months,)."""
        return self.months["contractor_fte"] + self.months["permanent_fte"]

    @cached_property
    def planned(self) -> Months:
        """FTE the option means to have, whether or not anybody has come yet; shape (months,)."""
        return np.array([self._planned(month) for month in range(len(self.paid))])

    @cached_property
    def vacant(self) -> Months:
        """FTE meant to be there and not there: waiting for an award, a recruit or the next year; shape (months,)."""
        return np.maximum(0.0, self.planned - self.paid)

    def _planned(self, month: int) -> float:
        if self.funding_model == "do_nothing":
            return 0.0
        if self.funding_model == "annual_cycle":
            return self.squad_fte * float(self.parameters["team_share"])
        if self.funding_model == "capital_project":
            live = bool(self.months["live"][month])
            share = self.parameters["support_share" if live else "build_share"]
            return max(self.squad_fte * float(share), float(self.paid[month]))
        sizes = self.parameters["size_by_year"] or [1]
        return self.squad_fte * float(sizes[min(month // 12, len(sizes) - 1)])


@dataclass(frozen=True)
class Comparison:
    """An appraisal's options side by side, with the case they come from and the origin of each number in it."""

    appraisal_id: int
    run_id: int | None
    made_at: datetime.datetime | None
    engine_version: str
    hash: str
    product_cy: str
    product_en: str
    name_cy: str
    name_en: str
    case: Mapping[str, Any]
    results: Mapping[str, Any]
    options: list[OptionResult]
    inputs: list[Input]

    name = Pair("name")
    product = Pair("product")

    @property
    def start_year(self) -> int:
        return int(str(self.case["start"])[:4])

    @property
    def years(self) -> int:
        return int(self.case["years"])

    @property
    def last_year(self) -> int:
        """The calendar year in which the last financial year ends."""
        return self.start_year + self.years

    @property
    def financial_years(self) -> range:
        return range(self.start_year, self.start_year + self.years)

    @property
    def is_demonstration(self) -> bool:
        return any(one.origin == "appraisal" and one.mark == "D" for one in self.inputs)

    @property
    def baseline(self) -> OptionResult:
        return self.options[0]

    def option(self, key: str) -> OptionResult | None:
        return next((one for one in self.options if one.key == key), None)

    def month_start(self, month: int) -> datetime.date:
        year, of_year = divmod(month + 3, 12)
        return datetime.date(self.start_year + year, of_year + 1, 1)

    def by_year(self, series: Months) -> Months:
        """Sums of a monthly series by financial year; shape (years,)."""
        sums: Months = series.reshape(self.years, 12).sum(axis=1)
        return sums


def calculated(*, appraisal: Appraisal, on: datetime.date) -> tuple[Comparison, Composed]:
    """The comparison as the appraisal, the assumptions and the rates stand on a day. Raises CaseError with every fault.

    Four queries: roles, options, assumptions, rates.
    """
    composed = composed_case(appraisal=appraisal, on=on)
    return comparison_of(appraisal=appraisal, composed=composed, case=composed.checked()), composed


def composed_case(*, appraisal: Appraisal, on: datetime.date) -> Composed:
    return compose(
        appraisal=appraisal,
        roles=appraisal.roles.select_related("role").order_by("pk"),
        options=appraisal.options.order_by("position", "pk"),
        assumptions=assumptions_in_force(on=on),
        rates=rates_in_force(on=on, organisation=appraisal.product.organisation_id),
    )


def comparison_of(*, appraisal: Appraisal, composed: Composed, case: Case) -> Comparison:
    """Runs the engine on a checked case."""
    context = {
        "product_cy": appraisal.product.name_cy,
        "product_en": appraisal.product.name_en,
        "name_cy": appraisal.name_cy,
        "name_en": appraisal.name_en,
        "inputs": composed.inputs_as_json(),
        "option_names": composed.option_names,
    }
    return _assembled(
        appraisal_id=appraisal.pk,
        run_id=None,
        made_at=None,
        engine_version=ENGINE_VERSION,
        case_hash=case_hash(case),
        case=case.as_json(),
        results=results_of(case),
        context=context,
    )


def kept(run: Run) -> Comparison:
    """The comparison a run holds, read from what was kept and from nothing else."""
    return _assembled(
        appraisal_id=run.appraisal_id,
        run_id=run.pk,
        made_at=run.made_at,
        engine_version=run.engine_version,
        case_hash=run.case_hash,
        case=run.case,
        results=run.results,
        context=run.context,
    )


def results_of(case: Case) -> dict[str, Any]:
    """The engine's results as JSON, with each monthly series as one list and the indices of each year beside them."""
    result = appraise(case)
    whole: dict[str, Any] = dict(result.as_json(months=True))
    for option in whole["options"]:
        option["months"] = _columns(option["months"])
    first = result.options[0].months
    return {
        **{name: value for name, value in whole.items() if name != "case"},
        "deflator_by_year": first.deflator[::12].tolist(),
        "discount_by_year": first.discount[::12].tolist(),
    }


def context_of(comparison: Comparison) -> dict[str, Any]:
    """What a run keeps beside case and results: every name and source shown with them."""
    return {
        "product_cy": comparison.product_cy,
        "product_en": comparison.product_en,
        "name_cy": comparison.name_cy,
        "name_en": comparison.name_en,
        "inputs": [asdict(one) for one in comparison.inputs],
        "option_names": {option.key: [option.name_cy, option.name_en] for option in comparison.options},
    }


def _columns(months: list[dict[str, Any]]) -> dict[str, list[Any]]:
    columns = {name: [month[name] for month in months] for name in months[0] if name not in ("cost", "month")}
    for category in months[0]["cost"]:
        columns[f"cost.{category}"] = [month["cost"][category] for month in months]
    return columns


def _assembled(
    *,
    appraisal_id: int,
    run_id: int | None,
    made_at: datetime.datetime | None,
    engine_version: str,
    case_hash: str,
    case: Mapping[str, Any],
    results: Mapping[str, Any],
    context: Mapping[str, Any],
) -> Comparison:
    options = []
    for position, (chosen, result) in enumerate(zip(case["options"], results["options"], strict=True)):
        welsh, english = context["option_names"][chosen["id"]]
        options.append(
            OptionResult(
                key=chosen["id"],
                name_cy=welsh,
                name_en=english,
                funding_model=chosen["funding_model"],
                parameters=chosen,
                summary=result["summary"],
                months={name: np.asarray(series, dtype=float) for name, series in result["months"].items()},
                squad_fte=float(results["squad_fte"]),
                is_baseline=position == 0,
            )
        )
    return Comparison(
        appraisal_id=appraisal_id,
        run_id=run_id,
        made_at=made_at,
        engine_version=engine_version,
        hash=case_hash,
        product_cy=context["product_cy"],
        product_en=context["product_en"],
        name_cy=context["name_cy"],
        name_en=context["name_en"],
        case=case,
        results=results,
        options=options,
        inputs=[Input(**one) for one in context["inputs"]],
    )
