"""What was promised, what has been given, and what of it is short: one rule, for a row, a product and all of Wales.

What is left of a promise is what was promised less what was given, never less than nothing; not known where either
is not. It is *short* once the day by which it was promised has passed, and at once where no day was said; before
that day it is *to come*. Where the organisation has withdrawn, the promise no longer stands and nothing of it is
short.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Case, Count, DecimalField, F, Q, QuerySet, Sum, Value, When
from django.utils.translation import gettext as _

from kit import formats
from portfolio.models import Participation

FTE, AMOUNT = "fte", "amount"
KINDS = (FTE, AMOUNT)


def left_of(kind: str, *, path: str = "") -> Case:
    """What is left of a promise, to be annotated or summed; `path` leads to the participation ("participations__")."""
    promised, given = F(f"{path}committed_{kind}"), F(f"{path}given_{kind}")
    field: Any = DecimalField(max_digits=14, decimal_places=2)
    known = Q((f"{path}committed_{kind}__isnull", False), (f"{path}given_{kind}__isnull", False))
    return Case(
        When(known & Q((f"{path}given_{kind}__gte", promised)), then=Value(Decimal(0), output_field=field)),
        When(known, then=promised - given),
        default=None,
        output_field=field,
    )


def stands(*, path: str = "") -> Q:
    return ~Q((f"{path}state", Participation.State.WITHDRAWN))


def to_come(on: datetime.date, *, path: str = "") -> Q:
    """Promises whose day has not passed."""
    return stands(path=path) & Q((f"{path}committed_by__gte", on))


def fallen_due(on: datetime.date, *, path: str = "") -> Q:
    """Promises that should be there by now."""
    passed = Q((f"{path}committed_by__lt", on)) | Q((f"{path}committed_by__isnull", True))
    return stands(path=path) & passed


def not_known(kind: str, *, path: str = "") -> Q:
    """Something was promised and nobody has said what was given."""
    return Q((f"{path}committed_{kind}__isnull", False), (f"{path}given_{kind}__isnull", True))


def sums(on: datetime.date, *, path: str = "", of: Q | None = None) -> dict[str, Any]:
    """Aggregates over participations, by name: `promised_fte`, `received_`, `short_`, `coming_` and `unsaid_fte`."""
    some = Q() if of is None else of
    found: dict[str, Any] = {}
    for kind in KINDS:
        left, due = left_of(kind, path=path), fallen_due(on, path=path)
        found |= {
            f"promised_{kind}": Sum(f"{path}committed_{kind}", filter=some),
            f"received_{kind}": Sum(f"{path}given_{kind}", filter=some),
            f"short_{kind}": Sum(left, filter=some & due),
            f"coming_{kind}": Sum(left, filter=some & to_come(on, path=path)),
            f"unsaid_{kind}": Count(f"{path}pk", filter=some & due & not_known(kind, path=path), distinct=True),
        }
    return found


def with_left(rows: QuerySet[Participation], on: datetime.date) -> QuerySet[Participation]:
    """Adds to each row `left_fte`, `left_amount`, and what is short of them by now: `short_fte`, `short_amount`."""
    for kind in KINDS:
        left = left_of(kind)
        due = Case(When(fallen_due(on), then=left), default=None, output_field=left.output_field)
        rows = rows.annotate(**{f"left_{kind}": left, f"short_{kind}": due})
    return rows


def short_of(row: Any, kind: str) -> str:
    """What is short, of a row of `with_left`: the figure, or what else there is to say of it."""
    write = formats.fte if kind == FTE else formats.money
    promised, left, short = (getattr(row, f"{name}_{kind}") for name in ("committed", "left", "short"))
    if promised is None:
        return "–"
    if row.state == Participation.State.WITHDRAWN:
        return _("withdrawn")
    if short is None and left:
        return _("%(figure)s to come") % {"figure": write(left)}
    return write(short if left is not None and short is not None else left)


def in_words(rows: Iterable[Any]) -> list[Any]:
    """The rows, each with `words_fte` and `words_amount`: what is short, for a page."""
    found = list(rows)
    for row in found:
        row.words_fte, row.words_amount = short_of(row, FTE), short_of(row, AMOUNT)
    return found


@dataclass(frozen=True)
class Promises:
    """The sums of some participations; None where nothing is known."""

    promised_fte: Decimal | None
    received_fte: Decimal | None
    short_fte: Decimal | None
    coming_fte: Decimal | None
    unsaid_fte: int
    promised_amount: Decimal | None
    received_amount: Decimal | None
    short_amount: Decimal | None
    coming_amount: Decimal | None
    unsaid_amount: int


def promises_of(rows: QuerySet[Participation], *, on: datetime.date) -> Promises:
    """One query."""
    return Promises(**rows.order_by().aggregate(**sums(on)))


def promises_finding(found: Promises) -> list[str]:
    """What was promised against what was given, in sentences; nothing where nothing was promised."""
    if not (found.promised_fte or found.promised_amount):
        return []
    said = [
        _("Promised: %(promised)s. Given: %(given)s.")
        % {
            "promised": _resource(found.promised_fte, found.promised_amount),
            "given": _given(found),
        }
    ]
    if short := _resource(found.short_fte, found.short_amount):
        said.append(_("Short of what was promised by now: %(short)s.") % {"short": short})
    elif not (found.unsaid_fte or found.unsaid_amount):
        said.append(_("Nothing that was promised by now is short."))
    if coming := _resource(found.coming_fte, found.coming_amount):
        said.append(_("Still to come, by a day that has not passed: %(coming)s.") % {"coming": coming})
    if unsaid := max(found.unsaid_fte, found.unsaid_amount):
        said.append(_("Promises of which nobody has said what was given: %(number)s.") % {"number": unsaid})
    return said


def _given(found: Promises) -> str:
    """Nought that is known is "nothing"; what nobody has said is not known."""
    if given := _resource(found.received_fte, found.received_amount):
        return given
    return formats.not_known() if found.received_fte is found.received_amount is None else _("nothing")


def _resource(fte: Decimal | None, amount: Decimal | None) -> str:
    """ "1.5 FTE, £20k": of the two what there is of it; "" where there is nothing."""
    parts = []
    if fte:
        parts.append(_("%(fte)s FTE") % {"fte": formats.fte(fte)})
    if amount:
        parts.append(formats.headline_money(amount))
    return ", ".join(parts)
