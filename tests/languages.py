"""How the tests see which language a page is in: what it could not translate, and the words one reads on it."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import lxml.html
from django.conf import settings
from django.utils.translation import trans_real

from kit import catalogues

LANGUAGES = ("cy", "en")
# What is the same word in Welsh, by agreement.
SAME = {*(settings.BASE_DIR / "locale" / "same_in_both.txt").read_text(encoding="utf-8").splitlines(), ""}

# Looked up by django-filter for every filter, and then not shown.
NEVER_SHOWN = {"exact"}

# Words of one language that are no words of the other. Not "a", "at", "all", "i" or "an": they are both.
ENGLISH = re.compile(
    r"\b(the|and|of|with|from|not|are|this|that|which|was|has|have|been|its|your|you|who|what|when|where|will|should"
    r"|than|there|these|their|each|every|year|years|months|weeks|save|change|error|enter|products?|squads?|posts?"
    r"|awards?|funds?|funding|rates?|assumptions?|appraisals?|options?|money|costs|paid|known|value|source)\b",
    re.IGNORECASE,
)
WELSH = re.compile(
    r"\b(y|yr|yn|ac|mae|wedi|gan|nid|oes|ond|hwn|hon|bod|sydd|eu|ei|neu|gyda|heb|bob|nad|beth|pwy|tan|ers"
    r"|blwyddyn|flwyddyn|mis|wythnos|cynnyrch|sgwad|swydd|cronfa|dyfarniad|cyfradd|arian|cost oes|newid|cadw)\b",
    re.IGNORECASE,
)
FOREIGN = {"cy": ENGLISH, "en": WELSH}
# Attributes that a person reads or hears.
SAID = ("aria-label", "title", "alt", "placeholder", "data-image-words", "data-png-words")
E_MAIL = re.compile(r"\S+@\S+")


class Untranslated:
    """Stands behind the Welsh catalogue and is asked only for what that does not have."""

    def __init__(self) -> None:
        self.messages: set[str] = set()

    def gettext(self, message: str) -> str:
        self.messages.add(message.split("\x04")[-1])
        return message

    def ngettext(self, one: str, many: str, number: int) -> str:
        self.messages.add(one.split("\x04")[-1])
        return one if number == 1 else many


def refresh() -> None:
    """Welsh as it is in the catalogues now."""
    if catalogues.compile_stale(settings.BASE_DIR / "locale"):
        trans_real.translation.__globals__["_translations"].pop("cy", None)


@contextmanager
def untranslated() -> Iterator[set[str]]:
    """Gathers what is said in English while the language is Welsh, by us or by any package."""
    welsh: Any = trans_real.translation("cy")
    kept, asked = welsh._fallback, Untranslated()
    welsh._fallback = asked
    found: set[str] = set()
    try:
        yield found
    finally:
        welsh._fallback = kept
        found |= asked.messages - SAME - NEVER_SHOWN


def parsed(html: str) -> Any:
    return lxml.html.document_fromstring(html)


def texts(page: Any, language: str) -> Iterator[str]:
    """What one reads or hears on a page in its own language: not what is marked as another's, nor what was typed."""
    for gone in page.xpath(f"//*[@lang and @lang != '{language}'] | //style | //textarea | //code"):
        gone.drop_tree()
    for script in page.xpath("//script"):
        if script.get("type") == "application/json":
            yield from strings(json.loads(script.text or "null"))
        script.drop_tree()
    for element in page.iter():
        yield from (element.get(name) for name in SAID if element.get(name))
    yield from page.xpath("//title/text()")
    # Each block's text as one, so that a sentence with a link in it stays a sentence.
    for block in page.xpath(
        "//body//*[self::p or self::h1 or self::h2 or self::h3 or self::li or self::td or self::th]"
    ):
        yield " ".join(block.text_content().split())
    for text in page.xpath("//body//text()[normalize-space()]"):
        yield " ".join(text.split())


def strings(value: Any) -> Iterator[str]:
    """Every text that a chart shows: titles, names, labels; not its keys, colours or settings."""
    shown = ("text", "name", "title", "hovertext", "ticktext", "x", "y", "label")
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in shown and isinstance(inner, str):
                yield inner
            elif not isinstance(inner, list) or key in ("data", "layout", "annotations", "shapes", *shown):
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from ([inner] if isinstance(inner, str) else strings(inner))


def in_the_other_language(html: str, language: str) -> list[str]:
    """Texts of a page with a word of the other language in them."""
    found = FOREIGN[language]
    seen = dict.fromkeys(E_MAIL.sub("", text) for text in texts(parsed(html), language))
    return [text for text in seen if found.search(text)]


def other(address: str, language: str) -> str:
    """The address of the same page in a language."""
    return re.sub(r"^/(cy|en)/", f"/{language}/", address)
