"""From a path of the model, as a case, an assumption or a fault writes it, to its words."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from funding.vocabulary.case_terms import CASE_TERMS
from funding.vocabulary.funding_models import FUNDING_MODELS
from funding.vocabulary.option_terms import OPTION_TERMS
from funding.vocabulary.terms import Term, Words

__all__ = ["GROUPS", "UNITS", "Term", "group", "group_label", "help_text", "label", "paths", "term", "unit"]

# The engine's units. A share is written as a percentage wherever a person reads or types it.
UNITS: Final[Mapping[str, Words]] = {
    "": "",
    "year": _("year, the first being 0"),
    "years": _("years"),
    "month": _("months after 1 April"),
    "months": _("months"),
    "pounds": "£",
    "pounds_a_year": _("£ a year"),
    "pounds_a_day": _("£ a day"),
    "days_a_year": _("days a year"),
    "share": _("per cent"),
    "share_a_year": _("per cent a year"),
    "probability": _("per cent likely"),
    "fte": _("FTE"),
    "fte_a_month": _("FTE a month"),
    "fte_months": _("FTE-months"),
    "multiplier": _("times"),
    "draws": _("draws"),
}
# In the order in which pages show them; each funding model's options are a group of their own, after these.
CASE_GROUPS: Final[Mapping[str, Words]] = {
    "prices": _("Prices"),
    "value": _("Discounting and optimism"),
    "employment": _("Employment"),
    "squad": _("The squad that is costed"),
    "product": _("The product"),
}
GROUPS: Final[Mapping[str, Words]] = {**CASE_GROUPS, **{name: words.name for name, words in FUNDING_MODELS.items()}}
_INDEX = re.compile(r"\[[^]]*\]")


def term(path: str) -> Term:
    """The words of `product.decay_rate`, `options.annual_cycle.award_month`, `options[0].award_month`, `award_month`.

    A path that no model has is called by itself, so that a fault about it can still be told.
    """
    plain = _INDEX.sub("", path)
    last = plain.rpartition(".")[2]
    if plain.startswith("options"):
        return OPTION_TERMS.get(last) or Term(path, "")
    return CASE_TERMS.get(plain) or OPTION_TERMS.get(last) or Term(path, "")


def label(path: str) -> Words:
    return term(path).label


def help_text(path: str) -> Words:
    return term(path).help


def unit(path: str) -> Words:
    return UNITS[term(path).unit]


def group(path: str) -> str:
    """The slug of the group that a path belongs to: `prices`, `value`, …, or the funding model of an option."""
    rooms = _INDEX.sub("", path).split(".")
    if rooms[0] == "options" and len(rooms) > 2:
        return rooms[1]
    return rooms[0] if rooms[0] in CASE_GROUPS else "value"


def group_label(path: str) -> Words:
    return GROUPS.get(group(path), group(path))


def paths() -> Iterator[str]:
    """Every path that is worded, options by their name alone."""
    yield from CASE_TERMS
    yield from (f"options.{name}" for name in OPTION_TERMS)
