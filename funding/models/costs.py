"""What a product costs beside its people: hosting, licences, research, audit."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from funding.models.funds import a_year
from kit.models import Sourced, between
from kit.periods import label as year_label
from portfolio.models import Product

if TYPE_CHECKING:
    from accounts.models import User


class OtherCostQuerySet(models.QuerySet["OtherCost"]):
    def visible_to(self, user: "User") -> "OtherCostQuerySet":
        if not user.has_perm("funding.view_fund"):
            return self.none()
        return self.filter(product__in=Product.objects.visible_to(user))


class OtherCost(Sourced):
    """One product, one year, one category."""

    class Category(models.TextChoices):
        HOSTING = "hosting", _("hosting")
        LICENCES = "licences", _("licences")
        RESEARCH = "research", _("user research")
        AUDIT = "audit", _("audit and testing")
        OTHER = "other", _("other")

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="other_costs")
    year = models.PositiveSmallIntegerField(_("financial year"))
    category = models.CharField(_("category"), max_length=10, choices=Category)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True)

    objects = OtherCostQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("other cost")
        verbose_name_plural = _("other costs")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "year", "category"],
                name="funding_othercost_once",
                violation_error_message=_("This product already has such a cost for the year."),
            ),
            a_year("year", "funding_othercost_year"),
            between("amount", name="funding_othercost_amount", message=_("A cost is nought or more.")),
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()} {year_label(self.year)}"
