"""Two people save one record at the same moment: one wins, and the other is told."""

import threading
from decimal import Decimal
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from portfolio.actions.adoption import save_participation
from portfolio.actions.products import save_product
from portfolio.forms import ParticipationForm, ProductForm
from portfolio.models import Participation, PhaseChange, Product
from squads.actions.assignments import save_assignment
from squads.actions.posts import save_post
from squads.forms.assignments import AssignmentForm
from squads.forms.posts import PostForm
from squads.forms.squads import SquadForm
from squads.models import Assignment, Post, Squad
from tests.portfolio.milestones import request_of
from tests.portfolio.pages import address, signed_in, typed
from tests.world import TODAY, World, make_world

FORMS: dict[str, Any] = {
    "product": (ProductForm, lambda form: save_product(form=form, phase="beta", on=form.cleaned_data["phase_from"])),
    "participation": (ParticipationForm, lambda form: save_participation(form=form)),
    "squad": (SquadForm, lambda form: form.save_or_conflict()),
    "post": (PostForm, lambda form: save_post(form=form, on=form.cleaned_data["state_from"])),
    "assignment": (AssignmentForm, lambda form: save_assignment(form=form)),
}
EDITS = {
    "product": "portfolio:product_edit",
    "participation": "portfolio:participation_edit",
    "squad": "squads:squad_edit",
    "post": "squads:post_edit",
    "assignment": "squads:assignment_edit",
}
MODELS: dict[str, Any] = {
    "product": Product,
    "participation": Participation,
    "squad": Squad,
    "post": Post,
    "assignment": Assignment,
}


def data_of(world: World, name: str) -> dict[str, str]:
    page = signed_in(world, "cdo_office").get(address(EDITS[name], getattr(world.ours, name).pk))
    return typed(page)


@pytest.mark.django_db
@pytest.mark.parametrize("name", FORMS)
def test_of_two_forms_found_good_at_one_moment_the_second_to_save_is_told(name):
    world = make_world(with_runs=False)
    form_class, save = FORMS[name]
    data = data_of(world, name)

    def checked(source: str) -> Any:
        row = MODELS[name].objects.get(pk=getattr(world.ours, name).pk)
        more = {"on": TODAY} if name in ("assignment", "post") else {}
        form = form_class(data | {"source_en": source}, instance=row, user=world.person("cdo_office"), **more)
        assert form.is_valid(), form.errors
        return form

    first, second = checked("First"), checked("Second")
    assert save(first) is not None
    assert save(second) is None
    assert second.conflict.differences[0].theirs == "First"
    row = MODELS[name].objects.get(pk=getattr(world.ours, name).pk)
    assert (row.source_en, row.version) == ("First", 2)
    assert row.history.count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", FORMS)
def test_of_two_browsers_that_save_at_once_one_wins_and_the_other_is_shown_both(name, on_postgresql):
    world = make_world(with_runs=False)
    url, data = address(EDITS[name], getattr(world.ours, name).pk), data_of(world, name)
    answers = at_once(world, [(url, data | {"source_en": source}) for source in ("First", "Second")])
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    row = MODELS[name].objects.get(pk=getattr(world.ours, name).pk)
    assert row.version == 2
    told = next(answer for answer in answers if answer.status_code == 409)
    assert row.source_en.encode() in told.content


@pytest.mark.django_db(transaction=True)
def test_one_organisation_added_twice_at_once_takes_part_once(on_postgresql):
    world = make_world(with_runs=False)
    url = address("portfolio:participation_new", world.ours.product.pk)
    data = {"organisation": world.theirs.organisation.pk, "part": "adopter", "state": "interested", "evidence": "J"}
    answers = at_once(world, [(url, data)] * 2)
    assert sorted(answer.status_code for answer in answers) == [302, 422]
    assert Participation.objects.filter(product=world.ours.product).count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_product_given_twice_at_once_to_a_squad_is_given_once(on_postgresql):
    world = make_world(with_runs=False)
    url = address("squads:assignment_new", world.ours.squad.pk)
    Assignment.objects.filter(squad=world.ours.squad).update(share=Decimal("0.5"))
    data = {"product": world.theirs.product.pk, "share": "50", "start": "1 April 2026", "evidence": "J"}
    answers = at_once(world, [(url, data)] * 2)
    assert sorted(answer.status_code for answer in answers) == [302, 422]
    assert Assignment.objects.filter(squad=world.ours.squad).count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_move_the_phase_at_once_leave_one_phase_and_its_day(on_postgresql):
    world = make_world(with_runs=False)
    url, data = address("portfolio:product_edit", world.ours.product.pk), data_of(world, "product")
    tries = [(url, data | {"phase": phase, "phase_from": "1 October 2026"}) for phase in ("live", "retiring")]
    answers = at_once(world, tries)
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    product = Product.objects.get(pk=world.ours.product.pk)
    changes = PhaseChange.objects.filter(product=product).order_by("on")
    assert [change.phase for change in changes] == ["beta", product.phase]


def at_once(world: World, posts: list[tuple[str, dict[str, Any]]]) -> list[Any]:
    """Each post in a thread of its own with a person of its own, let go together."""
    gate, answers = threading.Barrier(len(posts)), []
    clients: list[Client] = [signed_in(world, "cdo_office") for _ in posts]

    def post(client: Client, url: str, data: dict[str, Any]) -> None:
        gate.wait()
        try:
            answers.append(client.post(url, data))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=post, args=(client, *one)) for client, one in zip(clients, posts, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return answers


@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_a_request_at_once_one_decides_and_the_baseline_is_as_they_said(on_postgresql):
    world = make_world(with_runs=False)
    change = request_of(world.ours.product)
    url = address("portfolio:baseline_decide", change.pk)
    at_once(world, [(url, {"decision": "approve"}), (url, {"decision": "refuse"})])
    change.refresh_from_db()
    moved = change.milestone.baseline == change.after
    assert (change.state, change.history.count(), change.milestone.version) == (
        ("approved", 2, 2) if moved else ("refused", 2, 1)
    )
