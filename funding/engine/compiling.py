"""A loop written in plain Python, run as it is or, where it has many numbers to go through, compiled by Numba."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

# Without the interpreter's lock, so that threads run side by side; the code kept from one process to the next. The
# arrays are made by NumPy and handed in, so that the compiled code neither makes nor counts references to any.
OPTIONS: dict[str, Any] = {"nogil": True, "cache": True, "error_model": "numpy", "_nrt": False}


def loop(function: Callable[..., None], compiled: bool) -> Callable[..., None]:
    """The loop as it is, or compiled: it must keep to arrays, numbers and loops and call nothing of its own."""
    return _compiled(function) if compiled else function


@cache
def _compiled(function: Callable[..., None]) -> Callable[..., None]:
    from numba import njit  # takes a second to load: only where it is used

    made: Callable[..., None] = njit(**OPTIONS)(function)
    return made
