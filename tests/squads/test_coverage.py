"""The roles a multidisciplinary squad wants: which a squad has filled, has planned, and lacks."""

import datetime
from decimal import Decimal

import pytest

from squads.models import WANTED, Post, Role, Squad
from squads.queries.coverage import coverage_of, coverage_on, lacking_in, lacking_of, there_on
from tests.portfolio.pages import address, cells_of, queries_for, rows_of, signed_in, text
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def role(code: str) -> Role:
    return Role.objects.get_or_create(
        code=code, defaults={"name_cy": code, "name_en": code, "family_cy": "Teulu", "family_en": "Family"}
    )[0]


def post(squad: Squad, code: str, state: str = "filled", start: str = "2025-04-01", **more: object) -> Post:
    return Post.objects.create(
        squad=squad, role=role(code), state=state, planned_from=datetime.date.fromisoformat(start), **more
    )


@pytest.fixture
def squad(world) -> Squad:
    found = world.ours.squad
    post(found, "product_manager")
    post(found, "senior_developer", fte=Decimal("0.6"))
    post(found, "developer", "vacant", fte=Decimal("0.5"))
    post(found, "user_researcher", "advertised", "2027-02-01", fte=Decimal("0.8"))
    post(found, "delivery_manager", "ended")
    post(found, "content_designer", planned_to=datetime.date(2026, 11, 24))
    post(found, "test_engineer", "filled", "2027-02-01")
    post(found, "business_analyst")
    return found


EXPECTED = {
    "service_owner": ("lacking", "0", "0"),
    "product_manager": ("filled", "1", "0"),
    "delivery_manager": ("lacking", "0", "0"),
    "user_researcher": ("planned", "0", "0.8"),
    "designer": ("lacking", "0", "0"),
    "content_designer": ("lacking", "0", "0"),
    "developer": ("filled", "0.6", "0.5"),
    "technical_architect": ("lacking", "0", "0"),
    # Somebody has been found, and has not come yet.
    "test_engineer": ("planned", "0", "1"),
    "performance_analyst": ("lacking", "0", "0"),
    "welsh": ("lacking", "0", "0"),
}


def test_what_is_filled_planned_and_lacking_is_the_same_for_one_squad_and_for_all(squad):
    whole = coverage_of(Squad.objects.all(), on=ON)
    for found in (
        coverage_on(squad=squad, on=ON),
        next(list(row.roles.values()) for row in whole if row.pk == squad.pk),
    ):
        said = {one.role.key: (one.standing, one.filled, one.planned) for one in found}
        assert said == {key: (word, Decimal(a), Decimal(b)) for key, (word, a, b) in EXPECTED.items()}


def test_a_squad_that_has_everything_lacks_nothing_and_one_that_is_over_is_not_asked(world):
    for wanted in WANTED:
        post(world.theirs.squad, wanted.codes[0])
    squads = there_on(Squad.objects.all(), on=ON)
    rows = coverage_of(squads, on=ON)
    assert {row.pk: row.lacks for row in rows} == {world.ours.squad.pk: 11, world.theirs.squad.pk: 0}
    found = lacking_of(squads, on=ON)
    assert (found.squads, found.lacking, found.most_squads) == (2, 1, 1)
    assert lacking_in(rows) == found
    Squad.objects.filter(pk=world.ours.squad.pk).update(until=ON)
    assert lacking_of(there_on(Squad.objects.all(), on=ON), on=ON).squads == 1


def test_every_wanted_role_has_a_source_in_both_languages_and_a_mark(world):
    assert len({one.key for one in WANTED}) == len(WANTED) == 11
    for one in WANTED:
        assert one.mark in ("V", "J")
        assert one.source_cy != one.source_en
        assert one.name_cy != one.name_en
    page = text(signed_in(world, "viewer").get(address("squads:missing_roles")))
    for one in WANTED:
        assert one.name_en in page


def test_the_matrix_is_shown_narrowed_sorted_and_downloaded_alike(world, squad):
    client = signed_in(world, "viewer")
    url = address("squads:missing_roles")
    assert "2 squads of 2 lack a role or more." in text(client.get(url))
    rows = rows_of(client.get(f"{url}?download=csv"))
    assert rows[0] == ["Squad", "Home organisation", "Roles it lacks", *(one.name_en for one in WANTED)]
    ours = dict(zip(rows[0], next(row for row in rows[1:] if row[0] == "Squad Gwynedd"), strict=True))
    assert (ours["Roles it lacks"], ours["Product manager"]) == ("7", "1.0 FTE")
    assert (ours["User researcher"], ours["Service owner"]) == ("planned, 0.8 FTE", "lacks it")
    assert cells_of(client.get(f"{url}?download=xlsx"))[0] == rows[0]
    assert [row[0] for row in rows[1:]] == ["Squad Powys", "Squad Gwynedd"], "those that lack most come first"
    assert rows_of(client.get(f"{url}?sort=-developer&download=csv"))[1][0] == "Squad Gwynedd"
    for query, names in (
        ("lacks=product_manager", ["Squad Powys"]),
        ("lacks=service_owner", ["Squad Powys", "Squad Gwynedd"]),
        ("any_lack=no", []),
        ("lacks=nonsense", []),
    ):
        assert [row[0] for row in rows_of(client.get(f"{url}?{query}&download=csv"))[1:]] == names, query


def test_the_squads_page_says_which_it_lacks_in_both_languages(world, squad):
    client = signed_in(world, "viewer")
    page = text(client.get(address("squads:squad", squad.pk)))
    assert "Of the 11 roles a multidisciplinary squad wants it has 2. It lacks: Service owner, Delivery manager" in page
    page = text(client.get(address("squads:squad", squad.pk, language="cy")))
    assert "Perchennog gwasanaeth, Rheolwr cyflenwi" in page


def test_it_takes_as_many_questions_for_two_squads_as_for_thirty(world, squad):
    client = signed_in(world, "delivery_lead")
    queries = ["", "?sort=developer", "?lacks=welsh", "?download=csv"]
    few = [queries_for(client, address("squads:missing_roles") + query) for query in queries]
    for number in range(30):
        made = Squad.objects.create(
            name_cy=f"Sgwad {number}", name_en=f"Squad {number}", organisation=world.ours.organisation, since=ON
        )
        post(made, "developer")
    assert [queries_for(client, address("squads:missing_roles") + query) for query in queries] == few
