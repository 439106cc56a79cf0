"""The posts of a squad over time: when somebody was and will be there, of which kind, and when nobody is."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kit import formats, periods
from squads.models import ONE_DAY, Employment, Post, PostStateChange
from squads.queries.months import GONE, PRESENT

YEARS_BEFORE, YEARS_AFTER = 1, 3
MONTH = 365.25 / 12


@dataclass(frozen=True)
class Spell:
    """Some days of a post. `kind` is how it is drawn; `end` is the first day after them, None with no end planned."""

    kind: str  # "permanent", "contractor" or "vacant"
    start: datetime.date
    end: datetime.date | None

    def months(self, until: datetime.date) -> int:
        """Months from its beginning to its end, to the nearest; at least one."""
        return max(1, round(((self.end or until) - self.start).days / MONTH))


@dataclass(frozen=True)
class Line:
    """A post with its spells, each within the years shown."""

    post: Post
    spells: list[Spell]
    state_since: datetime.date | None
    vacant_since: datetime.date | None


@dataclass(frozen=True)
class Timeline:
    """A squad's posts from `start` to `end`, both of them the first day of a financial year."""

    start: datetime.date
    end: datetime.date
    on: datetime.date
    lines: list[Line]

    @property
    def years(self) -> range:
        return range(self.start.year, self.end.year)


def years_around(on: datetime.date) -> tuple[datetime.date, datetime.date]:
    year = periods.financial_year_of(on)
    return periods.first_day(year - YEARS_BEFORE), periods.first_day(year + YEARS_AFTER)


def timeline_of(*, posts: Sequence[Post], on: datetime.date) -> Timeline:
    """`posts` with their role and state changes fetched. Those with nothing in these years are left out."""
    start, end = years_around(on)
    lines = []
    for post in posts:
        changes = sorted(post.state_changes.all(), key=lambda change: (change.on, change.pk))
        whole = spells_of(post=post, changes=changes)
        shown = [found for spell in whole if (found := _within(spell, start, end)) is not None]
        if shown:
            since = changes[-1].on if changes and changes[-1].state == post.state else None
            lines.append(Line(post, shown, since, _vacant_since(post, whole, on)))
    return Timeline(start, end, on, lines)


def spells_of(*, post: Post, changes: Iterable[PostStateChange]) -> list[Spell]:
    """All of a post's days. A post with no changes on record has been in its state from the first day.

    Nobody is expected before the day a post is planned from, so that no gap is drawn there; somebody who came sooner
    was there.
    """
    filled_as = "contractor" if post.employment in Employment.contractors() else "permanent"
    turns = [(change.on, change.state) for change in changes] or [(post.planned_from, post.state)]
    spells: list[Spell] = []
    for number, (day, state) in enumerate(turns):
        until = turns[number + 1][0] if number + 1 < len(turns) else post.planned_to
        if state in GONE:
            continue
        kind = filled_as if state in PRESENT else "vacant"
        began = max(day, post.planned_from) if kind == "vacant" else day
        _add(spells, Spell(kind, began, _sooner(until, post.planned_to)))
    return spells


def _sooner(one: datetime.date | None, other: datetime.date | None) -> datetime.date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _add(spells: list[Spell], spell: Spell) -> None:
    """Adds days that follow; two spells of a kind that touch become one."""
    if spell.end is not None and spell.end <= spell.start:
        return
    if spells and spells[-1].kind == spell.kind and spells[-1].end == spell.start:
        spells[-1] = Spell(spell.kind, spells[-1].start, spell.end)
    else:
        spells.append(spell)


def _within(spell: Spell, start: datetime.date, end: datetime.date) -> Spell | None:
    if spell.start >= end or (spell.end is not None and spell.end <= start):
        return None
    until = None if spell.end is None or spell.end > end else spell.end
    return Spell(spell.kind, max(spell.start, start), until)


def _vacant_since(post: Post, spells: list[Spell], on: datetime.date) -> datetime.date | None:
    if post.state in [*PRESENT, *GONE] or not spells or spells[-1].kind != "vacant":
        return None
    return spells[-1].start if spells[-1].start <= on else None


def spell_words(line: Line, *, end: datetime.date) -> str:
    """What the picture of one post says, in words."""
    said = []
    for spell in line.spells:
        words = {
            "kind": _kind(spell.kind),
            "start": formats.date(spell.start),
            "end": formats.date(spell.end - ONE_DAY) if spell.end else "",
            "months": formats.number(spell.months(end)),
        }
        if spell.kind == "vacant" and spell.end:
            said.append(_("nobody from %(start)s to %(end)s (months: %(months)s)") % words)
        elif spell.kind == "vacant":
            said.append(_("nobody from %(start)s (months of these years: %(months)s)") % words)
        elif spell.end:
            said.append(_("%(kind)s from %(start)s to %(end)s") % words)
        else:
            said.append(_("%(kind)s from %(start)s, no end planned in these years") % words)
    return "; ".join(said)


def _kind(kind: str) -> str:
    return _("contractor") if kind == "contractor" else _("permanent")
