"""The one grammar of drawing, for who is there and for how certain money is: solid, striped or lighter, a gap.

And the one of judging: a word in a shape (circle, triangle, square), then a colour.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Mark → its words. The classes `mark-<mark>` are in static/src/_marks.scss.
WORDS: dict[str, Any] = {
    "permanent": _("permanent"),
    "contractor": _("contractor"),
    "vacant": _("vacant"),
    "secured": pgettext_lazy("money", "secured"),
    "indicative": pgettext_lazy("money", "indicative"),
    "targeted": pgettext_lazy("money", "targeted"),
    "unfunded": _("no source"),
}
# Values that records have for the same things.
DRAWN_AS = {"fixed_term": "permanent", "agency": "contractor", "supplier": "contractor", "ended": "vacant"}


def mark_of(value: str) -> str:
    """The mark a value is drawn with, or "" where it has none."""
    found = DRAWN_AS.get(value, value)
    return found if found in WORDS else ""


# Rating → its word. The classes `rag--<rating>` are in static/src/_marks.scss: green a circle, amber a triangle, red a
# square; a rating between two has both shapes; what was asked for and not given is a ring with nothing in it.
RATINGS: dict[str, Any] = {
    "green": pgettext_lazy("rating", "green"),
    "amber_green": pgettext_lazy("rating", "amber/green"),
    "amber": pgettext_lazy("rating", "amber"),
    "amber_red": pgettext_lazy("rating", "amber/red"),
    "red": pgettext_lazy("rating", "red"),
    "pending": pgettext_lazy("rating", "pending"),
}
# Values that other judgements have, and the rating whose shape they are drawn in; their words are their own.
JUDGED_AS = {"met": "green", "partly": "amber", "not_met": "red", "not_assessed": "pending"}


def rating_of(value: str) -> str:
    """The rating a value is drawn as; what is not known is drawn as pending, never as green."""
    found = JUDGED_AS.get(value, value)
    return found if found in RATINGS else "pending"
