"""What the lifetime model takes for granted, each by the model's own path, dated, sourced and marked."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from funding.models.signing import Signed, SignedQuerySet, signed_by_another

if TYPE_CHECKING:
    from accounts.models import User


class AssumptionQuerySet(SignedQuerySet):
    def visible_to(self, user: "User") -> "AssumptionQuerySet":
        return self if user.has_perm("funding.view_assumption") else self.none()


class Assumption(Signed):
    """A value of one path of the model, such as `product.decay_rate` or `options.annual_cycle.award_month`.

    The value is null only for a path that is no single number: `discount_rates` follows the Green Book's schedule.
    """

    key = models.CharField(_("path in the model"), max_length=80)
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=6, null=True, blank=True)
    low = models.DecimalField(_("low"), max_digits=16, decimal_places=6, null=True, blank=True)
    likely = models.DecimalField(_("likely"), max_digits=16, decimal_places=6, null=True, blank=True)
    high = models.DecimalField(_("high"), max_digits=16, decimal_places=6, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=60)
    review_by = models.DateField(_("review by"), null=True, blank=True)

    objects = AssumptionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("assumption")
        verbose_name_plural = _("assumptions")
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(low__isnull=True) | models.Q(low__lte=models.F("likely")))
                & (models.Q(high__isnull=True) | models.Q(high__gte=models.F("likely"))),
                name="funding_assumption_low_likely_high",
                violation_error_message=_("Low is at most likely, and likely at most high."),
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True) | models.Q(value__gte=-1_000_000_000, value__lte=1_000_000_000),
                name="funding_assumption_value",
                violation_error_message=_("The value is out of range."),
            ),
            signed_by_another("funding_assumption_signed_by_another"),
        ]
        indexes = [models.Index(fields=["key", "valid_from"], name="funding_assumption_lookup")]

    def __str__(self) -> str:
        return self.key
