"""Who is there: by month, by squad and in words, whichever way the figures fall."""

import datetime
from decimal import Decimal

import numpy as np
import pytest
from django.utils.translation import override

from squads import queries
from squads.charts.months import fte_chart
from squads.models import Assignment, Employment, Post, Squad
from tests.portfolio.pages import address, rows_of, signed_in, text
from tests.world import TODAY, World, make_world

pytestmark = pytest.mark.django_db
SOON = "The contractor leaves soon, on"


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def squad(world) -> Squad:
    return Squad.objects.create(
        name_cy="S", name_en="S", organisation=world.ours.organisation, since=datetime.date(2026, 4, 1)
    )


def post(world: World, squad: Squad, **more: object) -> Post:
    made = {"planned_from": datetime.date(2026, 4, 1), "state": "filled", "employment": Employment.PERMANENT}
    return Post.objects.create(squad=squad, role=world.role, **(made | more))


def figures(squad: Squad, months: int = 6, start: datetime.date = datetime.date(2026, 11, 1)) -> list[list[float]]:
    found = queries.fte_by_month(posts=Post.objects.filter(squad=squad), start=start, months=months)
    return [list(found.permanent), list(found.contractors), list(found.vacant)]


def test_a_month_has_those_planned_to_be_there_on_its_first(world, squad, django_assert_num_queries):
    post(world, squad, fte=Decimal("0.8"))
    post(world, squad, employment="fixed_term", planned_to=datetime.date(2027, 1, 1))
    post(world, squad, employment="agency", planned_to=datetime.date(2027, 1, 2))
    post(world, squad, employment="supplier", planned_from=datetime.date(2026, 12, 1), fte=Decimal("0.5"))
    post(world, squad, state="vacant", planned_from=datetime.date(2026, 12, 2))
    post(world, squad, state="advertised", employment="agency", fte=Decimal("0.25"))
    post(world, squad, state="ended")
    with django_assert_num_queries(1):
        permanent, contractors, vacant = figures(squad)
    assert permanent == [1.8, 1.8, 0.8, 0.8, 0.8, 0.8]
    assert contractors == [1, 1.5, 1.5, 0.5, 0.5, 0.5]
    assert vacant == [0.25, 0.25, 1.25, 1.25, 1.25, 1.25]


def test_months_go_over_the_end_of_a_year(squad):
    days = queries.months_from(datetime.date(2026, 11, 24), 3)
    assert days == [datetime.date(2026, 11, 1), datetime.date(2026, 12, 1), datetime.date(2027, 1, 1)]
    assert figures(squad) == [[0] * 6] * 3


def test_the_figures_of_the_list_are_those_of_the_squad_s_page(world, squad, django_assert_num_queries):
    post(world, squad, fte=Decimal("0.8"))
    post(world, squad, employment="agency", fte=Decimal("0.5"))
    post(world, squad, employment="supplier", state="vacant")
    post(world, squad, state="ended")
    post(world, squad, planned_from=datetime.date(2026, 11, 25))
    post(world, squad, planned_to=TODAY)
    with django_assert_num_queries(1):
        row = queries.squads_with_fte(Squad.objects.filter(pk=squad.pk), on=TODAY).get()
    now = queries.staffing(squad=squad, on=TODAY)
    assert (row.permanent_fte, row.contractor_fte, row.vacant_fte) == (Decimal("0.8"), Decimal("0.5"), Decimal(1))
    assert (now.permanent, now.contractors, now.vacant) == (row.permanent_fte, row.contractor_fte, row.vacant_fte)
    empty = Squad.objects.create(name_cy="E", name_en="E", organisation=squad.organisation, since=TODAY)
    row = queries.squads_with_fte(Squad.objects.filter(pk=empty.pk), on=TODAY).get()
    assert (row.permanent_fte, row.contractor_fte, row.vacant_fte) == (0, 0, 0)


def test_what_it_works_on_does_not_multiply_who_is_there(world):
    squad = world.ours.squad
    for number in range(3):
        Assignment.objects.create(
            squad=squad, product=world.theirs.product, start=datetime.date(2020 + number, 4, 1), share=Decimal("0.1")
        )
    lead = world.person("delivery_lead")
    row = queries.squads_with_fte(Squad.objects.visible_to(lead), on=TODAY).get()
    assert row.contractor_fte == 1


def test_the_finding_of_all_squads_adds_them_up(world, squad):
    post(world, squad, fte=Decimal("0.8"))
    post(world, squad, state="vacant", fte=Decimal("0.5"))
    rows = queries.squads_with_fte(Squad.objects.all(), on=TODAY)
    assert queries.squads_finding(rows) == [
        "2.8 FTE is in post today, of which 2.0 (71.4%) is contractors'.",
        "0.5 FTE is wanted today and nobody fills it.",
    ]
    assert queries.squads_finding(rows.none()) == []


@pytest.mark.parametrize(
    ("state", "employment", "said"),
    [
        ("vacant", "agency", ["Nobody is in post today.", "2.0 FTE is wanted today and nobody fills it."]),
        (
            "filled",
            "permanent",
            ["2.0 FTE is in post today, none of it contractors'.", "No post wanted today is empty."],
        ),
        ("filled", "agency", ["2.0 FTE is in post today, all of it contractors'.", "No post wanted today is empty."]),
    ],
)
def test_the_finding_of_all_squads_reads_right_where_all_are_alike(world, state, employment, said):
    Post.objects.update(state=state, employment=employment)
    assert queries.squads_finding(queries.squads_with_fte(Squad.objects.all(), on=TODAY)) == said


