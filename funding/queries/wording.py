"""Inputs and the engine's faults in the reader's language."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import vocabulary
from funding.inputs import CASE_FIELDS, OPTION_FIELDS, Fault, Field
from kit import formats

SENTENCES: Mapping[str, str | Promise] = {
    "unknown_key": gettext_lazy("is not an input of this model"),
    "required": gettext_lazy("is missing"),
    "not_a_number": gettext_lazy("must be a number"),
    "not_whole": gettext_lazy("must be a whole number"),
    "not_a_list": gettext_lazy("must be a list"),
    "below_minimum": gettext_lazy("must be at least %(limit)s"),
    "not_above": gettext_lazy("must be more than %(limit)s"),
    "above_maximum": gettext_lazy("must be at most %(limit)s"),
    "not_below": gettext_lazy("must be less than %(limit)s"),
    "empty_list": gettext_lazy("must have at least one entry"),
    "not_distinct": gettext_lazy("has %(value)s twice"),
    "not_rising": gettext_lazy("must have rising years"),
    "first_not_zero": gettext_lazy("must begin with year 0"),
    "overflow": gettext_lazy("comes to figures too large to be added"),
}


def sentence(fault: Fault) -> str:
    """What is wrong, without its path: for a form to say beside the field."""
    words = SENTENCES.get(fault.code)
    return (
        _("cannot be used") if words is None else str(words) % {name: _shown(one) for name, one in fault.params.items()}
    )


def in_words(faults: Iterable[Fault]) -> list[str]:
    """Each fault as a sentence that names its input."""
    return [f"{name_of(fault.path)}: {sentence(fault)}" for fault in faults]


def name_of(path: str) -> str:
    """What a reader calls a path of the case: the squad as a whole, or an input's label."""
    if path.startswith("squad"):
        return _("The squad that is costed")
    rooms = path.split(".")
    if rooms[0].startswith("options") and len(rooms) > 1:
        return str(vocabulary.label(f"options.{rooms[-1].split('[')[0]}"))
    return str(vocabulary.label(path.split("[")[0]))


SHARES = ("share", "share_a_year", "probability")


def field_of(key: str) -> Field | None:
    """The engine's field of a key such as `product.decay_rate` or `options.annual_cycle.award_month`."""
    if key.startswith("options."):
        _options, model, name = key.split(".")
        return OPTION_FIELDS.get(model, {}).get(name)
    return CASE_FIELDS.get(key)


def is_one_number(key: str) -> bool:
    """Whether a path holds a single number, which a signed assumption can supersede."""
    field = field_of(key)
    return field is not None and field.can_vary


def is_share(key: str) -> bool:
    """Whether an input is written as a percentage."""
    field = field_of(key)
    return field is not None and field.unit in SHARES


def written(key: str, value: Any) -> str:
    """The value of an input as a table or a hint shows it: nothing rounded that somebody typed."""
    if value is None:
        return _("none")
    if isinstance(value, list):
        return ", ".join(_entry(one) for one in value) if value else _("none")
    if is_share(key):
        return formats.percent(value)
    return formats.number(value) if float(value).is_integer() else formats.number(value, 4).rstrip("0")


def _entry(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value.get('from_year')}: {formats.percent(value.get('rate'))}"
    return f"{value:g}"


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def range_fault(key: str, field: Field, value: float) -> Fault | None:
    """What is wrong with a single number of a path, None where nothing is; the bounds are the engine's own."""
    if field.whole and not value.is_integer():
        return Fault(key, "not_whole", {"value": value})
    if field.minimum is not None and (value < field.minimum or (field.above_minimum and value == field.minimum)):
        return Fault(key, "not_above" if field.above_minimum else "below_minimum", {"limit": field.minimum})
    if field.maximum is not None and (value > field.maximum or (field.below_maximum and value == field.maximum)):
        return Fault(key, "not_below" if field.below_maximum else "above_maximum", {"limit": field.maximum})
    return None
