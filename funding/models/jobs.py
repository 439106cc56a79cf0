"""Long work in the background. These rows are the truth of it; a broker only carries the word that there is some.

A job is cut into parts. Whoever works on a part holds its lease and renews it; a lease that has run out may be taken
by anybody. What a part comes to is written in the same transaction that finds the lease still held, so that a part
worked on twice, by two workers or after one was killed, comes to one result.
"""

import datetime
import uuid
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from funding.models.appraisals import Appraisal
from funding.models.runs import Run
from kit.bilingual import Pair

if TYPE_CHECKING:
    from accounts.models import User

MOST_ATTEMPTS = 5


def lease() -> datetime.timedelta:
    return datetime.timedelta(seconds=settings.JOB_LEASE_SECONDS)


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, user: "User") -> Self:
        """One's own, and to those who may change appraisals everybody's."""
        if not user.has_perm("funding.view_appraisal"):
            return self.none()
        return self if user.has_perm("funding.change_appraisal") else self.filter(asked_by=user)

    def with_progress(self) -> Self:
        """Adds `all_draws` and `done_draws`."""
        return self.annotate(
            all_draws=models.Sum("parts__draws", default=0), done_draws=models.Sum("parts__done", default=0)
        )


class Job(models.Model):
    """Draws of one run, or a run with its draws for every appraisal of the portfolio."""

    class Kind(models.TextChoices):
        RUN = "run", _("one appraisal under doubt")
        PORTFOLIO = "portfolio", _("every appraisal under doubt")

    class State(models.TextChoices):
        RUNNING = "running", _("under way")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    key = models.CharField(_("key"), max_length=100)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RUNNING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("asked for by"), null=True, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked for at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    fault_cy = models.TextField(_("what went wrong, in Welsh"), blank=True)
    fault_en = models.TextField(_("what went wrong, in English"), blank=True)

    fault = Pair("fault")
    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=models.Q(state="running"),
                name="funding_job_key_once",
                violation_error_message=_("The same work is already under way."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.asked_at:%Y-%m-%d %H:%M}"

    @property
    def is_running(self) -> bool:
        return self.state == self.State.RUNNING


class JobPartQuerySet(models.QuerySet["JobPart"]):
    def takeable(self, at: datetime.datetime) -> Self:
        """Parts nobody works on: never begun, or left by whoever let their lease run out."""
        return self.filter(job__state=Job.State.RUNNING, finished=False).filter(
            models.Q(lease_until__isnull=True) | models.Q(lease_until__lt=at)
        )


class JobPart(models.Model):
    """The draws from `first` (the first is 0) to before `last` of one appraisal, and what they came to."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField(_("number"))
    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="+")
    # Of a job for one run; a portfolio's parts make their own when they have been worked out.
    run = models.ForeignKey(Run, models.CASCADE, null=True, blank=True, related_name="+")
    first = models.PositiveIntegerField(_("first draw"))
    draws = models.PositiveIntegerField(_("draws"))
    done = models.PositiveIntegerField(_("draws done"), default=0)
    finished = models.BooleanField(_("finished"), default=False)
    owner = models.UUIDField(_("worked on by"), null=True, blank=True)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    outcome = models.BinaryField(_("outcome"), null=True, blank=True)
    # Of a portfolio's part that could not be worked out: the other appraisals go on without it.
    fault_cy = models.TextField(_("what went wrong, in Welsh"), blank=True)
    fault_en = models.TextField(_("what went wrong, in English"), blank=True)

    fault = Pair("fault")
    objects = JobPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("part of a job")
        verbose_name_plural = _("parts of jobs")
        constraints = [
            models.UniqueConstraint(fields=["job", "number"], name="funding_jobpart_once"),
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("draws")),
                name="funding_jobpart_done",
                violation_error_message=_("No more draws are done than there are."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job} {self.number}"

    @property
    def last(self) -> int:
        return self.first + self.draws

    def held_by(self, owner: uuid.UUID) -> models.QuerySet["JobPart"]:
        """This part, if `owner` still has it and the job goes on."""
        return JobPart.objects.filter(pk=self.pk, owner=owner, finished=False, job__state=Job.State.RUNNING)
