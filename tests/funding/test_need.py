"""What a product needs by year, and what of it has no source: sums by hand, pay withheld, nothing unknown made 0."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from funding.models import AwardLine, OtherCost
from funding.queries.conversion import employment_values
from funding.queries.need import need_by_year, need_finding, total_need
from squads.models import Employment, Post, Role
from tests.world import DAY_RATE, SALARY, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)


@pytest.fixture
def world():
    return make_world(with_runs=False)


def rows_of(world):
    return need_by_year(product=world.ours.product, user=world.person("finance"), on=ON)


def test_posts_times_rates_and_other_costs_are_the_need_of_the_year(world):
    # One agency post, the whole of it, 1 April 2026 to the end of December: 9 months of 12.
    now = rows_of(world)[0]
    values = employment_values(on=ON)
    a_year = float(DAY_RATE) * values["day_rate_multiplier"] * values["contractor_days"]
    by_hand = 9 / 12 * a_year * (1 + values["contractor_fee_rate"])
    assert now.year == 2026
    assert now.contractors == pytest.approx(by_hand)
    assert now.permanent == 0
    assert now.other_costs == 9000
    assert now.need == pytest.approx(by_hand + 9000)


def test_a_permanent_post_costs_its_salary_with_all_that_comes_on_top(world):
    post = world.ours.post
    post.employment, post.planned_to = Employment.PERMANENT, None
    post.save()
    after = rows_of(world)[1]
    values = employment_values(on=ON)
    salary = float(SALARY) * values["salary_multiplier"]
    insurance = values["ni_rate"] * (salary - values["ni_threshold"])
    by_hand = salary + insurance + (values["pension_rate"] + values["levy_rate"]) * salary + values["overhead_per_fte"]
    assert after.permanent == pytest.approx(by_hand)


def test_need_is_what_is_secured_and_indicative_and_what_has_no_source_in_every_year(world):
    AwardLine.objects.create(award=world.ours.award, year=2027, amount=Decimal("50000"), certainty="indicative")
    rows = rows_of(world)
    for one in [*rows, total_need(rows)]:
        assert one.need == pytest.approx(one.secured + one.indicative + one.gap)
    assert total_need(rows).need == pytest.approx(sum(one.need for one in rows))


def test_half_of_a_squads_time_is_half_of_its_cost(world):
    whole = rows_of(world)[0].contractors
    world.ours.assignment.share = Decimal("0.5")
    world.ours.assignment.save()
    assert rows_of(world)[0].contractors == pytest.approx(whole / 2)


def test_a_post_without_a_rate_makes_the_need_not_known_and_never_less(world):
    role = Role.objects.create(code="unpriced", name_cy="Rôl", name_en="Role", family_cy="T", family_en="F")
    Post.objects.create(squad=world.ours.squad, role=role, employment="agency", planned_from=datetime.date(2027, 4, 1))
    now, after = rows_of(world)[:2]
    assert now.need is not None
    assert (after.need, after.gap) == (None, None)
    assert after.unpriced == 1
    with translation.override("en"):
        assert need_finding([now, after]) == [
            "What 2027-28 needs is not known: no rate is known for 1.0 FTE of its posts."
        ]


def test_more_money_than_need_is_said_to_be_more(world):
    AwardLine.objects.create(award=world.ours.award, year=2027, amount=Decimal("900000"))
    OtherCost.objects.create(product=world.ours.product, year=2027, category="hosting", amount=Decimal("1000"))
    with translation.override("en"):
        assert need_finding(rows_of(world)) == ["2027-28 needs £1k, and has £899k more than that."]


@pytest.mark.parametrize(
    ("who", "sees"),
    [("finance", True), ("cdo_office", True), ("board_member", False), ("delivery_lead", False), ("viewer", False)],
)
def test_only_those_who_may_see_pay_see_the_need(client, world, who, sees):
    client.force_login(world.person(who))
    with translation.override("en"):
        address = reverse("funding:product_money", args=[world.ours.product.pk])
    page = client.get(address).content.decode()
    assert ("Need and money by financial year" in page) is sees
    assert ("so it is withheld" in page) is not sees
    file = client.get(f"{address}?download=csv")
    assert file["Content-Type"].startswith("text/csv" if sees else "text/html")


def test_the_page_asks_as_many_questions_for_twenty_posts_as_for_one(client, world, django_assert_num_queries):
    client.force_login(world.person("finance"))
    with translation.override("cy"):
        address = reverse("funding:product_money", args=[world.ours.product.pk])
    client.get(address)
    with django_assert_num_queries(13) as one:
        page = client.get(address).content.decode()
    assert "Yr hyn sydd ei angen arno, a'r hyn sy'n talu amdano" in page
    for number in range(20):
        Post.objects.create(squad=world.ours.squad, role=world.role, planned_from=datetime.date(2027, 1, 1 + number))
    with django_assert_num_queries(len(one)):
        client.get(address)
