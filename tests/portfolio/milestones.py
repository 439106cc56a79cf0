"""A milestone of a product with its forecasts and a request, and a benefit with its years, made once for a world."""

import datetime
from decimal import Decimal

from accounts.models import User
from portfolio.models import BaselineChange, Benefit, BenefitYear, Milestone, MilestoneForecast, Product


def milestone_of(product: Product) -> Milestone:
    """Promised for 1 September 2026, expected since 2 March on 7 December."""
    milestone, made = Milestone.objects.get_or_create(
        product=product,
        title_en="Goes live",
        defaults={
            "title_cy": "Mynd yn fyw",
            "baseline": datetime.date(2026, 9, 1),
            "forecast": datetime.date(2026, 12, 7),
        },
    )
    if made:
        forecasts = [
            ("2025-11-10", "2026-09-01", "", ""),
            ("2026-03-02", "2026-12-07", "Gadawodd y datblygwr.", "The developer left."),
        ]
        for made_on, forecast, reason_cy, reason_en in forecasts:
            MilestoneForecast.objects.create(
                milestone=milestone,
                made_on=datetime.date.fromisoformat(made_on),
                forecast=datetime.date.fromisoformat(forecast),
                reason_cy=reason_cy,
                reason_en=reason_en,
            )
    return milestone


def request_of(product: Product, by: User | None = None) -> BaselineChange:
    """A request that waits, asked by nobody who is known unless somebody is named."""
    return BaselineChange.objects.get_or_create(
        milestone=milestone_of(product),
        state="asked",
        defaults={
            "before": datetime.date(2026, 9, 1),
            "after": datetime.date(2026, 12, 7),
            "reason_cy": "Penderfynodd y gronfa yn hwyr.",
            "reason_en": "The fund decided late.",
            "asked_on": datetime.date(2026, 11, 2),
            "asked_by": by,
        },
    )[0]


def benefit_of(product: Product) -> Benefit:
    benefit, made = Benefit.objects.get_or_create(
        product=product,
        title_en="Fewer calls",
        defaults={
            "title_cy": "Llai o alwadau",
            "kind": "avoidable_contact",
            "beneficiary_cy": "Y cyngor",
            "beneficiary_en": "The council",
            "measure_cy": "Galwadau'r flwyddyn",
            "measure_en": "Calls a year",
            "baseline": Decimal(9800),
            "target": Decimal("4000.5"),
        },
    )
    if made:
        for year, expected, realised in [(2025, 64000, 42250), (2026, 90000, 24000), (2027, 120000, None)]:
            BenefitYear.objects.create(benefit=benefit, year=year, expected=expected, realised=realised)
    return benefit


def year_of(product: Product) -> BenefitYear:
    return benefit_of(product).years.get(year=2025)
