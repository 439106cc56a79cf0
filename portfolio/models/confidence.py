"""Delivery confidence, as the responsible owner and an independent reviewer each put it, on a scale that is kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit import formats
from kit.bilingual import Pair
from kit.models import Sourced, Versioned
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.product import Product


class Rating(models.TextChoices):
    GREEN = "green", _("green")
    AMBER_GREEN = "amber_green", _("amber/green")
    AMBER = "amber", _("amber")
    AMBER_RED = "amber_red", _("amber/red")
    RED = "red", _("red")
    # Asked for and not given: it is never counted as green.
    PENDING = "pending", _("pending")


# The worse, the higher. A rating that is pending has no place in the order.
WORSE = {Rating.GREEN: 0, Rating.AMBER_GREEN: 1, Rating.AMBER: 2, Rating.AMBER_RED: 3, Rating.RED: 4}
THREE_POINTS = ("green", "amber", "red", "pending")


class ConfidenceQuerySet(OfProductQuerySet["Confidence"]):
    pass


class Confidence(Sourced, Versioned):
    """One product on one day. A three-point rating is never made into a five-point one, nor the other way."""

    class Scale(models.TextChoices):
        THREE = "three", _("three-point")
        FIVE = "five", _("five-point")

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="confidences")
    on = models.DateField(_("date"))
    scale = models.CharField(_("scale"), max_length=5, choices=Scale, default=Scale.THREE)
    owner_rating = models.CharField(
        _("responsible owner's rating"), max_length=11, choices=Rating, default=Rating.PENDING
    )
    independent_rating = models.CharField(
        _("independent rating"), max_length=11, choices=Rating, default=Rating.PENDING
    )
    reason_cy = models.TextField(_("reason in Welsh"), blank=True)
    reason_en = models.TextField(_("reason in English"), blank=True)

    reason = Pair("reason")
    objects = ConfidenceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("delivery confidence")
        verbose_name_plural = _("delivery confidence")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "on"],
                name="portfolio_confidence_one_a_day",
                violation_error_message=_("This product already has its delivery confidence of that day."),
            ),
            models.CheckConstraint(
                condition=models.Q(scale="five")
                | models.Q(owner_rating__in=THREE_POINTS, independent_rating__in=THREE_POINTS),
                name="portfolio_confidence_on_its_scale",
                violation_error_message=_("The three-point scale has green, amber and red."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product}, {formats.date(self.on)}: {self.get_owner_rating_display()}"
