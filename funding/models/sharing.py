"""The other products that the squad of an appraisal sustains, which is what a sustained squad is for."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from funding.models.appraisals import Appraisal
from kit.models import between
from portfolio.models import Product

if TYPE_CHECKING:
    from accounts.models import User

LEAST_SHARE, MOST_SHARE = Decimal("0.001"), Decimal("0.999")


class SharedProductQuerySet(models.QuerySet["SharedProduct"]):
    def hidden_from(self, user: "User") -> "SharedProductQuerySet":
        """Those of products the person may not see: what they come to together is not shown without them."""
        return self.exclude(product__in=Product.objects.visible_to(user))


class SharedProduct(models.Model):
    """Another product of the same squad, with its share of the squad's time and what it needs and brings.

    What the appraisal's own product has is what the others leave: the whole squad is always shared out.
    """

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="shared_products")
    product = models.ForeignKey(Product, models.PROTECT, verbose_name=_("product"), related_name="+")
    share = models.DecimalField(_("share of the squad's time"), max_digits=4, decimal_places=3)
    effort_to_live = models.DecimalField(_("effort to go live"), max_digits=9, decimal_places=2)
    sustaining_fte = models.DecimalField(_("sustaining effort"), max_digits=7, decimal_places=2)
    running_cost = models.DecimalField(_("running cost"), max_digits=14, decimal_places=2, default=0)
    annual_benefit = models.DecimalField(_("benefit"), max_digits=14, decimal_places=2, default=0)

    objects = SharedProductQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("product of the same squad")
        verbose_name_plural = _("products of the same squad")
        constraints = [
            models.UniqueConstraint(
                fields=["appraisal", "product"],
                name="funding_sharedproduct_once",
                violation_error_message=_("This product is already among those of the squad: change its share."),
            ),
            between(
                "share",
                name="funding_sharedproduct_share",
                low=LEAST_SHARE,
                high=MOST_SHARE,
                message=_("A share is more than nothing and less than the whole squad."),
            ),
            *(
                between(
                    field,
                    name=f"funding_sharedproduct_{field}",
                    high=most,
                    message=_("What a product needs or brings is not less than nothing."),
                )
                for field, most in (
                    ("effort_to_live", 100_000),
                    ("sustaining_fte", 1_000),
                    ("running_cost", 999_999_999_999),
                    ("annual_benefit", 999_999_999_999),
                )
            ),
        ]

    def __str__(self) -> str:
        return str(self.product)
