"""The strict reader of a case file: every fault named by its path; nothing is dropped, clamped or guessed."""

from __future__ import annotations

from collections.abc import Mapping

from .case import Case, Option, Role
from .checking import as_list, as_month, as_number, as_object, as_text, repeated_keys, under
from .faults import CaseError, Fault
from .fields import FIELDS, FUNDING_MODELS, GREEN_BOOK, OPTION_FIELDS, Field, Number, field_of
from .strict_json import parse
from .uncertain_inputs import read_uncertainty

_TOP = (*dict.fromkeys(field.path.partition(".")[0].removesuffix("[]") for field in FIELDS), "options", "uncertainty")
_GROUPS = ("prices", "employment", "product")


def read_case(text: str | bytes) -> Case:
    """The case of a JSON text (bytes: UTF-8). CaseError with every fault."""
    return build_case(parse(text))


def build_case(found: object) -> Case:
    """The case of a JSON value already read: dicts, lists, text, numbers, None. CaseError with every fault."""
    faults: list[Fault] = []
    top = as_object(found, "", _TOP, faults)
    if top is None:
        raise CaseError(faults)
    faults += repeated_keys(top)
    name = as_text(top["name"], "name", faults) if _given(top, "name", "", faults) else None
    start = as_month(top["start"], "start", faults) if _given(top, "start", "", faults) else None
    years = _whole(_number(top, field_of("years"), "", faults))
    numbers = _case_numbers(top, faults)
    discount_rates = _discount_rates(top, faults)
    squad = _squad(top, faults)
    options = _options(top, years, faults)
    uncertainty = None
    if "uncertainty" in top:
        uncertainty = read_uncertainty(top["uncertainty"], options, faults)
    if faults or name is None or start is None or years is None:
        raise CaseError(faults)
    complete = tuple(option for option in options if option is not None)
    return Case(name, start, years, numbers, discount_rates, squad, complete, uncertainty)


def _given(found: Mapping[str, object], key: str, path: str, faults: list[Fault]) -> bool:
    if key not in found:
        faults.append(Fault(under(path, key), "required"))
    return key in found


def _number(found: Mapping[str, object], field: Field, path: str, faults: list[Fault]) -> Number | None:
    """The number of `field` in `found`, or its default. None where null is given and allowed, or after a fault."""
    if field.name not in found:
        if field.required:
            faults.append(Fault(under(path, field.name), "required"))
            return None
        return field.default if isinstance(field.default, int | float) else None
    value = found[field.name]
    if value is None and field.nullable:
        return None
    return as_number(value, under(path, field.name), field, faults)


def _whole(value: Number | None) -> int | None:
    return None if value is None else int(value)


def _case_numbers(top: Mapping[str, object], faults: list[Fault]) -> dict[str, Number]:
    numbers: dict[str, Number] = {}
    for group in ("", *_GROUPS):
        fields = [f for f in FIELDS if f.group == group and f.can_vary and f.path != "years"]
        found: Mapping[str, object] | None = top
        if group:
            found = as_object(top[group], group, [f.name for f in fields], faults) if group in top else {}
        for field in fields if found is not None else ():
            value = _number(found or {}, field, group, faults)
            if value is not None:
                numbers[field.path] = value
    return numbers


def _discount_rates(top: Mapping[str, object], faults: list[Fault]) -> tuple[tuple[int, float], ...]:
    if "discount_rates" not in top:
        return GREEN_BOOK
    bands: list[tuple[int, float]] = []
    before: int | None = None
    for index, entry in enumerate(as_list(top["discount_rates"], "discount_rates", faults) or ()):
        path = f"discount_rates[{index}]"
        band = as_object(entry, path, ("from_year", "rate"), faults)
        if band is None:
            continue
        from_year = _whole(_number(band, field_of("discount_rates[].from_year"), path, faults))
        rate = _number(band, field_of("discount_rates[].rate"), path, faults)
        if from_year is not None:
            if index == 0 and from_year != 0:
                faults.append(Fault(f"{path}.from_year", "first_not_zero", {"value": from_year}))
            elif before is not None and from_year <= before:
                faults.append(Fault(f"{path}.from_year", "not_rising", {"limit": before, "value": from_year}))
            before = from_year
        if from_year is not None and rate is not None:
            bands.append((from_year, rate))
    return tuple(bands)


