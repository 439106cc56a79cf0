"""The tables of the portfolio's page, the board and what is coming, taken home: what each reader sees, and no more."""

import pytest
import time_machine
from django.test import Client
from lxml import html

from tests.portfolio.pages import address, queries_for, rows_of, signed_in, text
from tests.reporting.standing import milestone, needing, rated
from tests.world import NOW, World, make_world

pytestmark = pytest.mark.django_db
PORTFOLIO, BOARD, TABLE = "reporting:portfolio", "reporting:portfolio_board", "reporting:products"
TABLES = ("money", "closer", "phase", "organisation", "programme")


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def world() -> World:
    made = make_world(with_runs=False)
    needing(made, 13)
    return made


def table(client: Client, key: str, language: str = "en") -> list[list[str]]:
    return rows_of(client.get(f"{address(PORTFOLIO, language=language)}?table={key}&download=csv"))


@pytest.mark.parametrize("who", ["cdo_office", "other_delivery_lead"])
def test_the_products_of_each_table_are_those_that_its_reader_sees(world, who):
    client = signed_in(world, who)
    products = len(rows_of(client.get(f"{address(TABLE)}?download=csv"))) - 1
    for key in ("phase", "organisation", "programme"):
        assert sum(int(row[1]) for row in table(client, key)[1:]) == products
    looked_after = len(rows_of(client.get(f"{address(TABLE)}?phase=looked_after&download=csv"))) - 1
    assert sum(int(number) for row in table(client, "money")[1:] for number in row[1:]) == looked_after


def test_the_tables_are_in_the_language_of_their_page(world):
    client = signed_in(world, "cdo_office")
    assert table(client, "money")[0] == ["Phase", "Secured", "Indicative only", "No source"]
    assert table(client, "money", "cy")[0] == ["Cyfnod", "Wedi'i sicrhau", "Dangosol yn unig", "Heb ffynhonnell"]
    assert table(client, "phase", "cy")[1][0] == "Darganfod"
    assert ["Contractors among those in post on products", "1.0"] in table(client, "closer")


def test_a_table_that_is_not_there_is_not_found_and_nor_is_another_kind_of_file(world):
    client = signed_in(world, "viewer")
    for query in ("download=csv", "table=pay&download=csv", "table=phase&download=pdf"):
        assert client.get(f"{address(PORTFOLIO)}?{query}").status_code == 404
    assert client.get(f"{address(PORTFOLIO)}?table=phase&download=xlsx").content[:2] == b"PK"
    assert client.get(f"{address(BOARD)}?download=pdf").status_code == 404
    assert client.get(f"{address('reporting:home')}?download=csv").status_code == 404


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("query", ["", "phase=beta", "search=Product+0", "milestones=late"])
def test_the_file_of_the_board_has_its_cards_in_order_with_their_words(world, language, query):
    milestone(world.ours.product, baseline=-20, forecast=-5)
    rated(world.ours.product, before=3, rating="red")
    client = signed_in(world, "cdo_office")
    page = html.fromstring(text(client.get(f"{address(BOARD, language=language)}?{query}")))
    shown = [
        [
            column.xpath("string(./h2)").partition(":")[0],
            card.xpath("string(./a)"),
            card.xpath("string(./*[@class='board__owner'])"),
            card.xpath("string(./*[starts-with(@class, 'rag ')])"),
            "; ".join(fact.text for fact in card.xpath(".//ul/li")),
        ]
        for column in page.xpath("//section[@class='board__column']")
        for card in column.xpath(".//li[@class='board__card']")
    ]
    link = page.xpath("//p[contains(@class, 'list-downloads')]/a[1]/@href")[0]
    assert rows_of(client.get(address(BOARD, language=language) + link))[1:] == shown
    assert shown


def test_the_file_of_the_board_has_the_cards_that_a_column_has_no_room_for(world):
    needing(world, 150, first=13)
    client = signed_in(world, "cdo_office")
    page = html.fromstring(text(client.get(address(BOARD))))
    rows = rows_of(client.get(f"{address(BOARD)}?download=csv"))[1:]
    assert len(rows) == 165
    assert len(page.xpath("//li[@class='board__card']")) < len(rows)
    assert len(rows_of(signed_in(world, "other_delivery_lead").get(f"{address(BOARD)}?download=csv"))) == 2


def test_the_files_ask_as_many_questions_with_few_products_as_with_many(world):
    client = signed_in(world, "cdo_office")
    files = [f"{address(PORTFOLIO)}?table={key}&download=csv" for key in TABLES]
    files += [f"{address(BOARD)}?download=xlsx", f"{address('reporting:home')}?table=coming&download=csv"]
    few = [queries_for(client, file) for file in files]
    page = queries_for(client, address(PORTFOLIO))
    needing(world, 40, first=13)
    assert [queries_for(client, file) for file in files] == few
    assert queries_for(client, address(PORTFOLIO)) == page
    assert max(few[: len(TABLES)]) < page, "what a file does not hold is not worked out for it"


def test_what_is_coming_is_taken_home_as_home_shows_it(world):
    for who in ("cdo_office", "other_delivery_lead"):
        client = signed_in(world, who)
        rows = rows_of(client.get(f"{address('reporting:home')}?table=coming&download=csv"))
        page = html.fromstring(text(client.get(address("reporting:home"))))
        links = page.xpath("//section[@aria-labelledby='coming']//li/a")
        assert [row[1] for row in rows[1:]] == [link.text for link in links]
