"""The language to answer a person in: what they chose is kept in the account, then a cookie, then the address."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Set by the toggle before sign-in, so that the choice made a moment ago outlives it.
CHOSEN = "language_chosen"
PREFIX = re.compile(rf"^((?:https?://[^/]+)?/)({'|'.join(code for code, _ in settings.LANGUAGES)})(?=/)")


def in_language(url: str, language: str) -> str:
    """The same address in another language; one that has no language is left as it is."""
    return PREFIX.sub(rf"\g<1>{language}", url, count=1)


def choose(request: HttpRequest, language: str) -> None:
    request.session[CHOSEN] = language


def was_chosen(request: HttpRequest, language: str) -> bool:
    return bool(request.session.get(CHOSEN) == language)


def keep(response: HttpResponse, language: str) -> None:
    """Keeps the language in the cookie that an address without a language is answered by."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 60 * 60,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
