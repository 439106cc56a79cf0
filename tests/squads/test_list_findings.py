"""What the lists of posts, empty posts, roles and handovers say first: right for none, for one and for many."""

import datetime

import pytest

from squads.models import WANTED, Conversion, HandoverItem, Post
from squads.queries.conversions import handovers_finding
from squads.queries.coverage import Lacking, lacking_finding
from squads.queries.posts import posts_finding
from squads.queries.vacancies import vacancies_finding, vacancies_of
from tests.portfolio.pages import address, queries_for, signed_in
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
DAY = datetime.date
TODAY = DAY(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def test_posts_say_who_is_there_and_what_is_past_its_day(world):
    rows = Post.objects.all()
    assert posts_finding(rows.none(), on=TODAY) == []
    assert posts_finding(rows, on=TODAY) == ["Somebody is in 2 posts today. 2 are contractors'."]
    rows.filter(pk=world.ours.post.pk).update(employment="permanent")
    rows.filter(pk=world.theirs.post.pk).update(planned_to=TODAY)
    assert posts_finding(rows.all(), on=TODAY) == [
        "Somebody is in one post today. None is a contractor's.",
        "One post is past its last day, and is not marked as ended.",
    ]
    rows.update(state="vacant", planned_to=None)
    assert posts_finding(rows.all(), on=TODAY) == ["Nobody is in these posts today."]


def test_posts_ask_as_much_of_many_rows_as_of_few(world):
    client, url = signed_in(world, "viewer"), address("squads:posts")
    few = queries_for(client, url)
    for _number in range(10):
        Post.objects.create(squad=world.ours.squad, role=world.role, planned_from=TODAY)
    assert queries_for(client, url) == few


def test_empty_posts_say_since_when(world):
    def said() -> list[str]:
        return vacancies_finding(vacancies_of(Post.objects.all(), on=TODAY))

    def add(planned_from: datetime.date) -> None:
        Post.objects.create(squad=world.ours.squad, role=world.role, planned_from=planned_from, state="approved")

    assert said() == ["No post is empty."]
    add(DAY(2027, 1, 1))
    assert said() == ["Nobody fills one post (FTE: 1.0).", "Each of them is planned for a later day: none is late."]
    add(DAY(2026, 11, 14))
    assert said()[1] == "One is wanted already, and has been empty for 10 days."
    add(DAY(2026, 11, 4))
    assert said() == [
        "Nobody fills 3 posts (FTE: 3.0).",
        "2 are wanted already: half of them have been empty for 15 days or more, the oldest for 20 days.",
    ]


def test_handovers_say_what_is_still_to_be_done_and_late(world):
    permanent = Post.objects.create(squad=world.ours.squad, role=world.role, planned_from=TODAY)
    conversion = Conversion.objects.create(contractor=world.ours.post, permanent=permanent)

    def add(done: datetime.date | None = None, due: datetime.date | None = None) -> None:
        HandoverItem.objects.create(conversion=conversion, what_cy="C", what_en="W", done_on=done, due_on=due)

    rows = HandoverItem.objects.all()
    assert handovers_finding(rows, on=TODAY) == []
    add(done=TODAY)
    assert handovers_finding(rows.all(), on=TODAY) == ["Everything on the list has been handed over."]
    add(due=DAY(2026, 11, 23))
    assert handovers_finding(rows.all(), on=TODAY) == [
        "One thing of 2 on the list is still to be handed over. It is late."
    ]
    add(due=TODAY)
    assert handovers_finding(rows.all(), on=TODAY) == [
        "2 things of 3 on the list are still to be handed over. One of them is late."
    ]
    rows.filter(done_on=TODAY).delete()
    assert handovers_finding(rows.filter(due_on=TODAY), on=TODAY) == [
        "One thing is on the list, and it is still to be handed over."
    ]


def test_roles_that_squads_lack_read_right_for_one_squad_and_for_more():
    role = WANTED[0]
    assert lacking_finding(Lacking(0, 0, None, 0)) == []
    assert lacking_finding(Lacking(1, 1, role, 1)) == [
        f"The squad lacks a role or more, such as this one: {role.name_en}."
    ]
    assert lacking_finding(Lacking(3, 1, role, 1)) == [
        "One squad of 3 lacks a role or more.",
        f"The role most often lacking is {role.name_en}, in one squad.",
    ]
    assert lacking_finding(Lacking(3, 3, role, 2))[1] == f"The role most often lacking is {role.name_en}, in 2 squads."
