"""Lists by keyboard: searched, narrowed, sorted, paged, left and come back to, and taken home as shown."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from portfolio.models import Product, Programme
from tests.languages import LANGUAGES

pytestmark = pytest.mark.browser
ROWS = "#list tbody tr"


@pytest.fixture
def many(world) -> None:
    """Sixty products more, so that there are three pages; every fourth one is live."""
    for number in range(60):
        Product.objects.create(
            name_cy=f"Cynnyrch {number:02}",
            name_en=f"Product {number:02}",
            organisation=world.theirs.organisation,
            phase="live" if number % 4 == 0 else "alpha",
        )


def shown(page: Page) -> list[list[str]]:
    """The rows of this page as they are read."""
    rows = page.locator(ROWS)
    cells = [rows.nth(number).locator("th, td") for number in range(rows.count())]
    return [[" ".join(text.split()) for text in row.all_inner_texts()] for row in cells]


def every_page(page: Page) -> list[list[str]]:
    found = shown(page)
    while page.locator("#page-next").count():
        number = page.locator(".govuk-pagination [aria-current=page]").inner_text()
        page.locator("#page-next").press("Enter")
        expect(page.locator(".govuk-pagination [aria-current=page]")).not_to_have_text(number)
        found += shown(page)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_searched_narrowed_sorted_and_paged_without_a_mouse(open_as, many, language):
    page = open_as("finance")
    page.goto(f"/{language}/portfolio/products/")
    expect(page.locator(ROWS)).to_have_count(25)

    page.locator("[name=search]").fill("Cynnyrch")
    page.locator("[name=search]").press("Enter")
    expect(page.locator(".list-count")).to_contain_text("60")
    page.wait_for_url("**/?search=Cynnyrch")
    expect(page.locator("#list-status")).to_contain_text("60")

    page.locator(".narrowing summary").press("Enter")
    page.locator("[name=phase]").select_option("live")
    page.locator(".narrowing__more button[type=submit]").press("Enter")
    expect(page.locator(ROWS)).to_have_count(15)
    page.wait_for_url(lambda url: "search=Cynnyrch" in url and "phase=live" in url and "organisation" not in url)

    before = shown(page)
    sort = page.locator("#sort-name")
    sort.press("Enter")
    expect(page.locator("th:has(#sort-name)")).to_have_attribute("aria-sort", "descending")
    expect(sort).to_be_focused()
    assert shown(page) == before[::-1]

    page.goto(f"/{language}/portfolio/products/?sort=-name")
    page.locator("#page-2").press("Enter")
    expect(page.locator("#page-2")).to_have_attribute("aria-current", "page")
    expect(page.locator("#page-2")).to_be_focused()
    expect(page.locator("#list-status")).to_contain_text("26")
    assert shown(page)[0][0].endswith("36"), "the two grants and then 59 to 37 are on the first page"


def test_the_browser_s_own_way_back_leads_through_the_list_s_states(open_as, many):
    page = open_as("finance")
    page.goto("/en/portfolio/products/")
    page.locator("#page-2").press("Enter")
    page.wait_for_url("**page=2")
    page.go_back()
    expect(page.locator("#page-1")).to_have_attribute("aria-current", "page")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_comes_back_to_the_list_as_one_left_it(open_as, many, language):
    page = open_as("finance")
    page.goto(f"/{language}/portfolio/products/?search=Cynnyrch&sort=-name&page=2")
    left = shown(page)
    page.locator(f"{ROWS} a").nth(3).press("Enter")
    page.locator(".govuk-breadcrumbs a[href*='/portfolio/products/']").press("Enter")
    page.wait_for_url("**/portfolio/products/?search=Cynnyrch&sort=-name&page=2")
    assert shown(page) == left
    expect(page.locator("[name=search]")).to_have_value("Cynnyrch")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_download_is_exactly_what_the_pages_show(open_as, many, language):
    page = open_as("finance")
    page.goto(f"/{language}/portfolio/products/?phase=alpha&sort=-name")
    headings = [" ".join(text.split()) for text in page.locator("#list thead th").all_inner_texts()]
    with page.expect_download() as awaited:
        page.locator(".list-downloads a[href*='download=csv']").press("Enter")
    file = list(csv.reader(io.StringIO(awaited.value.path().read_text(encoding="utf-8-sig"))))
    rows = every_page(page)
    assert len(rows) == 45
    assert file[0] == headings
    words = [0, 1, 3, 4]  # the columns that hold words and whole numbers, which are written alike in both
    assert [[row[number] for number in words] for row in file[1:]] == [
        [row[number] for number in words] for row in rows
    ]


def test_rows_on_a_page_are_chosen_and_kept(open_as, many):
    page = open_as("finance")
    page.goto("/en/portfolio/products/")
    page.locator("#size-50").press("Enter")
    expect(page.locator(ROWS)).to_have_count(50)
    page.goto("/cy/portfolio/products/")
    expect(page.locator(ROWS)).to_have_count(50)


def test_a_person_whose_session_has_ended_is_led_to_sign_in_and_not_into_the_list(open_as, many):
    page = open_as("finance")
    page.goto("/en/portfolio/products/")
    page.context.clear_cookies()
    page.locator("#page-2").press("Enter")
    page.wait_for_url(lambda url: "/en/accounts/sign-in/?next=/en/portfolio/products/" in url)
    expect(page.locator("[name=password]")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_of_long_names_is_no_wider_than_a_desk_s_screen(open_as, world, language):
    programme = Programme.objects.create(name_cy="Gwasanaethau'r cynghorau " * 3, name_en="Services of councils " * 3)
    Product.objects.filter(pk=world.ours.product.pk).update(
        name_cy="Cynnwys y Grant Hanfodion Ysgol " * 4,
        name_en="School Essentials Grant content " * 4,
        programme=programme,
        evidence="D",
    )
    page = open_as("finance")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"/{language}/portfolio/products/")
    assert page.locator("#list .table-scroll").evaluate("box => box.scrollWidth - box.clientWidth") <= 0
