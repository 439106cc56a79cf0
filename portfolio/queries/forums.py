"""Boards and groups: which have stopped meeting, and who is not in the room."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateField,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from kit.bilingual import pair_field
from portfolio.models import Forum, Meeting, Organisation
from portfolio.queries.calendar import DAY, months_later

State = Meeting.State
# As many meetings as attendance is judged by, and drawn for.
LAST = 12
# The rhythms a forum can have (Forum's own bounds).
RHYTHMS = range(1, 25)
SOON = datetime.timedelta(days=30)


def past(on: datetime.date) -> Q:
    """Meetings that were held or missed, or should have been: due before today and never said to have been held."""
    return ~Q(state=State.DUE) | Q(due_on__lt=on)


def with_meetings(forums: QuerySet[Forum], on: datetime.date) -> QuerySet[Forum]:
    """Each with its members, its last meeting held, its next one due, how many were held and missed in a year, and
    `stopped`: no meeting was held within twice the months between its meetings, or the last two were missed.

    A forum without a rhythm can only be seen to have stopped by its missed meetings; one younger than twice its
    rhythm has not stopped yet.
    """
    mine = Meeting.objects.filter(forum=OuterRef("pk"))
    a_year_ago = months_later(on, -12)
    latest = mine.filter(past(on)).order_by("-due_on", "-pk")
    too_long_ago = Case(
        *(When(months_between=months, then=Value(months_later(on, -2 * months))) for months in RHYTHMS),
        default=None,
        output_field=DateField(),
    )
    last_held = mine.filter(state=State.HELD).order_by().values("forum").annotate(day=Max("held_on")).values("day")
    next_due = (
        mine.filter(state=State.DUE, due_on__gte=on)
        .order_by()
        .values("forum")
        .annotate(day=Min("due_on"))
        .values("day")
    )
    # The day it last showed itself: a meeting held, or else its beginning; long ago where neither is known, although
    # meetings of it have been due.
    sign = Coalesce(
        Subquery(last_held), F("since"), Case(When(Exists(mine.filter(past(on))), then=Value(datetime.date.min)))
    )
    rows = forums.annotate(
        member_count=Count("members", distinct=True),
        last_held=Subquery(last_held),
        next_due=Subquery(next_due),
        held_in_year=_counted(mine.filter(state=State.HELD, held_on__gt=a_year_ago)),
        missed_in_year=_counted(mine.missed(on).filter(due_on__gt=a_year_ago)),
    ).alias(
        last_sign=sign,
        too_long_ago=too_long_ago,
        last_state=Subquery(latest.values("state")[:1]),
        state_before=Subquery(latest.values("state")[1:2]),
    )
    not_held = (State.MISSED, State.DUE)
    missed_twice = Q(last_state__in=not_held, state_before__in=not_held)
    silent = Q(last_sign__lt=F("too_long_ago"))
    return rows.annotate(
        stopped=Case(When(silent | missed_twice, then=Value(True)), default=Value(False), output_field=BooleanField())
    )


def _counted(meetings: QuerySet[Meeting]) -> Any:
    rows = meetings.order_by().values("forum").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(rows), 0)


def forums_finding(rows: Sequence[Any]) -> list[str]:
    """Of rows of `with_meetings`."""
    if not rows:
        return [_("No forum is known.")]
    stopped = [row for row in rows if row.stopped]
    held, missed = sum(row.held_in_year for row in rows), sum(row.missed_in_year for row in rows)
    if stopped:
        names, more = ", ".join(str(row.name) for row in stopped[:3]), len(stopped) - 3
        names += _(" and %(more)s more") % {"more": more} if more > 0 else ""
        words = ngettext(
            "One forum has stopped meeting: %(names)s.",
            "%(number)s forums have stopped meeting: %(names)s.",
            len(stopped),
        )
        said = [formats.counted(words, len(stopped), names=names)]
    else:
        said = [_("None of them has stopped meeting.")]
    words = ngettext("One meeting was held in the last year.", "%(number)s meetings were held in the last year.", held)
    meetings = formats.counted(words, held) if held else _("No meeting was held in the last year.")
    if missed:
        meetings += " " + formats.counted(ngettext("One was missed.", "%(number)s were missed.", missed), missed)
    return [*said, meetings]


@dataclass(frozen=True)
class Attendance:
    """One organisation over the last meetings held: `marks` by meeting, None where that one was not held, or the
    organisation did not exist: nobody is blamed for a meeting held before its first day or after its last."""

    organisation: Organisation
    member: bool
    marks: list[bool | None]

    @property
    def attended(self) -> int:
        return sum(mark is True for mark in self.marks)

    @property
    def held(self) -> int:
        return sum(mark is not None for mark in self.marks)

    @property
    def seldom(self) -> bool:
        """A member who came to none, or to fewer than half."""
        return self.member and self.held > 0 and 2 * self.attended < self.held


@dataclass(frozen=True)
class Room:
    """Who belongs in a forum's room, and who was there."""

    meetings: list[Meeting]  # the last that are past, the oldest first
    rows: list[Attendance]
    outside: list[Organisation]  # local authorities that are no members

    @property
    def held(self) -> int:
        return sum(one.state == State.HELD for one in self.meetings)

    @property
    def absent(self) -> list[Attendance]:
        return [row for row in self.rows if row.seldom]


