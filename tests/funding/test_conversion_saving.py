"""What a conversion saves a year: the sums of the model, said plainly, to those who may see pay and nobody else."""

import datetime
from decimal import Decimal

import pytest

from funding.models import Assumption, Rate
from funding.queries.conversion import saving_finding, saving_of
from squads.models import Conversion, Post
from tests.portfolio.pages import address, queries_for, signed_in, text
from tests.squads.converted import conversion_of
from tests.world import PAY_AS_WRITTEN, World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)
# By hand, from the defaults of the model: 15% above £5,000, 20% pension, 0.5% levy, £8,000 overhead; 220 days, 12% fee.
PERMANENT = 54321.09 + 0.15 * (54321.09 - 5000) + 0.205 * 54321.09 + 8000
CONTRACTOR = 654.32 * 220 * 1.12


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def conversion(world) -> Conversion:
    return conversion_of(world)


def saving(conversion: Conversion):
    rows = Conversion.objects.select_related("contractor__role", "contractor__squad", "permanent__role")
    return saving_of(conversion=rows.get(pk=conversion.pk), on=ON)


def test_both_sides_are_the_sums_of_the_model(conversion):
    found = saving(conversion)
    assert found.permanent.whole == pytest.approx(PERMANENT)
    assert found.contractor.whole == pytest.approx(CONTRACTOR)
    assert found.a_year == pytest.approx(CONTRACTOR - PERMANENT)
    for side in (found.contractor, found.permanent):
        assert sum(part.amount for part in side.parts) == pytest.approx(side.per_fte)
    assert "The conversion saves £80,369 a year" in saving_finding(found)[0]


def test_the_size_of_each_post_counts_and_a_difference_is_said(conversion):
    Post.objects.filter(pk=conversion.permanent_id).update(fte=Decimal("0.5"))
    found = saving(conversion)
    assert found.permanent.whole == pytest.approx(PERMANENT / 2)
    assert "The two are not alike in size: 1.0 FTE and 0.5 FTE." in saving_finding(found)


def test_an_assumption_in_force_is_used_and_an_organisation_s_own_rate(conversion, world):
    Assumption.objects.create(
        key="employment.contractor_days", value=Decimal(200), unit="days_a_year", valid_from=datetime.date(2025, 4, 1)
    )
    Rate.objects.create(
        role=world.role, employment="permanent", organisation=world.ours.organisation, amount=Decimal(60000),
        valid_from=datetime.date(2026, 4, 1),
    )  # fmt: skip
    found = saving(conversion)
    assert found.contractor.whole == pytest.approx(654.32 * 200 * 1.12)
    assert found.permanent.rate.amount == 60000


def test_a_supplier_s_rate_has_its_margin_in_it_already(conversion, world):
    Post.objects.filter(pk=conversion.contractor_id).update(employment="supplier")
    Rate.objects.create(
        role=world.role, employment="supplier", amount=Decimal(900), valid_from=datetime.date(2025, 4, 1)
    )
    assert saving(conversion).contractor.whole == pytest.approx(900 * 220)


def test_a_conversion_that_costs_more_says_so_plainly(conversion):
    Rate.objects.filter(employment="agency").update(amount=Decimal(200))
    found = saving(conversion)
    assert found.a_year < 0
    assert found.months_to_pay_back is None
    said = saving_finding(found)
    assert "a year MORE" in said[0]
    assert said[-1] == "Recruiting costs £4,000 once, on top of that."


@pytest.mark.parametrize(
    ("employment", "said"),
    [
        ("agency", "No day rate is known for Software developer (agency contractor)."),
        ("permanent", "No salary is known for Software developer (permanent)."),
    ],
)
def test_what_is_not_known_is_said_and_never_counted_as_nothing(conversion, world, employment, said):
    Rate.objects.filter(employment=employment).delete()
    found = saving(conversion)
    assert found.a_year is None
    assert saving_finding(found) == [said, "What the conversion saves cannot be worked out."]
    page = text(signed_in(world, "finance").get(address("funding:conversion_saving", conversion.pk)))
    assert "not known" in page


def test_the_page_shows_formula_numbers_and_sources_in_both_languages(conversion, world):
    client = signed_in(world, "finance")
    page = text(client.get(address("funding:conversion_saving", conversion.pk)))
    assert "day rate × days billed a year" in page
    assert "54,321.09" in page
    assert address("funding:rate", world.salary.pk) in page
    assert "The model's own default: no assumption is in force." in page
    page = text(client.get(address("funding:conversion_saving", conversion.pk, language="cy")))
    assert "arbed £80,369 y flwyddyn" in page


def test_pay_is_on_no_page_of_a_conversion_for_those_who_may_not_see_it(conversion, world):
    for who in ("board_member", "viewer", "delivery_lead", "administrator", "superuser"):
        client = signed_in(world, who)
        assert client.get(address("funding:conversion_saving", conversion.pk)).status_code == 403, who
        for page in (
            address("squads:conversion", conversion.pk),
            address("squads:conversions") + "?download=csv",
            address("squads:post", conversion.contractor_id),
        ):
            body = client.get(page).content.decode("utf-8-sig")
            assert not [written for written in PAY_AS_WRITTEN if written in body], (who, page)
            assert "80,369" not in body


def test_it_asks_the_same_questions_however_many_rates_there_are(conversion, world):
    client = signed_in(world, "finance")
    url = address("funding:conversion_saving", conversion.pk)
    few = queries_for(client, url)
    for year in range(2015, 2025):
        Rate.objects.create(
            role=world.role, employment="agency", amount=Decimal(500), valid_from=datetime.date(year, 4, 1)
        )
    assert queries_for(client, url) == few
