"""What a figure is: the words of its unit and how a spreadsheet writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from funding.vocabulary.paths import UNITS
from funding.vocabulary.terms import Words

_MONEY, _TWO, _SHARE, _WHOLE = "#,##0", "#,##0.00", "0.0##%", "0"
# Kind -> (unit in words, number format). Where the engine has the unit, its words are those of every page.
_OWN: Final[Mapping[str, tuple[Words, str]]] = {
    "pounds_exact": ("£", _TWO),
    "factor": (_("times"), "0.0000"),
    "flag": (_("1 is yes, 0 is no"), _WHOLE),
    "count": (_("number"), "#,##0.00"),
    "month_of_year": (_("month, April being 0"), _WHOLE),
    "ratio": (_("times"), _TWO),
    "tiny": ("", "0E+00"),
    "text": ("", "@"),
    "label": ("", "General"),
}
_FORMATS: Final[Mapping[str, str]] = {
    "year": _WHOLE,
    "years": _WHOLE,
    "month": _WHOLE,
    "months": "General",
    "pounds": _MONEY,
    "pounds_a_year": _MONEY,
    "pounds_a_day": _MONEY,
    "days_a_year": "General",
    "share": _SHARE,
    "share_a_year": _SHARE,
    "share_a_month": "0.0000%",
    "probability": _SHARE,
    "fte": _TWO,
    "fte_a_month": _TWO,
    "fte_months": _TWO,
    "multiplier": "0.0###",
}


def unit_words(kind: str) -> str:
    if kind in _OWN:
        return str(_OWN[kind][0])
    return str(_("per cent a month") if kind == "share_a_month" else UNITS[kind])


def number_format(kind: str) -> str:
    return _OWN[kind][1] if kind in _OWN else _FORMATS[kind]
