"""Everything is reached with a keyboard, in the order one reads, and one sees where one is."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import HEIGHT, PHONE, WIDE, narrow
from tests.languages import LANGUAGES, other

pytestmark = pytest.mark.browser

PAGES = ["/en/portfolio/products/", "/en/funding/compare/{appraisal}/", "/en/funding/compare/{appraisal}/edit/"]
STEPS = 60
# Of the element that has the focus: what it is, whether one sees it, and whether it comes after the one before.
STEP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const before = window.before;
  window.before = one;
  const box = one.getBoundingClientRect(), look = getComputedStyle(one);
  const ring = (style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
  const label = one.nextElementSibling;
  const drawn = ring(look) || (label && ring(getComputedStyle(label, "::before")));
  // Seen, if anything of it is not under something else.
  const uncovered = (x, y) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
    const over = document.elementFromPoint(x, y);
    return over && (one.contains(over) || over.contains(one) || over === label || (label && label.contains(over)));
  };
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
  const same = parts.some((across) => parts.some(
    (down) => uncovered(box.x + box.width * across, box.y + box.height * down)));
  const after = !before || !document.contains(before)
    || Boolean(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const name = `${one.tagName} ${one.id || one.name || ""} ${one.textContent.trim().slice(0, 30)}`;
  return {name, drawn: Boolean(drawn), seen: box.bottom > 0 && box.top < innerHeight, same: Boolean(same), after};
}"""


def step(page: Page) -> dict[str, object] | None:
    page.keyboard.press("Tab")
    found: dict[str, object] | None = page.evaluate(STEP)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_key_offers_to_skip_to_the_content(open_as, language):
    page = open_as("finance")
    page.goto(f"/{language}/portfolio/products/")
    page.keyboard.press("Tab")
    link = page.locator(".govuk-skip-link")
    expect(link).to_be_focused()
    box = link.bounding_box()
    assert box is not None
    assert box["width"] > 50
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("address", PAGES)
def test_the_focus_is_seen_and_goes_in_the_order_of_reading(open_as, world, address, width):
    page = open_as("finance")
    narrow(page, width)
    page.goto(address.format(appraisal=world.ours.appraisal.pk))
    hidden, behind, backwards, unmarked, steps = [], [], [], [], 0
    for _ in range(STEPS):
        at = step(page)
        if at is None:
            break
        steps += 1
        hidden += [at["name"]] if not at["seen"] else []
        behind += [at["name"]] if not at["same"] else []
        backwards += [at["name"]] if not at["after"] else []
        unmarked += [at["name"]] if not at["drawn"] else []
    assert steps > 15
    assert (hidden, behind, backwards, unmarked) == ([], [], [], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_of_a_phone_opens_and_shuts_by_keyboard(open_as, language):
    page = open_as("finance")
    narrow(page, PHONE)
    page.goto(f"/{language}/")
    button, places = page.locator(".govuk-service-navigation__toggle"), page.locator("#navigation")
    expect(places).to_be_hidden()
    button.press("Enter")
    expect(places).to_be_visible()
    expect(places.locator("a")).to_have_count(5)
    button.press("Space")
    expect(places).to_be_hidden()


def test_the_language_is_changed_by_keyboard_and_the_page_stays(open_as, world):
    page = open_as("finance")
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    address = f"/en/funding/compare/{world.ours.appraisal.pk}/inputs/?from=2027"
    page.goto(address)
    page.locator("[data-language-toggle]").press("Enter")
    page.wait_for_url(lambda url: url.endswith(other(address, "cy")))
    expect(page.locator("html")).to_have_attribute("lang", "cy")
