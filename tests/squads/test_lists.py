"""The lists of squads, posts and roles, and the pages behind them."""

import datetime
from decimal import Decimal

import pytest

from funding.models import AppraisalRole, Rate
from squads.models import Assignment, Post, PostStateChange, Role, Squad
from tests.portfolio.pages import address, alike, cells_of, queries_for, rows_of, signed_in, text
from tests.portfolio.rows import FORMULA
from tests.world import HOLDER, World, make_world

pytestmark = pytest.mark.django_db
LISTS = ["squads", "posts", "roles"]
COLUMNS = {
    "squads": ["name", "organisation", "permanent_fte", "contractor_fte", "vacant_fte", "since", "until", "evidence"],
    "posts": ["role", "squad", "employment", "fte", "state", "planned_from", "planned_to", "evidence"],
    "roles": ["name", "family", "usual_grade", "post_count", "evidence"],
}
NARROWINGS = {
    "squads": ["search=squad", "evidence=V&sort=-permanent_fte", "search=sgwad"],
    "posts": ["search=squad", "employment=permanent", "state=vacant&sort=-fte"],
    "roles": ["search=role", "search=rôl+teulu"],
}


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def url(name: str, query: str = "", language: str = "en") -> str:
    return f"{address(f'squads:{name}', language=language)}?{query}"


def more_rows(world: World, number: int, *, first: int = 0) -> None:
    """`number` squads of ours, each with a role of its own, two posts and a product."""
    for one in range(first, first + number):
        role = Role.objects.create(
            code=f"role_{one}",
            name_cy=f"Rôl {one:02}",
            name_en=f"Role {one:02}",
            family_cy="Teulu",
            family_en="Family",
            usual_grade="SEO",
        )
        squad = Squad.objects.create(
            name_cy=f"Sgwad {one:02}",
            name_en=f"Squad {one:02}",
            organisation=world.ours.organisation,
            since=datetime.date(2026, 4, 1),
            until=datetime.date(2035, 4, 1),
            evidence="V",
        )
        Assignment.objects.create(
            squad=squad, product=world.ours.product, start=datetime.date(2026, 4, 1), share=Decimal("0.1")
        )
        for state in ("filled", "vacant"):
            post = Post.objects.create(
                squad=squad, role=role, planned_from=datetime.date(2026, 4, 1), state=state, fte=Decimal("0.8")
            )
            PostStateChange.objects.create(post=post, state=state, on=datetime.date(2026, 4, 1))


@pytest.mark.parametrize("who", ["viewer", "delivery_lead"])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_as_many_questions_with_three_rows_as_with_thirty(world, name, who):
    client = signed_in(world, who)
    queries = ["per_page=100", "sort=-evidence&page=2", *NARROWINGS[name], "download=csv", "sort=fte&download=xlsx"]
    more_rows(world, 3)
    few = [queries_for(client, url(name, query)) for query in queries]
    more_rows(world, 30, first=3)
    many = [queries_for(client, url(name, query)) for query in queries]
    assert few == many
    # The first page of the place has its key figures too.
    assert max(many) <= (17 if name == "squads" else 14)


@pytest.mark.parametrize("who", ["cdo_office", "delivery_lead"])
def test_the_pages_of_a_squad_a_post_and_a_role_ask_as_many_questions_however_much_is_on_them(world, who):
    client = signed_in(world, who)
    pages = [
        address("squads:squad", world.ours.squad.pk),
        address("squads:post", world.ours.post.pk),
        address("squads:role", world.role.pk),
    ]
    few = [queries_for(client, page) for page in pages]
    more_rows(world, 15)
    Post.objects.update(squad=world.ours.squad, role=world.role)
    PostStateChange.objects.update(post=world.ours.post)
    Assignment.objects.exclude(squad=world.theirs.squad).update(squad=world.ours.squad)
    assert [queries_for(client, page) for page in pages] == few


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("name", LISTS)
def test_every_column_sorts_both_ways_and_shows_every_row_once(world, name, language):
    more_rows(world, 14)
    client = signed_in(world, "cdo_office")
    plain = rows_of(client.get(url(name, "download=csv", language)))[1:]
    for column in COLUMNS[name]:
        for sort in (column, f"-{column}"):
            found = rows_of(client.get(url(name, f"sort={sort}&download=csv", language)))[1:]
            assert sorted(found) == sorted(plain), sort
    names = [row[0] for row in plain]
    assert names == sorted(names, key=str.casefold)


