"""Products that look alike are found in either language, say why, and can be parted and put together again."""

import datetime

import pytest
from lxml import html

from portfolio.models import NotAlike, Organisation, Phase, Product
from portfolio.queries.alike_scores import alike_among, described
from portfolio.queries.alike_words import owner_words, without_owner, words
from portfolio.queries.likeness import common_name, likeness_of
from tests.portfolio import alike
from tests.portfolio.pages import address, cells_of, queries_for, rows_of, said_beside, signed_in, text
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
LONG_CY = "Ymgeisio am le mewn ysgol gynradd neu uwchradd a dilyn y cais hyd y cynnig"
LONG_EN = "Apply for a place in a primary or secondary school and follow the application until the offer"


@pytest.fixture
def world() -> World:
    """Its two products look alike: the School Essentials Grants of Gwynedd and of Powys."""
    return make_world(with_runs=False)


def authority(cy: str, en: str) -> Organisation:
    return Organisation.objects.create(name_cy=cy, name_en=en, kind="local_authority")


def pairs_among(*products: tuple[str, str, str, str]) -> set[tuple[int, int]]:
    """Which of some names and summaries, in Welsh and English, are alike: by their place, from 0."""
    rows = [(number, *one, "Cyngor", "Council", "partner") for number, one in enumerate(products)]
    return {(first, second) for first, second, _names, _summaries in alike_among(described(rows))}


def groups(world: World, who: str = "cdo_office", query: str = "") -> list[list[str]]:
    return rows_of(signed_in(world, who).get(f"{address('portfolio:likeness')}?download=csv{query}"))[1:]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Derbyn i ysgolion", "x", "", ""), ("Derbyn i ysgol", "y", "", "")),
        (("x", "School admissions", "", ""), ("y", "Admissions to schools", "", "")),
        (("x", "SCHOOL ADMISSIONS", "", ""), ("y", "School Admissions", "", "")),
        (("Tŷ a gwrt", "", "", ""), ("Ty a gwrt", "", "", "")),
        (("x", "Apply", LONG_CY, ""), ("y", "Ask", LONG_CY + " yn y sir", "")),
        (("x", "Apply", "", LONG_EN), ("y", "Ask", "", LONG_EN.upper())),
    ],
)
def test_two_are_alike_by_names_or_summaries_in_either_language(one, other):
    assert pairs_among(one, other) == {(0, 1)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("", "Business grants", "", ""), ("", "Business rates", "", "")),
        (("", "Housing benefit", "", ""), ("", "Housing repairs", "", "")),
        (("", "Parking", "", ""), ("", "Markets", "", "")),
        (("", "", "", ""), ("", "", "", "")),
        (("y", "the", "", ""), ("y", "the", "", "")),
        # Three words in common tell too little.
        (("", "One", "", "Help for families."), ("", "Two", "", "Help for families.")),
    ],
)
def test_two_that_only_seem_so_are_not_alike(one, other):
    assert pairs_among(one, other) == set()


def test_what_every_summary_says_makes_no_two_alike():
    said = "An imaginary service that nobody uses and everybody pays for"
    many = [("", f"Service {chr(97 + number) * 6}", "", said) for number in range(20)]
    assert pairs_among(*many) == set()


@pytest.mark.parametrize(
    ("name", "owner", "place", "left"),
    [
        ("Cardiff school admissions", ("Caerdydd", "Cardiff"), True, "school admissions"),
        ("Derbyn i ysgolion: Caerdydd", ("Caerdydd", "Cardiff"), True, "derbyn ysgolion"),
        ("Problemau ym Mro Morgannwg", ("Bro Morgannwg", "Vale of Glamorgan"), True, "problemau"),
        ("Gwastraff yng Ngwynedd", ("Gwynedd", "Gwynedd"), True, "gwastraff"),
        ("Parcio i Gaerdydd", ("Caerdydd", "Cardiff"), True, "parcio"),
        ("Anglesey care needs", ("Ynys Môn", "Isle of Anglesey"), True, "care needs"),
        # A national body's name is made of words that mean something.
        ("School transport", ("Trafnidiaeth Cymru", "Transport for Wales"), False, "school"),
        ("Natural resources", ("Cyfoeth Naturiol", "Natural Resources Board"), False, "natural resources"),
    ],
)
def test_the_owners_name_is_left_out_of_a_products(name, owner, place, left):
    assert " ".join(without_owner(words(name), owner_words(owner), place=place)) == left


