"""The products as they stand, as a table and as a board: the same filters, the same rows."""

import pytest
import time_machine
from lxml import html

from tests.portfolio.pages import address, queries_for, rows_of, signed_in, text
from tests.reporting.standing import needing
from tests.world import NOW, World, make_world

pytestmark = pytest.mark.django_db
TABLE, BOARD = "reporting:products", "reporting:portfolio_board"
COLUMNS = [
    "name", "organisation", "phase", "updated_at", "late_milestones", "overdue_milestones", "confidence",
    "standard_met", "money_next", "contractor_share", "decisions_due", "programme",
]  # fmt: skip
NARROWINGS = [
    "milestones=late", "milestones=overdue", "worse=any", "worse=confidence", "worse=standard", "money=none",
    "money=secured", "updated=stale", "updated=week", "contractors=half", "contractors=leaving", "decisions=overdue",
    "phase=looked_after", "phase=beta", "programme=null", "search=product&milestones=late&phase=live",
]  # fmt: skip


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def world() -> World:
    made = make_world(with_runs=False)
    needing(made, 14)
    return made


@pytest.mark.parametrize("narrowing", NARROWINGS)
def test_the_board_counts_the_rows_of_the_table_with_the_same_filters(world, narrowing):
    client = signed_in(world, "cdo_office")
    rows = rows_of(client.get(f"{address(TABLE)}?{narrowing}&download=csv"))[1:]
    board = html.fromstring(text(client.get(f"{address(BOARD)}?{narrowing}")))
    links = board.xpath("//section//h2/a")
    assert sum(int(link.text) for link in links) == len(rows)
    for link in links:
        assert len(rows_of(client.get(f"{link.get('href')}&download=csv"))) - 1 == int(link.text)


def test_the_board_shows_twenty_of_a_phase_and_a_link_to_the_rest(world):
    needing(world, 30, first=14)
    from portfolio.models import Product

    Product.objects.update(phase="beta")
    page = html.fromstring(text(signed_in(world, "cdo_office").get(address(BOARD))))
    assert len(page.xpath("//li[@class='board__card']")) == 20
    assert "All 46 in beta, as a table" in page.text_content()


def test_switching_between_table_board_and_roadmap_keeps_the_filters(world):
    client = signed_in(world, "cdo_office")
    for name in (TABLE, BOARD, "reporting:roadmap"):
        page = html.fromstring(text(client.get(f"{address(name)}?milestones=late&phase=beta&page=1")))
        links = page.xpath("//nav[@id='portfolio-views']//a/@href")
        assert [link.split("?")[1] for link in links] == ["milestones=late&phase=beta"] * 3


@pytest.mark.parametrize("name", [TABLE, BOARD])
@pytest.mark.parametrize("who", ["cdo_office", "delivery_lead"])
def test_a_view_asks_as_many_questions_with_few_products_as_with_many(world, name, who):
    client = signed_in(world, who)
    queries = ["", "milestones=late&worse=any", "search=product&sort=-updated_at"]
    few = [queries_for(client, f"{address(name)}?{query}") for query in queries]
    needing(world, 30, first=14)
    assert [queries_for(client, f"{address(name)}?{query}") for query in queries] == few
    assert max(few) <= 16


@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_column_sorts_both_ways_and_shows_every_row_once(world, language):
    client = signed_in(world, "viewer")
    plain = rows_of(client.get(f"{address(TABLE, language=language)}?download=csv"))
    for column in COLUMNS:
        for sort in (column, f"-{column}"):
            rows = rows_of(client.get(f"{address(TABLE, language=language)}?sort={sort}&download=csv"))
            assert sorted(rows[1:]) == sorted(plain[1:]), sort


def test_the_file_holds_what_is_shown_unrounded(world):
    client = signed_in(world, "cdo_office")
    heading, *rows = rows_of(client.get(f"{address(TABLE)}?search=Product+01&download=csv"))
    row = dict(zip(heading, rows[0], strict=True))
    assert len(rows) == 1
    assert row["Last updated"] == "2026-11-24"
    assert (row["Late"], row["Overdue"], row["Decisions due"]) == ("1", "1", "1")
    assert (row["Confidence"], row["Standard met (of 12)"]) == ("Amber", "0")
    assert row["Money after 31 March"] == "no source"
    assert client.get(f"{address(TABLE)}?download=xlsx").status_code == 200


def test_a_filter_that_cannot_be_read_shows_nothing_and_says_so(world):
    client = signed_in(world, "cdo_office")
    for name in (TABLE, BOARD, "reporting:roadmap"):
        page = text(client.get(f"{address(name)}?milestones=nonsense"))
        assert "Put the filters right to see the list." in page
        assert "Product 01" not in page


def test_another_organisation_s_products_are_on_neither(world):
    client = signed_in(world, "other_delivery_lead")
    for name in (TABLE, BOARD, "reporting:roadmap"):
        assert "Product 01" not in text(client.get(address(name)))
        assert "Product 01" not in text(client.get(f"{address(name)}?organisation={world.ours.organisation.pk}"))


def test_a_fragment_brings_the_views_and_the_saved_lists_with_it(world):
    client = signed_in(world, "cdo_office")
    for name in (TABLE, BOARD, "reporting:roadmap"):
        page = text(client.get(f"{address(name)}?milestones=late", headers={"HX-Request": "true"}))
        assert "<h1" not in page
        assert 'id="portfolio-views"' in page
        assert 'id="saved-lists" hx-swap-oob="true"' in page
