"""The form of a product: what it takes, what it refuses and in which words, and what a second editor meets."""

import datetime

import pytest

from portfolio.actions.products import PhaseOutOfOrderError, record_phase
from portfolio.models import Organisation, PhaseChange, Product
from tests.portfolio.pages import NOT_DATES, address, kept_in, said_beside, signed_in, text, typed
from tests.world import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def office(world):
    return signed_in(world, "cdo_office")


@pytest.fixture
def edit(world):
    return address("portfolio:product_edit", world.ours.product.pk)


def phases(product: Product) -> list[tuple[str, datetime.date]]:
    return list(product.phase_changes.order_by("on").values_list("phase", "on"))


def test_a_product_is_added_with_the_day_its_phase_began(office, world):
    page = office.get(address("portfolio:product_new"))
    data = typed(page) | {
        "name_cy": "Cynnyrch newydd",
        "name_en": "A new product",
        "organisation": str(world.theirs.organisation.pk),
        "phase": "alpha",
        "phase_from": "6 October 2026",
    }
    answer = office.post(address("portfolio:product_new"), data)
    made = Product.objects.get(name_en="A new product")
    assert answer["Location"] == address("portfolio:product", made.pk)
    assert phases(made) == [("alpha", datetime.date(2026, 10, 6))]
    assert made.history.get().history_user == world.people["cdo_office"]


def test_a_new_product_without_the_day_of_its_phase_is_refused_beside_that_box(office, world):
    owner = world.ours.organisation.pk
    data = {"name_cy": "A", "name_en": "A", "organisation": owner, "phase": "beta", "evidence": "J"}
    answer = office.post(address("portfolio:product_new"), data)
    assert answer.status_code == 422
    assert said_beside(answer, "phase_from") == "Enter the day this phase began."
    assert Product.objects.count() == 2


def test_the_history_of_phases_follows_the_phase(office, world, edit):
    product = world.ours.product
    data = typed(office.get(edit)) | {"phase": "live", "phase_from": "1 October 2026"}
    assert office.post(edit, data).status_code == 302
    product.refresh_from_db()
    assert product.phase == "live"
    assert phases(product) == [("beta", datetime.date(2026, 4, 1)), ("live", datetime.date(2026, 10, 1))]
    page = text(office.get(address("portfolio:product", product.pk)))
    assert "Live: 1 October 2026" in page
    assert "Beta: 1 April 2026" in page


def test_another_field_leaves_the_history_of_phases_alone(office, world, edit):
    assert office.post(edit, typed(office.get(edit)) | {"service_owner": "Elin"}).status_code == 302
    assert phases(world.ours.product) == [("beta", datetime.date(2026, 4, 1))]
    assert PhaseChange.history.filter(product=world.ours.product).count() == 1


def test_the_day_of_the_present_phase_can_be_put_right(office, world, edit):
    assert office.post(edit, typed(office.get(edit)) | {"phase_from": "8 April 2026"}).status_code == 302
    assert phases(world.ours.product) == [("beta", datetime.date(2026, 4, 8))]


@pytest.mark.parametrize("day", ["31 March 2025", "1 April 2025"])
def test_the_day_of_the_present_phase_cannot_be_moved_to_or_before_the_last_one(office, world, edit, day):
    PhaseChange.objects.create(product=world.ours.product, phase="alpha", on=datetime.date(2025, 4, 1))
    answer = office.post(edit, typed(office.get(edit)) | {"phase_from": day})
    assert answer.status_code == 422
    assert said_beside(answer, "phase_from") == "The phase before it began later than that day."
    assert len(phases(world.ours.product)) == 2


def test_a_phase_cannot_begin_before_the_one_it_follows(office, world, edit):
    answer = office.post(edit, typed(office.get(edit)) | {"phase": "live", "phase_from": "31 March 2026"})
    assert answer.status_code == 422
    assert said_beside(answer, "phase_from") == "The phase before it began later than that day."
    assert kept_in(answer, "phase_from") == "31 March 2026"
    world.ours.product.refresh_from_db()
    assert world.ours.product.phase == "beta"
    with pytest.raises(PhaseOutOfOrderError):
        record_phase(product=world.ours.product, phase="live", on=datetime.date(2026, 3, 31))


