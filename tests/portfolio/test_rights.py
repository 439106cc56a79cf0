"""Every row of portfolio and squads is reached through `visible_to`, and by nobody whom it does not concern."""

import dataclasses
from typing import Any

import pytest
from django.apps import apps

from tests.portfolio import alike, milestones, nation, stories
from tests.squads import converted
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
MODELS = [
    model
    for app in ("portfolio", "squads")
    for model in apps.get_app_config(app).get_models()
    if not model.__name__.startswith("Historical")
]
# Which public bodies, programmes and roles there are is no secret among those who may sign in and have a role.
SHARED = {"Organisation", "FormerName", "Programme", "Role"}
# What belongs to everybody: all who may see products see it, and the national office keeps it.
NATIONWIDE = {
    *("Component", "Contract", "Forum", "ForumMember", "Leadership", "Meeting", "SourcingOpportunity"),
}
# Rows of one product or squad: seen by whoever sees that.
OF_ONE = {
    *("Product", "PhaseChange", "Participation", "Priority", "ComponentUse", "StandardAssessment", "Confidence"),
    *("Milestone", "MilestoneForecast", "BaselineChange", "Benefit", "BenefitYear", "Risk", "Decision", "Lesson"),
    *("Squad", "Assignment", "Post", "PostStateChange", "Conversion", "HandoverItem"),
}
# An organisation keeps its own of these, and no other's.
KEPT_BY_ITS_OWN = {"Contract"}


@pytest.fixture
def world() -> World:
    """Of everything that belongs to one organisation, as many rows of theirs as of ours."""
    world = make_world(with_runs=False)
    other = dataclasses.replace(world, ours=world.theirs, theirs=world.ours)
    for one in (world, other):
        product = one.ours.product
        for tell in (stories.risk_of, stories.decision_of, stories.lesson_of, stories.rating_of, stories.assessment_of):
            tell(product)
        for make in (milestones.request_of, milestones.benefit_of, alike.use):
            make(product)
        for make_one in (converted.item_of, nation.priority_of, nation.period_of, nation.contract_of):
            make_one(one)
    nation.meeting_of(world)
    alike.not_alike(world)
    return world


def seen(model: Any, user: Any) -> int:
    return model.objects.visible_to(user).count()


def test_there_are_as_many_kinds_of_rows_as_this_test_thinks():
    assert {model.__name__ for model in MODELS} == SHARED | NATIONWIDE | OF_ONE | {"NotAlike"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_national_roles_see_every_row_a_delivery_lead_their_own_and_nobody_none(world, model):
    everything = model.objects.count()
    assert everything
    for who in ("cdo_office", "finance", "board_member", "viewer", "administrator", "superuser"):
        assert seen(model, world.person(who)) == everything, who
    # A pair of two organisations' products is seen by whoever sees both.
    own = 0 if model.__name__ == "NotAlike" else everything // 2 if model.__name__ in OF_ONE else everything
    assert seen(model, world.person("delivery_lead")) == own
    assert seen(model, world.person("nobody")) == 0


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_closed_account_and_a_delivery_lead_of_no_organisation_see_no_row_that_is_somebody_s(world, model):
    lead = world.person("delivery_lead")
    lead.organisation = None
    lead.save()
    if model.__name__ not in SHARED | NATIONWIDE:
        assert seen(model, world.person("delivery_lead")) == 0
    closed = world.person("viewer")
    closed.is_active = False
    closed.save()
    assert seen(model, world.person("viewer")) == 0


@pytest.mark.parametrize(
    "model", [model for model in MODELS if hasattr(model.objects, "editable_by")], ids=lambda model: model.__name__
)
def test_what_one_may_change_is_among_what_one_may_see(world, model):
    for who in ("finance", "board_member", "viewer", "administrator", "nobody"):
        assert not model.objects.editable_by(world.person(who)).exists(), who
    assert model.objects.editable_by(world.person("cdo_office")).count() == model.objects.count()
    lead = world.person("delivery_lead")
    assert set(model.objects.editable_by(lead)) <= set(model.objects.visible_to(lead))
    may = model.__name__ in OF_ONE | KEPT_BY_ITS_OWN
    assert model.objects.editable_by(lead).count() == (model.objects.count() // 2 if may else 0)
