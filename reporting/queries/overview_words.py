"""The portfolio on a day in a sentence or two: how it is, and what needs a decision."""

import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from kit import formats
from kit.periods import first_day
from reporting.queries.attention import next_year
from reporting.queries.overview import Overview

ONE_DAY = datetime.timedelta(days=1)


def last_day_funded(on: datetime.date) -> datetime.date:
    """The coming 31 March, which is today on that day itself."""
    return first_day(next_year(on)) - ONE_DAY


def overview_finding(found: Overview, *, user: User, on: datetime.date) -> list[str]:
    """Reads right for one product, for none, and when nothing is the matter."""
    whole = found.whole
    if not whole.products:
        return [_("There are no products yet.")]
    sentences = [_how_it_is(found, on)]
    if whole.facts["decisions"]:
        sentences.append(
            _("Decisions needed within 30 days: %(due)s, of them overdue: %(overdue)s.")
            % {
                "due": formats.number(found.decision_count),
                "overdue": formats.number(found.decisions_overdue),
            }
        )
    else:
        sentences.append(_("No decision is needed within 30 days."))
    if not user.sees_all_organisations:
        sentences.append(_("Only the products of your organisation, and those it takes part in, are counted."))
    return sentences


def _how_it_is(found: Overview, on: datetime.date) -> str:
    facts, named = found.whole.facts, {"products": formats.number(found.whole.looked_after)}
    wrong = [
        (facts["late"], _("late: %(number)s")),
        (facts["worse"], _("worse than before: %(number)s")),
        (facts["stale"], _("not updated in 14 days: %(number)s")),
        (facts["unfunded"], _("with no money after %(day)s: %(number)s")),
    ]
    day = formats.date(last_day_funded(on))
    told = [words % {"number": formats.number(number), "day": day} for number, words in wrong if number]
    if not told:
        return (
            _("Products looked after: %(products)s. None is late, worse than before, without an update or unfunded.")
            % named
        )
    return _("Products looked after: %(products)s. Of these %(told)s.") % {**named, "told": "; ".join(told)}
