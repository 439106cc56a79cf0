"""Changes of a squad that need more than one row, or a rule."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from squads.models import Assignment, Post, PostStateChange, Squad


class AlreadyAssignedError(Exception):
    """A squad cannot work on one product twice on the same day: its time there would be counted twice."""

    def __str__(self) -> str:
        return _("This squad already works on this product in those days.")


@transaction.atomic
def save_post(*, form: Any, on: datetime.date) -> Post | None:
    """Saves the form and the day its state began. None where somebody was quicker."""
    saved: Post | None = form.save() if form.is_new else form.save_or_conflict()
    if saved is not None:
        record_state(post=saved, on=on)
    return saved


@transaction.atomic
def record_state(*, post: Post, on: datetime.date) -> PostStateChange:
    """Notes the day on which a post entered the state it is in, or puts that day right."""
    latest = PostStateChange.objects.select_for_update().filter(post=post).order_by("-on", "-pk").first()
    if latest is None or latest.state != post.state:
        return PostStateChange.objects.create(post=post, state=post.state, on=on)
    if latest.on != on:
        latest.on = on
        latest.save()
    return latest


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
