"""How high an organisation puts a product, saved once a day."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from portfolio.models import Organisation, Priority


class AlreadySaidError(Exception):
    """The organisation's word on the product from that day is there already."""

    def __str__(self) -> str:
        return _("This organisation already gave this product a priority on that day.")


@transaction.atomic
def save_priority(*, form: Any) -> Priority | None:
    """None where somebody was quicker; a second word of one day is refused."""
    word: Priority = form.instance
    # One at a time for an organisation: two words of one day could each be saved unseen by the other.
    Organisation.objects.select_for_update().get(pk=word.organisation_id)
    others = Priority.objects.filter(product=word.product_id, organisation=word.organisation_id, since=word.since)
    if others.exclude(pk=word.pk).exists():
        raise AlreadySaidError
    saved: Priority | None = form.save() if form.is_new else form.save_or_conflict()
    return saved


@transaction.atomic
def take_back(*, word: Priority) -> None:
    """Deletes a word that was never said; the one before it holds again. History keeps it."""
    Priority.objects.select_for_update().get(pk=word.pk).delete()
