"""The lists of the portfolio: found, narrowed, sorted, paged and taken away, whatever their length."""

import pytest

from portfolio.models import Organisation, Participation, Product, Programme
from tests.portfolio import milestones
from tests.portfolio.pages import address, alike, cells_of, queries_for, rows_of, signed_in, text
from tests.portfolio.rows import FORMULA, more_rows
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
LISTS = ["products", "organisations", "programmes", "participations"]
COLUMNS = {
    "products": ["name", "organisation", "programme", "phase", "adopters", "end_of_life", "evidence"],
    "organisations": ["name", "kind", "ons_code", "product_count", "valid_from", "valid_to"],
    "programmes": ["name", "parent", "product_count", "evidence"],
    "participations": ["product", "organisation", "part", "state", "adopted_on", "committed_fte", "given_amount"],
}
NARROWINGS = {
    "products": ["search=product", "phase=alpha", "evidence=J", "search=cynnyrch&phase=live&sort=-adopters"],
    "organisations": ["search=council", "kind=local_authority", "search=W06000002"],
    "programmes": ["search=rhaglen", "evidence=V"],
    "participations": ["search=product", "state=adopted", "part=adopter&sort=-given_amount"],
}


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def url(name: str, query: str = "", language: str = "en") -> str:
    return f"{address(f'portfolio:{name}', language=language)}?{query}"


@pytest.mark.parametrize("who", ["viewer", "delivery_lead"])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_as_many_questions_with_three_rows_as_with_thirty(world, name, who):
    client = signed_in(world, who)
    queries = ["per_page=100", "sort=-name&page=2", *NARROWINGS[name], "download=csv", "sort=name&download=xlsx"]
    more_rows(world, 3)
    few = [queries_for(client, url(name, query)) for query in queries]
    more_rows(world, 30, first=3)
    many = [queries_for(client, url(name, query)) for query in queries]
    assert few == many
    assert max(many) <= 14


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_column_sorts_both_ways_and_shows_every_row_once(world, name, language):
    more_rows(world, 30)
    client = signed_in(world, "viewer")
    plain = rows_of(client.get(url(name, "download=csv", language)))
    for column in COLUMNS[name]:
        for sort in (column, f"-{column}"):
            rows = rows_of(client.get(url(name, f"sort={sort}&download=csv", language)))
            assert sorted(rows[1:]) == sorted(plain[1:]), sort
    names = [row[0] for row in plain[1:]]
    assert names == sorted(names, key=str.casefold)


def test_a_search_finds_words_of_either_language_on_pages_of_either(world):
    more_rows(world, 3)
    client = signed_in(world, "viewer")
    for language in ("cy", "en"):
        for words in ("Cynnyrch 2", "product 2", "CYNNYRCH  Product 2"):
            rows = rows_of(client.get(url("products", f"search={words}&download=csv", language)))
            assert [row[0] for row in rows[1:]] == ["Cynnyrch 2" if language == "cy" else "Product 2"]
        assert len(rows_of(client.get(url("organisations", "search=cyngor+02&download=csv", language)))) == 2
        assert len(rows_of(client.get(url("programmes", "search=rhaglen+02&download=csv", language)))) == 2
        assert len(rows_of(client.get(url("participations", "search=grant+powys&download=csv", language)))) == 2


@pytest.mark.parametrize("name", LISTS)
def test_a_search_for_what_nobody_wrote_finds_nothing_and_leads_back(world, name):
    client = signed_in(world, "viewer")
    for words in ("zzzz", "%25", "_", "'; DROP TABLE", "\\", "ŵ" * 90):
        answer = client.get(url(name, f"search={words}"))
        assert answer.status_code == 200
        assert "Nothing matches these choices." in text(answer), words
    assert client.get(url(name, "search=" + "x" * 101)).status_code == 200
    assert client.get(url(name, "search=%00")).status_code == 200


@pytest.mark.parametrize(
    ("name", "query", "number"),
    [
        ("products", "phase=beta", 2),
        ("products", "phase=live", 1),
        ("products", "evidence=V", 0),
        ("organisations", "kind=local_authority", 5),
        ("organisations", "kind=nhs", 0),
        ("programmes", "evidence=V", 3),
        ("participations", "state=adopted&part=lead", 2),
        ("participations", "state=withdrawn", 0),
    ],
)
def test_a_filter_narrows_the_page_and_the_files_alike(world, name, query, number):
    more_rows(world, 3)
    client = signed_in(world, "viewer")
    csv_rows, xlsx_rows = (client.get(url(name, f"{query}&download={kind}")) for kind in ("csv", "xlsx"))
    assert len(rows_of(csv_rows)) - 1 == len(cells_of(xlsx_rows)) - 1 == number
    page = text(client.get(url(name, query)))
    assert (f"of {number}" in page) if number else ("Nothing matches" in page)


