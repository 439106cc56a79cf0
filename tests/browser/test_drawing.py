"""From an appraisal to what would change its answer, in a browser, with a worker of its own on the folder broker."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from celery import Celery
from django.conf import settings
from playwright.sync_api import expect

from funding.models import Job, Run, RunDoubt
from funding.tasks import drawing
from tests.funding.drawn import doubted
from tests.funding.test_workers import database_url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DRAWN = 240_000  # ms: a worker has to start, and on a new machine to compile, before it draws
WORKER = """
import sys
from config.celery import app
app.conf.broker_transport_options = {"data_folder_in": sys.argv[1], "data_folder_out": sys.argv[1],
                                     "control_folder": sys.argv[1] + "-control", "polling_interval": 0.1}
app.worker_main(["-q", "worker", "--pool", "solo", "--loglevel", "WARNING"])
"""


@pytest.fixture
def start_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Starts one worker on the tests' database, told by way of a folder that is this test's alone."""
    folder = tmp_path / "messages"
    folder.mkdir()
    options = {"data_folder_in": str(folder), "data_folder_out": str(folder), "control_folder": f"{folder}-control"}
    told = Celery(broker="filesystem://localhost", set_as_current=False)
    told.conf.broker_transport_options = options
    # The name, not the task behind it: which task that is depends on the thread that asks, and a server has many.
    sender = SimpleNamespace(delay=lambda part: told.send_task("funding.work", args=[part]))
    monkeypatch.setattr(drawing, "work", sender)
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "DATABASE_POOL": "off",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SECRET_KEY": "tests only",
        "BROKER_URL": "filesystem://localhost",
    }
    started: list[subprocess.Popen[bytes]] = []
    with (tmp_path / "worker.log").open("wb") as log:

        def start() -> None:
            command = [sys.executable, "-c", WORKER, str(folder)]
            root = settings.BASE_DIR
            started.append(
                subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log, start_new_session=True)
            )

        yield start
        for running in started:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
    told.close()


def test_from_an_appraisal_to_what_would_change_its_answer(start_worker, open_as, world):
    doubted(world)
    page = open_as("finance")
    page.goto(f"/en/funding/compare/{world.ours.appraisal.pk}/")
    page.get_by_role("link", name="What it is uncertain about").click()
    page.locator("[name=draws]").fill("20,000")
    page.locator("#doubts-form button[type=submit]").click()
    expect(page.locator(".govuk-notification-banner--success")).to_be_visible()
    page.get_by_role("button", name="Draw it").click()

    expect(page.locator("#progress")).to_contain_text("of 20,000 draws")
    start_worker()  # only now: it draws faster than a page is read
    # Nobody touches the page from here: it asks for itself, and is another once the draws are made.
    uncertainty = page.get_by_role("link", name="How sure the answer is")
    expect(uncertainty).to_be_visible(timeout=DRAWN)
    run = Run.objects.latest("pk")
    assert RunDoubt.objects.get(run=run).uncertainty["draws"] == 20_000
    assert Job.objects.get().state == Job.State.DONE

    uncertainty.click()
    expect(page.locator(".finding")).to_contain_text("of draws")
    expect(page.locator("[data-chart-name=net-by-option] .main-svg").first).to_be_visible()
    page.get_by_role("link", name="What would change the answer").click()
    expect(page.locator("[data-chart-name=tornado] .main-svg").first).to_be_visible()
    expect(page.locator(".switching li").first).to_contain_text("would be better if")
