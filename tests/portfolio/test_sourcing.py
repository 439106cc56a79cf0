"""Contracts, what could be bought together, and what looks alike."""

import datetime
from decimal import Decimal

import pytest
import time_machine

from portfolio.models import Contract, Organisation, SourcingOpportunity
from portfolio.queries.calendar import a_year_after, months_later
from portfolio.queries.sourcing import (
    Value,
    ending_together,
    ends_by_month,
    sourcing_finding,
    sourcing_of,
    suggestions_of,
    supplier_key,
    title_words,
)
from tests.portfolio.nation import contract_of, opportunity_of
from tests.portfolio.pages import NOT_DATES, address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.rows import authority
from tests.portfolio.test_adoption import cdps
from tests.world import NOW, TODAY, World, make_world

pytestmark = pytest.mark.django_db
DAY = datetime.date
BEGAN = DAY(2024, 4, 1)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


def buy(body: Organisation, title: str = "", *, end: str = "2027-04-01", value: int | None = 1000, **more) -> Contract:
    given = {"title_cy": title or "Teitl", "title_en": title or "Title", "start": BEGAN} | more
    day = datetime.date.fromisoformat(end) if end else None
    return Contract.objects.create(
        organisation=body, end=day, annual_value=None if value is None else Decimal(value), **given
    )


def test_days_months_and_a_year_away():
    assert months_later(DAY(2026, 11, 30), 3) == DAY(2027, 2, 28)
    assert months_later(DAY(2026, 12, 31), 0) == DAY(2026, 12, 31)
    assert months_later(DAY(2026, 1, 31), -2) == DAY(2025, 11, 30)
    assert a_year_after(DAY(2028, 2, 29)) == DAY(2029, 2, 28)


def test_what_ends_within_a_year_and_can_be_bought_together_is_found_and_summed(world):
    ours, theirs, planning = world.ours.organisation, world.theirs.organisation, opportunity_of(world)
    buy(ours, opportunity=planning, value=40_000)
    buy(theirs, opportunity=planning, value=None, end="2027-11-24")
    buy(theirs, opportunity=planning, value=9_000, end="2027-11-25")
    buy(theirs, opportunity=planning, value=9_000, end="2026-11-24")
    (found,) = ending_together(contracts=Contract.objects.all(), on=TODAY)
    assert [one.organisation for one in found.contracts] == [ours, theirs]
    assert found.value == Value(Decimal(40_000), 1)
    numbers = sourcing_of(contracts=Contract.objects.all(), on=TODAY)
    assert (numbers.live, numbers.ending) == (3, 2), "the last of them is over today"
    assert sourcing_finding(numbers, [found], TODAY) == [
        "3 contracts are in force, worth £49k a year (not known: 1). 2 of them end by 24 November 2027.",
        "2 of those, worth £40k a year (not known: 1), are for one thing that could be bought together.",
    ]
    page = text(signed_in(world, "viewer").get(address("portfolio:sourcing")))
    assert "Planning software</a>: £40k a year (not known: 1)" in page


def test_all_that_could_be_bought_together_is_taken_away_and_not_only_what_a_page_has_room_for(world):
    ours, theirs, planning = world.ours.organisation, world.theirs.organisation, opportunity_of(world)
    for number in range(5):
        for body in (ours, theirs):
            buy(body, f"Planning {number}", opportunity=planning)
    for number in range(12):
        for body in (ours, theirs):
            buy(body, f"{number} {'abcdefghijkl'[number] * 5} {'mnopqrstuvwx'[number] * 5}", value=number)
    client, url = signed_in(world, "viewer"), address("portfolio:sourcing")
    together = rows_of(client.get(f"{url}?table=together&download=csv"))
    assert together[0] == [
        "Could be bought together",
        "Contract",
        "Organisation",
        "Supplier",
        "Value a year (£)",
        "Last day",
    ]
    assert [row[0] for row in together[1:]] == ["Planning software"] * 10
    suggested = rows_of(client.get(f"{url}?table=suggested&download=csv"))[1:]
    assert len(suggested) == 24
    assert suggested[0][0] == "Titles like 11 lllll xxxxx"
    assert suggested[0][3:] == ["not known", "11.00", "2027-03-31"]
    welsh = rows_of(client.get(f"{address('portfolio:sourcing', language='cy')}?table=suggested&download=csv"))
    assert welsh[0][:2] == ["Pam", "Contract"]
    assert welsh[1][0] == "Teitlau fel 11 lllll xxxxx"