def test_a_programme_and_an_owner_narrow_the_products(world):
    more_rows(world, 3)
    client = signed_in(world, "viewer")
    programme, owner = Programme.objects.get(name_en="Programme 01"), Organisation.objects.get(name_en="Council 02")
    for query, found in ((f"programme={programme.pk}", "Product 1"), (f"organisation={owner.pk}", "Product 2")):
        rows = rows_of(client.get(url("products", f"{query}&download=csv")))
        assert [row[0] for row in rows[1:]] == [found]


@pytest.mark.parametrize("query", ["phase=nonsense", "organisation=999999", "organisation=x", "programme=-1"])
def test_a_filter_that_cannot_be_read_shows_no_rows(world, query):
    answer = signed_in(world, "viewer").get(url("products", query))
    assert answer.status_code == 200
    assert "Put the filters right" in text(answer)
    assert "School Essentials" not in text(answer)


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("name", LISTS)
def test_both_files_are_what_is_shown_sorted_narrowed_and_every_page_of_it(world, name, language):
    more_rows(world, 30)
    client = signed_in(world, "viewer")
    query = f"{NARROWINGS[name][0]}&sort=-{COLUMNS[name][0]}&page=2&per_page=25"
    csv_rows = rows_of(client.get(url(name, f"{query}&download=csv", language)))
    xlsx_rows = cells_of(client.get(url(name, f"{query}&download=xlsx", language)))
    assert len(csv_rows) == len(xlsx_rows) == 31
    assert csv_rows[0] == xlsx_rows[0]
    for written, cells in zip(csv_rows[1:], xlsx_rows[1:], strict=True):
        assert all(alike(one, cell) for one, cell in zip(written, cells, strict=True)), (written, cells)
    firsts = [row[0] for row in csv_rows[1:]]
    assert firsts == sorted(firsts, reverse=True)
    if language == "en":
        assert f"of {len(firsts)}" in text(client.get(url(name, query)))
    assert "<" not in "".join("".join(row) for row in csv_rows)


@pytest.mark.parametrize("name", LISTS)
def test_what_a_spreadsheet_would_run_stays_text(world, name):
    for model in (Product, Organisation, Programme):
        model.objects.update(name_en=FORMULA, name_cy=FORMULA)
    client = signed_in(world, "viewer")
    rows = rows_of(client.get(url(name, "download=csv")))
    assert rows[1][0] == f"'{FORMULA}"
    assert cells_of(client.get(url(name, "download=xlsx")))[1][0] == FORMULA


def test_the_totals_say_what_they_leave_out(world):
    more_rows(world, 3)
    page = text(signed_in(world, "viewer").get(url("participations")))
    assert '0.75 <span class="unit">(not known: 2)</span>' in page
    assert '£3,002 <span class="unit">(not known: 2)</span>' in page


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_what_belongs_there(world, name):
    Participation.objects.all().delete()
    if name == "programmes":
        Product.objects.update(programme=None)
        Programme.objects.all().delete()
    who = "other_delivery_lead"
    Product.objects.update(organisation=world.ours.organisation)
    answer = signed_in(world, who).get(url(name))
    if name != "organisations":
        assert 'class="empty"' in text(answer)
        assert ("Add a product" in text(answer)) == (name == "products")


def test_a_delivery_lead_s_lists_and_files_hold_their_own_rows_only(world):
    more_rows(world, 3)
    client = signed_in(world, "delivery_lead")
    for query in ("", "sort=-name", "download=csv", "search=grant&download=csv"):
        for name in ("products", "participations"):
            body = client.get(url(name, query)).content.decode("utf-8-sig")
            assert "School Essentials Grant Gwynedd" in body
            assert "School Essentials Grant Powys" not in body
            assert "Product 1" not in body
    offered = client.get(url("participations")).context["narrowing"].form.fields["product"].queryset
    assert list(offered) == [world.ours.product]
    answer = client.get(url("participations", f"product={world.theirs.product.pk}"))
    assert "Put the filters right" in text(answer)
    counts = {row[0]: row[3] for row in rows_of(client.get(url("organisations", "download=csv")))[1:]}
    assert (counts["Gwynedd"], counts["Powys"]) == ("1", "0"), "what is not seen is not counted"


@pytest.mark.parametrize(
    ("tab", "name", "made"),
    [
        ("product_milestones", "milestones", milestones.milestone_of),
        ("product_benefits", "benefits", milestones.benefit_of),
    ],
)
def test_a_product_s_own_rows_are_taken_away_by_a_link_from_its_tab(world, tab, name, made):
    row, _others = made(world.ours.product), made(world.theirs.product)
    client = signed_in(world, "finance")
    narrowed = f"{address(f'portfolio:{name}')}?product={world.ours.product.pk}"
    assert f'href="{narrowed}"' in text(client.get(address(f"portfolio:{tab}", world.ours.product.pk)))
    sheet = rows_of(client.get(f"{narrowed}&download=csv"))
    assert len(sheet) == 2
    assert str(row.title) in sheet[1]
    assert str(world.ours.product.name) in sheet[1]