def test_the_last_day_sorts_by_the_day_it_stands_for(world):
    Post.objects.filter(pk=world.theirs.post.pk).update(planned_to=datetime.date(2026, 12, 1))
    rows = rows_of(signed_in(world, "viewer").get(url("posts", "sort=planned_to&download=csv")))
    column = rows[0].index("Last day")
    assert [row[column] for row in rows[1:]] == ["2026-11-30", "2026-12-31"]


def test_a_search_finds_words_of_either_language_on_pages_of_either(world):
    more_rows(world, 3)
    client = signed_in(world, "viewer")
    wanted = (("squads", "sgwad 02 squad", 1), ("posts", "rôl 02 squad", 2), ("roles", "TEULU role 01", 1))
    for language in ("cy", "en"):
        for name, words, number in wanted:
            rows = rows_of(client.get(url(name, f"search={words}&download=csv", language)))
            assert len(rows) - 1 == number, (name, language)
        assert "Nothing matches" in text(client.get(url("squads", "search=zzzz")))


@pytest.mark.parametrize(
    ("name", "query", "number"),
    [
        ("squads", "evidence=V", 3),
        ("posts", "state=vacant", 3),
        ("posts", "employment=agency", 2),
        ("posts", "employment=permanent&state=filled", 3),
    ],
)
def test_a_filter_narrows_the_page_and_the_files_alike(world, name, query, number):
    more_rows(world, 3)
    client = signed_in(world, "viewer")
    files = [client.get(url(name, f"{query}&download={kind}")) for kind in ("csv", "xlsx")]
    assert len(rows_of(files[0])) - 1 == len(cells_of(files[1])) - 1 == number
    assert f"of {number}" in text(client.get(url(name, query)))


def test_posts_are_narrowed_by_squad_role_and_organisation(world):
    more_rows(world, 3)
    client = signed_in(world, "viewer")
    queries = {
        f"squad={world.theirs.squad.pk}": 1,
        f"role={world.role.pk}": 2,
        f"organisation={world.ours.organisation.pk}": 7,
    }
    for query, number in queries.items():
        assert len(rows_of(client.get(url("posts", f"{query}&download=csv")))) - 1 == number, query


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("name", LISTS)
def test_both_files_are_what_is_shown_sorted_narrowed_and_every_page_of_it(world, name, language):
    more_rows(world, 30)
    client = signed_in(world, "viewer")
    query = f"{NARROWINGS[name][0]}&sort=-{COLUMNS[name][0]}&page=2&per_page=25"
    csv_rows = rows_of(client.get(url(name, f"{query}&download=csv", language)))
    xlsx_rows = cells_of(client.get(url(name, f"{query}&download=xlsx", language)))
    assert len(csv_rows) == len(xlsx_rows) >= 31
    assert csv_rows[0] == xlsx_rows[0]
    for written, cells in zip(csv_rows[1:], xlsx_rows[1:], strict=True):
        assert all(alike(one, cell) for one, cell in zip(written, cells, strict=True)), (written, cells)
    firsts = [row[0].casefold() for row in csv_rows[1:]]
    assert firsts == sorted(firsts, reverse=True)


