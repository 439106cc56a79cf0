"""A browser before the whole application: one world, seen by whoever is signed in."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from playwright.sync_api import Page

from tests.conftest import lacking
from tests.languages import refresh
from tests.world import World, make_world

PATIENCE = 10_000  # ms: more than any page takes on a busy machine


@pytest.fixture
def world(live_server: Any) -> World:
    if not (settings.BASE_DIR / "static" / "build" / "main.js").exists():
        lacking("needs the front end in static/build, which ./run tests makes")
    refresh()
    cache.clear()
    with translation.override("en"):
        return make_world()


@pytest.fixture
def open_as(world: World, signed_in: Callable[[Any], Page]) -> Callable[[str], Page]:
    """`open_as("finance")` is the page with that person of the world signed in on it."""

    def opened(who: str) -> Page:
        page = signed_in(world.person(who))
        page.set_default_timeout(PATIENCE)
        return page

    return opened
