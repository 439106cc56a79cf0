"""What makes a product need somebody's attention on a day, each fact born here once.

A page counts these and a list is narrowed by them, so that a number and the rows it leads to are the same question. No
product that is retired needs anything but the decisions that are still to be made about it.
"""

import datetime
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from django.db.models import (
    Case,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
    Window,
)
from django.db.models.functions import Cast, Coalesce, Lag, Lead, NullIf

from funding.models import AwardLine, Certainty
from kit.periods import financial_year_of
from portfolio.models import Confidence, Decision, Milestone, Phase, StandardAssessment
from portfolio.queries.confidence import got_worse, latest_of_products
from reporting.queries.updates import updated_since
from squads.models import ONE_DAY, Assignment, Employment
from squads.queries import PRESENT, SOON, goes_on

STALE_AFTER = datetime.timedelta(days=14)
A_WEEK = datetime.timedelta(days=7)
HALF = 0.5
LIVING = ~Q(phase=Phase.RETIRED)
BY_CONTRACTORS = Q(employment__in=Employment.contractors())

Result = StandardAssessment.Result
MET_TO = {Result.MET: 2, Result.PARTLY: 1, Result.NOT_MET: 0}
IN_ORDER = {phase: number for number, phase in enumerate(Phase.values)}


def next_year(on: datetime.date) -> int:
    """The financial year that begins after the coming 31 March."""
    return financial_year_of(on) + 1


def stale(on: datetime.date) -> Q:
    """Nothing written down of it in 14 days."""
    return LIVING & ~updated_since(on - STALE_AFTER)


def changed(on: datetime.date) -> Q:
    """Something written down of it in a week, retired or not."""
    return updated_since(on - A_WEEK)


def late(on: datetime.date) -> Q:
    """A milestone not reached whose forecast lies after its baseline."""
    return LIVING & _has(Milestone.objects.late())


def overdue(on: datetime.date) -> Q:
    """A milestone not reached whose forecast itself has passed."""
    return LIVING & _has(Milestone.objects.overdue(on))


def worse_confidence(on: datetime.date) -> Q:
    """The owner or the independent reviewer rates it worse than they did before, on the same scale."""
    latest = latest_of_products(Confidence.objects.all(), on=on)
    return LIVING & _has(got_worse(latest))


def worse_standard(on: datetime.date) -> Q:
    """A point of the Standard is met less than at the phase at which it was assessed before.

    Only what was assessed both times is compared: a point still to be assessed is not known, and not lost.
    """
    assessed = StandardAssessment.objects.exclude(result=Result.NOT_ASSESSED).annotate(
        phase_number=phase_number(), now=_number("result", MET_TO)
    )
    # One order for both, so that the database sorts once. What nothing comes after is the newest.
    told: dict[str, Any] = {"partition_by": [F("product"), F("point")], "order_by": F("phase_number").asc()}
    down = assessed.annotate(before=Window(Lag("now"), **told), after=Window(Lead("now"), **told)).filter(
        after__isnull=True, now__lt=F("before")
    )
    return LIVING & _has(down)


def worse(on: datetime.date) -> Q:
    return worse_confidence(on) | worse_standard(on)


def phase_number() -> Case:
    """The place of a row's phase in the life of a product."""
    return _number("phase", IN_ORDER)


def _has_money(on: datetime.date, certainty: str) -> Q:
    """A line of an award for the next financial year. One whose amount is not known is money all the same."""
    lines = AwardLine.objects.filter(year=next_year(on), certainty=certainty)
    return _has(lines.exclude(amount=0), "award__product")


def secured(on: datetime.date) -> Q:
    return LIVING & _has_money(on, Certainty.SECURED)


def indicative_only(on: datetime.date) -> Q:
    return LIVING & ~_has_money(on, Certainty.SECURED) & _has_money(on, Certainty.INDICATIVE)


def unfunded(on: datetime.date) -> Q:
    """Neither secured nor indicative money for the next financial year."""
    return LIVING & ~_has_money(on, Certainty.SECURED) & ~_has_money(on, Certainty.INDICATIVE)


def in_post(on: datetime.date) -> Any:
    """A row for each post that is filled today and each product its squad works on, with the `work` that comes to.

    That is the post's FTE times the share of the squad's time that the product has.
    """
    return (
        Assignment.objects.on(on)
        .filter(
            Q(squad__posts__planned_to__isnull=True) | Q(squad__posts__planned_to__gt=on),
            squad__posts__state__in=PRESENT,
            squad__posts__planned_from__lte=on,
        )
        .annotate(
            work=F("share") * F("squad__posts__fte"),
            # Under names of their own: asked of the path again, another post of the squad would answer.
            role=F("squad__posts__role"),
            employment=F("squad__posts__employment"),
            leaves=F("squad__posts__planned_to"),
        )
        .order_by()
    )


def of_contractors() -> Any:
    """Of rows of `in_post`, the fraction of the work that is contractors'; null where it comes to nothing."""
    theirs = Coalesce(Cast(Sum("work", filter=BY_CONTRACTORS), FloatField()), Value(0.0))
    return theirs / NullIf(Cast(Sum("work"), FloatField()), Value(0.0))


def contractor_share(on: datetime.date) -> Any:
    """Of the FTE in post on each product, the fraction that is contractors'; null where nobody is in post."""
    rows = in_post(on).filter(product=OuterRef("pk")).values("product").annotate(fraction=of_contractors())
    return Subquery(rows.values("fraction"), output_field=FloatField())


def contractors(on: datetime.date) -> Q:
    return LIVING & _has(in_post(on).filter(BY_CONTRACTORS))


def contractors_half(on: datetime.date) -> Q:
    """Half of those in post or more are contractors."""
    rows = in_post(on).values("product").annotate(fraction=of_contractors())
    return LIVING & _has(rows.filter(fraction__gte=HALF))


def contractors_leaving(on: datetime.date) -> Q:
    """A contractor's last day lies within 92 days, and nobody goes on in a post like it."""
    return LIVING & _has(in_post(on).filter(BY_CONTRACTORS, ~goes_on("leaves"), leaves__lte=on + SOON + ONE_DAY))


def without_squad(on: datetime.date) -> Q:
    """No squad works on it today, though it is not being retired either."""
    return LIVING & ~Q(phase=Phase.RETIRING) & ~_has(Assignment.objects.on(on))


def decisions(on: datetime.date) -> Q:
    """A decision asked for by a day in the next 30, or by one that has passed, and not made; of any phase."""
    return _has(Decision.objects.needed_soon(on))


def decisions_overdue(on: datetime.date) -> Q:
    return _has(Decision.objects.overdue(on))


def _has(rows: QuerySet[Any], path: str = "product") -> Q:
    """True of the products that some of the rows are of. Gathered once, and not looked for product by product."""
    return Q(pk__in=rows.order_by().values(path))


# Each is made once a day: making them all takes longer than the database takes to answer for a small portfolio.
FACTS: Mapping[str, Callable[[datetime.date], Q]] = {
    one.__name__: lru_cache(maxsize=4)(one)
    for one in (
        stale,
        changed,
        late,
        overdue,
        worse,
        worse_confidence,
        worse_standard,
        secured,
        indicative_only,
        unfunded,
        contractors,
        contractors_half,
        contractors_leaving,
        without_squad,
        decisions,
        decisions_overdue,
    )
}


def _number(field: str, numbers: Mapping[Any, int]) -> Case:
    """The place of a choice in its order."""
    return Case(*(When(**{field: value, "then": Value(number)}) for value, number in numbers.items()),
                output_field=IntegerField())  # fmt: skip