def _squad(top: Mapping[str, object], faults: list[Fault]) -> tuple[Role, ...]:
    if not _given(top, "squad", "", faults):
        return ()
    squad: list[Role] = []
    for index, entry in enumerate(as_list(top["squad"], "squad", faults) or ()):
        path = f"squad[{index}]"
        found = as_object(entry, path, ("role", "fte", "salary", "day_rate"), faults)
        if found is None:
            continue
        role = as_text(found["role"], f"{path}.role", faults) if _given(found, "role", path, faults) else None
        fte, salary, day_rate = (
            _number(found, field_of(f"squad[].{key}"), path, faults) for key in ("fte", "salary", "day_rate")
        )
        if role is not None and fte is not None and salary is not None and day_rate is not None:
            squad.append(Role(role, fte, salary, day_rate))
    return tuple(squad)


def _options(top: Mapping[str, object], years: int | None, faults: list[Fault]) -> tuple[Option | None, ...]:
    """Each option, None in the place of one whose id or funding model is not to be made out."""
    if not _given(top, "options", "", faults):
        return (None,)
    options: list[Option | None] = []
    ids: set[str] = set()
    for index, entry in enumerate(as_list(top["options"], "options", faults) or ()):
        options.append(_option(entry, f"options[{index}]", years, ids, faults))
    return tuple(options) or (None,)


def _option(entry: object, path: str, years: int | None, ids: set[str], faults: list[Fault]) -> Option | None:
    """The option, its id put among the `ids` of those before it."""
    if not isinstance(entry, dict):
        as_object(entry, path, (), faults)
        return None
    option_id = as_text(entry["id"], f"{path}.id", faults) if _given(entry, "id", path, faults) else None
    if option_id is not None:
        if "." in option_id:
            faults.append(Fault(f"{path}.id", "dot_in_id", {"value": option_id}))
        if option_id in ids:
            faults.append(Fault(f"{path}.id", "not_distinct", {"value": option_id}))
        ids.add(option_id)
    name = as_text(entry["name"], f"{path}.name", faults) if _given(entry, "name", path, faults) else None
    model = None
    if _given(entry, "funding_model", path, faults):
        model = as_text(entry["funding_model"], f"{path}.funding_model", faults)
    if model is not None and model not in OPTION_FIELDS:
        choices = ", ".join(FUNDING_MODELS)
        faults.append(Fault(f"{path}.funding_model", "bad_choice", {"choices": choices, "value": model}))
        model = None
    if model is None:  # which keys it may have is not known, but not that some are no model's
        as_object(entry, path, _ANY_MODEL, faults)
        return None
    fields = OPTION_FIELDS[model]
    as_object(entry, path, [field.path for field in fields], faults)
    numbers = {field.path: _number(entry, field, path, faults) for field in fields if field.can_vary}
    funded = _several(entry, "funded_years", path, years, faults) if model == "annual_cycle" else None
    sizes = _several(entry, "size_by_year", path, years, faults) if "size_by_year" in _names(fields) else None
    if option_id is None:
        return None
    funded_years = None if funded is None else tuple(int(year) for year in funded)
    return Option(option_id, name or "", model, numbers, funded_years, sizes)


def _names(fields: tuple[Field, ...]) -> tuple[str, ...]:
    return tuple(field.path for field in fields)


def _several(
    entry: Mapping[str, object], key: str, path: str, years: int | None, faults: list[Fault]
) -> tuple[Number, ...] | None:
    """A list of numbers, or None where it is null or left out."""
    if entry.get(key) is None:
        return None
    here = under(path, key)
    is_years = key == "funded_years"
    field = _LISTS[key]
    values: list[Number] = []
    for index, item in enumerate(as_list(entry[key], here, faults, empty=is_years) or ()):
        value = as_number(item, f"{here}[{index}]", field, faults)
        if value is None:
            continue
        if is_years and years is not None and value >= years:
            faults.append(Fault(f"{here}[{index}]", "not_below", {"limit": years, "value": value}))
        elif is_years and value in values:
            faults.append(Fault(f"{here}[{index}]", "not_distinct", {"value": value}))
        values.append(value)
    return tuple(values)


_ANY_MODEL = frozenset(field.path for fields in OPTION_FIELDS.values() for field in fields)
_LISTS = {
    field.path: field for fields in OPTION_FIELDS.values() for field in fields if field.kind in ("wholes", "numbers")
}
