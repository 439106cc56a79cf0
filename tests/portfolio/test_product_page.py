"""The page of a product, and the counts and sentences on it."""

import datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from portfolio import queries
from portfolio.models import Organisation, Participation, Product
from portfolio.queries.tiles import PLACES
from squads.models import Assignment, Squad
from tests.portfolio.pages import address, queries_for, signed_in, text, typed
from tests.portfolio.rows import authority, more_rows
from tests.world import TODAY, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
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


def test_five_of_the_22_authorities_is_a_count_of_rows(world):
    bodies, product = wales(world), world.ours.product
    take_part(product, bodies[:5])
    take_part(product, bodies[5:9], "committed")
    adoption = queries.adoption_of(product=product, on=TODAY)
    assert (adoption.adopted, adoption.authorities, str(adoption)) == (5, 22, "5 of 22")
    assert Product.objects.with_adoption(TODAY).get(pk=product.pk).adopters == 5
    page = text(signed_in(world, "viewer").get(address("portfolio:product", product.pk)))
    assert "Adopted by 5 of the 22 local authorities of Wales." in page
    assert f'{address("portfolio:product_adoption", product.pk)}">5 of 22</a>' in page


def test_a_body_that_is_no_authority_or_is_no_longer_counts_on_neither_side(world):
    bodies, product = wales(world), world.ours.product
    gone = authority(30)
    gone.valid_to = datetime.date(2026, 4, 1)
    gone.save()
    partner = Organisation.objects.create(name_cy="P", name_en="P", kind="partner")
    take_part(product, [bodies[0], gone, partner])
    product_row = Product.objects.with_adoption(TODAY).get(pk=product.pk)
    adoption = queries.adoption_of(product=product, on=TODAY)
    assert (adoption.adopted, adoption.authorities) == (2, 22), "the world's own lead has adopted it as well"
    assert product_row.adopters == 2


def test_all_may_adopt_it_and_none_may(world):
    bodies, product = wales(world), world.ours.product
    take_part(product, bodies)
    assert str(queries.adoption_of(product=product, on=TODAY)) == "22 of 22"
    Participation.objects.update(state="withdrawn")
    adoption = queries.adoption_of(product=product, on=TODAY)
    assert str(adoption) == "0 of 22"
    said = queries.product_finding(product=product, adoption=adoption, squads=0)
    assert said == ["No local authority has adopted it yet.", "No squad works on it today."]


def test_what_was_promised_is_set_against_what_was_given(world):
    product = world.ours.product
    adoption = queries.Adoption(1, 22)

    def said() -> list[str]:
        totals = queries.totals_of(queries.participations_of(product=product))
        return queries.product_finding(product=product, adoption=adoption, squads=2, totals=totals)

    assert said() == ["Adopted by 1 of the 22 local authorities of Wales.", "Squads that work on it today: 2."]
    Participation.objects.filter(product=product).update(committed_fte=Decimal("1.50"))
    assert said()[-1] == "FTE promised by those who take part: 1.5. Given: not known."
    Participation.objects.filter(product=product).update(given_fte=Decimal(0))
    assert said()[-1] == "FTE promised by those who take part: 1.5. Given: 0.0."


def test_a_product_on_its_way_out_is_not_blamed_for_having_no_squad(world):
    for phase in ("retiring", "retired"):
        world.ours.product.phase = phase
        said = queries.product_finding(product=world.ours.product, adoption=queries.Adoption(0, 22), squads=0)
        assert said == ["No local authority has adopted it yet."]


def test_totals_count_what_is_known_and_say_how_many_are_not(world):
    take_part(world.ours.product, wales(world)[:3], committed_fte=Decimal("0.50"))
    totals = queries.totals_of(queries.participations_of(product=world.ours.product))
    assert totals["committed_fte"] == queries.Totals(Decimal("1.50"), 0)
    assert totals["given_amount"] == queries.Totals(None, 3)
    assert queries.totals_of([])["given_fte"] == queries.Totals(None, 0)


