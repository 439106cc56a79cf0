"""What a product is worth to somebody: expected and realised, year by year, and what of it is not known."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from kit import formats
from kit.periods import financial_year_of
from portfolio.models import Benefit, BenefitYear, Product


@dataclass(frozen=True)
class Sums:
    """What was expected and what was realised: the sum of what is known, None where nothing is; how many are not."""

    expected: Decimal | None = None
    realised: Decimal | None = None
    expected_missing: int = 0
    realised_missing: int = 0

    @property
    def nothing_yet(self) -> bool:
        """Whether nothing could have been told of what was realised: no year that has ended lacks its figure."""
        return self.realised is None and not self.realised_missing

    @property
    def realised_words(self) -> str:
        return _("nothing yet") if self.nothing_yet else formats.headline_money(self.realised)


def sums_of(rows: Iterable[BenefitYear], *, on: datetime.date) -> Sums:
    """Nothing is missing from what was realised in a year that has not begun."""
    many, now = list(rows), financial_year_of(on)
    expected = [row.expected for row in many if row.expected is not None]
    realised = [row.realised for row in many if row.realised is not None]
    return Sums(
        sum(expected, Decimal(0)) if expected else None,
        sum(realised, Decimal(0)) if realised else None,
        sum(row.expected is None for row in many),
        sum(row.realised is None and row.year < now for row in many),
    )


@dataclass(frozen=True)
class BenefitRow:
    """A benefit with its years and their sums."""

    benefit: Benefit
    by_year: Mapping[int, BenefitYear]
    sums: Sums

    @property
    def in_pounds(self) -> bool:
        return self.benefit.kind != Benefit.Kind.QUALITATIVE


@dataclass(frozen=True)
class ProductBenefits:
    """All the benefits of a product. Totals are the sums of their rows."""

    rows: Sequence[BenefitRow]
    years: Sequence[int]
    by_year: Mapping[int, Sums]
    sums: Sums
    warnings: Sequence[str] = field(default=())

    @property
    def in_pounds(self) -> Sequence[BenefitRow]:
        return [row for row in self.rows if row.in_pounds]

    def of_year(self, year: int) -> Sums:
        return self.by_year.get(year, Sums())


def benefits_of(*, product: Product, user: User, on: datetime.date) -> ProductBenefits:
    """By class, in the order in which they were recorded. Three queries."""
    order = {kind: place for place, kind in enumerate(Benefit.Kind.values)}
    years = Prefetch("years", BenefitYear.objects.order_by("year"), to_attr="all_years")
    found: list[Any] = list(product.benefits.prefetch_related(years))
    found.sort(key=lambda one: (order[one.kind], one.pk))
    every = [row for one in found for row in one.all_years]
    numbers = sorted({row.year for row in every})
    return ProductBenefits(
        rows=[
            BenefitRow(one, {row.year: row for row in one.all_years}, sums_of(one.all_years, on=on)) for one in found
        ],
        years=numbers,
        by_year={year: sums_of((row for row in every if row.year == year), on=on) for year in numbers},
        sums=sums_of(every, on=on),
        warnings=double_count_words(found, user=user),
    )


def double_count_words(benefits: Iterable[Benefit], *, user: User) -> list[str]:
    """A product that the person may not see is not named. One query where there is something to say."""
    doubled = [one for one in benefits if one.double_counts_with_id]
    named = Product.objects.visible_to(user).in_bulk({one.double_counts_with_id for one in doubled})
    return [
        _("“%(title)s” would be counted twice with %(product)s: add it to one of the two only.")
        % {"title": one.title, "product": named.get(one.double_counts_with_id) or _("another product")}
        for one in doubled
    ]


def benefits_finding(found: ProductBenefits, *, on: datetime.date) -> list[str]:
    """What has come of what was promised, this year and over the product's life."""
    if not found.rows:
        return [_("No benefit has been recorded for this product.")]
    year = financial_year_of(on)
    sentences = [*of_year_words(found, year), *lifetime_words(found)]
    without = sum(not row.in_pounds for row in found.rows)
    if without:
        sentences.append(_("Qualitative benefits, which have no pounds: %(number)s.") % {"number": without})
    if found.sums.realised_missing:
        sentences.append(
            _("Figures of past years of which it is not known what was realised: %(number)s.")
            % {"number": found.sums.realised_missing}
        )
    return sentences


def of_year_words(found: ProductBenefits, year: int) -> list[str]:
    now = found.of_year(year)
    if now.expected is None and now.realised is None:
        return []
    return [
        _("In %(year)s, %(expected)s is expected; realised so far: %(realised)s.")
        % {
            "year": formats.financial_year(year),
            "expected": formats.headline_money(now.expected),
            "realised": now.realised_words,
        }
    ]


def lifetime_words(found: ProductBenefits) -> list[str]:
    if not found.in_pounds:
        return []
    if found.sums.expected is None and found.sums.realised is None:
        return [_("What its benefits are worth in pounds is not known.")]
    return [
        _("Over all the years recorded: expected %(expected)s, realised %(realised)s.")
        % {
            "expected": formats.headline_money(found.sums.expected),
            "realised": found.sums.realised_words,
        }
    ]


