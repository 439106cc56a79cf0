"""The rows of the export that no page lists."""

from django.db.models import QuerySet

from accounts.models import User
from funding.models import Allocation, AwardLine, Fund


def allocations(*, user: User) -> QuerySet[Allocation]:
    visible = Allocation.objects.filter(fund__in=Fund.objects.visible_to(user))
    return visible.select_related("fund").order_by("fund__name_en", "year", "certainty", "pk")


def award_lines(*, user: User) -> QuerySet[AwardLine]:
    visible = AwardLine.objects.visible_to(user).select_related("award__product", "award__fund")
    return visible.order_by("award__reference", "year", "budget", "certainty", "pk")
