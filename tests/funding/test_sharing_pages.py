"""The pages of several products under one squad: who sees them, what they say, and how the shares are changed."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from funding.actions.runs import make_run
from funding.models import Appraisal, SharedProduct
from funding.queries.comparison import calculated
from funding.queries.sharing_known import suggested
from squads.models import Assignment
from tests.funding.sharing import another_product, run_of, share, shared
from tests.world import NOW, PAY_AS_WRITTEN, TODAY, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def get(client, world, name, row, *more, who="finance", query=""):
    client.force_login(world.person(who))
    return client.get(reverse(f"funding:{name}", args=[row.pk, *more]) + query)


def main_of(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]


def posted(product, part="25", version=1, **more):
    row = {"product": product.pk, "share": part, "effort_to_live": "0", "sustaining_fte": "1", "running_cost": "",
           "annual_benefit": "60,000"} | more  # fmt: skip
    return {
        "version": version,
        "products-TOTAL_FORMS": 1,
        "products-INITIAL_FORMS": 0,
        **{f"products-0-{name}": value for name, value in row.items()},
    }


def test_without_other_products_the_page_says_what_belongs_there(client, world):
    page = main_of(get(client, world, "appraisal_squad", world.ours.appraisal))
    assert "and nothing else" in page
    assert "Add other products" in page
    assert "Add other products" not in main_of(
        get(client, world, "appraisal_squad", world.ours.appraisal, who="board_member")
    )


def test_the_products_are_shown_together_and_each(client, world):
    page = main_of(get(client, world, "appraisal_squad", shared(world)))
    assert "One squad of 5.3 FTE sustains these products" in page
    assert "Blue Badges: 25% of the squad, 1.33 FTE" in page
    assert "All the products together" in page


def test_no_pay_is_on_the_page_or_in_the_file_for_those_who_may_not_see_it(client, world):
    shared(world)
    for name, more in (("appraisal_squad", ()), ("appraisal_squad_download", ("csv",))):
        text = get(client, world, name, world.ours.appraisal, *more, who="board_member").content.decode()
        assert not [amount for amount in PAY_AS_WRITTEN if amount in text]


def test_the_appraisals_own_figures_are_what_they_were_before_products_were_added(world):
    before, _composed = calculated(appraisal=world.ours.appraisal, on=TODAY)
    after, _composed = calculated(appraisal=shared(world), on=TODAY)
    assert after.hash == before.hash
    assert after.results == before.results


def test_the_appraisal_says_that_it_is_a_part_of_a_squad(client, world):
    page = main_of(get(client, world, "appraisal", shared(world)))
    assert "is the 75% that this product has of a squad with other products" in page


def test_one_who_may_not_see_a_product_is_shown_nothing_of_the_squad(client, world):
    appraisal = world.ours.appraisal
    share(appraisal, world.theirs.product)
    run = make_run(appraisal=appraisal, by=world.people["finance"], at=NOW)
    for name, row in (("appraisal_squad", appraisal), ("run_squad", run)):
        assert get(client, world, name, row, who="delivery_lead").status_code == 404
        assert get(client, world, name, row, who="finance").status_code == 200
    page = main_of(get(client, world, "appraisal", appraisal, who="delivery_lead"))
    assert reverse("funding:appraisal_squad", args=[appraisal.pk]) not in page
    assert world.theirs.product.name_en not in page


def test_a_run_keeps_what_the_products_came_to(client, world):
    run = run_of(world)
    held = run.context["together"]
    SharedProduct.objects.all().delete()
    page = main_of(get(client, world, "run_squad", run))
    assert "Blue Badges: 25% of the squad, 1.33 FTE" in page
    run.refresh_from_db()
    assert run.context["together"] == held


def test_a_run_of_one_product_keeps_nothing_of_a_squad(client, world):
    run = make_run(appraisal=world.ours.appraisal, by=world.people["finance"], at=NOW)
    assert "together" not in run.context
    assert get(client, world, "run_squad", run).status_code == 404


def test_the_file_has_every_product_under_every_option_and_all_together(client, world):
    text = get(client, world, "appraisal_squad_download", shared(world), "csv").content.decode("utf-8-sig")
    lines = text.splitlines()
    assert len(lines) == 1 + 3 * world.ours.appraisal.options.count()
    assert lines[0].startswith("Product,Share of the squad's time,FTE,Option")


def test_products_are_added_with_their_shares(client, world):
    other = another_product(world.ours.organisation)
    client.force_login(world.person("finance"))
    address = reverse("funding:appraisal_squad_edit", args=[world.ours.appraisal.pk])
    assert client.post(address, posted(other)).status_code == 302
    made = SharedProduct.objects.get()
    assert (made.share, made.running_cost, made.annual_benefit) == (Decimal("0.250"), 0, 60_000)
    assert Appraisal.objects.get(pk=world.ours.appraisal.pk).version == 2


def test_shares_that_leave_nothing_are_refused_in_words(client, world):
    other = another_product(world.ours.organisation)
    client.force_login(world.person("finance"))
    address = reverse("funding:appraisal_squad_edit", args=[world.ours.appraisal.pk])
    page = client.post(address, posted(other, part="100")).content.decode()
    assert "These shares come to 100%" in page
    assert not SharedProduct.objects.exists()


def test_of_two_who_change_the_shares_the_second_is_told(client, world):
    other = another_product(world.ours.organisation)
    client.force_login(world.person("finance"))
    address = reverse("funding:appraisal_squad_edit", args=[world.ours.appraisal.pk])
    client.post(address, posted(other))
    answer = client.post(address, posted(other, part="50"))
    assert "Somebody else saved this" in answer.content.decode()
    assert SharedProduct.objects.get().share == Decimal("0.250")


def test_what_the_squad_is_assigned_to_is_suggested_with_its_part_of_the_time(world):
    other = another_product(world.ours.organisation)
    Assignment.objects.filter(pk=world.ours.assignment.pk).update(share=Decimal("0.6"))
    Assignment.objects.create(squad=world.ours.squad, product=other, share=Decimal("0.2"), start=TODAY)
    Appraisal.objects.create(
        product=other, name_cy="B", name_en="B", start_year=2027, inputs={"product.effort_to_live": 12}
    )
    found = suggested(appraisal=world.ours.appraisal, by=world.person("finance"), on=TODAY)
    assert [(one.product, one.share, one.figures) for one in found] == [
        (other.pk, Decimal("0.250"), {"effort_to_live": 12})
    ]


def test_more_products_ask_the_database_no_more_often(client, world):
    shared(world)
    get(client, world, "appraisal_squad", world.ours.appraisal)
    with CaptureQueriesContext(connection) as one:
        get(client, world, "appraisal_squad", world.ours.appraisal)
    for number in range(4):
        share(world.ours.appraisal, another_product(world.ours.organisation, f"Product {number}"), "0.05")
    with CaptureQueriesContext(connection) as five:
        get(client, world, "appraisal_squad", world.ours.appraisal)
    assert len(five) == len(one)


def test_two_runs_whose_squads_have_other_products_are_said_to(client, world):
    before = make_run(appraisal=world.ours.appraisal, by=world.people["finance"], at=NOW)
    after, again = run_of(world), run_of(world)
    words = "The other products of the squad, their shares or what they need are not the same"
    assert words in main_of(get(client, world, "run_against", before, after.pk))
    assert words not in main_of(get(client, world, "run_against", after, again.pk))
