"""The search finds everything a person may see, in either language, with accents or none, and nothing else."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override
from lxml import html

from accounts.models import SavedList
from funding import vocabulary
from funding.actions.runs import make_run
from funding.models import Award, Option, Run, RunDecision
from portfolio.models import (
    BaselineChange,
    Confidence,
    Forum,
    Meeting,
    Milestone,
    MilestoneForecast,
    Organisation,
    Priority,
    Risk,
    StandardAssessment,
)
from reporting.queries.search_kinds import KINDS
from squads.models import Conversion, HandoverItem, Post
from tests.portfolio import alike, stories
from tests.portfolio.pages import address, queries_for, signed_in, text
from tests.portfolio.rows import more_rows
from tests.world import HOLDER, NOW, PAY_AS_WRITTEN, Holding, World, make_world

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 2)


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
        if name is None or not kind.list_url:
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


def written_everywhere(world: World) -> dict[str, Any]:
    """By kind, a row of ours in whose own words, and in those of theirs, "gwyddfid" stands."""
    rows: dict[str, Any] = {}
    for holding in (world.theirs, world.ours):
        product = holding.product
        words = {"reason_cy": "Gwyddfid ar y wal.", "reason_en": "Gwyddfid on the wall."}
        milestone = Milestone.objects.create(product=product, title_cy="Yn fyw", title_en="Live")
        run = make_run(appraisal=holding.appraisal, by=world.people["finance"], at=NOW)
        Run.objects.filter(pk=run.pk).update(purpose_en="For a gwyddfid.")
        conversion = converted(holding)
        rows = {
            "forecasts": MilestoneForecast.objects.create(milestone=milestone, made_on=DAY, **words),
            "baseline_changes": BaselineChange.objects.create(milestone=milestone, asked_on=DAY, after=DAY, **words),
            "confidences": Confidence.objects.create(product=product, on=DAY, **words),
            "assessments": StandardAssessment.objects.create(
                product=product, phase="beta", point=7, found_cy="Gwyddfid.", assessed_on=DAY, assessed_by="self"
            ),
            "priorities": Priority.objects.create(
                product=product, organisation=holding.organisation, level="high", since=DAY, **words
            ),
            "handovers": HandoverItem.objects.create(conversion=conversion, what_cy="Gwyddfid", what_en="Honeysuckle"),
            "options": Option.objects.create(
                appraisal=holding.appraisal, position=3, key="g", name_cy="Gwyddfid", name_en="Honeysuckle"
            ),
            "runs": run,
            "run_decisions": RunDecision.objects.create(
                run=run, made_by=world.people["finance"], made_on=DAY, what_en="Cut", why_en="The gwyddfid grew."
            ),
        }
    return rows


def converted(holding: Holding) -> Conversion:
    permanent = Post.objects.create(squad=holding.squad, role=holding.post.role, planned_from=DAY)
    return Conversion.objects.create(contractor=holding.post, permanent=permanent)


def test_words_written_in_any_record_are_found_by_whoever_may_see_it_and_lead_to_its_page(world):
    rows = written_everywhere(world)
    by_key = {kind.key: kind for kind in KINDS}
    for who, number in (("viewer", 2), ("delivery_lead", 1), ("cdo_office", 2)):
        results = found(world, who, "GWYDDFID")
        assert {key: len(hits) for key, hits in results.items()} == dict.fromkeys(rows, number), who
        for key, row in rows.items():
            assert signed_in(world, who).get(by_key[key].url(row)).status_code == 200, key
    page = text(signed_in(world, "viewer").get(address("reporting:search"), {"q": "gwyddfid"}))
    assert "The <mark>gwyddfid</mark> grew." in page
    assert "School Essentials Grant Gwynedd, beta, point 7" in " ".join(results["assessments"])


@pytest.mark.parametrize(
    ("field", "kind"),
    [("service_owner", "products"), ("action_cy", "risks"), ("reason_en", "decisions"), ("conditions_cy", "awards")],
)
def test_what_is_written_beside_a_name_is_found_too(world, field, kind):
    product = world.ours.product
    made = {"risks": stories.risk_of, "decisions": stories.decision_of, "awards": lambda one: world.ours.award}
    row = made[kind](product) if kind in made else product
    type(row).objects.filter(pk=row.pk).update(**{field: "Wrth y gwŷdd"})
    assert len(found(world, "viewer", "gwydd")[kind]) == 1
    assert found(world, "other_delivery_lead", "gwydd") == {}


def test_a_meeting_is_found_by_its_forum_and_told_by_its_day(world):
    forum = Forum.objects.create(name_cy="Arweinwyr digidol", name_en="Digital leaders", kind="board")
    Meeting.objects.create(forum=forum, due_on=datetime.date(2026, 12, 3))
    assert found(world, "viewer", "Digital leaders")["meetings"] == ["Digital leaders, 3 December 2026"]


def test_a_conversion_is_found_by_its_role_and_squad(world):
    converted(world.ours)
    assert found(world, "viewer", "developer gwynedd")["conversions"] == ["Software developer"]
    assert "conversions" not in found(world, "other_delivery_lead", "developer gwynedd")


def test_a_round_is_told_by_its_year(world):
    assert found(world, "viewer", "Transformation Fund")["rounds"] == ["Digital Transformation Fund, 2026-27"]


def test_an_assumption_is_found_by_what_it_is_called_in_either_language(world):
    with override("cy"):
        called = str(vocabulary.label(world.assumption.key))
    for language in ("cy", "en"):
        assert len(found(world, "viewer", called, language)["assumptions"]) == 1
        assert len(found(world, "viewer", "product.decay_rate", language)["assumptions"]) == 1


def test_products_said_not_to_be_the_same_are_found_by_the_reason(world):
    alike.not_alike(world)
    assert found(world, "viewer", "adults")["not_alike"] == ["School Essentials Grant Gwynedd"]
    assert "not_alike" not in found(world, "delivery_lead", "adults")


def test_where_the_words_are_is_shown_of_a_record_that_only_bears_anothers_name(world):
    Confidence.objects.create(product=world.ours.product, on=DAY, reason_en="Another school essentials grant is late.")
    page = text(signed_in(world, "viewer").get(address("reporting:search"), {"q": "essentials"}))
    assert "Another school <mark>essentials</mark> grant is late." in page


def test_a_saved_list_is_found_by_its_owner_alone_and_leads_to_the_list(world):
    SavedList.objects.create(user=world.people["viewer"], name="Môn yn hwyr", page="portfolio:products", query="x=1")
    assert found(world, "viewer", "mon")["saved_lists"] == ["Môn yn hwyr"]
    assert found(world, "cdo_office", "mon") == {}
    page = text(signed_in(world, "viewer").get(address("reporting:search"), {"q": "mon"}))
    assert f'href="{address("portfolio:products")}?x=1"' in page


def test_a_kind_with_no_list_of_its_own_is_listed_by_the_search(world):
    for number in range(7):
        Option.objects.create(
            appraisal=world.ours.appraisal, position=number, key=f"g{number}", name_cy="Gwyddfid", name_en="Gwyddfid"
        )
    client = signed_in(world, "viewer")
    page = text(client.get(address("reporting:search"), {"q": "gwyddfid"}))
    (link,) = html.fromstring(page).xpath("//section[h2[@id='options']]/p/a/@href")
    assert link == f"{address('reporting:search')}?q=gwyddfid&only=options"
    alone = html.fromstring(text(client.get(link)))
    assert len(alone.xpath("//section[h2[@id='options']]/ul/li")) == 7
    assert alone.xpath("//a[text()='Look in everything']/@href") == ["?q=gwyddfid"]
    assert len(found(world, "viewer", "gwyddfid")["options"]) == 5
    other = text(client.get(address("reporting:search"), {"q": "gwyddfid", "only": "nothing"}))
    assert "Look in everything" not in other


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
