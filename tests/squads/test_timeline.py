"""A squad's posts over time: solid, striped and gaps, and the same in words; a home that is no longer there."""

import datetime

import pytest

from portfolio.models import Organisation
from squads.charts.timeline import picture_of
from squads.models import Post, PostStateChange, Squad
from squads.queries.squads import posts_of
from squads.queries.timeline import spells_of, timeline_of, years_around
from tests.portfolio.pages import address, queries_for, said_beside, signed_in, text, typed
from tests.squads.forms import knowing
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def office(world):
    return signed_in(world, "cdo_office")


def spells(planned: str, changes: list[tuple[str, str]], end: str = "", **more: object) -> list[tuple[str, str, str]]:
    post = Post(
        planned_from=datetime.date.fromisoformat(planned),
        planned_to=datetime.date.fromisoformat(end) if end else None,
        state=changes[-1][0] if changes else "filled",
        **more,
    )
    rows = [PostStateChange(state=state, on=datetime.date.fromisoformat(on)) for state, on in changes]
    return [(one.kind, str(one.start), str(one.end or "")) for one in spells_of(post=post, changes=rows)]


@pytest.mark.parametrize(
    ("planned", "changes", "end", "more", "found"),
    [
        ("2025-04-01", [], "", {}, [("permanent", "2025-04-01", "")]),
        # Recruited before its day: nothing is drawn until then, and no gap after it.
        ("2025-04-01", [("planned", "2024-10-01"), ("offered", "2025-01-01"), ("filled", "2025-04-01")], "", {},
         [("permanent", "2025-04-01", "")]),
        # Two months late: a gap, whatever the stages in it.
        ("2025-04-01", [("planned", "2024-10-01"), ("offered", "2025-05-01"), ("filled", "2025-06-02")], "", {},
         [("vacant", "2025-04-01", "2025-06-02"), ("permanent", "2025-06-02", "")]),
        # Left, and not followed.
        ("2025-04-01", [("filled", "2025-04-01"), ("vacant", "2026-08-24"), ("approved", "2026-10-01")], "", {},
         [("permanent", "2025-04-01", "2026-08-24"), ("vacant", "2026-08-24", "")]),
        ("2026-10-05", [("approved", "2026-08-10"), ("filled", "2026-10-05")], "2027-04-01", {"employment": "agency"},
         [("contractor", "2026-10-05", "2027-04-01")]),
        ("2025-04-01", [("filled", "2025-04-01"), ("ended", "2026-04-01")], "2026-04-01", {},
         [("permanent", "2025-04-01", "2026-04-01")]),
        ("2027-04-01", [("planned", "2026-09-07")], "", {}, [("vacant", "2027-04-01", "")]),
        # Dropped before it began.
        ("2027-04-01", [("planned", "2026-09-07"), ("ended", "2026-10-01")], "", {}, []),
    ],
)  # fmt: skip
def test_the_days_of_a_post_are_drawn_as_they_were_and_are_to_be(planned, changes, end, more, found):
    assert spells(planned, changes, end, **more) == found


def test_the_picture_reaches_from_last_financial_year_over_the_next_two(world):
    assert years_around(ON) == (datetime.date(2025, 4, 1), datetime.date(2029, 4, 1))
    picture = picture_of(timeline_of(posts=posts_of(squad=world.ours.squad), on=ON))
    assert [year for _x, year in picture.years] == [2025, 2026, 2027, 2028]
    bar = picture.rows[0].bars[0]
    assert (bar.kind, bar.x) == ("contractor", 0)
    assert bar.width == round(900 * 640 / 1461, 1)
    assert picture.rows[0].words == "contractor from 1 April 2025 to 31 December 2026"


def test_a_squads_page_has_the_picture_its_words_and_the_table_beside_it(office, world):
    post = Post.objects.create(
        squad=world.ours.squad, role=world.role, planned_from=datetime.date(2026, 4, 1), state="vacant"
    )
    PostStateChange.objects.create(post=post, state="vacant", on=datetime.date(2026, 8, 24))
    page = text(office.get(address("squads:squad", world.ours.squad.pk)))
    assert 'fill="url(#stripe)"' in page
    assert 'stroke-dasharray="4 3"' in page
    assert "Vacant, 92 days" in page
    assert "contractor from 1 April 2025 to 31 December 2026" in page
    assert "style=" not in page.split("<main")[1].split("</main")[0], "the policy of the site allows no inline style"
    page = text(office.get(address("squads:squad", world.ours.squad.pk, language="cy")))
    assert "contractwr o 1 Ebrill 2025 i 31 Rhagfyr 2026" in page


def test_a_squads_page_asks_as_many_questions_for_two_posts_as_for_thirty(office, world):
    url = address("squads:squad", world.ours.squad.pk)
    few = queries_for(office, url)
    for _ in range(30):
        post = Post.objects.create(squad=world.ours.squad, role=world.role, planned_from=ON, state="vacant")
        PostStateChange.objects.create(post=post, state="vacant", on=ON)
    assert queries_for(office, url) == few


def test_the_first_page_has_its_figures_each_with_the_way_to_its_rows(office, world):
    page = text(office.get(address("squads:squads")))
    for place in ("posts", "vacancies", "conversions", "missing_roles", "heat_map", "promised", "roles", "leaving"):
        assert address(f"squads:{place}") in page, place
    assert f"{address('squads:posts')}?there=contractors" in page
    rows = office.get(f"{address('squads:posts')}?there=contractors").context["table"].paginator.count
    assert rows == 2
    assert office.get(f"{address('squads:posts')}?there=permanent").context["table"].paginator.count == 0


@pytest.fixture
def ended(world) -> Organisation:
    return Organisation.objects.create(
        name_cy="Hen Gorff", name_en="Old Body", kind="partner", valid_from=datetime.date(2020, 4, 1),
        valid_to=datetime.date(2026, 4, 1), successor=world.ours.organisation,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("1 May 2026", "Old Body no longer existed on 1 May 2026; its last day was 31 March 2026. Choose Gwynedd."),
        ("1 April 2019", "Old Body did not exist yet on 1 April 2019; it began on 1 April 2020."),
    ],
)
def test_a_squad_is_at_home_with_nobody_who_is_not_there(office, world, ended, since, said):
    url = address("squads:squad_edit", world.ours.squad.pk)
    answer = office.post(url, typed(office.get(url)) | {"organisation": str(ended.pk), "since": since})
    assert answer.status_code == 422
    assert said_beside(answer, "organisation") == said
    assert world.ours.squad.history.count() == 1


def test_a_home_that_ends_before_the_squad_is_warned_of_and_then_said_on_its_page(office, world, ended):
    url = address("squads:squad_edit", world.ours.squad.pk)
    data = typed(office.get(url)) | {"organisation": str(ended.pk), "since": "1 April 2025"}
    answer = office.post(url, data)
    assert "Old Body is there until 31 March 2026 only" in said_beside(answer, "knowingly")
    assert office.post(url, knowing(answer)).status_code == 302
    page = text(office.get(address("squads:squad", world.ours.squad.pk)))
    assert "Its home organisation, Old Body, no longer exists: its last day was 31 March 2026." in page
    Squad.objects.filter(pk=world.ours.squad.pk).update(until=datetime.date(2026, 4, 1))
    assert "no longer exists" not in text(office.get(address("squads:squad", world.ours.squad.pk)))
