"""Contractors' posts that become permanent ones: the days both are there, and what is handed over before one leaves."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from squads.models import ONE_DAY, Conversion, Employment, HandoverItem, Post
from squads.queries.months import PRESENT, SOON
from squads.queries.posts import goes_on, has_left


def with_handover(rows: "QuerySet[Conversion]") -> "QuerySet[Conversion]":
    """Adds `leaves_on` (the first day the contractor is gone), `overlap`, and how many items there are and are done.

    `overlap` is the span from the day on which both posts have begun to the contractor's leaving: the days on which
    both are there. Negative, it is a gap of so many days with nobody; None, the contractor has no last day.
    """
    return rows.annotate(
        leaves_on=F("contractor__planned_to"),
        overlap=ExpressionWrapper(
            F("contractor__planned_to") - Greatest(F("permanent__planned_from"), F("contractor__planned_from")),
            output_field=DurationField(),
        ),
        items=Count("handover_items"),
        done=Count("handover_items", filter=Q(handover_items__done_on__isnull=False)),
        too_late=Count(
            "handover_items",
            filter=Q(handover_items__done_on__isnull=True, handover_items__due_on__gte=F("contractor__planned_to")),
        ),
    )


def overlap_days(conversion: Conversion) -> int | None:
    """As `overlap` of `with_handover`, of one conversion whose posts are fetched."""
    contractor, permanent = conversion.contractor, conversion.permanent
    if contractor.planned_to is None:
        return None
    return (contractor.planned_to - max(permanent.planned_from, contractor.planned_from)).days


def overlap_words(days: int | None) -> str:
    """An overlap said plainly: together for so long, hard on each other's heels, or a gap."""
    if days is None:
        return _("The contractor has no last day, so there is no overlap to count yet.")
    if days > 0:
        together = ngettext("Both are there for %(days)s day.", "Both are there for %(days)s days.", days)
        return together % {"days": formats.number(days)}
    if days == 0:
        return _("One leaves the day before the other comes: they are never there together.")
    apart = ngettext("Nobody is there for %(days)s day.", "Nobody is there for %(days)s days.", -days)
    return apart % {"days": formats.number(-days)}


def contractors_leaving(posts: "QuerySet[Post]", *, on: datetime.date, within: datetime.timedelta = SOON) -> Any:
    """Contractors in post whose last day lies within a span, or has passed while they are still said to be there.

    Adds `conversion` (its key, None where there is none), `items` and `done` of its handover. One whose post goes on
    in another does not leave.
    """
    found = posts.filter(
        ~goes_on(), employment__in=Employment.contractors(), state__in=PRESENT, planned_to__lte=on + within + ONE_DAY
    )
    items = "converted_to__handover_items"
    return found.annotate(
        conversion=F("converted_to"),
        items=Count(items),
        done=Count(items, filter=Q(**{f"{items}__done_on__isnull": False})),
    )


# What there is for a contractor who leaves: of rows that `contractors_leaving` made.
NOTHING = Q(conversion__isnull=True)
NO_LIST = Q(conversion__isnull=False, items=0)
NOT_DONE = Q(items__gt=F("done"))


@dataclass(frozen=True)
class Leaving:
    """Contractors who leave soon, and how many of them leave something behind that nobody else knows."""

    posts: int
    nothing: int
    no_list: int
    not_done: int


def leaving_of(posts: "QuerySet[Post]", *, on: datetime.date) -> Leaving:
    """One query."""
    rows = contractors_leaving(posts, on=on).order_by().values("conversion", "items", "done")
    found = list(rows)
    return Leaving(
        posts=len(found),
        nothing=sum(row["conversion"] is None for row in found),
        no_list=sum(row["conversion"] is not None and not row["items"] for row in found),
        not_done=sum(row["items"] > row["done"] for row in found),
    )


def leaving_finding(found: Leaving) -> list[str]:
    if not found.posts:
        return [_("No contractor leaves in the next 92 days.")]
    sentences = [
        _counted(
            ngettext(
                "One contractor leaves in the next 92 days.",
                "%(number)s contractors leave in the next 92 days.",
                found.posts,
            ),
            found.posts,
        )
    ]
    if found.nothing:
        said = ngettext(
            "One leaves with no permanent post to follow and no handover.",
            "%(number)s leave with no permanent post to follow and no handover.",
            found.nothing,
        )
        sentences.append(_counted(said, found.nothing))
    if found.no_list:
        said = ngettext(
            "One has a permanent post to follow, and nothing listed to hand over.",
            "%(number)s have a permanent post to follow, and nothing listed to hand over.",
            found.no_list,
        )
        sentences.append(_counted(said, found.no_list))
    if found.not_done:
        said = ngettext(
            "The handover of one is not done yet.", "The handovers of %(number)s are not done yet.", found.not_done
        )
        sentences.append(_counted(said, found.not_done))
    if not (found.nothing or found.no_list or found.not_done):
        sentences.append(_("Everything they had to hand over is done."))
    return sentences


def _counted(said: str, number: int) -> str:
    return said % {"number": formats.number(number)}


def open_items(items: "QuerySet[HandoverItem]") -> int:
    return items.filter(done_on__isnull=True).count()


