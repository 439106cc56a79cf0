"""Contracts one by one: which are over, and which end soon."""

import datetime
from typing import Any

from django.db.models import BooleanField, Case, Count, IntegerField, Q, QuerySet, Sum, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from portfolio.models import Contract
from portfolio.queries.calendar import months_later

# The months within which a contract may be asked to end.
WITHIN = (3, 6, 12, 24)
# Within how many of them it is high time to think of what follows.
SOON = 6


def with_standing(rows: QuerySet[Contract], on: datetime.date) -> QuerySet[Contract]:
    """Adds `is_over`, and `ends_within`: the fewest of the months asked about in which it ends, null for none."""
    soon = [When(end__lte=months_later(on, months), then=Value(months)) for months in WITHIN]
    return rows.annotate(
        is_over=Case(When(end__lte=on, then=Value(True)), default=Value(False), output_field=BooleanField()),
        ends_within=Case(When(end__lte=on, then=Value(None)), *soon, default=Value(None), output_field=IntegerField()),
    )


def contracts_finding(rows: Any) -> list[str]:
    """Of rows of `with_standing`: what ends soon, and what those that are not over are worth. One query."""
    standing = Q(is_over=False)
    found = rows.order_by().aggregate(
        all=Count("pk"),
        standing=Count("pk", filter=standing),
        soon=Count("pk", filter=Q(ends_within__lte=SOON)),
        value=Sum("annual_value", filter=standing),
        missing=Count("pk", filter=standing & Q(annual_value__isnull=True)),
    )
    if not found["standing"]:
        return [_("Each of these contracts is over.")] if found["all"] else []
    said = ngettext("One contract ends within 6 months.", "%(number)s contracts end within 6 months.", found["soon"])
    sentences = [formats.counted(said, found["soon"]) if found["soon"] else _("No contract ends within 6 months.")]
    if found["value"] is not None:
        said = ngettext(
            "The one that is not over is worth %(value)s a year.",
            "The %(number)s that are not over are worth %(value)s a year.",
            found["standing"],
        )
        value = formats.headline_money(found["value"])
        sentences.append(formats.counted(said, found["standing"], value=value))
    if found["missing"]:
        said = ngettext("The value of one is not known.", "The value of %(number)s is not known.", found["missing"])
        sentences.append(formats.counted(said, found["missing"]))
    return [" ".join(sentences)]
