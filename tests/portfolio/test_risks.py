"""Risks and issues: on a product's page, in the register, and the forms."""

import datetime
from typing import Any

import pytest
from lxml import html

from portfolio.models import Product, Risk
from portfolio.queries.risks import band_of, doubts_of, with_scores, worst_first
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.stories import risk_of
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def risk(product: Product, name: str, **more: Any) -> Risk:
    return Risk.objects.create(
        product=product, event_cy=f"{name} (cy)", event_en=name, **({"raised_on": datetime.date(2026, 4, 1)} | more)
    )


def scored(probability: int | None, impact: int | None) -> dict[str, int | None]:
    return {"current_probability": probability, "current_impact": impact}


def test_a_score_is_probability_times_impact_and_not_known_where_either_is(world):
    known = risk(world.ours.product, "Known", **scored(3, 5))
    half = risk(world.ours.product, "Half", **scored(3, None))
    found = {one.pk: one.score for one in with_scores(Risk.objects.all())}
    assert found == {known.pk: 15, half.pk: None}
    assert (known.current_score, half.current_score) == (15, None)


def test_the_worst_open_one_comes_first_what_has_no_score_after_it_and_the_closed_last(world):
    for name, more in {
        "closed": scored(5, 5) | {"closed_on": datetime.date(2026, 10, 1)},
        "unknown": {},
        "small": scored(1, 2),
        "worst": scored(4, 5),
    }.items():
        risk(world.ours.product, name, **more)
    assert [one.event_en for one in worst_first(Risk.objects.all())] == ["worst", "small", "unknown", "closed"]


@pytest.mark.parametrize(
    ("score", "band"), [(1, "low"), (4, "low"), (5, "medium"), (9, "medium"), (10, "high"), (16, "very_high")]
)
def test_a_score_has_its_band(score, band):
    assert band_of(score).key == band


def test_the_page_of_a_product_says_the_worst_and_leads_from_the_matrix_to_the_row(world):
    worst = risk(world.ours.product, "It stops in April", **scored(4, 5))
    risk(world.ours.product, "Not scored")
    page = text(signed_in(world, "viewer").get(address("portfolio:product_risks", world.ours.product.pk)))
    assert "Open risks: 2. Open issues: 0." in page
    assert "The worst scores 20 of 25 (very high): It stops in April." in page
    assert "Score not known: 1." in page
    drawn = html.fromstring(page)
    (entry,) = drawn.xpath("//table[@class='risk-matrix']//a")
    assert entry.get("href") == f"#risk-{worst.pk}"
    assert drawn.xpath(f"//*[@id='risk-{worst.pk}']")
    square = entry.getparent()
    assert "20" in square.text_content()
    assert "very high" in square.text_content()


def test_the_page_of_a_product_without_risks_says_what_belongs_there(world):
    url = address("portfolio:product_risks", world.ours.product.pk)
    assert "Add a risk or an issue" not in text(signed_in(world, "viewer").get(url))
    page = text(signed_in(world, "delivery_lead").get(url))
    assert "No risk or issue has been written down yet." in page
    assert "Add a risk or an issue" in page


def test_a_risk_is_written_down_with_its_levels(world):
    client = signed_in(world, "delivery_lead")
    url = address("portfolio:risk_new", world.ours.product.pk)
    data = typed(client.get(url)) | {
        "event_cy": "Neb ar ôl Mawrth",
        "event_en": "Nobody after March",
        "owner": "Product manager",
        "current_probability": "4",
        "current_impact": "5",
        "review_on": "1 December 2026",
    }
    answer = client.post(url, data)
    assert answer.status_code == 302, answer.context["form"].errors
    row = Risk.objects.get(event_en="Nobody after March")
    assert (row.current_score, row.inherent_score, row.product) == (20, None, world.ours.product)
    assert row.version == 1


def test_the_boxes_say_what_one_and_five_mean(world):
    page = text(signed_in(world, "cdo_office").get(address("portfolio:risk_new", world.ours.product.pk)))
    assert "1 is very unlikely, 5 is almost certain." in page
    assert "1 would hardly be felt, 5 would stop or sink the product." in page
    assert "5 – almost certain" in page


@pytest.mark.parametrize("level", ["0", "6", "-1", "NaN", "high", "3.5"])
def test_a_level_that_is_none_is_refused_in_words(world, level):
    row = risk_of(world.ours.product)
    client, url = signed_in(world, "cdo_office"), address("portfolio:risk_edit", row.pk)
    answer = client.post(url, typed(client.get(url)) | {"current_impact": level})
    assert answer.status_code == 422
    assert said_beside(answer, "current_impact") == "Probability and impact lie between 1 and 5."


def test_a_target_above_the_inherent_score_is_saved_and_warned_of(world):
    row = risk_of(world.ours.product)
    client, url = signed_in(world, "cdo_office"), address("portfolio:risk_edit", row.pk)
    data = typed(client.get(url)) | {"target_probability": "5", "target_impact": "5", "owner": "Us"}
    answer = client.post(url, data, follow=True)
    assert answer.status_code == 200
    row.refresh_from_db()
    assert row.target_score == 25
    assert text(answer).count("The target score (25) is above the inherent one (20).") == 2, "said once, and listed"


