"""The logs of a product: what was or is to be decided, and what was learnt."""

import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.product import Phase, Product

SOON = datetime.timedelta(days=30)


class DecisionQuerySet(OfProductQuerySet["Decision"]):
    def due(self) -> Self:
        return self.filter(decided_on__isnull=True)

    def overdue(self, on: datetime.date) -> Self:
        return self.due().filter(due_on__lt=on)

    def needed_soon(self, on: datetime.date) -> Self:
        """Not made, and needed within 30 days or overdue."""
        return self.due().filter(due_on__lte=on + SOON)


class Decision(Sourced, Versioned):
    """A decision asked for by a day, or made on one."""

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="decisions")
    question_cy = models.CharField(_("what is to be decided, in Welsh"), max_length=300)
    question_en = models.CharField(_("what is to be decided, in English"), max_length=300)
    due_on = models.DateField(_("needed by"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.CharField(_("decided by"), max_length=200, blank=True)
    outcome_cy = models.TextField(_("decision in Welsh"), blank=True)
    outcome_en = models.TextField(_("decision in English"), blank=True)
    reason_cy = models.TextField(_("reason in Welsh"), blank=True)
    reason_en = models.TextField(_("reason in English"), blank=True)

    question = Pair("question")
    outcome = Pair("outcome")
    reason = Pair("reason")
    objects = DecisionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_on__isnull=True) | ~models.Q(outcome_cy="", outcome_en=""),
                name="portfolio_decision_says_what",
                violation_error_message=_("Say what was decided."),
            )
        ]

    def __str__(self) -> str:
        return str(self.question)


class LessonQuerySet(OfProductQuerySet["Lesson"]):
    pass


class Lesson(Sourced, Versioned):
    """What was learnt, and what somebody else should do about it."""

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="lessons")
    title_cy = models.CharField(_("title in Welsh"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200)
    happened_cy = models.TextField(_("what happened, in Welsh"), blank=True)
    happened_en = models.TextField(_("what happened, in English"), blank=True)
    advice_cy = models.TextField(_("recommendation in Welsh"), blank=True)
    advice_en = models.TextField(_("recommendation in English"), blank=True)
    phase = models.CharField(_("phase"), max_length=10, choices=Phase, blank=True)
    learnt_on = models.DateField(_("learnt on"))

    title = Pair("title")
    happened = Pair("happened")
    advice = Pair("advice")
    objects = LessonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def __str__(self) -> str:
        return str(self.title)
