"""The last thing done to a post that can be taken back, read from its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from squads.models import Post

# What ending, extending and splitting change; a post changed in any other way is put right on its form.
CHANGED_BY_ACTS = frozenset({"planned_to", "state", "fte"})
# Why a post is as it was; kept in the history, so in both languages.
TAKEN_BACK = "Tynnwyd yn ôl / Taken back"


@dataclass(frozen=True)
class Act:
    """What a post was before the last thing done to it, by column, and why that was done."""

    before: Mapping[str, Any]
    now: Mapping[str, Any]
    reason: str
    was_split: bool


def split_words(post: Post) -> str:
    """Why a split changed or made a post; kept in the history, so in both languages."""
    return f"Rhannu swydd {post.pk} / Split of post {post.pk}"


def last_act(*, post: Post) -> Act | None:
    """None where the last change was of another kind, or none is kept. One query.

    Taking back is not itself taken back: the posts of a split and the days of a state are gone, and would not return.
    """
    rows = list(post.history.order_by("-history_date", "-history_id")[:2])
    if len(rows) < 2 or rows[0].history_type != "~" or rows[0].version != post.version:
        return None
    after, before = rows
    columns = [column.attname for column in Post._meta.concrete_fields if column.name not in ("id", "version")]
    changed = {name for name in columns if getattr(after, name) != getattr(before, name)}
    if not changed or changed - CHANGED_BY_ACTS:
        return None
    reason = after.history_change_reason or ""
    if reason == TAKEN_BACK:
        return None
    return Act(
        before={name: getattr(before, name) for name in sorted(changed)},
        now={name: getattr(after, name) for name in sorted(changed)},
        reason=reason,
        was_split=reason == split_words(post),
    )


def made_by_split(*, post: Post) -> "QuerySet[Post]":
    """The posts that splitting this one made, that are still there."""
    made = Post.history.filter(history_type="+", history_change_reason=split_words(post))
    return Post.objects.filter(pk__in=made.values("id"))
