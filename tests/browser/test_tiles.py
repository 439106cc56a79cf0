"""The tile map: all of Wales at every width, each word inside its tile, in the order of the places."""

import pytest

from tests.languages import LANGUAGES
from tests.portfolio.test_adoption import wales

pytestmark = pytest.mark.browser
# A telephone's least, a telephone, and 1280 pixels at 200% zoom.
WIDTHS = (320, 390, 640)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_authority_is_seen_at_once_and_its_name_is_inside_its_tile(open_as, world, language):
    wales(world)
    page = open_as("viewer")
    page.goto(f"/{language}/portfolio/wales/")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator(".tile__name").count() == 22
        cut = page.locator(".tile__name, .tile__word").evaluate_all(
            """(all) => all.filter((one) => {
                 const words = document.createRange();
                 words.selectNodeContents(one);
                 const edge = one.closest(".tile").getBoundingClientRect().right;
                 return words.getBoundingClientRect().right > Math.min(edge, innerWidth) + 1;
               }).map((one) => one.textContent)"""
        )
        assert cut == [], width
    tops = page.locator(".tiles > li").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
    assert tops == sorted(tops), "the tab key goes from the north to the south"
