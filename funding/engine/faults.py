"""What is wrong with a case: every fault, each with its path, worded so that a page can say it in Welsh too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# code -> the English sentence; a web page keeps its own sentences by the same codes and params.
MESSAGES: Mapping[str, str] = {
    "unreadable": "cannot be read: {reason}",
    "unwritable": "cannot be written: {reason}",
    "not_json": "is not JSON: {reason}",
    "too_deep": "is nested too deeply to be a case",
    "duplicate_key": "appears more than once",
    "not_finite": "must be a finite number, not {value}",
    "unknown_key": "is not a key of this model",
    "required": "is required",
    "not_an_object": "must be an object, not {found}",
    "not_a_list": "must be a list, not {found}",
    "broken_text": "holds half of a character",
    "not_text": "must be text, not {found}",
    "not_a_number": "must be a number, not {found}",
    "not_whole": "must be a whole number, not {value}",
    "bad_month": "must be a year and the month of April, as in 2027-04, not {value}",
    "below_minimum": "must be at least {limit}, not {value}",
    "not_above": "must be more than {limit}, not {value}",
    "above_maximum": "must be at most {limit}, not {value}",
    "not_below": "must be less than {limit}, not {value}",
    "empty_list": "must have at least one entry",
    "not_distinct": "repeats {value}",
    "dot_in_id": "must not contain a dot: {value}",
    "bad_choice": "must be one of {choices}, not {value}",
    "not_rising": "must be more than the one before ({limit}), not {value}",
    "first_not_zero": "must be 0 in the first entry, not {value}",
    "unknown_path": "names no number of this case that can vary: {value}",
    "repeated_path": "is given twice: {value}",
    "low_not_below_high": "must be more than low ({limit}), not {value}",
    "likely_outside": "must lie between low ({low}) and high ({high}), not {value}",
    "overflow": "comes to figures too large or too small to be reckoned",
}


_KINDS = {
    "boolean": "true or false", "null": "null", "text": "text", "number": "a number", "list": "a list",
    "object": "an object",
}  # fmt: skip


# What would move a terminal's cursor or change its colour, and halves of characters.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def _worded(value: object) -> str:
    text = _number(value) if isinstance(value, float) else str(value)
    return text if len(text) <= 200 else text[:200] + "…"


def _number(value: float) -> str:
    """Plainly where that is the same number, as of 12.0 and 12; else every digit: 0.5000000000000001 is not 0.5."""
    plain = f"{value:.15g}"
    return plain if float(plain) == value else repr(value)


@dataclass(frozen=True)
class Fault:
    """One thing wrong. `code` is a key of `MESSAGES`; `params` are the numbers and words its sentence needs.

    `params["found"]` is a slug of what stands there: boolean, null, text, number, list or object.
    """

    path: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        words = {name: _worded(value) for name, value in self.params.items()}
        if "found" in words:
            words["found"] = _KINDS[words["found"]]
        message = MESSAGES[self.code].format(**words)
        line = " ".join(f"{self.path or 'case'}: {message}".split())
        return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), line)


class CaseError(Exception):
    """A case that cannot be appraised. `faults` holds all of them, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
