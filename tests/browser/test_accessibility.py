"""Every main page by axe's rules for WCAG 2.2 AA, in both languages, at the width of a desk and of a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import PHONE, WIDE, faults, narrow
from tests.browser.places import PLACES
from tests.languages import LANGUAGES

pytestmark = pytest.mark.browser


def drawn(page: Page) -> None:
    """Waits until the charts are there: they come after the page."""
    charts = page.locator("[data-chart]")
    for number in range(charts.count()):
        expect(charts.nth(number).locator("svg.main-svg").first).to_be_attached()


def test_the_rules_see_what_is_wrong(page, world):
    page.goto("/en/accounts/sign-in/")
    assert faults(page) == []
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    page.evaluate("document.querySelector('h1').style.width = '2000px'")
    found = " ".join(faults(page))
    assert f"{PHONE}: image-alt" in found
    assert f"{WIDE}: image-alt" in found
    assert "320 sticks out: 20" in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_nobody_is_kept_out_of_a_page(open_as, page, world, place, language):
    found = {}
    for one in PLACES[place]:
        if one.who:
            open_as(one.who)
        address = one.at(world, language)
        narrow(page, PHONE)
        page.goto(address)
        drawn(page)
        assert page.locator("html").get_attribute("lang") == language, address
        if wrong := faults(page):
            found[address] = wrong
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_kept_out_of_a_form_with_errors(open_as, world, language):
    page = open_as("cdo_office")
    page.goto(f"/{language}/portfolio/products/{world.ours.product.pk}/edit/")
    page.locator("[name=name_cy]").fill("")
    page.locator("[name=phase_from]").fill("NaN")
    page.locator("main button[type=submit]").click()
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    assert faults(page) == []
    summary.locator("a").last.press("Enter")
    assert page.evaluate("document.activeElement.name") in ("name_cy", "phase_from")
    expect(page.locator("[name=phase_from]")).to_have_value("NaN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_kept_out_of_a_list_that_holds_nothing_or_a_filter_that_cannot_be_read(open_as, world, language):
    page = open_as("finance")
    found = {}
    for query in ("?search=zzzz", "?year=nonsense"):
        page.goto(f"/{language}/funding/rounds/{query}")
        if wrong := faults(page):
            found[query] = wrong
    assert not found
