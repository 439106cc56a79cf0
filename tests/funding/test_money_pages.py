"""Lists and pages of funds, rounds, awards, costs, rates and assumptions."""

import csv
import io
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from funding.queries.money import all_years, breaches, fund_years, money_finding
from tests.funding.factories import (
    AllocationFactory,
    AssumptionFactory,
    AwardFactory,
    AwardLineFactory,
    FundFactory,
    OtherCostFactory,
    ProductFactory,
    RateFactory,
    RoleFactory,
    RoundFactory,
    person,
)

pytestmark = pytest.mark.django_db
LISTS = ("funds", "rounds", "awards", "other_costs", "rates", "assumptions")


@pytest.fixture
def finance(client):
    client.force_login(person("finance"))
    return client


def make(number: int) -> None:
    """One more row for every list."""
    fund = FundFactory()
    RoundFactory(fund=fund)
    product = ProductFactory()
    AwardLineFactory(award=AwardFactory(fund=fund, product=product))
    OtherCostFactory(product=product)
    RateFactory(role=RoleFactory(code=f"role-{number}"))
    AssumptionFactory(key=["product.decay_rate", "prices.pay_inflation"][number % 2])


@pytest.mark.parametrize("name", [*LISTS, "funding"])
@pytest.mark.parametrize("query", ["", "?download=csv"])
def test_a_list_asks_as_many_questions_however_many_rows_it_has(finance, name, query):
    address = reverse(f"funding:{name}") + query
    for number in range(3):
        make(number)
    finance.get(address)
    with CaptureQueriesContext(connection) as few:
        assert finance.get(address).status_code == 200
    for number in range(3, 30):
        make(number)
    with CaptureQueriesContext(connection) as many:
        finance.get(address)
    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("name", "query", "rows"),
    [
        ("rounds", "year=2022-23", 1),
        ("rounds", "year=2023", 0),
        ("awards", "year=2026-27", 1),
        ("awards", "year=2027-28", 1),
        ("awards", "year=2029-30", 0),
        ("awards", "search=addysg", 1),
        ("awards", "search=nobody", 0),
        ("assumptions", "search=nobody decay", 1),
        ("assumptions", "waiting=yes", 0),
        ("funds", "pays_permanent=true", 0),
    ],
)
def test_a_list_is_narrowed_as_asked(finance, name, query, rows):
    award = AwardFactory(product=ProductFactory(name_cy="Cynnwys addysg", name_en="Education content"))
    RoundFactory(fund=award.fund)
    for year in (2026, 2027):
        AwardLineFactory(award=award, year=year)
    AssumptionFactory()
    response = finance.get(f"{reverse(f'funding:{name}')}?{query}")
    table = response.context["table"]
    assert table.paginator.count == rows


def test_a_year_that_cannot_be_read_is_said_beside_the_filter(finance):
    response = finance.get(reverse("funding:rounds") + "?year=next")
    assert response.context["narrowing"].form.errors["year"]
    assert response.status_code == 200


def test_an_award_of_two_years_is_one_row_with_the_sum_of_its_lines(finance):
    award = AwardFactory()
    AwardLineFactory(award=award, year=2026, amount=Decimal("100.25"))
    AwardLineFactory(award=award, year=2027, amount=Decimal("50.50"))
    response = finance.get(reverse("funding:awards") + "?download=csv")
    body = b"".join(response.streaming_content) if response.streaming else response.content
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    row = next(row for row in rows if award.reference in row)
    assert "150.75" in row


def test_what_is_not_known_is_said_not_to_be_known_and_never_counted_as_nought(finance):
    fund = FundFactory()
    AllocationFactory(fund=fund, amount=None)
    page = finance.get(reverse("funding:fund", args=[fund.pk])).content.decode()
    assert "not known" in page
    assert fund_years(fund=fund, user=person("finance"))[0].unawarded is None


def test_more_awarded_than_allocated_is_said(finance):
    fund = FundFactory()
    AllocationFactory(fund=fund, year=2026, amount=Decimal("1000"))
    AwardLineFactory(award=AwardFactory(fund=fund), year=2026, amount=Decimal("1500"))
    years = fund_years(fund=fund, user=person("finance"))
    assert breaches(years) == ["In 2026-27 £500 more has been awarded than allocated."]
    assert "£500 more has been awarded" in finance.get(reverse("funding:fund", args=[fund.pk])).content.decode()


