"""Made-up risks, decisions, lessons, ratings and assessments in bulk, on which the speed of their pages is measured."""

import datetime
from random import Random

from interchange.sample.sources import MADE_UP
from interchange.sample.writing import AS_AT, Loading
from portfolio.models import Confidence, Decision, Lesson, Phase, Product, Risk, StandardAssessment
from portfolio.models.confidence import THREE_POINTS, Rating

TODAY = AS_AT.date()
ASSESSED = (Phase.DISCOVERY, Phase.ALPHA, Phase.BETA, Phase.LIVE)
RESULTS = [result for result in StandardAssessment.Result if result != StandardAssessment.Result.NOT_ASSESSED]


def add_delivery(loading: Loading, rng: Random, products: list[Product]) -> None:
    loading.write(Risk, [risk(rng, product) for product in products for _ in range(rng.randrange(5))])
    loading.write(Decision, [decision(rng, product) for product in products for _ in range(rng.randrange(3))])
    loading.write(Lesson, [lesson(rng, product) for product in products if rng.random() < 0.4])
    loading.write(Confidence, [one for product in products for one in ratings(rng, product)])
    loading.write(StandardAssessment, [one for product in products for one in assessments(rng, product)])


def ago(rng: Random, days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=rng.randrange(1, days))


def ahead(rng: Random, days: int) -> datetime.date:
    """A day to come, or one that has just gone by."""
    return TODAY + datetime.timedelta(days=rng.randrange(days) - 30)


def risk(rng: Random, product: Product) -> Risk:
    raised = ago(rng, 900)
    scored = rng.random() < 0.9
    levels = {
        f"{when}_{what}": rng.randrange(1, 6) if scored else None
        for when in ("inherent", "current", "target")
        for what in ("probability", "impact")
    }
    return Risk(
        product=product,
        kind=Risk.Kind.ISSUE if rng.random() < 0.2 else Risk.Kind.RISK,
        event_cy=f"Risg ddychmygol ar gyfer mesur cyflymder {rng.randrange(1000)}",
        event_en=f"An imaginary risk for measuring speed {rng.randrange(1000)}",
        owner="Rheolwr cynnyrch / Product manager" if rng.random() < 0.8 else "",
        response=rng.choice(Risk.Response.values),
        raised_on=raised,
        review_on=ahead(rng, 120),
        closed_on=raised + datetime.timedelta(days=90) if rng.random() < 0.3 else None,
        **levels,
        **MADE_UP.fields(),
    )


def decision(rng: Random, product: Product) -> Decision:
    made = rng.random() < 0.5
    return Decision(
        product=product,
        question_cy=f"Penderfyniad dychmygol ar gyfer mesur cyflymder {rng.randrange(1000)}?",
        question_en=f"An imaginary decision for measuring speed {rng.randrange(1000)}?",
        due_on=ahead(rng, 150),
        decided_on=ago(rng, 700) if made else None,
        decided_by="Bwrdd / Board" if made else "",
        outcome_cy="Iawn." if made else "",
        outcome_en="Yes." if made else "",
        **MADE_UP.fields(),
    )


def lesson(rng: Random, product: Product) -> Lesson:
    return Lesson(
        product=product,
        title_cy=f"Gwers ddychmygol ar gyfer mesur cyflymder {rng.randrange(1000)}",
        title_en=f"An imaginary lesson for measuring speed {rng.randrange(1000)}",
        advice_cy="Gwneud yr un peth eto.",
        advice_en="Do the same again.",
        phase=product.phase,
        learnt_on=ago(rng, 1500),
        **MADE_UP.fields(),
    )


def ratings(rng: Random, product: Product) -> list[Confidence]:
    """None for some, else up to six, three months apart."""
    scale = Confidence.Scale.FIVE if rng.random() < 0.3 else Confidence.Scale.THREE
    points = Rating.values if scale == Confidence.Scale.FIVE else list(THREE_POINTS)
    return [
        Confidence(
            product=product,
            on=TODAY - datetime.timedelta(days=91 * number + 7),
            scale=scale,
            owner_rating=rng.choice(points),
            independent_rating=rng.choice(points),
            **MADE_UP.fields(),
        )
        for number in range(rng.randrange(7))
    ]


def assessments(rng: Random, product: Product) -> list[StandardAssessment]:
    """At the phase a product is in and the one before it, of half of the products."""
    if rng.random() < 0.5:
        return []
    now = Phase(product.phase)
    phases = [phase for phase in ASSESSED if list(Phase).index(phase) <= list(Phase).index(now)][-2:]
    return [
        StandardAssessment(
            product=product,
            phase=phase,
            point=point,
            result=rng.choice(RESULTS),
            assessed_by=rng.choice(StandardAssessment.By.values),
            assessed_on=ago(rng, 700),
            **MADE_UP.fields(),
        )
        for phase in phases
        for point in range(1, 13)
        if rng.random() < 0.85
    ]
