"""Which products' names or summaries are alike: every pair scored by RapidFuzz, in each language apart."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.core.cache import cache
from rapidfuzz import fuzz, process

from portfolio.models import Organisation, Phase, Product
from portfolio.queries.alike_words import in_order, owner_words, said_by_all, without_owner, words

# From how much of the letters two names, or two summaries, have in common they count as alike.
NAMES, SUMMARIES = 80, 75
# From how much two words count as one word in two forms.
SAME_WORD = 80
# The fewest letters to which an ending may be added.
STEM = 4
# A summary of fewer words tells too little to be compared.
FEWEST_WORDS = 4
KEPT_FOR = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Described:
    """What a product says it is, in words that tell; by language, Welsh first."""

    pk: int
    names: tuple[str, str]
    summaries: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scored:
    """Each product as it describes itself, by key, and the pairs that are alike.

    A pair is two keys, the lower first, and the better score of their names and of their summaries, of either
    language; a score below what counts is 0.
    """

    described: dict[int, Described]
    pairs: list[tuple[int, int, int, int]]


def alike_products() -> Scored:
    """Every two products not retired that are alike. One query.

    Scored once for the names and summaries as they are, and kept by them: what is shown is never older than they.
    """
    rows = list(
        Product.objects.exclude(phase=Phase.RETIRED)
        .order_by("pk")
        .values_list(
            "pk",
            "name_cy",
            "name_en",
            "summary_cy",
            "summary_en",
            "organisation__name_cy",
            "organisation__name_en",
            "organisation__kind",
        )
    )
    key = f"alike-{NAMES}-{SUMMARIES}-{hashlib.sha256(repr(rows).encode()).hexdigest()}"
    found: Scored | None = cache.get(key)
    if found is None:
        products = described(rows)
        found = Scored({one.pk: one for one in products}, alike_among(products))
        cache.set(key, found, KEPT_FOR)
    return found


def described(rows: Sequence[Any]) -> list[Described]:
    owners = {(row[5], row[6]): owner_words(row[5:7]) for row in rows}
    summaries: list[list[list[str]]] = [[words(row[column]) for row in rows] for column in (3, 4)]
    for language, texts in enumerate(summaries):
        plain = said_by_all(texts)
        summaries[language] = [[word for word in text if word not in plain] for text in texts]
    found = []
    for number, row in enumerate(rows):
        owner, place = owners[row[5], row[6]], row[7] == Organisation.Kind.LOCAL_AUTHORITY
        names = [in_order(without_owner(words(row[column]), owner, place=place)) for column in (1, 2)]
        texts = [summary[number] for summary in summaries]
        told = [in_order(text) if len(set(text)) >= FEWEST_WORDS else "" for text in texts]
        found.append(Described(row[0], (names[0], names[1]), (told[0], told[1])))
    return found


def alike_among(products: Sequence[Described]) -> list[tuple[int, int, int, int]]:
    """The pairs, by their keys."""
    if len(products) < 2:
        return []
    names = np.maximum(*(scores([one.names[language] for one in products], NAMES, by_word=True) for language in (0, 1)))
    summaries = np.maximum(*(scores([one.summaries[language] for one in products], SUMMARIES) for language in (0, 1)))
    first, second = np.nonzero(np.triu(names | summaries, 1))
    pks = np.array([one.pk for one in products])
    columns = (pks[first], pks[second], names[first, second], summaries[first, second])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def scores(texts: Sequence[str], cutoff: int, *, by_word: bool = False) -> Any:
    """Each text against each, 0 to 100, 0 where below the cutoff or nothing is said; each different text once."""
    different = sorted(set(texts))
    place = {text: number for number, text in enumerate(different)}
    where = np.array([place[text] for text in texts])
    found = process.cdist(different, different, scorer=fuzz.ratio, score_cutoff=cutoff, dtype=np.uint8)
    if "" in place:
        # Two that say nothing are not alike.
        found[place[""], :] = 0
        found[:, place[""]] = 0
    if by_word:
        for one, other in zip(*np.nonzero(np.triu(found, 1)), strict=True):
            if not same_words(different[one], different[other]):
                found[one, other] = found[other, one] = 0
    return found[np.ix_(where, where)]


def same_words(one: str, other: str) -> bool:
    """Whether each word of the shorter is, or nearly is, one of the longer: grants are not rates, though spelt so."""
    few, many = sorted((one.split(), other.split()), key=len)
    return all(any(same_word(word, another) for another in many) for word in few)


def same_word(one: str, other: str) -> bool:
    """Spelt nearly alike, or one is the other with an ending: ysgol and ysgolion."""
    short, long = sorted((one, other), key=len)
    return (len(short) >= STEM and long.startswith(short)) or fuzz.ratio(one, other) >= SAME_WORD


def score(one: str, other: str) -> float | None:
    """How alike two texts are, as a share of 1; None where one of them says nothing."""
    return fuzz.ratio(one, other) / 100 if one and other else None
