"""Jobs: leases, handing in once, cancelling, giving up. The workers themselves are in test_workers.py."""

import datetime

import pytest

from funding.actions import doubts, jobs
from funding.inputs import CaseError
from funding.models import Job, JobPart, Run, RunDoubt
from funding.models.jobs import MOST_ATTEMPTS
from funding.queries import drawing
from funding.queries.doubt_words import in_words
from funding.tasks import close, resume, work
from tests.world import make_world

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 24, 9, 30, tzinfo=datetime.UTC)
LEASE = datetime.timedelta(seconds=30)
LATER = NOW + LEASE + datetime.timedelta(seconds=1)


@pytest.fixture
def world():
    return make_world(with_runs=False)


@pytest.fixture
def begun(world):
    """A run of an appraisal with 300 draws, in parts of 100."""
    world.ours.appraisal.uncertainty = {"draws": 300, "seed": 7}
    world.ours.appraisal.save()
    run = doubts.make_doubted_run(appraisal=world.ours.appraisal, by=world.people["finance"], at=NOW)
    parts = [JobPart(appraisal=run.appraisal, run=run, first=first, draws=100) for first in (0, 100, 200)]
    return run, jobs._begin(kind=Job.Kind.RUN, key=f"run:{run.pk}", parts=parts, by=None, at=NOW)


def part_of(job: Job, number: int = 0) -> JobPart:
    return job.parts.get(number=number)


def test_a_part_is_taken_by_one_of_two_who_reach_for_it(begun):
    _run, job = begun
    assert jobs.take(part=part_of(job).pk, at=NOW) is not None
    assert jobs.take(part=part_of(job).pk, at=NOW) is None


def test_a_part_whose_worker_is_gone_is_taken_again_when_its_lease_has_run_out(begun):
    _run, job = begun
    _part, first = jobs.take(part=part_of(job).pk, at=NOW)
    part, second = jobs.take(part=part_of(job).pk, at=LATER)
    assert part.attempts == 2
    with pytest.raises(jobs.LeaseLostError):
        jobs.renew(part=part, owner=first, done=10, at=LATER)
    with pytest.raises(jobs.LeaseLostError):
        jobs.hand_in(part=part, owner=first, outcome=b"late")
    jobs.hand_in(part=part, owner=second, outcome=b"in time")
    assert bytes(part_of(job).outcome) == b"in time"


def test_what_was_handed_in_is_not_handed_in_again(begun):
    _run, job = begun
    part, owner = jobs.take(part=part_of(job).pk, at=NOW)
    jobs.hand_in(part=part, owner=owner, outcome=b"once")
    with pytest.raises(jobs.LeaseLostError):
        jobs.hand_in(part=part, owner=owner, outcome=b"twice")
    assert jobs.take(part=part.pk, at=LATER) is None


def test_a_renewed_lease_is_not_taken(begun):
    _run, job = begun
    part, owner = jobs.take(part=part_of(job).pk, at=NOW)
    jobs.renew(part=part, owner=owner, done=40, at=LATER)
    assert jobs.take(part=part.pk, at=LATER) is None
    assert part_of(job).done == 40


def test_the_same_work_asked_for_twice_is_one_job(begun):
    run, job = begun
    again = jobs.begin_run_job(run=run, draws=300, by=None, at=LATER)
    assert again == job
    assert Job.objects.count() == 1


def test_a_job_that_has_ended_can_be_asked_for_again(begun):
    run, job = begun
    assert jobs.cancel(job=job, at=NOW)
    assert not jobs.cancel(job=job, at=NOW)
    assert jobs.begin_run_job(run=run, draws=300, by=None, at=LATER) != job


def test_a_cancelled_job_s_parts_are_neither_taken_nor_handed_in(begun):
    _run, job = begun
    part, owner = jobs.take(part=part_of(job).pk, at=NOW)
    jobs.cancel(job=job, at=NOW)
    with pytest.raises(jobs.LeaseLostError):
        jobs.renew(part=part, owner=owner, done=1, at=NOW)
    assert jobs.take(part=part_of(job, 1).pk, at=NOW) is None


def test_a_part_that_is_begun_again_and_again_fails_its_job_in_words(begun):
    _run, job = begun
    for number in range(MOST_ATTEMPTS):
        assert jobs.take(part=part_of(job).pk, at=NOW + number * 2 * LEASE)
    after = NOW + MOST_ATTEMPTS * 2 * LEASE
    assert jobs.take(part=part_of(job).pk, at=after) is None
    jobs.give_up_on_the_hopeless(at=after)
    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert "Part 1 was begun 5 times" in job.fault


def test_worked_part_by_part_it_comes_to_what_one_worker_draws_to_the_last_bit(begun):
    run, job = begun
    for part in job.parts.order_by("-number"):
        work(part.pk)
    job.refresh_from_db()
    assert job.state == Job.State.DONE
    assert job.ended_at is not None
    case = drawing.case_of(run)
    assert RunDoubt.objects.get(run=run).uncertainty == drawing.whole(case=case)
    assert list(job.parts.values_list("outcome", flat=True)) == [None] * 3, "what is no longer needed is not kept"


def test_tasks_that_come_twice_change_nothing(begun):
    run, job = begun
    for _again in range(2):
        for part in job.parts.all():
            work(part.pk)
    close(job.pk)
    resume()
    kept = RunDoubt.objects.get(run=run)
    assert RunDoubt.objects.count() == 1
    assert kept.run == run


