"""What ends, opens or is decided soon among the rows a person may see."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from funding import vocabulary
from funding.models import Assumption, Award, Fund, Round
from kit import formats
from portfolio.models import Contract, Decision, Meeting, Milestone, Product
from squads.models import Employment, Post, Squad

DAYS_AHEAD = 90
ONE_DAY = datetime.timedelta(days=1)
MOST = 50


@dataclass(frozen=True)
class Coming:
    """A day and what happens on it, in words, with where to look."""

    on: datetime.date
    words: str
    url: str


def coming(*, user: User, on: datetime.date, days: int = DAYS_AHEAD, most: int = MOST) -> list[Coming]:
    """The soonest first. Ten queries, however many rows there are."""
    until = on + datetime.timedelta(days=days)
    found = [
        *_posts(user, on, until),
        *_awards(user, on, until),
        *_rounds(user, on, until),
        *_reviews(user, on, until),
        *_products(user, on, until),
        *_milestones(user, on, until),
        *_decisions(user, on, until),
        *_contracts(user, on, until),
        *_meetings(user, on, until),
    ]
    return sorted(found, key=lambda one: (one.on, one.words))[:most]


def _posts(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    """By squad and day. An end is the first day no longer covered: what is told is the last day there."""
    ending = list(
        Post.objects.visible_to(user)
        .filter(planned_to__gt=on, planned_to__lte=until)
        .exclude(state=Post.State.ENDED)
        .values("planned_to", "squad")
        .annotate(posts=Count("pk"), contractors=Count("pk", filter=Q(employment__in=Employment.contractors())))
        .order_by("planned_to")[:MOST]
    )
    squads = Squad.objects.in_bulk([row["squad"] for row in ending])
    for row in ending:
        words = _last_day(row["posts"], row["contractors"]) % {
            "squad": squads[row["squad"]],
            "posts": formats.number(row["posts"]),
            "contractors": formats.number(row["contractors"]),
        }
        assert row["planned_to"] is not None
        yield Coming(row["planned_to"] - ONE_DAY, words, reverse("squads:squad", args=[row["squad"]]))


def _last_day(posts: int, contractors: int) -> str:
    """Of posts of one squad that end together: who goes."""
    if contractors == posts:
        return ngettext("A contractor leaves %(squad)s", "%(posts)s contractors leave %(squad)s", posts)
    if not contractors:
        return ngettext("The last day of a post in %(squad)s", "The last day of %(posts)s posts in %(squad)s", posts)
    return ngettext(
        "The last day of %(posts)s posts in %(squad)s: %(contractors)s of them is held by a contractor",
        "The last day of %(posts)s posts in %(squad)s: %(contractors)s of them are held by contractors",
        contractors,
    )


def _awards(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    rows = Award.objects.visible_to(user).filter(expires__gt=on, expires__lte=until).select_related("product", "fund")
    for award in rows.order_by("expires")[:MOST]:
        named = {"award": award.reference, "fund": award.fund, "product": award.product}
        words = _("Last day to spend award %(award)s of %(fund)s: %(product)s") % named
        assert award.expires is not None
        yield Coming(award.expires - ONE_DAY, words, reverse("funding:award", args=[award.pk]))


def _rounds(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    words = {
        "opens": _("Round opens: %(round)s"),
        "closes": _("Round closes: %(round)s"),
        "panel": _("Round goes to its panel: %(round)s"),
        "decision": _("Round is decided: %(round)s"),
        "delivery_ends": _("Delivery under the round ends: %(round)s"),
    }
    soon = Q()
    for step in words:
        soon |= Q((f"{step}__gte", on), (f"{step}__lte", until))
    rows = Round.objects.filter(soon, fund__in=Fund.objects.visible_to(user)).select_related("fund")
    for one in rows.order_by("year")[:MOST]:
        for step, sentence in words.items():
            day = getattr(one, step)
            if day is not None and on <= day <= until:
                yield Coming(day, sentence % {"round": one}, reverse("funding:round", args=[one.pk]))


def _reviews(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    rows = Assumption.objects.visible_to(user).filter(review_by__gte=on, review_by__lte=until)
    for row in rows.order_by("review_by")[:MOST]:
        words = _("Assumption to review: %(key)s") % {"key": vocabulary.label(row.key)}
        assert row.review_by is not None
        yield Coming(row.review_by, words, reverse("funding:assumption", args=[row.pk]))


def _products(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    rows = Product.objects.visible_to(user).filter(end_of_life__gte=on, end_of_life__lte=until)
    for product in rows.order_by("end_of_life")[:MOST]:
        words = _("Expected end of life of %(product)s") % {"product": product}
        assert product.end_of_life is not None
        yield Coming(product.end_of_life, words, reverse("portfolio:product", args=[product.pk]))


def _milestones(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    rows = Milestone.objects.visible_to(user).filter(actual__isnull=True, forecast__gte=on, forecast__lte=until)
    for one in rows.select_related("product").order_by("forecast")[:MOST]:
        words = _("Milestone expected: %(milestone)s – %(product)s") % {"milestone": one, "product": one.product}
        assert one.forecast is not None
        yield Coming(one.forecast, words, reverse("portfolio:milestone", args=[one.pk]))


def _decisions(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    rows = Decision.objects.visible_to(user).due().filter(due_on__gte=on, due_on__lte=until)
    for one in rows.select_related("product").order_by("due_on")[:MOST]:
        words = _("Decision needed: %(question)s – %(product)s") % {"question": one, "product": one.product}
        assert one.due_on is not None
        yield Coming(one.due_on, words, reverse("portfolio:product_logs", args=[one.product_id]))


def _contracts(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    rows = Contract.objects.visible_to(user).filter(end__gt=on, end__lte=until)
    for one in rows.select_related("organisation").order_by("end")[:MOST]:
        words = _("Last day of the contract %(contract)s: %(organisation)s")
        assert one.end is not None
        named = {"contract": one, "organisation": one.organisation}
        yield Coming(one.end - ONE_DAY, words % named, reverse("portfolio:contract", args=[one.pk]))


def _meetings(user: User, on: datetime.date, until: datetime.date) -> Iterator[Coming]:
    rows = Meeting.objects.visible_to(user).filter(state=Meeting.State.DUE, due_on__gte=on, due_on__lte=until)
    for one in rows.select_related("forum").order_by("due_on")[:MOST]:
        words = _("Meeting due: %(forum)s") % {"forum": one.forum}
        yield Coming(one.due_on, words, reverse("portfolio:forum", args=[one.forum_id]))
