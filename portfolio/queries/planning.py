"""A forum's meetings to come: what its rhythm asks for, and what somebody planned last."""

import datetime

from django.db.models import QuerySet

from accounts.models import User
from kit.history import rows_of_history
from portfolio.models import Forum, Meeting
from portfolio.queries.calendar import DAY, months_later


def meetings_to_plan(*, forum: Forum, on: datetime.date) -> list[datetime.date]:
    """The days of the next year's meetings, by the forum's rhythm, from the last that is known; those that are down
    already are left out, and so is what falls after the forum's end. A Saturday or Sunday moves to the Monday.

    Empty where the forum has no rhythm. One query.
    """
    if not forum.months_between:
        return []
    known = set(Meeting.objects.filter(forum=forum).values_list("due_on", flat=True))
    start = max(known, default=forum.since or on)
    until, step = months_later(on, 12), 0
    found: list[datetime.date] = []
    while True:
        step += 1
        day = _working_day(months_later(start, step * forum.months_between))
        if day > until or (forum.until and day >= forum.until):
            return found
        if day >= on and day not in known:
            found.append(day)


def _working_day(day: datetime.date) -> datetime.date:
    return day + DAY * (7 - day.weekday()) if day.weekday() > 4 else day


def planned_last(*, forum: Forum, user: User) -> QuerySet[Meeting]:
    """Of the meetings that this person planned last, all at once, those that are still no more than due.

    Read from the history, which outlives a session: whoever signs in again tomorrow can still undo it.
    """
    made = rows_of_history(Meeting).filter(forum=forum.pk, history_type="+", history_user=user)
    latest = made.order_by("-history_date").values("history_date")[:1]
    keys = made.filter(history_date__in=latest).values("id")
    return forum.meetings.filter(pk__in=keys, state=Meeting.State.DUE).order_by("due_on")
