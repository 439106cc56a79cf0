"""Forums: who belongs to them, and their meetings planned, recorded and taken out."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from portfolio.models import Forum, ForumMember, Meeting


class NotJustPlannedError(Exception):
    """What was held, missed or has people down for it is a record, and is not taken out."""

    def __str__(self) -> str:
        return _("This meeting was held or missed: it is part of the record and stays.")


@transaction.atomic
def choose_members(*, forum: Forum, seen: Iterable[int], chosen: Iterable[int]) -> tuple[int, int]:
    """Adds the organisations that were newly chosen and takes out those no longer chosen; gives the two numbers.

    Only what differs from what the person saw is done, so that two people who change different members at once
    each have their way.
    """
    Forum.objects.select_for_update().get(pk=forum.pk)
    before, after = set(seen), set(chosen)
    here = set(ForumMember.objects.filter(forum=forum).values_list("organisation", flat=True))
    added, gone = (after - before) - here, (before - after) & here
    for organisation in sorted(added):
        ForumMember.objects.create(forum=forum, organisation_id=organisation)
    for member in ForumMember.objects.filter(forum=forum, organisation__in=gone):
        member.delete()
    return len(added), len(gone)


@transaction.atomic
def plan_meetings(*, forum: Forum, days: Iterable[datetime.date], at: datetime.datetime) -> list[Meeting]:
    """A meeting due on each of the days that has none yet. In the history all have one moment, by which
    `planned_last` knows them again."""
    Forum.objects.select_for_update().get(pk=forum.pk)
    known = set(Meeting.objects.filter(forum=forum).values_list("due_on", flat=True))
    made: list[Any] = [Meeting(forum=forum, due_on=day) for day in sorted(set(days) - known)]
    for one in made:
        one._history_date = at
        one.save()
    return made


@transaction.atomic
def take_out_planned(*, forum: Forum, meetings: Iterable[int]) -> int:
    """Undoes planning: deletes those of the meetings that are still no more than due, and gives their number."""
    rows = Meeting.objects.select_for_update().filter(forum=forum, pk__in=list(meetings), state=Meeting.State.DUE)
    planned = [one for one in rows if not one.attended.exists()]
    for one in planned:
        one.delete()
    return len(planned)


@transaction.atomic
def take_out(*, meeting: Meeting) -> None:
    """Deletes a meeting that is no more than due. Raises NotJustPlannedError for any other."""
    found = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if found.state != Meeting.State.DUE:
        raise NotJustPlannedError
    found.delete()
