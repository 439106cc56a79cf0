"""How far the recruitment of one post has come: each stage with its day, and how long it took."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kit import formats
from squads.models import Post, PostStateChange
from squads.queries.months import GONE, PRESENT
from squads.queries.vacancies import STAGES

WAY = (*STAGES, Post.State.FILLED)


@dataclass(frozen=True)
class Step:
    """One stage of the way from a plan to a person. `on` is None of a stage not reached, or passed with no day kept."""

    state: str
    name: str
    on: datetime.date | None
    days: int | None  # from here to the next stage or, of the present one, to today
    is_present: bool
    is_reached: bool


@dataclass(frozen=True)
class Recruitment:
    """The latest time that somebody was sought for a post."""

    steps: list[Step]
    state_since: datetime.date | None
    in_state: int | None
    vacant_since: datetime.date | None


def recruitment_of(*, post: Post, changes: list[PostStateChange], on: datetime.date) -> Recruitment:
    """From the changes of a post's state, fetched already. What came before the last departure is history."""
    ordered = sorted(changes, key=lambda change: (change.on, change.pk))
    since = ordered[-1].on if ordered and ordered[-1].state == post.state else None
    times_filled = [at for at, one in enumerate(ordered) if one.state in PRESENT]
    is_empty = post.state not in [*PRESENT, *GONE]
    # Before the last departure somebody else was sought; of a filled post, before the departure before that.
    behind = times_filled if is_empty else times_filled[:-1]
    latest = ordered[behind[-1] + 1 :] if behind else ordered
    vacant_since: datetime.date | None = None
    if is_empty and behind and latest:
        vacant_since = latest[0].on
    elif is_empty and post.planned_from <= on:
        vacant_since = post.planned_from
    return Recruitment(_steps(post, latest, on), since, None if since is None else (on - since).days, vacant_since)


def _steps(post: Post, changes: list[PostStateChange], on: datetime.date) -> list[Step]:
    began = {change.state: change.on for change in changes}
    at = WAY.index(post.state) if post.state in WAY else -1
    dated = [began.get(state) if number <= at else None for number, state in enumerate(WAY)]
    steps = []
    for number, (state, day) in enumerate(zip(WAY, dated, strict=True)):
        following = next((later for later in dated[number + 1 :] if later is not None), None)
        until = on if number == at else following
        steps.append(
            Step(
                state=state.value,
                name=str(state.label),
                on=day,
                days=None if day is None or until is None or state in PRESENT else (until - day).days,
                is_present=number == at,
                is_reached=number <= at,
            )
        )
    return steps


def stage_words(post: Post, *, on: datetime.date, since: datetime.date | None) -> str:
    """The state of a post and for how long, for a table or beside its picture."""
    if since is None or since > on:
        # With no day on record, or for a day to come, there is nothing to count.
        return str(post.get_state_display())
    return _("%(state)s, %(days)s days") % {
        "state": post.get_state_display(),
        "days": formats.number((on - since).days),
    }
