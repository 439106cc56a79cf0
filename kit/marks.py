"""The one grammar of drawing, for who is there and for how certain money is: solid, striped or lighter, a gap."""

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