def test_a_delivery_lead_is_not_told_what_is_left_of_a_fund_whose_awards_they_do_not_all_see(client):
    product = ProductFactory()
    lead = person("delivery_lead", organisation=product.organisation)
    fund = FundFactory()
    AllocationFactory(fund=fund, amount=Decimal("1000"))
    AwardLineFactory(award=AwardFactory(fund=fund, product=product), amount=Decimal("300"))
    AwardLineFactory(award=AwardFactory(fund=fund), amount=Decimal("900"))
    client.force_login(lead)
    page = client.get(reverse("funding:fund", args=[fund.pk])).content.decode()
    assert "£300" in page
    assert "£900" not in page
    assert "more has been awarded" not in page
    assert "not yet awarded" not in page


def test_sums_over_products_are_the_sums_of_all(finance):
    user = person("finance")
    for amount in ("120.10", "79.90"):
        AwardLineFactory(award=AwardFactory(), amount=Decimal(amount))
    AwardLineFactory(award=AwardFactory(), certainty="indicative", amount=Decimal("50"))
    (year,) = all_years(user=user)
    assert (year.secured, year.indicative, year.awarded) == (Decimal("200.00"), Decimal("50"), Decimal("250.00"))


def test_the_finding_reads_right_for_none_and_for_a_year_without_any():
    assert money_finding([], year=2026) == ["No secured money is recorded."]
    AwardLineFactory(year=2024, amount=Decimal("10"))
    said = money_finding(all_years(user=person("finance")), year=2026)
    assert said == ["Money was secured to March 2025.", "No secured money is recorded for 2026-27."]


def test_the_page_of_a_round_counts_its_weeks_and_names_its_source(finance):
    found = RoundFactory(evidence="V", source_en="localgovernmentdigital.wales", source_cy="llywodraethleol")
    page = finance.get(reverse("funding:round", args=[found.pk])).content.decode()
    assert "22.7 weeks" in page
    assert "29.4 weeks" in page
    assert "localgovernmentdigital.wales" in page


def test_the_page_of_a_round_without_dates_says_what_to_do(finance):
    found = RoundFactory(opens=None, closes=None, panel=None, decision=None, delivery_ends=None)
    page = finance.get(reverse("funding:round", args=[found.pk])).content.decode()
    assert "None of this round" in page


def test_the_page_of_an_award_shows_its_lines_to_the_penny(finance):
    award = AwardFactory()
    AwardLineFactory(award=award, amount=Decimal("1234.56"))
    page = finance.get(reverse("funding:award", args=[award.pk])).content.decode()
    assert page.count("£1,234.56") == 2


def test_the_money_of_a_product_that_has_none_says_so(finance):
    product = ProductFactory()
    page = finance.get(reverse("funding:product_money", args=[product.pk])).content.decode()
    assert "No secured money is recorded." in page
    assert "No fund has awarded anything" in page
    assert "No award and no other cost has a year yet." in page
    # Nothing is drawn of nothing: what to do stands in its place.
    assert "No post of a squad on it is planned in these years" in page
    assert "data-chart" not in page


def test_an_award_whose_sum_is_not_known_is_not_said_to_be_none_and_draws_no_picture(finance):
    award = AwardFactory()
    AwardLineFactory(award=award, amount=None)
    page = finance.get(reverse("funding:product_money", args=[award.product_id])).content.decode()
    assert "No secured money is recorded." in page
    assert "No award has been recorded" not in page
    assert award.reference in page
    assert "money-by-year" not in page


@pytest.mark.parametrize("query", ["", "?sort=-value", "?download=csv", "?download=xlsx"])
def test_the_wider_evidence_is_a_list_like_the_others(finance, query):
    assert finance.get(reverse("funding:evidence") + query).status_code == 200


def test_the_wider_evidence_says_how_much_of_it_was_read_in_its_source(finance):
    page = finance.get(reverse("funding:evidence")).content.decode()
    assert "Of 51 figures behind the defaults" in page
    assert "0.035" in page


def test_the_list_of_a_year_s_awards_sums_each_award_once_and_says_what_the_year_gives(finance):
    award = AwardFactory()
    AwardLineFactory(award=award, year=2026, budget="revenue", amount=Decimal("100.00"))
    AwardLineFactory(award=award, year=2026, budget="capital", amount=Decimal("30.00"))
    AwardLineFactory(award=award, year=2026, certainty="indicative", amount=Decimal(7))
    AwardLineFactory(award=award, year=2027, budget="revenue", amount=Decimal(900))
    AwardLineFactory(award=AwardFactory(), year=2025, amount=Decimal(5000))
    response = finance.get("/en/funding/awards/?year=2026-27")
    (row,) = response.context["table"].rows
    assert row.get_cell_value("total") == Decimal("1037.00")
    assert "In 2026-27 these awards give £130 secured and £7 indicative." in response.text
    assert "these awards give" not in finance.get("/en/funding/awards/").text
