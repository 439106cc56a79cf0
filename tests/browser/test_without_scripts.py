"""Without scripts: sentences, tables and forms are all there, and work."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import NARROWEST, narrow
from tests.browser.places import PLACES
from tests.languages import LANGUAGES

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(browser: Browser, world, live_server) -> Iterator[Callable[[str], Page]]:
    """A page of a browser that runs no script, with somebody signed in."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)

    def opened(who: str) -> Page:
        client = Client()
        client.force_login(world.person(who))
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        return context.new_page()

    yield opened
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_what_it_has_to_say(plain, world, language):
    page = plain("finance")
    for places in PLACES.values():
        for one in places:
            if one.who == "finance":
                address = one.at(world, language)
                page.goto(address)
                assert len(page.locator("main").inner_text()) > 60, address
                expect(page.locator("h1")).to_have_count(1)
                expect(page.locator("nav a[href$='/squads/']").first, address).to_be_visible()


def test_a_comparison_has_its_answer_its_picture_and_the_tables_of_its_charts(plain, world):
    page = plain("finance")
    page.goto(f"/en/funding/compare/{world.ours.appraisal.pk}/")
    expect(page.locator("#finding p").first).to_be_visible()
    expect(page.locator(".picture__row svg[role=img]").first).to_be_visible()
    expect(page.locator("#side-by-side")).to_be_visible()
    assert page.locator("figure.chart table").count() == page.locator("[data-chart]").count() > 0
    for number in range(page.locator("[data-chart]").count()):
        expect(page.locator("[data-chart]").nth(number)).to_be_hidden()
    page.locator("figure.chart summary").first.click()
    expect(page.locator("figure.chart table").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_input_is_tried_and_then_saved(plain, world, language):
    page, appraisal = plain("finance"), world.ours.appraisal
    page.goto(f"/{language}/funding/compare/{appraisal.pk}/edit/")
    before = page.locator("#answer").inner_text()
    page.locator("[name=product__annual_benefit]").fill("2,000,000")
    page.locator("button[name=look]").click()
    assert page.locator("#answer").inner_text() != before
    appraisal.refresh_from_db()
    assert appraisal.inputs["product.annual_benefit"] == 400_000
    expect(page.locator("[name=product__annual_benefit]")).to_have_value("2,000,000")
    page.locator("#inputs-form button[type=submit]:not([name])").click()
    expect(page.locator(".govuk-notification-banner--success")).to_be_visible()
    appraisal.refresh_from_db()
    assert appraisal.inputs["product.annual_benefit"] == 2_000_000


def test_a_list_is_searched_narrowed_and_sorted(plain, world):
    page = plain("finance")
    page.goto("/en/portfolio/products/")
    page.locator("[name=search]").fill("powys")
    page.locator("[name=search]").press("Enter")
    rows = page.locator("#list tbody tr")
    expect(rows).to_have_count(1)
    page.goto("/en/portfolio/products/")
    first = rows.first.inner_text()
    page.locator("thead a.sort").first.click()
    assert rows.first.inner_text() != first
    page.locator(".narrowing summary").click()
    page.locator("[name=phase]").select_option("live")
    page.locator(".narrowing__boxes ~ .govuk-button-group button").click()
    expect(rows).to_have_count(0)


def test_the_toggle_keeps_what_was_typed(plain, world):
    page = plain("cdo_office")
    page.goto(f"/en/portfolio/products/{world.ours.product.pk}/edit/")
    page.locator("[name=service_owner]").fill("Elin")
    page.locator("button[name=switch_language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.locator("[name=service_owner]")).to_have_value("Elin")


def test_the_menu_of_a_phone_is_open(plain):
    page = plain("finance")
    narrow(page, NARROWEST)
    page.goto("/cy/")
    expect(page.locator("#navigation a").first).to_be_visible()
