"""The component register: who builds their own, who shares, and what products say of theirs."""

from decimal import Decimal

import pytest
from lxml import html

from portfolio.models import Component, ComponentUse, Product
from tests.portfolio import alike
from tests.portfolio.pages import address, cells_of, kept_in, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.rows import more_rows
from tests.world import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def register(world: World, who: str = "viewer", query: str = "") -> list[dict[str, str]]:
    header, *rows = rows_of(signed_in(world, who).get(f"{address('portfolio:components')}?download=csv{query}"))
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_register_counts_who_builds_shares_and_could_share(world):
    more_rows(world, 3)
    ours, theirs, third, fourth, fifth = Product.objects.order_by("pk")
    shared = alike.component(shared_product=theirs)
    alike.use(theirs, fte="1.25")
    alike.use(ours, fte="0.5")
    alike.use(third, way="could_share", fte="0.25")
    alike.use(fourth, way="could_share", fte=None)
    alike.use(fifth, way="shares", fte="9")
    (row,) = register(world)
    assert row["Component"] == "Address look-up"
    assert (row["Build their own"], row["Could share one"], row["Share one"]) == ("1", "2", "1")
    assert (Decimal(row["FTE a year"]), row["FTE not known of"]) == (Decimal("0.75"), "1")
    assert row["Product that shares it"] == "School Essentials Grant Powys"
    page = text(signed_in(world, "viewer").get(address("portfolio:component", shared.pk)))
    assert "Products with one of their own: 3. Of these could share: 2. Sharing already: 1." in page
    assert "FTE a year it takes them: 0.75. Not known of: 1." in page
    assert "School Essentials Grant Powys has one that others may share." in page


def test_a_delivery_lead_counts_their_own_and_is_not_told_whose_the_shared_one_is(world):
    shared = alike.component(shared_product=world.theirs.product)
    alike.use(world.theirs.product)
    alike.use(world.ours.product, fte="0.3")
    (row,) = register(world, "delivery_lead")
    assert (row["Build their own"], Decimal(row["FTE a year"])) == ("1", Decimal("0.3"))
    assert row["Product that shares it"] == ""
    for name, arguments in (
        ("component", [shared.pk]),
        ("components", []),
        ("component_uses", []),
        ("product_components", [world.ours.product.pk]),
    ):
        page = text(signed_in(world, "delivery_lead").get(address(f"portfolio:{name}", *arguments)))
        # Which bodies there are is known to everybody; which products they have is not.
        assert "Grant Powys" not in page, name
    assert "A product that you may not see" in text(
        signed_in(world, "delivery_lead").get(address("portfolio:component", shared.pk))
    )


def test_key_figures_lead_to_their_rows(world):
    component = alike.component()
    alike.use(world.ours.product)
    alike.use(world.theirs.product, way="could_share")
    client = signed_in(world, "viewer")
    page = html.fromstring(text(client.get(address("portfolio:component", component.pk))))
    for link in page.xpath("//dl[@class='key-figures']//a"):
        if "FTE" not in link.getparent().getparent().text_content():
            rows = rows_of(client.get(f"{link.get('href')}&download=csv"))
            assert len(rows) - 1 == int(link.text), link.get("href")


def test_the_uses_can_be_narrowed_and_downloaded_as_shown(world):
    alike.use(world.ours.product)
    alike.use(world.theirs.product, way="shares")
    client = signed_in(world, "viewer")
    url = address("portfolio:component_uses")
    for query, number in (("way=own", 1), ("own=no", 1), ("search=powys", 1), ("search=lookup", 0), ("", 2)):
        assert len(rows_of(client.get(f"{url}?{query}&download=csv"))) - 1 == number, query
    assert len(cells_of(client.get(f"{url}?download=xlsx"))) == 3


def test_the_office_adds_a_component_with_the_role_that_prices_it(world):
    client = signed_in(world, "cdo_office")
    url = address("squads:component_new")
    data = typed(client.get(url)) | {
        "name_cy": "Talu",
        "name_en": "Paying",
        "role_code": "world_developer",
        "shared_product": str(world.ours.product.pk),
    }
    response = client.post(url, data)
    made = Component.objects.get()
    assert response["Location"] == address("portfolio:component", made.pk)
    assert (made.name_cy, made.role_code, made.shared_product) == ("Talu", "world_developer", world.ours.product)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name_en", "", "This field is required."),
        ("role_code", "nobody", "Select a valid choice. nobody is not one of the available choices."),
        ("shared_product", "999999", "Select a valid choice. That choice is not one of the available choices."),
    ],
)
def test_a_component_that_cannot_be_says_so_beside_the_box(world, field, value, said):
    client = signed_in(world, "cdo_office")
    url = address("squads:component_edit", alike.component().pk)
    response = client.post(url, typed(client.get(url)) | {"summary_en": "Kept", field: value})
    assert response.status_code == 422
    assert said_beside(response, field) == said
    assert kept_in(response, "summary_en") == "Kept"


