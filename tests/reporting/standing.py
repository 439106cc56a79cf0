"""Rows that make a product late, worse, stale or in want of a decision, for the tests of the portfolio's pages."""

import datetime
from typing import Any

from django.utils import timezone

from portfolio.models import Confidence, Decision, Milestone, PhaseChange, Product, StandardAssessment
from reporting.queries.updates import TELLING
from tests.world import TODAY, World


def days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


def milestone(product: Product, *, baseline: int, forecast: int, **more: Any) -> Milestone:
    return Milestone.objects.create(
        product=product,
        title_cy="Mynd yn fyw",
        title_en="Go live",
        baseline=days(baseline),
        forecast=days(forecast),
        **more,
    )


def decision(product: Product, *, due: int, **more: Any) -> Decision:
    return Decision.objects.create(
        product=product, question_cy="A ddylem barhau?", question_en="Should we go on?", due_on=days(due), **more
    )


def rated(product: Product, *, before: int, rating: str, **more: Any) -> Confidence:
    return Confidence.objects.create(product=product, on=days(-before), owner_rating=rating, **more)


def assessed(product: Product, phase: str, point: int, result: str) -> StandardAssessment:
    return StandardAssessment.objects.create(
        product=product, phase=phase, point=point, result=result, assessed_by="panel", assessed_on=TODAY
    )


def written_down(day: datetime.date) -> None:
    """Everything there is was last written down on a day."""
    at = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    for model, _path in TELLING:
        model.history.update(history_date=at)  # type: ignore[attr-defined]


def needing(world: World, number: int, *, first: int = 0) -> None:
    """`number` more products, each of which needs somebody in several ways."""
    for one in range(first, first + number):
        product = Product.objects.create(
            name_cy=f"Cynnyrch {one:02}",
            name_en=f"Product {one:02}",
            organisation=world.ours.organisation,
            programme=world.programme if one % 2 else None,
            phase=["discovery", "alpha", "beta", "live", "retiring", "retired"][one % 6],
        )
        PhaseChange.objects.create(product=product, phase=product.phase, on=datetime.date(2026, 1, 1))
        milestone(product, baseline=-20, forecast=-5 if one % 3 else 20)
        decision(product, due=-3 if one % 2 else 10)
        rated(product, before=60, rating="green")
        rated(product, before=10, rating="amber" if one % 2 else "pending")
        assessed(product, "alpha", 7, "met")
        assessed(product, "beta", 7, "partly" if one % 4 else "met")
        world.ours.squad.assignments.create(product=product, start=datetime.date(2026, 4, 1), share="0.1")
