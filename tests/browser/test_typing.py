"""Nothing typed is lost: not by the Enter key, not to another language, not to somebody who saved first."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from funding.models import AppraisalRole
from portfolio.models import Product
from tests.languages import LANGUAGES, in_the_other_language, other

pytestmark = pytest.mark.browser
SAVE = "main button[type=submit]:not([name])"


@pytest.fixture
def desks(browser: Browser, world, live_server) -> Iterator[Callable[[str], Page]]:
    """Several people at once, each before a browser of their own."""
    contexts = []

    def sat_down(who: str) -> Page:
        context = browser.new_context(base_url=live_server.url)
        contexts.append(context)
        client = Client()
        client.force_login(world.person(who))
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        return context.new_page()

    yield sat_down
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_enter_in_a_box_saves_and_does_not_change_the_language(open_as, world, language):
    page, product = open_as("cdo_office"), world.ours.product
    page.goto(f"/{language}/portfolio/products/{product.pk}/edit/")
    page.locator("[name=service_owner]").fill("Elin Rhys")
    page.locator("[name=service_owner]").press("Enter")
    expect(page.locator(".govuk-notification-banner--success")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    product.refresh_from_db()
    assert product.service_owner == "Elin Rhys"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_toggle_keeps_a_half_filled_form(open_as, world, language):
    page, there = open_as("cdo_office"), "en" if language == "cy" else "cy"
    address = f"/{language}/portfolio/products/{world.ours.product.pk}/edit/"
    typed = {"name_cy": "Enw", "name_en": "", "service_owner": "Elin <Rhys> & “co”", "phase_from": "rywbryd"}
    page.goto(address)
    for name, text in typed.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=phase]").select_option("live")
    page.locator("button[name=switch_language]").click()
    page.wait_for_url(lambda url: url.endswith(other(address, there)))
    expect(page.locator("html")).to_have_attribute("lang", there)
    for name, text in typed.items():
        expect(page.locator(f"[name={name}]")).to_have_value(text)
    expect(page.locator("[name=phase]")).to_have_value("live")
    expect(page.locator(".govuk-error-message")).to_have_count(0)
    assert in_the_other_language(page.content(), there) == []
    assert Product.objects.get(pk=world.ours.product.pk).phase == "beta", "it was saved"
    # Judged now, in the language it is in, and again in the other.
    page.locator(SAVE).click()
    assert page.locator(".govuk-error-message").count() >= 2
    page.locator("button[name=switch_language]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.locator(".govuk-error-message").count() >= 2
    expect(page.locator("[name=phase_from]")).to_have_value("rywbryd")


def test_the_toggle_keeps_what_an_appraisal_was_to_assume(open_as, world):
    page, pk = open_as("finance"), world.ours.appraisal.pk
    page.goto(f"/en/funding/compare/{pk}/edit/")
    page.locator("[name=product__annual_benefit]").fill("123,456")
    page.locator("[name=roles-0-fte]").fill("7.5")
    page.locator("button[name=switch_language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.locator("[name=product__annual_benefit]")).to_have_value("123,456")
    expect(page.locator("[name=roles-0-fte]")).to_have_value("7.5")
    expect(page.locator(".govuk-error-message")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_two_editors_the_second_is_shown_both_versions_and_loses_nothing(desks, world, language):
    address = f"/{language}/portfolio/products/{world.ours.product.pk}/edit/"
    first, second = desks("cdo_office"), desks("delivery_lead")
    first.goto(address)
    second.goto(address)
    first.locator("[name=service_owner]").fill("Elin Rhys")
    first.locator("[name=summary_en]").fill("Theirs alone")
    first.locator(SAVE).click()
    expect(first.locator(".govuk-notification-banner--success")).to_be_visible()
    second.locator("[name=service_owner]").fill("Gwen Parry")
    second.locator("[name=end_of_life]").fill("31/03/2040")
    second.locator(SAVE).click()

    both = second.locator("section.conflict")
    expect(both).to_contain_text("Elin Rhys")
    expect(both).to_contain_text("Gwen Parry")
    expect(both).to_contain_text("cdo_office@example.test")
    expect(both).to_contain_text("Theirs alone")
    expect(second.locator("[name=service_owner]")).to_have_value("Gwen Parry")
    expect(second.locator("[name=end_of_life]")).to_have_value("31/03/2040")
    expect(second.locator("[name=summary_en]")).to_have_value("Theirs alone")
    assert in_the_other_language(second.content(), language) == []
    assert Product.objects.get(pk=world.ours.product.pk).service_owner == "Elin Rhys", "the first was overwritten"
    second.locator(SAVE).click()
    expect(second.locator(".govuk-notification-banner--success")).to_be_visible()
    kept = Product.objects.get(pk=world.ours.product.pk)
    assert (kept.service_owner, kept.summary_en, str(kept.end_of_life)) == ("Gwen Parry", "Theirs alone", "2040-03-31")


def test_two_editors_of_one_appraisal_are_told_of_each_other_whatever_they_changed(desks, world):
    address = f"/en/funding/compare/{world.ours.appraisal.pk}/edit/"
    first, second = desks("cdo_office"), desks("finance")
    first.goto(address)
    second.goto(address)
    first.locator("[name=product__annual_benefit]").fill("111,111")
    first.locator("[name=roles-0-fte]").fill("5")
    first.locator("#inputs-form button[type=submit]:not([name])").click()
    expect(first.locator(".govuk-notification-banner--success")).to_be_visible()
    second.locator("[name=product__annual_benefit]").fill("222,222")
    second.locator("[name=roles-0-fte]").fill("6")
    second.locator("#inputs-form button[type=submit]:not([name])").click()

    both = second.locator("section.conflict")
    expect(both).to_contain_text("111,111")
    expect(both).to_contain_text("222,222")
    expect(both.get_by_role("row", name="Software developer: FTE")).to_have_text(re.compile(r"FTE\s*6\s*5"))
    expect(second.locator("[name=roles-0-fte]")).to_have_value("6")
    assert str(AppraisalRole.objects.get(appraisal=world.ours.appraisal).fte) == "5.000", "the first was overwritten"
    second.locator("#inputs-form button[type=submit]:not([name])").click()
    expect(second.locator(".govuk-notification-banner--success")).to_be_visible()
    world.ours.appraisal.refresh_from_db()
    assert world.ours.appraisal.inputs["product.annual_benefit"] == 222_222


def test_the_second_editor_of_a_squad_s_role_is_told_and_overwrites_nothing(desks, world):
    address = f"/en/funding/compare/{world.ours.appraisal.pk}/edit/"
    first, second = desks("cdo_office"), desks("finance")
    first.goto(address)
    second.goto(address)
    first.locator("[name=roles-0-fte]").fill("5")
    first.locator("#inputs-form button[type=submit]:not([name])").click()
    expect(first.locator(".govuk-notification-banner--success")).to_be_visible()
    second.locator("[name=roles-0-fte]").fill("6")
    second.locator("#inputs-form button[type=submit]:not([name])").click()
    both = second.locator("section.conflict")
    expect(both).to_be_visible()
    assert str(AppraisalRole.objects.get(appraisal=world.ours.appraisal).fte) == "5.000", "the first was overwritten"
    expect(both).to_contain_text("cdo_office@example.test")
    expect(both.get_by_role("row", name="Software developer: FTE")).to_have_text(re.compile(r"FTE\s*6\s*5"))
    both.get_by_role("link", name="Software developer: FTE").click()
    expect(second.locator("[name=roles-0-fte]")).to_be_focused()
    expect(second.locator("[name=roles-0-fte]")).to_have_value("6")
