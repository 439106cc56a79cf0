"""The office's word that products which look alike are not the same, and its taking back."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from accounts.models import User
from portfolio.models import NotAlike, Product


@transaction.atomic
def say_not_alike(
    *, products: Iterable[Product], others: Iterable[Product], by: User, on: datetime.date, reason: str
) -> int:
    """Says of each product that it is none of the others; how many pairs were new. What was said before stays."""
    wanted = {tuple(sorted((one.pk, other.pk))) for one in products for other in others if one.pk != other.pk}
    keys = {pk for pair in wanted for pk in pair}
    # Two who say the same at once wait for one another here.
    list(Product.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    said = set(NotAlike.objects.filter(first__in=keys, second__in=keys).values_list("first_id", "second_id"))
    rows = [
        NotAlike(first_id=first, second_id=second, said_by=by, said_on=on, reason=reason)
        for first, second in sorted(wanted - said)
    ]
    if rows:
        bulk_create_with_history(rows, NotAlike, batch_size=500, default_user=by)
    return len(rows)


def said_together(row: NotAlike) -> "Iterable[NotAlike]":
    """The rows that the same person gave the same reason for on the same day, this one among them."""
    return NotAlike.objects.filter(said_by=row.said_by_id, said_on=row.said_on, reason=row.reason)


@transaction.atomic
def take_back(*, row: NotAlike, all_together: bool) -> int:
    """Takes the word back, of one pair or of all that were said together; how many. Their history stays."""
    rows = list(said_together(row)) if all_together else [row]
    for one in rows:
        one.delete()
    return len(rows)