def test_one_organisation_alone_buys_nothing_together(world):
    buy(world.ours.organisation, opportunity=opportunity_of(world))
    buy(world.ours.organisation, opportunity=opportunity_of(world))
    assert ending_together(contracts=Contract.objects.all(), on=TODAY) == []
    numbers = sourcing_of(contracts=Contract.objects.all(), on=TODAY)
    assert "None of those is known" in sourcing_finding(numbers, [], TODAY)[1]
    Contract.objects.all().delete()
    assert sourcing_finding(sourcing_of(contracts=Contract.objects.all(), on=TODAY), [], TODAY) == [
        "No contract is in force."
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Meddalwedd Dychmygol Cyf", "MEDDALWEDD DYCHMYGOL LTD.", True),
        ("Ffônau Môn plc", "Ffonau Mon", True),
        ("Enghraifft (Cymru) Limited", "Enghraifft Cymru", True),
        ("Enghraifft Cymru", "Enghraifft Lloegr", False),
    ],
)
def test_a_supplier_is_the_same_without_capitals_accents_points_and_ltd(one, other, same):
    assert (supplier_key(one) == supplier_key(other)) is same
    assert supplier_key("Ltd") == ""


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Library management system", "Public library management", False),
        ("Public library catalogue", "Catalogue of the public library", True),
        ("Waste routes", "Routes for waste", True),
        ("Waste collection routes for lorries", "Waste routes", True),
        ("Waste collection routes for lorries and vans", "Waste bins", False),
        ("Contract management system", "Contract management system", False),
    ],
)
def test_titles_are_alike_by_two_words_that_are_half_of_all(world, one, other, alike):
    buy(world.ours.organisation, one)
    buy(world.theirs.organisation, other)
    found = suggestions_of(contracts=Contract.objects.all(), on=TODAY)
    assert bool(found) is alike, (title_words(one), title_words(other))


def test_suggestions_leave_out_what_is_over_alone_or_under_an_opportunity_already(world):
    ours, theirs = world.ours.organisation, world.theirs.organisation
    buy(ours, "One thing", supplier="Dychmygol Cyf", value=5_000)
    assert suggestions_of(contracts=Contract.objects.all(), on=TODAY) == []
    buy(theirs, "Another matter", supplier="Dychmygol", end="2026-11-24")
    buy(theirs, "Another matter", supplier="Dychmygol", opportunity=opportunity_of(world))
    buy(ours, "Another matter", supplier="Dychmygol")
    assert suggestions_of(contracts=Contract.objects.all(), on=TODAY) == []
    buy(theirs, "Yet another", supplier="DYCHMYGOL LTD", end="")
    (found,) = suggestions_of(contracts=Contract.objects.all(), on=TODAY)
    assert (found.rule, found.buyers, len(found.contracts)) == ("supplier", 2, 3)


def test_an_opportunity_is_made_of_contracts_that_look_alike(world):
    one, other = buy(world.ours.organisation, supplier="Dychmygol"), buy(authority(1), supplier="Dychmygol")
    office = signed_in(world, "cdo_office")
    page = text(office.get(address("portfolio:sourcing")))
    new = f"{address('portfolio:opportunity_new')}?contract={one.pk}&contract={other.pk}"
    assert new.replace("&", "&amp;") in page
    data = {"name_cy": "Peth", "name_en": "Thing", "evidence": "J", "contracts": [str(one.pk)], "version": "1"}
    assert office.post(new, data).status_code == 302
    one.refresh_from_db()
    other.refresh_from_db()
    assert (str(one.opportunity), one.version) == ("Thing", 2)
    assert other.opportunity is None
    edit = address("portfolio:opportunity_edit", one.opportunity_id)
    assert office.post(edit, data | {"contracts": [], "version": "1"}).status_code == 302
    one.refresh_from_db()
    assert one.opportunity is None
    assert Contract.objects.count() == 2, "taken out, not deleted"


def test_ends_are_counted_by_the_month_of_the_last_day(world):
    buy(world.ours.organisation, end="2027-04-01", value=100)
    buy(world.theirs.organisation, end="2027-03-31", value=None, opportunity=opportunity_of(world))
    months = {one.first: one for one in ends_by_month(contracts=Contract.objects.all(), on=TODAY)}
    assert len(months) == 24
    march = months[DAY(2027, 3, 1)]
    assert (march.in_opportunity, march.alone, march.value, march.value_not_known) == (1, 1, Decimal(100), 1)
    assert months[DAY(2027, 4, 1)].alone == 0
    page = text(signed_in(world, "viewer").get(address("portfolio:sourcing")))
    assert "Most contracts end in March 2027: 2" in page


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 2), ("within=3", 0), ("within=6", 1), ("within=24", 1), ("standing=over", 1), ("standing=all", 3),
     ("supplier=dychmygol", 1), ("opportunity=null", 1), ("search=gwynedd", 2), ("within=x", 0)],
)  # fmt: skip
def test_the_list_of_contracts_is_narrowed(world, query, number):
    contract_of(world)
    buy(world.ours.organisation, "For ever", end="")
    buy(world.theirs.organisation, "Over", end="2026-11-24", opportunity=opportunity_of(world))
    rows = rows_of(signed_in(world, "viewer").get(address("portfolio:contracts") + f"?{query}&download=csv"))
    assert len(rows) - 1 == number


