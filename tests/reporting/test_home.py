"""Home: what needs a person, what changed, what is coming; each sees their own."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from lxml import html

from funding.models import Rate
from portfolio.models import Milestone, Product
from reporting.queries.changes import Change
from squads.models import Post
from tests.world import NOW, SALARY, TODAY, World, make_world

pytestmark = pytest.mark.django_db
A_CHANGE = Change(NOW, "", "Something changed", "/en/")


@pytest.fixture
def world() -> World:
    with time_machine.travel(datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.UTC), tick=True):
        return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


def home(client, world: World, who: str, language: str = "en") -> str:
    client.force_login(world.person(who))
    return client.get(f"/{language}/").content.decode()


def test_finance_is_told_what_waits_for_their_signature(client, world):
    page = home(client, world, "finance")
    assert "Assumptions for you to sign: <strong>1</strong>" in page
    assert "Rates for you to sign" not in page


def test_nobody_is_asked_to_sign_their_own_figure(client, world):
    Rate.objects.create(
        role=world.role,
        employment="agency",
        amount=Decimal(700),
        valid_from=TODAY,
        made_by=world.people["finance"],
    )
    page = home(client, world, "finance")
    assert "Rates for you to sign" not in page
    assert "wait for somebody else" in page


def test_a_delivery_lead_is_told_of_their_own_vacancies_only(client, world):
    Post.objects.filter(pk=world.theirs.post.pk).update(state="vacant")
    assert "Vacant posts" not in home(client, world, "delivery_lead")
    assert "Vacant posts: <strong>1</strong>" in home(client, world, "other_delivery_lead")


def test_an_administrator_is_told_of_people_who_have_no_role(client, world):
    assert "People with no role: <strong>1</strong>" in home(client, world, "administrator")


def test_a_viewer_needs_to_do_nothing(client, world):
    assert "Nothing needs you now." in home(client, world, "viewer")
    assert "Nid oes dim yn aros amdanoch" in home(client, world, "viewer", "cy")


def test_the_last_day_of_a_post_is_the_day_before_it_is_no_longer_covered(client, world):
    page = home(client, world, "delivery_lead")
    assert "31 December 2026" in page
    assert "A contractor leaves Squad Gwynedd" in page
    assert "Powys" not in page


def test_what_lies_further_off_than_ninety_days_is_not_told(client, world):
    Post.objects.update(planned_to=datetime.date(2027, 2, 23))
    assert "contractor leaves" not in home(client, world, "viewer")
    Post.objects.update(planned_to=datetime.date(2027, 2, 22))
    assert "contractor leaves" in home(client, world, "viewer")


def test_a_change_names_its_fields_and_who_made_it(client, world):
    world.ours.product.phase = "live"
    world.ours.product.service_owner = "Somebody"
    world.ours.product._history_user = world.people["cdo_office"]
    world.ours.product.save()
    page = home(client, world, "viewer")
    assert "Changed: School Essentials Grant Gwynedd – service owner, phase" in page
    assert "cdo_office@example.test" in page
    assert "Newidiwyd: Grant Hanfodion Ysgol Gwynedd" in home(client, world, "viewer", "cy")


def test_what_changed_a_week_ago_is_no_news(client, world):
    assert "Nothing you can see has changed" in home(client, world, "viewer")


def test_a_change_to_another_organisation_s_row_is_told_to_nobody_else(client, world):
    world.ours.product.phase = "live"
    world.ours.product.save()
    assert "Nothing you can see has changed" in home(client, world, "other_delivery_lead")


def test_a_change_of_pay_is_told_to_those_who_may_see_pay_and_without_its_amount(client, world):
    world.salary.amount = SALARY + 1
    world.salary.save()
    assert "Software developer (permanent) – amount" in home(client, world, "finance")
    assert "54322" not in home(client, world, "finance")
    for who in ("viewer", "administrator", "superuser", "delivery_lead"):
        assert "Software developer" not in home(client, world, who)


def test_many_alike_are_told_as_a_number(client, world):
    for number in range(5):
        Product.objects.create(
            name_cy=f"C{number}", name_en=f"Product number {number}", organisation=world.ours.organisation
        )
    page = home(client, world, "viewer")
    assert "5 products were added" in page
    assert "Product number 3" not in page


@pytest.mark.parametrize("who", ["finance", "cdo_office", "delivery_lead", "viewer", "administrator"])
def test_home_asks_as_many_questions_however_many_rows_there_are(
    client, world, who, django_assert_num_queries, django_assert_max_num_queries
):
    client.force_login(world.person(who))
    world.ours.product.save()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def touch() -> None:
        for holding in (world.ours, world.theirs):
            for row in (holding.product, holding.squad, holding.post, holding.award, holding.appraisal):
                row.evidence = "D" if row.evidence == "J" else "J"
                row.save()
        world.salary.save()
        world.assumption.save()
        world.round.save()

    touch()
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(reverse("reporting:home"))
    for number in range(8):
        product = Product.objects.create(
            name_cy=f"C{number}", name_en=f"P{number}", organisation=world.ours.organisation
        )
        product.save()
        touch()
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("reporting:home"))
    assert len(many) <= len(few)
    assert len(many) < 50


def test_who_leaves_a_squad_is_said_in_a_sentence(client, world):
    Post.objects.update(employment="permanent")
    assert "The last day of a post in Squad Gwynedd" in home(client, world, "delivery_lead")
    post = world.ours.post
    post.pk, post.employment = None, "agency"
    post.save()
    words = "The last day of 2 posts in Squad Gwynedd: 1 of them is held by a contractor"
    assert words in home(client, world, "delivery_lead")
    Post.objects.update(employment="supplier")
    assert "2 contractors leave Squad Gwynedd" in home(client, world, "delivery_lead")


def test_what_does_not_fit_on_the_first_screen_is_folded_and_not_lost(client, world):
    for number in range(14):
        Milestone.objects.create(
            product=world.ours.product,
            title_cy=f"C{number}",
            title_en=f"Step {number}",
            baseline=TODAY,
            forecast=TODAY,
        )
    page = html.fromstring(home(client, world, "viewer"))
    steps = [link.text for link in page.xpath("//section[@aria-labelledby='coming']//a")]
    assert sum("Milestone expected: Step" in step for step in steps) == 14
    assert len(page.xpath("//section[@aria-labelledby='coming']/ol/li")) == 12


def test_of_more_changes_than_are_shown_the_page_says_that_there_may_be_more(client, world, monkeypatch):
    monkeypatch.setattr("reporting.views.home.MOST", 12)
    monkeypatch.setattr("reporting.views.home.changes_since", lambda **asked: [A_CHANGE] * 12)
    assert "Only the latest 12 are shown: there may be more." in home(client, world, "viewer")
    monkeypatch.setattr("reporting.views.home.changes_since", lambda **asked: [A_CHANGE] * 11)
    page = home(client, world, "viewer")
    assert "Earlier in the week" in page
    assert "there may be more" not in page
