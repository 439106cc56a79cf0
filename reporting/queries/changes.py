"""What was added or changed lately among the rows a person may see: names of fields, never what was in them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import IntegerField, OuterRef, Subquery, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from kit import formats
from kit.history import rows_of_history
from kit.templatetags.kit import capital
from reporting.queries.watched import WATCHED, Watched

# Rows of one model by one person on one day beyond this many are told as a number.
TOLD_ONE_BY_ONE = 3
MOST = 50
# Kept by the record for itself: that they changed tells nobody anything.
UNTOLD = frozenset({"id", "version", "made_by", "signed_on"})


@dataclass(frozen=True)
class Change:
    """One thing that happened, in words, with where to look."""

    at: datetime.datetime
    who: str
    words: str
    url: str


def changes_since(*, user: User, since: datetime.datetime, most: int = MOST) -> list[Change]:
    """The latest changes first. One query, and two a watched model of which something changed."""
    found = [change for watched in _moved(since) for change in _changes(watched, user, since)]
    return sorted(found, key=lambda change: change.at, reverse=True)[:most]


def _moved(since: datetime.datetime) -> list[Watched]:
    """The models of which anything changed, whoever may see it: the others need not be asked. One query."""
    first, *others = (
        rows_of_history(watched.model)
        .filter(history_date__gte=since)
        .order_by()
        .annotate(watched_number=Value(number, output_field=IntegerField()))
        .values_list("watched_number", flat=True)
        for number, watched in enumerate(WATCHED)
    )
    return [WATCHED[number] for number in sorted(first.union(*others))]


def _changes(watched: Watched, user: User, since: datetime.datetime) -> Iterable[Change]:
    history = rows_of_history(watched.model)
    before = history.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id")).order_by("-history_id")
    rows = list(
        history.filter(history_date__gte=since, id__in=watched.rows(user).values("pk"))
        .select_related("history_user", *watched.related)
        .annotate(before_id=Subquery(before.values("history_id")[:1]))
        .order_by("-history_date", "-history_id")[:MOST]
    )
    earlier = history.in_bulk([row.before_id for row in rows if row.before_id], field_name="history_id")
    for (verb, who, _day), together in groupby(rows, key=_same):
        alike = list(together)
        if len(alike) > TOLD_ONE_BY_ONE:
            yield _many(watched, verb, who, alike)
        else:
            for row in alike:
                change = _one(watched, verb, who, row, earlier.get(row.before_id))
                if change is not None:
                    yield change


def _same(row: Any) -> tuple[str, str, datetime.date]:
    """Rows told as a number when there are many: the same thing done by the same person on the same day."""
    return row.history_type, str(row.history_user or ""), row.history_date.date()


def _many(watched: Watched, verb: str, who: str, rows: list[Any]) -> Change:
    """So many rows in one sentence. Where no more were asked for, there may be more than were counted."""
    count = len({row.id for row in rows})
    shown = _("%(count)s or more") % {"count": count} if len(rows) == MOST else formats.number(count)
    words = _("%(things)s were added") if verb == "+" else _("%(things)s were changed")
    said = words % {"things": str(watched.counted) % {"count": shown}}
    return Change(rows[0].history_date, who, said, reverse(watched.list_url))


def _one(watched: Watched, verb: str, who: str, row: Any, earlier: Any) -> Change | None:
    named = {"kind": watched.model._meta.verbose_name, "name": watched.name(row)}
    if verb == "+":
        words = capital(_("New %(kind)s: %(name)s") % named)
    else:
        fields = _changed_fields(row, earlier)
        if earlier is not None and not fields:
            return None
        named["fields"] = ", ".join(fields)
        words = (_("Changed: %(name)s – %(fields)s") if fields else _("Changed: %(name)s (%(kind)s)")) % named
    return Change(row.history_date, who, words, watched.url(row))


def _changed_fields(row: Any, earlier: Any) -> list[str]:
    if earlier is None:
        return []
    return [
        str(field.verbose_name)
        for field in row.tracked_fields
        if field.name not in UNTOLD and getattr(row, field.attname) != getattr(earlier, field.attname)
    ]
