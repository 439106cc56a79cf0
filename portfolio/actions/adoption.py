"""An organisation's part in a product, saved once."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from portfolio.models import Participation, Product


class AlreadyTakesPartError(Exception):
    """Somebody added the same organisation to the same product at the same moment."""

    def __str__(self) -> str:
        return _("This organisation already takes part in this product.")


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
