"""The form of an organisation's part in a product."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portfolio.actions.adoption import AlreadyTakesPartError, save_participation
from portfolio.forms import ParticipationForm
from portfolio.models import Participation
from tests.portfolio.pages import NOT_DATES, NOT_NUMBERS, address, kept_in, said_beside, signed_in, text, typed
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
FTE, MONEY = ("committed_fte", "given_fte"), ("committed_amount", "given_amount")


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def office(world):
    return signed_in(world, "cdo_office")


@pytest.fixture
def new(world):
    return address("portfolio:participation_new", world.ours.product.pk)


@pytest.fixture
def edit(world):
    return address("portfolio:participation_edit", world.ours.participation.pk)


def test_an_organisation_is_added_with_what_it_promised(office, world, new):
    data = typed(office.get(new)) | {
        "organisation": str(world.theirs.organisation.pk),
        "part": "early_adopter",
        "state": "committed",
        "committed_on": "1 September 2026",
        "committed_fte": "0.5",
        "committed_amount": "£20,000",
    }
    assert office.post(new, data)["Location"] == address("portfolio:product_adoption", world.ours.product.pk)
    made = Participation.objects.get(product=world.ours.product, organisation=world.theirs.organisation)
    assert (made.committed_fte, made.committed_amount) == (Decimal("0.5"), Decimal("20000"))
    assert made.state_since == datetime.date(2026, 9, 1)
    assert made.given_fte is None, "not known is not nought"


def test_one_organisation_takes_part_once_and_is_told_so_beside_its_name(office, world, new):
    data = typed(office.get(new)) | {"organisation": str(world.ours.organisation.pk)}
    answer = office.post(new, data)
    assert answer.status_code == 422
    assert said_beside(answer, "organisation") == "This organisation already takes part in this product."
    assert Participation.objects.filter(product=world.ours.product).count() == 1


def test_the_same_is_said_to_the_slower_of_two_who_add_it_at_once(world):
    def form() -> ParticipationForm:
        data = {"organisation": world.theirs.organisation.pk, "part": "adopter", "state": "interested", "evidence": "J"}
        return ParticipationForm(
            data, instance=Participation(product=world.ours.product), user=world.person("cdo_office")
        )

    first, second = form(), form()
    assert first.is_valid()
    assert second.is_valid()
    save_participation(form=first)
    with pytest.raises(AlreadyTakesPartError, match="already takes part"):
        save_participation(form=second)


def test_changing_the_organisation_to_one_that_is_there_already_is_refused(office, world, edit):
    Participation.objects.create(product=world.ours.product, organisation=world.theirs.organisation)
    answer = office.post(edit, typed(office.get(edit)) | {"organisation": str(world.theirs.organisation.pk)})
    assert answer.status_code == 422
    assert said_beside(answer, "organisation")


@pytest.mark.parametrize("value", NOT_NUMBERS)
@pytest.mark.parametrize("field", [*FTE, *MONEY])
def test_what_is_no_amount_is_refused_in_words_and_kept_as_typed(office, world, edit, field, value):
    answer = office.post(edit, typed(office.get(edit)) | {field: value})
    assert answer.status_code == 422
    assert said_beside(answer, field)
    assert kept_in(answer, field) == value
    assert getattr(Participation.objects.get(pk=world.ours.participation.pk), field) is None


@pytest.mark.parametrize(
    ("field", "most", "too_much"),
    [
        *((name, "9,999.99", "10000") for name in FTE),
        *((name, "999,999,999,999.99", "1000000000000") for name in MONEY),
    ],
)
def test_as_much_as_the_column_holds_is_taken_and_more_is_refused(office, edit, field, most, too_much):
    answer = office.post(edit, typed(office.get(edit)) | {field: too_much})
    assert said_beside(answer, field) == f"Enter {'£' if field in MONEY else ''}{most} or less."
    assert office.post(edit, typed(office.get(edit)) | {field: most}).status_code == 302


@pytest.mark.parametrize("field", [*FTE, *MONEY])
def test_the_database_holds_the_bounds_too(world, field):
    row = world.ours.participation
    setattr(row, field, Decimal("-0.01"))
    with pytest.raises(ValidationError, match="cannot be less than nothing"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize("day", NOT_DATES)
def test_what_is_no_date_is_refused_beside_its_box(office, edit, day):
    answer = office.post(edit, typed(office.get(edit)) | {"adopted_on": day})
    assert answer.status_code == 422
    assert said_beside(answer, "adopted_on")
    assert kept_in(answer, "adopted_on") == day


def test_the_dates_of_the_states_follow_each_other(office, edit):
    data = typed(office.get(edit)) | {"interested_on": "1 July 2026", "adopted_on": "30 June 2026"}
    answer = office.post(edit, data)
    assert said_beside(answer, "adopted_on") == "This date is before the one above it."
    assert office.post(edit, data | {"adopted_on": "1 July 2026"}).status_code == 302


@pytest.mark.parametrize("state", ["committed", "adopted", "withdrawn"])
def test_a_state_is_dated(office, edit, state):
    answer = office.post(edit, typed(office.get(edit)) | {"state": state, "adopted_on": ""})
    assert said_beside(answer, f"{state}_on") == "Enter the date of this state."


def test_interest_needs_no_date_and_shows_none(office, world, edit):
    assert office.post(edit, typed(office.get(edit)) | {"state": "interested", "adopted_on": ""}).status_code == 302
    world.ours.participation.refresh_from_db()
    assert world.ours.participation.state_since is None


def test_a_second_editor_is_shown_both_versions_and_loses_nothing(office, world, edit):
    first, second = typed(office.get(edit)), typed(office.get(edit))
    assert office.post(edit, first | {"given_fte": "0.25", "given_amount": "100"}).status_code == 302
    answer = office.post(edit, second | {"given_fte": "0.75", "part": "partner"})
    assert answer.status_code == 409
    differences = {one.label: (one.yours, one.theirs) for one in answer.context["form"].conflict.differences}
    assert differences["FTE given"] == ("0.75", "0.25")
    assert kept_in(answer, "given_amount") == "100"
    world.ours.participation.refresh_from_db()
    assert world.ours.participation.given_fte == Decimal("0.25")
    assert office.post(edit, typed(answer)).status_code == 302
    world.ours.participation.refresh_from_db()
    row = world.ours.participation
    assert (row.given_fte, row.given_amount, row.part) == (Decimal("0.75"), Decimal("100"), "partner")


def test_a_participation_cannot_be_moved_to_another_product(office, world, edit):
    data = typed(office.get(edit)) | {"product": str(world.theirs.product.pk)}
    assert office.post(edit, data).status_code == 302
    world.ours.participation.refresh_from_db()
    assert world.ours.participation.product == world.ours.product


def test_a_name_that_looks_like_markup_is_shown_as_it_is(office, world):
    world.ours.organisation.name_en = "<b>&\"'</b>"
    world.ours.organisation.save()
    page = text(office.get(address("portfolio:product", world.ours.product.pk)))
    assert "<b>&\"'</b>" not in page
    assert "&lt;b&gt;&amp;" in page
