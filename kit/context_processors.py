"""What every page's frame needs: the places, the page in the other language, whether this is a demonstration."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from kit.bilingual import LANGUAGES, language

PREFIX = re.compile(rf"^/({'|'.join(LANGUAGES)})(?=/|$)")
NAMES = dict(settings.LANGUAGES)


@dataclass(frozen=True)
class Place:
    """One of the places of the service navigation."""

    name: str
    url: str
    current: bool


@dataclass(frozen=True)
class Edition:
    """This page in one of the languages."""

    code: str
    name: str
    url: str


def page(request: HttpRequest) -> dict[str, Any]:
    here = language()
    editions = [Edition(code, NAMES[code], in_language(request, code)) for code in LANGUAGES]
    return {
        "language": here,
        "editions": editions,
        "other_edition": next(edition for edition in editions if edition.code != here),
        "places": places(request),
        "demonstration": settings.DEMONSTRATION,
    }


def in_language(request: HttpRequest, code: str) -> str:
    """The address asked for, query and all, in a language. A page without one (there are few) is left alone."""
    path = PREFIX.sub(f"/{code}", request.path)
    asked = request.META.get("QUERY_STRING", "")
    return f"{path}?{asked}" if asked else path


def places(request: HttpRequest) -> list[Place]:
    """The places this person may open.

    The current one is whose noun the page is of, else whose address is the longest that the page's begins with.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    found: list[tuple[str, str, tuple[str, ...]]] = []
    for name, url_name, permission, nouns in settings.PLACES:
        if user.has_perm(permission):
            try:
                found.append((str(name), reverse(url_name), nouns))
            except NoReverseMatch:
                continue
    _root, _room, noun, *_rest = [*PREFIX.sub("", request.path).split("/"), "", ""]
    begun = max((url for _name, url, _nouns in found if request.path.startswith(url)), key=len, default="")
    here = next((url for _name, url, nouns in found if begun and noun in nouns), begun)
    return [Place(name, url, url == here) for name, url, _nouns in found]