def test_of_two_phases_on_one_day_the_later_word_holds(office, world, edit):
    assert office.post(edit, typed(office.get(edit)) | {"phase": "live"}).status_code == 302
    assert phases(world.ours.product) == [("live", datetime.date(2026, 4, 1))]


def test_a_phase_changed_elsewhere_without_a_day_is_given_one_at_the_next_save(office, world, edit):
    Product.objects.filter(pk=world.ours.product.pk).update(phase="live")
    assert office.post(edit, typed(office.get(edit)) | {"phase_from": "2 November 2026"}).status_code == 302
    assert phases(world.ours.product)[-1] == ("live", datetime.date(2026, 11, 2))


@pytest.mark.parametrize("day", NOT_DATES)
@pytest.mark.parametrize("field", ["phase_from", "end_of_life"])
def test_what_is_no_date_is_refused_in_words_and_kept_as_typed(office, world, edit, field, day):
    answer = office.post(edit, typed(office.get(edit)) | {field: day, "service_owner": "Not saved"})
    assert answer.status_code == 422
    assert said_beside(answer, field)
    assert kept_in(answer, field) == day
    assert kept_in(answer, "service_owner") == "Not saved"
    world.ours.product.refresh_from_db()
    assert world.ours.product.service_owner == ""
    assert world.ours.product.version == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name_en", ""),
        ("name_cy", "x" * 201),
        ("service_owner", "x" * 201),
        ("source_en", "x" * 401),
        ("name_en", "a\0b"),
        ("phase", "nonsense"),
        ("evidence", "Z"),
        ("organisation", "999999"),
        ("organisation", "9" * 30),
        ("organisation", "text"),
        ("programme", "999999"),
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field_and_nothing_is_saved(office, world, edit, field, value):
    answer = office.post(edit, typed(office.get(edit)) | {field: value})
    assert answer.status_code == 422
    assert said_beside(answer, field)
    assert Product.history.filter(id=world.ours.product.pk).count() == 1


def test_a_life_cannot_end_before_the_phase_begins(office, world, edit):
    answer = office.post(edit, typed(office.get(edit)) | {"end_of_life": "1 April 2026"})
    assert said_beside(answer, "end_of_life") == "The end of life must come after the day the phase began."


def test_an_empty_post_is_refused_and_not_a_fault(office, edit):
    answer = office.post(edit, {})
    assert answer.status_code in (409, 422)


def test_the_welsh_form_keeps_what_was_typed_when_the_language_is_changed(office, world, edit):
    data = typed(office.get(edit)) | {"service_owner": "Elin", "end_of_life": "nonsense", "switch_language": "typed"}
    answer = office.post(address("portfolio:product_edit", world.ours.product.pk, language="cy"), data)
    assert answer.status_code == 200
    assert kept_in(answer, "service_owner") == "Elin"
    assert said_beside(answer, "end_of_life") == ""
    world.ours.product.refresh_from_db()
    assert world.ours.product.version == 1


def test_a_second_editor_is_shown_both_versions_and_saves_knowingly(office, world, edit):
    first, second = typed(office.get(edit)), typed(office.get(edit))
    assert office.post(edit, first | {"name_en": "First name", "service_owner": "Elin"}).status_code == 302
    answer = office.post(edit, second | {"name_en": "Second name"})
    assert answer.status_code == 409
    page = text(answer)
    assert "First name" in page
    assert kept_in(answer, "name_en") == "Second name"
    assert kept_in(answer, "service_owner") == "Elin", "what the second had left alone is the first's"
    assert office.post(edit, typed(answer)).status_code == 302
    world.ours.product.refresh_from_db()
    assert (world.ours.product.name_en, world.ours.product.service_owner) == ("Second name", "Elin")


def test_a_second_editor_who_changed_other_fields_loses_nothing_and_undoes_nothing(office, world, edit):
    first, second = typed(office.get(edit)), typed(office.get(edit))
    office.post(edit, first | {"phase": "live", "phase_from": "1 October 2026"})
    answer = office.post(edit, second | {"summary_en": "What it is for."})
    assert answer.status_code == 409
    assert "None of your changes stands against theirs" in text(answer) or "Two versions" in text(answer)
    assert kept_in(answer, "phase") == "live"
    assert kept_in(answer, "phase_from") == "1 October 2026"
    assert office.post(edit, typed(answer)).status_code == 302
    product = Product.objects.get(pk=world.ours.product.pk)
    assert (product.phase, product.summary_en) == ("live", "What it is for.")
    assert phases(product) == [("beta", datetime.date(2026, 4, 1)), ("live", datetime.date(2026, 10, 1))]


