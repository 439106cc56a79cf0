"""Milestones: what was promised, what is expected now, what happened; every forecast is kept."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit import formats
from kit.bilingual import Pair
from kit.models import Sourced, Versioned
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.product import Product


class MilestoneQuerySet(OfProductQuerySet["Milestone"]):
    def late(self) -> Self:
        """Not reached, and expected later than the baseline."""
        return self.filter(actual__isnull=True, forecast__gt=models.F("baseline"))

    def overdue(self, on: datetime.date) -> Self:
        """Not reached, and expected before today: the forecast itself has passed."""
        return self.filter(actual__isnull=True, forecast__lt=on)


class Milestone(Sourced, Versioned):
    """A point in a product's life. The baseline moves only by a change request; see `BaselineChange`."""

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="milestones")
    title_cy = models.CharField(_("title in Welsh"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200)
    baseline = models.DateField(_("baseline"), null=True, blank=True)
    forecast = models.DateField(_("forecast"), null=True, blank=True)
    actual = models.DateField(_("reached on"), null=True, blank=True)

    title = Pair("title")
    objects = MilestoneQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        indexes = [models.Index(fields=["product", "forecast"], name="portfolio_milestone_due")]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def slip_days(self) -> int | None:
        """Days between the baseline and what happened, or is expected; below nought is early, None not known."""
        end = self.actual or self.forecast
        return (end - self.baseline).days if end and self.baseline else None


class OfMilestoneQuerySet(OfProductQuerySet["MilestoneForecast"]):
    product_path = "milestone__product"


class MilestoneForecast(models.Model):
    """What was expected of a milestone on a day. None is ever changed or taken away."""

    milestone = models.ForeignKey(Milestone, models.CASCADE, verbose_name=_("milestone"), related_name="forecasts")
    forecast = models.DateField(_("forecast"), null=True, blank=True)
    made_on = models.DateField(_("made on"))
    # The report that said so, or "" where it was changed on the page.
    report = models.CharField(_("report"), max_length=200, blank=True)
    reason_cy = models.TextField(_("reason in Welsh"), blank=True)
    reason_en = models.TextField(_("reason in English"), blank=True)

    reason = Pair("reason")
    objects = OfMilestoneQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("forecast of a milestone")
        verbose_name_plural = _("forecasts of milestones")

    def __str__(self) -> str:
        return f"{self.milestone}: {formats.date(self.forecast)}"


class BaselineChangeQuerySet(OfProductQuerySet["BaselineChange"]):
    product_path = "milestone__product"

    def waiting(self) -> Self:
        return self.filter(state=BaselineChange.State.ASKED)


class BaselineChange(models.Model):
    """A change request: the one way in which a milestone's baseline moves."""

    class State(models.TextChoices):
        ASKED = "asked", _("waiting for approval")
        APPROVED = "approved", _("approved")
        REFUSED = "refused", _("refused")

    milestone = models.ForeignKey(
        Milestone, models.CASCADE, verbose_name=_("milestone"), related_name="baseline_changes"
    )
    before = models.DateField(_("baseline before"), null=True, blank=True)
    after = models.DateField(_("baseline asked for"))
    reason_cy = models.TextField(_("reason in Welsh"), blank=True)
    reason_en = models.TextField(_("reason in English"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("asked by"), null=True, blank=True, related_name="+"
    )
    asked_on = models.DateField(_("asked on"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("decided by"), null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)

    reason = Pair("reason")
    objects = BaselineChangeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("change request")
        verbose_name_plural = _("change requests")
        constraints = [
            models.UniqueConstraint(
                fields=["milestone"],
                condition=models.Q(state="asked"),
                name="portfolio_baselinechange_one_waiting",
                violation_error_message=_("A change request for this milestone is already waiting."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason_cy="", reason_en=""),
                name="portfolio_baselinechange_reason",
                violation_error_message=_("Say why the baseline should move."),
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("asked_by")),
                name="portfolio_baselinechange_somebody_else",
                violation_error_message=_("Whoever asked cannot decide."),
            ),
            models.CheckConstraint(
                condition=models.Q(state="asked", decided_on__isnull=True)
                | models.Q(state__in=["approved", "refused"], decided_on__isnull=False),
                name="portfolio_baselinechange_decided_with_date",
                violation_error_message=_("A decision has its date."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {formats.date(self.before)} → {formats.date(self.after)}"