def test_the_progress_of_a_job_is_the_draws_that_are_done(begun):
    _run, job = begun
    work(part_of(job).pk)
    part, owner = jobs.take(part=part_of(job, 1).pk, at=NOW)
    jobs.renew(part=part, owner=owner, done=50, at=NOW)
    counted = Job.objects.with_progress().get(pk=job.pk)
    assert (counted.done_draws, counted.all_draws) == (150, 300)


def test_a_part_given_back_begins_again_from_nothing(begun):
    _run, job = begun
    part, owner = jobs.take(part=part_of(job).pk, at=NOW)
    jobs.renew(part=part, owner=owner, done=50, at=NOW)
    jobs.give_back(part=part, owner=owner)
    assert part_of(job).done == 0
    assert jobs.take(part=part.pk, at=NOW) is not None


def test_every_appraisal_of_the_portfolio_gets_its_run_once(world):
    for holding in (world.ours, world.theirs):
        holding.appraisal.uncertainty = {"draws": 50, "seed": 1}
        holding.appraisal.save()
    job = doubts.doubt_portfolio(by=world.person("finance"), at=NOW)
    assert job.parts.count() == 2
    for _again in range(2):
        for part in job.parts.all():
            work(part.pk)
    job.refresh_from_db()
    assert job.state == Job.State.DONE
    assert Run.objects.count() == RunDoubt.objects.count() == 2
    assert {run.made_by for run in Run.objects.all()} == {world.people["finance"]}


def test_an_appraisal_that_cannot_be_calculated_is_named_and_the_others_are_drawn_all_the_same(world):
    world.ours.appraisal.roles.all().delete()
    world.theirs.appraisal.uncertainty = {"draws": 50, "seed": 1}
    world.theirs.appraisal.save()
    job = doubts.doubt_portfolio(by=world.person("finance"), at=NOW)
    for part in job.parts.all():
        work(part.pk)
    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    bad = job.parts.get(appraisal=world.ours.appraisal)
    assert "squad" in bad.fault_en
    assert "sgwad" in bad.fault_cy.lower()
    assert job.parts.get(appraisal=world.theirs.appraisal).fault_en == ""
    assert [run.appraisal for run in Run.objects.filter(doubt__isnull=False)] == [world.theirs.appraisal]


def test_a_part_of_a_portfolio_begun_again_and_again_leaves_the_others_be(world):
    job = doubts.doubt_portfolio(by=world.person("finance"), at=NOW)
    hopeless, other = job.parts.order_by("pk")
    JobPart.objects.filter(pk=hopeless.pk).update(attempts=MOST_ATTEMPTS)
    jobs.give_up_on_the_hopeless(at=NOW)
    hopeless.refresh_from_db()
    assert "was begun 5 times" in hopeless.fault_en
    job.refresh_from_db()
    assert job.is_running
    assert jobs.take(part=other.pk, at=NOW) is not None


def test_a_portfolio_that_is_stopped_keeps_the_runs_it_had(world):
    for holding in (world.ours, world.theirs):
        holding.appraisal.uncertainty = {"draws": 50, "seed": 1}
        holding.appraisal.save()
    job = doubts.doubt_portfolio(by=world.person("finance"), at=NOW)
    first, second = job.parts.order_by("pk")
    work(first.pk)
    assert jobs.cancel(job=job, at=NOW)
    work(second.pk)
    assert [run.appraisal_id for run in Run.objects.filter(doubt__isnull=False)] == [first.appraisal_id]


def test_a_portfolio_of_nothing_is_done_at_once(world):
    job = doubts.doubt_portfolio(by=world.person("viewer"), at=NOW)
    assert job.state == Job.State.DONE


def test_who_may_not_change_appraisals_sees_their_own_jobs_only(begun, world):
    _run, job = begun
    assert list(Job.objects.visible_to(world.person("finance"))) == [job]
    assert list(Job.objects.visible_to(world.person("viewer"))) == []


@pytest.mark.parametrize(
    ("path", "points", "said"),
    [
        ("product.effort_to_live", {"low": 50, "likely": 40, "high": 70}, "must lie from the low one, 50, to the high"),
        ("product.effort_to_live", {"low": 80, "likely": 80, "high": 70}, "High: must be more than the low one, 80"),
        ("options.annual.reaward_probability", {"low": 0.5, "likely": 0.7, "high": 1.4}, "High: must be at most 1"),
    ],
)
def test_a_range_that_is_wrong_is_named_by_its_path_on_the_page_of_the_job(world, path, points, said):
    world.ours.appraisal.uncertainty = {"draws": 50, "parameters": {path: {"distribution": "pert", **points}}}
    world.ours.appraisal.save()
    job = doubts.doubt_portfolio(by=world.person("finance"), at=NOW)
    part = job.parts.get(appraisal=world.ours.appraisal)
    work(part.pk)
    part.refresh_from_db()
    assert f"({path})" in part.fault_en
    assert said in part.fault_en
    assert said not in part.fault_cy


def test_too_many_draws_are_named_by_their_path(world):
    world.ours.appraisal.uncertainty = {"draws": 1_000_000_000}
    with pytest.raises(CaseError) as wrong:
        doubts.calculated_with_doubts(appraisal=world.ours.appraisal, on=NOW.date())
    assert in_words(wrong.value.faults) == ["What it is uncertain about (uncertainty.draws): must be at most 1000000"]
