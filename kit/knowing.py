"""What is doubtful and may be saved all the same: the tick that agrees is for the very words that were shown."""

import hashlib
from collections.abc import Iterable

KNOWINGLY = "knowingly"  # the name of the tick


def seal_of(said: Iterable[str]) -> str:
    """Stands for some words: where anything else is said, it is another, and has to be agreed to anew."""
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
