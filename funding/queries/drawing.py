"""Draws of a kept case, in parts that can be made apart and put together: what background work asks the engine for."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np

from funding.engine import FIGURES, Case, Part, build_case, draw_part, merge, sensitivity
from funding.engine.spreads import spread_of
from funding.models import Run

Progress = Callable[[int, int], Any]
AT_ONCE = 8_192  # draws that one worker makes and hands on together
NET = FIGURES.index("net_present_value")


def case_of(run: Run) -> Case:
    """The case a run holds, read again as strictly as it was when it was made."""
    return build_case(run.case)


def case_from(case: Mapping[str, Any]) -> Case:
    """The same, of a case that is not kept yet."""
    return build_case(dict(case))


def part_of(*, case: Case, first: int, last: int, progress: Progress | None = None) -> bytes:
    """The draws from `first` to before `last`, as bytes that `put_together` reads."""
    made = draw_part(case, first, last, progress=progress)
    kept = io.BytesIO()
    np.savez(kept, first=made.first, last=made.last, values=made.values)
    return kept.getvalue()


def put_together(*, case: Case, parts: Iterable[bytes]) -> dict[str, Any]:
    """The `uncertainty` of a result file, and beside it by how much each option beats the baseline draw by draw.

    The same to the last bit however the draws were cut into parts, of which no more than one is held at a time.
    """
    return _merged(case, map(_read, parts))


def whole(*, case: Case, progress: Progress | None = None) -> dict[str, Any]:
    """All the draws, on this worker alone."""
    return _merged(case, _made(case, progress))


def _made(case: Case, progress: Progress | None) -> Iterator[Part]:
    assert case.uncertainty is not None, "only a case with uncertainty is drawn"
    draws = case.uncertainty.draws
    for first in range(0, draws, AT_ONCE):
        tell = None if progress is None else partial(_tell, progress, first, draws)
        yield draw_part(case, first, min(draws, first + AT_ONCE), progress=tell)


def _tell(progress: Progress, first: int, draws: int, done: int, _of: int) -> Any:
    return progress(first + done, draws)


def _merged(case: Case, parts: Iterable[Part]) -> dict[str, Any]:
    assert case.uncertainty is not None, "only a case with uncertainty is drawn"
    # Shape (options after the baseline, draws), £: how much more each is worth in the very same draw.
    leads = np.empty((len(case.options) - 1, case.uncertainty.draws))

    def seen() -> Iterator[Part]:
        for part in parts:
            worth = part.values[:, :, NET]
            leads[:, part.first : part.last] = (worth[:, 1:] - worth[:, :1]).T
            yield part

    found = dict(merge(case, seen()).as_json())
    options: Any = found["options"]
    for number, option in enumerate(options):
        option["lead"] = spread_of(leads[number - 1]).as_json() if number else None
    return found


def sensitivity_of(*, case: Case, progress: Progress | None = None) -> dict[str, Any]:
    return dict(sensitivity(case, progress=progress).as_json())


def _read(kept: bytes) -> Part:
    with np.load(io.BytesIO(kept), allow_pickle=False) as held:
        return Part(int(held["first"]), int(held["last"]), held["values"])
