"""Who adopts what across Wales: by authority, and products by authorities."""

import datetime
from decimal import Decimal

import pytest
import time_machine

from portfolio.models import Organisation, Participation, Product
from portfolio.queries.tiles import band_of
from portfolio.queries.wales import authorities_with_adoption
from tests.portfolio.pages import address, cells_of, queries_for, rows_of, signed_in, text
from tests.portfolio.rows import authority, more_rows
from tests.portfolio.test_adoption import cdps, take_part, wales
from tests.world import NOW, TODAY, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


def test_each_authority_has_its_counts_and_what_it_promised_and_gave(world):
    product, body = world.theirs.product, world.ours.organisation
    take_part(product, [body], "committed", committed_fte=Decimal("1.5"), given_fte=Decimal("0.5"))
    rows = {str(row): row for row in authorities_with_adoption(products=Product.objects.all(), on=TODAY)}
    ours = rows["Gwynedd"]
    assert (ours.adopted, ours.committed, ours.interested, ours.withdrawn) == (1, 1, 0, 0)
    assert (ours.promised_fte, ours.received_fte, ours.short_fte) == (Decimal("1.5"), Decimal("0.5"), Decimal("1"))
    assert rows["Powys"].promised_fte is None, "not known is not nought"


def test_the_tiles_have_the_numbers_in_them_and_lead_to_the_authorities(world):
    wales(world)
    page = text(signed_in(world, "viewer").get(address("portfolio:wales")))
    assert page.count('<li class="tile tile--') == 22
    assert page.count('<span class="tile__word">1</span>') == 2
    assert page.count('<span class="tile__word">0</span>') == 20
    assert f'href="{address("portfolio:organisation", world.ours.organisation.pk)}"' in page
    assert "Local authorities have adopted 2 of 2 products." in page
    assert "Of 22 local authorities, 2 have adopted something." in page


@pytest.mark.parametrize(
    ("number", "most", "band"),
    [(0, 9, "none"), (0, 0, "none"), (1, 9, "few"), (3, 9, "few"), (4, 9, "some"), (7, 9, "many"), (9, 9, "many"),
     (6, 9, "some"), (1, 1, "many"), (1, 2, "some"), (2, 2, "many"), (2, 4, "some"), (1, 4, "few")],
)  # fmt: skip
def test_a_tile_s_edge_says_its_number_in_thirds_of_the_most(number, most, band):
    assert band_of(number, most) == band


def test_a_phase_narrows_the_products_that_are_counted_and_the_authorities_stay(world):
    more_rows(world, 3)
    client = signed_in(world, "viewer")
    page = client.get(address("portfolio:wales") + "?phase=live")
    assert "Local authorities have adopted 1 of 1 product." in text(page)
    rows = rows_of(client.get(address("portfolio:wales") + "?phase=live&download=csv"))
    assert {row[0]: row[1] for row in rows[1:]}["Powys"] == "1"
    assert len(rows) == 1 + 5
    programme = client.get(address("portfolio:wales") + f"?programme={world.programme.pk}")
    assert " of 5 products." in text(programme), "the programmes inside it count too"


def test_a_filter_that_cannot_be_read_counts_no_products(world):
    page = text(signed_in(world, "viewer").get(address("portfolio:wales") + "?phase=nonsense"))
    assert "There is no product here for an authority to adopt." in page


def test_what_no_longer_exists_is_named_apart_and_has_no_row(world):
    take_part(world.ours.product, [cdps(world)], "adopted")
    gone = authority(30)
    Organisation.objects.filter(pk=gone.pk).update(valid_to=datetime.date(2026, 4, 1))
    take_part(world.ours.product, [gone], "adopted")
    client = signed_in(world, "viewer")
    rows = rows_of(client.get(address("portfolio:wales") + "?download=csv"))
    assert [row[0] for row in rows[1:]] == ["Gwynedd", "Powys"]
    page = text(client.get(address("portfolio:wales")))
    assert "Organisations that do not exist today are not counted:" in page
    assert "Former Centre" in page
    assert "Council 30" in page


def test_the_matrix_has_the_products_some_authority_takes_part_in_and_a_word_in_each_cell(world):
    lone = Product.objects.create(
        name_cy="Neb", name_en="Nobody's", organisation=world.ours.organisation, phase="alpha"
    )
    take_part(world.ours.product, [world.theirs.organisation], "interested")
    client = signed_in(world, "viewer")
    page = text(client.get(address("portfolio:wales_matrix")))
    assert lone.name_en not in page
    assert '<span class="govuk-visually-hidden">interested</span>' in page
    cells = cells_of(client.get(address("portfolio:wales_matrix") + "?download=xlsx"))
    assert cells[0] == ["Product", "Phase", "Authorities that have adopted it", "Gwynedd", "Powys"]
    ours = next(row for row in cells if "Gwynedd" in str(row[0]))
    assert ours[3:] == ["adopted", "interested"]


@pytest.mark.parametrize(
    ("query", "number"), [("state=interested", 1), ("state=withdrawn", 0), ("phase=beta", 2), ("search=powys", 1)]
)
def test_the_matrix_is_narrowed_by_state_phase_and_name(world, query, number):
    take_part(world.ours.product, [world.theirs.organisation], "interested")
    rows = rows_of(signed_in(world, "viewer").get(address("portfolio:wales_matrix") + f"?{query}&download=csv"))
    assert len(rows) - 1 == number


@pytest.mark.parametrize("name", ["wales", "wales_matrix"])
def test_the_pages_ask_as_many_questions_with_three_rows_as_with_thirty(world, name):
    client = signed_in(world, "viewer")
    wales(world)
    more_rows(world, 3, first=50)
    few = queries_for(client, address(f"portfolio:{name}"))
    more_rows(world, 27, first=60)
    take_part(world.ours.product, list(Organisation.objects.authorities()[:15]), "withdrawn")
    assert queries_for(client, address(f"portfolio:{name}")) == few <= 16


def test_a_delivery_lead_counts_what_they_see(world):
    client = signed_in(world, "delivery_lead")
    assert " of 1 product." in text(client.get(address("portfolio:wales")))
    assert "School Essentials Grant Powys" not in text(client.get(address("portfolio:wales_matrix")))


def test_an_organisation_s_page_tells_what_it_adopts_says_and_buys(world):
    from tests.portfolio import nation

    nation.priority_of(world), nation.forum_of(world), nation.period_of(world), nation.contract_of(world)
    Participation.objects.filter(pk=world.ours.participation.pk).update(committed_fte=1, given_fte=Decimal("0.5"))
    for who in ("viewer", "delivery_lead"):
        page = text(signed_in(world, who).get(address("portfolio:organisation", world.ours.organisation.pk)))
        assert "Products adopted: 1. Committed to: 0. Interested in: 0." in page
        assert "Chief digital officer appointed, on the leadership board." in page
        assert "attended 1 of the last 1 held" in page
        assert "Planning management" in page
        assert "high (since 11 May 2026)" in page


def test_a_delivery_lead_without_an_organisation_sees_authorities_and_no_products(world):
    world.people["delivery_lead"].organisation = None
    world.people["delivery_lead"].save()
    client = signed_in(world, "delivery_lead")
    assert "There is no product here for an authority to adopt." in text(client.get(address("portfolio:wales")))
    assert client.get(address("portfolio:wales_matrix")).status_code == 200
    assert client.get(address("portfolio:priorities")).status_code == 200