def test_the_last_day_is_shown_and_not_the_first_day_no_longer(world):
    contract = contract_of(world)
    client = signed_in(world, "viewer")
    assert "31 March 2027" in text(client.get(address("portfolio:contract", contract.pk)))
    rows = rows_of(client.get(address("portfolio:contracts") + "?download=csv"))
    assert rows[1][3] == "2027-03-31"


def test_a_delivery_lead_keeps_their_own_organisation_s_contracts(world):
    contract = contract_of(world)
    lead, other = signed_in(world, "delivery_lead"), signed_in(world, "other_delivery_lead")
    new = address("portfolio:contract_new")
    form = lead.get(new).context["form"]
    assert [value for value, _label in form.fields["organisation"].choices] == [world.ours.organisation.pk]
    data = {"organisation": str(world.ours.organisation.pk), "title_cy": "Peth", "title_en": "Thing", "evidence": "J"}
    data |= {"start": "1 April 2026", "annual_value": "£12,500.50"}
    assert lead.post(new, data).status_code == 302
    assert Contract.objects.get(title_en="Thing").annual_value == Decimal("12500.50")
    assert lead.post(new, data | {"organisation": str(world.theirs.organisation.pk)}).status_code == 422
    assert other.get(address("portfolio:contract", contract.pk)).status_code == 200
    assert other.get(address("portfolio:contract_edit", contract.pk)).status_code == 403


def test_a_contract_tells_nobody_of_a_product_they_may_not_see(world):
    contract = contract_of(world)
    office = signed_in(world, "cdo_office")
    edit = address("portfolio:contract_edit", contract.pk)
    office.post(edit, typed(office.get(edit)) | {"product": str(world.ours.product.pk)})
    pages = [address(f"portfolio:{name}", contract.pk) for name in ("contract", "contract_history")]
    for who, sees in (("cdo_office", True), ("other_delivery_lead", False)):
        client = signed_in(world, who)
        assert all(("School Essentials" in text(client.get(page))) is sees for page in pages), who


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("end", "1 April 2024", "It must end after it begins."),
        ("annual_value", "-1", ""),
        ("annual_value", "NaN", ""),
        ("start", "", ""),
        *(("start", day, "") for day in NOT_DATES[:3]),
    ],
)
def test_what_a_contract_cannot_be_is_refused_beside_its_box(world, field, value, said):
    contract, office = contract_of(world), signed_in(world, "cdo_office")
    edit = address("portfolio:contract_edit", contract.pk)
    answer = office.post(edit, typed(office.get(edit)) | {field: value})
    assert answer.status_code == 422
    assert said_beside(answer, field)
    assert said in said_beside(answer, field)


def test_a_contract_begun_after_the_end_of_its_organisation_is_refused_in_words(world):
    office = signed_in(world, "cdo_office")
    data = {"organisation": str(cdps(world).pk), "title_cy": "Peth", "title_en": "Thing", "evidence": "J"}
    answer = office.post(address("portfolio:contract_new"), data | {"start": "1 May 2026"})
    assert "its last day was 31 March 2026. Its successor is Powys." in said_beside(answer, "start")


def test_the_pages_ask_as_many_questions_with_three_contracts_as_with_thirty(world):
    client = signed_in(world, "cdo_office")
    pages = [address("portfolio:sourcing"), address("portfolio:contracts")]
    pages.append(address("portfolio:opportunity", opportunity_of(world).pk))
    for number in range(3):
        buy(authority(number), supplier="Dychmygol")
        buy(authority(number + 30), opportunity=opportunity_of(world))
    few = [queries_for(client, url) for url in pages]
    for number in range(3, 20):
        chance = SourcingOpportunity.objects.create(name_cy=f"Cyfle {number}", name_en=f"Chance {number}")
        buy(authority(number), f"Thing {number % 3} matter", supplier=f"Dychmygol {number % 4}")
        buy(authority(number + 30), opportunity=chance)
        buy(world.ours.organisation, opportunity=chance)
    assert [queries_for(client, url) for url in pages] == few
    assert max(few) <= 13
