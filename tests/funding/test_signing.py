"""A figure is superseded by one that somebody else signs, and by nothing less."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from funding.models import Assumption, Rate
from funding.queries.assumptions import assumptions_in_force
from funding.queries.rates import rates_in_force
from tests.funding.factories import AssumptionFactory, RateFactory, person

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)
SOURCE = {"source_cy": "Arolwg 2026", "source_en": "Survey of 2026", "evidence": "V", "reason": "A survey was made."}


@pytest.fixture
def maker():
    return person("finance")


@pytest.fixture
def shipped():
    return AssumptionFactory()


def propose(client, old, **typed):
    name = "rate" if isinstance(old, Rate) else "assumption"
    return client.post(reverse(f"funding:{name}_supersede", args=[old.pk]), SOURCE | typed)


def proposal(client, shipped, **typed) -> Assumption:
    typed = {"value": "15", "low": "10", "likely": "15", "high": "30", "valid_from": "1 April 2026"} | typed
    assert propose(client, shipped, **typed).status_code == 302
    return Assumption.objects.latest("pk")


def test_a_proposed_value_does_not_count_until_somebody_else_signs_it(client, maker, shipped):
    client.force_login(maker)
    new = proposal(client, shipped)
    assert (new.value, new.made_by, new.awaits_signature) == (Decimal("0.15"), maker, True)
    assert assumptions_in_force(on=ON)[shipped.key] == shipped

    client.post(reverse("funding:assumption_sign", args=[new.pk]))
    assert assumptions_in_force(on=ON)[shipped.key] == shipped, "its maker cannot sign it"

    client.force_login(person("finance"))
    response = client.post(reverse("funding:assumption_sign", args=[new.pk]), follow=True)
    assert "in force today" in response.content.decode()
    assert assumptions_in_force(on=ON)[shipped.key] == new
    assert new.history.latest().history_change_reason == "Signed."
    assert new.history.earliest().history_change_reason == "A survey was made."


def test_a_figure_is_signed_once(client, maker, shipped):
    client.force_login(maker)
    new = proposal(client, shipped)
    first, second = person("finance"), person("finance")
    for signer in (first, second):
        client.force_login(signer)
        client.post(reverse("funding:assumption_sign", args=[new.pk]))
    new.refresh_from_db()
    assert new.signed_by == first


def test_a_shipped_default_takes_no_signature_and_the_page_says_so(client, maker, shipped):
    client.force_login(maker)
    page = client.get(reverse("funding:assumption_sign", args=[shipped.pk])).content.decode()
    assert "does not await a signature" in page
    client.post(reverse("funding:assumption_sign", args=[shipped.pk]))
    shipped.refresh_from_db()
    assert shipped.signed_by is None


def test_the_database_refuses_a_figure_signed_by_its_maker(maker):
    with pytest.raises(IntegrityError), transaction.atomic():
        AssumptionFactory(made_by=maker, signed_by=maker, signed_on=ON)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"value": "NaN"}, "value"),
        ({"value": "Infinity"}, "value"),
        ({"value": "1e5"}, "value"),
        ({"value": ""}, "value"),
        ({"value": "100"}, "value"),  # product.decay_rate is below 100 per cent
        ({"value": "-1"}, "value"),
        ({"low": "20", "likely": "10"}, None),
        ({"likely": ""}, "likely"),
        ({"valid_from": "31/02/2026"}, "valid_from"),
        ({"valid_from": "1 April 1066"}, "valid_from"),
        ({"source_cy": ""}, "source_cy"),
        ({"reason": ""}, "reason"),
        ({"evidence": "Z"}, "evidence"),
    ],
)
def test_a_bad_proposal_is_refused_in_words_and_kept_as_typed(client, maker, shipped, typed, field):
    client.force_login(maker)
    good = {"value": "15", "low": "10", "likely": "15", "high": "30", "valid_from": "1 April 2026"}
    response = propose(client, shipped, **good | typed)
    assert response.status_code == 422
    assert response.context["form"].errors[field or "__all__"]
    assert Assumption.objects.count() == 1
    page = response.content.decode()
    assert "Survey of 2026" in page
    for text in typed.values():
        assert not text or text == "Z" or f'value="{text}"' in page


def test_a_day_rate_is_superseded_for_one_organisation_alone(client, maker):
    old = RateFactory(employment="agency", amount=Decimal("450"))
    client.force_login(maker)
    assert propose(client, old, amount="480", valid_from="1 April 2026").status_code == 302
    new = Rate.objects.latest("pk")
    assert (new.role, new.employment, new.amount) == (old.role, "agency", Decimal("480"))
    client.force_login(person("finance"))
    client.post(reverse("funding:rate_sign", args=[new.pk]))
    assert rates_in_force(on=ON)[old.role_id, "agency"] == new


def test_a_rate_with_text_in_its_amount_is_refused_beside_the_field(client, maker):
    old = RateFactory()
    client.force_login(maker)
    response = propose(client, old, amount="about 50k", valid_from="1 April 2026")
    assert response.status_code == 422
    assert "amount of money in figures" in str(response.context["form"].errors["amount"])
    assert 'value="about 50k"' in response.content.decode()


def test_the_page_of_a_figure_lists_every_value_there_has_been(client, maker, shipped):
    client.force_login(maker)
    new = proposal(client, shipped)
    page = client.get(reverse("funding:assumption", args=[shipped.pk])).content.decode()
    assert reverse("funding:assumption", args=[new.pk]) in page
    assert "Awaiting signature" in page
    assert "12%" in page
    assert "15%" in page


def test_the_green_book_s_schedule_is_no_single_number_and_cannot_be_superseded_by_one(client, maker):
    schedule = AssumptionFactory(key="discount_rates", value=None, low=None, likely=None, high=None)
    client.force_login(maker)
    page = client.get(reverse("funding:assumption", args=[schedule.pk])).content.decode()
    assert "Propose a new value" not in page
    assert client.get(reverse("funding:assumption_supersede", args=[schedule.pk])).status_code == 404
