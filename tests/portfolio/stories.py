"""A row of each part of a product's story that the routes and tests ask for, made once for a world."""

import datetime
from collections.abc import Callable
from typing import Any

from portfolio.models import Confidence, Decision, Lesson, Product, Risk, StandardAssessment
from tests.world import World

QUESTION, LEARNT = "Are two permanent posts paid for?", "Letting them go cost ten weeks"


def risk_of(product: Product) -> Risk:
    return Risk.objects.get_or_create(
        product=product,
        event_en="Nobody keeps it right after March",
        defaults={
            "event_cy": "Neb i'w gadw'n gywir ar ôl mis Mawrth",
            "inherent_probability": 5,
            "inherent_impact": 4,
            "current_probability": 4,
            "current_impact": 4,
            "target_probability": 2,
            "target_impact": 4,
            "raised_on": datetime.date(2026, 4, 20),
            "review_on": datetime.date(2026, 11, 2),
        },
    )[0]


def decision_of(product: Product) -> Decision:
    return Decision.objects.get_or_create(
        product=product,
        question_en=QUESTION,
        defaults={"question_cy": "A delir am ddwy swydd barhaol?", "due_on": datetime.date(2026, 10, 30)},
    )[0]


def lesson_of(product: Product) -> Lesson:
    return Lesson.objects.get_or_create(
        product=product,
        title_en=LEARNT,
        defaults={
            "title_cy": "Costiodd eu gollwng ddeg wythnos",
            "advice_cy": "Cadwch un person.",
            "advice_en": "Keep one person.",
            "learnt_on": datetime.date(2025, 11, 10),
        },
    )[0]


def rating_of(product: Product) -> Confidence:
    return Confidence.objects.get_or_create(
        product=product, on=datetime.date(2026, 10, 12), defaults={"owner_rating": "amber", "independent_rating": "red"}
    )[0]


def assessment_of(product: Product) -> StandardAssessment:
    return StandardAssessment.objects.get_or_create(
        product=product,
        phase=product.phase,
        point=7,
        defaults={"result": "met", "assessed_by": "panel", "assessed_on": datetime.date(2026, 3, 23)},
    )[0]


def of_story(made: Callable[[Product], Any]) -> Callable[[World], list[Any]]:
    """The key of a row of our product."""

    def of_ours(world: World) -> list[Any]:
        return [made(world.ours.product).pk]

    return of_ours
