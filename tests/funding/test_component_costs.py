"""What building a component many times costs a year: from FTE and salaries, for those who may see pay."""

import datetime
from decimal import Decimal

import pytest

from funding.models import Assumption, Rate
from portfolio.models import Component, Product
from tests.portfolio import alike
from tests.portfolio.pages import address, cells_of, queries_for, rows_of, signed_in, text
from tests.portfolio.rows import more_rows
from tests.world import PAY_AS_WRITTEN, SALARY, World, make_world

pytestmark = pytest.mark.django_db
# The engine's own defaults: 15% above £5,000, 20% pension, 0.5% levy, £8,000 a head.
ON_COSTS = Decimal("0.15") * (SALARY - 5000) + Decimal("0.205") * SALARY + 8000
AN_FTE = SALARY + ON_COSTS  # 54,321.09 + 7,398.16 + 11,135.82 + 8,000 = 80,855.08


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def costs(world: World, who: str = "finance") -> dict[str, str]:
    header, row = rows_of(signed_in(world, who).get(f"{address('funding:component_costs')}?download=csv"))
    return dict(zip(header, row, strict=True))


def shared_and_two(world: World) -> Component:
    """Powys shares one of 1 FTE; ours takes 0.5, another could share and takes 0.25, a third does not say."""
    component = alike.component(shared_product=world.theirs.product)
    alike.use(world.theirs.product, fte="1")
    alike.use(world.ours.product, fte="0.5")
    more_rows(world, 2)
    third, fourth = Product.objects.order_by("pk")[2:]
    alike.use(third, way="could_share", fte="0.25")
    alike.use(fourth, fte=None)
    return component


def near(written: str, expected: Decimal) -> bool:
    return abs(Decimal(written) - expected) < Decimal("0.01")


def test_the_cost_is_the_fte_at_the_salary_in_force_with_on_costs(world):
    assert round(AN_FTE, 2) == Decimal("80855.08")
    shared_and_two(world)
    row = costs(world)
    assert (row["Times built"], row["FTE a year"], row["Cost not known of"]) == ("3", "0.75", "1")
    assert near(row["All of them (£ a year)"], AN_FTE * Decimal("0.75"))
    assert near(row["The shared one (£ a year)"], AN_FTE)
    assert near(row["Difference (£ a year)"], -AN_FTE * Decimal("0.25"))


def test_the_page_of_one_component_says_the_same_and_how(world):
    component = shared_and_two(world)
    client = signed_in(world, "cdo_office")
    url = address("funding:component_cost", component.pk)
    page = text(client.get(url))
    assert "Building it 3 times costs £61k a year, of what is known." in page
    assert "The shared one costs £81k: £20k more." in page
    assert "The cost of one product&#x27;s own is not known." in page
    assert "Salary: Software developer, every organisation" in page
    assert "£54,321" in page
    header, *rows = rows_of(client.get(f"{url}?download=csv"))
    assert len(rows) == 3
    assert near(dict(zip(header, rows[0], strict=True))["Cost (£ a year)"], AN_FTE * Decimal("0.5"))
    assert len(cells_of(client.get(f"{url}?download=xlsx"))) == 4
    at = header.index("Cost (£ a year)")
    total = sum(Decimal(row[at]) for row in rows if row[at])
    assert near(costs(world)["All of them (£ a year)"], total)


def test_an_organisations_own_salary_goes_before_everybodys_and_a_signed_assumption_before_the_default(world):
    alike.use(world.ours.product, fte="1")
    Rate.objects.create(
        role=world.role,
        employment="permanent",
        organisation=world.ours.organisation,
        amount=Decimal("40000"),
        valid_from=datetime.date(2026, 4, 1),
    )
    Assumption.objects.create(
        key="employment.overhead_per_fte", value=Decimal("0"), unit="£", valid_from=datetime.date(2026, 4, 1)
    )
    expected = Decimal(40000) + Decimal("0.15") * 35000 + Decimal("0.205") * 40000
    assert near(costs(world)["All of them (£ a year)"], expected)
    page = text(signed_in(world, "finance").get(address("funding:component_cost", alike.component().pk)))
    assert "Salary: Software developer, Gwynedd" in page


def test_what_is_not_known_is_not_counted_as_nought(world):
    alike.use(world.ours.product, fte=None)
    row = costs(world)
    assert (row["All of them (£ a year)"], row["Difference (£ a year)"]) == ("", "")
    page = text(signed_in(world, "finance").get(address("funding:component_costs")))
    assert "What that costs a year is not known: no FTE or no salary is." in page
    component = alike.component("Without a rate", role_code="nobody")
    alike.use(world.ours.product, of=component)
    page = text(signed_in(world, "finance").get(address("funding:component_cost", component.pk)))
    assert "What they cost is not known." in page
    assert "The role whose rate prices it is not among the roles" in page


def test_nobody_shares_it_and_nobody_has_one(world):
    alike.use(world.ours.product)
    alike.component("Empty")
    client = signed_in(world, "finance")
    page = text(client.get(address("funding:component_cost", alike.component().pk)))
    assert "What sharing one would cost is not known: no product shares it yet." in page
    page = text(client.get(address("funding:component_cost", alike.component("Empty").pk)))
    assert "No product has one of its own." in page


@pytest.mark.parametrize("who", ["viewer", "board_member", "delivery_lead", "administrator", "superuser"])
def test_nobody_else_sees_what_it_costs_on_any_page_or_download(world, who):
    component = shared_and_two(world)
    client = signed_in(world, who)
    for name, arguments in (("component_costs", []), ("component_cost", [component.pk])):
        for query in ("", "?download=csv", "?download=xlsx"):
            assert client.get(address(f"funding:{name}", *arguments) + query).status_code == 403
    cost = f"{round(AN_FTE):,}"
    for name, arguments in (("components", []), ("component", [component.pk]), ("component_uses", [])):
        page = text(client.get(address(f"portfolio:{name}", *arguments)))
        for amount in (*PAY_AS_WRITTEN, cost, cost.replace(",", "")):
            assert amount not in page
        assert "funding/components" not in page


def test_costs_ask_as_many_questions_of_one_product_as_of_twenty(world):
    component = alike.component(shared_product=world.ours.product)
    alike.use(world.ours.product)
    client = signed_in(world, "finance")
    pages = [address("funding:component_costs"), address("funding:component_cost", component.pk)]
    few = [queries_for(client, url) for url in pages]
    more_rows(world, 20)
    for number, product in enumerate(Product.objects.all()):
        alike.use(product)
        alike.use(product, of=alike.component(f"Component {number}", shared_product=product))
    assert [queries_for(client, url) for url in pages] == few
    assert max(few) <= 12
