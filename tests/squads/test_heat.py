"""The heat map: FTE by role and month, demand beside supply, alike in cells, total, chart and files."""

import datetime
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squads.models import Employment, Post, Role, Squad
from squads.queries.heat import heat_map
from squads.queries.months import fte_by_month
from tests.portfolio.pages import address, cells_of, queries_for, rows_of, signed_in, text
from tests.world import World, make_world

START = datetime.date(2026, 11, 1)


@pytest.fixture
def world(db: None) -> World:
    return make_world(with_runs=False)


def role(code: str, family: str = "Design") -> Role:
    return Role.objects.create(
        code=code, name_cy=f"{code} cy", name_en=code.capitalize(), family_cy=f"{family} cy", family_en=family
    )


def post(world: World, role: Role, employment: str, state: str, start: str, end: str = "", fte: str = "1") -> Post:
    return Post.objects.create(
        squad=world.ours.squad, role=role, employment=employment, state=state, fte=Decimal(fte),
        planned_from=datetime.date.fromisoformat(start), planned_to=datetime.date.fromisoformat(end) if end else None,
    )  # fmt: skip


def test_demand_is_what_is_planned_whatever_its_state_and_supply_who_is_there(world):
    Post.objects.all().delete()
    designer = role("designer")
    post(world, designer, "permanent", "filled", "2025-04-01", fte="0.8")
    post(world, designer, "agency", "filled", "2026-10-05", "2027-01-01")
    post(world, designer, "permanent", "advertised", "2026-12-15", fte="0.6")
    post(world, designer, "permanent", "ended", "2025-04-01")
    found = heat_map(posts=Post.objects.all(), start=START, months=4)
    row = found.rows[0]
    assert [round(float(one), 3) for one in row.demand] == [1.8, 1.8, 1.4, 1.4]
    assert [round(float(one), 3) for one in row.permanent] == [0.8] * 4
    assert [round(float(one), 3) for one in row.contractors] == [1, 1, 0, 0]
    assert [round(float(one), 3) for one in row.gap] == [0, 0, 0.6, 0.6]


