"""The portfolio on a day in a sentence or two: how it is, and what needs a decision."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

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
    if not found.whole.products:
        return [_("There are no products yet.")]
    sentences = [_how_it_is(found, on), _what_to_decide(found)]
    if not user.sees_all_organisations:
        sentences.append(_("Only the products of your organisation, and those it takes part in, are counted."))
    return sentences


def _how_it_is(found: Overview, on: datetime.date) -> str:
    products, day = found.whole.looked_after, formats.date(last_day_funded(on))
    if not products:
        return _("Every product has been retired, and none is looked after.")
    wrong = list(_of_one(found, day) if products == 1 else _of_many(found, day))
    named = {"products": formats.number(products), "told": _joined(wrong), "day": day}
    if wrong:
        words = ngettext(
            "One product is looked after: %(told)s.", "Of %(products)s products looked after, %(told)s.", products
        )
    else:
        words = ngettext(
            "One product is looked after. It is neither late nor worse than before, it has been updated in the last "
            "14 days, and it has money after %(day)s.",
            "None of the %(products)s products looked after is late, worse than before, without an update for "
            "14 days or without money after %(day)s.",
            products,
        )
    return words % named


def _of_one(found: Overview, day: str) -> Iterator[str]:
    """What is the matter with the only product."""
    told = {
        "late": pgettext("a product", "it is late"),
        "worse": pgettext("a product", "it is worse than before"),
        "stale": pgettext("a product", "it has not been updated in 14 days"),
        "unfunded": pgettext("a product", "it has no money after %(day)s"),
    }
    return (words % {"day": day} for fact, words in told.items() if found.whole.facts[fact])


def _of_many(found: Overview, day: str) -> Iterator[str]:
    """With how many products each thing is the matter."""
    facts = found.whole.facts
    told = {
        "late": ngettext("%(number)s is late", "%(number)s are late", facts["late"]),
        "worse": ngettext("%(number)s is worse than before", "%(number)s are worse than before", facts["worse"]),
        "stale": ngettext(
            "%(number)s has not been updated in 14 days", "%(number)s have not been updated in 14 days", facts["stale"]
        ),
        "unfunded": ngettext(
            "%(number)s has no money after %(day)s", "%(number)s have no money after %(day)s", facts["unfunded"]
        ),
    }
    return (words % {"number": formats.number(facts[fact]), "day": day} for fact, words in told.items() if facts[fact])


def _joined(clauses: list[str]) -> str:
    *before, last = clauses or [""]
    return (
        pgettext("clauses", "%(before)s and %(last)s") % {"before": ", ".join(before), "last": last} if before else last
    )


def _what_to_decide(found: Overview) -> str:
    """What is overdue, and what is needed soon besides."""
    overdue = found.decisions_overdue
    soon = found.decision_count - overdue
    late = ngettext("%(number)s decision is overdue.", "%(number)s decisions are overdue.", overdue)
    if not overdue:
        words = ngettext(
            "%(number)s decision is needed within 30 days.", "%(number)s decisions are needed within 30 days.", soon
        )
        return words % {"number": formats.number(soon)} if soon else _("No decision is needed within 30 days.")
    late %= {"number": formats.number(overdue)}
    if not soon:
        return late
    more = ngettext("%(number)s more is needed within 30 days.", "%(number)s more are needed within 30 days.", soon)
    return f"{late} {more % {'number': formats.number(soon)}}"
