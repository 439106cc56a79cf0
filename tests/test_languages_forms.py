"""Forms in Welsh: what is wrong is said beside the field, what was typed is kept, nothing ever falls over."""

from functools import lru_cache
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from funding.forms.lists import DiscountRatesField, FundedYearsField, SizesField
from kit.fields import DateField, TypedField
from tests.languages import in_the_other_language, other, parsed, refresh, untranslated
from tests.portfolio import stories
from tests.routes import ROUTES
from tests.world import World, make_world

pytestmark = pytest.mark.django_db

FORMS = [name for name in ROUTES if name.endswith(("_new", "_edit", "_supersede"))]
# All but these ask for a figure, a day or a year, which has to be read.
NOTHING_TO_READ = {
    *("funding:option_new", "squads:component_new", "squads:component_edit", "portfolio:not_alike_new"),
    *("portfolio:opportunity_new", "portfolio:opportunity_edit", "saved_list_new", "saved_list_edit"),
}
READ = [name for name in FORMS if name not in NOTHING_TO_READ]
DOORS = ["account_login", "account_reset_password"]
LISTS = (DiscountRatesField, FundedYearsField, SizesField)
# Not a figure, not a day, not a year, not a share, whoever asks.
BAD = ["NaN", "1e5", "Infinity", "1_000", "٣", "9" * 40, "pum deg", "<b>&\"'</b>"]


@pytest.fixture
def world() -> World:
    refresh()
    cache.clear()
    return make_world()


def client_for(world: World, name: str) -> Client:
    client = Client()
    if name not in DOORS:
        who = next(who for who in ("finance", "cdo_office", "viewer") if ROUTES[name].answer(who) == 200)
        client.force_login(world.person(who))
    return client


def address_of(world: World, name: str, language: str = "cy") -> str:
    return other(reverse(name, args=ROUTES[name].row(world)) + ROUTES[name].query(world), language)


def forms_in(response: Any) -> list[Any]:
    """The page's form, and the rows under it where it has them."""
    found = [response.context.get("form")]
    for name in ("roles", "products"):
        rows = response.context.get(name)
        found += [rows.management_form, *rows.forms] if hasattr(rows, "management_form") else []
    return [form for form in found if form is not None]


def as_it_stands(response: Any) -> dict[str, str]:
    """What a browser would post if nobody touched the page."""
    data: dict[str, str] = {}
    for form in forms_in(response):
        for bound in form:
            value = bound.field.prepare_value(bound.value())
            if value is not None and value is not False:
                data[bound.html_name] = str(value)
    return data


def boxes(response: Any, kind: Any) -> list[Any]:
    return [bound for form in forms_in(response) for bound in form if isinstance(bound.field, kind)]


def answer(client: Client, address: str, data: dict[str, str]) -> Any:
    """The page that comes back, which must be a page and be all in Welsh."""
    with untranslated() as missing:
        response = client.post(address, data)
        page = response.content.decode()
    assert response.status_code in (200, 302, 409, 422), address
    assert not missing, f"{address}: {sorted(missing)}"
    return response, page


@lru_cache(maxsize=1)
def tree(page: str) -> Any:
    """A page read once, however many of its fields are looked at."""
    return parsed(page)


def refused(page: str, field_name: str) -> list[str]:
    """What stands beside a field about what is wrong with it."""
    found = tree(page).xpath(f"//*[@name='{field_name}']")
    assert found, f"{field_name} is not on the page"
    described = " ".join(box.get("aria-describedby") or "" for box in found).split()
    ids = [one for one in described if one.endswith("_error")]
    errors = [p for one in ids for p in tree(page).xpath(f"//*[@id='{one}']//p[@class='govuk-error-message']")]
    return [" ".join(error.text_content().split()) for error in errors]


@pytest.mark.parametrize("name", [*FORMS, *DOORS])
def test_an_empty_form_says_in_welsh_what_it_lacks(world, name):
    client, address = client_for(world, name), address_of(world, name)
    asked = client.get(address)
    needed = [bound.html_name for bound in asked.context["form"] if bound.field.required and not bound.is_hidden]
    hidden = {bound.html_name: "0" for bound in boxes(asked, object) if "FORMS" in bound.html_name}
    _response, page = answer(client, address, {"csrfmiddlewaretoken": "x"} | hidden)
    if not page:
        assert not needed, "it was saved without what it needs"
        return
    # What a record is called is taken from its other name where this one has just been emptied.
    names = {one.name_en for one in (world.ours.squad, world.ours.appraisal, world.ours.option)}
    names |= {stories.QUESTION, stories.LEARNT, "Fewer calls", "Calls a year", "The council"}
    assert set(in_the_other_language(page, "cy")) <= names
    for field in needed:
        assert refused(page, field), f"nothing is said beside {field}"
    if needed:
        summary = parsed(page).xpath("//div[contains(@class, 'govuk-error-summary')]//a/@href")
        ids = set(parsed(page).xpath("//@id"))
        assert summary
        assert {link.removeprefix("#") for link in summary} <= ids, "the summary leads to what is not there"
        assert parsed(page).xpath("string(//title)").startswith("Gwall:")