@pytest.mark.parametrize("name", LISTS)
def test_what_a_spreadsheet_would_run_stays_text(world, name):
    for model in (Squad, Role):
        model.objects.update(name_en=FORMULA, name_cy=FORMULA)
    Post.objects.update(holder="@SUM(A1)")
    client = signed_in(world, "cdo_office")
    assert rows_of(client.get(url(name, "download=csv")))[1][0] == f"'{FORMULA}"
    assert cells_of(client.get(url(name, "download=xlsx")))[1][0] == FORMULA
    if name == "posts":
        assert "'@SUM(A1)" in rows_of(client.get(url(name, "download=csv")))[1]


def test_who_holds_a_post_is_withheld_in_the_page_the_file_and_the_order(world):
    Post.objects.filter(pk=world.theirs.post.pk).update(holder="Aled")
    for who in ("viewer", "finance", "board_member", "administrator"):
        client = signed_in(world, who)
        page = text(client.get(url("posts", "sort=holder")))
        assert 'id="sort-holder"' not in page
        rows = rows_of(client.get(url("posts", "download=csv")))
        column = rows[0].index("Holder")
        assert {row[column] for row in rows[1:]} == {"withheld"}
        orders = [rows_of(client.get(url("posts", f"sort={sort}&download=csv"))) for sort in ("holder", "-holder")]
        assert orders[0] == orders[1]
        assert HOLDER not in page
        assert "Nothing matches" in text(client.get(url("posts", "search=Deiniol")))
    rows = rows_of(signed_in(world, "cdo_office").get(url("posts", "sort=holder&download=csv")))
    assert [row[rows[0].index("Holder")] for row in rows[1:]] == ["Aled", HOLDER]


def test_the_totals_and_the_finding_of_the_squads_agree(world):
    more_rows(world, 3)
    page = text(signed_in(world, "viewer").get(url("squads")))
    assert "4.4 FTE is in post today, of which 2.0 (45.5%) is contractors" in page
    page = text(signed_in(world, "viewer").get(url("squads", "search=powys")))
    assert "1.0 FTE is in post today, all of it contractors" in page


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_what_belongs_there_and_what_to_do(world, name):
    Post.objects.all().delete()
    Squad.objects.all().delete()
    AppraisalRole.objects.all().delete()
    Rate.objects.all().delete()
    Role.objects.all().delete()
    page = text(signed_in(world, "cdo_office").get(url(name)))
    assert f"No {name} yet." in page
    assert ("Add a squad" in page) == (name == "squads")


def test_a_delivery_lead_s_lists_and_files_hold_their_own_rows_only(world):
    client = signed_in(world, "delivery_lead")
    for name in ("squads", "posts"):
        for query in ("", "sort=-evidence", "download=csv"):
            body = client.get(url(name, query)).content.decode("utf-8-sig")
            assert "Squad Gwynedd" in body
            assert "Squad Powys" not in body
    assert list(client.get(url("posts")).context["narrowing"].form.fields["squad"].queryset) == [world.ours.squad]
    counts = {row[0]: row[3] for row in rows_of(client.get(url("roles", "download=csv")))[1:]}
    assert counts["Software developer"] == "1"
    page = text(client.get(address("squads:role", world.role.pk)))
    assert "Squad Powys" not in page


def test_a_role_with_more_posts_than_its_page_shows_leads_to_the_rest(world):
    Post.objects.bulk_create(
        Post(squad=world.ours.squad, role=world.role, planned_from=datetime.date(2026, 4, 1), state="planned")
        for _ in range(100)
    )
    page = text(signed_in(world, "viewer").get(address("squads:role", world.role.pk)))
    assert f"{address('squads:posts')}?role={world.role.pk}" in page
    Post.objects.filter(state="planned").delete()
    page = text(signed_in(world, "viewer").get(address("squads:role", world.role.pk)))
    assert f"?role={world.role.pk}" not in page


def test_a_number_no_row_can_have_is_not_found_and_not_a_fault(world):
    client = signed_in(world, "cdo_office")
    for name in ("squad", "post", "role", "squad_history", "post_history", "assignment_new", "assignment_edit"):
        assert client.get(address(f"squads:{name}", 10**30)).status_code == 404
