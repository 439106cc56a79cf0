"""What a squad works on: given to it, ended, never twice in the same days, and never another's product unseen."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from portfolio.models import Participation
from squads.models import Assignment
from tests.portfolio.pages import NOT_DATES, NOT_NUMBERS, address, kept_in, said_beside, signed_in, text, typed
from tests.squads.forms import knowing
from tests.world import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def office(world):
    return signed_in(world, "cdo_office")


@pytest.fixture
def new(world):
    return address("squads:assignment_new", world.ours.squad.pk)


@pytest.fixture
def edit(world):
    return address("squads:assignment_edit", world.ours.assignment.pk)


def test_a_squad_is_given_a_product_with_a_share_of_its_time(office, world, new):
    data = typed(office.get(new))
    assert data["share"] == "100"
    data |= {"product": str(world.theirs.product.pk), "share": "33.3", "start": "1 April 2026"}
    answer = office.post(new, data)
    assert answer.status_code == 422, "with this the squad is promised for more than all of its time"
    assert office.post(new, knowing(answer))["Location"] == address("squads:squad", world.ours.squad.pk)
    made = Assignment.objects.latest("pk")
    assert (made.squad, made.product, made.share) == (world.ours.squad, world.theirs.product, Decimal("0.333"))
    page = text(office.get(address("squads:squad", world.ours.squad.pk)))
    assert "33.3%" in page
    assert address("squads:assignment_edit", made.pk) in page


def test_its_work_on_a_product_is_ended_by_a_day_and_kept(office, world, edit):
    assert office.post(edit, typed(office.get(edit)) | {"end": "1 April 2026"}).status_code == 302
    world.ours.assignment.refresh_from_db()
    assert world.ours.assignment.last_day == datetime.date(2026, 3, 31)
    page = text(office.get(address("squads:squad", world.ours.squad.pk)))
    assert "31 March 2026" in page
    assert "It works on no product today." in page


@pytest.mark.parametrize("value", [*NOT_NUMBERS, "0", "100.1", "33.33", ""])
def test_a_share_that_cannot_be_is_refused_in_words_and_kept_as_typed(office, world, edit, value):
    answer = office.post(edit, typed(office.get(edit)) | {"share": value})
    assert answer.status_code == 422
    assert said_beside(answer, "share")
    assert kept_in(answer, "share") == value
    assert world.ours.assignment.history.count() == 1


@pytest.mark.parametrize("day", NOT_DATES)
@pytest.mark.parametrize("field", ["start", "end"])
def test_what_is_no_date_is_refused_beside_its_box(office, edit, field, day):
    answer = office.post(edit, typed(office.get(edit)) | {field: day})
    assert answer.status_code == 422
    assert said_beside(answer, field)


def test_it_ends_after_it_begins_and_the_database_says_so_too(office, world, edit):
    answer = office.post(edit, typed(office.get(edit)) | {"end": "1 April 2025"})
    assert said_beside(answer, "end") == "It must end after it begins."
    for change in ({"end": datetime.date(2025, 4, 1)}, {"share": Decimal("1.001")}, {"share": Decimal("-0.1")}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Assignment.objects.filter(pk=world.ours.assignment.pk).update(**change)


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        ("1 April 2024", "", 422),
        ("1 April 2024", "2 April 2025", 422),
        ("1 April 2024", "1 April 2025", 302),
        ("31 March 2026", "", 422),
        ("1 April 2026", "", 302),
    ],
)
def test_one_product_is_worked_on_once_at_a_time(office, world, new, start, end, answer):
    Assignment.objects.filter(pk=world.ours.assignment.pk).update(end=datetime.date(2026, 4, 1))
    data = typed(office.get(new)) | {"product": str(world.ours.product.pk), "start": start, "end": end}
    response = office.post(new, data)
    assert response.status_code == answer
    if answer == 422:
        assert said_beside(response, "product") == "This squad already works on this product in those days."
        assert kept_in(response, "start") == start


def test_changing_a_row_does_not_collide_with_itself(office, world, edit):
    assert office.post(edit, typed(office.get(edit)) | {"share": "50"}).status_code == 302
    world.ours.assignment.refresh_from_db()
    assert world.ours.assignment.share == Decimal("0.5")


def test_a_second_editor_is_shown_both_versions_and_loses_nothing(office, world, edit):
    first, second = typed(office.get(edit)), typed(office.get(edit))
    assert office.post(edit, first | {"share": "60", "source_en": "The plan"}).status_code == 302
    answer = office.post(edit, second | {"share": "40"})
    assert answer.status_code == 409
    differences = {one.label: (one.yours, one.theirs) for one in answer.context["form"].conflict.differences}
    assert differences["Share of the squad's time"] == ("40", "60")
    assert office.post(edit, typed(answer)).status_code == 302
    world.ours.assignment.refresh_from_db()
    assert (world.ours.assignment.share, world.ours.assignment.source_en) == (Decimal("0.4"), "The plan")


def test_a_delivery_lead_gives_their_squads_the_products_they_may_see(world, new, edit):
    lead = signed_in(world, "delivery_lead")
    page = lead.get(new)
    assert list(page.context["form"].fields["product"].queryset) == [world.ours.product]
    for url in (new, edit):
        data = typed(lead.get(url)) | {"product": str(world.theirs.product.pk), "start": "1 April 2026"}
        answer = lead.post(url, data)
        assert answer.status_code == 422
        assert said_beside(answer, "product")
    Participation.objects.create(product=world.theirs.product, organisation=world.ours.organisation)
    data = typed(lead.get(new)) | {"product": str(world.theirs.product.pk), "start": "1 April 2026"}
    assert lead.post(new, knowing(lead.post(new, data))).status_code == 302


def test_a_delivery_lead_reaches_no_other_squad_s_work(world, edit):
    lead = signed_in(world, "delivery_lead")
    assert lead.get(address("squads:assignment_new", world.theirs.squad.pk)).status_code == 404
    assert lead.get(address("squads:assignment_edit", world.theirs.assignment.pk)).status_code == 404
    Assignment.objects.filter(pk=world.ours.assignment.pk).update(squad=world.theirs.squad)
    assert lead.get(edit).status_code == 403, "their squad works on our product: it is seen and theirs to change"
    data = typed(signed_in(world, "cdo_office").get(edit)) | {"squad": str(world.ours.squad.pk)}
    signed_in(world, "cdo_office").post(edit, data)
    assert Assignment.objects.get(pk=world.ours.assignment.pk).squad == world.theirs.squad


def test_the_language_can_be_changed_with_the_form_half_filled(office, world, new):
    data = typed(office.get(new)) | {"share": "abc", "switch_language": "typed"}
    answer = office.post(address("squads:assignment_new", world.ours.squad.pk, language="cy"), data)
    assert answer.status_code == 200
    assert kept_in(answer, "share") == "abc"
    assert Assignment.objects.count() == 2


def test_the_product_s_page_names_the_squads_that_work_on_it_today(office, world, edit):
    product = address("portfolio:product", world.ours.product.pk)
    assert "Squad Gwynedd" in text(office.get(product))
    office.post(edit, typed(office.get(edit)) | {"end": "1 April 2026"})
    page = text(office.get(product))
    assert "Squad Gwynedd" not in page
    assert "No squad works on it today." in page
