"""A case: one product's inputs, every default filled in. `read_case` and `build_case` make it, never a hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .fields import FIELDS, OPTION_FIELDS, Number

_CASE_NUMBERS = tuple(f for f in FIELDS if f.can_vary and "[]" not in f.path and f.path != "years")


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the squad: `fte`, `salary` £ a year in permanent employment, `day_rate` £ a day on contract."""

    role: str
    fte: float
    salary: float
    day_rate: float


@dataclass(frozen=True, slots=True)
class Option:
    """A way of funding the team. `numbers` holds its model's own numbers by name (`award_month`), null as None."""

    id: str
    name: str
    funding_model: str
    numbers: Mapping[str, Number | None]
    funded_years: tuple[int, ...] | None = None  # annual_cycle: None is every year
    size_by_year: tuple[float, ...] | None = None  # sustained_squad, contractor_to_permanent: None is 1 throughout


@dataclass(frozen=True, slots=True)
class Parameter:
    """An uncertain number: its path in the case and its distribution; what the distribution does not take is None."""

    path: str
    distribution: str  # uniform, triangular, pert or normal
    low: float | None = None
    likely: float | None = None
    high: float | None = None
    mean: float | None = None
    sd: float | None = None


@dataclass(frozen=True, slots=True)
class Uncertainty:
    draws: int
    seed: int
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """`numbers`: those of prices, employment and product and the two at the top, by path (`prices.pay_inflation`)."""

    name: str
    start: str  # "YYYY-04"
    years: int
    numbers: Mapping[str, Number]
    discount_rates: tuple[tuple[int, float], ...]  # (from_year, rate), rising
    squad: tuple[Role, ...]
    options: tuple[Option, ...]  # the first is the baseline
    uncertainty: Uncertainty | None = None

    @property
    def months(self) -> int:
        return 12 * self.years

    def as_json(self) -> dict[str, object]:
        """The case file with every default filled in; `build_case` makes the same case of it."""
        found: dict[str, object] = {"name": self.name, "start": self.start, "years": self.years}
        groups: dict[str, dict[str, object]] = {"prices": {}, "employment": {}, "product": {}}
        for field in _CASE_NUMBERS:
            place = groups[field.group] if field.group else found
            place[field.name] = self.numbers[field.path]
        found["prices"] = groups["prices"]
        found["discount_rates"] = [{"from_year": year, "rate": rate} for year, rate in self.discount_rates]
        found["employment"] = groups["employment"]
        found["squad"] = [
            {"role": r.role, "fte": r.fte, "salary": r.salary, "day_rate": r.day_rate} for r in self.squad
        ]
        found["product"] = groups["product"]
        found["options"] = [_option_json(option) for option in self.options]
        if self.uncertainty is not None:
            found["uncertainty"] = _uncertainty_json(self.uncertainty)
        return found


def _option_json(option: Option) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in OPTION_FIELDS[option.funding_model]:
        if field.can_vary:
            found[field.path] = option.numbers[field.path]
        elif field.kind in ("wholes", "numbers"):
            several = getattr(option, field.path)
            found[field.path] = None if several is None else list(several)
        else:
            found[field.path] = getattr(option, field.path)
    return found


def _uncertainty_json(uncertainty: Uncertainty) -> dict[str, object]:
    parameters = []
    for parameter in uncertainty.parameters:
        given: dict[str, object] = {"path": parameter.path, "distribution": parameter.distribution}
        for name in ("low", "likely", "high", "mean", "sd"):
            value = getattr(parameter, name)
            if value is not None:
                given[name] = value
        parameters.append(given)
    return {"draws": uncertainty.draws, "seed": uncertainty.seed, "parameters": parameters}
