"""7. An uncertain case drawn many times: what each option comes to over the draws.

The same case and seed give the same figures to the last bit, whatever the number of threads and in whatever parts the
draws are made. Draws are made a chunk at a time on plain threads, which the compiled walk lets run side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from itertools import chain

import numpy as np

from .case import Case
from .checking import under
from .draws import Plan, Room, lived, plan, rows
from .faults import CaseError, Fault
from .layout import WIDTH
from .results import FIGURES, Floats
from .spreads import Kept, Spread, processors, spread_of

CHUNK = 36 * WIDTH  # draws made at a time: whole blocks, and a chunk's tables stay in the processor's cache
MOST_THREADS = 2
_AHEAD = 3  # chunks that are being made or wait to be told of
_ROWS_AT_ONCE = 16  # of figures that a thread puts in order before it asks for more
# Told after each chunk how many draws are done and of how many. It may return False, or raise, to stop.
Progress = Callable[[int, int], object]


class Stopped(Exception):  # noqa: N818 (nothing went wrong)
    """The progress callback returned False."""


@dataclass(frozen=True, eq=False)
class UncertainOption:
    """One option over all draws. `figures` holds each of FIGURES; costs and benefits are nominal £, one a year."""

    id: str
    figures: Mapping[str, Spread]
    live_share: float  # of the draws
    beats_baseline_share: float | None  # by net present value; None for the baseline
    cost_by_year: tuple[Spread, ...]
    benefit_by_year: tuple[Spread, ...]

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "figures": {name: spread.as_json() for name, spread in self.figures.items()},
            "live_share": self.live_share,
            "beats_baseline_share": self.beats_baseline_share,
            "cost_by_year": [spread.as_json() for spread in self.cost_by_year],
            "benefit_by_year": [spread.as_json() for spread in self.benefit_by_year],
        }


@dataclass(frozen=True, eq=False)
class Uncertain:
    """An uncertain case drawn, its options in the case's order."""

    draws: int
    seed: int
    options: tuple[UncertainOption, ...]

    def option(self, option_id: str) -> UncertainOption:
        """The option of that id. KeyError where there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def as_json(self) -> dict[str, object]:
        """The `uncertainty` of the result file of the specification's section 9."""
        return {"draws": self.draws, "seed": self.seed, "options": [option.as_json() for option in self.options]}


@dataclass(frozen=True, eq=False)
class Part:
    """Some of a case's draws, from number `first` to before `last`.

    `values`: shape (draws, options, rows), the rows each of FIGURES, then the cost and then the benefit of each year in
    nominal £; NaN for null. The draws of one row lie side by side in memory.
    """

    first: int
    last: int
    values: Floats


def draw(case: Case, *, threads: int | None = None, progress: Progress | None = None, chunk: int = CHUNK) -> Uncertain:
    """Every draw of the case. ValueError where it has no uncertainty; CaseError (`overflow`) where a draw's numbers
    are too large or too small to be reckoned; Stopped, or what `progress` raises, where it was stopped.
    """
    with _pool(threads) as pool:
        return _drawn(case, pool, progress, chunk)


def draw_each(
    cases: Iterable[Case], *, threads: int | None = None, progress: Progress | None = None, of: int = 0
) -> Iterator[Uncertain]:
    """One case after another, so that no more than one case's draws are held; `progress` counts cases, `of` them."""
    with _pool(threads) as pool:  # the same for all: memory that a thread has had is not given back with it
        for number, case in enumerate(cases, 1):
            yield _drawn(case, pool, None, CHUNK)
            tell(progress, number, of)


def _pool(threads: int | None) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max(1, min(MOST_THREADS, processors()) if threads is None else threads))


def _drawn(case: Case, pool: ThreadPoolExecutor, progress: Progress | None, chunk: int) -> Uncertain:
    ready = plan(case)
    draws = ready.uncertainty.draws
    kept = Kept(len(case.options) * rows(case.years), draws)
    try:
        with closing(_chunks(ready, pool, chunk, kept)) as made:
            for done in made:
                tell(progress, done, draws)
        return _reduced(case, draws, ready.uncertainty.seed, kept, pool)
    finally:
        kept.close()


