"""A squad's posts as a picture made on the server: a row a post, solid, striped or a dashed gap; no script needed."""

import datetime
from dataclasses import dataclass

from kit.drawing import Stretch
from squads.models import Post
from squads.queries.stages import stage_words
from squads.queries.timeline import Line, Spell, Timeline, spell_words

WIDTH, HEIGHT, TOP = 900.0, 26.0, 3.0


@dataclass(frozen=True)
class Bar(Stretch):
    """A spell. `months` is written in a gap that has the room."""

    room_for_a_number = 16.0
    kind: str
    months: int


@dataclass(frozen=True)
class Row:
    """One post: its bars, what they say in words, and its state with the days it has lasted."""

    post: Post
    bars: list[Bar]
    words: str
    state: str
    line: Line


@dataclass(frozen=True)
class Picture:
    rows: list[Row]
    years: list[tuple[float, int]]
    today: float
    width: float = WIDTH
    height: float = HEIGHT
    top: float = TOP
    bar_height: float = HEIGHT - 2 * TOP
    text_y: float = HEIGHT / 2 + 4


def picture_of(timeline: Timeline) -> Picture:
    step = WIDTH / (timeline.end - timeline.start).days

    def at(day: datetime.date) -> float:
        return round((day - timeline.start).days * step, 1)

    def bar(spell: Spell) -> Bar:
        x = at(spell.start)
        return Bar(x, round(at(spell.end or timeline.end) - x, 1), spell.kind, spell.months(timeline.end))

    rows = [
        Row(
            post=line.post,
            bars=[bar(spell) for spell in line.spells],
            words=spell_words(line, end=timeline.end),
            state=stage_words(line.post, on=timeline.on, since=line.state_since),
            line=line,
        )
        for line in timeline.lines
    ]
    years = [(at(datetime.date(year, 4, 1)), year) for year in timeline.years]
    return Picture(rows, years, at(timeline.on))