def test_the_same_service_in_many_authorities_is_one_group(world):
    for number in range(22):
        body = authority(f"Sir {chr(97 + number) * 5}", f"County {chr(97 + number) * 5}")
        alike.product(f"Derbyn i ysgolion: {body.name_cy}", f"School admissions: {body.name_en}", body)
    assert groups(world)[0][:3] == ["School admissions", "22", "22"]
    page = text(signed_in(world, "viewer").get(address("portfolio:likeness")))
    assert "22 products look alike: School admissions." in page
    product = Product.objects.get(name_en="School admissions: County ccccc")
    rows = rows_of(signed_in(world, "viewer").get(f"{address('portfolio:likeness_group', product.pk)}?download=csv"))
    assert len(rows) == 1 + 22 * 21 / 2


def test_a_pair_says_why_it_is_alike(world):
    for holding in (world.ours, world.theirs):
        alike.use(holding.product)
    client = signed_in(world, "viewer")
    url = address("portfolio:likeness_group", world.ours.product.pk)
    header, row = rows_of(client.get(f"{url}?download=csv"))
    said = dict(zip(header, row, strict=True))
    assert said["Words both have"] == "school, essentials, grant"
    assert (said["Names in Welsh"], said["Names in English"]) == ("1.0", "1.0")
    assert said["Components both build"] == "Address look-up"
    # The two summaries have too few words to be compared.
    assert (said["Summaries in Welsh"], said["Summaries in English"]) == ("", "")
    welsh = rows_of(
        client.get(f"{address('portfolio:likeness_group', world.ours.product.pk, language='cy')}?download=csv")
    )
    assert "grant, hanfodion, ysgol" in welsh[1]
    assert cells_of(client.get(f"{url}?download=xlsx"))[1][0] == row[0]


def test_a_retired_product_is_compared_with_none(world):
    Product.objects.filter(pk=world.theirs.product.pk).update(phase=Phase.RETIRED)
    assert groups(world) == []


def test_what_is_shown_is_never_older_than_the_names(world):
    assert len(groups(world)) == 1
    Product.objects.filter(pk=world.theirs.product.pk).update(name_cy="Pyllau", name_en="Potholes")
    assert groups(world) == []


def test_a_person_sees_only_pairs_of_which_they_may_see_both(world):
    assert len(groups(world, "viewer")) == 1
    assert groups(world, "delivery_lead") == []
    page = text(signed_in(world, "delivery_lead").get(address("portfolio:likeness_group", world.ours.product.pk)))
    assert "Powys" not in page
    assert "No other product that you may see is like this one." in page
    tab = text(signed_in(world, "delivery_lead").get(address("portfolio:product_components", world.ours.product.pk)))
    assert "Powys" not in tab
    assert (
        signed_in(world, "delivery_lead").get(address("portfolio:likeness_group", world.theirs.product.pk)).status_code
        == 404
    )


def test_the_office_says_that_two_are_not_the_same_and_takes_it_back(world):
    client = signed_in(world, "cdo_office")
    url = address("portfolio:not_alike_new", world.theirs.product.pk, world.ours.product.pk)
    assert "School Essentials Grant Powys" in text(client.get(url))
    assert client.post(url, {"reason": "Powys's is for adults"}).status_code == 302
    row = NotAlike.objects.get()
    assert (row.first, row.second) == (world.ours.product, world.theirs.product)
    assert (row.said_by, row.reason) == (world.person("cdo_office"), "Powys's is for adults")
    assert row.history.get().history_type == "+"
    assert groups(world) == []
    assert "Powys&#x27;s is for adults" in text(client.get(address("portfolio:not_alike")))
    # Said twice, it is one row.
    assert client.post(url, {"reason": "Again"}).status_code == 302
    assert NotAlike.objects.count() == 1
    back = address("portfolio:not_alike_take_back", row.pk)
    assert "Powys&#x27;s is for adults" in text(client.get(back))
    assert client.post(back).status_code == 302
    assert not NotAlike.objects.exists()
    assert NotAlike.history.filter(history_type="-").count() == 1
    assert len(groups(world)) == 1


def homes(count: int) -> list[Product]:
    """Care homes, and home care, which are spelt alike."""
    found = []
    for number in range(count):
        body = authority(f"Sir {chr(97 + number) * 5}", f"County {chr(97 + number) * 5}")
        found.append(alike.product(f"Cartrefi gofal: {body.name_cy}", f"Care homes: {body.name_en}", body))
        found.append(alike.product(f"Gofal cartref: {body.name_cy}", f"Home care: {body.name_en}", body))
    return found


