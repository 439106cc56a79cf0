"""Draws in the background, a part at a time."""

import logging
import time
import uuid
from collections.abc import Callable
from functools import partial

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from funding.actions import doubts as keeping
from funding.actions import jobs
from funding.inputs import CaseError
from funding.models import Job, JobPart, Run
from funding.models.jobs import lease
from funding.queries import drawing
from funding.queries.doubt_words import in_words

log = logging.getLogger(__name__)
# The lease is renewed, and the progress shown, this often in the time that a lease lasts.
RENEWALS = 10


def send(job: Job) -> None:
    """Tells the workers of every part of a job, once what has been written is committed."""
    numbers = list(job.parts.values_list("pk", flat=True))
    transaction.on_commit(lambda: [work.delay(pk) for pk in numbers])


@shared_task(name="funding.work")
def work(part_id: int) -> None:
    """Works on one part, if it is there to be taken; whoever hands in a job's last part closes the job."""
    taken = jobs.take(part=part_id, at=timezone.now())
    if taken is None:
        return
    part, owner = taken
    try:
        if part.job.kind == Job.Kind.RUN:
            _draw(part, owner)
        else:
            _appraise(part, owner)
    except jobs.LeaseLostError:
        log.info("part %s of job %s is no longer ours", part.number, part.job_id)
        return
    except CaseError as wrong:
        jobs.fail(part=part, words=partial(_in_words, wrong), at=timezone.now())
    except BaseException:
        jobs.give_back(part=part, owner=owner)
        raise
    close(part.job_id)


@shared_task(name="funding.close")
def close(job_id: int) -> None:
    """Ends a job all of whose parts are in; a run's draws are put together first."""
    job = Job.objects.get(pk=job_id)
    if not job.is_running or job.parts.filter(finished=False).exists():
        return
    if job.kind == Job.Kind.RUN:
        _put_together(job)
    jobs.close_if_finished(job=job, at=timezone.now())


@shared_task(name="funding.resume")
def resume() -> None:
    """Takes up what was left lying: parts whose worker is gone, and jobs whose last part was handed in and no more."""
    now = timezone.now()
    jobs.give_up_on_the_hopeless(at=now)
    for part in JobPart.objects.takeable(now).values_list("pk", flat=True)[:1000]:
        work.delay(part)
    for job in Job.objects.filter(state=Job.State.RUNNING).exclude(parts__finished=False):
        close.delay(job.pk)


def _in_words(wrong: CaseError) -> str:
    return "; ".join(in_words(wrong.faults))


def _put_together(job: Job) -> None:
    outcomes = job.parts.order_by("number").values_list("run", "outcome")
    runs = {run for run, _outcome in outcomes}
    for run in Run.objects.filter(pk__in=runs):
        case = drawing.case_of(run)
        keeping.keep_doubt(
            run=run,
            uncertainty=drawing.put_together(case=case, parts=[bytes(outcome or b"") for _run, outcome in outcomes]),
            sensitivity=drawing.sensitivity_of(case=case),
            at=timezone.now(),
        )


def _draw(part: JobPart, owner: uuid.UUID) -> None:
    assert part.run is not None, "a job of draws has a run"
    outcome = drawing.part_of(
        case=drawing.case_of(part.run), first=part.first, last=part.last, progress=_renewing(part, owner)
    )
    jobs.hand_in(part=part, owner=owner, outcome=outcome)


def _appraise(part: JobPart, owner: uuid.UUID) -> None:
    at = timezone.now()
    comparison, context = keeping.calculated_with_doubts(appraisal=part.appraisal, on=at.date())
    case = drawing.case_from(comparison.case)
    uncertainty = drawing.whole(case=case, progress=_renewing(part, owner))
    keeping.keep_portfolio_part(
        part=part,
        owner=owner,
        comparison=comparison,
        context=context,
        uncertainty=uncertainty,
        sensitivity=drawing.sensitivity_of(case=case),
        at=at,
    )


def _renewing(part: JobPart, owner: uuid.UUID) -> Callable[[int, int], None]:
    """A progress callback that keeps the lease, and stops the work once the lease is lost or the job cancelled."""
    last, every = [time.monotonic()], lease().total_seconds() / RENEWALS

    def tell(done: int, total: int) -> None:
        if time.monotonic() - last[0] >= every or done == total:
            jobs.renew(part=part, owner=owner, done=done, at=timezone.now())
            last[0] = time.monotonic()

    return tell