def test_it_cannot_be_closed_before_it_was_raised_and_is_closed_with_a_day(world):
    row = risk_of(world.ours.product)
    client, url = signed_in(world, "delivery_lead"), address("portfolio:risk_close", row.pk)
    data = typed(client.get(url))
    answer = client.post(url, data | {"closed_on": "1 April 2026"})
    assert answer.status_code == 422
    assert said_beside(answer, "closed_on") == "It cannot be closed before it was raised."
    assert client.post(url, data | {"closed_on": "1 November 2026"}).status_code == 302
    row.refresh_from_db()
    assert row.closed_on == datetime.date(2026, 11, 1)
    assert row.history.count() == 2


def test_the_second_editor_of_a_risk_sees_both_versions(world):
    row = risk_of(world.ours.product)
    client, url = signed_in(world, "cdo_office"), address("portfolio:risk_edit", row.pk)
    data = typed(client.get(url))
    assert client.post(url, data | {"current_impact": "2"}).status_code == 302
    answer = client.post(url, data | {"current_impact": "5"})
    assert answer.status_code == 409
    assert "Two versions" in text(answer)
    assert "5 – severe" in text(answer)


def test_what_is_odd_about_a_risk_is_said(world):
    issue = risk(world.ours.product, "Come about", kind="issue", **scored(3, 3), review_on=datetime.date(2026, 11, 1))
    said = doubts_of(issue, on=ON)
    assert said == [
        "An issue has come about, so its current probability would be 5.",
        "Its review was due on 1 November 2026.",
        "It has no owner.",
    ]
    issue.closed_on = ON
    assert doubts_of(issue, on=ON) == []


def test_the_register_shows_the_open_ones_the_worst_first_and_others_when_asked(world):
    risk(world.ours.product, "Small", **scored(1, 1), review_on=datetime.date(2020, 1, 1))
    risk(world.theirs.product, "Great", **scored(5, 4), review_on=datetime.date(2099, 1, 1))
    risk(world.theirs.product, "Unknown")
    risk(world.ours.product, "Over", **scored(5, 5), closed_on=datetime.date(2026, 5, 1))
    client = signed_in(world, "viewer")

    def names(query: str) -> list[str]:
        answer = client.get(f"{address('portfolio:risks')}?{query}&download=csv")
        return [row[0] for row in rows_of(answer)[1:]]

    assert names("") == ["Great", "Small", "Unknown"]
    assert names("sort=score") == ["Small", "Great", "Unknown"]
    assert names("state=closed") == ["Over"]
    assert names("state=all")[:2] == ["Over", "Great"]
    assert names("score=16") == ["Great"]
    assert names("review=overdue") == ["Small"]
    assert names("current_probability=5&current_impact=4") == ["Great"]
    assert names(f"organisation={world.ours.organisation.pk}") == ["Small"]
    assert names("kind=issue") == []


def test_a_number_in_the_register_s_matrix_leads_to_its_rows(world):
    risk(world.theirs.product, "Great", **scored(5, 4))
    page = html.fromstring(text(signed_in(world, "viewer").get(f"{address('portfolio:risks')}?search=great")))
    (entry,) = page.xpath("//table[@class='risk-matrix']//a")
    assert entry.text_content() == "1"
    assert "current_probability=5" in entry.get("href")
    assert "search=great" in entry.get("href")


def test_the_register_and_the_page_ask_as_many_questions_with_one_row_as_with_twenty(world):
    client = signed_in(world, "viewer")
    urls = [address("portfolio:risks"), address("portfolio:product_risks", world.ours.product.pk)]
    risk(world.ours.product, "First", **scored(1, 1))
    few = [queries_for(client, url) for url in urls]
    for number in range(20):
        risk(world.ours.product, f"Another {number}", **scored(1 + number % 5, 3))
    assert [queries_for(client, url) for url in urls] == few
    assert max(few) <= 12


def test_a_delivery_lead_sees_the_risks_of_their_own_products_only(world):
    risk(world.ours.product, "Ours")
    risk(world.theirs.product, "Theirs")
    rows = rows_of(signed_in(world, "delivery_lead").get(f"{address('portfolio:risks')}?download=csv"))
    assert [row[0] for row in rows[1:]] == ["Ours"]


def test_the_page_is_in_welsh_on_a_welsh_page(world):
    risk_of(world.ours.product)
    url = address("portfolio:product_risks", world.ours.product.pk, language="cy")
    page = text(signed_in(world, "viewer").get(url))
    assert "Neb i&#x27;w gadw&#x27;n gywir" in page
    assert "Risgiau agored: 1." in page


def test_a_product_is_chosen_by_a_link_and_not_among_a_thousand(world):
    risk(world.ours.product, "Ours")
    risk(world.theirs.product, "Theirs")
    client, url = signed_in(world, "delivery_lead"), address("portfolio:risks")
    assert "product" not in client.get(url).context["narrowing"].form.fields
    answer = client.get(f"{url}?product={world.ours.product.pk}")
    assert list(answer.context["narrowing"].form.fields["product"].queryset) == [world.ours.product]
    assert "Ours" in text(answer)
    for other in (world.theirs.product.pk, "x", "-1", "9" * 30):
        answer = client.get(f"{url}?product={other}")
        assert "Put the filters right" in text(answer), other
