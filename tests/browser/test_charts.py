"""Charts: drawn under the strict policy, sent nowhere, and the same as a table by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.languages import LANGUAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_drawn_and_nothing_is_asked_of_anybody_else(open_as, world, live_server, language):
    page = open_as("finance")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/{language}/funding/compare/{world.ours.appraisal.pk}/")
    charts = page.locator("[data-chart]")
    assert charts.count() >= 3
    for number in range(charts.count()):
        chart = charts.nth(number)
        expect(chart.locator("svg.main-svg").first).to_be_visible()
        assert chart.locator("path, text").count() > 10, "it is empty"
        assert chart.get_attribute("role") == "group"
        assert chart.get_attribute("aria-label")
    assert [url for url in asked if not url.startswith((live_server.url, "data:", "blob:"))] == []
    expect(page.locator(".modebar-btn, [data-title*=Share], [data-title*=plotly], a[href*=plot]")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_a_chart_opens_by_keyboard_and_holds_what_is_drawn(open_as, world, language):
    page = open_as("finance")
    page.goto(f"/{language}/funding/compare/{world.ours.appraisal.pk}/")
    figure = page.locator("figure.chart").first
    table = figure.locator("table")
    expect(table).to_be_hidden()
    figure.locator("summary").press("Enter")
    expect(table).to_be_visible()
    assert table.locator("tbody tr").count() == 5, "one row a year"
    assert table.locator("thead th").count() == 1 + 2, "the year and each option"
    assert "£" in table.inner_text()


def test_a_chart_is_taken_home_as_a_picture(open_as, world):
    page = open_as("finance")
    page.goto(f"/en/funding/compare/{world.ours.appraisal.pk}/")
    buttons = page.locator("figure.chart").first.locator(".chart__button")
    expect(buttons).to_have_count(2)
    for number, ending in enumerate((".svg", ".png")):
        with page.expect_download() as awaited:
            buttons.nth(number).press("Enter")
        assert awaited.value.suggested_filename.endswith(ending)
        assert awaited.value.path().stat().st_size > 2000


@pytest.mark.parametrize(("language", "month"), [("cy", "Gorff"), ("en", "Jul")])
def test_the_months_of_a_chart_are_in_the_language_of_the_page(open_as, world, language, month):
    page = open_as("finance")
    page.goto(f"/{language}/squads/{world.ours.squad.pk}/")
    drawing = page.locator("[data-chart]").first
    expect(drawing.locator("svg.main-svg").first).to_be_visible()
    shown = " ".join(drawing.locator("text").all_text_contents())
    assert month in shown, shown


def test_a_chart_that_cannot_be_fetched_leaves_its_table_open(open_as, world):
    page = open_as("finance")
    page.route("**/charts/*.json", lambda route: route.abort())
    page.goto(f"/en/funding/compare/{world.ours.appraisal.pk}/")
    fetched = page.locator("figure.chart:has([data-chart-url])")
    assert fetched.count() > 0
    expect(fetched.first.locator("table")).to_be_visible()
