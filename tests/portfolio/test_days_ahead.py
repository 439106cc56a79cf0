"""What can only have happened is refused on a day still to come, in words beside its box; what was typed is kept."""

import datetime

import pytest

from portfolio.models import Product, StandardAssessment
from portfolio.models.standard import POINTS
from tests.portfolio.pages import address, kept_in, said_beside, signed_in, text, typed
from tests.portfolio.stories import decision_of, lesson_of, rating_of, risk_of
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
AHEAD = "1 April 2090"
SAID = "This day has not come yet."


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.mark.parametrize(
    ("name", "made", "box", "more"),
    [
        ("risk_edit", risk_of, "raised_on", {}),
        ("risk_close", risk_of, "closed_on", {}),
        ("decision_made", decision_of, "decided_on", {"decided_by": "The board", "outcome_en": "Yes."}),
        ("lesson_edit", lesson_of, "learnt_on", {}),
        ("confidence_edit", rating_of, "on", {}),
    ],
)
def test_a_day_still_to_come_is_refused_beside_its_box(world, name, made, box, more):
    row, client = made(world.ours.product), signed_in(world, "cdo_office")
    url = address(f"portfolio:{name}", row.pk)
    answer = client.post(url, typed(client.get(url)) | more | {box: AHEAD})
    assert answer.status_code == 422
    assert said_beside(answer, box) == SAID
    assert kept_in(answer, box) == AHEAD
    assert type(row).objects.get(pk=row.pk).version == row.version


def test_a_phase_has_not_begun_on_a_day_still_to_come(world):
    product, client = world.ours.product, signed_in(world, "cdo_office")
    url = address("portfolio:product_edit", product.pk)
    answer = client.post(url, typed(client.get(url)) | {"phase_from": AHEAD, "end_of_life": ""})
    assert answer.status_code == 422
    assert said_beside(answer, "phase_from") == SAID


def test_a_product_retired_on_the_day_its_life_ended_is_saved(world):
    product, client = world.ours.product, signed_in(world, "cdo_office")
    url = address("portfolio:product_edit", product.pk)
    ended = {"phase": "retired", "phase_from": "2 November 2026", "end_of_life": "2 November 2026"}
    assert client.post(url, typed(client.get(url)) | ended).status_code == 302
    assert Product.objects.get(pk=product.pk).end_of_life == datetime.date(2026, 11, 2)


def test_the_day_a_new_product_s_phase_began_is_not_called_optional(world):
    page = text(signed_in(world, "cdo_office").get(address("portfolio:product_new")))
    label = page.split('for="id_phase_from"')[1].split("</label>")[0]
    assert "optional" not in label


def test_why_a_row_was_changed_is_kept_with_it(world):
    client = signed_in(world, "cdo_office")
    for name, made in [
        ("risk", risk_of),
        ("decision", decision_of),
        ("lesson", lesson_of),
        ("confidence", rating_of),
    ]:
        row = made(world.ours.product)
        url = address(f"portfolio:{name}_edit", row.pk)
        answer = client.post(url, typed(client.get(url)) | {"source_en": "Minutes", "why": f"The {name} was wrong."})
        assert answer.status_code == 302
        assert row.history.latest().history_change_reason == f"The {name} was wrong."


def test_the_standard_is_not_assessed_on_a_day_still_to_come(world):
    product, client = world.ours.product, signed_in(world, "cdo_office")
    url = address("squads:standard_assess", product.pk, product.phase)
    data = {f"p{point.number}-{name}": "" for point in POINTS for name in ("assessed_by", "found_cy", "found_en")}
    data |= {f"p{point.number}-result": "not_assessed" for point in POINTS}
    data |= {f"p{point.number}-version": "0" for point in POINTS}
    data |= {"p1-result": "met", "all-assessed_by": "self", "all-assessed_on": AHEAD}
    answer = client.post(url, data)
    assert answer.status_code == 422
    assert text(answer).count(f"{SAID}</p>") <= 2
    assert SAID in text(answer)
    assert not StandardAssessment.objects.filter(product=product, point=1).exists()
    data |= {"all-assessed_on": "2 November 2026"}
    assert client.post(url, data).status_code == 302
    page = text(client.get(address("squads:product_standard", product.pk)))
    assert "Met, with no evidence written down: 1." in page
    assert "No evidence is written down." in page
