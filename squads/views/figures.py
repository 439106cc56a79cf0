"""The key figures of the squads, each with the address of its rows."""

import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from kit import formats
from kit.figures import KeyFigure
from squads.queries.overview import Overview


def overview_figures(found: Overview, *, on: datetime.date) -> list[KeyFigure]:
    fte, posts = _("FTE"), reverse("squads:posts")
    ages = found.vacancies
    squads = len({one.squad.pk for one in found.promised})
    return [
        KeyFigure(_("Permanent staff there today"), formats.fte(found.permanent), fte, url=f"{posts}?there=permanent"),
        KeyFigure(_("Contractors there today"), formats.fte(found.contractors), fte, url=f"{posts}?there=contractors"),
        KeyFigure(
            _("Empty posts, wanted now or later"),
            formats.number(ages.posts),
            as_at=_("median days empty, of those wanted already: %(days)s") % {"days": formats.number(ages.median_days)}
            if ages.late
            else _("none wanted already"),
            url=reverse("squads:vacancies"),
        ),
        KeyFigure(
            _("Contractors who leave within 92 days"),
            formats.number(found.leaving.posts),
            as_at=_("with nothing arranged: %(number)s") % {"number": formats.number(found.leaving.nothing)},
            url=reverse("squads:leaving"),
        ),
        KeyFigure(
            _("Squads promised twice"),
            formats.number(squads),
            as_at=_("today or later"),
            url=reverse("squads:promised"),
        ),
        KeyFigure(
            _("Squads that lack a role"),
            formats.number(found.lacking.lacking),
            as_at=_("of %(squads)s there today") % {"squads": formats.number(found.lacking.squads)},
            url=f"{reverse('squads:missing_roles')}?any_lack=yes",
        ),
        KeyFigure(
            _("Handover items open"), formats.number(found.open_items), url=f"{reverse('squads:handovers')}?done=no"
        ),
    ]
