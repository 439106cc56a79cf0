"""The team of a product: each post by its squad's share, today and by month."""

import datetime
from decimal import Decimal

import pytest

from squads.models import Assignment, Post, Squad
from squads.queries.team import team_of
from tests.portfolio.pages import address, queries_for, rows_of, signed_in, text
from tests.squads.converted import item_of
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)
START = datetime.date(2026, 11, 1)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def team(world: World, months: int = 6):
    return team_of(product=world.ours.product, user=world.people["viewer"], on=ON, start=START, months=months)


def test_each_post_counts_by_the_share_of_its_squad_in_the_months_of_both(world):
    Assignment.objects.filter(pk=world.ours.assignment.pk).update(share=Decimal("0.5"))
    Post.objects.create(
        squad=world.ours.squad, role=world.role, planned_from=datetime.date(2025, 4, 1), state="vacant",
        fte=Decimal("0.8"),
    )  # fmt: skip
    Assignment.objects.create(
        squad=world.theirs.squad, product=world.ours.product, share=Decimal("0.25"),
        start=datetime.date(2027, 1, 1), end=datetime.date(2027, 3, 1),
    )  # fmt: skip
    Post.objects.filter(pk=world.theirs.post.pk).update(employment="permanent", planned_to=None)
    found = team(world)
    assert list(found.by_month.contractors) == [0.5, 0.5, 0, 0, 0, 0]
    assert list(found.by_month.permanent) == [0, 0, 0.25, 0.25, 0, 0]
    assert list(found.by_month.vacant) == [0.4] * 6
    assert [(one.post.pk, one.fte) for one in found.now if one.is_there] == [(world.ours.post.pk, Decimal("0.5"))]
    assert (found.fte("contractor"), found.fte("vacant"), found.fte("permanent")) == (
        Decimal("0.5"),
        Decimal("0.4"),
        0,
    )
    assert found.empty_months == [datetime.date(2027, 3, 1), datetime.date(2027, 4, 1)]
    assert len(found.assignments) == 2


def test_the_page_says_who_is_there_who_leaves_and_when_nobody_will_be(world):
    client = signed_in(world, "viewer")
    page = text(client.get(address("squads:product_team", world.ours.product.pk)))
    assert "FTE at work on it today: permanent 0.0, contractors 1.0. Vacant: 0.0." in page
    assert "A contractor leaves soon, on 31 December 2026." in page
    assert "Months in the next three years with nobody there: 34, the first of them January 2027." in page
    item_of(world)
    page = text(client.get(address("squads:product_team", world.ours.product.pk)))
    assert "Items of handovers still open: 1." in page
    assert "0 of 1" in page
    page = text(client.get(address("squads:product_team", world.ours.product.pk, language="cy")))
    assert "Eitemau sydd eto i&#x27;w trosglwyddo: 1." in page


def test_a_product_without_a_squad_says_so_and_what_to_do(world):
    Assignment.objects.all().delete()
    page = text(signed_in(world, "viewer").get(address("squads:product_team", world.ours.product.pk)))
    assert "No squad works on it today or is to later." in page
    assert "assigned to a product on the squad" in page


def test_a_squad_that_is_still_to_begin_is_no_team_today(world):
    Assignment.objects.filter(pk=world.ours.assignment.pk).update(start=datetime.date(2027, 1, 1))
    found = team(world)
    assert found.now == []
    assert found.empty_months[:2] == [START, datetime.date(2026, 12, 1)]


def test_it_takes_as_many_questions_for_one_squad_as_for_ten(world):
    client = signed_in(world, "delivery_lead")
    url = address("squads:product_team", world.ours.product.pk)
    few = queries_for(client, url)
    for number in range(10):
        squad = Squad.objects.create(
            name_cy=f"Sgwad {number}", name_en=f"Squad {number}", organisation=world.ours.organisation, since=ON
        )
        Assignment.objects.create(squad=squad, product=world.ours.product, start=ON, share=Decimal("0.1"))
        for _ in range(3):
            Post.objects.create(
                squad=squad, role=world.role, planned_from=ON, state="filled", employment="agency",
                planned_to=datetime.date(2027, 4, 1),
            )  # fmt: skip
    assert queries_for(client, url) == few


def test_the_tab_is_among_the_parts_of_the_products_story(world):
    client = signed_in(world, "viewer")
    url = address("squads:product_team", world.ours.product.pk)
    page = text(client.get(url))
    assert f'href="{url}" aria-current="page"' in page
    assert signed_in(world, "other_delivery_lead").get(url).status_code == 404


def test_every_table_of_the_tab_is_downloaded_as_it_is_shown(world):
    client, page = signed_in(world, "viewer"), address("squads:product_team", world.ours.product.pk)

    def rows(table: str) -> list[list[str]]:
        return rows_of(client.get(f"{page}?table={table}&download=csv"))

    item_of(world)
    assert rows("now")[1:] == [
        ["Software developer", "Squad Gwynedd", "agency contractor", "Filled", "1.000", "1.000000", "2026-12-31"]
    ]
    assert rows("leavers")[1:] == [["Software developer", "Squad Gwynedd", "2026-12-31", "0 of 1"]]
    assert rows("squads")[1:] == [["Squad Gwynedd", "Gwynedd", "1.000", "2025-04-01", ""]]
    assert rows("months")[0] == ["Month", "permanent (FTE)", "contractor (FTE)", "vacant (FTE)"]
    assert len(rows("months")) == 37
    named = client.get(f"{page}?table=now&download=xlsx")["Content-Disposition"]
    assert "school-essentials-grant-gwynedd-who-works-on-it-today.xlsx" in named
    theirs = address("squads:product_team", world.theirs.product.pk)
    assert signed_in(world, "delivery_lead").get(f"{theirs}?table=now&download=csv").status_code == 404
    assert client.get(f"{page}?table=pay&download=csv").status_code == 404
