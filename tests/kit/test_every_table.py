"""Every table of the portfolio, the squads and the reports: its file beside it, which says what the page says."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from lxml import html

from portfolio.models import Contract
from tests.kit.test_every_list import reader, says_the_same
from tests.languages import other, refresh
from tests.portfolio import alike as like
from tests.portfolio import nation
from tests.portfolio.pages import alike, cells_of, rows_of
from tests.routes import ROUTES
from tests.whole import complete
from tests.world import NOW, World, make_world

pytestmark = pytest.mark.django_db
ROOMS = ("portfolio", "squads", "reporting")
# Tables without a file of their own, and why.
WITHOUT = {
    ("portfolio:milestone", "Every forecast made of it"): "a history",
    ("portfolio:organisation_leadership", "Digital leadership"): "a history",
    ("portfolio:benefit", "By year"): "its years are in the file of the product's benefits",
    ("portfolio:organisation", "Contracts: Gwynedd"): "above it stands the way to the list of its contracts",
    ("portfolio:risks", "Open risks and issues by probability and impact"): "counts of the list above",
    ("portfolio:product_confidence", "Ratings side by side, the oldest first"): "they are in the table below",
    ("portfolio:standard", "The twelve points"): "a key",
}
# What says that a table, or a list, can be taken home.
FILE = "contains(@class, 'list-downloads') or (self::a and contains(., 'to sort and download'))"
LINK = "//main//a[contains(@href, 'table=') and contains(@href, 'download=csv')]"
# Files whose page shows the same otherwise than in a table of the same columns; tests of their own hold them to it.
DRAWN = {"points", "roles", "conversions", "by_year", "handover"}
# Headings of columns with nothing but links to act.
ACTS = {"Change", "Newid"}
# Forms, questions and histories: no table of theirs is taken home.
ASKING = re.compile(r"_(new|edit|ask|delete|history|end|extend|split|convert|back|close|made|plan|unplan)$")


@pytest.fixture
def world() -> Iterator[World]:
    with time_machine.travel(NOW, tick=True):
        refresh()
        cache.clear()
        made = make_world()
        complete(made)
        yield made


def pages(world: World, language: str) -> Iterator[tuple[str, Any, str, Any]]:
    """Of each page of these rooms its name, somebody who reaches it, its address and its document."""
    for name, to in ROUTES.items():
        if name.partition(":")[0] in ROOMS and not to.post and not ASKING.search(name):
            client, address = reader(world, name), other(reverse(name, args=to.row(world)), language)
            answer = client.get(address + to.query(world))
            if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
                yield name, client, address, html.fromstring(answer.content.decode())


def more(world: World) -> None:
    """What `complete` leaves out: a component that two build, contracts to buy together, an organisation's priority."""
    like.use(world.theirs.product)
    under = nation.opportunity_of(world)
    for title, opportunity in (("Payroll software licences", under), ("Fleet tracking devices", None)):
        for body in (world.ours.organisation, world.theirs.organisation):
            Contract.objects.create(
                organisation=body, title_cy=title, title_en=title, start=datetime.date(2025, 4, 1),
                end=datetime.date(2027, 4, 1), annual_value=1000, opportunity=opportunity, evidence="V",
            )  # fmt: skip


def said(element: Any) -> str:
    return " ".join(element.text_content().split())


def shown_above(link: Any) -> tuple[list[str] | None, list[list[str]]]:
    """The nearest table above a link: headings and rows. Of a list, None and each line as one cell."""
    found = link.xpath("preceding::*[self::table or self::ul[contains(@class, 'govuk-list')] or self::ol][1]")[0]
    if found.tag != "table":
        # A long list goes on in a second one, folded away.
        return None, [[said(line)] for line in found.xpath("(ancestor::section[1]|self::*)[1]//li")]
    headings = [" ".join(cell.itertext()).strip() for cell in found.xpath("./thead//th")]
    rows = []
    for row in found.xpath("./tbody/tr"):
        cells = row.xpath("./th|./td[not(contains(@class, '__bar'))]")
        rows.append([said(cell) for cell in cells for _part in range(int(cell.get("colspan", "1")))])
    return headings, rows


def plain(heading: str) -> str:
    """A part of a heading that the page has on a line of its own is in brackets in the file."""
    return re.sub(r"[()\s]+", " ", heading).strip()


def same(shown: str, kept: str) -> bool:
    """As `says_the_same`, and a whole number of the page is that of its file."""
    if shown.replace(",", "").isdigit():
        return "." in kept or (kept.isdigit() and int(shown.replace(",", "")) == int(kept))
    return says_the_same(shown, kept)


def test_every_table_has_a_file_beside_it_or_a_reason_to_have_none(world: World) -> None:
    without, number = set(), 0
    for name, _client, _address, page in pages(world, "en"):
        for table in page.xpath("//main//table[not(ancestor::figure)]"):
            number += 1
            after = table.xpath(f"following::*[self::table[not(ancestor::figure)] or {FILE}][1]")
            if not after or after[0].tag == "table":
                without.add((name, " ".join(table.xpath("string(./caption)").split())))
    assert without == set(WITHOUT)
    assert number > 50


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_file_of_every_table_has_the_rows_columns_and_words_of_its_page(world: World, language: str) -> None:
    more(world)
    faults, compared = [], set()
    for name, client, address, page in pages(world, language):
        for link in page.xpath(LINK):
            at = address + link.get("href")
            headings, *rows = rows_of(client.get(at))
            shown_headings, shown = shown_above(link)
            table = at.partition("table=")[2].partition("&")[0]
            compared.add(f"{name} {table}")
            book = cells_of(client.get(at.replace("download=csv", "download=xlsx")))
            if [len(row) for row in book] != [len(headings)] * (len(rows) + 1):
                faults.append(f"{at}: the workbook has other rows or columns")
            faults += [
                f"{at}: {a!r} in one file, {b!r} in the other"
                for row, cells in zip([headings, *rows], book, strict=False)
                for a, b in zip(row, cells, strict=False)
                if not alike(a, b)
            ]
            if table in DRAWN:
                continue
            if len(rows) != len(shown):
                faults.append(f"{at}: {len(rows)} rows in the file, {len(shown)} on the page")
            if shown_headings is None:
                pairs = [(0, place) for place in range(len(headings))]
            else:
                named = [plain(one) for one in headings]
                pairs = [(at, named.index(one)) for at, one in enumerate(map(plain, shown_headings)) if one in named]
                if len(pairs) < len([one for one in shown_headings if one not in ACTS]):
                    faults.append(f"{at}: {shown_headings} on the page, {headings} in the file")
            faults += [
                f"{at}: {headings[place]}: {line[on_page]!r}, {kept[place]!r}"
                for line, kept in zip(shown, rows, strict=False)
                for on_page, place in pairs
                if not same(line[on_page], kept[place])
            ]
    assert faults == []
    assert len(compared) > 20
