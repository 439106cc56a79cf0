"""The `uncertainty` of a case file: which numbers vary, and how. Checked in full here; drawn elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .case import Option, Parameter, Uncertainty
from .checking import as_finite, as_list, as_number, as_object, as_text, in_range
from .faults import Fault
from .fields import FIELDS, OPTION_FIELDS, Field, Number

# distribution -> (keys it must have, keys it may have)
DISTRIBUTIONS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "uniform": (("low", "high"), ()),
    "triangular": (("low", "likely", "high"), ()),
    "pert": (("low", "likely", "high"), ()),
    "normal": (("mean", "sd"), ("low", "high")),
}
# The numbers that any of them takes.
_POINTS = ("low", "likely", "high", "mean", "sd")
DRAWS = Field("uncertainty.draws", "whole", "draws", 0, minimum=1, maximum=1_000_000)
SEED = Field("uncertainty.seed", "whole", "", 0, minimum=0)
_SD = Field("sd", "number", "", 0, minimum=0, above_minimum=True)
_CASE_FIELDS = {f.path: f for f in FIELDS if f.can_vary and "[]" not in f.path and f.path != "years"}


def varying_field(path: str, options: Sequence[Option | None]) -> Field | None:
    """The field of the number that `path` names (`product.effort_to_live`, `options.annual.award_month`), or None."""
    if path in _CASE_FIELDS:
        return _CASE_FIELDS[path]
    head, *rest = path.split(".")
    if head != "options" or len(rest) != 2:
        return None
    for option in options:
        if option is not None and option.id == rest[0]:
            for field in OPTION_FIELDS[option.funding_model]:
                if field.path == rest[1] and field.can_vary:
                    return field
    return None


def read_uncertainty(value: object, options: Sequence[Option | None], faults: list[Fault]) -> Uncertainty | None:
    """The uncertainty at the top of the file; `options` has None where one could not be made out."""
    found = as_object(value, "uncertainty", ("draws", "seed", "parameters"), faults)
    if found is None:
        return None
    for key in ("draws", "seed", "parameters"):
        if key not in found:
            faults.append(Fault(f"uncertainty.{key}", "required"))
    draws = as_number(found["draws"], DRAWS.path, DRAWS, faults) if "draws" in found else None
    seed = as_number(found["seed"], SEED.path, SEED, faults) if "seed" in found else None
    entries: Sequence[object] = ()
    if "parameters" in found:
        entries = as_list(found["parameters"], "uncertainty.parameters", faults, empty=True) or ()
    paths: set[str] = set()
    parameters = []
    for index, entry in enumerate(entries):
        parameter = _parameter(entry, f"uncertainty.parameters[{index}]", options, paths, faults)
        if parameter is not None:
            parameters.append(parameter)
    if draws is None or seed is None:
        return None
    return Uncertainty(int(draws), int(seed), tuple(parameters))


def _parameter(
    entry: object, path: str, options: Sequence[Option | None], paths: set[str], faults: list[Fault]
) -> Parameter | None:
    if not isinstance(entry, dict):
        as_object(entry, path, (), faults)
        return None
    for key in ("path", "distribution"):
        if key not in entry:
            faults.append(Fault(f"{path}.{key}", "required"))
    named = as_text(entry["path"], f"{path}.path", faults) if "path" in entry else None
    field = None if named is None else _named_field(named, path, options, paths, faults)
    distribution = as_text(entry["distribution"], f"{path}.distribution", faults) if "distribution" in entry else None
    if distribution is not None and distribution not in DISTRIBUTIONS:
        choices = ", ".join(DISTRIBUTIONS)
        faults.append(Fault(f"{path}.distribution", "bad_choice", {"choices": choices, "value": distribution}))
        distribution = None
    required, optional = DISTRIBUTIONS[distribution] if distribution is not None else ((), _POINTS)
    as_object(entry, path, ("path", "distribution", *required, *optional), faults)
    numbers: dict[str, Number] = {}
    for key in (*required, *optional):
        if key in entry:
            number = _point(entry[key], key, f"{path}.{key}", field, faults)
            if number is not None:
                numbers[key] = number
        elif key in required:
            faults.append(Fault(f"{path}.{key}", "required"))
    _in_order(numbers, path, faults)
    return None if named is None or distribution is None else Parameter(named, distribution, **numbers)


def _named_field(
    named: str, path: str, options: Sequence[Option | None], paths: set[str], faults: list[Fault]
) -> Field | None:
    if named in paths:
        faults.append(Fault(f"{path}.path", "repeated_path", {"value": named}))
    paths.add(named)
    field = varying_field(named, options)
    # Where an option could not be made out the path may well be that one's: its own fault is enough.
    unsure = named.startswith("options.") and None in options
    if field is None and not unsure:
        faults.append(Fault(f"{path}.path", "unknown_path", {"value": named}))
    return field


def _point(value: object, key: str, path: str, field: Field | None, faults: list[Fault]) -> Number | None:
    """One number of a distribution. Low, high and a normal's mean must lie in the range of what they are a value of."""
    number = as_finite(value, path, faults)
    if number is None:
        return None
    limits = _SD if key == "sd" else field if key in ("low", "high", "mean") else None
    if limits is not None and not in_range(number, path, limits, faults):
        return None
    return number


def _in_order(numbers: Mapping[str, Number], path: str, faults: list[Fault]) -> None:
    low, likely, high = numbers.get("low"), numbers.get("likely"), numbers.get("high")
    if low is not None and high is not None and low >= high:
        faults.append(Fault(f"{path}.high", "low_not_below_high", {"limit": low, "value": high}))
    elif low is not None and high is not None and likely is not None and not low <= likely <= high:
        faults.append(Fault(f"{path}.likely", "likely_outside", {"low": low, "high": high, "value": likely}))