POSTS = st.lists(
    st.tuples(
        st.sampled_from(["one", "two", "three"]),
        st.sampled_from(Employment.values),
        st.sampled_from(Post.State.values),
        st.dates(datetime.date(2025, 1, 1), datetime.date(2029, 6, 30)),
        st.none() | st.integers(1, 900),
        st.integers(1, 1000),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(rows=POSTS)
@pytest.mark.django_db(transaction=False)
def test_the_roles_add_up_to_the_total_and_the_total_is_that_of_the_months_chart(rows):
    from django.db import transaction

    with transaction.atomic():
        Post.objects.all().delete()
        organisation = make_organisation()
        squad = Squad.objects.create(name_cy="A", name_en="B", organisation=organisation, since=START)
        roles = {code: role(code) for code in ("one", "two", "three")}
        for code, employment, state, start, days, thousandths in rows:
            Post.objects.create(
                squad=squad, role=roles[code], employment=employment, state=state, planned_from=start,
                planned_to=None if days is None else start + datetime.timedelta(days=days),
                fte=Decimal(thousandths) / 1000,
            )  # fmt: skip
        found = heat_map(posts=Post.objects.all(), start=START)
        months = fte_by_month(posts=Post.objects.all(), start=START, months=24)
        for name in ("demand", "permanent", "contractors"):
            rows_sum = sum((getattr(row, name) for row in found.rows), np.zeros(24))
            assert np.allclose(rows_sum, getattr(found.total, name))
        assert np.allclose(found.total.permanent, months.permanent)
        assert np.allclose(found.total.contractors, months.contractors)
        assert np.allclose(found.total.gap, months.vacant)
        assert (found.total.gap >= -1e-9).all()
        transaction.set_rollback(True)


def make_organisation():
    from portfolio.models import Organisation

    return Organisation.objects.create(name_cy="A", name_en="B", kind="partner")


@pytest.fixture
def filled(world) -> World:
    Post.objects.all().delete()
    designer, coder = role("designer"), role("coder", "Code")
    post(world, designer, "permanent", "filled", "2025-04-01", fte="0.8")
    post(world, designer, "permanent", "planned", "2027-04-01")
    post(world, coder, "agency", "filled", "2026-10-05", "2027-04-01")
    other = post(world, coder, "permanent", "vacant", "2026-10-05")
    other.squad = world.theirs.squad
    other.save()
    return world


def test_each_cell_holds_its_number_and_the_finding_says_where_most_is_missing(filled):
    page = text(signed_in(filled, "viewer").get(address("squads:heat_map")))
    assert "In November 2026 2.8 FTE are planned and 1.8 are there, 1.0 of them contractors." in page
    assert "The most is missing in April 2027: 2.0 FTE." in page
    assert '<td class="heat-1 striped-5">1.0 / 2.0</td>' in page
    assert '<td class="heat-3">0.0 / 1.0</td>' in page
    assert '<td class="heat-0 solid-10">0.8 / 0.8</td>' in page


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("", ["Code", "Coder", "Filled", "1.000"]),
        ("?figure=gap", ["Code", "Coder", "Missing", "1.000"]),
        ("?figure=permanent", ["Code", "Coder", "Permanent", "0.000"]),
        ("?family=Design", ["Design", "Designer", "Filled", "0.800"]),
        ("?figure=nonsense", None),
        ("?squad=nonsense", None),
    ],
)
def test_both_files_hold_what_is_shown(filled, query, first):
    client = signed_in(filled, "viewer")
    url = address("squads:heat_map") + query
    glue = "&" if query else "?"
    rows = rows_of(client.get(f"{url}{glue}download=csv"))
    cells = cells_of(client.get(f"{url}{glue}download=xlsx"))
    assert rows[0][:4] == ["Role family", "Role", "Figure (FTE)", "November 2026"]
    assert len(rows[0]) == 27
    assert len(rows) == len(cells)
    if first is None:
        assert [row[0] for row in rows[1:]] == ["Total"] * (len(rows) - 1), "what cannot be read shows nothing"
    else:
        assert rows[1][:4] == first
    for row in rows[1:]:
        assert [float(one) for one in row[3:]] == [float(one) for one in cells[rows.index(row)][3:]]


def test_the_files_add_up(filled):
    client = signed_in(filled, "viewer")
    rows = rows_of(client.get(address("squads:heat_map") + "?download=csv"))[1:]
    for figure in ("Filled", "Planned"):
        chosen = [[Decimal(cell) for cell in row[3:]] for row in rows if row[2] == figure]
        assert [sum(column) for column in zip(*chosen[:-1], strict=True)] == chosen[-1]


def test_a_delivery_lead_sees_their_own_squads_only(filled):
    lead = signed_in(filled, "delivery_lead")
    rows = {(row[1], row[2]): row[3] for row in rows_of(lead.get(address("squads:heat_map") + "?download=csv"))}
    assert rows["Coder", "Planned"] == "1.000"
    assert lead.get(f"{address('squads:heat_map')}?squad={filled.theirs.squad.pk}").status_code == 200
    assert "Squad Powys" not in text(lead.get(address("squads:heat_map")))


def test_it_takes_as_many_questions_for_two_roles_as_for_thirty(filled):
    client = signed_in(filled, "viewer")
    few = queries_for(client, address("squads:heat_map"))
    for number in range(30):
        post(filled, role(f"role{number}", f"Family {number}"), "permanent", "filled", "2025-04-01")
    assert queries_for(client, address("squads:heat_map")) == few


def test_with_nothing_planned_the_page_says_what_belongs_there(world):
    Post.objects.all().delete()
    page = text(signed_in(world, "viewer").get(address("squads:heat_map")))
    assert "No post is planned in the next 24 months." in page
    assert signed_in(world, "viewer").get(address("squads:heat_map") + "?download=pdf").status_code == 404
