"""What is asked of every page in a browser: axe's rules at two widths, and that nothing sticks out at the side."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDE, PHONE, NARROWEST = 1280, 390, 320
HEIGHT = 900
# WCAG 2.2 AA, and of axe's good practice what concerns structure.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {
        rule: {"enabled": True}
        for rule in (
            *("region", "heading-order", "page-has-heading-one", "landmark-one-main", "landmark-unique", "skip-link"),
            *("empty-heading", "empty-table-header", "label-title-only", "tabindex", "scope-attr-valid"),
            *("table-duplicate-name", "aria-dialog-name", "target-size", "image-redundant-alt", "accesskeys"),
        )
    },
    "resultTypes": ["violations"],
}
AXE = Axe()


def narrow(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})


def violations(page: Page) -> list[str]:
    """One line a violation: the rule, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)  # half a megabyte, once for a page
    found = page.evaluate("rules => axe.run(rules)", RULES)["violations"]
    return [f"{one['id']}: {node['target']} {node['html'][:160]}" for one in found for node in one["nodes"][:4]]


def sticking_out(page: Page) -> list[str]:
    """What makes the page itself scroll sideways; a table that scrolls inside itself does not."""
    found: Any = page.evaluate(
        """() => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return [];
          const scrolls = (one) => one && one !== document.body && (
            getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
          const wide = [...document.querySelectorAll("body *")].filter(
            (one) => one.getBoundingClientRect().right > room + 1 && !scrolls(one.parentElement));
          return [`${document.documentElement.scrollWidth} of ${room}`, ...wide.slice(0, 5).map(
            (one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`)];
        }"""
    )
    return list(found)


def faults(page: Page) -> list[str]:
    """Everything that is wrong with the page as it stands, at three widths. It is left wide."""
    found = []
    for width in (PHONE, WIDE):
        narrow(page, width)
        found += [f"{width}: {fault}" for fault in violations(page)]
        found += [f"{width} sticks out: {fault}" for fault in sticking_out(page)]
        if width == PHONE:
            narrow(page, NARROWEST)
            found += [f"{NARROWEST} sticks out: {fault}" for fault in sticking_out(page)]
    return found
