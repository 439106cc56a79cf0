"""Squads promised twice: the days on which the shares of a squad's time add up to more than all of it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from squads.models import ONE_DAY, Assignment, Squad

WHOLE = Decimal(1)


class Share(NamedTuple):
    """A share of a squad's time from one day to before another; None is no end."""

    start: datetime.date
    end: datetime.date | None
    share: Decimal


class Period(NamedTuple):
    """Days on which more is promised than there is. `end` is the first day after them, None with no end planned."""

    start: datetime.date
    end: datetime.date | None
    share: Decimal
    products: int

    @property
    def last_day(self) -> datetime.date | None:
        return self.end and self.end - ONE_DAY

    @property
    def words(self) -> str:
        """The days and the share, for a sentence or a list."""
        said = {
            "share": formats.percent(self.share),
            "start": formats.date(self.start),
            "end": formats.date(self.last_day) if self.last_day else "",
        }
        if self.end is None:
            return _("%(share)s from %(start)s, with no end planned") % said
        return _("%(share)s from %(start)s to %(end)s") % said


@dataclass(frozen=True)
class Promised:
    """One squad and one period, as a row of a list."""

    squad: Squad
    period: Period

    @property
    def pk(self) -> int:
        return int(self.squad.pk)

    @property
    def since(self) -> datetime.date:
        return self.period.start

    @property
    def last_day(self) -> datetime.date | None:
        return self.period.last_day

    @property
    def share(self) -> Decimal:
        return self.period.share

    @property
    def over(self) -> Decimal:
        return self.period.share - WHOLE

    @property
    def products(self) -> int:
        return self.period.products


def periods_over(shares: Iterable[Share], *, on: datetime.date) -> list[Period]:
    """The days on which the shares come to more than 1; neighbouring days alike are one period.

    Those over by `on` are left out; one that is not began when it did, though that may be long ago.
    """
    turns: dict[datetime.date, list[Any]] = defaultdict(lambda: [Decimal(0), 0])
    for one in shares:
        turns[one.start][0] += one.share
        turns[one.start][1] += 1
        if one.end is not None:
            turns[one.end][0] -= one.share
            turns[one.end][1] -= 1
    days = sorted(turns)
    following_days = [*days[1:], None] if days else []
    found: list[Period] = []
    share, products = Decimal(0), 0
    for day, following in zip(days, following_days, strict=True):
        share, products = share + turns[day][0], products + turns[day][1]
        if share <= WHOLE:
            continue
        if found and found[-1].end == day and found[-1].share == share:
            found[-1] = Period(found[-1].start, following, share, max(products, found[-1].products))
        else:
            found.append(Period(day, following, share, products))
    return [period for period in found if period.end is None or period.end > on]


def promised_twice(squads: Any, *, on: datetime.date) -> list[Promised]:
    """Every such period of today or later of these squads, the soonest first. Two queries, however many squads.

    All of a squad's promises count, those to products that the reader may not see too: only their sum is told.
    """
    shares: dict[int, list[Share]] = defaultdict(list)
    rows = Assignment.objects.filter(squad__in=squads.order_by().values("pk"))
    for squad, start, end, share in rows.values_list("squad", "start", "end", "share"):
        shares[squad].append(Share(start, end, share))
    periods = {squad: periods_over(ones, on=on) for squad, ones in shares.items()}
    wanted = [squad for squad, found in periods.items() if found]
    named = Squad.objects.filter(pk__in=wanted).select_related("organisation").in_bulk() if wanted else {}
    found = [Promised(named[squad], period) for squad in wanted for period in periods[squad]]
    return sorted(found, key=lambda one: (one.since, str(one.squad).casefold(), one.pk))


def promised_of(*, squad: Squad, on: datetime.date) -> list[Period]:
    """One query."""
    rows = Assignment.objects.filter(squad=squad).values_list("start", "end", "share")
    return periods_over([Share(*row) for row in rows], on=on)


def promised_with(*, assignment: Assignment, on: datetime.date) -> list[Period]:
    """The periods in which the squad would be promised twice if this were saved; those it takes no part in left out."""
    rows = Assignment.objects.filter(squad=assignment.squad_id).exclude(pk=assignment.pk)
    others = [Share(*row) for row in rows.values_list("start", "end", "share")]
    own = Share(assignment.start, assignment.end, assignment.share)
    return [
        period
        for period in periods_over([*others, own], on=on)
        if (own.end is None or period.start < own.end) and (period.end is None or own.start < period.end)
    ]


def promised_finding(found: list[Promised]) -> list[str]:
    if not found:
        return [_("No squad is promised for more than all of its time, today or later.")]
    most, squads = max(found, key=lambda one: one.share), len({one.squad.pk for one in found})
    said = ngettext(
        "One squad is promised for more than all of its time, today or later.",
        "%(number)s squads are promised for more than all of their time, today or later.",
        squads,
    )
    return [
        formats.counted(said, squads),
        _("The most: %(squad)s, %(period)s.") % {"squad": most.squad.name, "period": most.period.words},
    ]
