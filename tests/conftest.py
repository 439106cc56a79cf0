"""What every test may ask for. The database is the business of private_servers."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser, Page, sync_playwright

from tests.private_servers import django_db_modify_db_settings, pytest_report_header, pytest_unconfigure

__all__ = ["django_db_modify_db_settings", "pytest_report_header", "pytest_unconfigure"]

# The last four keep Chromium from asking the network for anything of its own.
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def lacking(what: str) -> None:
    """A newcomer's machine may lack it, and is told what was not tested; the machine that decides may not."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and with CI set nothing is skipped")
    pytest.skip(what)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Every test begins in English: a page asked for in Welsh leaves its language behind."""
    with translation.override("en"):
        yield


@pytest.fixture
def on_postgresql(db: None) -> None:
    """For a test of what only PostgreSQL does."""
    if connection.vendor != "postgresql":
        lacking("needs PostgreSQL, which is not on this machine")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        lacking("needs a browser, and there is no Chromium on this machine")
    # Playwright keeps an event loop on this thread, by which Django would think itself asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page of a browser that has never been here. A script's error or a refusal of the CSP fails the test."""
    context = browser.new_context(base_url=live_server.url)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    yield opened
    context.close()
    assert not faults, faults


@pytest.fixture
def signed_in(page: Page, live_server: Any) -> Callable[[Any], Page]:
    """`signed_in(person)` is the page with that person signed in on it."""

    def sign_in(person: Any) -> Page:
        client = Client()
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        return page

    return sign_in