def _chunks(ready: Plan, pool: ThreadPoolExecutor, chunk: int, kept: Kept) -> Generator[int, None, None]:
    """Make and keep every chunk, few of them ahead; after each in order, the number of draws that are made."""
    draws, room = ready.uncertainty.draws, Room()

    def keep(first: int, last: int) -> int:
        kept.put(first, _made(ready, first, last, room))
        return last

    waiting: list[Future[int]] = []
    starts = iter(range(0, draws, chunk))
    try:
        while True:
            while len(waiting) < _AHEAD and (first := next(starts, None)) is not None:
                waiting.append(pool.submit(keep, first, min(draws, first + chunk)))
            if not waiting:
                return
            yield waiting.pop(0).result()
    finally:
        for future in waiting:
            future.cancel()
        wait(waiting)


def _made(ready: Plan, first: int, last: int, room: Room) -> Floats:
    """Values of shape (options × rows, draws), to be done with before more are made in the same room."""
    try:
        values = lived(ready, first, last, room)
    except FloatingPointError as error:
        raise CaseError([Fault(under("uncertainty.options", str(error)), "overflow")]) from None
    return values.reshape(-1, last - first)


def tell(progress: Progress | None, done: int, of: int) -> None:
    """Tell of progress; Stopped where it is answered with False."""
    if progress is not None and progress(done, of) is False:
        raise Stopped


def draw_part(case: Case, first: int, last: int, *, progress: Progress | None = None) -> Part:
    """Draws from number `first` to before `last` alone, on this thread, for `merge`; faults as of `draw`."""
    ready = plan(case)
    if not 0 <= first < last <= ready.uncertainty.draws:
        raise ValueError(f"draws {first} to {last} are not among the case's {ready.uncertainty.draws}")
    values, room = np.empty((len(case.options) * rows(case.years), last - first)), Room()
    for start in range(first, last, CHUNK):
        end = min(last, start + CHUNK)
        values[:, start - first : end - first] = _made(ready, start, end, room)
        tell(progress, end - first, last - first)
    return Part(first, last, values.reshape(len(case.options), rows(case.years), last - first).transpose(2, 0, 1))


def merge(case: Case, parts: Iterable[Part]) -> Uncertain:
    """What `draw` gives, from parts made apart, in any order. ValueError where they are not each draw once."""
    ready = plan(case)
    draws = ready.uncertainty.draws
    kept = Kept(len(case.options) * rows(case.years), draws)
    try:
        seen = []
        for part in parts:
            seen.append((part.first, part.last))
            kept.put(part.first, part.values.transpose(1, 2, 0).reshape(kept.rows, -1))
        ends = [0, *(last for _, last in sorted(seen))]
        if [first for first, _ in sorted(seen)] != ends[:-1] or ends[-1] != draws:
            raise ValueError(f"the parts are not each of {draws} draws once")
        with ThreadPoolExecutor(MOST_THREADS) as pool:
            return _reduced(case, draws, ready.uncertainty.seed, kept, pool)
    finally:
        kept.close()


_LIVE, _NET = FIGURES.index("live_month"), FIGURES.index("net_present_value")


def _reduced(case: Case, draws: int, seed: int, kept: Kept, pool: ThreadPoolExecutor) -> Uncertain:
    each, starts = rows(case.years), range(0, kept.rows, _ROWS_AT_ONCE)
    baseline = kept.row(_NET)
    alive = [np.count_nonzero(~np.isnan(kept.row(number + _LIVE))) for number in range(0, kept.rows, each)]
    ahead = [np.count_nonzero(kept.row(number + _NET) > baseline) for number in range(0, kept.rows, each)]

    def some(first: int) -> list[Spread]:
        return [spread_of(kept.last(number)) for number in range(first, min(kept.rows, first + _ROWS_AT_ONCE))]

    spreads = list(chain.from_iterable(pool.map(some, starts)))
    options = []
    for number, option in enumerate(case.options):
        own: Sequence[Spread] = spreads[number * each : (number + 1) * each]
        options.append(
            UncertainOption(
                option.id,
                dict(zip(FIGURES, own[: len(FIGURES)], strict=True)),
                int(alive[number]) / draws,
                int(ahead[number]) / draws if number else None,
                tuple(own[len(FIGURES) : len(FIGURES) + case.years]),
                tuple(own[len(FIGURES) + case.years :]),
            )
        )
    return Uncertain(draws, seed, tuple(options))