def room_of(*, forum: Forum, on: datetime.date) -> Room:
    """Members by name, then others who came. Five queries."""
    meetings = list(
        Meeting.objects.filter(past(on), forum=forum).order_by("-due_on", "-pk").prefetch_related("attended")[:LAST]
    )[::-1]
    members = list(Organisation.objects.filter(forum_memberships__forum=forum).order_by(pair_field("name"), "pk"))
    came: defaultdict[int, set[int]] = defaultdict(set)
    guests: dict[int, Organisation] = {}
    belonging = {one.pk for one in members}
    for meeting in meetings:
        for organisation in meeting.attended.all():
            came[organisation.pk].add(meeting.pk)
            if organisation.pk not in belonging:
                guests[organisation.pk] = organisation
    everybody = [*members, *sorted(guests.values(), key=lambda one: str(one.name).casefold())]
    rows = [
        Attendance(
            one,
            one.pk in belonging,
            [meeting.pk in came[one.pk] if _could_come(one, meeting) else None for meeting in meetings],
        )
        for one in everybody
    ]
    outside = Organisation.objects.authorities().on(on).exclude(pk__in=belonging)
    return Room(meetings, rows, list(outside.order_by(pair_field("name"), "pk")))


def _could_come(organisation: Organisation, meeting: Meeting) -> bool:
    return meeting.held_on is not None and organisation.existed_on(meeting.held_on)


def forum_finding(forum: Any, room: Room, on: datetime.date) -> list[str]:
    """Whether it meets, and who is not there; of a row of `with_meetings`."""
    if forum.until and forum.until <= on:
        return [_("It is no longer there: its last day was %(day)s.") % {"day": formats.date(forum.until - DAY)}]
    last = _("It last met on %(day)s.") % {"day": formats.date(forum.last_held)}
    if forum.last_held is None:
        last = _("No meeting of it is known to have been held.")
    if forum.stopped:
        last = _("It has stopped meeting.") + " " + last
    said = [last]
    if forum.next_due:
        said[0] += " " + _("The next one is due on %(day)s.") % {"day": formats.date(forum.next_due)}
    elif not forum.stopped:
        said[0] += " " + _("No other is planned.")
    if room.absent:
        said.append(
            _("Members who came to none, or to fewer than half, of the last meetings held: %(number)s of %(members)s.")
            % {"number": len(room.absent), "members": sum(row.member for row in room.rows)}
        )
    elif room.held and any(row.member for row in room.rows):
        said.append(_("Every member came to half or more of the last meetings held."))
    if room.outside:
        said.append(_("Local authorities that are no members: %(number)s.") % {"number": len(room.outside)})
    return said


def meetings_of(*, forum: Forum) -> QuerySet[Meeting]:
    """The latest first, each with how many attended."""
    return forum.meetings.annotate(attendance=Count("attended", distinct=True)).order_by("-due_on", "-pk")


def with_attendance(rows: QuerySet[Meeting], on: datetime.date) -> QuerySet[Meeting]:
    """Adds how many organisations attended, null where it was not held."""
    held = Case(When(state=State.HELD, then=Count("attended", distinct=True)), default=None)
    return rows.annotate(attendance=held)


def meetings_finding(rows: Any, *, on: datetime.date) -> list[str]:
    """Of the meetings that are shown: what nobody has recorded, what is due soon, what became of others. One query."""
    due = Q(state=State.DUE)
    found = rows.order_by().aggregate(
        all=Count("pk"),
        waiting=Count("pk", filter=due & Q(due_on__lt=on)),
        soon=Count("pk", filter=due & Q(due_on__gte=on, due_on__lte=on + SOON)),
        held=Count("pk", filter=Q(state=State.HELD)),
        missed=Count("pk", filter=Q(state=State.MISSED)),
    )
    if not found["all"]:
        return []
    waiting, soon, held, missed = (found[name] for name in ("waiting", "soon", "held", "missed"))
    said = ngettext(
        "One meeting was due, and nobody has said whether it was held.",
        "%(number)s meetings were due, and nobody has said whether they were held.",
        waiting,
    )
    none = _("No meeting waits for somebody to say whether it was held.")
    sentences = [formats.counted(said, waiting) if waiting else none]
    if soon:
        said = ngettext("One is due within 30 days.", "%(number)s are due within 30 days.", soon)
        sentences.append(formats.counted(said, soon))
    if held:
        sentences.append(formats.counted(ngettext("One was held.", "%(number)s were held.", held), held))
    if missed:
        sentences.append(formats.counted(ngettext("One was missed.", "%(number)s were missed.", missed), missed))
    return [" ".join(sentences)]
