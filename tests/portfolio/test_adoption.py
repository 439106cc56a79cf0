"""A product's page of adoption: who has come how far, what was promised against what was given, and coming back."""

import datetime
from decimal import Decimal

import pytest
import time_machine

from portfolio.models import Organisation, Participation, Product
from portfolio.queries.adoption import adoption_finding, growth_of, others_to_ask, taking_part
from portfolio.queries.promises import promises_finding, promises_of, short_of
from portfolio.queries.tiles import PLACES, tiles_of
from tests.portfolio.nation import withdrawn_of
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.rows import authority
from tests.world import NOW, TODAY, World, make_world

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


def wales(world: World) -> list[Organisation]:
    """The 22, of which the world has two already."""
    here = {world.ours.organisation.ons_code, world.theirs.organisation.ons_code}
    for number, code in enumerate(sorted(set(PLACES) - here)):
        authority(number, code)
    return list(Organisation.objects.authorities().order_by("ons_code"))


def take_part(product: Product, bodies: list[Organisation], state: str = "adopted", **more: object) -> None:
    for body in bodies:
        Participation.objects.update_or_create(
            product=product, organisation=body, defaults={"state": state, "part": "adopter", **more}
        )


def cdps(world: World) -> Organisation:
    return Organisation.objects.create(
        name_cy="CDPS gynt",
        name_en="Former Centre",
        kind="arms_length_body",
        valid_from=DAY(2020, 6, 1),
        valid_to=DAY(2026, 4, 1),
        successor=world.theirs.organisation,
    )


def page_of(world: World, who: str = "viewer", language: str = "en") -> str:
    url = address("portfolio:product_adoption", world.ours.product.pk, language=language)
    return text(signed_in(world, who).get(url))


def test_the_page_says_how_many_have_adopted_it_and_how_far_the_others_are(world):
    bodies, product = wales(world), world.ours.product
    take_part(product, bodies[:5], adopted_on=DAY(2026, 6, 1))
    take_part(product, bodies[5:9], "committed")
    take_part(product, bodies[9:10], "withdrawn")
    page = page_of(world)
    said = "Adopted by 5 of the 22 local authorities of Wales. Committed: 4. Withdrawn: 1."
    assert said in page


def test_every_authority_has_a_tile_that_leads_to_its_row_or_to_adding_it(world):
    bodies, product = wales(world), world.ours.product
    take_part(product, bodies[:1])
    office, viewer = page_of(world, "cdo_office"), page_of(world)
    assert office.count('<li class="tile tile--') == viewer.count('<li class="tile tile--') == 22
    assert f'class="tile__link" href="#organisation-{bodies[0].pk}"' in office
    assert f'id="organisation-{bodies[0].pk}"' in office
    new = address("portfolio:participation_new", product.pk)
    assert f'class="tile__link" href="{new}?organisation={bodies[5].pk}"' in office
    assert new not in viewer
    assert f'class="tile__link" href="{address("portfolio:organisation", bodies[5].pk)}"' in viewer
    form = signed_in(world, "cdo_office").get(f"{new}?organisation={bodies[5].pk}").context["form"]
    assert form["organisation"].value() == bodies[5].pk


def test_an_authority_without_a_place_is_left_to_the_table(world):
    take_part(world.ours.product, [authority(40, "W06009999")])
    assert page_of(world).count("Council 40") == 1
    tiles = tiles_of(participations=[], on=TODAY)
    assert {tile.organisation.ons_code for tile in tiles} == {"W06000002", "W06000023"}


@pytest.mark.parametrize(
    ("promised", "given", "by", "state", "said"),
    [
        ("1.5", "1.1", None, "committed", "0.4"),
        ("1.5", "1.1", DAY(2026, 11, 23), "committed", "0.4"),
        ("1.5", "1.1", TODAY, "committed", "0.4 to come"),
        ("1.5", "1.5", DAY(2027, 3, 31), "committed", "0.0"),
        ("1.5", "2.0", None, "adopted", "0.0"),
        ("1.5", None, None, "committed", "not known"),
        ("1.5", "0", None, "withdrawn", "withdrawn"),
        (None, None, None, "interested", "–"),
        (None, "1", None, "adopted", "–"),
    ],
)
def test_what_is_short_is_a_figure_or_says_why_it_is_none(world, promised, given, by, state, said):
    Participation.objects.filter(pk=world.ours.participation.pk).update(
        committed_fte=promised and Decimal(promised),
        given_fte=given and Decimal(given),
        committed_by=by,
        state=state,
    )
    row = taking_part(product=world.ours.product, on=TODAY).here[0]
    assert short_of(row, "fte") == said


