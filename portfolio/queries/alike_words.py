"""The words of a name or a summary that say what a service is: small, without accents, in no order.

The owner's name is left out ("Cardiff school admissions" and "Derbyn i ysgolion: Caerdydd" are about school
admissions), in Welsh however its first letter was changed ("ym Mro Morgannwg"), and so are words that hold sentences
together.
"""

import re
from collections import Counter
from collections.abc import Iterable

from kit.accents import folded

WORD = re.compile(r"[^\W_]+")
# Also what is left of "i'r", "it's" and the like when the apostrophe is gone.
LITTLE_CY = """
a ac ag ai am ar at beth bob bod byddai cael chi drwy dros ei eich eu er fel gan gyda gyfer heb hyn
hynny i iawn le lle ledled mae mewn mwy na neu ni nid o oddi oes ond os pan pob pwy r rhag rhwng sut sy
sydd trwy tua u un unrhyw wedi wrth y ym yma yn yng yno yr yw
"""
LITTLE_EN = """
an and any are as be been by can do for from get has have how if in into is it its of on one or our
out so than that the their them they this to up us was we what when where which who will with you
your
"""
LITTLE = frozenset([*LITTLE_CY.split(), *LITTLE_EN.split(), "cymru", "wales"])
# How the first letter of a Welsh word comes to be another: what stands there, and what may have stood before.
CHANGED = (
    ("ngh", "c"), ("mh", "p"), ("nh", "t"), ("ng", "g"), ("ch", "c"), ("ph", "p"), ("th", "t"), ("dd", "d"),
    ("b", "p"), ("d", "t"), ("g", "c"), ("m", "b"), ("n", "d"), ("f", "b"), ("f", "m"), ("l", "ll"), ("r", "rh"),
    ("", "g"),
)  # fmt: skip
# A word in more of the summaries than this says nothing of any of them.
SAID_BY_ALL, AT_LEAST = 0.2, 10


def words(text: str) -> list[str]:
    """In the order they stand, each folded."""
    return [word for word in WORD.findall(folded(text)) if word not in LITTLE]


def unchanged(word: str) -> set[str]:
    """The word, and what it may have been before its first letter was changed."""
    return {word, *(before + word.removeprefix(now) for now, before in CHANGED if word.startswith(now))}


def owner_words(names: Iterable[str]) -> list[frozenset[str]]:
    return [frozenset(words(name)) for name in names]


def without_owner(said: list[str], owner: list[frozenset[str]], *, place: bool) -> list[str]:
    """Without the owner's name: any word of a place's, which are names; all words of another body's, or none."""
    for name in owner:
        found = [word for word in said if unchanged(word) & name]
        seen: set[str] = set().union(*(unchanged(word) for word in found)) if found else set()
        if found and (place or name <= seen):
            said = [word for word in said if not unchanged(word) & name]
    return said


def said_by_all(texts: Iterable[list[str]]) -> frozenset[str]:
    """Words that so many summaries have that they tell nothing."""
    many = list(texts)
    counts = Counter(word for text in many for word in set(text))
    bound = max(AT_LEAST, SAID_BY_ALL * len(many))
    return frozenset(word for word, count in counts.items() if count > bound)


def in_order(said: Iterable[str]) -> str:
    """One text of the words whatever their order, so that two can be compared letter by letter."""
    return " ".join(sorted(set(said)))
