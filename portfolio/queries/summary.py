"""What the first page of a product says: a figure of each part of its story, as at a day."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from kit import formats
from kit.periods import financial_year_of
from portfolio.models import Benefit, BenefitYear, Confidence, Decision, Milestone, Product, Risk, StandardAssessment
from portfolio.models.confidence import WORSE, Rating
from portfolio.models.standard import POINTS
from portfolio.queries.benefits import Sums, sums_of
from portfolio.queries.milestones import COMING, slip_words, standing_of

Result = StandardAssessment.Result
# Ratings that a reader must not have to look for.
ALARMING = (Rating.AMBER_RED, Rating.RED)


@dataclass(frozen=True)
class MilestoneSummary:
    number: int
    reached: int
    overdue: int
    following: Milestone | None


@dataclass(frozen=True)
class BenefitSummary:
    """`number` counts them all; pounds are sums of their years, of which this year need be none."""

    number: int
    qualitative: int
    begun_this_year: bool
    this_year: Sums
    all_years: Sums

    @property
    def in_pounds(self) -> int:
        return self.number - self.qualitative


@dataclass(frozen=True)
class RiskSummary:
    """`worst` is the open one with the highest score, None where none is open or none has a score."""

    number: int
    worst: Risk | None


@dataclass(frozen=True)
class StandardSummary:
    """Of the twelve points at the present phase. A point with no row is not assessed."""

    by_result: Mapping[str, int]

    @property
    def met(self) -> int:
        return self.by_result.get(Result.MET, 0)

    @property
    def not_assessed(self) -> int:
        return len(POINTS) - sum(number for result, number in self.by_result.items() if result != Result.NOT_ASSESSED)


@dataclass(frozen=True)
class DecisionSummary:
    number: int
    overdue: int
    following: datetime.date | None


@dataclass(frozen=True)
class Summary:
    milestones: MilestoneSummary
    benefits: BenefitSummary
    risks: RiskSummary
    confidence: Confidence | None
    standard: StandardSummary
    decisions: DecisionSummary


def summary_of(*, product: Product, on: datetime.date) -> Summary:
    """Seven queries, however much there is."""
    return Summary(
        milestones=_milestones(product, on),
        benefits=_benefits(product, on),
        risks=_risks(product),
        confidence=product.confidences.filter(on__lte=on).order_by("-on").first(),
        standard=_standard(product),
        decisions=_decisions(product, on),
    )


def _milestones(product: Product, on: datetime.date) -> MilestoneSummary:
    rows = list(Milestone.objects.filter(product=product))
    standings = {row.pk: standing_of(row, on=on) for row in rows}
    coming = [row for row in rows if standings[row.pk] in COMING]
    counted = list(standings.values())
    return MilestoneSummary(
        number=len(rows),
        reached=counted.count("reached"),
        overdue=counted.count("overdue"),
        following=min(coming, key=lambda row: (row.forecast or datetime.date.max, row.pk), default=None),
    )


def _benefits(product: Product, on: datetime.date) -> BenefitSummary:
    kinds = list(Benefit.objects.filter(product=product).values_list("kind", flat=True))
    years = list(BenefitYear.objects.filter(benefit__product=product))
    now = financial_year_of(on)
    return BenefitSummary(
        number=len(kinds),
        qualitative=kinds.count(Benefit.Kind.QUALITATIVE),
        begun_this_year=any(row.year == now for row in years),
        this_year=sums_of((row for row in years if row.year == now), on=on),
        all_years=sums_of(years, on=on),
    )


def _risks(product: Product) -> RiskSummary:
    rows = list(Risk.objects.filter(product=product).open())
    scored = [row for row in rows if row.current_score is not None]
    return RiskSummary(len(rows), max(scored, key=lambda row: (row.current_score or 0, -row.pk), default=None))


def _standard(product: Product) -> StandardSummary:
    rows = StandardAssessment.objects.filter(product=product, phase=product.phase)
    return StandardSummary(dict(rows.order_by().values_list("result").annotate(number=Count("pk"))))


def _decisions(product: Product, on: datetime.date) -> DecisionSummary:
    days = list(Decision.objects.filter(product=product).due().values_list("due_on", flat=True))
    coming = [day for day in days if day is not None and day >= on]
    return DecisionSummary(len(days), sum(day is not None and day < on for day in days), min(coming, default=None))


def summary_finding(summary: Summary) -> list[str]:
    """What comes next, and what somebody has to look at: a paragraph, or none where there is nothing to say."""
    sentences = [*_coming(summary), *_alarming(summary)]
    if summary.decisions.overdue:
        sentences.append(_("Decisions that are overdue: %(number)s.") % {"number": summary.decisions.overdue})
    return [" ".join(sentences)] if sentences else []


def _coming(summary: Summary) -> list[str]:
    milestones = summary.milestones
    if milestones.following is not None:
        days = milestones.following.slip_days
        words = {
            "title": milestones.following.title,
            "date": formats.date(milestones.following.forecast),
            "slip": slip_words(days),
        }
        if not days:
            found = _("Its next milestone is “%(title)s”, expected on %(date)s.") % words
        else:
            found = _("Its next milestone is “%(title)s”, expected on %(date)s: %(slip)s.") % words
        return [found]
    if milestones.overdue:
        return [_("Milestones whose forecast has passed: %(number)s.") % {"number": milestones.overdue}]
    return []


def _alarming(summary: Summary) -> list[str]:
    """The worse of the two ratings, where it alarms; each by its own name, since the two are never averaged."""
    row = summary.confidence
    if row is None:
        return []
    said: Sequence[tuple[Any, str]] = [
        (_("the responsible owner"), row.owner_rating),
        (_("the independent reviewer"), row.independent_rating),
    ]
    bad = [(who, rating) for who, rating in said if rating in ALARMING]
    if not bad:
        return []
    who, rating = max(bad, key=lambda pair: WORSE[Rating(pair[1])])
    return [_("Confidence in its delivery is %(rating)s, says %(who)s.") % {"rating": Rating(rating).label, "who": who}]
