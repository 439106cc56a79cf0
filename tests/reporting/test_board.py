"""The board: the portfolio's figures, and what each comparison came to when it was last run."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from funding.actions.runs import make_run
from funding.models import Appraisal
from funding.queries.comparison import kept
from funding.queries.findings import finding
from portfolio.models import Organisation, Product
from squads.models import Post
from tests.portfolio.pages import rows_of
from tests.world import NOW, World, make_holding, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + datetime.timedelta(hours=2)


@pytest.fixture
def world() -> World:
    with time_machine.travel(NOW - datetime.timedelta(days=1), tick=True):
        return make_world()


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(LATER, tick=True):
        yield


def board(client, world: World, who: str = "board_member", language: str = "en") -> str:
    client.force_login(world.person(who))
    return client.get(f"/{language}/board/").content.decode()


def test_the_board_reads_the_finding_of_the_latest_run(client, world):
    page = board(client, world)
    comparison = kept(world.ours.run)
    assert comparison.name == "Appraisal Gwynedd"
    assert comparison.name in page
    for sentence in finding(comparison):
        assert sentence in page.replace("&#x27;", "'")


def test_a_run_says_the_same_after_its_appraisal_is_edited_and_says_that_it_was(client, world):
    before = board(client, world)
    assert "Changed since" not in before
    world.ours.appraisal.inputs = world.ours.appraisal.inputs | {"product.annual_benefit": 1}
    world.ours.appraisal.save()
    after = board(client, world)
    assert "Changed since" in after
    assert finding(kept(world.ours.run))[0] in after


def test_only_the_latest_run_of_an_appraisal_is_shown(client, world):
    Appraisal.objects.filter(pk=world.ours.appraisal.pk).update(name_en="Renamed")
    world.ours.appraisal.refresh_from_db()
    make_run(appraisal=world.ours.appraisal, by=world.people["finance"], at=LATER)
    page = board(client, world)
    assert "Renamed" in page
    assert "Appraisal Gwynedd" not in page


def test_the_figures_of_the_portfolio_are_those_of_its_rows(client, world):
    page = board(client, world)
    assert "2 of 2" in page
    assert "£240k" in page
    Organisation.objects.create(name_cy="Ynys Môn", name_en="Anglesey", kind="local_authority")
    Post.objects.filter(pk=world.theirs.post.pk).update(state="vacant")
    page = board(client, world)
    assert "2 of 3" in page
    assert "Vacant besides: 1" in page


def test_a_board_with_nothing_run_says_what_belongs_there(client, world):
    world.ours.run.delete()
    world.theirs.run.delete()
    assert "No comparison has been run yet" in board(client, world)
    assert "Nid oes cymhariaeth wedi" in board(client, world, language="cy")


def test_the_board_asks_as_many_questions_however_many_rows_there_are(client, world):
    board(client, world)
    with CaptureQueriesContext(connection) as few:
        board(client, world)
    for number in range(3):
        more = make_holding(f"Sir {number}", f"W0600009{number}", world.programme, world.role, world.round)
        make_run(appraisal=more.appraisal, by=world.people["finance"], at=LATER)
    with CaptureQueriesContext(connection) as many:
        page = board(client, world)
    assert "Appraisal Sir 2" in page
    assert len(many) == len(few)


def test_every_figure_leads_to_the_rows_that_it_counts(client, world):
    Product.objects.filter(pk=world.theirs.product.pk).update(phase="retired")
    Post.objects.filter(pk=world.theirs.post.pk).update(state="vacant")
    page = html.fromstring(board(client, world))
    leads = {link.getparent().getprevious().text: link for link in page.xpath("//dl//a")}
    authorities = leads.pop("Authorities that have adopted a product")
    counted = {name: rows_of(client.get(f"{link.get('href')}&download=csv")) for name, link in leads.items()}
    assert leads["Products looked after"].text == str(len(counted["Products looked after"]) - 1) == "1"
    assert leads["Contractors in post"].text == "1.0"
    assert len(counted["Contractors in post"]) - 1 == 1
    assert len(counted["Permanent staff in post"]) - 1 == 0
    assert leads["Permanent staff in post"].text == "0.0"
    assert authorities.get("href") == "/en/portfolio/wales/"  # a tile and a row for each authority


def test_the_board_reads_first_how_the_portfolio_is(client, world):
    assert "Of 2 products looked after, 2 have no money after 31 March 2027." in board(client, world)
