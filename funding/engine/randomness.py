"""Random numbers that depend on the seed, on what they are for and on the draw's number, and on nothing else.

Each number is one 64-bit word of Philox 4×64, a function of a key and a counter: the key is made of the seed and of
what the number is for, the counter is the draw's number. So draw 7,000 can be had without the 7,000 before it, and it
is the same in whatever part, thread or process it is made, and whatever else varies beside it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from . import philox
from .compiling import loop
from .results import Floats

Purpose = tuple[str | int, ...]

_WORDS = 4  # that Philox makes for one value of its counter
_BITS = 52  # of each word that are used: as many as leave every number strictly between 0 and 1
_UNUSED = 64 - _BITS


def uniforms(seed: int, purpose: Purpose, first: int, last: int) -> Floats:
    """Uniform numbers of the draws from `first` to before `last`, shape (draws,), each above 0 and below 1."""
    block, skipped = divmod(first, _WORDS)
    words = np.random.Philox(key=_key(seed, purpose), counter=block).random_raw(skipped + last - first)[skipped:]
    uniform: Floats = ((words >> np.uint64(_UNUSED)).astype(np.float64) + 0.5) * 2.0**-_BITS
    return uniform


def many_uniforms(seed: int, purposes: Sequence[Purpose], first: int, last: int, *, compiled: bool) -> Floats:
    """The same for many purposes, a row each: shape (purposes, draws)."""
    if not compiled:
        found = np.empty((len(purposes), last - first))
        for row, purpose in zip(found, purposes, strict=True):
            row[:] = uniforms(seed, purpose, first, last)
        return found
    block, skipped = divmod(first, _WORDS)
    whole = np.empty((len(purposes), -(-last // _WORDS) * _WORDS - block * _WORDS))
    keys = np.array([_words_of(seed, purpose) for purpose in purposes], np.uint64).reshape(-1, 2)
    scratch = np.empty(philox.SCRATCH, np.uint64)
    loop(philox.fill, True)(keys, block, np.uint64(_UNUSED), 2.0**-_BITS, scratch, whole)
    return np.ascontiguousarray(whole[:, skipped : skipped + last - first])


@lru_cache(maxsize=1000)
def _key(seed: int, purpose: Purpose) -> int:
    """128 bits of a hash of both, so that no two purposes of any two seeds come near each other."""
    text = json.dumps([seed, *purpose])
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest(), "little")


@lru_cache(maxsize=1000)
def _words_of(seed: int, purpose: Purpose) -> tuple[int, int]:
    """The same key as two words, the lower first."""
    high, low = divmod(_key(seed, purpose), 2**64)
    return low, high
