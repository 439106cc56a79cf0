"""What people type, read strictly. Everything else is refused in words that say what to type.

Python's own readers take Infinity, 1e5, 1_000 and Arabic digits; these grammars take none of them.
"""

import datetime
import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.models import MOST_MONEY
from kit.periods import FIRST_YEAR, LAST_YEAR, label

LONGEST = 40
FIRST_DAY, LAST_DAY = datetime.date(1990, 1, 1), datetime.date(2100, 12, 31)

# A plain number, or one with commas where thousands end. [0-9], not \d: that takes every script's digits.
SIGN = r"(?P<sign>[-\u2212]?)"
WHOLE = r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
NUMBER = re.compile(rf"{SIGN}{WHOLE}(?:\.(?P<fraction>[0-9]+))?")
MONEY = re.compile(rf"{SIGN}\s*£?\s*{WHOLE}(?:\.(?P<fraction>[0-9]+))?")
PERCENT = re.compile(rf"{SIGN}{WHOLE}(?:\.(?P<fraction>[0-9]+))?\s*%?")
DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{4})")
YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
IN_WORDS = re.compile(r"(?P<day>[0-9]{1,2})(?:\s+|-)(?P<word>[A-Za-z]{3,12})\.?,?(?:\s+|-)(?P<year>[0-9]{4})")
BRACKETED = re.compile(r"\((?P<inside>[^-\u2212()]+)\)")  # how accountants' spreadsheets write less than nothing
SPACED = re.compile(r"(?P<day>[0-9]{1,2})\s+(?P<month>[0-9]{1,2})\s+(?P<year>[0-9]{4})")
YEAR = re.compile(r"(?P<start>[0-9]{4})(?:\s*[-/\u2013]\s*(?P<end>[0-9]{4}|[0-9]{2}))?")


def _month_words() -> dict[str, int]:
    """Full names in both languages, their first three letters, and the short names spreadsheets use."""
    words = {name.lower(): number for names in formats.MONTHS.values() for number, name in enumerate(names, 1)}
    words |= {name[:3].lower(): number for names in formats.MONTHS.values() for number, name in enumerate(names, 1)}
    return words | {"sept": 9, "chwe": 2, "chwef": 2, "gorff": 7, "tach": 11, "rhag": 12}


MONTH_WORDS = _month_words()


def _tidy(text: str, refusal: ValidationError) -> str:
    tidied = str(text).strip()
    if not tidied or len(tidied) > LONGEST:
        raise refusal
    return tidied


def _decimal(found: re.Match[str], places: int) -> Decimal:
    if len(found["fraction"] or "") > places:
        if places == 0:
            raise ValidationError(_("Enter a whole number, like 12."), code="whole")
        raise ValidationError(
            _("Give no more than %(places)s figures after the decimal point."), code="places", params={"places": places}
        )
    digits = f"{found['whole'].replace(',', '')}.{found['fraction'] or '0'}"
    value = Decimal(digits)
    return -value if found["sign"] and value else value


def _within(value: Decimal, minimum: Decimal | int | None, maximum: Decimal | int | None, before: str = "") -> Decimal:
    shown = {"minimum": minimum, "maximum": maximum}
    words = {
        name: before + f"{bound:,f}" if isinstance(bound, Decimal) else before + f"{bound:,}"
        for name, bound in shown.items()
        if bound is not None
    }
    if minimum is not None and value < minimum:
        raise ValidationError(_("Enter %(minimum)s or more."), code="minimum", params=words)
    if maximum is not None and value > maximum:
        raise ValidationError(_("Enter %(maximum)s or less."), code="maximum", params=words)
    return value


def money(
    text: str, *, minimum: Decimal | int | None = 0, maximum: Decimal | int | None = MOST_MONEY, places: int = 2
) -> Decimal:
    """Pounds and pence: "1,234.50", "£1,234", "1234"; less than nothing as "-1,234" or "(1,234)"."""
    refusal = ValidationError(_("Enter an amount of money in figures, like 1,234.50."), code="money")
    found = MONEY.fullmatch(BRACKETED.sub(r"-\g<inside>", _tidy(text, refusal)))
    if not found:
        raise refusal
    return _within(_decimal(found, places), minimum, maximum, before="£")


def number(
    text: str, *, places: int = 2, minimum: Decimal | int | None = None, maximum: Decimal | int | None = None
) -> Decimal:
    example = "12" if places == 0 else "0.5" if maximum is not None and maximum < 2 else "2.5"
    refusal = ValidationError(
        _("Enter a number in figures, like %(example)s."), code="number", params={"example": example}
    )
    found = NUMBER.fullmatch(_tidy(text, refusal))
    if not found:
        raise refusal
    return _within(_decimal(found, places), minimum, maximum)


def whole(text: str, *, minimum: int | None = None, maximum: int | None = None) -> int:
    refusal = ValidationError(_("Enter a whole number, like 12."), code="whole")
    found = NUMBER.fullmatch(_tidy(text, refusal))
    if not found:
        raise refusal
    return int(_within(_decimal(found, 0), minimum, maximum))


def percent(
    text: str, *, places: int = 2, minimum: Decimal | int | None = 0, maximum: Decimal | int | None = 100
) -> Decimal:
    """A percentage as typed, given as a fraction: "12.5" and "12.5%" are 0.125. The bounds are percentages."""
    refusal = ValidationError(_("Enter a percentage in figures, like 12.5."), code="percent")
    found = PERCENT.fullmatch(_tidy(text, refusal))
    if not found:
        raise refusal
    return _within(_decimal(found, places), minimum, maximum) / 100


def date(text: str) -> datetime.date:
    """A day: "1 April 2027", "1 Ebrill 2027", "01/04/2027" or "2027-04-01"."""
    refusal = ValidationError(
        _("Enter a date as day, month and year, like %(example)s."), code="date", params={"example": _example()}
    )
    tidied = _tidy(text, refusal)
    for grammar in (IN_WORDS, DAY_FIRST, YEAR_FIRST, SPACED):
        if found := grammar.fullmatch(tidied):
            break
    else:
        raise refusal
    parts = found.groupdict()
    month = MONTH_WORDS.get(parts["word"].lower()) if "word" in parts else int(parts["month"])
    if month is None:
        raise refusal
    try:
        day = datetime.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        raise ValidationError(_("There is no such day. Look at the day and the month again."), code="no_day") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValidationError(
            _("Enter a date from %(first)s to %(last)s."),
            code="out_of_range",
            params={"first": formats.date(FIRST_DAY), "last": formats.date(LAST_DAY)},
        )
    return day


def _example() -> str:
    return formats.date(datetime.date(2027, 4, 1))


def financial_year(text: str) -> int:
    """A financial year by its starting year: "2027-28" and "2027" are 2027."""
    refusal = ValidationError(
        _("Enter a financial year, like %(example)s."), code="financial_year", params={"example": label(2027)}
    )
    found = YEAR.fullmatch(_tidy(text, refusal))
    if not found:
        raise refusal
    start, end = int(found["start"]), found["end"]
    if end is not None and int(end) not in ({start + 1} if len(end) == 4 else {(start + 1) % 100}):
        raise ValidationError(
            _("A financial year ends in the year after it starts: %(start)s is followed by %(end)s."),
            code="not_consecutive",
            params={"start": start, "end": start + 1},
        )
    if not FIRST_YEAR <= start <= LAST_YEAR:
        raise ValidationError(
            _("Enter a financial year from %(first)s to %(last)s."),
            code="out_of_range",
            params={"first": label(FIRST_YEAR), "last": label(LAST_YEAR)},
        )
    return start