def test_a_group_is_parted_in_one_go_and_put_together_in_one_go(world):
    products = homes(3)
    client = signed_in(world, "cdo_office")
    assert groups(world)[0][1] == "6"
    url = address("portfolio:not_alike_split", products[0].pk)
    chosen = [str(one.pk) for one in products if one.name_en.startswith("Home")]
    assert client.post(url, {"apart": chosen, "reason": "Not buildings"}).status_code == 302
    assert NotAlike.objects.count() == 9
    assert [row[:2] for row in groups(world)[:2]] == [["Care homes", "3"], ["Home care", "3"]]
    row = NotAlike.objects.order_by("pk").first()
    assert row
    back = address("portfolio:not_alike_take_back", row.pk)
    assert "All that were said with it, on the same day and for the same reason: 9" in text(client.get(back))
    assert client.post(back, {"which": "one"}).status_code == 302
    assert NotAlike.objects.count() == 8
    row = NotAlike.objects.order_by("pk").first()
    assert row
    assert client.post(address("portfolio:not_alike_take_back", row.pk), {"which": "all"}).status_code == 302
    assert groups(world)[0][1] == "6"


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ([], "This field is required."),
        ("all", "Leave at least one product unticked: the others are parted from it."),
        (["999999"], "Select a valid choice. 999999 is not one of the available choices."),
    ],
)
def test_a_group_parted_badly_says_so_and_keeps_what_was_typed(world, chosen, said):
    products = homes(2)
    data = {"apart": [str(one.pk) for one in products] if chosen == "all" else chosen, "reason": "Kept"}
    response = signed_in(world, "cdo_office").post(address("portfolio:not_alike_split", products[0].pk), data)
    assert response.status_code == 422
    assert said_beside(response, "apart") == said
    assert 'value="Kept"' in text(response)
    assert not NotAlike.objects.exists()


def test_only_the_office_is_offered_to_judge(world):
    url = address("portfolio:likeness_group", world.ours.product.pk)
    for who, offered in (("cdo_office", True), ("viewer", False), ("finance", False)):
        page = html.fromstring(text(signed_in(world, who).get(url)))
        assert bool(page.xpath("//a[text()='Not the same']")) is offered
        assert bool(page.xpath("//a[text()='Some of these are not the same']")) is offered


def test_a_search_finds_a_group_by_any_of_its_products_or_owners(world):
    for words_found in ("grant", "hanfodion", "powys", "GWYNEDD grant"):
        assert len(groups(world, query=f"&search={words_found}")) == 1, words_found
    assert groups(world, query="&search=pothole") == []
    page = text(signed_in(world, "viewer").get(f"{address('portfolio:likeness')}?search=pothole"))
    assert "Nothing matches these choices." in page


def test_a_component_that_another_shares_or_several_build_is_listed(world):
    shared = alike.component("Payments", shared_product=world.theirs.product)
    alike.use(world.theirs.product, of=shared)
    alike.use(world.ours.product, way="could_share", of=shared)
    alone = alike.component("Chat")
    alike.use(world.ours.product, of=alone)
    page = html.fromstring(text(signed_in(world, "viewer").get(address("portfolio:likeness"))))
    listed = page.xpath("//table[caption='Components built again and again']/tbody/tr/th")
    assert [one.text_content() for one in listed] == ["Payments"]


def test_a_name_of_the_group_is_what_most_are_called(world):
    rows = Product.objects.select_related("organisation")
    assert common_name(rows) == "School Essentials Grant"


def test_nothing_is_alike_where_there_is_one_product_or_none(world):
    Product.objects.filter(pk=world.theirs.product.pk).update(phase="retired")
    found = likeness_of(product=world.ours.product, user=world.person("viewer"))
    assert (found.products, found.pairs) == ((world.ours.product,), ())


@pytest.mark.parametrize("name", ["likeness", "likeness_group", "not_alike"])
def test_likeness_asks_as_many_questions_of_three_products_as_of_thirty(world, name):
    client = signed_in(world, "viewer")
    url = address(f"portfolio:{name}", *([world.ours.product.pk] if name == "likeness_group" else []))

    def more(first: int, number: int) -> None:
        for one in range(first, first + number):
            body = authority(f"Sir {one}", f"County {one}")
            made = alike.product(f"Hanfodion Grant Ysgol {one}", f"School Essentials Grant {one}", body)
            alike.use(made)
            NotAlike.objects.create(first=world.theirs.product, second=made, said_on=datetime.date(2026, 11, 1))

    more(0, 3)
    few = queries_for(client, url)
    more(3, 27)
    assert queries_for(client, url) == few <= 14


def test_every_page_of_likeness_is_in_welsh(world):
    alike.not_alike(world)
    client = signed_in(world, "cdo_office")
    for name, arguments, said in (
        ("likeness", [], "Yr un peth wedi"),
        ("likeness_group", [world.ours.product.pk], "Tebyg: "),
        ("not_alike", [], "Cynhyrchion nad"),
    ):
        assert said in text(client.get(address(f"portfolio:{name}", *arguments, language="cy"))), name
