"""The history of a product and of all that tells its story: who, when, from, to, why."""

import datetime

import pytest

from kit.history import merged
from portfolio.actions.milestones import decide_baseline_change
from portfolio.models import Milestone, Participation, Product, Risk
from portfolio.queries.story import history_of
from tests.portfolio.milestones import benefit_of, milestone_of, request_of
from tests.portfolio.pages import address, queries_for, signed_in, text, typed
from tests.portfolio.stories import assessment_of, decision_of, lesson_of, rating_of, risk_of
from tests.world import TODAY, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def page_of(world: World, who: str = "viewer", language: str = "en", query: str = "") -> str:
    url = address("portfolio:product_history", world.ours.product.pk, language=language)
    return text(signed_in(world, who).get(url + query))


def test_every_part_of_the_story_is_in_it_by_its_own_name(world):
    product = world.ours.product
    for made in (milestone_of, request_of, benefit_of, risk_of, decision_of, lesson_of, rating_of, assessment_of):
        made(product)
        made(world.theirs.product)
    page = page_of(world)
    for part in (
        "The product itself",
        "Change of phase: beta, 1 April 2026",
        "Participation: Gwynedd",
        "Milestone: Goes live",
        "Change request: Goes live",
        "Benefit: Fewer calls",
        "Benefit: Fewer calls, 2025-26",
        "Risk: Nobody keeps it right after March",
        "Decision: Are two permanent posts paid for?",
        "Lesson: Letting them go cost ten weeks",
        "Delivery confidence: 12 October 2026",
        "The Standard, point 7, beta",
    ):
        assert part in page, part
    assert "Powys" not in page
    kinds = {change.what.partition(":")[0] for change in merged(history_of(product), user=None)[0]}
    assert len(kinds) == 11


def test_a_change_says_who_from_what_to_what_and_why(world):
    client, milestone = signed_in(world, "delivery_lead"), milestone_of(world.ours.product)
    edit = address("portfolio:milestone_edit", milestone.pk)
    client.post(edit, typed(client.get(edit)) | {"forecast": "5 April 2027", "reason_en": "The tester left."})
    page = page_of(world)
    for part in (
        "delivery_lead@example.test",
        "The tester left.",
        "7 December 2026</del>",
        "5 April 2027</ins>",
        f'href="{address("portfolio:milestone", milestone.pk)}">Milestone: Goes live</a>',
    ):
        assert part in page, part


def test_a_product_s_form_asks_why_and_its_history_says_it(world):
    client = signed_in(world, "cdo_office")
    edit = address("portfolio:product_edit", world.ours.product.pk)
    page = client.get(edit)
    assert "Why are you changing this?" in text(page)
    client.post(edit, typed(page) | {"service_owner": "Elin", "why": "She was appointed in October."})
    assert "She was appointed in October." in page_of(world)
    assert "Why are you changing this?" not in text(client.get(address("portfolio:product_new")))


def test_a_baseline_that_moved_says_by_which_request(world):
    change = request_of(world.ours.product)
    decide_baseline_change(change=change, approve=True, by=world.people["board_member"], on=TODAY)
    page = page_of(world)
    assert "Change request: The fund decided late." in page
    assert "waiting for approval</del>" in page
    assert "approved</ins>" in page


def test_what_is_gone_is_still_told_and_leads_nowhere(world):
    milestone = milestone_of(world.ours.product)
    key = milestone.pk
    milestone.delete()
    page = page_of(world)
    assert "Milestone: Goes live" in page
    assert "Deleted" in page
    assert address("portfolio:milestone", key) not in page


def test_each_change_is_set_against_the_one_before_of_the_same_record(world):
    first, second = (
        Milestone.objects.create(product=world.ours.product, title_cy=name, title_en=name) for name in ("One", "Two")
    )
    for day in (3, 4, 5):
        for milestone in (first, second):
            milestone.forecast = datetime.date(2027, milestone.pk % 12 + 1, day)
            milestone.save()
    changes, _total = merged(history_of(world.ours.product), user=None)
    told = [(change.what, one.before, one.after) for change in changes if change.kind == "~" for one in change.fields]
    months = {one.title_en: f"{datetime.date(2027, one.pk % 12 + 1, 1):%B}" for one in (first, second)}
    assert told == [
        (f"Milestone: {name}", before and f"{before} {months[name]} 2027", f"{after} {months[name]} 2027")
        for before, after in ((4, 5), (3, 4), ("", 3))
        for name in ("Two", "One")
    ]


def test_it_is_read_a_page_at_a_time_and_no_change_is_on_two(world):
    product = world.ours.product
    for number in range(120):
        Risk.objects.create(product=product, event_cy=str(number), event_en=f"Event {number}", raised_on=TODAY)
    pages = [merged(history_of(product), user=None, first=first, at_most=50) for first in (0, 50, 100)]
    total = pages[0][1]
    assert total == 123, "120 risks, the product, its phase and its participation"
    told = [change.what for changes, _total in pages for change in changes]
    assert len(told) == len(set(told)) == total
    assert told[0] == "Risk: Event 119"
    first = page_of(world)
    assert "Changes 1 to 50 of 123" in first
    assert "?page=2" in first
    assert "Newer changes" not in first
    last = page_of(world, query="?page=3")
    assert "Changes 101 to 123 of 123" in last
    assert "Older changes" not in last
    for odd in ("?page=0", "?page=-1", "?page=x", "?page=٣", "?page=" + "9" * 30):
        assert "Changes 1 to 50" in page_of(world, query=odd)
    assert "Nothing has been kept" in page_of(world, query="?page=999999")


def test_it_asks_as_many_questions_however_long_it_is(world):
    client, product = signed_in(world, "viewer"), world.ours.product
    url = address("portfolio:product_history", product.pk)
    milestone_of(product)
    Participation.objects.filter(product=product).first().save()
    few = queries_for(client, url)
    for number in range(20):
        Milestone.objects.create(product=product, title_cy=str(number), title_en=str(number))
        Participation.objects.filter(product=product).first().save()
    assert queries_for(client, url) == few


def test_a_related_record_that_the_reader_may_not_see_is_not_named(world):
    benefit = benefit_of(world.ours.product)
    benefit.double_counts_with = world.theirs.product
    benefit.save()
    assert "School Essentials Grant Powys</ins>" in page_of(world, "finance")
    page = page_of(world, "delivery_lead")
    assert "Powys" not in page
    assert "withheld</ins>" in page


def test_it_is_in_welsh(world):
    milestone_of(world.ours.product)
    page = page_of(world, language="cy")
    assert "Carreg filltir: Mynd yn fyw" in page
    assert "Y cynnyrch ei hun" in page


def test_a_product_that_is_not_theirs_is_not_found(world):
    url = address("portfolio:product_history", world.ours.product.pk)
    assert signed_in(world, "other_delivery_lead").get(url).status_code == 404
    assert Product.objects.count() == 2
