"""From every form, history and list of the portfolio's registers there is a way back, named as the list is."""

import re

import pytest
import time_machine

from portfolio.models import Participation
from tests.portfolio import nation
from tests.portfolio.pages import address, signed_in, text
from tests.world import NOW, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


def crumbs(page: str) -> list[str]:
    found = re.search(r'<nav class="govuk-breadcrumbs".*?</nav>', page, re.S)
    steps = re.findall(r"<li.*?</li>", found.group() if found else "", re.S)
    return [" ".join(re.sub(r"<[^>]+>", "", one).split()) for one in steps]


@pytest.mark.parametrize(
    ("name", "of", "steps"),
    [
        ("forum_new", None, ["Forums", "Add a forum"]),
        ("forum_edit", "forum_of", ["Forums", "Digital Board", "Change the forum"]),
        ("forum_members", "forum_of", ["Forums", "Digital Board", "Members"]),
        ("forum_history", "forum_of", ["Forums", "Digital Board", "History"]),
        ("meeting_new", "forum_of", ["Forums", "Digital Board", "Add a meeting"]),
        ("meeting_record", "meeting_of", ["Forums", "Digital Board", "What became of the meeting"]),
        ("leadership_edit", "period_of", ["Digital leadership", "Gwynedd", "Put the period right"]),
        ("contract_edit", "contract_of", ["Contracts", "Planning management", "Change the contract"]),
        ("contract_new", None, ["Contracts", "Add a contract"]),
        ("likeness", None, ["The same thing built many times"]),
        ("not_alike", None, ["The same thing built many times", "Products that are not the same"]),
        ("component_uses", None, ["Uses of components"]),
        ("participations", None, ["Adoption"]),
    ],
)
def test_a_page_of_a_register_leads_back_to_its_list(world, name, of, steps):
    arguments = [getattr(nation, of)(world).pk] if of else []
    page = text(signed_in(world, "cdo_office").get(address(f"portfolio:{name}", *arguments)))
    assert crumbs(page) == ["Portfolio", *steps]


@pytest.mark.parametrize("name", ["participation_edit", "participation_history"])
def test_an_organisation_s_part_leads_back_to_the_product_s_adoption(world, name):
    row = Participation.objects.get(pk=world.ours.participation.pk)
    page = text(signed_in(world, "cdo_office").get(address(f"portfolio:{name}", row.pk)))
    assert crumbs(page)[:2] == ["Portfolio", "Products"]
    assert crumbs(page)[3] == "Adoption"
    assert address("portfolio:product_adoption", row.product_id) in page
