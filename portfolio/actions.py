"""Changes of a product that need more than one row, or a rule."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from portfolio.models import PhaseChange, Product


class PhaseOutOfOrderError(Exception):
    """A phase cannot begin before the one it follows."""

    def __init__(self, after: datetime.date) -> None:
        self.after = after

    def __str__(self) -> str:
        return _("The phase before it began later than that day.")


@transaction.atomic
def save_product(*, form: Any, phase: str, on: datetime.date) -> Product | None:
    """Saves the form and, where the phase has changed, the day of its change. None where somebody was quicker."""
    product: Product = form.instance
    before = Product.objects.filter(pk=product.pk).values_list("phase", flat=True).first() if product.pk else None
    product.phase = phase
    saved: Product | None = form.save() if product.pk is None else form.save_or_conflict()
    if saved is not None and phase != before:
        record_phase(product=saved, phase=phase, on=on)
    return saved


@transaction.atomic
def record_phase(*, product: Product, phase: str, on: datetime.date) -> PhaseChange:
    """Notes that a product entered a phase on a day. Raises PhaseOutOfOrderError before the latest one."""
    latest = PhaseChange.objects.select_for_update().filter(product=product).order_by("-on").first()
    if latest is not None and latest.on > on:
        raise PhaseOutOfOrderError(latest.on)
    change, made = PhaseChange.objects.get_or_create(product=product, on=on, defaults={"phase": phase})
    if not made:
        change.phase = phase
        change.save()
    return change
