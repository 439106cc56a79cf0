"""Risks, and issues: risks that have come about."""

import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.product import Product

SCORED = ("inherent_probability", "inherent_impact", "current_probability", "current_impact", "target_probability",
          "target_impact")  # fmt: skip


class RiskQuerySet(OfProductQuerySet["Risk"]):
    def open(self) -> Self:
        return self.filter(closed_on__isnull=True)

    def for_review(self, on: datetime.date) -> Self:
        return self.open().filter(review_on__lte=on)


class Risk(Sourced, Versioned):
    """Because of a cause an event may come about, with an effect. Probability and impact are 1 to 5, or not known."""

    class Kind(models.TextChoices):
        RISK = "risk", _("risk")
        ISSUE = "issue", _("issue")

    class Response(models.TextChoices):
        TOLERATE = "tolerate", _("tolerate")
        TREAT = "treat", _("treat")
        TRANSFER = "transfer", _("transfer")
        TERMINATE = "terminate", _("terminate")

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="risks")
    kind = models.CharField(_("kind"), max_length=5, choices=Kind, default=Kind.RISK)
    cause_cy = models.TextField(_("cause in Welsh"), blank=True)
    cause_en = models.TextField(_("cause in English"), blank=True)
    event_cy = models.CharField(_("event in Welsh"), max_length=300)
    event_en = models.CharField(_("event in English"), max_length=300)
    effect_cy = models.TextField(_("effect in Welsh"), blank=True)
    effect_en = models.TextField(_("effect in English"), blank=True)
    owner = models.CharField(_("owner"), max_length=200, blank=True)
    inherent_probability = models.PositiveSmallIntegerField(_("inherent probability"), null=True, blank=True)
    inherent_impact = models.PositiveSmallIntegerField(_("inherent impact"), null=True, blank=True)
    current_probability = models.PositiveSmallIntegerField(_("current probability"), null=True, blank=True)
    current_impact = models.PositiveSmallIntegerField(_("current impact"), null=True, blank=True)
    target_probability = models.PositiveSmallIntegerField(_("target probability"), null=True, blank=True)
    target_impact = models.PositiveSmallIntegerField(_("target impact"), null=True, blank=True)
    response = models.CharField(_("response"), max_length=9, choices=Response, blank=True)
    action_cy = models.TextField(_("what is being done, in Welsh"), blank=True)
    action_en = models.TextField(_("what is being done, in English"), blank=True)
    raised_on = models.DateField(_("raised on"))
    review_on = models.DateField(_("review on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    cause = Pair("cause")
    event = Pair("event")
    effect = Pair("effect")
    action = Pair("action")
    objects = RiskQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("risk or issue")
        verbose_name_plural = _("risks and issues")
        constraints = [
            *(
                between(
                    field,
                    name=f"portfolio_risk_{field}",
                    low=1,
                    high=5,
                    message=_("Probability and impact lie between 1 and 5."),
                )
                for field in SCORED
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True) | models.Q(closed_on__gte=models.F("raised_on")),
                name="portfolio_risk_closed_after_raised",
                violation_error_message=_("It cannot be closed before it was raised."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)

    @property
    def current_score(self) -> int | None:
        """Probability times impact, 1 to 25; None where either is not known."""
        return _score(self.current_probability, self.current_impact)

    @property
    def inherent_score(self) -> int | None:
        return _score(self.inherent_probability, self.inherent_impact)

    @property
    def target_score(self) -> int | None:
        return _score(self.target_probability, self.target_impact)


def _score(probability: int | None, impact: int | None) -> int | None:
    return probability * impact if probability is not None and impact is not None else None
