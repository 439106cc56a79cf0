"""On paper: what one came for, and nothing to press."""

import pytest
from playwright.sync_api import expect

from tests.languages import LANGUAGES

pytestmark = pytest.mark.browser
PRESSED = ".govuk-service-navigation, .masthead__tools, .govuk-skip-link, .govuk-breadcrumbs, .govuk-button, .narrowing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_is_printed_without_what_is_pressed(open_as, world, language):
    page = open_as("finance")
    page.goto(f"/{language}/funding/compare/{world.ours.appraisal.pk}/")
    expect(page.locator(".govuk-service-navigation")).to_be_visible()
    page.emulate_media(media="print")
    for gone in page.locator(PRESSED).all():
        expect(gone).to_be_hidden()
    for there in ("h1", "#finding", "#side-by-side", ".masthead__name"):
        expect(page.locator(there)).to_be_visible()
    expect(page.locator(".picture__row svg[role=img]").first).to_be_visible()
    expect(page.locator("[data-chart] svg.main-svg").first).to_be_visible()
    ground = "(selector) => getComputedStyle(document.querySelector(selector)).backgroundColor"
    assert page.evaluate(ground, ".masthead") in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"), "ink by the cupful"
    cut = page.locator(".table-scroll").evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility() && getComputedStyle(one).overflowX !== 'visible').length"
    )
    assert cut == 0, "a table is cut off at the edge of the paper"


def test_a_list_is_printed_as_its_table(open_as):
    page = open_as("finance")
    page.goto("/en/portfolio/products/")
    page.emulate_media(media="print")
    for gone in page.locator(f"{PRESSED}, .list-downloads, .govuk-pagination").all():
        expect(gone).to_be_hidden()
    expect(page.locator("#list table")).to_be_visible()
    expect(page.locator("#list tbody tr").first).to_be_visible()
