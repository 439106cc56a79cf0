"""Two people change the roles of one appraisal, or its products: the second is told what each changed, row by row."""

from decimal import Decimal

import pytest
from django.urls import reverse

from funding.models import AppraisalRole
from squads.models import Role
from tests.funding.test_appraisal_pages import form_data
from tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def finance(client, world):
    client.force_login(world.person("finance"))
    return client


@pytest.fixture
def url(world):
    return reverse("funding:appraisal_edit", args=[world.ours.appraisal.pk])


@pytest.fixture
def designer(world):
    return Role.objects.create(
        code="designer", name_cy="Dylunydd", name_en="Designer", family_cy="Dylunio", family_en="Design"
    )


def roles(world):
    return {str(row.role): row.fte for row in world.ours.appraisal.roles.all()}


def met(answer):
    """What the page says of the two versions: what both changed, and what was taken over."""
    assert answer.status_code == 200
    conflict = answer.context["form"].conflict
    return [(one.label, one.yours, one.theirs) for one in conflict.differences], [
        (one.label, one.theirs) for one in conflict.taken_over.values()
    ]


def test_what_both_typed_in_a_role_is_shown_and_may_be_saved_knowingly(finance, world, url):
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    assert finance.post(url, first | {"roles-0-fte": "5"}).status_code == 302
    answer = finance.post(url, second | {"roles-0-fte": "6", "roles-0-day_rate": "700"})
    name = str(world.ours.appraisal.roles.get().role)
    assert met(answer) == ([(f"{name}: FTE", "6", "5")], [])  # the day rate the second alone has changed
    assert roles(world) == {name: Decimal(5)}
    again = form_data(answer)
    assert again["roles-0-fte"] == "6"
    assert finance.post(url, again).status_code == 302
    assert roles(world) == {name: Decimal(6)}


def test_a_role_left_alone_is_taken_over(finance, world, url):
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    finance.post(url, first | {"roles-0-fte": "5"})
    answer = finance.post(url, second | {"product__running_cost": "22222"})
    name = str(world.ours.appraisal.roles.get().role)
    assert met(answer) == ([], [(f"{name}: FTE", "5")])
    assert finance.post(url, form_data(answer)).status_code == 302
    assert roles(world) == {name: Decimal(5)}


def test_a_role_that_one_added_is_in_the_other_s_form_and_stays(finance, world, url, designer):
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    finance.post(url, first | {"roles-1-role": designer.pk, "roles-1-fte": "2"})
    answer = finance.post(url, second | {"roles-0-fte": "6"})
    name = str(world.role)
    assert met(answer) == ([], [(str(designer), "FTE 2")])
    assert finance.post(url, form_data(answer)).status_code == 302
    assert roles(world) == {name: Decimal(6), str(designer): Decimal(2)}


def test_a_role_that_both_added_is_one_role(finance, world, url, designer):
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    finance.post(url, first | {"roles-1-role": designer.pk, "roles-1-fte": "2"})
    answer = finance.post(url, second | {"roles-1-role": designer.pk, "roles-1-fte": "3"})
    assert met(answer) == ([(f"{designer}: FTE", "3", "2")], [])
    assert finance.post(url, form_data(answer)).status_code == 302
    assert roles(world)[str(designer)] == 3
    assert AppraisalRole.objects.filter(role=designer).count() == 1


def test_a_role_taken_out_by_one_and_changed_by_the_other_is_asked_about(finance, world, url, designer):
    finance.post(url, form_data(finance.get(url)) | {"roles-1-role": designer.pk, "roles-1-fte": "2"})
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    finance.post(url, first | {"roles-1-DELETE": "on"})
    answer = finance.post(url, second | {"roles-1-fte": "3"})
    assert met(answer) == ([(str(designer), "FTE 3", "(taken out)")], [])
    assert finance.post(url, form_data(answer)).status_code == 302
    assert roles(world)[str(designer)] == 3


def test_a_role_taken_out_by_one_and_left_alone_by_the_other_stays_out(finance, world, url, designer):
    finance.post(url, form_data(finance.get(url)) | {"roles-1-role": designer.pk, "roles-1-fte": "2"})
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    finance.post(url, first | {"roles-1-DELETE": "on"})
    answer = finance.post(url, second | {"roles-0-fte": "6"})
    assert (str(designer), "(taken out)") in met(answer)[1]
    assert finance.post(url, form_data(answer)).status_code == 302
    assert str(designer) not in roles(world)


def test_a_role_changed_by_one_and_taken_out_by_the_other_is_asked_about(finance, world, url, designer):
    finance.post(url, form_data(finance.get(url)) | {"roles-1-role": designer.pk, "roles-1-fte": "2"})
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    finance.post(url, first | {"roles-1-fte": "3"})
    answer = finance.post(url, second | {"roles-1-DELETE": "on"})
    assert met(answer) == ([(str(designer), "(taken out)", "FTE 3")], [])
    assert roles(world)[str(designer)] == 3
    assert finance.post(url, form_data(answer)).status_code == 302
    assert str(designer) not in roles(world)


def test_who_may_not_see_pay_is_not_told_it_by_a_conflict(client, world, url):
    client.force_login(world.person("cdo_office"))
    may = world.person("cdo_office").has_perm("funding.view_rates")
    second = form_data(client.get(url))
    client.force_login(world.person("finance"))
    client.post(url, form_data(client.get(url)) | {"roles-0-day_rate": "777"})
    client.force_login(world.person("cdo_office"))
    answer = client.post(url, second | {"product__running_cost": "22222"})
    assert answer.context["form"].conflict is not None
    assert ("777" in answer.content.decode()) == may


def test_the_page_says_it_in_welsh(finance, world, designer):
    url = "/cy" + reverse("funding:appraisal_edit", args=[world.ours.appraisal.pk]).removeprefix("/en")
    finance.post(url, form_data(finance.get(url)) | {"roles-1-role": designer.pk, "roles-1-fte": "2"})
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    finance.post(url, first | {"roles-1-DELETE": "on"})
    page = finance.post(url, second | {"roles-1-fte": "3"}).content.decode()
    assert "(taken out)" not in page
    assert designer.name_cy in page
