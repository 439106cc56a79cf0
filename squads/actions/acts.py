"""What is done to a post: ended, extended, split in two, and the last of these taken back."""

import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from kit import formats
from kit.versions import save_if_current
from squads.actions.posts import record_state
from squads.models import ONE_DAY, Conversion, Post, PostStateChange
from squads.queries.history import TAKEN_BACK, last_act, made_by_split, split_words
from squads.queries.months import GONE, PRESENT


class ActError(Exception):
    """Why something cannot be done to a post, in words; `field` is the box it is said beside, "" for none."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.field = field


def locked(post: Post) -> Post:
    return Post.objects.select_for_update(of=("self",)).select_related("squad", "role").get(pk=post.pk)


def _still_there(post: Post) -> None:
    if post.state in GONE:
        raise ActError(_("This post has ended already."))


@transaction.atomic
def end_post(*, post: Post, version: int, last_day: datetime.date | None, reason: str, on: datetime.date) -> Post:
    """Ends a post after a day; with no day, one that has not begun is dropped. Raises ActError, StaleVersion."""
    found = locked(post)
    _still_there(found)
    if last_day is None:
        if found.planned_from <= on:
            raise ActError(_("This post has begun: enter its last day."), "last_day")
        found.state = Post.State.ENDED
        _set(found, version, reason)
        record_state(post=found, on=on)
        return found
    if last_day < found.planned_from:
        raise ActError(
            _("The post begins on %(day)s: it cannot end before that.") % {"day": formats.date(found.planned_from)},
            "last_day",
        )
    found.planned_to = last_day + ONE_DAY
    if found.planned_to <= on:
        _no_state_after(found, found.planned_to)
        found.state = Post.State.ENDED
    _set(found, version, reason)
    if found.state in GONE:
        record_state(post=found, on=found.planned_to)
    return found


def _no_state_after(post: Post, day: datetime.date) -> None:
    latest = post.state_changes.order_by("-on", "-pk").first()
    if latest is not None and latest.on > day:
        raise ActError(
            _("It became “%(state)s” on %(day)s, which is later than that.")
            % {"state": latest.get_state_display(), "day": formats.date(latest.on)},
            "last_day",
        )


@transaction.atomic
def extend_post(*, post: Post, version: int, last_day: datetime.date | None, reason: str) -> Post:
    """Gives a post a later last day, or none. Raises ActError, StaleVersion."""
    found = locked(post)
    _still_there(found)
    if found.last_day is None:
        raise ActError(_("This post has no last day: there is nothing to extend."))
    if last_day is not None and last_day <= found.last_day:
        raise ActError(
            _("Its last day is %(day)s: enter a later one.") % {"day": formats.date(found.last_day)}, "last_day"
        )
    found.planned_to = None if last_day is None else last_day + ONE_DAY
    _set(found, version, reason)
    return found


@transaction.atomic
def split_post(
    *,
    post: Post,
    version: int,
    begins: datetime.date,
    first: Decimal,
    second: Decimal,
    second_filled: bool,
    on: datetime.date,
) -> list[Post]:
    """Makes two posts of one from a day, and gives both. Before that day the one stays as it was.

    From its very first day the one becomes the first of the two. Raises ActError, StaleVersion.
    """
    found = locked(post)
    _still_there(found)
    if first + second != found.fte:
        raise ActError(_("The two must add up to the FTE of the post."), "second")
    if Conversion.objects.filter(contractor=found).exists() or Conversion.objects.filter(permanent=found).exists():
        raise ActError(
            _("This post is part of a conversion: take that back first, then split it and convert the parts.")
        )
    if begins < found.planned_from or (found.planned_to is not None and begins >= found.planned_to):
        raise ActError(_("The post is not there on that day: choose one on which it is."), "begins")
    was, holder = found.state, found.holder
    parts = []
    if begins == found.planned_from:
        found.fte = first
        parts.append(found)
    else:
        parts.append(_part(found, begins, first, was, holder))
    state = was if second_filled else Post.State.PLANNED
    parts.append(_part(found, begins, second, state, ""))
    if begins > found.planned_from:
        found.planned_to = begins
        if begins <= on:
            _no_state_after(found, begins)
            found.state = Post.State.ENDED
    _set(found, version, split_words(found))
    if found.state in GONE:
        record_state(post=found, on=begins)
    for part in parts:
        if part.pk is None:
            part._change_reason = split_words(found)
            part.save()
            record_state(post=part, on=begins if part.state in PRESENT else min(on, begins))
    return parts


def _part(post: Post, begins: datetime.date, fte: Decimal, state: str, holder: str) -> Post:
    kept: dict[str, Any] = {
        name: getattr(post, name)
        for name in ("squad", "role", "employment", "planned_to", "evidence", "source_cy", "source_en")
    }
    return Post(**kept, planned_from=begins, fte=fte, state=state, holder=holder)


@transaction.atomic
def take_back(*, post: Post, version: int) -> Post:
    """Puts a post back as it was before the last thing done to it. Raises ActError, StaleVersion."""
    found = locked(post)
    act = last_act(post=found)
    if act is None:
        raise ActError(_("There is nothing to take back, or the post has been changed in another way since."))
    made = list(made_by_split(post=found)) if act.was_split else []
    for part in made:
        if part.version != 1 or part.history.count() > 1:
            raise ActError(_("One of the posts that the split made has been changed since, so it stays."))
    state_now = found.state
    for name, value in act.before.items():
        setattr(found, name, value)
    _set(found, version, TAKEN_BACK)
    if found.state != state_now:
        latest = PostStateChange.objects.filter(post=found).order_by("-on", "-pk").first()
        if latest is not None and latest.state == state_now:
            latest.delete()
    try:
        for part in made:
            part.delete()
    except ProtectedError as fault:
        raise ActError(_("One of the posts that the split made is part of a conversion, so it stays.")) from fault
    return found


def _set(post: Post, version: int, reason: str) -> None:
    post._change_reason = reason  # type: ignore[attr-defined]
    save_if_current(post, version=version)
