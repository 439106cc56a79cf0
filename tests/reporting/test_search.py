"""The search finds everything a person may see, in either language, with accents or none, and nothing else."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from funding.models import Award
from portfolio.models import Milestone, Organisation, Risk
from reporting.queries.search_kinds import KINDS
from tests.portfolio import alike, stories
from tests.portfolio.pages import address, queries_for, signed_in, text
from tests.portfolio.rows import more_rows
from tests.world import HOLDER, PAY_AS_WRITTEN, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def found(world: World, who: str, words: str, language: str = "en") -> dict[str, list[str]]:
    """What is listed under each kind, and its count."""
    response = signed_in(world, who).get(address("reporting:search", language=language), {"q": words})
    assert response.status_code == 200
    sections = html.fromstring(text(response)).xpath("//section[h2]")
    return {
        section.xpath("./h2/@id")[0]: [" ".join(link.text_content().split()) for link in section.xpath("./ul/li/a")]
        for section in sections
    }


def test_mon_finds_ynys_mon_and_by_its_english_name(world):
    Organisation.objects.create(name_cy="Ynys Môn", name_en="Isle of Anglesey", kind="local_authority")
    for words in ("Mon", "môn", "ynys MON", "anglesey", "anglesey mon"):
        assert found(world, "viewer", words)["organisations"] == ["Isle of Anglesey"]
        assert found(world, "viewer", words, "cy")["organisations"] == ["Ynys Môn"]


def test_the_name_of_the_other_language_is_shown_where_the_words_are_in_it(world):
    Organisation.objects.create(name_cy="Ynys Môn", name_en="Isle of Anglesey", kind="local_authority")
    page = text(signed_in(world, "viewer").get(address("reporting:search"), {"q": "mon"}))
    assert '(<span lang="cy">Ynys <mark>Môn</mark></span>)' in page


def test_a_body_is_found_by_what_it_was_once_called(world):
    assert found(world, "viewer", "former gwynedd")["organisations"] == ["Gwynedd"]


def test_each_kind_is_found_and_leads_to_its_list_with_the_same_search(world):
    """Every kind has a list, which shows at least what the search counted."""
    product = world.ours.product
    stories.risk_of(product)
    stories.decision_of(product)
    stories.lesson_of(product)
    Milestone.objects.create(product=product, title_cy="Yn fyw", title_en="Live")
    alike.component()
    client = signed_in(world, "cdo_office")
    for kind in KINDS:
        name = kind.rows(world.person("cdo_office")).first()
        if name is None:
            continue
        holder = name
        for step in kind.name.split("__")[:-1]:
            holder = getattr(holder, step)
        last = kind.name.split("__")[-1]
        words = getattr(holder, f"{last}_cy") if kind.is_pair else getattr(holder, last)
        section = found(world, "cdo_office", words)
        assert kind.key in section, (kind.key, words)
        url = f"{reverse(kind.list_url)}?search={words}&{kind.list_query}"
        assert client.get(url).status_code == 200
        assert client.get(kind.url(name)).status_code == 200, kind.key


def test_the_count_of_a_kind_is_the_number_of_rows_its_list_finds(world):
    more_rows(world, 12)
    client = signed_in(world, "viewer")
    page = text(client.get(address("reporting:search"), {"q": "product"}))
    assert "Products: 12" in page
    assert len(found(world, "viewer", "product")["products"]) == 5
    (link,) = html.fromstring(page).xpath("//section[h2[@id='products']]/p/a/@href")
    assert "Showing 1 to 12 of 12" in text(client.get(link))


def test_names_that_begin_with_the_words_come_first_then_names_then_texts(world):
    owner = world.ours.organisation
    alike.product("c", "Z in a text", owner, summaries=("", "All about parking here."))
    alike.product("b", "Free parking", owner)
    alike.product("a", "Parking permits", owner)
    assert found(world, "viewer", "parking")["products"] == ["Parking permits", "Free parking", "Z in a text"]
    page = text(signed_in(world, "viewer").get(address("reporting:search"), {"q": "parking"}))
    assert "All about <mark>parking</mark> here." in page


@pytest.mark.parametrize(("who", "sees"), [("delivery_lead", False), ("other_delivery_lead", True), ("viewer", True)])
def test_a_delivery_lead_does_not_find_anothers_products(world, who, sees):
    Risk.objects.create(
        product=world.theirs.product, event_cy="Dim", event_en="Unmistakable", raised_on=datetime.date(2026, 5, 1)
    )
    results = found(world, who, "powys")
    assert ("products" in results) is sees
    assert ("awards" in results) is sees
    assert ("squads" in results) is sees
    # Which public bodies there are is known to everybody.
    assert results["organisations"] == ["Powys"]
    assert ("risks" in found(world, who, "unmistakable")) is sees


@pytest.mark.parametrize(
    ("who", "sees"), [("cdo_office", True), ("delivery_lead", True), ("viewer", False), ("finance", False)]
)
def test_who_holds_a_post_is_looked_for_only_by_those_who_may_see_it(world, who, sees):
    results = found(world, who, HOLDER)
    assert ("posts" in results) is sees
    client = signed_in(world, who)
    listed = text(client.get(address("squads:posts"), {"search": HOLDER}))
    assert ("Nothing matches these choices" in listed) is not sees


def test_pay_is_never_looked_for(world):
    for who in ("finance", "cdo_office", "viewer"):
        for amount in PAY_AS_WRITTEN:
            assert found(world, who, amount) == {}


def test_nobody_without_a_role_gets_there_and_the_box_is_not_shown_to_them(world):
    assert signed_in(world, "nobody").get(address("reporting:search")).status_code == 403
    assert 'id="search-everything"' not in text(signed_in(world, "nobody").get(address("profile")))


def test_the_box_is_on_every_page_and_works_without_script(world):
    page = html.fromstring(text(signed_in(world, "viewer").get(address("portfolio:products"))))
    (form,) = page.xpath("//header//form[@role='search']")
    assert (form.get("action"), form.get("method")) == (address("reporting:search"), "get")
    assert page.xpath("//label[@for='search-everything']")[0].text_content() == "Search everything"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Looks in products"),
        ("   ", "Looks in products"),
        ("nowhere at all", "Nothing that you may see has every word of “nowhere at all”"),
        ("x" * 101, "Search for 100 characters at most. You typed 101."),
        ("a\x00b", "Null characters are not allowed"),
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("'; drop table", "Nothing that you may see"),
    ],
)
def test_whatever_is_asked_is_answered_in_words_and_kept_in_the_box(world, words, said):
    response = signed_in(world, "viewer").get(address("reporting:search"), {"q": words})
    assert response.status_code == 200
    assert said in text(response)
    if words.strip() and "\x00" not in words:
        (box,) = html.fromstring(text(response)).xpath("//main//input[@name='q']/@value")
        assert box == words


def test_an_award_is_found_by_its_reference(world):
    reference = Award.objects.filter(product=world.ours.product).get().reference
    assert found(world, "viewer", reference.lower())["awards"] == [reference]


@pytest.mark.parametrize("who", ["viewer", "delivery_lead", "cdo_office"])
def test_the_search_asks_as_many_questions_with_three_rows_as_with_thirty(world, who):
    client = signed_in(world, who)
    url = f"{address('reporting:search')}?q=product"
    more_rows(world, 3)
    few = queries_for(client, url)
    more_rows(world, 30, first=3)
    assert queries_for(client, url) == few <= len(KINDS) + 6


def test_a_list_finds_accents_or_none_too(world):
    alike.product("Sgwâr y Dref", "Town square", world.ours.organisation)
    client = signed_in(world, "viewer")
    for words in ("sgwar", "SGWÂR", "dref sgwar"):
        assert "Showing 1 to 1 of 1" in text(client.get(address("portfolio:products"), {"search": words}))


def test_what_is_wrong_is_said_once_at_the_top(world):
    page = text(signed_in(world, "viewer").get(address("reporting:search"), {"q": "x" * 101}))
    assert page.count("govuk-error-summary__title") == 1


def test_how_much_was_found_is_a_sentence(world):
    def said(words: str) -> str:
        return text(signed_in(world, "viewer").get(address("reporting:search"), {"q": words}))

    assert "One record has every word of “Appraisal Gwynedd”." in said("Appraisal Gwynedd")
    assert "records have every word of “Gwynedd”." in said("Gwynedd")
