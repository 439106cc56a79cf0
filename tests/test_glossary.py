"""The glossary says what the pages say, in both languages, and lists what a translator should look at."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

from funding import vocabulary
from kit import catalogues
from tests.document_tables import Row, with_columns

BASE = Path(settings.BASE_DIR)
GLOSSARY = BASE / "docs" / "glossary.md"

GLOSSARY_COLUMNS = ("English", "Cymraeg", "meaning", "mark")
DOUBT_COLUMNS = ("English", "Cymraeg", "why it is doubtful")


@cache
def entries() -> list[polib.POEntry]:
    found = catalogues.read(BASE / "locale")
    return [entry for part in found for entry in found[part]]


@cache
def own_welsh() -> dict[str, set[str]]:
    """The Welsh of each message of our own that has it, capitals and kinds of apostrophe apart."""
    found: dict[str, set[str]] = {}
    for part, catalogue in catalogues.read(BASE / "locale").items():
        for entry in catalogue if part not in catalogues.FOREIGN else ():
            if entry.msgstr:
                found.setdefault(plain(entry.msgid), set()).add(plain(entry.msgstr))
    return found


def plain(text: str) -> str:
    text = text.replace("’", "'")
    return text[:1].lower() + text[1:]


def welsh_astray(rows: list[Row], said: dict[str, set[str]]) -> list[str]:
    """Where the pages say anything else than the row; several renderings of one English word are parted by `;`."""
    found = []
    for row in rows:
        written = {plain(one.strip()) for one in row["Cymraeg"].split(";")}
        by_pages = said.get(plain(row["English"]), written)
        if by_pages != written:
            found.append(f"{row['English']}: {row['Cymraeg']}, and the pages say {'; '.join(sorted(by_pages))}")
    return found


def test_the_glossary_and_the_pages_say_the_same_in_welsh() -> None:
    rows = with_columns(GLOSSARY, *GLOSSARY_COLUMNS)
    assert welsh_astray(rows, own_welsh()) == []
    assert len([row for row in rows if plain(row["English"]) in own_welsh()]) > 100


def test_a_page_that_says_something_else_is_noticed() -> None:
    row = {"English": "Squad", "Cymraeg": "sgwad", "meaning": "", "mark": "M"}
    assert welsh_astray([row], {"squad": {"sgwad"}}) == []
    assert welsh_astray([row], {"squad": {"tîm"}}) == ["Squad: sgwad, and the pages say tîm"]


def test_no_term_of_the_glossary_is_given_twice_or_without_its_mark() -> None:
    rows = with_columns(GLOSSARY, *GLOSSARY_COLUMNS)
    english = [plain(row["English"]) for row in rows]
    assert [one for one in english if english.count(one) > 1] == []
    assert [row["English"] for row in rows if row["mark"] not in ("A", "M") or not all(row.values())] == []


def words_of_the_model() -> Iterator[str | Promise]:
    yield from (vocabulary.label(path) for path in vocabulary.paths())
    yield from (figure.label for figure in vocabulary.FIGURES.values())
    yield from vocabulary.CATEGORIES.values()
    yield from (words.name for words in vocabulary.FUNDING_MODELS.values())
    yield from vocabulary.GROUPS.values()


def test_every_word_of_the_model_is_in_the_glossary() -> None:
    listed = {plain(row["English"]) for row in with_columns(GLOSSARY, *GLOSSARY_COLUMNS)}
    with translation.override("en"):
        assert sorted({str(word) for word in words_of_the_model() if plain(str(word)) not in listed}) == []


def shown(entry: polib.POEntry) -> tuple[str, str]:
    """An entry as the list for a translator has it: on one line, its plurals side by side."""
    welsh = " / ".join(entry.msgstr_plural.values()) if entry.msgid_plural else entry.msgstr
    english, welsh = (" ".join(text.split()) for text in (entry.msgid, welsh))
    return english, welsh


def test_the_list_for_a_translator_is_of_what_the_pages_say() -> None:
    said = {shown(entry) for entry in entries()}
    rows = with_columns(GLOSSARY, *DOUBT_COLUMNS)
    assert [row["English"] for row in rows if (row["English"], row["Cymraeg"]) not in said] == []
    assert [row["English"] for row in rows if not row["why it is doubtful"]] == []


def test_what_a_catalogue_marks_as_unsure_is_in_the_list_for_a_translator() -> None:
    listed = {row["English"] for row in with_columns(GLOSSARY, *DOUBT_COLUMNS)}
    unsure = {shown(entry)[0] for entry in entries() if "unsure" in (entry.tcomment or "") and entry.msgid}
    assert sorted(unsure - listed) == []
