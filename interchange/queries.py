"""The rows of the export that no page lists."""

from django.db.models import QuerySet

from accounts.models import User
from funding.models import Allocation, AwardLine, Fund
from portfolio.models import (
    BenefitYear,
    Confidence,
    ForumMember,
    Leadership,
    MilestoneForecast,
    Priority,
    StandardAssessment,
)


def allocations(*, user: User) -> QuerySet[Allocation]:
    visible = Allocation.objects.filter(fund__in=Fund.objects.visible_to(user))
    return visible.select_related("fund").order_by("fund__name_en", "year", "certainty", "pk")


def award_lines(*, user: User) -> QuerySet[AwardLine]:
    visible = AwardLine.objects.visible_to(user).select_related("award__product", "award__fund")
    return visible.order_by("award__reference", "year", "budget", "certainty", "pk")


def milestone_forecasts(*, user: User) -> QuerySet[MilestoneForecast]:
    visible = MilestoneForecast.objects.visible_to(user).select_related("milestone__product")
    return visible.order_by("milestone__product__name_en", "milestone", "made_on", "pk")


def benefit_years(*, user: User) -> QuerySet[BenefitYear]:
    visible = BenefitYear.objects.visible_to(user).select_related("benefit__product")
    return visible.order_by("benefit__product__name_en", "benefit", "year", "pk")


def confidence_ratings(*, user: User) -> QuerySet[Confidence]:
    visible = Confidence.objects.visible_to(user).select_related("product")
    return visible.order_by("product__name_en", "product", "on", "pk")


def assessments(*, user: User) -> QuerySet[StandardAssessment]:
    visible = StandardAssessment.objects.visible_to(user).select_related("product")
    return visible.order_by("product__name_en", "product", "phase", "point", "pk")


def leadership_periods(*, user: User) -> QuerySet[Leadership]:
    visible = Leadership.objects.visible_to(user).select_related("organisation")
    return visible.order_by("organisation__name_en", "start", "pk")


def forum_members(*, user: User) -> QuerySet[ForumMember]:
    visible = ForumMember.objects.visible_to(user).select_related("forum", "organisation")
    return visible.order_by("forum__name_en", "organisation__name_en", "pk")


def priority_words(*, user: User) -> QuerySet[Priority]:
    visible = Priority.objects.visible_to(user).select_related("product", "organisation")
    return visible.order_by("product__name_en", "organisation__name_en", "since", "pk")
