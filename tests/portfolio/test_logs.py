"""Decisions and lessons: on a product's page, in their lists, and the forms."""

import datetime
from typing import Any

import pytest

from portfolio.models import Decision, Lesson, Product
from portfolio.queries.logs import with_standing
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.stories import decision_of, lesson_of
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def decision(product: Product, name: str, **more: Any) -> Decision:
    return Decision.objects.create(product=product, question_cy=f"{name} (cy)", question_en=name, **more)


MADE = {"decided_on": datetime.date(2026, 5, 1), "outcome_en": "Yes.", "outcome_cy": "Iawn."}


def test_a_decision_is_overdue_the_day_after_it_was_needed(world):
    for name, more in {
        "late": {"due_on": datetime.date(2026, 11, 23)},
        "today": {"due_on": ON},
        "undated": {},
        "made": {"due_on": datetime.date(2026, 1, 1), **MADE},
    }.items():
        decision(world.ours.product, name, **more)
    found = {one.question_en: one.standing for one in with_standing(Decision.objects.all(), on=ON)}
    assert found == {"late": "overdue", "today": "due", "undated": "undated", "made": "made"}


def test_the_list_of_decisions_has_the_most_pressing_first_and_narrows(world):
    decision(world.theirs.product, "made", **MADE)
    decision(world.ours.product, "undated")
    decision(world.ours.product, "to come", due_on=datetime.date(2099, 1, 1))
    decision(world.ours.product, "late", due_on=datetime.date(2020, 1, 1))
    client = signed_in(world, "viewer")

    def names(query: str) -> list[str]:
        return [row[0] for row in rows_of(client.get(f"{address('portfolio:decisions')}?{query}&download=csv"))[1:]]

    assert names("") == ["late", "to come", "undated", "made"]
    assert names("standing=overdue") == ["late"]
    assert names("standing=due") == ["to come"]
    assert names("standing=made") == ["made"]
    assert names("search=iawn") == ["made"]
    page = text(client.get(address("portfolio:decisions")))
    assert "One decision is overdue. One is needed by a day to come." in page


def test_the_outcome_of_a_decision_is_written_down_with_the_day_and_by_whom(world):
    row = decision_of(world.ours.product)
    client, url = signed_in(world, "delivery_lead"), address("portfolio:decision_made", row.pk)
    data = typed(client.get(url)) | {
        "decided_on": "2 November 2026",
        "decided_by": "Board",
        "outcome_en": "Yes, both.",
        "reason_en": "It costs less.",
    }
    assert client.post(url, data).status_code == 302
    row.refresh_from_db()
    assert (row.decided_on, row.decided_by, row.outcome_en) == (datetime.date(2026, 11, 2), "Board", "Yes, both.")
    page = text(client.get(address("portfolio:product_logs", world.ours.product.pk)))
    assert "Yes, both." in page
    assert "decided on 2 November 2026 · Board" in page


@pytest.mark.parametrize(
    ("left_out", "field", "said"),
    [
        ("outcome_en", "outcome_cy", "Say what was decided."),
        ("decided_by", "decided_by", "Say who decided it."),
        ("decided_on", "decided_on", "Enter the day it was decided."),
    ],
)
def test_a_decision_made_without_its_day_its_maker_or_its_words_is_refused(world, left_out, field, said):
    row = decision_of(world.ours.product)
    client, url = signed_in(world, "cdo_office"), address("portfolio:decision_made", row.pk)
    data = typed(client.get(url)) | {"decided_on": "2 November 2026", "decided_by": "Board", "outcome_en": "Yes."}
    answer = client.post(url, data | {left_out: ""})
    assert answer.status_code == 422
    assert said_beside(answer, field) == said
    row.refresh_from_db()
    assert row.decided_on is None


def test_an_outcome_without_its_day_is_refused_on_the_whole_form(world):
    row = decision_of(world.ours.product)
    client, url = signed_in(world, "cdo_office"), address("portfolio:decision_edit", row.pk)
    answer = client.post(url, typed(client.get(url)) | {"outcome_en": "Yes."})
    assert answer.status_code == 422
    assert said_beside(answer, "decided_on").startswith("Enter the day it was decided")


def test_the_page_of_a_product_says_what_waits_and_since_when(world):
    decision(world.ours.product, "late", due_on=datetime.date(2020, 1, 1))
    decision(world.ours.product, "to come", due_on=datetime.date(2099, 1, 1))
    lesson_of(world.ours.product)
    page = text(signed_in(world, "viewer").get(address("portfolio:product_logs", world.ours.product.pk)))
    assert "Decisions overdue: 1, the longest since 1 January 2020." in page
    assert "The next decision is needed by 1 January 2099." in page
    assert "Lessons written down: 1." in page
    assert "Keep one person." in page


def test_a_decision_and_a_lesson_are_begun_from_the_product_s_page(world):
    client = signed_in(world, "delivery_lead")
    url = address("portfolio:decision_new", world.ours.product.pk)
    data = typed(client.get(url)) | {"question_cy": "Beth nesaf?", "question_en": "What next?", "due_on": "1/12/2026"}
    assert client.post(url, data).status_code == 302
    assert Decision.objects.get(question_en="What next?").due_on == datetime.date(2026, 12, 1)
    url = address("portfolio:lesson_new", world.ours.product.pk)
    data = typed(client.get(url)) | {"title_cy": "Gwers", "title_en": "A lesson", "advice_en": "Do it sooner."}
    assert client.post(url, data).status_code == 302
    lesson = Lesson.objects.get(title_en="A lesson")
    assert (lesson.phase, lesson.product) == ("beta", world.ours.product)


def test_lessons_are_found_by_their_advice_in_either_language(world):
    lesson_of(world.ours.product)
    client = signed_in(world, "viewer")
    for words in ("keep one", "cadwch"):
        rows = rows_of(client.get(f"{address('portfolio:lessons')}?search={words}&download=csv"))
        assert [row[0] for row in rows[1:]] == ["Letting them go cost ten weeks"]
        assert rows[0][1] == "What somebody else should do about it"


@pytest.mark.parametrize("name", ["decisions", "lessons"])
def test_a_list_asks_as_many_questions_with_one_row_as_with_twenty(world, name):
    client = signed_in(world, "viewer")
    urls = [address(f"portfolio:{name}"), address("portfolio:product_logs", world.ours.product.pk)]
    decision_of(world.ours.product)
    lesson_of(world.ours.product)
    few = [queries_for(client, url) for url in urls]
    for number in range(20):
        decision(world.ours.product, f"One {number}")
        Lesson.objects.create(
            product=world.ours.product, title_cy=f"{number}", title_en=f"{number}", learnt_on=datetime.date(2026, 1, 1)
        )
    assert [queries_for(client, url) for url in urls] == few
    assert max(few) <= 11


def test_a_delivery_lead_sees_the_log_of_their_own_products_only(world):
    decision(world.ours.product, "Ours")
    decision(world.theirs.product, "Theirs")
    rows = rows_of(signed_in(world, "delivery_lead").get(f"{address('portfolio:decisions')}?download=csv"))
    assert [row[0] for row in rows[1:]] == ["Ours"]


def test_the_page_is_in_welsh_on_a_welsh_page(world):
    decision_of(world.ours.product)
    page = text(signed_in(world, "viewer").get(address("portfolio:product_logs", world.ours.product.pk, language="cy")))
    assert "A delir am ddwy swydd barhaol?" in page
    assert "yn hwyr" in page
