"""JSON read strictly: what the standard reader lets pass (repeated keys, NaN, Infinity) leaves a mark to be found."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from .faults import CaseError, Fault


@dataclass(frozen=True, slots=True)
class NotFinite:
    """Stands where a number was written that no float holds: NaN, Infinity, 1e999."""

    written: str


class ReadObject(dict[str, object]):
    """An object of the file that remembers which of its keys were given more than once."""

    repeated: tuple[str, ...] = ()


def parse(text: str | bytes) -> object:
    """The value of a JSON text. CaseError where it is not JSON in UTF-8."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=NotFinite,
            parse_float=_float,
            parse_int=_int,
        )
    except RecursionError:
        raise CaseError([Fault("", "too_deep")]) from None
    except ValueError as error:  # JSONDecodeError and UnicodeDecodeError both are
        raise CaseError([Fault("", "not_json", {"reason": str(error)})]) from None


def _object(pairs: list[tuple[str, object]]) -> ReadObject:
    found = ReadObject(pairs)
    if len(found) < len(pairs):
        found.repeated = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return found


def _float(written: str) -> float | NotFinite:
    value = float(written)
    return NotFinite(written) if value in (float("inf"), float("-inf")) else value


def _int(written: str) -> int | NotFinite:
    # A whole number no float can hold is refused like 1e999; so long a one Python itself declines to read.
    if len(written) > 310 or isinstance(_float(written), NotFinite):
        return NotFinite(written)
    return int(written)
