"""How figures and dates are written. The only place where anything is rounded, always half up, away from nought."""

import datetime
import math
from decimal import ROUND_HALF_UP, Context, Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from kit import periods
from kit.bilingual import language
from kit.models import EvidenceMark

Figure = Decimal | float | int

# Wide enough for any figure: the default context refuses more than 28 digits.
WIDE = Context(prec=400)
MINUS = "\N{MINUS SIGN}"
MONTHS = {
    "cy": (
        *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
        *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
# Where a whole name has no room, as under the picture of a year.
MONTHS_SHORT = {
    "cy": ("Ion", "Chwef", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
# Unit, its letter and places, and from how many pounds it is used: from where the unit below would be written 1,000.
HEADLINE_UNITS = (
    (10**9, "bn", 1, 999_950_000),
    (10**6, "m", 1, 999_500),
    (10**3, "k", 0, Decimal("999.5")),
)


def not_known() -> str:
    return _("not known")


def withheld() -> str:
    return _("withheld")


def exact(value: Figure) -> Decimal:
    """The figure as a Decimal. A float that is not a number is a fault of ours, never something to show."""
    if isinstance(value, bool):
        raise ValueError("True and False are not figures")
    if isinstance(value, float) or hasattr(value, "dtype"):
        value = float(value)
        if not math.isfinite(value):
            raise ValueError(f"{value} cannot be shown as a figure")
        return Decimal(repr(value))
    found = Decimal(value)
    if not found.is_finite():
        raise ValueError(f"{value} cannot be shown as a figure")
    return found


def rounded(value: Figure, places: int) -> Decimal:
    return exact(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=WIDE)


def _written(value: Decimal, before: str = "", after: str = "") -> str:
    """Thousands marked, a true minus sign, and no minus before a nought."""
    sign = MINUS if value < 0 else ""
    return f"{sign}{before}{abs(value):,f}{after}"


def _trimmed(value: Decimal) -> Decimal:
    """Without noughts at the end of a fraction: 3.50 is 3.5, 38.00 is 38, 100 stays 100."""
    return value.quantize(Decimal(1), context=WIDE) if value == value.to_integral_value() else value.normalize(WIDE)


def number(value: Figure | None, places: int = 0) -> str:
    return not_known() if value is None else _written(rounded(value, places))


def counted(words: str, count: int, **more: object) -> str:
    """The sentence that `ngettext` has chosen by a number, with the number in it."""
    return words % ({"number": number(count)} | more)


def measure(value: Figure | None) -> str:
    """What was measured, in a unit of its own: at most two places, and none that is nought."""
    return not_known() if value is None else _written(_trimmed(rounded(value, 2)))


def money(value: Figure | None, pence: bool = False) -> str:
    """Pounds, as tables show them: "£1,234", or "£1,234.50" with pence."""
    return not_known() if value is None else _written(rounded(value, 2 if pence else 0), before="£")


def headline_money(value: Figure | None) -> str:
    """Money for a sentence: "£1.2m", "£412k", "£850"."""
    if value is None:
        return not_known()
    amount = exact(value)
    for unit, letter, places, least in HEADLINE_UNITS:
        if abs(amount) >= least:
            return _written(rounded(WIDE.divide(amount, Decimal(unit)), places), before="£", after=letter)
    return money(value)


def fte(value: Figure | None) -> str:
    """Full-time equivalents: one place, or two where the second says something."""
    if value is None:
        return not_known()
    two, one = rounded(value, 2), rounded(value, 1)
    return _written(one if one == two else two)


def percent(fraction: Figure | None, places: int | None = None) -> str:
    """A fraction as a percentage: 0.035 is "3.5%". Without `places` at most one place, and none that is nought."""
    if fraction is None:
        return not_known()
    share = exact(fraction) * 100
    return _written(_trimmed(rounded(share, 1)) if places is None else rounded(share, places), after="%")


def ratio(value: Figure | None) -> str:
    """One place from two up; two below, where 0.96 and 1.04 are different answers."""
    if value is None:
        return not_known()
    return _written(rounded(value, 2 if abs(exact(value)) < 2 else 1))


def weeks(value: Figure | None) -> str:
    if value is None:
        return not_known()
    shown = _trimmed(rounded(value, 1))
    words = ngettext("%(count)s week", "%(count)s weeks", _plural(shown))
    return words % {"count": _written(shown)}


def months(value: Figure | None) -> str:
    if value is None:
        return not_known()
    shown = _trimmed(rounded(value, 1))
    words = ngettext("%(count)s month", "%(count)s months", _plural(shown))
    return words % {"count": _written(shown)}


def days(value: int | None) -> str:
    if value is None:
        return not_known()
    words = ngettext("%(count)s day", "%(count)s days", abs(value))
    return words % {"count": _written(Decimal(value))}


def _plural(shown: Decimal) -> int:
    """The whole number by which a noun's form is chosen; a fraction takes the form of the many."""
    return int(abs(shown)) if shown == shown.to_integral_value() else 100


def date(value: datetime.date | None) -> str:
    if value is None:
        return not_known()
    if isinstance(value, datetime.datetime):
        value = _local(value).date()
    return f"{value.day} {month(value)}"


def month(value: datetime.date | None) -> str:
    if value is None:
        return not_known()
    return f"{MONTHS[language()][value.month - 1]} {value.year}"


def month_short(value: datetime.date) -> str:
    return MONTHS_SHORT[language()][value.month - 1]


def date_and_time(value: datetime.datetime | None) -> str:
    if value is None:
        return not_known()
    local = _local(value)
    return f"{date(local.date())}, {local:%H:%M}"


def _local(value: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


def financial_year(start: int | None) -> str:
    """2027 as "2027-28"."""
    return not_known() if start is None else periods.label(int(start))


def evidence(mark: str) -> str:
    """The words of an evidence mark: "V" is "verified"."""
    return str(EvidenceMark(mark).label) if mark else pgettext("evidence", "no mark")
