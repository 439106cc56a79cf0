"""What a squad works on, saved once."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from squads.models import Assignment, Squad


class AlreadyAssignedError(Exception):
    """A squad cannot work on one product twice on the same day: its time there would be counted twice."""

    def __str__(self) -> str:
        return _("This squad already works on this product in those days.")


@transaction.atomic
def save_assignment(*, form: Any) -> Assignment | None:
    """Saves what a squad works on. None where somebody was quicker; two that overlap are refused."""
    assignment: Assignment = form.instance
    # One at a time for a squad: two that overlap could each be saved unseen by the other.
    Squad.objects.select_for_update().get(pk=assignment.squad_id)
    others = Assignment.objects.filter(squad=assignment.squad_id, product=assignment.product_id)
    others = others.exclude(pk=assignment.pk).filter(Q(end__isnull=True) | Q(end__gt=assignment.start))
    if assignment.end is not None:
        others = others.filter(start__lt=assignment.end)
    if others.exists():
        raise AlreadyAssignedError
    saved: Assignment | None = form.save() if form.is_new else form.save_or_conflict()
    return saved