def test_the_shortfall_is_said_in_words_with_what_is_still_to_come(world):
    product, bodies = world.ours.product, wales(world)
    amounts = {"committed_amount": Decimal(20000), "given_amount": Decimal(5000), "committed_by": DAY(2026, 3, 31)}
    take_part(product, bodies[:1], "committed", **amounts)
    take_part(product, bodies[1:2], "committed", committed_fte=Decimal("1"), given_fte=Decimal("0.6"))
    take_part(product, bodies[2:3], "committed", committed_fte=Decimal("2"), committed_by=DAY(2027, 3, 31))
    Participation.objects.filter(organisation=bodies[2]).update(given_fte=Decimal(0))
    take_part(product, bodies[3:4], "committed", committed_fte=Decimal("0.5"))
    found = promises_of(Participation.objects.filter(product=product), on=TODAY)
    assert promises_finding(found) == [
        "Promised: 3.5 FTE, £20k. Given: 0.6 FTE, £5k.",
        "Short of what was promised by now: 0.4 FTE, £15k.",
        "Still to come, by a day that has not passed: 2.0 FTE.",
        "Promises of which nobody has said what was given: 1.",
    ]
    assert (found.short_fte, found.short_amount, found.unsaid_fte) == (Decimal("0.40"), Decimal(15000), 1)
    page = page_of(world)
    assert "Short of what was promised by now: 0.4 FTE, £15k." in page
    assert "31 March 2027" in page


def test_nothing_promised_is_not_a_shortfall_and_what_was_given_may_be_nothing(world):
    rows = Participation.objects.filter(product=world.ours.product)
    assert promises_finding(promises_of(rows, on=TODAY)) == []
    rows.update(committed_fte=Decimal("1"), given_fte=Decimal(0))
    assert promises_finding(promises_of(rows, on=TODAY))[0] == "Promised: 1.0 FTE. Given: nothing."
    rows.update(given_fte=Decimal("1"))
    assert "Nothing that was promised by now is short." in promises_finding(promises_of(rows, on=TODAY))


def test_adoption_over_time_is_cumulative_and_says_whom_it_leaves_out(world):
    product, bodies = world.ours.product, wales(world)
    Participation.objects.all().delete()
    take_part(product, bodies[:2], committed_on=DAY(2025, 9, 1), adopted_on=DAY(2026, 1, 5))
    take_part(product, bodies[2:3], adopted_on=None)
    take_part(
        product, bodies[3:4], "withdrawn", committed_on=DAY(2025, 9, 1), adopted_on=DAY(2026, 1, 5),
        withdrawn_on=DAY(2026, 6, 1),
    )  # fmt: skip
    growth = growth_of(taking_part(product=product, on=TODAY).here)
    assert [(step.on, step.adopted, step.committed) for step in growth.steps] == [
        (DAY(2025, 9, 1), 0, 3),
        (DAY(2026, 1, 5), 3, 3),
        (DAY(2026, 6, 1), 2, 2),
    ]
    assert growth.undated == 1
    page = page_of(world)
    assert "Adopted on a day that is known by 2 of 22 local authorities" in page
    assert "Not drawn, because the day is not known: 1." in page


def test_a_body_that_no_longer_exists_is_counted_nowhere_and_named_apart(world):
    take_part(world.ours.product, [cdps(world)], "adopted", committed_fte=Decimal(9), given_fte=Decimal(1))
    found = taking_part(product=world.ours.product, on=TODAY)
    assert [str(row.organisation) for row in found.gone] == ["Former Centre"]
    page = page_of(world)
    assert "They took part, and are counted in no figure above:" in page
    assert "9.0" not in page
    assert others_to_ask(product=world.ours.product, on=TODAY) == [world.theirs.organisation]
    promises = promises_of(Participation.objects.none(), on=TODAY)
    assert adoption_finding([], authorities=22, promises=promises) == ["No local authority has adopted it yet."]


def test_a_day_that_cannot_be_read_is_not_taken_for_today(world):
    gone, office = cdps(world), signed_in(world, "cdo_office")
    page = address("portfolio:participation_new", world.ours.product.pk)
    answer = office.post(page, typed(office.get(page)) | {"organisation": str(gone.pk), "interested_on": "NaN"})
    assert said_beside(answer, "interested_on")
    assert said_beside(answer, "organisation") == "", "it may well have been there on the day that was meant"


