"""Doubts in the reader's language: what is uncertain, what it is drawn from, and what is wrong with either."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import vocabulary
from funding.inputs import Fault
from funding.queries import wording
from funding.queries.comparison import Comparison
from kit import formats

DISTRIBUTIONS: Mapping[str, str | Promise] = {
    "pert": gettext_lazy("PERT"),
    "triangular": gettext_lazy("triangular"),
    "uniform": gettext_lazy("uniform"),
    "certain": gettext_lazy("certain"),
}
SENTENCES: Mapping[str, str | Promise] = {
    "low_not_below_high": gettext_lazy("must be more than the low one, %(limit)s"),
    "likely_outside": gettext_lazy("must lie from the low one, %(low)s, to the high one, %(high)s"),
    "required": gettext_lazy("is missing"),
    "unknown_path": gettext_lazy("is no number of this case that can be drawn"),
    "repeated_path": gettext_lazy("is given twice"),
    "bad_choice": gettext_lazy("is not one of %(choices)s"),
}
ROOM = "uncertainty."
PARAMETER = re.compile(r"uncertainty\.parameters\[(\d+)\]\.?(.*)")
# Between the path of a doubted number and which of its points a fault is about; no path has one.
AT = "@"
POINTS: Mapping[str, str | Promise] = {
    "low": gettext_lazy("Low"),
    "likely": gettext_lazy("Likely"),
    "high": gettext_lazy("High"),
    "distribution": gettext_lazy("Drawn from"),
}


def naming(faults: Iterable[Fault], paths: Sequence[str]) -> list[Fault]:
    """The faults of a case, those of a doubted number by its own path instead of by its place in the list."""
    named = []
    for fault in faults:
        found = PARAMETER.fullmatch(fault.path)
        if found and int(found[1]) < len(paths):
            fault = Fault(f"{ROOM}{paths[int(found[1])]}{AT}{found[2]}", fault.code, fault.params)
        named.append(fault)
    return named


def sentence(fault: Fault, key: str = "") -> str:
    """What is wrong, its limits written as the input of `key` is: a percentage as a percentage."""
    shares = wording.is_share(key) if key else False
    params = {
        name: wording.written(key, value) if shares and isinstance(value, int | float) else value
        for name, value in fault.params.items()
    }
    words = SENTENCES.get(fault.code)
    if words is None:
        return wording.sentence(Fault(fault.path, fault.code, params))
    return str(words) % {name: f"{one:g}" if isinstance(one, float) else str(one) for name, one in params.items()}


def in_words(faults: Iterable[Fault]) -> list[str]:
    """Each fault as a sentence that names its input; one of the uncertainty has its path beside it."""
    found = []
    for fault in faults:
        if fault.path.startswith(ROOM):
            found.append(_of_doubt(fault))
        else:
            found += wording.in_words([fault])
    return found


def _of_doubt(fault: Fault) -> str:
    path, at, point = fault.path.removeprefix(ROOM).partition(AT)
    if not at:
        room = _("What it is uncertain about")
        return f"{room} ({fault.path}): {sentence(fault)}"
    named = [f"{wording.name_of(path)} ({path})", *([str(POINTS[point])] if point in POINTS else [])]
    return f"{', '.join(named)}: {sentence(fault)}"


def unit_of(key: str) -> str:
    """The unit of an input as a heading shows it; a percentage is written with its sign."""
    return "%" if wording.is_share(key) else str(vocabulary.unit(key))


def valued(key: str, value: Any) -> str:
    """A value with its unit, inside a sentence: "£412 a day", "6.5 months", "62%"."""
    if value is None or wording.is_share(key):
        return wording.written(key, value)
    # A number of times is said without its unit: "1 times" is no English.
    unit = "" if vocabulary.term(key).unit == "multiplier" else str(vocabulary.unit(key))
    if unit.startswith("£"):
        return f"{formats.money(value, pence=abs(value) < 1000 and not float(value).is_integer())}{unit[1:]}"
    return f"{wording.written(key, value)} {unit}".strip()


def name_in(comparison: Comparison, path: str, key: str) -> str:
    """What a path is called where several options have one of the same name."""
    label = str(vocabulary.label(key))
    if path.startswith("options."):
        option = comparison.option(path.split(".")[1])
        if option is not None:
            return f"{label} ({option.name})"
    return label
