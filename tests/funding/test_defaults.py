"""Every default the engine falls back on is a dated row with a source, and says what the engine does."""

import csv
import datetime
from decimal import Decimal

import pytest
from django.core.management import call_command

from funding.actions.defaults import load_defaults
from funding.engine import FIELDS, OPTION_FIELDS, option_field
from funding.engine.fields import field_of
from funding.models import Assumption, Rate
from funding.queries.assumptions import assumptions_in_force
from funding.queries.defaults import FOLDER, shipped_assumptions, wider_evidence
from funding.queries.rates import rates_in_force
from squads.models import Role
from tests.funding.factories import AssumptionFactory, OrganisationFactory, RateFactory, RoleFactory, person

ON = datetime.date(2026, 11, 24)
DEFAULTS = {
    **{field.path: field.default for field in FIELDS if not field.required},
    **{
        f"options.{model}.{field.name}": field.default
        for model, fields in OPTION_FIELDS.items()
        for field in fields
        if not field.required
    },
}


def test_every_default_of_the_engine_has_a_source_in_both_languages():
    shipped = {row.key: row for row in shipped_assumptions()}
    assert set(shipped) - {"discount_rates"} == set(DEFAULTS)
    assert [key for key, row in shipped.items() if not (row.source_cy and row.source_en and row.evidence)] == []


def test_every_shipped_default_is_what_the_engine_takes():
    for row in shipped_assumptions():
        if row.key != "discount_rates":
            default = DEFAULTS[row.key]
            assert (row.value is None) == (default is None), row.key
            assert row.value is None or float(row.value) == default, row.key


def test_every_shipped_range_lies_in_the_range_the_engine_takes():
    for row in shipped_assumptions():
        if row.key == "discount_rates":
            continue
        field = option_field(*row.key.split(".")[1:]) if row.key.startswith("options.") else field_of(row.key)
        assert row.unit == field.unit
        for number in (row.low, row.likely, row.high):
            if number is not None:
                assert field.minimum is None or float(number) >= field.minimum, row.key
                assert field.maximum is None or float(number) <= field.maximum, row.key
        if row.low is not None:
            assert row.low <= row.likely <= row.high, row.key


@pytest.mark.parametrize("name", ["model_defaults", "default_roles", "default_parameters", "rate_sources"])
def test_no_cell_of_the_shipped_words_is_empty(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert all(text for column, text in row.items() if column.endswith(("_cy", "_en"))), row


def test_the_wider_evidence_has_a_range_and_a_source_for_each_figure():
    assert len(wider_evidence()) == 51
    for one in wider_evidence():
        assert one.low <= one.likely <= one.high, one.name
        assert one.label_cy != one.label_en


@pytest.mark.django_db
def test_defaults_are_loaded_once_however_often_they_are_loaded(django_assert_max_num_queries):
    first = load_defaults()
    assert {name: loaded.added for name, loaded in first.items()} == {"roles": 15, "rates": 45, "assumptions": 100}
    with django_assert_max_num_queries(10):
        again = load_defaults()
    assert {(loaded.added, loaded.corrected) for loaded in again.values()} == {(0, 0)}
    assert Role.objects.count() == 15
    assert Assumption.history.count() == Assumption.objects.count() == 100


@pytest.mark.django_db
def test_a_shipped_default_of_an_earlier_release_is_corrected_and_its_history_kept():
    load_defaults()
    Assumption.objects.filter(key="product.decay_rate").update(value=Decimal("0.99"))
    assert load_defaults()["assumptions"].corrected == 1
    row = Assumption.objects.get(key="product.decay_rate")
    assert row.value == Decimal("0.12")
    assert row.history.count() == 2


@pytest.mark.django_db
def test_a_role_its_keeper_has_renamed_keeps_its_name():
    RoleFactory(code="developer", name_cy="Rhaglennydd", name_en="Programmer")
    assert load_defaults()["roles"].added == 14
    assert Role.objects.get(code="developer").name_en == "Programmer"


@pytest.mark.django_db
def test_the_command_says_what_it_did(capsys):
    call_command("load_defaults")
    assert "assumptions: 100 added, 0 corrected" in capsys.readouterr().out


@pytest.mark.django_db
def test_the_default_is_in_force_until_somebody_else_has_signed_another(django_assert_num_queries):
    shipped = AssumptionFactory()
    maker, signer = person(None), person(None)
    waiting = AssumptionFactory(value=Decimal("0.2"), made_by=maker, valid_from=datetime.date(2026, 4, 1))
    with django_assert_num_queries(1):
        assert assumptions_in_force(on=ON)["product.decay_rate"] == shipped
    waiting.signed_by, waiting.signed_on = signer, datetime.date(2026, 5, 1)
    waiting.save()
    assert assumptions_in_force(on=ON)["product.decay_rate"] == waiting
    assert assumptions_in_force(on=datetime.date(2026, 3, 31))["product.decay_rate"] == shipped
    assert assumptions_in_force(on=datetime.date(2025, 3, 31)) == {}


@pytest.mark.django_db
def test_an_organisation_s_own_rate_comes_before_everybody_s(django_assert_num_queries):
    role, ours, theirs = RoleFactory(), OrganisationFactory(), OrganisationFactory()
    everybody = RateFactory(role=role)
    signed = RateFactory(
        role=role, amount=52_000, made_by=person(None), signed_by=person(None), signed_on=datetime.date(2026, 1, 5)
    )
    own = RateFactory(role=role, organisation=ours, amount=45_000)
    key = (role.pk, "permanent")
    with django_assert_num_queries(1):
        assert rates_in_force(on=ON, organisation=ours.pk)[key] == own
    assert rates_in_force(on=ON, organisation=theirs.pk)[key] == signed
    assert rates_in_force(on=ON)[key] == signed
    assert everybody not in rates_in_force(on=ON).values()


@pytest.mark.django_db
def test_salaries_and_both_day_rates_are_loaded_for_every_role():
    load_defaults()
    assert set(Rate.objects.values_list("employment", flat=True)) == {"permanent", "agency", "supplier"}
    product_manager = Rate.objects.get(role__code="product_manager", employment="permanent")
    assert (product_manager.low, product_manager.amount, product_manager.high) == (42_000, 50_000, 64_000)
    assert product_manager.evidence == "J"
    assert "2025-26" in product_manager.source_en
