"""How far a job is, and whether anybody works on it."""

import datetime
from dataclasses import dataclass

from django.db import models

from accounts.models import User
from funding.models import Appraisal, Job, JobPart, Run
from funding.models.jobs import JobQuerySet
from kit.bilingual import pair_field

# How long a job may lie with nobody at it before its page says so.
PATIENCE = datetime.timedelta(seconds=20)


@dataclass(frozen=True)
class Progress:
    """A job with its draws: `done` of `draws`, and since when nobody holds any of its parts, where nobody does."""

    job: Job
    draws: int
    done: int
    parts: int
    finished: int
    failed: int
    last_held: datetime.datetime | None
    at: datetime.datetime

    @property
    def is_running(self) -> bool:
        return self.job.is_running

    @property
    def is_portfolio(self) -> bool:
        return self.job.kind == Job.Kind.PORTFOLIO

    @property
    def is_begun(self) -> bool:
        return self.last_held is not None or self.finished > 0

    @property
    def is_being_put_together(self) -> bool:
        """Every draw is made, and what they come to is being reckoned."""
        return self.is_running and self.parts > 0 and self.finished == self.parts

    @property
    def is_left_lying(self) -> bool:
        """Nobody has worked on it for so long that there is no worker, most likely."""
        if not self.is_running or self.is_being_put_together:
            return False
        since = max(self.job.asked_at, self.last_held or self.job.asked_at)
        return self.at - since > PATIENCE


def progress_of(*, job: Job, at: datetime.datetime) -> Progress:
    """One query."""
    counted = job.parts.aggregate(
        draws=models.Sum("draws", default=0),
        done=models.Sum("done", default=0),
        parts=models.Count("pk"),
        finished=models.Count("pk", filter=models.Q(finished=True)),
        failed=models.Count("pk", filter=~models.Q(fault_en="")),
        last_held=models.Max("lease_until"),
    )
    return Progress(job=job, at=at, **counted)


def listed(jobs: JobQuerySet) -> JobQuerySet:
    """With their progress, and `about`: the name of the appraisal of their first part, in the reader's language."""
    first = JobPart.objects.filter(job=models.OuterRef("pk"), number=0)
    name = models.Subquery(first.values(f"appraisal__{pair_field('name')}")[:1])
    return jobs.with_progress().annotate(about=name)


def run_of(job: Job) -> int | None:
    """The run whose draws a job makes; None of a job for the whole portfolio."""
    return int(job.key.removeprefix("run:")) if job.kind == Job.Kind.RUN else None


def job_of_run(run: Run) -> Job | None:
    """The last job of a run's draws, running or not."""
    return Job.objects.filter(key=f"run:{run.pk}").order_by("-pk").first()


@dataclass(frozen=True)
class Worked:
    """One appraisal of a portfolio's job, and the run it has come to."""

    part: JobPart
    appraisal: Appraisal
    run_id: int | None


def worked_on(*, job: Job, by: User) -> list[Worked]:
    """What a portfolio's job is about, as far as the reader may see it. Three queries."""
    seen = Appraisal.objects.visible_to(by)
    parts = list(job.parts.filter(appraisal__in=seen).select_related("appraisal").order_by("number"))
    kept = (
        Run.objects.filter(
            appraisal__in=[part.appraisal_id for part in parts if part.finished],
            made_by=job.asked_by,
            made_at__gte=job.asked_at,
            doubt__isnull=False,
        )
        .order_by("-made_at")
        .values_list("appraisal", "pk")
    )
    # The first one kept since the job was asked for: the last of a list from the newest back.
    runs = dict(kept)
    return [Worked(part, part.appraisal, runs.get(part.appraisal_id)) for part in parts]
