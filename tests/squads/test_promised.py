"""A squad promised for more than all of its time: warned of, listed, and neither refused nor silently allowed."""

import datetime
from decimal import Decimal

import pytest

from squads.models import Assignment, Squad
from squads.queries.promised import Share, periods_over, promised_twice
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.squads.forms import knowing
from tests.world import World, make_world

ON = datetime.date(2026, 11, 24)


@pytest.fixture
def world(db: None) -> World:
    return make_world(with_runs=False)


@pytest.fixture
def office(world):
    return signed_in(world, "cdo_office")


def share(part: str, start: str, end: str = "") -> Share:
    return Share(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end) if end else None, Decimal(part))


def periods(*shares: Share) -> list[tuple[str, str, str, int]]:
    return [(str(one.start), str(one.end or ""), str(one.share), one.products) for one in periods_over(shares, on=ON)]


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ([], []),
        ([share("1", "2025-04-01")], []),
        ([share("0.5", "2025-04-01"), share("0.5", "2025-04-01")], []),
        # What is over is over.
        ([share("1", "2025-04-01"), share("0.5", "2025-04-01", "2026-11-24")], []),
        # Begun long ago: listed from the day it began, until the day before the first that is free again.
        (
            [share("1", "2025-04-01"), share("0.5", "2025-04-01", "2027-04-01")],
            [("2025-04-01", "2027-04-01", "1.5", 2)],
        ),
        # Another sum is another period; the days between two are not in either.
        (
            [share("0.8", "2025-04-01"), share("0.3", "2027-04-01"), share("0.2", "2027-10-01", "2028-04-01")],
            [("2027-04-01", "2027-10-01", "1.1", 2), ("2027-10-01", "2028-04-01", "1.3", 3),
             ("2028-04-01", "", "1.1", 2)],
        ),
        # One ends on the day another begins: never a day with both, and the sum does not change.
        (
            [share("1", "2025-04-01"), share("0.2", "2026-12-01", "2027-04-01"), share("0.2", "2027-04-01")],
            [("2026-12-01", "", "1.2", 2)],
        ),
    ],
)  # fmt: skip
def test_the_days_on_which_the_shares_come_to_more_than_all_of_it(shares, found):
    assert periods(*shares) == found


def promise(squad: Squad, product: object, part: str, start: str, end: str = "") -> Assignment:
    return Assignment.objects.create(squad=squad, product=product, **share(part, start, end)._asdict())


def test_it_is_warned_of_on_the_form_and_saved_only_knowingly(office, world):
    new = address("squads:assignment_new", world.ours.squad.pk)
    data = typed(office.get(new)) | {
        "product": str(world.theirs.product.pk), "share": "25", "start": "1 April 2027", "end": "1 April 2028",
    }  # fmt: skip
    answer = office.post(new, data)
    assert answer.status_code == 422
    said = "The squad would be promised for more than all of its time: 125% from 1 April 2027 to 31 March 2028."
    assert said_beside(answer, "knowingly") == said
    assert Assignment.objects.count() == 2
    # A tick for one warning is no tick for another.
    worse = knowing(answer) | {"share": "75"}
    answer = office.post(new, worse)
    assert answer.status_code == 422
    assert "175%" in said_beside(answer, "knowingly")
    assert office.post(new, knowing(answer)).status_code == 302
    assert Assignment.objects.latest("pk").share == Decimal("0.75")


def test_a_promise_that_is_over_or_fits_asks_nothing(office, world):
    world.ours.assignment.end = datetime.date(2027, 4, 1)
    world.ours.assignment.save()
    new = address("squads:assignment_new", world.ours.squad.pk)
    for start, end in (("1 April 2027", ""), ("1 April 2025", "1 April 2026")):
        data = typed(office.get(new)) | {"product": str(world.theirs.product.pk), "start": start, "end": end}
        assert office.post(new, data).status_code == 302
        Assignment.objects.latest("pk").delete()


def test_it_is_said_on_the_squads_page_and_listed_with_its_days(office, world):
    promise(world.ours.squad, world.theirs.product, "0.25", "2027-04-01", "2028-04-01")
    page = text(office.get(address("squads:squad", world.ours.squad.pk)))
    assert "125% from 1 April 2027 to 31 March 2028" in page
    answer = office.get(address("squads:promised"))
    assert "One squad is promised for more than all of its time, today or later." in text(answer)
    rows = rows_of(office.get(address("squads:promised") + "?download=csv"))
    assert rows[0] == ["Squad", "Home organisation", "From", "To", "Promised", "More than there is", "Products"]
    assert rows[1:] == [["Squad Gwynedd", "Gwynedd", "2027-04-01", "2028-03-31", "1.250", "0.250", "2"]]
    assert rows_of(office.get(address("squads:promised") + "?search=powys&download=csv"))[1:] == []


def test_a_delivery_lead_sees_their_own_squads_and_no_product_of_anothers(world):
    promise(world.ours.squad, world.theirs.product, "0.25", "2027-04-01")
    promise(world.theirs.squad, world.ours.product, "0.25", "2027-04-01")
    Assignment.objects.filter(squad=world.theirs.squad, product=world.ours.product).update(product=world.theirs.product)
    lead = signed_in(world, "delivery_lead")
    page = text(lead.get(address("squads:promised")))
    assert "Squad Gwynedd" in page
    assert "125%" in page, "what is promised elsewhere counts"
    assert "Squad Powys" not in page
    assert "Grant Powys" not in page


def test_it_takes_as_many_questions_for_one_squad_as_for_twenty(office, world, django_assert_num_queries):
    promise(world.ours.squad, world.theirs.product, "0.25", "2027-04-01")
    few = queries_for(office, address("squads:promised"))
    for number in range(20):
        squad = Squad.objects.create(
            name_cy=f"Sgwad {number}", name_en=f"Squad {number}", organisation=world.ours.organisation,
            since=datetime.date(2025, 4, 1),
        )  # fmt: skip
        for product in (world.ours.product, world.theirs.product):
            promise(squad, product, "0.75", "2027-04-01")
    assert queries_for(office, address("squads:promised")) == few
    with django_assert_num_queries(2):
        assert len(promised_twice(Squad.objects.all(), on=ON)) == 21
