"""Where a squad is at home, when that body is no longer there."""

import datetime

from django.utils.translation import gettext as _

from kit import formats
from squads.models import ONE_DAY, Squad


def home_finding(*, squad: Squad, on: datetime.date) -> list[str]:
    """Said of a squad whose home is gone, or will be before the squad is. The successor is fetched already."""
    home = squad.organisation
    if home.valid_to is None or (squad.until is not None and squad.until <= home.valid_to):
        return []
    words = {
        "home": str(home),
        "day": formats.date(home.valid_to - ONE_DAY),
        "successor": str(home.successor or ""),
    }
    if home.valid_to > on:
        said = _("Its home organisation, %(home)s, is there until %(day)s only.")
    else:
        said = _("Its home organisation, %(home)s, no longer exists: its last day was %(day)s.")
    if home.successor:
        return [said % words, _("The successor is %(successor)s: change the squad's home.") % words]
    return [said % words]
