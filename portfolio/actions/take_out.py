"""A row of a product's story taken out, because it was written down by mistake. Its history stays."""

from typing import Any

from django.db import transaction

from accounts.models import User
from kit.forms import LONGEST_REASON
from portfolio.queries.take_out import why_kept


class KeptError(Exception):
    """The row is part of what was promised, or is another's to take out; the words say which."""


@transaction.atomic
def take_out(*, row: Any, by: User, why: str = "") -> None:
    """Raises KeptError for a row that stays. One that somebody took out meanwhile is gone already."""
    kept = type(row)._base_manager.select_for_update().filter(pk=row.pk).first()
    if kept is None:
        return
    if words := why_kept(kept, by=by):
        raise KeptError(words)
    if why:
        kept._change_reason = why[:LONGEST_REASON]
    kept.delete()
