"""The two languages beside the pages: faults, letters, files, figures, dates, and how Welsh counts."""

import csv
import datetime
import io
import re
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from python_calamine import CalamineWorkbook

from accounts.models import User
from kit import formats
from tests.languages import (
    ENGLISH,
    FOREIGN,
    LANGUAGES,
    SAME,
    in_the_other_language,
    other,
    parsed,
    refresh,
    untranslated,
)
from tests.routes import ROUTES
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
LISTS = sorted(
    name
    for name in ROUTES
    if name.split(":")[-1]
    in (
        *("products", "organisations", "programmes", "participations", "squads", "posts", "roles"),
        *("funds", "rounds", "awards", "other_costs", "rates", "assumptions", "appraisals"),
    )
)


@pytest.fixture
def world() -> World:
    refresh()
    cache.clear()
    return make_world()


@pytest.fixture
def finance(world: World) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(world.person("finance"))
    return client


# ---- faults


def raising(fault: Exception) -> Any:
    def raises(**_: Any) -> None:
        raise fault

    return raises


def own_page(response: Any, language: str) -> str:
    page = response.content.decode()
    assert parsed(page).get("lang") == language
    assert in_the_other_language(page, language) == []
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("status", "address"),
    [(404, "/portfolio/products/999999/"), (404, "/nowhere/at/all/"), (403, "/squads/new/")],
)
def test_what_is_not_there_or_not_allowed_is_said_in_the_language_of_the_address(finance, status, address, language):
    with untranslated() as missing:
        response = finance.get(f"/{language}{address}")
    assert response.status_code == status
    own_page(response, language)
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_grown_too_old_is_refused_in_the_language_of_the_address(world, language):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.person("cdo_office"))
    with untranslated() as missing:
        response = client.post(f"/{language}/portfolio/products/{world.ours.product.pk}/edit/", {"name_cy": "x"})
    assert response.status_code == 403
    own_page(response, language)
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("status", "fault"), [(400, SuspiciousOperation("no")), (500, ZeroDivisionError("no"))])
def test_a_fault_is_owned_up_to_in_both_languages_welsh_first(finance, monkeypatch, status, fault, language):
    """Whoever meets it may read either: what went wrong may be the very thing that tells the language."""
    monkeypatch.setattr("reporting.views.portfolio.overview", raising(fault))
    with untranslated() as missing:
        response = finance.get(f"/{language}/portfolio/")
    assert response.status_code == status
    assert not missing
    sections = parsed(response.content.decode()).xpath("//main//section")
    assert [one.get("lang") for one in sections] == ["cy", "en"]
    for section in sections:
        said = section.text_content()
        assert len(said.split()) > 20
        assert not FOREIGN[section.get("lang")].search(said)


# ---- letters and files


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_in_the_person_s_language_whatever_the_page_s(world, language):
    User.objects.update(preferred_language=language)
    for page in LANGUAGES:
        with untranslated() as missing:
            Client().post(f"/{page}/accounts/password/", {"email": "finance@example.test"})
        if language == "cy":
            assert not missing
    assert len(mail.outbox) == 2
    for letter in mail.outbox:
        said = re.sub(r"\S+(@|://)\S+", "", f"{letter.subject}\n{letter.body}")
        assert len(said.split()) > 15
        assert not FOREIGN[language].search(said), said
        assert f"/{language}/accounts/password/new/" in letter.body


def first_row(response: Any) -> list[str]:
    if response["Content-Type"].startswith("text/csv"):
        return next(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0)
    return [str(cell) for cell in sheet.to_python()[0]]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("name", LISTS)
def test_the_headings_of_a_file_are_those_of_the_page_in_its_language(finance, name, kind):
    headings = {}
    for language in LANGUAGES:
        address = other(reverse(name), language)
        with untranslated() as missing:
            headings[language] = first_row(finance.get(f"{address}?download={kind}"))
        assert not missing or language == "en"
        shown = parsed(finance.get(address).content.decode()).xpath("//div[@id='list']//thead//th")
        assert headings[language] == [" ".join(one.text_content().split()) for one in shown]
    assert len(headings["cy"]) == len(headings["en"]) > 2
    assert [one for one in headings["cy"] if one in headings["en"] and one not in SAME] == []
    assert not [one for one in headings["cy"] if ENGLISH.search(one)]


# ---- figures


def figures(element: Any) -> list[str]:
    return re.findall(r"[−-]?£?\d[\d,.]*\d|\d", " ".join(element.text_content().split()))


@pytest.mark.parametrize(
    "page", ["appraisal", "run", "inputs", "working", "board", "funding", "fund", "round", "money"]
)
def test_a_page_says_the_same_figures_in_both_languages(finance, world, page):
    of = {
        "appraisal": ("funding:appraisal", [world.ours.appraisal.pk]),
        "run": ("funding:run", [world.ours.run.pk if world.ours.run else 0]),
        "inputs": ("funding:appraisal_inputs", [world.ours.appraisal.pk]),
        "working": ("funding:appraisal_working", [world.ours.appraisal.pk, "squad", "cost_pv"]),
        "board": ("reporting:board", []),
        "funding": ("funding:funding", []),
        "fund": ("funding:fund", [world.fund.pk]),
        "round": ("funding:round", [world.round.pk]),
        "money": ("funding:product_money", [world.ours.product.pk]),
    }
    name, arguments = of[page]
    cells, sentences = {}, {}
    for language in LANGUAGES:
        shown = parsed(finance.get(other(reverse(name, args=arguments), language)).content.decode())
        cells[language] = [figures(cell) for cell in shown.xpath("//main//table//*[self::td or self::th]")]
        sentences[language] = [
            sorted(figures(one)) for one in shown.xpath("//main//*[self::p or self::li or self::dd]")
        ]
    assert cells["cy"] == cells["en"]
    assert sentences["cy"] == sentences["en"]
    assert sum(map(len, cells["cy"])) + sum(map(len, sentences["cy"])) > 3


# ---- dates, and how Welsh counts


@pytest.mark.parametrize(
    ("month", "welsh"),
    list(
        enumerate(
            (
                *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
                *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
            ),
            1,
        )
    ),
)
def test_days_and_months_are_written_in_welsh(month, welsh):
    with override("cy"):
        assert formats.date(datetime.date(2027, month, 1)) == f"1 {welsh} 2027"
        assert formats.month(datetime.date(2027, month, 28)) == f"{welsh} 2027"


WEEKS = ["0 wythnos", "1 wythnos", "2 wythnos", "3 wythnos", "6 wythnos", "8 wythnos", "11 wythnos", "20 wythnos"]
MONTHS = ["0 mis", "1 mis", "2 fis", "3 mis", "6 mis", "8 mis", "11 mis", "20 mis"]
ENGLISH_WEEKS = ["0 weeks", "1 week", "2 weeks", "3 weeks", "6 weeks", "8 weeks", "11 weeks", "20 weeks"]


@pytest.mark.parametrize(
    ("language", "write", "written"),
    [("cy", formats.weeks, WEEKS), ("cy", formats.months, MONTHS), ("en", formats.weeks, ENGLISH_WEEKS)],
)
def test_nouns_after_a_number_take_the_form_of_their_language(language, write, written):
    refresh()
    with override(language):
        assert [write(number) for number in (0, 1, 2, 3, 6, 8, 11, 20)] == written
