"""Finding words with accents or none: "Mon" finds "Ynys Môn" and "môn" finds "Mon", in capitals or not.

A word is turned into a pattern in which each letter stands for every form of it, and the database looks for that.
Folding the columns instead takes PostgreSQL thirty times as long, and SQLite folds no letter beyond A to Z.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from django.db.models import Func, Model, Q, TextField, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Regex

# Latin-1 and Latin Extended-A, and the Welsh letters that stand beyond them: ẁ ẃ ẅ ỳ.
LETTERS = (*range(0xC0, 0x180), *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3)
# An accent typed on its own after its letter, as some keyboards and pasted texts have it.
LOOSE_ACCENTS = "[\u0300-\u036f]*"
APOSTROPHES = "'\u2019\u2018\u02bc`"


@cache
def forms() -> Mapping[str, str]:
    """By plain small letter: every letter that is the same one with an accent, small and capital."""
    found: defaultdict[str, str] = defaultdict(str)
    for number in LETTERS:
        letter = chr(number)
        plain = folded(letter)
        if plain != letter.lower() and len(plain) == 1:
            found[plain] += letter
    return dict(found)


def folded(text: str) -> str:
    """The text in small letters without accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=256)
def pattern(text: str) -> str:
    """A regular expression, the same to PostgreSQL and to Python, that finds the text with any accents, or none."""
    return "".join(map(_form, folded(text)))


def _form(letter: str) -> str:
    if letter in APOSTROPHES:
        return f"[{APOSTROPHES}]"
    if not letter.isalpha():
        return re.escape(letter)
    accented = forms().get(letter, "")
    capital = letter.upper() if len(letter.upper()) == 1 else ""
    return f"[{letter}{capital}{accented}]{LOOSE_ACCENTS if accented else ''}"


class Together(Func):
    """Columns as one text, each on a line of its own, so that they are looked through at once."""

    function = "CONCAT_WS"
    template = "%(function)s(CHR(10), %(expressions)s)"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Older SQLites have no CONCAT_WS."""
        texts = self.copy()
        texts.set_source_expressions([Coalesce(one, Value("")) for one in self.get_source_expressions()])
        return texts.as_sql(
            compiler, connection, template="(%(expressions)s)", arg_joiner=" || CHAR(10) || ", **context
        )


def _has(columns: Iterable[str], sought: str) -> Q:
    named = list(columns)
    if len(named) == 1:
        return Q((f"{named[0]}__regex", sought))
    return Q(Regex(Together(*named), Value(sought))) if named else Q(pk__in=[])


def found_in(columns: Iterable[str], word: str) -> Q:
    """Rows in which some column has the word, which is one: no space is in it."""
    return _has(columns, pattern(word))


def begins_with(columns: Iterable[str], text: str) -> Q:
    """Rows in which some column begins with the text."""
    return _has(columns, rf"(^|\n){pattern(text)}")


def every_word(columns: Iterable[str], text: str, *, model: type[Model]) -> Q:
    """Rows of the model that have every word, each in some column, its own or ("product__name_cy") a related row's.

    Related rows are looked through once, not once for every row that leads to them.
    """
    own, related = [], defaultdict(list)
    for column in columns:
        path, _, name = column.rpartition("__")
        if path:
            related[path].append(name)
        else:
            own.append(name)
    wanted = Q()
    for word in text.split():
        found = found_in(own, word)
        for path, names in related.items():
            rows = _end_of(model, path)._base_manager.filter(found_in(names, word))
            found |= Q((f"{path}__in", rows.values("pk")))
        wanted &= found
    return wanted


def _end_of(model: type[Model], path: str) -> type[Model]:
    """The model that a path of relations leads to."""
    for step in path.split("__"):
        model = model._meta.get_field(step).related_model  # type: ignore[assignment]
    return model
