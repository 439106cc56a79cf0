"""Delivery confidence: the latest of each product, and whether it got better or worse since.

A rating is compared with the latest earlier one of the same person on the same scale. One that is pending is neither
better nor worse than any, and a rating of another scale is never converted.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, SmallIntegerField, Subquery, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kit import formats
from portfolio.models import Confidence
from portfolio.models.confidence import WORSE, Rating

OWNER, INDEPENDENT = "owner", "independent"
PARTIES: dict[str, Any] = {OWNER: gettext_lazy("Responsible owner"), INDEPENDENT: gettext_lazy("Independent")}
# What each rating says, as the Treasury defined the three points; the two between are of the older five-point scale.
MEANINGS: dict[str, Any] = {
    Rating.GREEN: gettext_lazy("Success on time, on budget and in quality is highly likely; nothing threatens it."),
    Rating.AMBER_GREEN: gettext_lazy("Success is probable, with constant attention to the risks."),
    Rating.AMBER: gettext_lazy("Success is feasible; there are significant issues, which can be settled now."),
    Rating.AMBER_RED: gettext_lazy("Success is in doubt; there are major risks or issues in several places."),
    Rating.RED: gettext_lazy("Success appears out of reach; the issues do not appear manageable as things are."),
    Rating.PENDING: gettext_lazy("Asked for and not given yet. It is never counted as green."),
}  # fmt: skip


def _rank(party: str) -> Case:
    """How bad a rating is, null where it is pending."""
    return Case(
        *(When(**{f"{party}_rating": rating}, then=Value(rank)) for rating, rank in WORSE.items()),
        default=None,
        output_field=SmallIntegerField(null=True),
    )


def with_before(rows: QuerySet[Confidence]) -> QuerySet[Confidence]:
    """Adds to each row what each party said last on the same scale (`<party>_before`, `_before_on`), and the ranks."""
    for party in PARTIES:
        earlier = (
            Confidence.objects.filter(product=OuterRef("product"), scale=OuterRef("scale"), on__lt=OuterRef("on"))
            .exclude(**{f"{party}_rating": Rating.PENDING})
            .order_by("-on")
        )
        rows = rows.annotate(
            **{
                f"{party}_rank": _rank(party),
                f"{party}_before": Subquery(earlier.values(f"{party}_rating")[:1]),
                f"{party}_before_on": Subquery(earlier.values("on")[:1]),
                f"{party}_before_rank": Subquery(earlier.annotate(rank=_rank(party)).values("rank")[:1]),
            }
        )
    return rows


def latest_of_products(rows: QuerySet[Confidence], *, on: datetime.date) -> QuerySet[Confidence]:
    """The latest rating of each product by a day, with what came before it."""
    newest = Confidence.objects.filter(product=OuterRef("product"), on__lte=on).order_by("-on").values("pk")[:1]
    return with_before(rows.filter(pk=Subquery(newest)))


def got_worse(rows: QuerySet[Confidence]) -> QuerySet[Confidence]:
    """Of rows that `with_before` was asked of: those that either party rates worse than before."""
    return rows.filter(_moved("gt"))


def got_better(rows: QuerySet[Confidence]) -> QuerySet[Confidence]:
    return rows.filter(_moved("lt"))


def _moved(how: str) -> Q:
    worse = Q()
    for party in PARTIES:
        worse |= Q(**{f"{party}_rank__{how}": F(f"{party}_before_rank")})
    return worse


@dataclass(frozen=True)
class Movement:
    """One party's rating beside their last one on the same scale."""

    party: Any
    rating: str
    before: str
    before_on: datetime.date | None
    change: int | None  # above nought is worse; None where the two cannot be compared

    @property
    def words(self) -> str:
        if self.change is None:
            return ""
        named = {"rating": Rating(self.before).label, "day": formats.date(self.before_on)}
        if self.change > 0:
            return _("worse than %(rating)s on %(day)s") % named
        if self.change < 0:
            return _("better than %(rating)s on %(day)s") % named
        return _("unchanged since %(day)s") % named


def movements_of(row: Any) -> list[Movement]:
    """Of a row that `with_before` was asked of."""
    found = []
    for party, name in PARTIES.items():
        now, then = getattr(row, f"{party}_rank"), getattr(row, f"{party}_before_rank")
        change = None if now is None or then is None else now - then
        found.append(
            Movement(
                name,
                getattr(row, f"{party}_rating"),
                getattr(row, f"{party}_before") or "",
                getattr(row, f"{party}_before_on"),
                change,
            )
        )
    return found


def confidence_finding(row: Confidence | None) -> list[str]:
    """Of a product's latest rating, with what came before it: who says what, and whether that is worse."""
    if row is None:
        return [_("Nobody has rated the confidence in its delivery yet.")]
    said = [
        _("As at %(day)s, on the %(scale)s scale.") % {"day": formats.date(row.on), "scale": row.get_scale_display()}
    ]
    for one in movements_of(row):
        if one.rating == Rating.PENDING:
            said.append(_("%(party)s: asked for and not given yet.") % {"party": one.party})
            continue
        words = {"party": one.party, "rating": Rating(one.rating).label, "movement": one.words}
        said.append(
            _("%(party)s: %(rating)s, %(movement)s.") % words if one.words else _("%(party)s: %(rating)s.") % words
        )
    return said


@dataclass(frozen=True)
class Strip:
    """The ratings of a product side by side, the oldest first, of each party apart."""

    rows: Sequence[Confidence]

    @property
    def parties(self) -> list[tuple[Any, list[str]]]:
        return [(name, [getattr(row, f"{party}_rating") for row in self.rows]) for party, name in PARTIES.items()]


def confidences_finding(rows: QuerySet[Confidence]) -> list[str]:
    """Of the latest ratings that are shown. One query. Each party apart: the two are never averaged."""
    found = rows.order_by().aggregate(
        number=Count("pk"),
        worse=Count("pk", filter=_moved("gt")),
        owner_pending=Count("pk", filter=Q(owner_rating=Rating.PENDING)),
        independent_pending=Count("pk", filter=Q(independent_rating=Rating.PENDING)),
        red=Count("pk", filter=Q(owner_rating=Rating.RED) | Q(independent_rating=Rating.RED)),
    )
    if not found["number"]:
        return []
    said = ngettext("One product has a rating.", "%(number)s products have a rating.", found["number"])
    sentences = [formats.counted(said, found["number"])]
    if found["red"]:
        said = ngettext(
            "One is red by its owner's rating or the independent one.",
            "%(number)s are red by their owner's rating or the independent one.",
            found["red"],
        )
        sentences.append(formats.counted(said, found["red"]))
    else:
        sentences.append(_("None is red."))
    if found["worse"]:
        said = ngettext("One is worse than before.", "%(number)s are worse than before.", found["worse"])
        sentences.append(formats.counted(said, found["worse"]))
    return [" ".join(sentences), *_pending(found["owner_pending"], found["independent_pending"])]


def _pending(owner: int, independent: int) -> list[str]:
    """Which ratings have been asked for and not given."""
    sentences = []
    if owner:
        said = ngettext(
            "The owner's rating of one has not been given yet.",
            "The owners' ratings of %(number)s have not been given yet.",
            owner,
        )
        sentences.append(formats.counted(said, owner))
    if independent:
        said = ngettext(
            "The independent rating of one has not been given yet.",
            "The independent ratings of %(number)s have not been given yet.",
            independent,
        )
        sentences.append(formats.counted(said, independent))
    return [" ".join(sentences)] if sentences else []
