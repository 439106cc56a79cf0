"""Random numbers that depend on the seed, on what they are for and on the draw's number, and on nothing else.

Each number is one 64-bit word of Philox 4×64, a function of a key and a counter: the key is made of the seed and of
what the number is for, the counter is the draw's number. So draw 7,000 can be had without the 7,000 before it, and it
is the same in whatever part, thread or process it is made, and whatever else varies beside it.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

import numpy as np

from .results import Floats

_WORDS = 4  # that Philox makes for one value of its counter
_BITS = 52  # of each word that are used: as many as leave every number strictly between 0 and 1


def uniforms(seed: int, purpose: tuple[str | int, ...], first: int, last: int) -> Floats:
    """Uniform numbers of the draws from `first` to before `last`, shape (draws,), each above 0 and below 1."""
    block, skipped = divmod(first, _WORDS)
    words = np.random.Philox(key=_key(seed, purpose), counter=block).random_raw(skipped + last - first)[skipped:]
    uniform: Floats = ((words >> np.uint64(64 - _BITS)).astype(np.float64) + 0.5) * 2.0**-_BITS
    return uniform


@lru_cache(maxsize=1000)
def _key(seed: int, purpose: tuple[str | int, ...]) -> int:
    """128 bits of a hash of both, so that no two purposes of any two seeds come near each other."""
    text = json.dumps([seed, *purpose])
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest(), "little")
