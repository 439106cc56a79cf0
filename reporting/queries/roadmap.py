"""Products on a timeline: their phases, their milestones, the squads that work on them, and when nobody does."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from portfolio.models import Milestone, Phase, PhaseChange, Product
from squads.models import Assignment, Post, Squad
from squads.queries.timeline import Spell, spells_of

PERMANENT, CONTRACTOR, NOBODY = "permanent", "contractor", "nobody"


@dataclass(frozen=True)
class Stretch:
    """Some days. `end` is the first day after them; at the roadmap's own end, it may go on after that."""

    start: datetime.date
    end: datetime.date


@dataclass(frozen=True)
class PhaseBar:
    """A phase, within the years shown. `began` and `until` are its true days: None goes on, or is not known."""

    phase: Phase
    shown: Stretch
    began: datetime.date
    until: datetime.date | None


@dataclass(frozen=True)
class SquadLine:
    """One squad's work on a product: when it has permanent staff, and when contractors only."""

    squad: Squad
    permanent: list[Stretch]
    contractors: list[Stretch]

    @property
    def staffed(self) -> list[Stretch]:
        return [*self.permanent, *self.contractors]


@dataclass(frozen=True)
class RoadmapRow:
    product: Product
    phases: list[PhaseBar]
    milestones: list[Milestone]
    squads: list[SquadLine]
    nobody: list[Stretch]
    retired_on: datetime.date | None

    def nobody_on(self, day: datetime.date) -> bool:
        return any(gap.start <= day < gap.end for gap in self.nobody)


@dataclass(frozen=True)
class Roadmap:
    """From the first day of a financial year to the first day after the last."""

    window: Stretch
    on: datetime.date
    rows: list[RoadmapRow]

    @property
    def years(self) -> range:
        return range(self.window.start.year, self.window.end.year)


def roadmap_of(*, products: Sequence[Product], on: datetime.date, window: Stretch) -> Roadmap:
    """Five queries, however many products there are."""
    keys = [product.pk for product in products]
    changes = _by_product(PhaseChange.objects.filter(product__in=keys).order_by("on", "pk"))
    milestones = _by_product(Milestone.objects.filter(product__in=keys).order_by("baseline", "forecast", "pk"))
    assignments = list(
        Assignment.objects.filter(product__in=keys, start__lt=window.end)
        .exclude(end__lte=window.start)
        .select_related("squad")
        .order_by("start", "pk")
    )
    spells = _spells({one.squad_id for one in assignments})
    of_product = _by_product(assignments)
    return Roadmap(
        window,
        on,
        [
            _row(product, changes[product.pk], milestones[product.pk], of_product[product.pk], spells, on, window)
            for product in products
        ],
    )


Part = TypeVar("Part", PhaseChange, Milestone, Assignment)


def _by_product(rows: Iterable[Part]) -> dict[int, list[Part]]:
    found: dict[int, list[Part]] = defaultdict(list)
    for row in rows:
        found[row.product_id].append(row)
    return found


def _spells(squads: set[int]) -> dict[int, list[Spell]]:
    """When somebody was or will be there, of each squad's posts together."""
    found: dict[int, list[Spell]] = defaultdict(list)
    for post in Post.objects.filter(squad__in=squads).prefetch_related("state_changes"):
        changes = sorted(post.state_changes.all(), key=lambda change: (change.on, change.pk))
        found[post.squad_id] += [spell for spell in spells_of(post=post, changes=changes) if spell.kind != "vacant"]
    return found


def _row(
    product: Product,
    changes: list[PhaseChange],
    milestones: list[Milestone],
    assignments: list[Assignment],
    spells: dict[int, list[Spell]],
    on: datetime.date,
    window: Stretch,
) -> RoadmapRow:
    squads = _squad_lines(assignments, spells, window)
    staffed = [stretch for line in squads for stretch in line.staffed]
    # Past its expected end of life and not retired, it is still here.
    end = product.end_of_life if product.end_of_life and product.end_of_life > on else None
    life = _life(product, changes, assignments, end, window)
    shown = [one for one in milestones if any(_inside(day, window) for day in (one.baseline, one.forecast, one.actual))]
    return RoadmapRow(
        product,
        _phases(changes, end, window),
        shown,
        squads,
        _without(life, staffed) if life else [],
        _retired_on(changes),
    )


def _inside(day: datetime.date | None, window: Stretch) -> bool:
    return day is not None and window.start <= day < window.end


def _within(start: datetime.date, end: datetime.date | None, window: Stretch) -> Stretch | None:
    first, last = max(start, window.start), min(end or window.end, window.end)
    return Stretch(first, last) if first < last else None


def _phases(changes: list[PhaseChange], end: datetime.date | None, window: Stretch) -> list[PhaseBar]:
    """Each from its day to the next one's; the last to the expected end of life. Being retired is no bar."""
    bars: list[PhaseBar] = []
    for number, change in enumerate(changes):
        if change.phase == Phase.RETIRED:
            continue
        until = changes[number + 1].on if number + 1 < len(changes) else end
        shown = _within(change.on, until, window)
        if shown is not None:
            bars.append(PhaseBar(Phase(change.phase), shown, change.on, until))
    return bars


def _life(
    product: Product,
    changes: list[PhaseChange],
    assignments: list[Assignment],
    end: datetime.date | None,
    window: Stretch,
) -> Stretch | None:
    """The days on which somebody is wanted: from its first day known until it is or is to be retired."""
    begins = [change.on for change in changes[:1]] + [one.start for one in assignments[:1]]
    if not begins:
        return None if product.phase == Phase.RETIRED else window
    return _within(min(begins), _retired_on(changes) or end, window)


def _retired_on(changes: list[PhaseChange]) -> datetime.date | None:
    return next((change.on for change in changes if change.phase == Phase.RETIRED), None)


def _squad_lines(assignments: list[Assignment], spells: dict[int, list[Spell]], window: Stretch) -> list[SquadLine]:
    """One a squad, however often it was assigned, in the order in which they began."""
    lines: dict[int, SquadLine] = {}
    for one in assignments:
        line = lines.setdefault(one.squad_id, SquadLine(one.squad, [], []))
        assigned = _within(one.start, one.end, window)
        if assigned is None:
            continue
        there = {
            kind: _joined(
                found
                for spell in spells[one.squad_id]
                if spell.kind == kind and (found := _within(spell.start, spell.end, assigned)) is not None
            )
            for kind in (PERMANENT, CONTRACTOR)
        }
        line.permanent.extend(there[PERMANENT])
        for stretch in there[CONTRACTOR]:
            line.contractors.extend(_without(stretch, there[PERMANENT]))
    # Assigned twice, one day after the other, it works on as before.
    return [SquadLine(line.squad, _joined(line.permanent), _joined(line.contractors)) for line in lines.values()]


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same days with no overlap, in order."""
    joined: list[Stretch] = []
    for one in sorted(stretches, key=lambda stretch: (stretch.start, stretch.end)):
        if joined and one.start <= joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined


def _without(whole: Stretch, taken: Iterable[Stretch]) -> list[Stretch]:
    """What is left of some days when others are taken out."""
    left, day = [], whole.start
    for one in _joined(taken):
        if one.end <= whole.start or one.start >= whole.end:
            continue
        if day < one.start:
            left.append(Stretch(day, one.start))
        day = max(day, one.end)
    if day < whole.end:
        left.append(Stretch(day, whole.end))
    return left