def test_a_day_put_right_by_the_first_is_not_put_back_by_the_second(office, world, edit):
    first, second = typed(office.get(edit)), typed(office.get(edit))
    office.post(edit, first | {"phase_from": "8 April 2026"})
    answer = office.post(edit, second | {"service_owner": "Elin"})
    assert answer.status_code == 409
    assert kept_in(answer, "phase_from") == "8 April 2026"
    assert office.post(edit, typed(answer)).status_code == 302
    assert phases(world.ours.product) == [("beta", datetime.date(2026, 4, 8))]


def test_two_who_both_moved_the_phase_are_shown_both_phases_and_both_days(office, world, edit):
    first, second = typed(office.get(edit)), typed(office.get(edit))
    office.post(edit, first | {"phase": "live", "phase_from": "1 October 2026"})
    answer = office.post(edit, second | {"phase": "retiring", "phase_from": "2 November 2026"})
    assert answer.status_code == 409
    differences = {one.label: (one.yours, one.theirs) for one in answer.context["form"].conflict.differences}
    assert differences["Phase since"] == ("2 November 2026", "1 October 2026")
    assert office.post(edit, typed(answer)).status_code == 302
    assert [phase for phase, _ in phases(world.ours.product)] == ["beta", "live", "retiring"]


def test_a_form_posted_without_its_version_saves_nothing(office, world, edit):
    data = typed(office.get(edit)) | {"service_owner": "Elin"}
    del data["version"]
    assert office.post(edit, data).status_code == 409
    world.ours.product.refresh_from_db()
    assert world.ours.product.service_owner == ""


def test_a_delivery_lead_can_give_a_product_to_no_other_organisation(world, edit):
    lead = signed_in(world, "delivery_lead")
    page = lead.get(edit)
    assert [str(choice) for _, choice in page.context["form"].fields["organisation"].choices] == ["Gwynedd"]
    answer = lead.post(edit, typed(page) | {"organisation": str(world.theirs.organisation.pk)})
    assert answer.status_code == 422
    assert said_beside(answer, "organisation")
    new = lead.get(address("portfolio:product_new"))
    data = typed(new) | {"name_cy": "A", "name_en": "A", "phase_from": "1 April 2026"}
    answer = lead.post(address("portfolio:product_new"), data | {"organisation": str(world.theirs.organisation.pk)})
    assert answer.status_code == 422
    answer = lead.post(address("portfolio:product_new"), data | {"organisation": str(world.ours.organisation.pk)})
    assert answer.status_code == 302
    assert set(Product.objects.filter(name_en="A").values_list("organisation__name_en", flat=True)) == {"Gwynedd"}


def test_taking_part_in_a_product_lets_one_see_it_and_not_change_it(world, edit):
    other = signed_in(world, "other_delivery_lead")
    world.theirs.participation.__class__.objects.create(
        product=world.ours.product, organisation=world.theirs.organisation, part="adopter", state="interested"
    )
    page = other.get(address("portfolio:product", world.ours.product.pk))
    assert page.status_code == 200
    assert edit not in text(page)
    for name in ("portfolio:product_edit", "portfolio:participation_new"):
        assert other.get(address(name, world.ours.product.pk)).status_code == 403
        assert other.post(address(name, world.ours.product.pk), {"name_en": "Taken"}).status_code == 403
    assert other.get(address("portfolio:participation_edit", world.ours.participation.pk)).status_code == 403


def test_organisations_are_offered_by_name_in_the_language_of_the_page(office):
    Organisation.objects.create(name_cy="Abertawe", name_en="Swansea", kind="local_authority")
    names = [
        [
            str(choice)
            for _, choice in office.get(address("portfolio:product_new", language=language))
            .context["form"]
            .fields["organisation"]
            .choices
        ][1:]
        for language in ("cy", "en")
    ]
    assert names == [["Abertawe", "Gwynedd", "Powys"], ["Gwynedd", "Powys", "Swansea"]]
