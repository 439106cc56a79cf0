"""The place that the top of a page lights is the one its breadcrumbs begin with."""

import pytest
from django.urls import reverse
from lxml import html

from tests.portfolio.pages import address, signed_in, text
from tests.routes import ROUTES
from tests.world import World, make_world

pytestmark = pytest.mark.django_db


def lit(page: html.HtmlElement) -> list[str]:
    return page.xpath("//ul[@id='navigation']//a[@aria-current]/@href")


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("name", ["squads:product_team", "squads:product_standard", "funding:product_money"])
def test_a_products_tabs_are_the_portfolios_whichever_room_they_are_made_in(name, language):
    world = make_world(with_runs=False)
    client = signed_in(world, "viewer")
    page = html.fromstring(text(client.get(address(name, world.ours.product.pk, language=language))))
    assert lit(page) == [address("reporting:portfolio", language=language)]


def test_every_page_lights_the_place_that_its_breadcrumbs_begin_with():
    world: World = make_world()
    client = signed_in(world, "superuser")
    looked_at: set[str] = set()
    for name, to in ROUTES.items():
        if to.post or to.answer("superuser") != 200 or ":" not in name:
            continue
        response = client.get(reverse(name, args=to.row(world)) + to.query(world))
        if response.status_code != 200 or not response.get("Content-Type", "").startswith("text/html"):
            continue
        page = html.fromstring(text(response))
        first = page.xpath("//nav[contains(@class, 'govuk-breadcrumbs')]//a/@href")[:1]
        places = page.xpath("//ul[@id='navigation']//a/@href")
        if first and first[0].partition("?")[0] in places:
            looked_at.add(name)
            assert lit(page) == [first[0].partition("?")[0]], name
    assert {"squads:component_new", "squads:standard_history"} <= looked_at


def test_what_a_squad_works_on_is_the_squads_though_it_is_a_product():
    world = make_world(with_runs=False)
    client = signed_in(world, "cdo_office")
    for url in (
        address("squads:assignment_edit", world.ours.assignment.pk),
        address("squads:assignment_new", world.ours.squad.pk),
    ):
        assert lit(html.fromstring(text(client.get(url)))) == [address("squads:squads")]


def test_what_components_cost_is_the_portfolios_like_the_components():
    client = signed_in(make_world(with_runs=False), "finance")
    page = html.fromstring(text(client.get(address("funding:component_costs"))))
    assert lit(page) == [address("reporting:portfolio")]
