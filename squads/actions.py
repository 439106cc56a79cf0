"""Changes of a post that need more than one row."""

import datetime
from typing import Any

from django.db import transaction

from squads.models import Post, PostStateChange


@transaction.atomic
def save_post(*, form: Any, on: datetime.date) -> Post | None:
    """Saves the form and, where the state has changed, the day of its change. None where somebody was quicker."""
    post: Post = form.instance
    before = Post.objects.filter(pk=post.pk).values_list("state", flat=True).first() if post.pk else None
    saved: Post | None = form.save() if post.pk is None else form.save_or_conflict()
    if saved is not None and saved.state != before:
        PostStateChange.objects.create(post=saved, state=saved.state, on=on)
    return saved
