"""A post saved with the day its state began."""

import datetime
from typing import Any

from django.db import transaction

from squads.models import Post, PostStateChange


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
