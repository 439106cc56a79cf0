"""Real workers on a real broker: killed at any point, told twice, two at once, they come to one result."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from funding.actions import doubts, jobs
from funding.models import Job, JobPart, RunDoubt
from funding.queries import drawing
from tests.conftest import lacking
from tests.world import make_world

pytestmark = pytest.mark.django_db(transaction=True)
DRAWS, PARTS = 60_000, 6
PATIENCE = 60.0


def wait_until(true: Callable[[], bool], *, patience: float = PATIENCE) -> None:
    until = time.monotonic() + patience
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[str]:
    """A server of this test's own, on a socket that nobody else knows."""
    program = shutil.which("redis-server")
    if not program:
        lacking("needs Redis, which is not on this machine")
    socket = tmp_path / "redis.sock"
    server = subprocess.Popen(
        [str(program), "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(tmp_path)],
        stdout=subprocess.DEVNULL,
    )
    wait_until(socket.exists, patience=10)
    yield f"redis+socket://{socket}"
    server.terminate()
    server.wait()


def database_url() -> str:
    """Where the tests' own database is, for another process."""
    held = connection.settings_dict
    if connection.vendor == "sqlite":
        lacking("needs a database that two processes can open at once: PostgreSQL, which is not on this machine")
    return f"postgres://{held['USER']}@/{held['HOST']}/{held['NAME']}"


def end_other_connections() -> None:
    """What a killed process had asked of the database goes on there for a moment, and would hold up the emptying."""
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid) {others}")

        def gone() -> bool:
            cursor.execute(f"SELECT count(*) {others}")
            return bool(cursor.fetchone()[0] == 0)

        wait_until(gone, patience=20)


class Workers:
    """Worker processes, each in a group of its own so that it can be killed with all it started."""

    def __init__(self, broker: str, place: Path) -> None:
        self.place = place
        self.running: list[subprocess.Popen[bytes]] = []
        self.environment = os.environ | {
            "BROKER_URL": broker,
            "DATABASE_URL": database_url(),
            "DATABASE_POOL": "off",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "SECRET_KEY": "tests only",
            "JOB_LEASE_SECONDS": "3",
        }

    def start(self) -> subprocess.Popen[bytes]:
        number = len(self.running)
        command = [sys.executable, "-m", "celery", "-A", "config", "worker", "--pool", "solo", "--beat"]
        command += ["--schedule", str(self.place / f"beat-{number}"), "--hostname", f"worker-{number}"]
        log = (self.place / f"worker-{number}.log").open("wb")
        worker = subprocess.Popen(
            [*command, "--loglevel", "WARNING"],
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        self.running.append(worker)
        return worker

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """As a machine that loses its power: no handler of the worker's runs."""
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def logs(self) -> str:
        return "\n".join(path.read_text() for path in sorted(self.place.glob("worker-*.log")))


@pytest.fixture
def workers(redis: str, tmp_path: Path) -> Iterator[Workers]:
    made = Workers(redis, tmp_path)
    yield made
    for worker in made.running:
        if worker.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                made.kill(worker)
    end_other_connections()


@pytest.fixture
def sent(redis: str) -> Iterator[Callable[..., None]]:
    """Sends tasks to this test's broker, from this process."""
    from celery import Celery

    app = Celery(broker=redis, set_as_current=False)  # the tests after this one have the project's own
    yield lambda name, *arguments: app.send_task(name, args=arguments)
    app.close()


@pytest.fixture
def job(workers: Workers) -> Job:
    world = make_world(with_runs=False)
    world.ours.appraisal.uncertainty = {"draws": DRAWS, "seed": 7}
    world.ours.appraisal.save()
    run = doubts.make_doubted_run(appraisal=world.ours.appraisal, by=world.people["finance"], at=timezone.now())
    each = DRAWS // PARTS
    parts = [JobPart(appraisal=run.appraisal, run=run, first=n * each, draws=each) for n in range(PARTS)]
    return jobs._begin(kind=Job.Kind.RUN, key=f"run:{run.pk}", parts=parts, by=None, at=timezone.now())


def send_all(sent: Callable[..., None], job: Job) -> None:
    for part in job.parts.values_list("pk", flat=True):
        sent("funding.work", part)


def wait_for(job: Job, workers: Workers) -> None:
    def ended() -> bool:
        job.refresh_from_db()
        return not job.is_running

    try:
        wait_until(ended)
    except AssertionError:
        pytest.fail(f"the job did not end:\n{workers.logs()}")
    assert job.state == Job.State.DONE, job.fault


def the_one_result(job: Job) -> Any:
    run = job.parts.first().run
    kept = RunDoubt.objects.get(run=run)
    assert kept.uncertainty == drawing.whole(case=drawing.case_of(run)), "to the last bit what one worker draws"
    return kept


def test_two_workers_told_of_everything_twice_come_to_one_result(job, workers, sent):
    workers.start()
    workers.start()
    send_all(sent, job)
    send_all(sent, job)
    wait_for(job, workers)
    the_one_result(job)
    assert set(job.parts.values_list("attempts", flat=True)) == {1}, "no part was drawn twice"


def test_a_worker_killed_in_the_middle_of_a_part_is_followed_by_another(job, workers, sent):
    first = workers.start()
    send_all(sent, job)
    wait_until(lambda: job.parts.filter(owner__isnull=False, finished=False).exists())
    workers.kill(first)
    begun = job.parts.get(owner__isnull=False, finished=False)
    workers.start()
    wait_for(job, workers)
    the_one_result(job)
    begun.refresh_from_db()
    assert begun.attempts == 2, "the part that was being drawn was begun again"


def test_workers_killed_again_and_again_lose_nothing(job, workers, sent):
    send_all(sent, job)
    for _time in range(3):
        worker = workers.start()
        before = job.parts.filter(finished=True).count()
        wait_until(lambda before=before: job.parts.filter(finished=True).count() > before)
        workers.kill(worker)
    workers.start()
    wait_for(job, workers)
    the_one_result(job)


def test_a_message_that_never_arrived_is_made_good(job, workers):
    """Nothing was sent: what the database holds is enough."""
    workers.start()
    wait_for(job, workers)
    the_one_result(job)


def test_a_cancelled_job_stops_its_workers(job, workers, sent):
    workers.start()
    send_all(sent, job)
    wait_until(lambda: job.parts.filter(owner__isnull=False).exists())
    assert jobs.cancel(job=job, at=timezone.now())
    wait_until(lambda: not job.parts.filter(finished=False, lease_until__gt=timezone.now()).exists())
    time.sleep(1)
    assert not RunDoubt.objects.exists()
    assert job.parts.filter(finished=False).exists()
