"""Draws of a kept case, in parts that can be made apart and put together: what background work asks the engine for."""

import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from funding.engine import Case, build_case, draw, draw_part, merge, sensitivity
from funding.engine.uncertainty import Part
from funding.models import Run

Progress = Callable[[int, int], Any]


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
    """The `uncertainty` of a result file: the same to the last bit however the draws were cut into parts."""
    return dict(merge(case, [_read(part) for part in parts]).as_json())


def whole(*, case: Case, progress: Progress | None = None) -> dict[str, Any]:
    """All the draws at once, on this worker alone."""
    return dict(draw(case, threads=1, progress=progress).as_json())


def sensitivity_of(*, case: Case, progress: Progress | None = None) -> dict[str, Any]:
    return dict(sensitivity(case, progress=progress).as_json())


def _read(kept: bytes) -> Part:
    with np.load(io.BytesIO(kept), allow_pickle=False) as held:
        return Part(int(held["first"]), int(held["last"]), held["values"])
