"""The portfolio's first page: each number on it is the number of rows that its link shows, to each person."""

import re

import pytest
import time_machine
from lxml import html

from portfolio.models import Decision
from reporting.charts.money_next import WIDTH
from tests.portfolio.pages import address, queries_for, rows_of, signed_in, text
from tests.reporting.standing import decision, needing, written_down
from tests.world import NOW, PAY_AS_WRITTEN, TODAY, World, make_world

pytestmark = pytest.mark.django_db
PORTFOLIO = "reporting:portfolio"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def world() -> World:
    made = make_world(with_runs=False)
    needing(made, 13)
    return made


def numbers_of(response) -> list[tuple[str, int, str]]:
    """Every number of the page that is a link: what it is called, the number, and where it leads."""
    page, found = html.fromstring(text(response)), []
    for link in page.xpath("//main//a[contains(@href, '?')]"):
        said = " ".join(link.text_content().split())
        number = re.search(r"(?:^|: )([\d,]+)$", said)
        if number:
            found.append((link.get("aria-label") or said, int(number[1].replace(",", "")), link.get("href")))
    return found


@pytest.mark.parametrize("who", ["cdo_office", "delivery_lead", "other_delivery_lead", "viewer"])
def test_every_number_is_that_of_the_rows_it_leads_to(world, who):
    client = signed_in(world, who)
    found = numbers_of(client.get(address(PORTFOLIO)))
    wrong = []
    for name, number, url in found:
        rows = len(rows_of(client.get(f"{url}&download=csv"))) - 1
        if rows != number:
            wrong.append((name, number, rows, url))
    assert not wrong
    if who == "cdo_office":
        assert len(found) > 30
        asked = {part for _name, _number, url in found for part in url.split("?")[1].split("&")}
        assert asked >= {
            "phase=looked_after",
            "updated=week",
            "milestones=late",
            "milestones=overdue",
            "worse=any",
            "money=none",
            "contractors=half",
            "decisions=due",
            "phase=beta",
            "programme=null",
            "needed=soon",
        }


def test_each_other_s_products_are_not_counted(world):
    ours = numbers_of(signed_in(world, "delivery_lead").get(address(PORTFOLIO)))
    theirs = numbers_of(signed_in(world, "other_delivery_lead").get(address(PORTFOLIO)))
    looked_after = {"ours": ours[0][1], "theirs": theirs[0][1]}
    assert looked_after == {"ours": 12, "theirs": 1}
    page = text(signed_in(world, "other_delivery_lead").get(address(PORTFOLIO)))
    assert "Only the products of your organisation" in page
    assert "Gwynedd" not in page.replace("Gwynedd gynt", "")


def test_the_contractors_share_is_the_total_of_the_list_it_leads_to(world):
    client = signed_in(world, "cdo_office")
    page = html.fromstring(text(client.get(address(PORTFOLIO))))
    link = page.xpath("//a[contains(@href, 'contractor_share')]")[0]
    table = html.fromstring(text(client.get(link.get("href"))))
    assert link.text == "100%"
    assert "100%" in [cell.text_content().strip() for cell in table.xpath("//tfoot//td")]


def test_decisions_are_listed_with_the_longest_overdue_first(world):
    Decision.objects.all().delete()
    decision(world.ours.product, due=10)
    decision(world.theirs.product, due=-40)
    page = text(signed_in(world, "cdo_office").get(address(PORTFOLIO)))
    assert "1 decision is overdue. 1 more is needed within 30 days." in page
    assert page.index("15 October 2026") < page.index("4 December 2026")


def test_a_portfolio_in_which_nothing_is_the_matter_says_so(world):
    from funding.models import AwardLine
    from portfolio.models import Product

    Product.objects.exclude(pk__in=[world.ours.product.pk, world.theirs.product.pk]).update(phase="retired")
    Decision.objects.all().delete()
    for holding in (world.ours, world.theirs):
        AwardLine.objects.create(award=holding.award, year=2027, amount=1, certainty="secured")
    page = text(signed_in(world, "cdo_office").get(address(PORTFOLIO)))
    assert "None of the 2 products looked after is late, worse than before, without an update" in page
    assert "No decision is needed within 30 days." in page
    assert "Every product has money after 31 March 2027" in page


def test_an_empty_portfolio_has_a_page(client):
    from tests.world import make_people

    client.force_login(make_people(None, None)["cdo_office"])  # type: ignore[arg-type]
    for language in ("cy", "en"):
        assert client.get(address(PORTFOLIO, language=language)).status_code == 200


@pytest.mark.parametrize("who", ["cdo_office", "delivery_lead"])
def test_the_page_asks_as_many_questions_with_few_products_as_with_many(world, who):
    client = signed_in(world, who)
    few = queries_for(client, address(PORTFOLIO))
    needing(world, 20, first=13)
    assert queries_for(client, address(PORTFOLIO)) == few
    written_down(TODAY.replace(month=1))
    assert queries_for(client, address(PORTFOLIO)) <= 20, "in a quiet week nothing is asked about what did not change"


def test_pay_is_not_on_it_nor_in_what_it_leads_to(world):
    client = signed_in(world, "viewer")
    for url in (address(PORTFOLIO), address("reporting:products") + "?download=csv", address("reporting:roadmap")):
        assert not any(mark in text(client.get(url)) for mark in PAY_AS_WRITTEN)


@pytest.mark.parametrize("who", ["finance", "delivery_lead", "viewer"])
def test_every_page_it_leads_to_opens(world, who):
    client = signed_in(world, who)
    page = html.fromstring(text(client.get(address(PORTFOLIO))))
    places = page.xpath("//nav[@aria-labelledby='places']//a/@href")
    assert len(places) > 15
    assert [url for url in places if client.get(url).status_code != 200] == []


def test_the_page_is_the_first_of_the_five_places(world):
    for name in (PORTFOLIO, "reporting:products", "reporting:portfolio_board", "portfolio:products"):
        page = html.fromstring(text(signed_in(world, "cdo_office").get(address(name))))
        current = page.xpath("//ul[@id='navigation']//a[@aria-current]")
        assert [one.get("href") for one in current] == ["/en/portfolio/"]


def test_the_picture_of_the_money_has_as_many_products_as_its_numbers(world):
    client = signed_in(world, "cdo_office")
    page = html.fromstring(text(client.get(address(PORTFOLIO))))
    rows = page.xpath("//section[@aria-labelledby='money-next']//tbody/tr")
    assert rows
    step = WIDTH / max(sum(numbers(row)) for row in rows)
    for row in rows:
        drawn = [float(one.get("width")) for one in row.xpath(".//rect")]
        assert drawn == pytest.approx([number * step for number in numbers(row) if number], abs=0.1)
    looked_after = len(rows_of(client.get(f"{address('reporting:products')}?phase=looked_after&download=csv"))) - 1
    assert sum(sum(numbers(row)) for row in rows) == looked_after


def numbers(row) -> list[int]:
    return [int(cell.text_content()) for cell in row.xpath("./td[position() > 1]")]
