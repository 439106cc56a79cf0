"""The pages of work in the background: what is under way, how far it is, and that somebody is at it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from funding.actions import jobs
from funding.models import Job, RunDoubt
from funding.queries.jobs import progress_of, worked_on
from funding.tasks import work
from tests.funding.drawn import begin, finish
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
LONG = datetime.timedelta(seconds=21)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def finance(client, world):
    client.force_login(world.person("finance"))
    return client


def address(name: str, *arguments: object) -> str:
    with override("en"):
        return reverse(f"funding:{name}", args=arguments)


def few_draws(world: World) -> None:
    for holding in (world.ours, world.theirs):
        holding.appraisal.uncertainty = {"draws": 50}
        holding.appraisal.save()


def test_every_appraisal_is_drawn_from_the_list(finance, world, django_assert_max_num_queries):
    few_draws(world)
    assert "Draw every appraisal" in finance.get(address("appraisals")).content.decode()
    begun = finance.post(address("portfolio_doubted"))
    job = Job.objects.get()
    assert begun["Location"] == address("job", job.pk)
    assert "0 of 100 draws" in finance.get(address("job", job.pk)).content.decode()
    assert finance.post(address("portfolio_doubted"))["Location"] == begun["Location"], "asked twice is one job"
    finish(job)
    with django_assert_max_num_queries(10):
        page = finance.get(address("job", job.pk)).content.decode()
    assert "Done." in page
    for kept in RunDoubt.objects.all():
        assert address("run", kept.run_id) in page


def test_those_who_may_not_change_appraisals_are_offered_nothing_to_begin(client, world):
    client.force_login(world.person("viewer"))
    assert "Draw every appraisal" not in client.get(address("appraisals")).content.decode()
    page = client.get(address("jobs")).content.decode()
    assert "Nothing is being drawn and nothing has been." in page


def test_the_list_says_what_each_job_is_about_and_how_far_it_is(finance, world, django_assert_max_num_queries):
    for holding in (world.ours, world.theirs):
        begin(holding.appraisal, world.people["finance"])
    few_draws(world)
    finance.post(address("portfolio_doubted"))
    with django_assert_max_num_queries(8):
        page = finance.get(address("jobs")).content.decode()
    assert "Appraisal Gwynedd" in page
    assert "Appraisal Powys" in page
    assert page.count("0 of 200 draws") == 2
    assert "0 of 100 draws" in page
    download = finance.get(address("jobs"), {"download": "csv"}).content.decode("utf-8-sig")
    assert len(download.splitlines()) == 4


def test_the_job_of_one_run_is_on_the_page_of_the_run(finance, world):
    run, job = begin(world.ours.appraisal, world.people["finance"])
    assert finance.get(address("job", job.pk))["Location"] == address("run", run.pk)


def test_the_progress_of_a_portfolio_is_a_fragment_too(finance, world):
    few_draws(world)
    finance.post(address("portfolio_doubted"))
    job = Job.objects.get()
    fragment = finance.get(address("job", job.pk), headers={"HX-Request": "true"})
    assert "<html" not in fragment.content.decode()
    jobs.cancel(job=job, at=timezone.now())
    stopped = finance.get(address("job", job.pk), headers={"HX-Request": "true"})
    assert stopped["HX-Refresh"] == "true"
    assert "Draw every appraisal again" in finance.get(address("job", job.pk)).content.decode()


def test_that_nobody_is_at_it_is_said_after_twenty_seconds(finance, world):
    run, job = begin(world.ours.appraisal, world.people["finance"])
    assert "Nobody is working on it yet." not in finance.get(address("run", run.pk)).content.decode()
    Job.objects.filter(pk=job.pk).update(asked_at=timezone.now() - LONG)
    assert "Nobody is working on it yet." in finance.get(address("run", run.pk)).content.decode()
    assert jobs.take(part=job.parts.get().pk, at=timezone.now())
    assert "Nobody is working on it yet." not in finance.get(address("run", run.pk)).content.decode()


def test_a_worker_that_went_away_is_missed_and_one_that_reckons_is_not(world):
    _run, job = begin(world.ours.appraisal, world.people["finance"])
    taken = jobs.take(part=job.parts.get().pk, at=job.asked_at)
    assert taken is not None
    held_until = job.parts.get().lease_until
    assert not progress_of(job=job, at=held_until).is_left_lying
    assert progress_of(job=job, at=held_until + LONG).is_left_lying
    part, owner = taken
    jobs.hand_in(part=part, owner=owner, outcome=b"")
    reckoning = progress_of(job=job, at=held_until + LONG)
    assert reckoning.is_being_put_together
    assert not reckoning.is_left_lying


def test_a_reader_sees_of_a_portfolio_s_job_what_they_see_of_the_portfolio(world):
    few_draws(world)
    from funding.actions.doubts import doubt_portfolio

    job = doubt_portfolio(by=world.person("finance"), at=timezone.now())
    assert len(worked_on(job=job, by=world.person("finance"))) == 2
    assert [one.appraisal for one in worked_on(job=job, by=world.person("delivery_lead"))] == [world.ours.appraisal]


def test_a_broker_that_does_not_answer_delays_the_work_and_no_more(finance, world, monkeypatch):
    from kombu.exceptions import OperationalError

    from funding.views import jobs as views

    def refuse(_job: Job) -> None:
        raise OperationalError

    monkeypatch.setattr(views, "send", refuse)
    assert finance.post(address("run_doubted", world.ours.appraisal.pk)).status_code == 302
    assert Job.objects.get().is_running


def test_the_page_of_a_portfolio_says_what_failed_and_keeps_what_it_had(finance, world):
    few_draws(world)
    world.ours.appraisal.roles.all().delete()
    finance.post(address("portfolio_doubted"))
    job = Job.objects.get()
    finish(job)
    page = finance.get(address("job", job.pk)).content.decode()
    assert "Appraisals that could not be drawn: 1 of 2. What the others came to is kept." in page
    assert "must have at least one entry" in page
    assert address("run", RunDoubt.objects.get().run_id) in page


def test_the_page_of_a_stopped_portfolio_says_how_many_appraisals_keep_their_runs(finance, world):
    few_draws(world)
    finance.post(address("portfolio_doubted"))
    job = Job.objects.get()
    work(job.parts.order_by("number").first().pk)
    asked = finance.get(address("job_cancel", job.pk)).content.decode()
    assert "Appraisals that are finished keep their runs" in asked
    finance.post(address("job_cancel", job.pk))
    page = finance.get(address("job", job.pk)).content.decode()
    assert "keep their runs: 1 of 2" in page
    assert "not drawn" in page
