"""Superseding a rate or an assumption, and signing what somebody else has made."""

import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from funding.models import Assumption, Rate

Figure = TypeVar("Figure", Assumption, Rate)


class OwnFigureError(Exception):
    """Nobody signs what they made themselves."""

    def __str__(self) -> str:
        return _("A figure is signed by somebody other than the person who made it.")


class AlreadySignedError(Exception):
    """A shipped default or a signed figure takes no signature."""

    def __str__(self) -> str:
        return _("This figure does not await a signature.")


@transaction.atomic
def propose(*, form: Any, by: User, reason: str) -> Any:
    """Keeps a figure that counts once somebody else has signed it."""
    form.instance.made_by = by
    form.instance._change_reason = reason
    return form.save()


@transaction.atomic
def sign(*, model: type[Figure], pk: int, by: User, on: datetime.date) -> Figure:
    """Signs a figure. Raises OwnFigureError for its maker and AlreadySignedError where there is nothing to sign."""
    figure: Figure = model.objects.select_for_update().get(pk=pk)
    if not figure.awaits_signature:
        raise AlreadySignedError
    if figure.made_by_id == by.pk:
        raise OwnFigureError
    figure.signed_by, figure.signed_on = by, on
    figure._change_reason = _("Signed.")  # type: ignore[attr-defined]
    figure.save()
    return figure
