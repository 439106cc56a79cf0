"""Content kept as a pair of fields, `<name>_cy` and `<name>_en`, read in the language of the page."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

LANGUAGES = ("cy", "en")


def language() -> str:
    """The language of the page being made: "cy" or "en"."""
    return "cy" if (get_language() or "en").startswith("cy") else "en"


@dataclass(frozen=True)
class Reading:
    """What there is to read, and the language it is really in."""

    text: str
    language: str
    translated: bool


def reading(record: Any, name: str) -> Reading:
    """The text of a pair in the page's language, or in the other one, said to be so, where it is missing."""
    wanted = language()
    other = "en" if wanted == "cy" else "cy"
    text = getattr(record, f"{name}_{wanted}")
    if text or not getattr(record, f"{name}_{other}"):
        return Reading(text, wanted, True)
    return Reading(getattr(record, f"{name}_{other}"), other, False)


class Pair:
    """`product.name` is `product.name_cy` on a Welsh page and `product.name_en` on an English one."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, record: Any, owner: type) -> Any:
        return self if record is None else reading(record, self.name).text


def pair_field(name: str) -> str:
    """The column to sort or search by in the page's language: "name" gives "name_cy" on a Welsh page."""
    return f"{name}_{language()}"
