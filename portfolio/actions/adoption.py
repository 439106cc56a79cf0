"""An organisation's part in a product, saved once; and taken up again."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from portfolio.models import Participation, Product

STEPS = (Participation.State.INTERESTED, Participation.State.COMMITTED, Participation.State.ADOPTED)


class AlreadyTakesPartError(Exception):
    """Somebody added the same organisation to the same product at the same moment."""

    def __str__(self) -> str:
        return _("This organisation already takes part in this product.")


class NotWithdrawnError(Exception):
    """Only what was withdrawn can come back."""

    def __str__(self) -> str:
        return _("This organisation has not withdrawn: there is nothing to bring back.")


@transaction.atomic
def save_participation(*, form: Any) -> Participation | None:
    """Saves how an organisation takes part. None where somebody was quicker; two of one organisation are refused."""
    part: Participation = form.instance
    Product.objects.select_for_update().get(pk=part.product_id)
    others = Participation.objects.filter(product=part.product_id, organisation=part.organisation_id)
    if others.exclude(pk=part.pk).exists():
        raise AlreadyTakesPartError
    saved: Participation | None = form.save() if form.is_new else form.save_or_conflict()
    return saved


@transaction.atomic
def bring_back(*, form: Any, state: str, on: datetime.date) -> Participation | None:
    """Takes a withdrawal back: the state holds from the day, later states go, and history keeps what was.

    None where somebody was quicker. Raises NotWithdrawnError where it has not withdrawn.
    """
    part: Participation = form.instance
    kept = Participation.objects.select_for_update().get(pk=part.pk)
    if kept.state != Participation.State.WITHDRAWN:
        raise NotWithdrawnError
    part.state, part.withdrawn_on = state, None
    setattr(part, f"{state}_on", on)
    for later in STEPS[[*STEPS].index(Participation.State(state)) + 1 :]:
        setattr(part, f"{later}_on", None)
    saved: Participation | None = form.save_or_conflict()
    return saved
