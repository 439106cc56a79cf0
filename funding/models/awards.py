"""What a fund has awarded to a product, line by line and year by year."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from funding.models.funds import BudgetType, Certainty, Fund, Round, a_year
from kit.bilingual import Pair
from kit.models import Sourced, between
from kit.periods import label as year_label
from portfolio.models import Product

if TYPE_CHECKING:
    from accounts.models import User


class AwardQuerySet(models.QuerySet["Award"]):
    def visible_to(self, user: "User") -> "AwardQuerySet":
        if not user.has_perm("funding.view_fund"):
            return self.none()
        return self.filter(product__in=Product.objects.visible_to(user))

    def with_total(self) -> "AwardQuerySet":
        """Adds `total`: the sum of an award's lines over all years, null where none is known."""
        # Asked for by itself: joined, a filter by the lines' year would count a line once for each line of that year.
        lines = AwardLine.objects.filter(award=models.OuterRef("pk")).order_by().values("award")
        return self.annotate(total=models.Subquery(lines.values(total=models.Sum("amount"))))


class Award(Sourced):
    """Money that a fund has promised to a product."""

    fund = models.ForeignKey(Fund, models.PROTECT, verbose_name=_("fund"), related_name="awards")
    round = models.ForeignKey(
        Round, models.PROTECT, verbose_name=_("round"), null=True, blank=True, related_name="awards"
    )
    product = models.ForeignKey(Product, models.PROTECT, verbose_name=_("product"), related_name="awards")
    reference = models.CharField(_("reference"), max_length=40)
    awarded_on = models.DateField(_("awarded on"), null=True, blank=True)
    conditions_cy = models.TextField(_("conditions in Welsh"), blank=True)
    conditions_en = models.TextField(_("conditions in English"), blank=True)
    expires = models.DateField(_("first day it can no longer be spent"), null=True, blank=True)

    conditions = Pair("conditions")
    objects = AwardQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        constraints = [
            models.UniqueConstraint(
                fields=["reference"],
                name="funding_award_reference_once",
                violation_error_message=_("Another award already has this reference."),
            )
        ]

    def __str__(self) -> str:
        return self.reference


class AwardLineQuerySet(models.QuerySet["AwardLine"]):
    def visible_to(self, user: "User") -> "AwardLineQuerySet":
        return self.filter(award__in=Award.objects.visible_to(user))


class AwardLine(models.Model):
    """One year's money of an award, revenue or capital, secured or indicative."""

    award = models.ForeignKey(Award, models.CASCADE, verbose_name=_("award"), related_name="lines")
    year = models.PositiveSmallIntegerField(_("financial year"))
    budget = models.CharField(_("revenue or capital"), max_length=10, choices=BudgetType, default=BudgetType.REVENUE)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty, default=Certainty.SECURED)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True)

    objects = AwardLineQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("line of an award")
        verbose_name_plural = _("lines of awards")
        constraints = [
            models.UniqueConstraint(
                fields=["award", "year", "budget", "certainty"],
                name="funding_awardline_once",
                violation_error_message=_("This award already has such a line for the year."),
            ),
            a_year("year", "funding_awardline_year"),
            between("amount", name="funding_awardline_amount", message=_("An award is nought or more.")),
        ]
        indexes = [models.Index(fields=["year", "certainty"], name="funding_awardline_year_idx")]

    def __str__(self) -> str:
        return f"{self.award} {year_label(self.year)}"
