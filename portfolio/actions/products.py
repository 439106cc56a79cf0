"""A product saved with the day its phase began."""

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
    """Saves the form and the day its phase began. None where somebody was quicker."""
    product: Product = form.instance
    product.phase = phase
    saved: Product | None = form.save() if form.is_new else form.save_or_conflict()
    if saved is not None:
        record_phase(product=saved, phase=phase, on=on)
    return saved


@transaction.atomic
def record_phase(*, product: Product, phase: str, on: datetime.date) -> PhaseChange:
    """Notes that a product entered a phase on a day, or puts right the day of the phase it is in.

    Raises PhaseOutOfOrderError where the phase before it began later.
    """
    rows = PhaseChange.objects.select_for_update().filter(product=product).order_by("-on", "-pk")
    latest = rows.first()
    # Two phases on one day: the later word holds.
    same = latest is not None and (latest.phase == phase or latest.on == on)
    change = latest if latest is not None and same else PhaseChange(product=product)
    before = rows.exclude(pk=change.pk).first()
    if before is not None and (before.on > on or (same and before.on == on)):
        raise PhaseOutOfOrderError(before.on)
    if (change.phase, change.on) != (phase, on):
        change.phase, change.on = phase, on
        change.save()
    return change
