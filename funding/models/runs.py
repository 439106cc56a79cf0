"""A run: an appraisal as it was calculated once, kept for good. Later edits change none of it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from funding.models.appraisals import Appraisal

if TYPE_CHECKING:
    from accounts.models import User


class RunQuerySet(models.QuerySet["Run"]):
    def visible_to(self, user: "User") -> "RunQuerySet":
        return self.filter(appraisal__in=Appraisal.objects.visible_to(user))


class Run(models.Model):
    """The case, the results and every name and source shown beside them, as they were at `made_at`."""

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

    objects = RunQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["case", "results", "context"])

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        indexes = [models.Index(fields=["appraisal", "-made_at"], name="funding_run_latest")]

    def __str__(self) -> str:
        return f"{self.appraisal} {self.made_at:%Y-%m-%d %H:%M}"
