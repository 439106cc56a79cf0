"""A product's milestones, and its benefits by year, changed on one page each."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from portfolio.models import Benefit, BenefitYear, Milestone
from tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 24, 9, 30, tzinfo=datetime.UTC))
    return make_world(with_runs=False)


@pytest.fixture
def office(client, world):
    client.force_login(world.person("cdo_office"))
    return client


@pytest.fixture
def milestone(world):
    return Milestone.objects.create(
        product=world.ours.product,
        title_cy="Fersiwn gyntaf",
        title_en="First version",
        baseline=datetime.date(2027, 1, 15),
        forecast=datetime.date(2027, 1, 15),
    )


@pytest.fixture
def benefit(world):
    return Benefit.objects.create(
        product=world.ours.product, title_cy="Llai o alwadau", title_en="Fewer calls", kind="avoidable_contact"
    )


def address(name: str, world) -> str:
    with translation.override("en"):
        return reverse(f"portfolio:{name}", args=[world.ours.product.pk])


def typed(response) -> dict[str, str]:
    grid = response.context["grid"]
    cells = [cell for row in grid.rows for cell in row.cells if not cell.fixed]
    return {cell.name: cell.typed for cell in cells} | {"seen": grid.seen_json()}


def test_a_forecast_moved_in_the_grid_is_kept_beside_the_one_before_with_its_reason(office, world, milestone):
    page = address("milestones_grid", world)
    more = {f"{milestone.pk}.forecast": "1 March 2027", f"{milestone.pk}.why": "The panel met late."}
    assert office.post(page, typed(office.get(page)) | more).status_code == 302
    milestone.refresh_from_db()
    assert (milestone.forecast, milestone.baseline) == (datetime.date(2027, 3, 1), datetime.date(2027, 1, 15))
    kept = milestone.forecasts.get()
    assert (kept.forecast, kept.made_on, kept.reason_en) == (
        datetime.date(2027, 3, 1),
        datetime.date(2026, 11, 24),
        "The panel met late.",
    )


def test_a_baseline_is_given_with_a_new_milestone_and_cannot_be_typed_over_afterwards(office, world, milestone):
    page = address("milestones_grid", world)
    more = {
        f"{milestone.pk}.baseline": "1 April 2030",
        "new-0.title_cy": "Byw",
        "new-0.title_en": "Live",
        "new-0.baseline": "1 June 2027",
        "new-0.forecast": "1 June 2027",
    }
    assert office.post(page, typed(office.get(page)) | more).status_code == 302
    milestone.refresh_from_db()
    assert milestone.baseline == datetime.date(2027, 1, 15)
    assert Milestone.objects.get(title_en="Live").baseline == datetime.date(2027, 6, 1)


def test_a_milestone_reached_in_the_future_is_refused_at_its_cell_and_nothing_is_saved(office, world, milestone):
    page = address("milestones_grid", world)
    more = {f"{milestone.pk}.actual": "1 March 2027", "new-0.title_cy": "Byw", "new-0.title_en": "Live"}
    answer = office.post(page, typed(office.get(page)) | more)
    assert answer.status_code == 422
    ((name, words),) = answer.context["grid"].faults
    assert name == f"{milestone.pk}.actual"
    assert "This day has not come yet" in words
    assert Milestone.objects.count() == 1


def test_benefits_by_year_are_saved_in_pounds_and_an_empty_cell_is_not_known(office, world, benefit):
    page = address("benefits_grid", world)
    more = {f"{benefit.pk}.expected_2027": "£12,500", f"{benefit.pk}.realised_2026": "0"}
    assert office.post(page, typed(office.get(page)) | more).status_code == 302
    rows = {row.year: (row.expected, row.realised) for row in BenefitYear.objects.filter(benefit=benefit)}
    assert rows == {2027: (Decimal("12500.00"), None), 2026: (None, Decimal("0.00"))}


def test_what_was_realised_in_a_year_to_come_is_refused_at_its_cell(office, world, benefit):
    page = address("benefits_grid", world)
    answer = office.post(page, typed(office.get(page)) | {f"{benefit.pk}.realised_2028": "100"})
    assert answer.status_code == 422
    assert answer.context["grid"].faults[0][0] == f"{benefit.pk}.realised_2028"
    assert not BenefitYear.objects.exists()


def test_a_qualitative_benefit_has_no_cell_to_type_in(office, world):
    found = Benefit.objects.create(
        product=world.ours.product, title_cy="Urddas", title_en="Dignity", kind="qualitative"
    )
    page = address("benefits_grid", world)
    assert f'name="{found.pk}.expected_2027"' not in office.get(page).content.decode()
    office.post(page, typed(office.get(page)) | {f"{found.pk}.expected_2027": "100"})
    assert not BenefitYear.objects.exists()


def test_two_people_who_changed_one_year_see_both_versions(office, world, benefit):
    page = address("benefits_grid", world)
    data = typed(office.get(page)) | {f"{benefit.pk}.expected_2027": "100"}
    BenefitYear.objects.create(benefit=benefit, year=2027, expected=Decimal("200"))
    answer = office.post(page, data)
    assert answer.status_code == 409
    assert answer.context["grid"].conflicts[0].theirs == "200"


@pytest.mark.parametrize("name", ["milestones_grid", "benefits_grid"])
def test_the_number_of_questions_does_not_grow_with_the_rows(office, world, django_assert_max_num_queries, name):
    page = address(name, world)
    office.get(page)
    with django_assert_max_num_queries(12) as one:
        office.get(page)
    for number in range(10):
        Milestone.objects.create(product=world.ours.product, title_cy=f"M{number}", title_en=f"M{number}")
        row = Benefit.objects.create(
            product=world.ours.product, title_cy=f"B{number}", title_en=f"B{number}", kind="cashable"
        )
        BenefitYear.objects.create(benefit=row, year=2026, expected=Decimal(1))
    with django_assert_max_num_queries(len(one)):
        office.get(page)
