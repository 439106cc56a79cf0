"""One value against its field: type, wholeness and range. Each check adds its faults to a list and never stops."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable

from .faults import Fault
from .fields import Field, Number
from .strict_json import NotFinite, ReadObject

_PLAIN_KEY = re.compile(r"[\w-]+")
_MONTH = re.compile(r"[0-9]{4}-04")


def under(path: str, key: str) -> str:
    """The path of `key` in the object at `path`."""
    if _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}" if path else key
    return f"{path}[{json.dumps(key)}]"


def kind_of(value: object) -> str:
    """What the file holds there, as a slug."""
    if isinstance(value, bool):
        return "boolean"
    if value is None:
        return "null"
    if isinstance(value, str):
        return "text"
    if isinstance(value, int | float | NotFinite):
        return "number"
    return "list" if isinstance(value, list) else "object"


def as_object(value: object, path: str, known: Iterable[str], faults: list[Fault]) -> dict[str, object] | None:
    """The object at `path`; its repeated and unknown keys are faults."""
    if not isinstance(value, dict):
        faults.append(Fault(path, "not_an_object", {"found": kind_of(value)}))
        return None
    allowed = frozenset(known)
    faults += [Fault(under(path, str(key)), "unknown_key") for key in value if key not in allowed]
    return value


def as_list(value: object, path: str, faults: list[Fault], *, empty: bool = False) -> list[object] | None:
    """The list at `path`, which must have an entry unless it may be `empty`."""
    if not isinstance(value, list):
        faults.append(Fault(path, "not_a_list", {"found": kind_of(value)}))
        return None
    if not value and not empty:
        faults.append(Fault(path, "empty_list"))
    return value


def as_text(value: object, path: str, faults: list[Fault]) -> str | None:
    """Text that can be written: half of a surrogate pair cannot."""
    if not isinstance(value, str):
        faults.append(Fault(path, "not_text", {"found": kind_of(value)}))
        return None
    if any("\ud800" <= character <= "\udfff" for character in value):
        faults.append(Fault(path, "broken_text"))
        return None
    return value


def as_month(value: object, path: str, faults: list[Fault]) -> str | None:
    """A case's first month, "YYYY-04"."""
    text = as_text(value, path, faults)
    if text is not None and (not _MONTH.fullmatch(text) or text.startswith("0000")):
        faults.append(Fault(path, "bad_month", {"value": text}))
        return None
    return text


def as_number(value: object, path: str, field: Field, faults: list[Fault]) -> Number | None:
    """A finite number in the field's range, an int where it must be whole. None after a fault, which is added."""
    finite = as_finite(value, path, faults)
    if finite is None:
        return None
    if field.whole and finite != math.floor(finite):
        faults.append(Fault(path, "not_whole", {"value": finite}))
        return None
    if not in_range(finite, path, field, faults):
        return None
    return int(finite) if field.whole else finite


def as_finite(value: object, path: str, faults: list[Fault]) -> Number | None:
    """Any finite number that a float holds; true and false are none."""
    if isinstance(value, NotFinite):
        faults.append(Fault(path, "not_finite", {"value": value.written[:40]}))
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        faults.append(Fault(path, "not_a_number", {"found": kind_of(value)}))
        return None
    try:
        finite, written = math.isfinite(value), str(value)
    except (OverflowError, ValueError):  # a whole number no float holds, so long a one that it is not even written
        finite, written = False, "so large a number"
    if not finite:
        faults.append(Fault(path, "not_finite", {"value": written[:40]}))
        return None
    return value


def in_range(value: Number, path: str, field: Field, faults: list[Fault]) -> bool:
    """Whether `value` lies in the field's range; the fault says which end it passes."""
    low, high = field.minimum, field.maximum
    if low is not None and field.above_minimum and value <= low:
        faults.append(Fault(path, "not_above", {"limit": low, "value": value}))
    elif low is not None and value < low:
        faults.append(Fault(path, "below_minimum", {"limit": low, "value": value}))
    elif high is not None and field.below_maximum and value >= high:
        faults.append(Fault(path, "not_below", {"limit": high, "value": value}))
    elif high is not None and value > high:
        faults.append(Fault(path, "above_maximum", {"limit": high, "value": value}))
    else:
        return True
    return False


def repeated_keys(value: object) -> list[Fault]:
    """Every key of the file that is given more than once, at any depth a file can be read to."""
    faults: list[Fault] = []
    to_see: list[tuple[str, object]] = [("", value)]
    while to_see:
        path, here = to_see.pop()
        if isinstance(here, ReadObject):
            faults += [Fault(under(path, key), "duplicate_key") for key in here.repeated]
        if isinstance(here, dict):
            inside = [(under(path, str(key)), inner) for key, inner in here.items() if isinstance(inner, dict | list)]
            to_see += reversed(inside)
        elif isinstance(here, list):
            inside = [(f"{path}[{n}]", inner) for n, inner in enumerate(here) if isinstance(inner, dict | list)]
            to_see += reversed(inside)
    return faults
