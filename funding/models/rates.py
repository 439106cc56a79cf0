"""What people cost: salaries and day rates. Seen by finance and the chief digital officer's office only."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from funding.models.signing import Signed, SignedQuerySet, signed_by_another
from kit.models import between
from portfolio.models import Organisation
from squads.models import Employment, Role

if TYPE_CHECKING:
    from accounts.models import User


class RateQuerySet(SignedQuerySet):
    def visible_to(self, user: "User") -> "RateQuerySet":
        return self if user.has_perm("funding.view_rates") else self.none()


class Rate(Signed):
    """A salary (£ a year) of permanent and fixed-term staff, or a day rate (£ a day) of contractors and suppliers."""

    role = models.ForeignKey(Role, models.PROTECT, verbose_name=_("role"), related_name="rates")
    employment = models.CharField(_("employment"), max_length=10, choices=Employment)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="rates",
        help_text=_("Leave empty for every organisation."),
    )
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    low = models.DecimalField(_("low"), max_digits=10, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(_("high"), max_digits=10, decimal_places=2, null=True, blank=True)

    objects = RateQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("rate")
        verbose_name_plural = _("rates")
        constraints = [
            between("amount", name="funding_rate_amount", low=1, high=9_999_999, message=_("A rate is £1 or more.")),
            models.CheckConstraint(
                condition=(models.Q(low__isnull=True) | models.Q(low__lte=models.F("amount")))
                & (models.Q(high__isnull=True) | models.Q(high__gte=models.F("amount"))),
                name="funding_rate_low_amount_high",
                violation_error_message=_("The amount lies between low and high."),
            ),
            signed_by_another("funding_rate_signed_by_another"),
        ]
        indexes = [models.Index(fields=["role", "employment", "valid_from"], name="funding_rate_lookup")]

    def __str__(self) -> str:
        return f"{self.role} ({self.get_employment_display()})"

    @property
    def is_salary(self) -> bool:
        return self.employment not in Employment.contractors()