def finding(squad: Squad, world: World) -> list[str]:
    work = queries.work_of(squad=squad, user=world.person("viewer"), on=TODAY)
    return queries.squad_finding(queries.staffing(squad=squad, on=TODAY), work)


def test_the_finding_of_a_squad_reads_right_for_nobody_for_one_and_for_contractors(world, squad):
    assert finding(squad, world) == ["This squad has no posts today.", "It works on no product today."]
    Assignment.objects.create(squad=squad, product=world.ours.product, start=datetime.date(2026, 4, 1))
    post(world, squad)
    assert finding(squad, world) == ["It has 1 post today.", "None is a contractor's."]
    contractor = post(world, squad, employment="agency")
    assert finding(squad, world) == ["It has 2 posts today.", "One is a contractor's, with no end planned."]
    contractor.planned_to = datetime.date(2027, 4, 1)
    contractor.save()
    post(world, squad, employment="supplier", planned_to=datetime.date(2027, 2, 1), state="vacant")
    assert finding(squad, world) == [
        "It has 3 posts today.",
        "One is a contractor's, who leaves on 31 March 2027.",
        "One is empty.",
    ]
    post(world, squad, employment="supplier", planned_to=datetime.date(2027, 3, 1))
    assert finding(squad, world)[1] == "2 are contractors'; the first leaves on 28 February 2027."


def test_a_squad_promised_twice_is_said_to_be(world, squad):
    post(world, squad)
    for product, share in ((world.ours.product, "0.7"), (world.theirs.product, "0.5")):
        Assignment.objects.create(squad=squad, product=product, share=Decimal(share), start=datetime.date(2026, 4, 1))
    assert finding(squad, world)[-1] == "It is promised to its products for more than all of its time: 120%."
    Assignment.objects.filter(product=world.theirs.product).update(share=Decimal("0.3"))
    assert finding(squad, world) == ["It has 1 post today.", "None is a contractor's."]
    lead = queries.work_of(squad=squad, user=world.person("delivery_lead"), on=TODAY)
    assert [one.product for one in lead.shown] == [world.ours.product]
    assert (lead.unseen, lead.promised) == (1, Decimal("1.000")), "the share of what is not named still counts"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, [f"{SOON} 31 December 2026. Days from today: 37."]),
        (
            {"planned_to": TODAY + datetime.timedelta(days=1)},
            [f"{SOON} 24 November 2026. Days from today: 0."],
        ),
        ({"planned_to": TODAY}, ["This post is filled, and was planned to end on 23 November 2026."]),
        (
            {"planned_to": datetime.date(2027, 2, 25)},
            [f"{SOON} 24 February 2027. Days from today: 92."],
        ),
        ({"planned_to": datetime.date(2027, 2, 26)}, ["The contractor leaves on 25 February 2027."]),
        ({"planned_to": None}, ["A contractor is in this post, with no end planned."]),
        ({"employment": "permanent"}, []),
        ({"employment": "permanent", "planned_to": None}, []),
        ({"state": "vacant"}, ["Nobody is in this post, which was to begin on 1 April 2025."]),
        ({"state": "planned", "planned_from": datetime.date(2026, 12, 1)}, []),
        ({"state": "ended"}, ["This post has ended."]),
    ],
)
def test_the_finding_of_a_post_says_what_is_about_to_happen(world, changes, said):
    Post.objects.filter(pk=world.ours.post.pk).update(**changes)
    assert queries.post_finding(post=Post.objects.get(pk=world.ours.post.pk), on=TODAY) == said


@pytest.mark.parametrize(
    ("contractors", "title"),
    [
        ([0, 0, 0], "No contractor is planned in these months"),
        ([1, 0.5, 0], "The last contractor planned is there in December 2026"),
        ([1, 0, 1], "Contractors are planned until the end of these months"),
    ],
)
def test_the_chart_s_title_says_no_more_than_its_months_show(contractors, title):
    months = queries.months_from(datetime.date(2026, 11, 1), 3)
    found = queries.MonthlyFTE(months, np.ones(3), np.array(contractors, float), np.zeros(3))
    chart = fte_chart(found)
    assert chart.title == title
    assert [row[0] for row in chart.table.rows] == ["November 2026", "December 2026", "January 2027"]


def test_every_table_of_a_squads_page_is_downloaded_as_it_is_shown(world):
    client, page = signed_in(world, "delivery_lead"), address("squads:squad", world.ours.squad.pk)

    def rows(table: str) -> list[list[str]]:
        return rows_of(client.get(f"{page}?table={table}&download=csv"))

    assert rows("posts")[1][:3] == ["Software developer", "agency contractor", "1.000"]
    assert rows("posts")[1][-2:] == ["2025-04-01", "2026-12-31"]
    assert rows("work")[1][:3] == ["School Essentials Grant Gwynedd", "1.000", "2025-04-01"]
    assert len(rows("work")) == 2, "another organisation's product is in no file either"
    assert ["Service owner", "lacks it", ""] in [row[:3] for row in rows("roles")]
    assert rows("conversions")[1:] == []
    for table in ("posts", "roles", "work"):
        assert f"?table={table}&amp;download=xlsx" in text(client.get(page))
    assert client.get(page + "?table=holders&download=csv").status_code == 404
    assert client.get(page + "?table=posts&download=pdf").status_code == 404
    theirs = address("squads:squad", world.theirs.squad.pk)
    assert client.get(theirs + "?table=posts&download=csv").status_code == 404
