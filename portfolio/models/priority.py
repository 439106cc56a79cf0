"""How high each organisation puts a product, and since when."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.organisation import Organisation
from portfolio.models.product import Product

if TYPE_CHECKING:
    from accounts.models import User


class PriorityQuerySet(OfProductQuerySet["Priority"]):
    def editable_by(self, user: "User") -> Self:
        """An organisation says for itself how high it puts a product; the national office for any."""
        if not user.has_perm("portfolio.change_product"):
            return self.none()
        seen = self.visible_to(user)
        return seen if user.sees_all_organisations else seen.filter(organisation=user.organisation_id)


class Priority(Sourced, Versioned):
    """One organisation's word on one product from a day on, until its next word."""

    class Level(models.TextChoices):
        HIGH = "high", _("high")
        MEDIUM = "medium", _("medium")
        LOW = "low", _("low")
        NONE = "none", _("not a priority")

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="priorities")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisation"), related_name="priorities"
    )
    level = models.CharField(_("priority"), max_length=6, choices=Level)
    since = models.DateField(_("since"))
    reason_cy = models.TextField(_("reason in Welsh"), blank=True)
    reason_en = models.TextField(_("reason in English"), blank=True)

    reason = Pair("reason")
    objects = PriorityQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "organisation", "since"],
                name="portfolio_priority_one_a_day",
                violation_error_message=_("This organisation already gave this product a priority on that day."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} – {self.product}: {self.get_level_display()}"
