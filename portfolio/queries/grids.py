"""A product's milestones, and its benefits by year, as rows of a grid."""

from collections.abc import Sequence

from django.db.models import Max, Min
from django.urls import reverse

from kit.grids import GridSource
from portfolio.models import Benefit, BenefitYear, Milestone, Product

SHOWN = ("title_cy", "title_en", "baseline", "forecast", "actual")
# Years offered after this one: as far as plans are usually made.
AHEAD = 4
# More would not fit the page, nor its limit of boxes.
MOST_YEARS = 10


def milestones_as_rows(*, product: Product, lock: bool = False) -> list[GridSource]:
    """In the order of their forecasts. One query; with `lock` the rows are held."""
    rows = Milestone.objects.filter(product=product).order_by("forecast", "baseline", "pk")
    found = rows.select_for_update() if lock else rows
    return [
        GridSource(
            str(one.pk),
            one.title,
            {name: getattr(one, name) for name in SHOWN},
            url=reverse("portfolio:milestone", args=[one.pk]),
        )
        for one in found
    ]


def years_offered(*, product: Product, this_year: int) -> list[int]:
    """The financial years a product's benefits have figures for, with the years to come; at most ten."""
    known = BenefitYear.objects.filter(benefit__product=product).aggregate(first=Min("year"), last=Max("year"))
    last = max(known["last"] or this_year, this_year + AHEAD)
    first = min(known["first"] or this_year, this_year)
    return list(range(max(first, last - MOST_YEARS + 1), last + 1))


def cell_name(year: int, kind: str) -> str:
    """`kind`: "expected" or "realised"."""
    return f"{kind}_{year}"


def benefits_as_rows(*, product: Product, years: Sequence[int], lock: bool = False) -> list[GridSource]:
    """Two queries. A qualitative benefit has no pounds, so none of its cells is open; with `lock` the rows are held."""
    benefits = Benefit.objects.filter(product=product).order_by("pk")
    if lock:
        benefits = benefits.select_for_update()
    kept = {
        (row.benefit_id, row.year): row for row in BenefitYear.objects.filter(benefit__product=product, year__in=years)
    }
    kinds = ("expected", "realised")
    names = frozenset(cell_name(year, kind) for year in years for kind in kinds)
    return [
        GridSource(
            str(one.pk),
            one.title,
            {cell_name(year, kind): getattr(kept.get((one.pk, year)), kind, None) for year in years for kind in kinds},
            url=reverse("portfolio:benefit_edit", args=[one.pk]),
            fixed=names if one.kind == Benefit.Kind.QUALITATIVE else frozenset(),
        )
        for one in benefits
    ]
