"""Jobs: beginning one, taking a part of it, keeping the lease, handing in what the part came to."""

import datetime
import uuid
from collections.abc import Callable, Iterable
from functools import partial

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from funding.models import Appraisal, Job, JobPart, Run
from funding.models.jobs import MOST_ATTEMPTS, lease
from kit.bilingual import LANGUAGES

DRAWS_A_PART = 2_500


class LeaseLostError(Exception):
    """Somebody else works on the part now, or the job has been cancelled: what was reckoned is thrown away."""


def begin_run_job(*, run: Run, draws: int, by: User | None, at: datetime.datetime) -> Job:
    """The draws of one run, in parts. The same run asked for twice is one job."""
    parts = [
        JobPart(appraisal_id=run.appraisal_id, run=run, first=first, draws=min(DRAWS_A_PART, draws - first))
        for first in range(0, draws, DRAWS_A_PART)
    ]
    return _begin(kind=Job.Kind.RUN, key=f"run:{run.pk}", parts=parts, by=by, at=at)


def begin_portfolio_job(*, appraisals: Iterable[tuple[Appraisal, int]], by: User | None, at: datetime.datetime) -> Job:
    """A run with its draws for each appraisal (with its number of draws): one part an appraisal."""
    parts = [JobPart(appraisal=appraisal, first=0, draws=draws) for appraisal, draws in appraisals]
    return _begin(kind=Job.Kind.PORTFOLIO, key="portfolio", parts=parts, by=by, at=at)


def _begin(*, kind: str, key: str, parts: list[JobPart], by: User | None, at: datetime.datetime) -> Job:
    """Makes the job, or gives the one that is under way: the database lets no two run with one key."""
    try:
        with transaction.atomic():
            job = Job.objects.create(kind=kind, key=key, asked_by=by, asked_at=at)
            for number, part in enumerate(parts):
                part.job, part.number = job, number
            JobPart.objects.bulk_create(parts)
            if not parts:
                _end(job, Job.State.DONE, at)
            return job
    except IntegrityError:
        running = Job.objects.filter(key=key, state=Job.State.RUNNING).first()
        if running is None:
            raise
        return running


def take(*, part: int, at: datetime.datetime) -> tuple[JobPart, uuid.UUID] | None:
    """The part and the name its lease is held by; None where there is nothing to take.

    One UPDATE decides, so that of two who reach for it one gets it.
    """
    owner = uuid.uuid4()
    taken = (
        JobPart.objects.takeable(at)
        .filter(pk=part, attempts__lt=MOST_ATTEMPTS)
        .update(owner=owner, lease_until=at + lease(), attempts=models.F("attempts") + 1, done=0)
    )
    if not taken:
        return None
    return JobPart.objects.select_related("job", "run", "appraisal__product").get(pk=part), owner


def renew(*, part: JobPart, owner: uuid.UUID, done: int, at: datetime.datetime) -> None:
    """Keeps the lease and says how far it is. Raises LeaseLostError where it is lost or the job has been cancelled."""
    if not part.held_by(owner).update(lease_until=at + lease(), done=min(done, part.draws)):
        raise LeaseLostError


def give_back(*, part: JobPart, owner: uuid.UUID) -> None:
    """Leaves the part to the next who comes: after a fault, or when a worker is told to stop."""
    part.held_by(owner).update(owner=None, lease_until=None, done=0)


def hand_in(*, part: JobPart, owner: uuid.UUID, outcome: bytes | None) -> None:
    """Finishes a part, if the lease is still held: inside the transaction of whatever else it writes."""
    if not part.held_by(owner).update(finished=True, done=part.draws, outcome=outcome, lease_until=None):
        raise LeaseLostError


@transaction.atomic
def close_if_finished(*, job: Job, at: datetime.datetime) -> bool:
    """Ends a job all of whose parts are handed in; True for the one call that ends it."""
    held = Job.objects.select_for_update().get(pk=job.pk)
    if not held.is_running or held.parts.filter(finished=False).exists():
        return False
    _end(held, Job.State.FAILED if held.parts.exclude(fault_en="").exists() else Job.State.DONE, at)
    held.parts.update(outcome=None)
    return True


@transaction.atomic
def cancel(*, job: Job, at: datetime.datetime) -> bool:
    """Stops a job; its workers notice at their next renewal. False where it had ended already."""
    held = Job.objects.select_for_update().get(pk=job.pk)
    if not held.is_running:
        return False
    _end(held, Job.State.CANCELLED, at)
    return True


@transaction.atomic
def fail(*, part: JobPart, words: Callable[[], str], at: datetime.datetime) -> None:
    """Says of a part what went wrong; `words` says it in the language in force, and is asked in both.

    A run without all its draws comes to nothing, so its job ends. Of a portfolio the other appraisals go on: one that
    lacks a rate keeps nobody from the rest.
    """
    held = Job.objects.select_for_update().get(pk=part.job_id)
    if not held.is_running:
        return
    said = {f"fault_{code}": _said(words, code) for code in LANGUAGES}
    if held.kind == Job.Kind.PORTFOLIO:
        JobPart.objects.filter(pk=part.pk, finished=False).update(finished=True, owner=None, lease_until=None, **said)
        return
    for name, text in said.items():
        setattr(held, name, text)
    _end(held, Job.State.FAILED, at)


def _said(words: Callable[[], str], code: str) -> str:
    with override(code):
        return words()


def give_up_on_the_hopeless(*, at: datetime.datetime) -> None:
    """Fails the parts that were begun again and again and never handed in."""
    hopeless = JobPart.objects.takeable(at).filter(attempts__gte=MOST_ATTEMPTS)
    for part in hopeless:
        fail(part=part, words=partial(_hopeless, part), at=at)


def _hopeless(part: JobPart) -> str:
    return _("Part %(number)s was begun %(times)s times and never finished.") % {
        "number": part.number + 1,
        "times": part.attempts,
    }


def _end(job: Job, state: str, at: datetime.datetime) -> None:
    job.state, job.ended_at = state, at
    job.save(update_fields=["state", "ended_at", "fault_cy", "fault_en"])