def test_a_component_in_use_is_not_taken_out_and_one_that_is_not_can_be(world):
    component = alike.component()
    use = alike.use(world.ours.product)
    client = signed_in(world, "cdo_office")
    url = address("portfolio:component_delete", component.pk)
    refused = client.post(url)
    assert refused.status_code == 409
    assert "Products still say how they have it: 1. Take it out there first." in text(refused)
    use.delete()
    assert client.post(url).status_code == 302
    assert not Component.objects.exists()
    assert Component.history.filter(history_type="-").count() == 1


def test_a_planner_says_how_a_product_has_a_component_changes_it_and_takes_it_out(world):
    component = alike.component()
    client = signed_in(world, "delivery_lead")
    tab = address("portfolio:product_components", world.ours.product.pk)
    new = address("portfolio:component_use_new", world.ours.product.pk)
    assert new in text(client.get(tab))
    data = typed(client.get(f"{new}?component={component.pk}"))
    assert data["component"] == str(component.pk)
    assert client.post(new, data | {"way": "own", "fte": "0.75"})["Location"] == tab
    use = ComponentUse.objects.get()
    assert (use.product, use.fte) == (world.ours.product, Decimal("0.75"))
    edit = address("portfolio:component_use_edit", use.pk)
    assert client.post(edit, typed(client.get(edit)) | {"way": "could_share", "fte": ""})["Location"] == tab
    use.refresh_from_db()
    assert (use.way, use.fte) == ("could_share", None)
    assert "not known" in text(client.get(tab))
    delete = address("portfolio:component_use_delete", use.pk)
    assert "Take “Address look-up” out of School Essentials Grant Gwynedd?" in text(client.get(delete))
    assert ComponentUse.objects.exists()
    assert client.post(delete)["Location"] == tab
    assert not ComponentUse.objects.exists()
    assert ComponentUse.history.count() == 3


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("fte", "-1", "Enter 0 or more."),
        ("fte", "lots", "Enter a number"),
        ("fte", "NaN", "Enter a number"),
        ("way", "", "This field is required."),
        ("way", "borrow", "Select a valid choice. borrow is not one of the available choices."),
        ("component", "", "This field is required."),
    ],
)
def test_a_use_that_cannot_be_says_so_beside_the_box(world, field, value, said):
    component = alike.component()
    client = signed_in(world, "delivery_lead")
    url = address("portfolio:component_use_new", world.ours.product.pk)
    good = typed(client.get(url)) | {"component": str(component.pk), "way": "own", "fte": "1", "source_en": "Kept"}
    response = client.post(url, good | {field: value})
    assert response.status_code == 422
    assert said_beside(response, field).startswith(said)
    assert kept_in(response, "source_en") == "Kept"


def test_a_product_says_once_how_it_has_a_component(world):
    use = alike.use(world.ours.product)
    client = signed_in(world, "delivery_lead")
    url = address("portfolio:component_use_new", world.ours.product.pk)
    data = typed(client.get(url)) | {"component": str(use.component_id), "way": "own"}
    response = client.post(url, data)
    assert response.status_code == 422
    assert said_beside(response, "component") == "This product already says how it has this component."


def test_the_second_editor_of_a_use_sees_both_versions(world):
    use = alike.use(world.ours.product)
    client = signed_in(world, "delivery_lead")
    url = address("portfolio:component_use_edit", use.pk)
    data = typed(client.get(url))
    assert client.post(url, data | {"fte": "0.8"}).status_code == 302
    response = client.post(url, data | {"fte": "0.2"})
    assert response.status_code == 409
    assert "Somebody else saved this while you were changing it." in text(response)
    assert "0.8" in text(response)
    use.refresh_from_db()
    assert use.fte == Decimal("0.80")


@pytest.mark.parametrize("who", ["viewer", "delivery_lead", "cdo_office"])
@pytest.mark.parametrize("name", ["components", "component_uses", "component", "product_components"])
def test_a_page_of_components_asks_as_many_questions_with_one_row_as_with_twenty(world, name, who):
    client = signed_in(world, who)
    component = alike.component(shared_product=world.ours.product)
    alike.use(world.ours.product)
    arguments = {"component": [component.pk], "product_components": [world.ours.product.pk]}.get(name, [])
    url = address(f"portfolio:{name}", *arguments)
    few = queries_for(client, url)
    more_rows(world, 20)
    for number, product in enumerate(Product.objects.order_by("pk")):
        alike.use(product)
        alike.use(world.ours.product, of=alike.component(f"Component {number}", shared_product=product))
    assert queries_for(client, url) == few <= 14


def test_the_pages_of_components_are_in_welsh(world):
    component = alike.component()
    alike.use(world.ours.product)
    client = signed_in(world, "cdo_office")
    for name, arguments, said in (
        ("components", [], "Cydrannau"),
        ("component", [component.pk], "Cynhyrchion ag un eu hunain"),
        ("product_components", [world.ours.product.pk], "Cydrannau ag un ei hun"),
    ):
        assert said in text(client.get(address(f"portfolio:{name}", *arguments, language="cy"))), name
