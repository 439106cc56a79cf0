"""Delivery confidence: two parties kept apart, two scales never converted, and pending never green."""

import datetime
from typing import Any

import pytest
from django.template import engines
from lxml import html

from portfolio.forms.confidence import points_of
from portfolio.models import Confidence, Product
from portfolio.queries.confidence import confidence_finding, got_better, got_worse, latest_of_products
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.stories import rating_of
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def rated(product: Product, month: int, owner: str, independent: str = "pending", scale: str = "three") -> Confidence:
    return Confidence.objects.create(
        product=product,
        on=datetime.date(2026, month, 1),
        scale=scale,
        owner_rating=owner,
        independent_rating=independent,
    )


def latest(on: datetime.date = ON) -> Any:
    return latest_of_products(Confidence.objects.all(), on=on)


def moved(product: Product) -> str:
    rows = latest().filter(product=product)
    worse, better = got_worse(rows).exists(), got_better(rows).exists()
    return "both" if worse and better else "worse" if worse else "better" if better else "neither"


@pytest.mark.parametrize(
    ("ratings", "found"),
    [
        ([("green", "three"), ("amber", "three")], "worse"),
        ([("red", "three"), ("amber", "three")], "better"),
        ([("amber", "three"), ("amber", "three")], "neither"),
        ([("green", "three"), ("pending", "three")], "neither"),
        ([("pending", "three"), ("red", "three")], "neither"),
        # Over one that is pending, with the last that was given.
        ([("green", "three"), ("pending", "three"), ("red", "three")], "worse"),
        # Another scale is not compared with, whatever its word.
        ([("green", "five"), ("red", "three")], "neither"),
        ([("amber", "three"), ("amber", "five")], "neither"),
        ([("amber", "five"), ("amber_red", "five")], "worse"),
        ([("amber", "three"), ("green", "five"), ("red", "three")], "worse"),
        ([("amber_green", "five"), ("green", "five")], "better"),
    ],
)
def test_better_and_worse_are_of_one_scale_and_never_of_pending(world, ratings, found):
    for month, (rating, scale) in enumerate(ratings, 1):
        rated(world.ours.product, month, rating, scale=scale)
    assert moved(world.ours.product) == found


def test_the_two_parties_are_compared_each_with_itself(world):
    rated(world.ours.product, 1, "green", "red")
    rated(world.ours.product, 2, "amber", "amber")
    assert moved(world.ours.product) == "both"
    (row,) = latest()
    assert confidence_finding(row) == [
        "As at 1 February 2026, on the three-point scale.",
        "Responsible owner: amber, worse than green on 1 January 2026.",
        "Independent: amber, better than red on 1 January 2026.",
    ]


def test_what_is_pending_is_said_to_be_asked_for(world):
    rated(world.ours.product, 1, "pending", "pending")
    (row,) = latest()
    assert confidence_finding(row)[1] == "Responsible owner: asked for and not given yet."


def test_the_latest_is_the_latest_by_the_day(world):
    rated(world.ours.product, 1, "green")
    rated(world.ours.product, 12, "red")
    assert [row.owner_rating for row in latest()] == ["green"]


def test_each_scale_offers_its_own_points(world):
    assert points_of("three") == ["green", "amber", "red", "pending"]
    assert points_of("five") == ["green", "amber_green", "amber", "amber_red", "red", "pending"]
    client = signed_in(world, "delivery_lead")
    url = address("portfolio:confidence_new", world.ours.product.pk)
    for query, number in (("", 4), ("?scale=three", 4), ("?scale=five", 6), ("?scale=nonsense", 4)):
        page = html.fromstring(text(client.get(url + query)))
        assert len(page.xpath("//select[@name='owner_rating']/option")) == number, query


def test_a_new_rating_is_offered_on_the_scale_of_the_last(world):
    rated(world.ours.product, 1, "amber_red", scale="five")
    page = signed_in(world, "cdo_office").get(address("portfolio:confidence_new", world.ours.product.pk))
    assert page.context["form"].chosen == "five"


