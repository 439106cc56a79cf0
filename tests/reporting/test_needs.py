"""What needs a person: each number is that of the rows its link shows, and everything that is told has a page."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from accounts.models import User
from funding.models import Rate
from portfolio.models import BaselineChange, Forum, Meeting, Organisation, Product, Risk
from reporting.queries.coming import coming
from reporting.queries.needs import needs_of
from reporting.queries.watched import WATCHED
from squads.models import Post
from tests.portfolio.pages import rows_of, signed_in
from tests.reporting.standing import days, decision, milestone
from tests.world import NOW, TODAY, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def world() -> World:
    """Both organisations have one of everything that somebody should see to."""
    made = make_world(with_runs=False)
    forum = Forum.objects.create(name_cy="Bwrdd", name_en="Board", kind="board")
    Meeting.objects.create(forum=forum, due_on=days(-1))
    Meeting.objects.create(forum=forum, due_on=days(20))
    for holding in (made.ours, made.theirs):
        late = milestone(holding.product, baseline=-20, forecast=-2)
        milestone(holding.product, baseline=20, forecast=30)
        BaselineChange.objects.create(milestone=late, after=days(9), reason_en="Late", asked_on=TODAY)
        decision(holding.product, due=-5)
        decision(holding.product, due=5)
        Risk.objects.create(
            product=holding.product, event_cy="R", event_en="R", raised_on=days(-90), review_on=days(-1)
        )
        Product.objects.filter(pk=holding.product.pk).update(summary_cy="")
        for state, end in (("vacant", None), ("filled", days(-3))):
            Post.objects.create(
                squad=holding.squad, role=made.role, planned_from=days(-400), planned_to=end, state=state
            )
    Rate.objects.create(
        role=made.role, employment="agency", amount=700, valid_from=TODAY, made_by=made.people["finance"]
    )
    return made


@pytest.mark.parametrize("who", ["cdo_office", "finance", "board_member", "delivery_lead", "other_delivery_lead"])
def test_each_number_is_that_of_the_rows_its_link_shows(world, who):
    user, client = world.person(who), signed_in(world, who)
    assert isinstance(user, User)
    needs = [need for need in needs_of(user=user, on=TODAY) if "/admin/" not in need.url]
    shown = {need.label: len(rows_of(client.get(f"{need.url}&download=csv"))) - 1 for need in needs}
    assert shown == {need.label: need.count for need in needs}
    told = {
        "cdo_office": {"Change requests that wait for a decision", "Meetings to write down as held or missed"},
        "finance": {"Assumptions for you to sign", "Your own rates that wait for somebody else's signature"},
        "board_member": {"Change requests that wait for a decision"},
    }
    planners = {
        "Decisions overdue",
        "Milestones overdue",
        "Risks and issues past their day of review",
        "Vacant posts",
        "Posts past their last day and not marked as ended",
        "Products described in one language only",
    }
    assert set(shown) >= told.get(who, set())
    assert who in ("finance", "board_member") or set(shown) >= planners


def test_a_delivery_lead_is_asked_about_their_own_organisation_s_rows_only(world):
    ours = {need.label: need.count for need in needs_of(user=world.person("delivery_lead"), on=TODAY)}
    both = {need.label: need.count for need in needs_of(user=world.person("cdo_office"), on=TODAY)}
    assert (ours["Decisions overdue"], both["Decisions overdue"]) == (1, 2)
    assert (ours["Vacant posts"], both["Vacant posts"]) == (1, 2)


def test_what_is_coming_tells_of_milestones_decisions_meetings_and_contracts(world):
    from portfolio.models import Contract

    Contract.objects.create(
        organisation=Organisation.objects.get(pk=world.ours.organisation.pk),
        title_cy="Lletya",
        title_en="Hosting",
        start=datetime.date(2026, 1, 1),
        end=days(40),
    )
    words = [one.words for one in coming(user=world.person("viewer"), on=TODAY, most=50)]
    for begin in ("Milestone expected: Go live", "Decision needed: Should we go on?", "Meeting due: Board"):
        assert any(said.startswith(begin) for said in words), begin
    contract = next(one for one in coming(user=world.person("viewer"), on=TODAY, most=50) if "Hosting" in one.words)
    assert contract.on == days(39), "the last day, not the first day no longer"
    client = signed_in(world, "viewer")
    for one in coming(user=world.person("viewer"), on=TODAY, most=50):
        assert client.get(one.url).status_code == 200


def test_every_kind_that_is_watched_has_its_list():
    for watched in WATCHED:
        assert reverse(watched.list_url)
