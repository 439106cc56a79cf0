"""The search over everything a person may see: every word, in either language, with accents or none."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import and_
from typing import Any

from django.db.models import Case, Count, Value, When, Window
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from accounts.models import User
from kit import formats
from kit.accents import begins_with, found_in, pattern
from kit.bilingual import LANGUAGES, language, pair_field
from kit.columns import follow
from reporting.queries.search_kind import Kind
from reporting.queries.search_kinds import KINDS

# Of each kind, and where one kind alone is looked through.
AT_MOST, AT_MOST_ALONE = 5, 100
# Letters of a text that are shown on either side of the first word found.
AROUND = 60


@dataclass(frozen=True)
class Part:
    """A piece of a text, and whether it is one of the words that were looked for."""

    text: str
    is_found: bool


@dataclass(frozen=True)
class Said:
    """A text with the words marked, and the language it is in."""

    parts: Sequence[Part]
    language: str

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True)
class Hit:
    """One record found: what it is called, by its other name too where only that was found, and where the words are."""

    url: str
    name: Said
    other_name: Said | None
    detail: str
    belongs_to: Said | None
    other_belongs_to: Said | None
    excerpt: Said | None


@dataclass(frozen=True)
class Found:
    """What was found of one kind: how many, the best few, and where all are; "" where no more can be shown."""

    kind: Kind
    count: int
    hits: Sequence[Hit]
    url: str


def search(*, user: User, text: str, only: str = "") -> list[Found]:
    """By kind; names that begin with the text first, then names with every word, then the rest. One query a kind.

    `only` is the key of the one kind to look through; one that there is not is left alone.
    """
    words = text.split()
    if not words:
        return []
    alone = [kind for kind in KINDS if kind.key == only]
    at_most = AT_MOST_ALONE if alone else AT_MOST
    asked = (_of_kind(kind, user, text, words, at_most) for kind in alone or KINDS if user.has_perm(kind.right))
    return [found for found in asked if found.count]


def _of_kind(kind: Kind, user: User, text: str, words: Sequence[str], at_most: int) -> Found:
    rows = kind.rows(user).filter(kind.narrowing.found_by(text, user))
    rows = rows.annotate(search_place=_place(kind, user, words), search_count=Window(Count("*")))
    by_name = pair_field(kind.name) if kind.is_pair else kind.name
    found = list(rows.order_by("search_place", by_name, "pk")[:at_most])
    wanted = re.compile("|".join(pattern(word) for word in words))
    return Found(
        kind,
        found[0].search_count if found else 0,
        [_hit(kind, row, user, words, wanted) for row in found],
        kind.all_of_them(text) if kind.list_url or at_most == AT_MOST else "",
    )


def _place(kind: Kind, user: User, words: Sequence[str]) -> Case | Value:
    names = kind.name_columns()
    if not kind.is_found_by_name(user):
        return Value(0)
    return Case(
        When(begins_with(names, " ".join(words)), then=Value(0)),
        # Asked of those alone that are found, so of each by itself and not of every row that a name may come from.
        When(reduce(and_, (found_in(names, word) for word in words)), then=Value(1)),
        default=Value(2),
    )


def _hit(kind: Kind, row: Any, user: User, words: Sequence[str], wanted: "re.Pattern[str]") -> Hit:
    texts = _called(kind, row)
    shown, code = texts[0]
    told = kind.is_found_by_name(user) and _has_all(" ".join(text for text, _code in texts), words)
    excerpt = None if told else _excerpt(kind, row, user, wanted)
    owner, pair = _end(row, kind.belongs_to) if kind.belongs_to else (None, "")
    owners = _texts(owner, pair) if owner is not None else []
    return Hit(
        kind.url(row),
        said(shown, code, wanted),
        _other(texts, words, wanted),
        kind.detail(row) if kind.detail else "",
        said(*owners[0], wanted) if owners else None,
        _other(owners, words, wanted),
        excerpt,
    )


def _other(texts: Sequence[tuple[str, str]], words: Sequence[str], wanted: "re.Pattern[str]") -> Said | None:
    """The name in the other language, where words are in it that are not in the one shown."""
    for shown, (other, code) in pairwise(texts):
        missing = [word for word in words if not _has_all(shown[0], [word])]
        if any(_has_all(other, [word]) for word in missing):
            return said(other, code, wanted)
    return None


def _end(row: Any, path: str) -> tuple[Any, str]:
    *steps, name = path.split("__")
    return follow(row, steps), name


def _called(kind: Kind, row: Any) -> list[tuple[str, str]]:
    """What a row is called, the page's language first."""
    if kind.called is not None:
        called = kind.called

        def in_language(code: str) -> str:
            with override(code):
                return str(called(row))

        return _in_both(in_language)
    holder, name = _end(row, kind.name)
    return _texts(holder, name) if kind.is_pair else [(str(getattr(holder, name)), language())]


def _texts(record: Any, pair: str) -> list[tuple[str, str]]:
    """What there is of a pair, the page's language first."""
    return _in_both(lambda code: str(getattr(record, f"{pair}_{code}")))


def _in_both(read: Callable[[str], str]) -> list[tuple[str, str]]:
    codes = sorted(LANGUAGES, key=lambda code: code != language())
    found = [(read(code), code) for code in codes]
    told = [one for one in found if one[0]] or [("", language())]
    return told[:1] if len(told) > 1 and told[0][0] == told[1][0] else told


def _has_all(text: str, words: Sequence[str]) -> bool:
    return all(re.search(pattern(word), text) for word in words)


def _excerpt(kind: Kind, row: Any, user: User, wanted: "re.Pattern[str]") -> Said | None:
    """The first of the row's own texts with one of the words, shortened about it; the page's language first."""
    own = [one for one in kind.narrowing.search_columns(user) if "__" not in one and one not in kind.name_columns()]
    for column in sorted(own, key=lambda one: not one.endswith(f"_{language()}")):
        text = str(getattr(row, column) or "")
        match = wanted.search(text)
        if match:
            code = next((code for code in LANGUAGES if column.endswith(f"_{code}")), language())
            return said(_about(text, match), code, wanted)
    return None


def _about(text: str, match: "re.Match[str]") -> str:
    """Whole words about what was found, with dots where something is left out."""
    start, end = max(0, match.start() - AROUND), min(len(text), match.end() + AROUND)
    if start:
        start = text.find(" ", start, match.start()) + 1 or start
    if end < len(text):
        cut = text.rfind(" ", match.end(), end)
        end = cut if cut > 0 else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def said(text: str, code: str, wanted: "re.Pattern[str]") -> Said:
    parts, after = [], 0
    for match in wanted.finditer(text):
        if match.start() > after:
            parts.append(Part(text[after : match.start()], is_found=False))
        if match.group():
            parts.append(Part(match.group(), is_found=True))
        after = match.end()
    if after < len(text):
        parts.append(Part(text[after:], is_found=False))
    return Said(parts, code)


def search_finding(*, found: Sequence[Found], text: str) -> list[str]:
    """How much was found."""
    if not text:
        return []
    if not found:
        return [_("Nothing that you may see has every word of “%(text)s”.") % {"text": text}]
    number = sum(one.count for one in found)
    words = ngettext(
        "One record has every word of “%(text)s”.", "%(number)s records have every word of “%(text)s”.", number
    )
    return [words % {"number": formats.number(number), "text": text}]
