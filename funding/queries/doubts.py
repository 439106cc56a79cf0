"""What a run is uncertain about: for each number of a case what it is drawn from, and where that comes from."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from funding.inputs import AssumptionsInForce, Composed, Input
from funding.models import Appraisal, Assumption
from funding.queries.wording import is_one_number

DRAWS, SEED = 10_000, 2027
DISTRIBUTION = "pert"
CERTAIN = "certain"


@dataclass(frozen=True)
class Doubt:
    """One path and what it is drawn from; `low`, `likely` and `high` in the input's own unit.

    `origin`: "appraisal" (chosen here) or "assumption" (the range of the assumption in force). `certain` where nothing
    is drawn: chosen so, or the appraisal's own value lies outside the range that the evidence gives.
    """

    path: str
    key: str
    distribution: str
    low: float | None
    likely: float | None
    high: float | None
    origin: str
    mark: str = ""
    source_cy: str = ""
    source_en: str = ""

    @property
    def is_certain(self) -> bool:
        return self.distribution == CERTAIN

    def as_parameter(self) -> dict[str, Any]:
        """As a case file says it."""
        given = {"path": self.path, "distribution": self.distribution, "low": self.low, "high": self.high}
        if self.distribution != "uniform":
            given["likely"] = self.likely
        return given


def doubts_of(*, appraisal: Appraisal, composed: Composed, assumptions: AssumptionsInForce) -> list[Doubt]:
    """Every number that may be doubted, in the order of the case: those with a range, and those chosen here."""
    chosen: Mapping[str, Any] = appraisal.uncertainty.get("parameters", {})
    found = []
    for one in composed.inputs:
        if not is_one_number(one.key):
            continue
        if one.path in chosen:
            found.append(_chosen(one, chosen[one.path]))
        elif assumption := assumptions.get(one.key):
            doubt = _from_evidence(one, assumption)
            if doubt is not None:
                found.append(doubt)
    return found


def _chosen(one: Input, given: Mapping[str, Any] | None) -> Doubt:
    if given is None:
        return Doubt(one.path, one.key, CERTAIN, None, None, None, "appraisal", one.mark, one.source_cy, one.source_en)
    return Doubt(
        one.path,
        one.key,
        str(given["distribution"]),
        given.get("low"),
        given.get("likely"),
        given.get("high"),
        "appraisal",
        one.mark,
        one.source_cy,
        one.source_en,
    )


def _from_evidence(one: Input, assumption: Assumption) -> Doubt | None:
    """None where the assumption has no range. A value of the appraisal's own is the likely one, if it is within it."""
    if assumption.low is None or assumption.high is None or not assumption.low < assumption.high:
        return None
    low, high = float(assumption.low), float(assumption.high)
    likely = float(assumption.likely if assumption.likely is not None else assumption.value or low)
    distribution = DISTRIBUTION
    if one.origin == "appraisal" and one.value is not None:
        likely = float(one.value)
        if not low <= likely <= high:
            distribution = CERTAIN
    return Doubt(
        one.path, one.key, distribution, low, likely, high, "assumption",
        assumption.evidence, assumption.source_cy, assumption.source_en,
    )  # fmt: skip


def settings_of(appraisal: Appraisal) -> tuple[int, int]:
    """(draws, seed) of an appraisal."""
    return int(appraisal.uncertainty.get("draws", DRAWS)), int(appraisal.uncertainty.get("seed", SEED))


def with_doubts(*, appraisal: Appraisal, composed: Composed, doubts: list[Doubt]) -> Composed:
    """The same case with its `uncertainty`, to be checked by the engine like the rest of it."""
    draws, seed = settings_of(appraisal)
    parameters = [one.as_parameter() for one in doubts if not one.is_certain]
    case = composed.case | {"uncertainty": {"draws": draws, "seed": seed, "parameters": parameters}}
    return Composed(case, composed.inputs, composed.missing_rates, composed.option_names)


def doubts_as_json(doubts: list[Doubt]) -> list[dict[str, Any]]:
    return [asdict(one) for one in doubts]


def central_within(doubt: Doubt, value: float) -> bool:
    """Whether the case's own value lies within what is drawn; else the draws lie to one side of the central figures."""
    if doubt.low is None or doubt.high is None:
        return True
    return doubt.low <= value <= doubt.high or math.isclose(value, doubt.low) or math.isclose(value, doubt.high)
