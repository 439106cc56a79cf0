"""Every list there is: its file has the rows and columns of its page, and says how to go on where nothing matches."""

import csv
import datetime
import io
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation
from lxml import html

from kit import formats
from kit.views import ListPage
from tests.languages import other, refresh
from tests.routes import ROUTES
from tests.whole import complete
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
# Pages with a picture for a table, whose headings are shorter than its file's, and one with a column of links to act.
DRAWN = {"portfolio:standard", "portfolio:wales_matrix"}
ACTS = {"portfolio:not_alike"}


def lists(patterns: Any = None, namespace: str = "") -> list[str]:
    found = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            found += lists(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            view = getattr(pattern.callback, "view_class", None)
            if view is not None and issubclass(view, ListPage):
                found.append(f"{namespace}{pattern.name}")
    return sorted(found)


LISTS = lists()


@pytest.fixture
def world() -> World:
    refresh()
    cache.clear()
    made = make_world()
    complete(made)
    return made


def reader(world: World, name: str) -> Client:
    client = Client()
    who = next(who for who in ("cdo_office", "finance", "viewer") if ROUTES[name].answer(who) == 200)
    client.force_login(world.person(who))
    return client


def table_of(page: Any) -> tuple[list[str], list[list[str]]]:
    """Headings and rows as they are read."""
    document = html.fromstring(page.content.decode())

    def read(cell: Any) -> str:
        return " ".join(cell.text_content().split())

    headings = [read(cell) for cell in document.xpath("//*[@id='list']//thead//th")]
    rows = document.xpath("//*[@id='list']//table/tbody/tr")
    return headings, [[read(cell) for cell in row.xpath("./th|./td")] for row in rows]


def says_the_same(shown: str, kept: str) -> bool:
    """Words are in both alike; a day is written in the page's way. Figures are rounded in the page: not looked at."""
    try:
        return formats.date(datetime.date.fromisoformat(kept[:10])) in shown
    except ValueError:
        pass
    if not kept or kept[0].isdigit() or kept[0] == "-":
        return True
    return " ".join(kept.lstrip("'").split()).casefold() in shown.casefold()


def test_the_table_of_routes_knows_every_list() -> None:
    assert len(LISTS) > 40
    assert set(LISTS) <= set(ROUTES)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_file_of_every_list_has_the_rows_columns_and_words_of_its_page(world: World, language: str) -> None:
    faults = []
    compared = 0
    for name in LISTS:
        client = reader(world, name)
        address = other(reverse(name, args=ROUTES[name].row(world)), language)
        with translation.override(language):
            headings, rows = table_of(client.get(address, {"per_page": 100}))
            answer = client.get(address, {"download": "csv"})
            file = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
            if len(file) - 1 != len(rows):
                faults.append(f"{name}: {len(file) - 1} rows in the file, {len(rows)} on the page")
            if rows and name not in DRAWN and headings[: len(file[0])] != file[0]:
                faults.append(f"{name}: {file[0]} in the file, {headings} on the page")
            if rows and name not in DRAWN | ACTS and len(headings) != len(file[0]):
                faults.append(f"{name}: the page has columns that its file has not")
            for shown, kept in zip(rows, file[1:], strict=False):
                compared += 1
                if name not in DRAWN:
                    pairs = zip(file[0], shown, kept, strict=False)
                    faults += [f"{name}, {at}: {a!r}, {b!r}" for at, a, b in pairs if not says_the_same(a, b)]
    assert faults == []
    assert compared > 50


def test_a_search_that_finds_nothing_says_so_and_leads_back_to_the_whole_list(world: World) -> None:
    faults, searched = [], 0
    for name in LISTS:
        client, address = reader(world, name), reverse(name, args=ROUTES[name].row(world))
        page = client.get(address)
        narrowing = page.context.get("narrowing")
        if narrowing is None or "search" not in narrowing.form.fields:
            continue
        searched += 1
        page = client.get(f"{address}?{urlencode({'search': 'zzqx'})}")
        document = html.fromstring(page.content.decode())
        if not document.xpath(f"//*[@id='list']//a[@href='{address}']"):
            faults.append(name)
    assert faults == []
    assert searched > 20
