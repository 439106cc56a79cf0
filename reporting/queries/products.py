"""Products as they stand on a day: beside each what its owner and the office look at first."""

import datetime
from typing import Any

from django.db.models import Case, CharField, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from accounts.models import User
from portfolio.models import Confidence, Decision, Milestone, Phase, Product, StandardAssessment
from reporting.queries import attention
from reporting.queries.updates import last_updated

NO_RATING = Value("", output_field=CharField())


def products_standing(*, user: User, on: datetime.date) -> QuerySet[Product]:
    """The products a person may see, with the columns of the list."""
    return Product.objects.visible_to(user).select_related("organisation", "programme").annotate(**columns(on))


def columns(on: datetime.date) -> dict[str, Any]:
    """One question each of the database; where only some rows are shown, asked of those rows."""
    milestones = Milestone.objects.filter(product=OuterRef("pk")).exclude(product__phase=Phase.RETIRED)
    decisions = Decision.objects.needed_soon(on).filter(product=OuterRef("pk"))
    return {
        "updated_at": last_updated(),
        "late_milestones": _count(milestones.late()),
        "overdue_milestones": _count(milestones.overdue(on)),
        "confidence": latest_confidence(on),
        "standard_met": standard_met(),
        "money_next": Case(
            When(attention.secured(on), then=Value("secured")),
            When(attention.indicative_only(on), then=Value("indicative")),
            When(attention.LIVING, then=Value("unfunded")),
            default=Value(""),
            output_field=CharField(),
        ),
        "contractor_share": attention.contractor_share(on),
        "decisions_due": _count(decisions),
    }


def latest_confidence(on: datetime.date) -> Any:
    """The responsible owner's latest rating, pending among them; "" where none was ever asked for."""
    given = Confidence.objects.filter(product=OuterRef("pk"), on__lte=on).order_by("-on")
    return Coalesce(Subquery(given.values("owner_rating")[:1]), NO_RATING)


def standard_met() -> Any:
    """Points of the Standard met at the latest phase that was assessed; null where none was."""
    assessed = StandardAssessment.objects.filter(product=OuterRef("pk")).exclude(
        result=StandardAssessment.Result.NOT_ASSESSED
    )
    by_phase = (
        assessed.order_by()
        .values("phase")
        .annotate(met=Count("pk", filter=Q(result=StandardAssessment.Result.MET)), number=attention.phase_number())
        .order_by("-number")
    )
    return Subquery(by_phase.values("met")[:1], output_field=IntegerField())


def _count(rows: QuerySet[Any]) -> Any:
    counted = rows.order_by().values("product").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def in_post_together(products: QuerySet[Product], *, on: datetime.date) -> float | None:
    """The fraction of those in post on some products together that are contractors; None where nobody is. One query."""
    rows = attention.in_post(on).filter(product__in=products.order_by().values("pk"))
    share: float | None = rows.aggregate(share=attention.of_contractors())["share"]
    return share