def test_every_authority_has_a_tile_of_its_own_that_says_how_far_it_has_come(world):
    bodies, product = wales(world), world.ours.product
    for number, state in enumerate(["adopted", "committed", "interested", "withdrawn"]):
        take_part(product, [bodies[number]], state)
    tiles = queries.tiles_of(participations=queries.participations_of(product=product), on=TODAY)
    assert len(tiles) == len({(tile.place.column, tile.place.row) for tile in tiles}) == 22
    states = {tile.organisation.ons_code: tile.state for tile in tiles}
    assert [states[body.ons_code] for body in bodies[:5]] == ["adopted", "committed", "interested", "withdrawn", "none"]
    page = text(signed_in(world, "viewer").get(address("portfolio:product_adoption", product.pk)))
    assert page.count('<li class="tile tile--') == 22
    for state in ("adopted", "committed", "interested", "withdrawn", "none"):
        assert f'<span class="tile__word">{state}</span>' in page, state


@pytest.mark.parametrize("name", ["short_cy", "short_en"])
def test_the_short_names_of_the_tiles_are_short_and_all_different(name):
    names = [getattr(place, name) for place in PLACES.values()]
    assert len(set(names)) == 22
    assert max(map(len, names)) <= 10


def test_an_authority_without_a_place_is_left_to_the_table(world):
    body = authority(40, "W06009999")
    take_part(world.ours.product, [body])
    page = text(signed_in(world, "viewer").get(address("portfolio:product_adoption", world.ours.product.pk)))
    assert page.count("Council 40") == 1


def test_a_product_s_page_asks_as_many_questions_whoever_takes_part(world):
    client, product = signed_in(world, "cdo_office"), world.ours.product
    url = address("portfolio:product", product.pk)
    few = queries_for(client, url)
    take_part(product, wales(world), committed_fte=Decimal("0.5"))
    for number in range(9):
        squad = Squad.objects.create(
            name_cy=str(number), name_en=str(number), organisation=world.theirs.organisation, since=TODAY
        )
        Assignment.objects.create(squad=squad, product=product, start=datetime.date(2026, 4, 1))
        product.phase_changes.create(phase="live", on=datetime.date(2026, 5, 1 + number))
    assert queries_for(client, url) == few
    assert len(client.get(url).content) < 60_000


@pytest.mark.parametrize("name", ["organisation", "programme"])
def test_the_pages_round_a_product_ask_as_many_questions_however_much_is_on_them(world, name):
    client = signed_in(world, "viewer")
    row = world.ours.organisation if name == "organisation" else world.programme
    url = address(f"portfolio:{name}", row.pk)
    few = queries_for(client, url)
    more_rows(world, 8)
    Product.objects.update(programme=world.programme, organisation=world.ours.organisation)
    take_part(world.theirs.product, [world.ours.organisation])
    assert queries_for(client, url) == few


def test_the_page_leads_to_the_product_s_own_appraisals(world):
    client = signed_in(world, "finance")
    page = client.get(address("portfolio:product", world.ours.product.pk))
    link = f"{address('funding:appraisals')}?product={world.ours.product.pk}"
    assert link in text(page)
    listed = text(client.get(link))
    assert world.ours.appraisal.name_en in listed
    assert world.theirs.appraisal.name_en not in listed


def test_a_delivery_lead_sees_on_an_organisation_s_page_the_products_they_may_see(world):
    client = signed_in(world, "delivery_lead")
    page = text(client.get(address("portfolio:organisation", world.theirs.organisation.pk)))
    assert "School Essentials Grant Powys" not in page
    assert "It owns none that you may see." in page
    page = text(client.get(address("portfolio:programme", world.programme.pk)))
    assert "School Essentials Grant Gwynedd" in page
    assert "School Essentials Grant Powys" not in page


def test_a_number_no_product_can_have_is_not_found_and_not_a_fault(world):
    client = signed_in(world, "viewer")
    for name in ("product", "organisation", "programme", "product_history"):
        assert client.get(address(f"portfolio:{name}", 10**30)).status_code == 404


def test_the_history_of_a_product_says_who_changed_what(world):
    client = signed_in(world, "cdo_office")
    edit = address("portfolio:product_edit", world.ours.product.pk)
    client.post(edit, typed(client.get(edit)) | {"service_owner": "Elin", "end_of_life": "1 April 2035"})
    page = text(client.get(address("portfolio:product_history", world.ours.product.pk)))
    for part in ("cdo_office@example.test", "Elin</ins>", "1 April 2035</ins>"):
        assert part in page