def handovers_finding(items: Any, *, on: datetime.date) -> list[str]:
    """Of the items that are shown: how many are still to be handed over, and how many of those are late. One query."""
    found = items.order_by().aggregate(
        all=Count("pk"),
        open=Count("pk", filter=Q(done_on__isnull=True)),
        late=Count("pk", filter=Q(done_on__isnull=True, due_on__lt=on)),
    )
    if not found["all"]:
        return []
    if not found["open"]:
        return [_("Everything on the list has been handed over.")]
    whole = ngettext(
        "One thing is on the list, and it is still to be handed over.",
        "%(number)s things are on the list, and none of them has been handed over.",
        found["open"],
    )
    part = ngettext(
        "One thing of %(all)s on the list is still to be handed over.",
        "%(number)s things of %(all)s on the list are still to be handed over.",
        found["open"],
    )
    said = whole if found["open"] == found["all"] else part
    sentences = [formats.counted(said, found["open"], all=formats.number(found["all"]))]
    if found["late"] and found["open"] == 1:
        sentences.append(_("It is late."))
    elif found["late"]:
        said = ngettext("One of them is late.", "%(number)s of them are late.", found["late"])
        sentences.append(formats.counted(said, found["late"]))
    return [" ".join(sentences)]


def conversions_finding(rows: Any, *, on: datetime.date) -> list[str]:
    """Of conversions that `with_handover` was asked of. One query."""
    found: list[Mapping[str, Any]] = list(rows.order_by().values("leaves_on", "overlap", "items", "done"))
    if not found:
        return []
    items, done = sum(row["items"] for row in found), sum(row["done"] for row in found)
    soon = sum(_leaves_soon(row["leaves_on"], on) for row in found if row["items"] > row["done"])
    empty = sum(not row["items"] for row in found)
    gaps = sum(row["overlap"] is not None and row["overlap"].days < 0 for row in found)
    said = ngettext(
        "One contractor's post becomes permanent.", "%(number)s contractors' posts become permanent.", len(found)
    )
    sentences = [_counted(said, len(found))]
    if items:
        sentences.append(_done_words(done, items))
    if soon:
        said = ngettext(
            "One contractor leaves within 92 days, or has left, with a handover not done.",
            "%(number)s contractors leave within 92 days, or have left, with a handover not done.",
            soon,
        )
        sentences.append(_counted(said, soon))
    if empty:
        said = ngettext(
            "One conversion has nothing listed to hand over.",
            "%(number)s conversions have nothing listed to hand over.",
            empty,
        )
        sentences.append(_counted(said, empty))
    if gaps:
        said = ngettext(
            "One conversion has days on which nobody is there.",
            "%(number)s conversions have days on which nobody is there.",
            gaps,
        )
        sentences.append(_counted(said, gaps))
    return sentences


def _done_words(done: int, items: int) -> str:
    words = {"done": formats.number(done), "items": formats.number(items)}
    return _("Handed over: %(done)s of %(items)s items.") % words


def _leaves_soon(leaves_on: datetime.date | None, on: datetime.date) -> bool:
    return leaves_on is not None and leaves_on <= on + SOON + ONE_DAY


def conversion_finding(*, conversion: Conversion, items: list[HandoverItem], on: datetime.date) -> list[str]:
    """The two posts in days, and whether what is to be known will be known in time."""
    contractor, permanent = conversion.contractor, conversion.permanent
    sentences = []
    if contractor.last_day is None:
        sentences.append(overlap_words(None))
    else:
        words = {"leaves": formats.date(contractor.last_day), "begins": formats.date(permanent.planned_from)}
        said = (
            _("The contractor's last day was %(leaves)s; the permanent post is planned from %(begins)s.")
            if has_left(contractor, on=on)
            else _("The contractor's last day is %(leaves)s; the permanent post is planned from %(begins)s.")
        )
        sentences += [said % words, overlap_words(overlap_days(conversion))]
    sentences.append(_handover_words(contractor, items, on))
    late = [one for one in items if one.done_on is None and _after(one.due_on, contractor.planned_to)]
    if late:
        said = ngettext(
            "One thing is needed by a day on which the contractor is no longer there.",
            "%(number)s things are needed by a day on which the contractor is no longer there.",
            len(late),
        )
        sentences.append(_counted(said, len(late)))
    return sentences


def _after(due: datetime.date | None, leaves: datetime.date | None) -> bool:
    return due is not None and leaves is not None and due >= leaves


def _handover_words(contractor: Post, items: list[HandoverItem], on: datetime.date) -> str:
    if not items:
        return _("Nothing is listed to be handed over yet.")
    done = sum(one.done_on is not None for one in items)
    words = {"items": formats.number(len(items)), "left": formats.number(len(items) - done)}
    if done == len(items):
        return _("Everything on the list has been handed over.")
    if has_left(contractor, on=on):
        return _("The contractor has left, and this much was not handed over: %(left)s of %(items)s items.") % words
    return _done_words(done, len(items))


def leads_back(*, contractor: Post, permanent: Post) -> bool:
    """Whether following who replaces whom from `permanent` comes to `contractor`. One query."""
    follows = dict(Conversion.objects.values_list("contractor", "permanent"))
    at: int | None = permanent.pk
    seen: set[int] = set()
    while at is not None and at not in seen:
        if at == contractor.pk:
            return True
        seen.add(at)
        at = follows.get(at)
    return False


def conversion_words(contractor: Post) -> str:
    """Why a conversion made a post; kept in the history, so in both languages."""
    return f"Trosi swydd {contractor.pk} / Conversion of post {contractor.pk}"


def made_by_conversion(*, conversion: Conversion) -> bool:
    """Whether the conversion made its permanent post, and nobody has changed that since. One query."""
    rows = list(conversion.permanent.history.order_by("history_id").values("history_type", "history_change_reason")[:2])
    return (
        len(rows) == 1
        and rows[0]["history_type"] == "+"
        and rows[0]["history_change_reason"] == conversion_words(conversion.contractor)
    )