@pytest.mark.parametrize("name", READ)
def test_what_cannot_be_read_is_refused_in_welsh_beside_its_field_and_kept(world, name):
    client, address = client_for(world, name), address_of(world, name)
    asked = client.get(address)
    bad = [bound.html_name for bound in boxes(asked, (TypedField, *LISTS))]
    assert bad
    for typed in BAD:
        _response, page = answer(client, address, as_it_stands(asked) | dict.fromkeys(bad, typed))
        assert in_the_other_language(page, "cy") == [], typed
        kept = {box.get("name"): box.get("value") for box in tree(page).xpath("//input")}
        for field in bad:
            assert refused(page, field), f"nothing is said beside {field} of {typed}"
            assert kept[field] == typed, f"{field} was not kept as typed"


@pytest.mark.parametrize("name", FORMS)
def test_less_than_nothing_is_refused_where_there_can_be_no_less(world, name):
    client, address = client_for(world, name), address_of(world, name)
    asked = client.get(address)
    bad = [
        bound.html_name
        for bound in boxes(asked, TypedField)
        if isinstance(bound.field, DateField) or (getattr(bound.field, "minimum", -1) or 0) >= 0
    ]
    _response, page = answer(client, address, as_it_stands(asked) | dict.fromkeys(bad, "-1"))
    for field in bad:
        assert refused(page, field), f"nothing is said beside {field}"


# Two days, or two amounts, the wrong way round: what is typed, and where it is said.
ORDERS = [
    ("portfolio:product_edit", {"phase_from": "1 Ebrill 2030", "end_of_life": "31 Mawrth 2030"}, "end_of_life"),
    ("squads:squad_edit", {"since": "1 Ebrill 2030", "until": "1 Ebrill 2029"}, "until"),
    ("squads:post_edit", {"planned_from": "2 Mai 2030", "planned_to": "1 Mai 2030"}, "planned_to"),
    (
        "portfolio:participation_edit",
        {"state": "adopted", "committed_on": "2 Mai 2030", "adopted_on": "1 Mai 2030"},
        "adopted_on",
    ),
    ("funding:rate_supersede", {"low": "300", "high": "200", "amount": "250"}, "low"),
    ("funding:assumption_supersede", {"low": "30", "likely": "20", "high": "10"}, "low"),
]


@pytest.mark.parametrize(("name", "typed", "where"), ORDERS)
def test_an_end_before_its_beginning_is_refused_in_welsh(world, name, typed, where):
    client, address = client_for(world, name), address_of(world, name)
    filled = {"source_cy": "Ffynhonnell", "source_en": "Source", "reason": "Rheswm", "valid_from": "1 Ebrill 2027"}
    asked = client.get(address)
    data = {key: value for key, value in filled.items() if key in asked.context["form"].fields}
    response, page = answer(client, address, as_it_stands(asked) | data | typed)
    assert response.status_code in (200, 422), "it was saved"
    assert in_the_other_language(page, "cy") == []
    kept = {box.get("name"): box.get("value") for box in parsed(page).xpath("//input")}
    assert {field: kept.get(field) for field in typed if field != "state"} == {
        field: value for field, value in typed.items() if field != "state"
    }
    assert refused(page, where) or parsed(page).xpath("//div[@class='govuk-error-summary__body']//li"), where


@pytest.mark.parametrize("name", [*FORMS, *DOORS, "account_change_password", "profile"])
def test_the_toggle_of_a_half_filled_form_keeps_what_was_typed_and_judges_nothing(world, name):
    client = client_for(world, name)
    asked = client.get(address_of(world, name, "en"))
    toggle = parsed(asked.content.decode()).xpath("//button[@name='switch_language']")[0]
    half = {bound.html_name: "hanner gorffen" for bound in boxes(asked, TypedField)}
    half |= {key: "" for key, value in as_it_stands(asked).items() if "name" in key and key not in half}
    data = as_it_stands(asked) | half | {"switch_language": toggle.get("value")}
    response, page = answer(client, toggle.get("formaction"), data)
    assert response.status_code == 200
    assert parsed(page).get("lang") == "cy"
    assert not parsed(page).xpath("//*[contains(@class, 'govuk-error-message')]"), "judged before it was sent"
    kept = {box.get("name"): box.get("value") for box in parsed(page).xpath("//input")}
    assert {field: kept.get(field) for field in half if half[field]} == {
        field: typed for field, typed in half.items() if typed
    }


SAVED = [
    "portfolio:product_edit",
    "portfolio:participation_edit",
    "squads:squad_edit",
    "squads:post_edit",
    "funding:appraisal_edit",
    "funding:option_edit",
    "funding:appraisal_new",
]


@pytest.mark.parametrize("name", SAVED)
def test_what_was_saved_is_said_in_welsh_on_a_welsh_page(world, name):
    client, address = client_for(world, name), address_of(world, name)
    asked = client.get(address)
    with untranslated() as missing:
        response = client.post(address, as_it_stands(asked), follow=True)
        page = response.content.decode()
    assert response.redirect_chain, parsed(page).xpath("string(//main)")
    assert response.redirect_chain[-1][0].startswith("/cy/")
    assert parsed(page).xpath("//div[contains(@class, 'govuk-notification-banner--success')]"), "nothing is said"
    assert not missing
    assert in_the_other_language(page, "cy") == []


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_name_asked_for_in_a_language_is_read_out_in_it(world, language):
    """A box for Welsh on an English page holds Welsh: a screen reader has to be told."""
    page = client_for(world, "portfolio:product_edit").get(address_of(world, "portfolio:product_edit", language))
    boxes_of = parsed(page.content.decode()).xpath("//*[@name='name_cy' or @name='name_en' or @name='summary_en']")
    assert [(box.get("name"), box.get("lang")) for box in boxes_of] == [
        (box.get("name"), box.get("name")[-2:]) for box in boxes_of
    ]