def with_sums(rows: "QuerySet[Benefit]", *, on: datetime.date) -> "QuerySet[Benefit]":
    """For the list: what each benefit is expected to bring and has brought, in all and this year."""
    years = BenefitYear.objects.filter(benefit=OuterRef("pk")).order_by().values("benefit")
    now = years.filter(year=financial_year_of(on))
    # Each sum on its own, and not of a join: the list adds them up again for its totals.
    return rows.annotate(
        expected=Subquery(years.annotate(sum=Sum("expected")).values("sum")),
        realised=Subquery(years.annotate(sum=Sum("realised")).values("sum")),
        expected_now=Subquery(now.annotate(sum=Sum("expected")).values("sum")),
        realised_now=Subquery(now.annotate(sum=Sum("realised")).values("sum")),
    )


def benefits_list_finding(rows: "QuerySet[Any]") -> list[str]:
    """Of the benefits of the list as they are narrowed; two queries."""
    chosen = Benefit.objects.filter(pk__in=rows.order_by().values("pk"))
    counts = chosen.aggregate(
        all=Count("pk"),
        qualitative=Count("pk", filter=Q(kind=Benefit.Kind.QUALITATIVE)),
        twice=Count("pk", filter=Q(double_counts_with__isnull=False)),
    )
    if not counts["all"]:
        return []
    pounds = BenefitYear.objects.filter(benefit__in=chosen).aggregate(
        all_expected=Sum("expected"),
        all_realised=Sum("realised"),
        twice=Sum("expected", filter=Q(benefit__double_counts_with__isnull=False)),
    )
    return [*_worth(counts["all"] - counts["qualitative"], pounds), *_beside(counts, pounds)]


def _worth(number: int, pounds: Mapping[str, Any]) -> list[str]:
    """What the benefits that have pounds come to over all the years recorded."""
    if not number:
        return []
    if pounds["all_expected"] is None:
        said = ngettext(
            "What one benefit is worth in pounds is not known.",
            "What %(number)s benefits are worth in pounds is not known.",
            number,
        )
        return [formats.counted(said, number)]
    said = ngettext(
        "One benefit is expected to bring %(expected)s over all the years recorded.",
        "%(number)s benefits are expected to bring %(expected)s over all the years recorded.",
        number,
    )
    realised = (
        _("What has been realised is not known.")
        if pounds["all_realised"] is None
        else _("%(realised)s has been realised.") % {"realised": formats.headline_money(pounds["all_realised"])}
    )
    return [formats.counted(said, number, expected=formats.headline_money(pounds["all_expected"])), realised]


def _beside(counts: Mapping[str, int], pounds: Mapping[str, Any]) -> list[str]:
    """Those that have no pounds, and those whose pounds are another product's too."""
    sentences = []
    if counts["qualitative"]:
        said = ngettext(
            "One benefit is qualitative, and has no pounds.",
            "%(number)s benefits are qualitative, and have no pounds.",
            counts["qualitative"],
        )
        sentences.append(formats.counted(said, counts["qualitative"]))
    if counts["twice"]:
        said = ngettext(
            "One benefit would be counted twice with another product.",
            "%(number)s benefits would be counted twice with another product.",
            counts["twice"],
        )
        sentences.append(formats.counted(said, counts["twice"]))
        if pounds["twice"] is not None:
            expected = formats.headline_money(pounds["twice"])
            sentences.append(_("That is %(expected)s of what is expected.") % {"expected": expected})
    return sentences


def benefit_finding(benefit: Benefit, sums: Sums) -> list[str]:
    """What one benefit was to bring and has brought."""
    if benefit.kind == Benefit.Kind.QUALITATIVE:
        return [_("A qualitative benefit: it is described, and has no pounds.")]
    if sums.expected is None and sums.realised is None:
        return [_("What it is worth in pounds is not known.")]
    sentences = [
        _("Over all the years recorded: expected %(expected)s, realised %(realised)s.")
        % {
            "expected": formats.headline_money(sums.expected),
            "realised": sums.realised_words,
        }
    ]
    if sums.realised_missing:
        sentences.append(
            _("Past years of which it is not known what was realised: %(number)s.") % {"number": sums.realised_missing}
        )
    return sentences


@dataclass(frozen=True)
class GridRow:
    """One benefit by year: its name and each year's row, None where there is none."""

    benefit: Benefit
    years: Sequence[BenefitYear | None]
    sums: Sums


@dataclass(frozen=True)
class Grid:
    """Benefits against years, with the sums of both."""

    years: Sequence[int]
    rows: Sequence[GridRow]
    totals: Sequence[Sums]
    sums: Sums


def grid_of(found: ProductBenefits) -> Grid | None:
    """None where no benefit has a year."""
    if not found.years:
        return None
    return Grid(
        years=found.years,
        rows=[
            GridRow(row.benefit, [row.by_year.get(year) for year in found.years], row.sums)
            for row in found.rows
            if row.by_year
        ],
        totals=[found.of_year(year) for year in found.years],
        sums=found.sums,
    )
