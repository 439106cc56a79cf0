"""List, record, form and history pages, made from the kit alone."""

import csv
import io
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portfolio.models import Organisation, Product
from tests.world import World, make_world

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kit.urls")]


@pytest.fixture
def world() -> World:
    return make_world()


def signed_in(world: World, name: str) -> Client:
    client = Client()
    client.force_login(world.people[name])
    return client


def text(response: Any) -> str:
    return response.content.decode()


def test_somebody_not_signed_in_is_led_to_sign_in(world: World) -> None:
    response = Client().get("/en/portfolio/products/?phase=beta")
    assert response.status_code == 302
    assert response["Location"] == "/en/accounts/sign-in/?next=/en/portfolio/products/%3Fphase%3Dbeta"


def test_a_fragment_sends_the_whole_page_to_sign_in(world: World) -> None:
    response = Client().get("/en/portfolio/products/", headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Redirect"][:21]) == (204, "/en/accounts/sign-in/")


def test_a_right_one_lacks_is_refused(world: World) -> None:
    assert signed_in(world, "nobody").get("/en/portfolio/products/").status_code == 403
    assert signed_in(world, "viewer").get("/en/portfolio/rates/").status_code == 403
    assert signed_in(world, "finance").get("/en/portfolio/rates/").status_code == 200


def test_a_page_without_a_right_is_a_fault(world: World) -> None:
    with pytest.raises(ImproperlyConfigured):
        signed_in(world, "finance").get("/en/portfolio/unguarded/")


def test_another_organisations_record_is_not_there(world: World) -> None:
    client = signed_in(world, "delivery_lead")
    assert client.get(f"/en/portfolio/products/{world.theirs.product.pk}/edit/").status_code == 404
    assert client.get(f"/en/portfolio/products/{world.theirs.product.pk}/history/").status_code == 404


def test_the_list_is_in_the_language_of_the_page(world: World) -> None:
    page = text(signed_in(world, "viewer").get("/cy/portfolio/products/"))
    assert '<html lang="cy"' in page
    assert "Grant Hanfodion Ysgol" in page
    assert "School Essentials" not in page
    assert 'hreflang="en" href="http://testserver/en/portfolio/products/"' in page


def test_a_name_in_one_language_only_is_marked(world: World) -> None:
    Product.objects.filter(pk=world.ours.product.pk).update(name_cy="")
    page = text(signed_in(world, "viewer").get("/cy/portfolio/products/"))
    assert '<span lang="en">School Essentials Grant' in page


def test_the_search_finds_words_of_either_language(world: World) -> None:
    client = signed_in(world, "viewer")
    name = world.ours.organisation.name_en
    for words in (f"grant {name}", f"ysgol {name}", f"  SCHOOL   {name.upper()} "):
        page = text(client.get("/en/portfolio/products/", {"search": words}))
        assert "Showing 1 to 1 of 1" in page, words
    assert "Nothing matches" in text(client.get("/en/portfolio/products/", {"search": "zzz"}))


def test_an_empty_list_offers_the_first_step_to_those_who_may_take_it(world: World) -> None:
    lead = signed_in(world, "other_delivery_lead")
    Product.objects.filter(pk=world.theirs.product.pk).update(organisation=world.ours.organisation)
    world.theirs.participation.delete()
    page = text(lead.get("/en/portfolio/products/"))
    assert "Nothing has been recorded here yet." in page
    assert page.count("Add a product") == 2
    assert "Add a product" not in text(signed_in(world, "viewer").get("/en/portfolio/products/?search=zzz"))


def test_a_filter_that_cannot_be_read_shows_no_rows_and_says_so(world: World) -> None:
    response = signed_in(world, "viewer").get("/en/portfolio/products/", {"phase": "nonsense"})
    assert response.status_code == 200
    assert "There is a problem" in text(response)
    assert "School Essentials" not in text(response)


def make_many(world: World, number: int) -> None:
    Product.objects.bulk_create(
        Product(name_cy=f"Cynnyrch {n % 7}", name_en=f"Product {n % 7}", organisation=world.ours.organisation)
        for n in range(number)
    )


def names(page: str) -> list[str]:
    return [
        part.split("/")[0]
        for part in page.split('row-heading"><a class="govuk-link" href="/en/portfolio/products/')[1:]
    ]


def test_every_row_is_on_one_page_and_on_one_only(world: World) -> None:
    make_many(world, 70)
    client = signed_in(world, "viewer")
    seen: list[str] = []
    for page in (1, 2, 3):
        seen += names(text(client.get("/en/portfolio/products/", {"page": page, "sort": "-name"})))
    assert len(seen) == len(set(seen)) == 72


def test_a_page_that_is_not_there_is_the_last(world: World) -> None:
    client = signed_in(world, "viewer")
    for page in ("9999", "0", "-3", "x", "9" * 30, "١"):
        assert client.get("/en/portfolio/products/", {"page": page}).status_code == 200


def test_rows_on_a_page_are_remembered_and_bounded(world: World) -> None:
    make_many(world, 70)
    client = signed_in(world, "viewer")
    assert len(names(text(client.get("/en/portfolio/products/?per_page=50")))) == 50
    assert len(names(text(client.get("/en/portfolio/products/")))) == 50
    assert len(names(text(client.get("/en/portfolio/products/?per_page=100000")))) == 50


def test_queries_do_not_grow_with_rows(world: World) -> None:
    client = signed_in(world, "viewer")
    counts = []
    for more in (0, 90):
        make_many(world, more)
        client.get("/en/portfolio/products/?per_page=100")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/portfolio/products/?per_page=100")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def test_the_way_back_leads_to_the_list_as_it_was_left(world: World) -> None:
    client = signed_in(world, "viewer")
    client.get("/en/portfolio/products/?search=grant&sort=-name&download=csv")
    client.get("/en/portfolio/products/?search=grant&sort=-name")
    assert "/en/portfolio/products/?search=grant&amp;sort=-name" in text(client.get("/en/portfolio/pieces/"))


def test_a_fragment_is_the_table_alone(world: World) -> None:
    response = signed_in(world, "viewer").get("/en/portfolio/products/", headers={"HX-Request": "true"})
    assert "<html" not in text(response)
    assert "<table" in text(response)
    assert 'id="list-status"' in text(response)
    assert "HX-Request" in response["Vary"]


def rows_of(response: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_a_download_is_what_is_shown_and_every_page_of_it(world: World) -> None:
    make_many(world, 40)
    client = signed_in(world, "viewer")
    response = client.get("/en/portfolio/products/?search=product&sort=-name&page=2&download=csv")
    rows = rows_of(response)
    assert response["Content-Disposition"] == 'attachment; filename="portfolio.csv"'
    assert rows[0] == ["Product", "Owner", "Phase", "Adopters", "Pay", "Ends", "Evidence"]
    assert len(rows) == 41
    assert rows[1][0] == "Product 6"
    assert "<" not in response.content.decode()
    welsh = rows_of(client.get("/cy/portfolio/products/?search=product&download=csv"))
    assert welsh[1][0] == "Cynnyrch 0"
    assert client.get("/en/portfolio/products/?download=pdf").status_code == 404
    assert client.get("/en/portfolio/products/?download=xlsx").content[:2] == b"PK"


def test_what_is_withheld_is_so_in_the_page_the_file_the_total_and_the_order(world: World) -> None:
    viewer, finance = signed_in(world, "viewer"), signed_in(world, "finance")
    page = text(viewer.get("/en/portfolio/products/"))
    assert 'class="withheld">withheld</span>' in page
    assert "sort=secret" not in page
    assert {row[4] for row in rows_of(viewer.get("/en/portfolio/products/?download=csv"))[1:]} == {"withheld"}
    assert {row[4] for row in rows_of(finance.get("/en/portfolio/products/?download=csv"))[1:]} == {"1"}
    in_order = names(text(viewer.get("/en/portfolio/products/?sort=secret")))
    assert in_order == names(text(viewer.get("/en/portfolio/products/?sort=-secret")))
    assert "sort=secret" in text(finance.get("/en/portfolio/products/"))


def test_sorting_by_what_is_not_there_changes_nothing(world: World) -> None:
    client = signed_in(world, "viewer")
    for sort in ("nonsense", "-", "organisation__password", "name,-phase", "\0", "-evidence"):
        assert client.get("/en/portfolio/products/", {"sort": sort}).status_code == 200, sort


def test_the_history_says_who_changed_what(world: World) -> None:
    product = world.ours.product
    product.phase = "live"
    product.service_owner = "Elin"
    product._history_user = world.people["cdo_office"]
    product.save()
    page = text(signed_in(world, "finance").get(f"/en/portfolio/products/{product.pk}/history/"))
    assert "cdo_office@example.test" in page
    assert "beta</del>" in page
    assert "Elin</ins>" in page
    hidden = text(signed_in(world, "viewer").get(f"/en/portfolio/products/{product.pk}/history/"))
    assert "Elin" not in hidden
    assert "withheld" in hidden


def test_filters_offer_what_the_person_may_see_by_name(world: World) -> None:
    Organisation.objects.create(name_cy="Abertawe", name_en="Swansea", kind="local_authority")
    page = text(signed_in(world, "viewer").get("/cy/portfolio/products/"))
    assert page.index(">Abertawe</option>") < page.index(f">{world.ours.organisation.name_cy}</option>")
