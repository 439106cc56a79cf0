"""Contracts one by one: which are over, and which end soon."""

import datetime

from django.db.models import BooleanField, Case, IntegerField, QuerySet, Value, When

from portfolio.models import Contract
from portfolio.queries.calendar import months_later

# The months within which a contract may be asked to end.
WITHIN = (3, 6, 12, 24)


def with_standing(rows: QuerySet[Contract], on: datetime.date) -> QuerySet[Contract]:
    """Adds `is_over`, and `ends_within`: the fewest of the months asked about in which it ends, null for none."""
    soon = [When(end__lte=months_later(on, months), then=Value(months)) for months in WITHIN]
    return rows.annotate(
        is_over=Case(When(end__lte=on, then=Value(True)), default=Value(False), output_field=BooleanField()),
        ends_within=Case(When(end__lte=on, then=Value(None)), *soon, default=Value(None), output_field=IntegerField()),
    )