def test_a_rating_is_written_down_and_pending_is_where_it_begins(world):
    client = signed_in(world, "delivery_lead")
    url = address("portfolio:confidence_new", world.ours.product.pk)
    data = typed(client.get(url))
    assert data["owner_rating"] == data["independent_rating"] == "pending"
    assert client.post(url, data | {"on": "1 November 2026", "owner_rating": "amber"}).status_code == 302
    row = Confidence.objects.get()
    assert (row.owner_rating, row.independent_rating, row.scale) == ("amber", "pending", "three")


def test_a_rating_between_two_is_refused_on_the_scale_of_three(world):
    client = signed_in(world, "cdo_office")
    url = address("portfolio:confidence_new", world.ours.product.pk)
    answer = client.post(url, typed(client.get(url)) | {"owner_rating": "amber_red"})
    assert answer.status_code == 422
    assert said_beside(answer, "owner_rating") == "This rating is not on the scale: choose another."
    assert not Confidence.objects.exists()


def test_a_second_rating_of_one_day_is_refused_beside_the_day(world):
    rated(world.ours.product, 11, "amber")
    client = signed_in(world, "cdo_office")
    url = address("portfolio:confidence_new", world.ours.product.pk)
    answer = client.post(url, typed(client.get(url)) | {"on": "1 November 2026"})
    assert answer.status_code == 422
    assert said_beside(answer, "on") == "This product already has its delivery confidence of that day."


def test_changing_the_scale_of_a_rating_converts_nothing(world):
    row = rated(world.ours.product, 11, "amber", "red")
    url = address("portfolio:confidence_edit", row.pk)
    data = typed(signed_in(world, "cdo_office").get(f"{url}?scale=five"))
    assert (data["scale"], data["owner_rating"], data["independent_rating"]) == ("five", "pending", "pending")


def test_a_mark_is_a_word_in_a_shape_and_nothing_given_is_pending():
    drawn = engines["django"].from_string("{% rag rating %}")
    assert drawn.render({"rating": "amber_red"}) == '<strong class="rag rag--amber_red">Amber/red</strong>'
    for nothing in ("", None, "nonsense"):
        assert drawn.render({"rating": nothing}) == '<strong class="rag rag--pending">Pending</strong>'


def test_the_page_of_a_product_shows_the_strip_of_both_parties(world):
    rated(world.ours.product, 1, "green", "amber")
    rated(world.ours.product, 2, "amber", "pending")
    page = html.fromstring(
        text(signed_in(world, "viewer").get(address("portfolio:product_confidence", world.ours.product.pk)))
    )
    strip = page.xpath("//table[contains(@class, 'rating-strip')]//tbody/tr")
    words = [[" ".join(cell.text_content().split()) for cell in row] for row in strip]
    assert words == [["Responsible owner", "Green", "Amber"], ["Independent", "Amber", "Pending"]]


def test_the_list_has_the_latest_of_each_product_and_finds_those_that_got_worse(world):
    rated(world.ours.product, 1, "green")
    rated(world.ours.product, 2, "red")
    rated(world.theirs.product, 2, "green")
    client = signed_in(world, "viewer")

    def rows(query: str) -> list[list[str]]:
        return rows_of(client.get(f"{address('portfolio:confidences')}?{query}&download=csv"))[1:]

    assert len(rows("")) == 2
    (worse,) = rows("movement=worse")
    assert worse[0] == world.ours.product.name_en
    assert "worse than green on 1 January 2026" in worse
    assert rows("movement=better") == []
    assert [row[0] for row in rows("owner_rating=red")] == [world.ours.product.name_en]
    assert [row[2] for row in rows("sort=-owner_rating")] == ["Red", "Green"]


def test_the_list_asks_as_many_questions_with_one_row_as_with_twenty(world):
    client = signed_in(world, "viewer")
    urls = [address("portfolio:confidences"), address("portfolio:product_confidence", world.ours.product.pk)]
    rated(world.ours.product, 1, "green")
    few = [queries_for(client, url) for url in urls]
    for month in range(2, 11):
        rated(world.ours.product, month, "amber", "red")
        rated(world.theirs.product, month, "amber", "red")
    assert [queries_for(client, url) for url in urls] == few
    assert max(few) <= 11


def test_the_page_is_in_welsh_on_a_welsh_page(world):
    rating_of(world.ours.product)
    url = address("portfolio:product_confidence", world.ours.product.pk, language="cy")
    page = text(signed_in(world, "viewer").get(url))
    assert "Ambr" in page
    assert "Amber" not in page
