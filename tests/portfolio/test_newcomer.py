"""What somebody new to a form needs of it: the boxes filled in beforehand, help where a word is ours, the way back."""

import inspect
from typing import Any

import pytest
import time_machine
from lxml import html

from kit.views import EditPage
from portfolio import views
from tests.portfolio import alike, nation
from tests.portfolio.milestones import benefit_of, milestone_of
from tests.portfolio.pages import address, said_beside, signed_in, text, typed
from tests.portfolio.stories import decision_of
from tests.squads.converted import item_of
from tests.world import NOW, World, make_world

pytestmark = pytest.mark.django_db
DAY_AFTER = "The day after the last one. Where 31 March 2027 is to be the last day, enter 1 April 2027."


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


def labels(response: Any) -> dict[str, str]:
    """What stands above each box, by its name."""
    page = html.fromstring(text(response))
    found = page.xpath("//label[starts-with(@for, 'id_')]")
    return {label.get("for").removeprefix("id_"): " ".join(label.text_content().split()) for label in found}


def hint(response: Any, field: str) -> str:
    return " ".join(html.fromstring(text(response)).xpath(f"//*[@id='id_{field}_helptext']/text()"))


@pytest.mark.parametrize("name", ["products", "milestones", "risks", "participations", "leadership", "wales"])
def test_a_filter_offers_every_choice_once(world, name):
    page = html.fromstring(text(signed_in(world, "cdo_office").get(address(f"portfolio:{name}"))))
    boxes = page.xpath("//form//select")
    assert boxes
    for box in boxes:
        values = box.xpath("./option/@value")
        assert len(values) == len(set(values)), box.get("name")


def test_a_request_to_move_a_baseline_offers_the_forecast_says_what_is_sent_and_can_be_left(world):
    milestone = milestone_of(world.ours.product)
    page = signed_in(world, "delivery_lead").get(address("portfolio:baseline_ask", milestone.pk))
    assert typed(page)["after"] == "7 December 2026"
    assert "Send the request" in text(page)
    assert f'href="{address("portfolio:milestone", milestone.pk)}">Cancel' in text(page)
    milestone.forecast = milestone.baseline
    milestone.save()
    assert "after" not in typed(signed_in(world, "delivery_lead").get(address("portfolio:baseline_ask", milestone.pk)))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_reason_that_is_lacking_is_asked_for_in_the_language_of_the_page(world, language):
    url = address("portfolio:baseline_ask", milestone_of(world.ours.product).pk, language=language)
    answer = signed_in(world, "delivery_lead").post(url, {"after": "2027-02-01"})
    assert said_beside(answer, f"reason_{language}")


def test_of_two_boxes_of_which_one_is_needed_neither_is_called_optional(world):
    client = signed_in(world, "cdo_office")
    for name, row, fields in (
        ("portfolio:baseline_ask", milestone_of(world.ours.product), ("reason_cy", "reason_en")),
        ("portfolio:decision_made", decision_of(world.ours.product), ("outcome_cy", "outcome_en")),
        ("squads:handover_edit", item_of(world), ("what_cy", "what_en")),
    ):
        found = labels(client.get(address(name, row.pk)))
        assert [found[field].endswith("(in one language at least)") for field in fields] == [True, True], name


def test_a_period_without_its_organisation_is_refused_once_and_in_words(world):
    client = signed_in(world, "cdo_office")
    url = address("portfolio:leadership_new")
    answer = client.post(url, typed(client.get(url)) | {"organisation": "", "officer": "none"})
    assert said_beside(answer, "organisation") == "This field is required."


@pytest.mark.parametrize(
    ("name", "of", "field"),
    [
        ("contract_edit", nation.contract_of, "end"),
        ("leadership_edit", nation.period_of, "end"),
        ("forum_edit", nation.forum_of, "until"),
    ],
)
def test_an_end_says_that_it_is_the_day_after_the_last(world, name, of, field):
    page = signed_in(world, "cdo_office").get(address(f"portfolio:{name}", of(world).pk))
    assert hint(page, field) == DAY_AFTER


def test_every_sourced_form_says_what_evidence_and_a_source_are(world):
    page = signed_in(world, "cdo_office").get(address("portfolio:product_new"))
    assert hint(page, "evidence").startswith("How well this is known.")
    assert (
        hint(page, "source_cy")
        == hint(page, "source_en")
        == ("Where it can be looked up: a document, a page or a meeting.")
    )


def test_the_next_year_of_a_benefit_is_filled_in(world):
    client, benefit = signed_in(world, "cdo_office"), benefit_of(world.ours.product)
    url = address("portfolio:benefit_year_new", benefit.pk)
    last = max(benefit.years.values_list("year", flat=True), default=None)
    assert last is not None
    assert typed(client.get(url))["year"] == f"{last + 1}-{(last + 2) % 100:02d}"
    benefit.years.all().delete()
    assert typed(client.get(url))["year"] == "2026-27"


def test_a_component_begins_with_the_developers_rate_and_leads_back_to_the_register(world):
    roles = world.ours.post.role
    roles.code = "developer"
    roles.save()
    page = signed_in(world, "cdo_office").get(address("squads:component_new"))
    assert typed(page)["role_code"] == "developer"
    assert address("portfolio:components") in text(page).split("<h1")[0]
    edit = signed_in(world, "cdo_office").get(address("squads:component_edit", alike.component().pk))
    assert address("portfolio:components") in text(edit).split("<h1")[0]


def test_the_requests_are_listed_by_the_name_of_whoever_asked(world):
    lead = world.person("delivery_lead")
    lead.first_name, lead.last_name = "Gethin", "Menai"
    lead.save()
    client = signed_in(world, "delivery_lead")
    url = address("portfolio:baseline_ask", milestone_of(world.ours.product).pk)
    assert client.post(url, {"after": "1 February 2027", "reason_en": "The fund."}).status_code == 302
    page = text(client.get(address("portfolio:baseline_changes")))
    assert "Gethin Menai</td>" in page
    assert lead.email not in page.split("<main")[1]


def forms_of_the_portfolio() -> list[Any]:
    modules = [
        one for _name, one in inspect.getmembers(views, inspect.ismodule) if one.__name__.startswith(views.__name__)
    ]
    found = {one for module in modules for _name, one in inspect.getmembers(module, inspect.isclass)}
    return sorted(
        (one for one in found if issubclass(one, EditPage) and one.__module__.startswith("portfolio")), key=str
    )


def test_every_form_says_what_was_saved():
    named = [one for one in forms_of_the_portfolio() if one.title_new or one.title_edit]
    assert len(named) > 20
    assert [one.__name__ for one in named if one.saved_message is EditPage.saved_message] == []
