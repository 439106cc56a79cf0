"""A squad's posts changed on one page: one save, or none; errors and conflicts by cell."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from squads.models import Post, Role
from tests.world import HOLDER, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world(with_runs=False)


@pytest.fixture
def office(client, world):
    client.force_login(world.person("cdo_office"))
    return client


def address(world, language: str = "en") -> str:
    with translation.override(language):
        return reverse("squads:posts_grid", args=[world.ours.squad.pk])


def typed(response) -> dict[str, str]:
    grid = response.context["grid"]
    return {cell.name: cell.typed for row in grid.rows for cell in row.cells} | {"seen": grid.seen_json()}


def test_one_save_changes_one_post_and_adds_another(office, world):
    page = office.get(address(world))
    post = world.ours.post
    data = typed(page) | {
        f"{post.pk}.fte": "0.8",
        "new-0.role": "Datblygwr meddalwedd",
        "new-0.planned_from": "01/04/2027",
        "new-0.employment": "permanent",
        "new-0.state": "planned",
        "new-0.state_from": "24/11/2026",
    }
    answer = office.post(address(world), data, follow=True)
    assert "Rows changed: 1. New rows: 1." in answer.content.decode()
    post.refresh_from_db()
    assert (post.fte, post.version, post.history.count()) == (Decimal("0.8"), 2, 2)
    new = Post.objects.get(planned_from=datetime.date(2027, 4, 1))
    assert (new.role, new.fte, new.employment, new.state) == (world.role, 1, "permanent", "planned")
    assert new.state_changes.get().on == datetime.date(2026, 11, 24)


def test_twenty_faults_are_led_to_and_the_rest_counted(office, world):
    wrong = {f"new-{number}.role": "Wizard" for number in range(25)}
    answer = office.post(address(world), typed(office.get(address(world))) | wrong)
    assert len(answer.context["faults"]) == 20
    assert f"marked in the table: {len(answer.context['grid'].faults) - 20}." in answer.content.decode()


def test_one_cell_that_is_wrong_keeps_every_row_from_being_saved(office, world):
    post = world.ours.post
    data = typed(office.get(address(world))) | {f"{post.pk}.fte": "0.8", "new-0.role": "Wizard"}
    answer = office.post(address(world), data)
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "“Wizard” is not in the list" in said or "Choose one of these" in said
    assert 'value="0.8"' in said
    post.refresh_from_db()
    assert (post.fte, Post.objects.filter(squad=world.ours.squad).count()) == (1, 1)


def test_dates_out_of_order_are_said_at_their_cell(office, world):
    post = world.ours.post
    data = typed(office.get(address(world))) | {f"{post.pk}.planned_to": "1 January 2020"}
    answer = office.post(address(world), data)
    assert answer.status_code == 422
    (fault,) = answer.context["grid"].faults
    assert fault[0] == f"{post.pk}.planned_to"
    assert fault[1].endswith("The post must end after it begins.")


def test_a_cell_two_people_changed_is_shown_in_both_versions_and_saved_knowingly(office, world):
    post = world.ours.post
    data = typed(office.get(address(world))) | {f"{post.pk}.fte": "0.8"}
    Post.objects.filter(pk=post.pk).update(fte=Decimal("0.6"), version=2)
    answer = office.post(address(world), data)
    assert answer.status_code == 409
    assert "Theirs, saved now: 0.6" in answer.content.decode()
    answer = office.post(address(world), typed(answer))
    assert answer.status_code == 302
    post.refresh_from_db()
    assert post.fte == Decimal("0.8")


def test_a_post_beyond_its_squads_end_is_asked_about_once_for_all_rows_and_then_saved(office, world):
    world.ours.squad.until = datetime.date(2027, 4, 1)
    world.ours.squad.save()
    page = office.get(address(world))
    assert "The squad&#x27;s last day is 31 March 2027." in page.content.decode()
    new = {"role": "Software developer", "planned_from": "1 June 2027", "employment": "permanent"}
    new |= {"state": "planned", "state_from": "24/11/2026"}
    cells = {f"new-{row}.{name}": text for row in (0, 1) for name, text in new.items()}
    answer = office.post(address(world), typed(page) | cells)
    assert answer.status_code == 422
    said = answer.content.decode()
    assert said.count("The post has no last day, and the squad&#x27;s is 31 March 2027.") == 2
    assert Post.objects.filter(squad=world.ours.squad).count() == 1
    grid = answer.context["grid"]
    answer = office.post(address(world), typed(answer) | {"knowingly": grid.seal})
    assert answer.status_code == 302
    assert Post.objects.filter(squad=world.ours.squad, planned_from=datetime.date(2027, 6, 1)).count() == 2


def test_a_fault_is_said_before_what_is_doubtful(office, world):
    world.ours.squad.until = datetime.date(2027, 4, 1)
    world.ours.squad.save()
    post = world.ours.post
    days = {f"{post.pk}.planned_from": "1 June 2027", f"{post.pk}.planned_to": "1 May 2027"}
    answer = office.post(address(world), typed(office.get(address(world))) | days)
    assert [name for name, _words in answer.context["grid"].faults] == [f"{post.pk}.planned_to"]


def test_the_language_toggle_keeps_what_was_typed_and_saves_nothing(office, world):
    post = world.ours.post
    data = typed(office.get(address(world))) | {f"{post.pk}.fte": "0.8", "switch_language": "typed"}
    answer = office.post(address(world, "cy"), data)
    assert answer.status_code == 200
    assert 'value="0.8"' in answer.content.decode()
    post.refresh_from_db()
    assert post.fte == 1


def test_who_holds_a_post_is_no_column_for_those_who_may_not_see_it(office, world, monkeypatch):
    may = User.has_perm
    monkeypatch.setattr(
        User, "has_perm", lambda self, right, obj=None: right != "squads.view_holder" and may(self, right)
    )
    page = office.get(address(world))
    assert HOLDER not in page.content.decode()
    assert "holder" not in [column.name for column in page.context["grid"].columns]


def test_what_is_saved_can_be_taken_as_a_file(office, world):
    file = office.get(address(world) + "?download=csv").content.decode("utf-8-sig")
    assert file.splitlines()[0].startswith("Post,Role,FTE,Employment")
    assert "Software developer" in file
    assert f",{world.ours.post.planned_from.isoformat()}," in file


def test_the_page_asks_as_many_questions_for_twenty_posts_as_for_one(office, world, django_assert_num_queries):
    office.get(address(world))
    with django_assert_num_queries(7) as one:
        office.get(address(world))
    role = Role.objects.create(
        code="tester", name_cy="Profwr", name_en="Tester", family_cy="Profi", family_en="Testing"
    )
    for number in range(20):
        Post.objects.create(squad=world.ours.squad, role=role, planned_from=datetime.date(2027, 1, 1 + number))
    with django_assert_num_queries(len(one)):
        office.get(address(world))
