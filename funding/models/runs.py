"""A run: an appraisal as it was calculated once, kept for good. Later edits change none of it."""

import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from funding.models.appraisals import Appraisal
from kit.bilingual import Pair
from kit.models import Versioned

if TYPE_CHECKING:
    from accounts.models import User


class RunQuerySet(models.QuerySet["Run"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(appraisal__in=Appraisal.objects.visible_to(user))

    def without_figures(self) -> Self:
        """For lists: what a run holds is large."""
        return self.defer("case", "results", "context")


class Run(Versioned):
    """The case, the results and every name and source shown beside them, as they were at `made_at`.

    What is said of it afterwards, its assurance, is the only part that is ever written again, and not once it is
    signed. The signature is somebody's other than the analyst's (the AQuA Book), which the database itself demands.
    """

    appraisal = models.ForeignKey(Appraisal, models.PROTECT, verbose_name=_("appraisal"), related_name="runs")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("run by"), null=True, related_name="+"
    )
    made_at = models.DateTimeField(_("run at"))
    engine_version = models.CharField(_("engine version"), max_length=20)
    case_hash = models.CharField(_("hash of the case"), max_length=64)
    case = models.JSONField(_("case"))
    results = models.JSONField(_("results"))
    context = models.JSONField(_("names and sources at the time"))

    purpose_cy = models.TextField(_("purpose in Welsh"), blank=True)
    purpose_en = models.TextField(_("purpose in English"), blank=True)
    limits_cy = models.TextField(_("limits of use in Welsh"), blank=True)
    limits_en = models.TextField(_("limits of use in English"), blank=True)
    stale_after = models.DateField(_("not to be used after"), null=True, blank=True)
    statement_cy = models.TextField(_("statement of assurance in Welsh"), blank=True)
    statement_en = models.TextField(_("statement of assurance in English"), blank=True)
    assured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("assured by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    assured_on = models.DateField(_("assured on"), null=True, blank=True, editable=False)

    purpose = Pair("purpose")
    limits = Pair("limits")
    statement = Pair("statement")
    objects = RunQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["case", "results", "context"])

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(assured_by__isnull=True, assured_on__isnull=True)
                | models.Q(assured_by__isnull=False, assured_on__isnull=False, made_by__isnull=False)
                & ~models.Q(assured_by=models.F("made_by")),
                name="funding_run_assured_by_another",
                violation_error_message=_("A run is assured by somebody other than its analyst."),
            )
        ]
        indexes = [models.Index(fields=["appraisal", "-made_at"], name="funding_run_latest")]

    def __str__(self) -> str:
        return f"{self.appraisal} {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def is_assured(self) -> bool:
        return self.assured_by_id is not None

    def is_stale(self, on: datetime.date) -> bool:
        """Whether pages and exports have to say "out of date"."""
        return self.stale_after is not None and on > self.stale_after


class RunDoubt(models.Model):
    """What a run comes to under doubt: its draws summed up, and its sensitivity, as `funding.engine` gives them."""

    run = models.OneToOneField(Run, models.CASCADE, related_name="doubt")
    made_at = models.DateTimeField(_("drawn at"))
    uncertainty = models.JSONField(_("uncertainty"))
    sensitivity = models.JSONField(_("sensitivity"))

    class Meta:
        verbose_name = _("run under doubt")
        verbose_name_plural = _("runs under doubt")

    def __str__(self) -> str:
        return str(self.run)


class RunDecisionQuerySet(models.QuerySet["RunDecision"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(run__in=Run.objects.visible_to(user))


class RunDecision(models.Model):
    """One decision about how a run was made, for its decisions log; kept with who made it, and never edited."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="decisions")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("made by"), related_name="+")
    made_on = models.DateField(_("made on"))
    what_cy = models.CharField(_("decision in Welsh"), max_length=400, blank=True)
    what_en = models.CharField(_("decision in English"), max_length=400, blank=True)
    why_cy = models.CharField(_("reason in Welsh"), max_length=400, blank=True)
    why_en = models.CharField(_("reason in English"), max_length=400, blank=True)

    what = Pair("what")
    why = Pair("why")
    objects = RunDecisionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("decision about a run")
        verbose_name_plural = _("decisions about runs")

    def __str__(self) -> str:
        return str(self.what)
