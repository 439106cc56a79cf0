"""The year of a round as a picture: who is there when, and the days on which something is decided or ends."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding.models import Round
from funding.queries.cycle import ONE_DAY, Cycle, Stage
from kit import formats

WIDTH, TOP, BAR, HEIGHT = 960, 34, 46, 124
# The least width, in units of the picture, in which a number of weeks can be written.
ROOM = 26
LABEL = 24


@dataclass(frozen=True)
class Bar:
    """A stage as a rectangle; units are those of the picture's view box."""

    stage: Stage
    x: float
    width: float
    mark: str

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def label_x(self) -> float:
        """Where the white ground of the number begins."""
        return round(self.middle - LABEL / 2, 1)

    @property
    def weeks(self) -> str:
        """The number written in the bar, or nothing where it has no room."""
        return formats.number(self.stage.weeks) if self.width >= ROOM else ""


@dataclass(frozen=True)
class Flag:
    """A day with a name; `level` 0 is written above the bars, 1 below; `anchor` keeps the words inside."""

    x: float
    words: str
    anchor: str
    level: int

    @property
    def from_y(self) -> int:
        return TOP if self.level else TOP - 12

    @property
    def to_y(self) -> int:
        return TOP + BAR if self.level == 0 else TOP + BAR + 8

    @property
    def text_y(self) -> int:
        return TOP - 16 if self.level == 0 else TOP + BAR + 20


@dataclass(frozen=True)
class CyclePicture:
    bars: list[Bar]
    flags: list[Flag]
    months: list[tuple[float, str]]
    words: str
    width: int = WIDTH
    height: int = HEIGHT
    top: int = TOP
    bar: int = BAR


def cycle_picture(round_: Round, cycle: Cycle) -> CyclePicture:
    first = min([cycle.year_start, *(stage.start for stage in cycle.stages)])
    last = max([cycle.year_end, *(stage.end for stage in cycle.stages)])
    scale = WIDTH / (last - first).days

    def at(day: datetime.date) -> float:
        return round((day - first).days * scale, 1)

    team = "permanent" if round_.fund.pays_permanent else "contractor"
    bars = [
        Bar(stage, at(stage.start), round(at(stage.end) - at(stage.start), 1), team if stage.team else "vacant")
        for stage in cycle.stages
    ]
    return CyclePicture(bars, _flags(round_, cycle, at), _months(first, last, at), in_words(cycle))


def _flags(round_: Round, cycle: Cycle, at: Callable[[datetime.date], float]) -> list[Flag]:
    days = [
        (round_.decision, _("decision"), 0),
        (cycle.year_end, _("year-end"), 0),
        (round_.delivery_ends and round_.delivery_ends + ONE_DAY, _("team released"), 1),
    ]
    flags = []
    for day, words, level in days:
        if day is not None:
            x = at(day)
            flags.append(Flag(x, words, "end" if x > WIDTH - 90 else "start" if x < 90 else "middle", level))
    return flags


def _months(first: datetime.date, last: datetime.date, at: Callable[[datetime.date], float]) -> list[tuple[float, str]]:
    """Every first of a month in the picture, with its name."""
    found = []
    month = datetime.date(first.year, first.month, 1)
    while month < last:
        if month >= first:
            found.append((at(month), formats.month_short(month)))
        month = datetime.date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return found


def in_words(cycle: Cycle) -> str:
    """The picture for somebody who does not see it."""
    return "; ".join(f"{stage.name}: {formats.weeks(stage.weeks)}" for stage in cycle.stages)
