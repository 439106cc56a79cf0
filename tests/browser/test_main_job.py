"""What Cynnal is for, done from beginning to end in a browser, in each language."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from funding.models import Appraisal, Run
from tests.languages import LANGUAGES, in_the_other_language
from tests.world import PASSWORD

pytestmark = pytest.mark.browser
BENEFIT = "[name=product__annual_benefit]"


def sign_in(page: Page, language: str) -> None:
    page.goto(f"/{language}/accounts/sign-in/")
    page.locator("[name=login]").fill("finance@example.test")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    expect(page.locator("nav a[href$='/portfolio/']")).to_be_visible()


def begin(page: Page, product: int) -> Appraisal:
    page.locator("nav a[href$='/portfolio/']").click()
    page.locator("main a[href$='/portfolio/products/']").first.click()
    page.locator(f"main a[href$='/products/{product}/']").click()
    page.locator("main a[href*='/compare/new/']").click()
    page.locator("[name=annual_benefit]").fill("400,000")
    page.locator("#start-form button.govuk-button").click()
    expect(page.locator(".govuk-notification-banner--success")).to_be_visible()
    return Appraisal.objects.latest("pk")


def save(page: Page) -> None:
    page.locator("#inputs-form button[type=submit]:not([name])").click()
    expect(page.locator(".govuk-notification-banner--success")).to_be_visible()


def words(page: Page) -> str:
    """The page as it is read, without what was said once after saving and what is drawn a moment later."""
    text: str = page.evaluate(
        """() => {
          const copy = document.querySelector("main").cloneNode(true);
          const passing = ".govuk-notification-banner, [data-chart], .chart__buttons, input[type=hidden]";
          for (const one of copy.querySelectorAll(passing)) one.remove();
          return copy.textContent.replace(/\\s+/g, " ");
        }"""
    )
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_signing_in_to_a_run_that_never_changes(page, world, language):
    User.objects.update(preferred_language=language)
    sign_in(page, language)
    made = begin(page, world.ours.product.pk)

    expect(page.locator("#finding")).to_contain_text("£")
    expect(page.locator(".picture__row svg[role=img]")).to_have_count(5)
    expect(page.locator("#side-by-side thead th")).to_have_count(6)

    page.locator("main a[href$='/edit/']").first.click()
    answer = page.locator("#answer")
    before = answer.inner_text()
    page.locator(BENEFIT).fill("2,000,000")
    page.locator(BENEFIT).press("Tab")
    expect(answer).not_to_have_text(before, use_inner_text=True)
    made.refresh_from_db()
    assert made.inputs["product.annual_benefit"] == 400_000, "saved before anybody asked"
    moved = page.locator("#answer #side-by-side tbody").inner_text()
    save(page)
    made.refresh_from_db()
    assert made.inputs["product.annual_benefit"] == 2_000_000
    assert page.locator("#side-by-side tbody").inner_text() == moved, "what was shown is not what was saved"

    page.locator("form[action$='/run/'] button").click()
    page.wait_for_url(lambda url: "/compare/runs/" in url)
    run, kept = Run.objects.latest("pk"), words(page)
    page.goto(f"/{language}/funding/compare/{made.pk}/edit/")
    page.locator(BENEFIT).fill("1")
    save(page)
    assert page.locator("#side-by-side tbody").inner_text() != moved
    page.goto(f"/{language}/funding/compare/runs/{run.pk}/")
    assert words(page) == kept

    figure = page.locator("#side-by-side tbody a").first
    shown = figure.inner_text()
    figure.click()
    expect(page.locator("h1")).to_contain_text(shown)
    expect(page.locator("#numbers")).to_be_visible()
    assert page.locator("table tbody tr").count() > 10
    page.locator("main p a").last.click()
    page.wait_for_url(lambda url: url.endswith(f"/{language}/funding/compare/runs/{run.pk}/"))
    assert in_the_other_language(page.content(), language) == []


def test_an_answer_that_cannot_be_had_says_why_beside_the_form_and_comes_back(open_as, world):
    page = open_as("finance")
    page.goto(f"/en/funding/compare/{world.ours.appraisal.pk}/edit/")
    answer = page.locator("#answer")
    before = answer.inner_text()
    page.locator(BENEFIT).fill("NaN")
    page.locator(BENEFIT).press("Tab")
    expect(answer.locator("li")).to_have_count(1)
    expect(page.locator(BENEFIT)).to_have_value("NaN")
    page.locator(BENEFIT).fill("400,000")
    page.locator(BENEFIT).press("Tab")
    expect(answer).to_have_text(before, use_inner_text=True)


def test_an_option_moves_the_answer_too_and_is_let_go(open_as, world):
    page = open_as("finance")
    page.goto(f"/en/funding/compare/{world.ours.appraisal.pk}/options/annual/")
    answer = page.locator("#answer")
    before = answer.inner_text()
    box = page.locator("[name=award_month]")
    box.fill("11")
    box.press("Tab")
    expect(answer).not_to_have_text(before, use_inner_text=True)
    page.locator(".govuk-button-group a").click()
    world.ours.option.refresh_from_db()
    assert "award_month" not in world.ours.option.parameters