def test_a_form_offers_those_that_exist_and_says_in_words_what_became_of_another(world):
    gone, office = cdps(world), signed_in(world, "cdo_office")
    new = address("portfolio:participation_new", world.ours.product.pk)
    assert "Former Centre" not in text(office.get(new))
    data = typed(office.get(new)) | {"organisation": str(gone.pk), "state": "committed", "committed_on": "1 May 2026"}
    answer = office.post(new, data)
    assert answer.status_code == 422
    said = "Former Centre no longer exists on that day: its last day was 31 March 2026. Its successor is Powys."
    assert said_beside(answer, "committed_on") == said
    answer = office.post(new, data | {"state": "interested", "committed_on": ""})
    assert said_beside(answer, "organisation") == said
    answer = office.post(new, data | {"committed_on": "1 May 2020"})
    assert said_beside(answer, "committed_on").startswith("Former Centre did not exist on that day")
    past = data | {"state": "withdrawn", "committed_on": "1 May 2025", "withdrawn_on": "1 April 2026"}
    assert office.post(new, past).status_code == 302, "it may leave on the first day on which it is not there"
    row = Participation.objects.get(organisation=gone)
    edit = address("portfolio:participation_edit", row.pk)
    assert "Former Centre" in text(office.get(edit)), "the one that is chosen stays"


def test_one_that_withdrew_may_come_back_from_a_day_or_as_if_it_had_never_gone(world):
    row, office = withdrawn_of(world), signed_in(world, "cdo_office")
    back = address("portfolio:participation_back", row.pk)
    data = typed(office.get(back))
    assert (data["state"], data["on"]) == ("committed", "1 September 2025")
    assert "withdrew from Moorings of Gwynedd on 4 May 2026" in text(office.get(back))
    assert office.post(back, data)["Location"] == address("portfolio:product_adoption", row.product_id)
    row.refresh_from_db()
    assert (row.state, row.committed_on, row.withdrawn_on) == ("committed", DAY(2025, 9, 1), None)
    assert "4 May 2026" in text(office.get(address("portfolio:participation_history", row.pk)))
    answer = office.post(back, data | {"version": str(row.version)})
    assert said_beside(answer, "state") == "This organisation has not withdrawn: there is nothing to bring back."


def test_coming_back_as_less_than_before_takes_the_later_days_out(world):
    row, office = withdrawn_of(world), signed_in(world, "delivery_lead")
    back = address("portfolio:participation_back", row.pk)
    data = typed(office.get(back)) | {"state": "interested", "on": "1 October 2026"}
    assert office.post(back, data).status_code == 302
    row.refresh_from_db()
    assert (row.interested_on, row.committed_on, row.withdrawn_on) == (DAY(2026, 10, 1), None, None)


def test_coming_back_before_an_earlier_state_or_with_an_old_page_is_refused_in_words(world):
    row, office = withdrawn_of(world), signed_in(world, "cdo_office")
    back = address("portfolio:participation_back", row.pk)
    data = typed(office.get(back))
    answer = office.post(back, data | {"on": "2 March 2025"})
    assert said_beside(answer, "on") == "It was in an earlier state until a later day than that."
    Participation.objects.filter(pk=row.pk).update(version=7)
    assert office.post(back, data).status_code == 409
    row.refresh_from_db()
    assert row.state == "withdrawn"


def test_the_page_asks_as_many_questions_whoever_takes_part(world):
    client, product = signed_in(world, "cdo_office"), world.ours.product
    url = address("portfolio:product_adoption", product.pk)
    few = queries_for(client, url)
    take_part(product, wales(world), "committed", committed_fte=Decimal("0.5"), committed_on=DAY(2026, 5, 4))
    assert queries_for(client, url) == few
    assert len(client.get(url).content) < 80_000


def test_the_list_has_every_day_and_what_is_short(world):
    Participation.objects.filter(pk=world.ours.participation.pk).update(
        committed_fte=Decimal("1"), given_fte=Decimal("0.25"), committed_on=DAY(2026, 5, 4)
    )
    client = signed_in(world, "viewer")
    rows = rows_of(client.get(address("portfolio:participations") + "?download=csv&search=gwynedd"))
    found = dict(zip(rows[0], rows[1], strict=True))
    assert found["Committed on"] == "2026-05-04"
    assert Decimal(found["FTE short"]) == Decimal("0.75")
    page = text(client.get(address("portfolio:participations")))
    assert "0.75" in page
