"""Posts that nobody fills: since when, at which stage, and the oldest first."""

import datetime
from decimal import Decimal

import pytest

from squads.models import Post, PostStateChange
from squads.queries.stages import recruitment_of
from squads.queries.vacancies import hiring_of, vacancies, vacancies_of
from tests.portfolio.pages import address, queries_for, rows_of, signed_in, text
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def post(world: World, planned_from: str, *changes: tuple[str, str], **more: object) -> Post:
    made = Post.objects.create(
        squad=world.ours.squad, role=world.role, planned_from=day(planned_from), state=changes[-1][0], **more
    )
    for state, on in changes:
        PostStateChange.objects.create(post=made, state=state, on=day(on))
    return made


CASES = [
    # Never filled, and planned for a day that has passed: empty since that day.
    ("2026-10-01", [("planned", "2026-05-01"), ("approved", "2026-08-03")], "2026-10-01", 54, "2026-08-03", 113),
    # Planned for later: not late.
    ("2027-01-04", [("planned", "2026-05-01"), ("advertised", "2026-09-14")], None, None, "2026-09-14", 71),
    # Its holder left, and nobody is sought yet.
    ("2024-04-01", [("filled", "2024-04-01"), ("vacant", "2026-08-24")], "2026-08-24", 92, "2026-08-24", 92),
    # Its holder left, and it is advertised again: empty since the holder left.
    (
        "2024-04-01",
        [("filled", "2024-04-01"), ("vacant", "2026-08-24"), ("approved", "2026-09-01"), ("advertised", "2026-10-05")],
        "2026-08-24", 92, "2026-10-05", 50,
    ),
    # Filled twice: the second departure counts.
    (
        "2022-04-01",
        [("filled", "2022-04-01"), ("vacant", "2023-01-09"), ("filled", "2023-06-05"), ("vacant", "2026-11-02")],
        "2026-11-02", 22, "2026-11-02", 22,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("planned", "changes", "since", "age", "stage_since", "at_stage"), CASES)
def test_how_old_a_vacancy_is_and_how_long_it_has_been_at_its_stage(
    world, planned, changes, since, age, stage_since, at_stage
):
    made = post(world, planned, *changes)
    found = vacancies(Post.objects.filter(pk=made.pk), on=ON).get()
    assert (found.vacant_since, found.vacant_for and found.vacant_for.days) == (since and day(since), age)
    assert (found.state_since, found.in_state.days) == (day(stage_since), at_stage)
    one = recruitment_of(post=made, changes=list(made.state_changes.all()), on=ON)
    assert (one.state_since, one.in_state) == (day(stage_since), at_stage)
    if since:
        assert one.vacant_since == day(since), "the post's own page says the same"


def test_what_is_filled_ended_or_over_is_no_vacancy(world):
    post(world, "2025-04-01", ("ended", "2026-04-01"))
    post(world, "2025-04-01", ("planned", "2025-01-01"), planned_to=ON)
    assert not vacancies(Post.objects.all(), on=ON).exists()


def test_the_stages_are_counted_with_the_days_in_them(world):
    for planned, changes, *_rest in CASES:
        post(world, planned, *changes, fte=Decimal("0.5"))
    found = vacancies_of(Post.objects.all(), on=ON)
    assert (found.posts, found.fte, found.late, found.median_days, found.oldest_days) == (5, Decimal("2.5"), 4, 73, 92)
    stages = {one.state: (one.posts, one.median_days, one.longest_days) for one in found.stages}
    assert stages == {
        "vacant": (2, 57, 92),
        "planned": (0, None, None),
        "approved": (1, 113, 113),
        "advertised": (2, 60.5, 71),
        "offered": (0, None, None),
    }
    assert sum(one.posts for one in found.stages) == found.posts
    assert sum(one.fte for one in found.stages) == found.fte


def test_how_long_hiring_took_is_counted_from_the_approval_before_it(world):
    Post.objects.all().delete()
    post(world, "2026-06-01", ("approved", "2026-01-05"), ("filled", "2026-06-01"))
    post(world, "2026-06-01", ("filled", "2026-07-01"))
    post(world, "2023-06-01", ("approved", "2023-01-05"), ("filled", "2023-06-01"))
    found = hiring_of(Post.objects.all(), on=ON)
    assert (found.filled, found.median_days) == (2, 147)


def test_the_oldest_come_first_and_those_not_wanted_yet_last_either_way(world):
    for planned, changes, *_rest in CASES:
        post(world, planned, *changes)
    client = signed_in(world, "viewer")
    url = address("squads:vacancies")
    ages = [row[2] for row in rows_of(client.get(f"{url}?download=csv"))[1:]]
    known = [int(age) for age in ages if age]
    assert known == sorted(known, reverse=True)
    assert ages[-1] == ""
    up = [row[2] for row in rows_of(client.get(f"{url}?sort=vacant_for&download=csv"))[1:]]
    assert [int(age) for age in up if age] == sorted(known)
    assert up[-1] == ""


@pytest.mark.parametrize(
    ("query", "number"),
    [("stage=advertised", 2), ("wanted=already", 4), ("wanted=later", 1), ("search=powys", 0), ("stage=filled", 0)],
)
def test_the_list_is_narrowed_and_the_finding_with_it(world, query, number):
    for planned, changes, *_rest in CASES:
        post(world, planned, *changes)
    client = signed_in(world, "viewer")
    url = f"{address('squads:vacancies')}?{query}"
    assert len(rows_of(client.get(f"{url}&download=csv"))) - 1 == number
    said = {0: "No post is empty.", 1: "Nobody fills one post (FTE: 1.0)."}
    assert said.get(number, f"Nobody fills {number} posts (FTE: {number}.0).") in text(client.get(url))


def test_the_pages_say_what_they_found_in_both_languages(world):
    for planned, changes, *_rest in CASES:
        post(world, planned, *changes)
    client = signed_in(world, "viewer")
    assert "Nobody fills 5 posts (FTE: 5.0)." in text(client.get(address("squads:vacancies")))
    assert "Nid oes neb yn llenwi 5 swydd (CALl: 5.0)." in text(client.get(address("squads:vacancies", language="cy")))
    Post.objects.exclude(state="filled").delete()
    assert "No post is empty" in text(client.get(address("squads:vacancies")))


def test_the_steps_of_a_post_are_dated_and_the_present_one_marked(world):
    made = post(
        world, "2027-01-04", ("planned", "2026-06-01"), ("approved", "2026-08-03"), ("advertised", "2026-09-14")
    )
    found = recruitment_of(post=made, changes=list(made.state_changes.all()), on=ON)
    assert [(step.state, step.on and step.on.isoformat(), step.days, step.is_present) for step in found.steps] == [
        ("planned", "2026-06-01", 63, False),
        ("approved", "2026-08-03", 42, False),
        ("advertised", "2026-09-14", 71, True),
        ("offered", None, None, False),
        ("filled", None, None, False),
    ]
    assert 'aria-current="step"' in text(signed_in(world, "viewer").get(address("squads:post", made.pk)))


def test_it_takes_as_many_questions_for_one_vacancy_as_for_thirty(world):
    post(world, *[CASES[0][0]], *CASES[0][1])
    client = signed_in(world, "delivery_lead")
    queries = ["", "?sort=-vacant_for", "?download=csv"]
    few = [queries_for(client, address("squads:vacancies") + query) for query in queries]
    for _ in range(6):
        for planned, changes, *_rest in CASES:
            post(world, planned, *changes)
    assert [queries_for(client, address("squads:vacancies") + query) for query in queries] == few


def test_the_holder_of_no_post_is_named_here(world):
    Post.objects.update(state="vacant", planned_to=None)
    page = text(signed_in(world, "viewer").get(address("squads:vacancies")))
    assert world.ours.post.holder not in page
