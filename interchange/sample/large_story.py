"""Made-up milestones and benefits of the large sample."""

import datetime
from decimal import Decimal
from random import Random

from interchange.sample.sources import MADE_UP
from interchange.sample.writing import AS_AT, Loading
from portfolio.models import BaselineChange, Benefit, BenefitYear, Milestone, MilestoneForecast, Product

TODAY = AS_AT.date()
TITLES = [
    ("Diwedd y cyfnod darganfod", "Discovery ends"),
    ("Diwedd y cyfnod alffa", "Alpha ends"),
    ("Agor y beta", "Beta opens"),
    ("Mynd yn fyw", "Goes live"),
]
WORTH = [
    ("Llai o alwadau ffôn", "Fewer telephone calls", "Galwadau'r flwyddyn", "Calls a year"),
    ("Llai o deipio eto", "Less typing in again", "Ffurflenni papur", "Paper forms"),
    ("Llai o ymweliadau", "Fewer visits", "Ymweliadau'r flwyddyn", "Visits a year"),
]


def add_milestones(loading: Loading, rng: Random, products: list[Product]) -> None:
    """Most products have some; half of those slip, and now and then a baseline is asked to be moved."""
    rows, moves = [], []
    for product in products:
        begun = datetime.date(2024, 4, 1) + datetime.timedelta(days=rng.randrange(900))
        for title_cy, title_en in TITLES[: rng.randrange(0, 4)]:
            begun += datetime.timedelta(days=rng.randrange(60, 240))
            slips = [rng.randrange(-20, 120) for _ in range(rng.randrange(0, 3))]
            forecast = begun + datetime.timedelta(days=sum(slips))
            rows.append(
                Milestone(
                    product=product,
                    title_cy=title_cy,
                    title_en=title_en,
                    baseline=begun if rng.random() < 0.95 else None,
                    forecast=forecast,
                    actual=forecast if forecast < TODAY and rng.random() < 0.9 else None,
                    **MADE_UP.fields(),
                )
            )
            moves.append((begun, slips))
    kept = loading.write(Milestone, rows)
    loading.write(
        MilestoneForecast,
        [
            MilestoneForecast(
                milestone=row,
                made_on=begun - datetime.timedelta(days=300 - 60 * place),
                forecast=begun + datetime.timedelta(days=sum(slips[:place])),
            )
            for row, (begun, slips) in zip(kept, moves, strict=True)
            for place in range(len(slips) + 1)
        ],
    )
    waiting = [row for row in kept if row.actual is None and row.baseline and rng.random() < 0.05]
    loading.write(
        BaselineChange,
        [
            BaselineChange(
                milestone=row,
                before=row.baseline,
                after=TODAY + datetime.timedelta(days=rng.randrange(30, 300)),
                reason_cy="Ar gyfer mesur cyflymder.",
                reason_en="For measuring speed.",
                asked_on=TODAY - datetime.timedelta(days=rng.randrange(1, 60)),
            )
            for row in waiting
        ],
    )


def add_benefits(loading: Loading, rng: Random, products: list[Product]) -> None:
    """Two in three products say what they are worth, over three to six years; some of it is not known."""
    rows = []
    for product in products:
        for title_cy, title_en, measure_cy, measure_en in WORTH[: rng.randrange(0, 3)]:
            rows.append(
                Benefit(
                    product=product,
                    kind=rng.choice(Benefit.Kind.values),
                    title_cy=title_cy,
                    title_en=title_en,
                    measure_cy=measure_cy,
                    measure_en=measure_en,
                    baseline=Decimal(rng.randrange(1000, 30_000)),
                    target=Decimal(rng.randrange(100, 1000)),
                    **MADE_UP.fields(),
                )
            )
    kept = loading.write(Benefit, rows)
    loading.write(
        BenefitYear,
        [
            year_of(rng, row, year)
            for row in kept
            if row.kind != Benefit.Kind.QUALITATIVE
            for year in range(2025, 2025 + rng.randrange(3, 7))
        ],
    )


def year_of(rng: Random, benefit: Benefit, year: int) -> BenefitYear:
    expected = Decimal(rng.randrange(5, 200)) * 1000
    known = year <= 2026 and rng.random() < 0.8
    return BenefitYear(
        benefit=benefit,
        year=year,
        expected=expected if rng.random() < 0.95 else None,
        realised=(expected * rng.randrange(20, 120) / 100).quantize(Decimal("0.01")) if known else None,
        **MADE_UP.fields(),
    )
