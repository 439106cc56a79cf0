"""The forms of squads and posts: what they take, what they refuse and in which words."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from portfolio.models import Product
from squads.models import Assignment, Post, PostStateChange, Squad
from tests.portfolio.pages import NOT_DATES, NOT_NUMBERS, address, kept_in, said_beside, signed_in, text, typed
from tests.squads.converted import conversion_of
from tests.squads.forms import knowing
from tests.world import HOLDER, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def office(world):
    return signed_in(world, "cdo_office")


@pytest.fixture
def lead(world):
    return signed_in(world, "delivery_lead")


@pytest.fixture
def edit_squad(world):
    return address("squads:squad_edit", world.ours.squad.pk)


@pytest.fixture
def edit_post(world):
    return address("squads:post_edit", world.ours.post.pk)


@pytest.fixture
def new_post(world):
    return address("squads:post_new", world.ours.squad.pk)


def states(post: Post) -> list[tuple[str, datetime.date]]:
    return list(post.state_changes.order_by("on", "pk").values_list("state", "on"))


def test_a_squad_is_added_and_changed(office, world):
    new = address("squads:squad_new")
    data = typed(office.get(new)) | {
        "name_cy": "Sgwad newydd",
        "name_en": "New squad",
        "organisation": str(world.theirs.organisation.pk),
        "since": "01/04/2026",
    }
    answer = office.post(new, data)
    made = Squad.objects.get(name_en="New squad")
    assert answer["Location"] == address("squads:squad", made.pk)
    edit = address("squads:squad_edit", made.pk)
    assert office.post(edit, typed(office.get(edit)) | {"until": "1 April 2030"}).status_code == 302
    made.refresh_from_db()
    assert (made.until, made.last_day) == (datetime.date(2030, 4, 1), datetime.date(2030, 3, 31))
    assert "31 March 2030" in text(office.get(address("squads:squad", made.pk)))


@pytest.mark.parametrize("until", ["1 April 2025", "31 March 2025"])
def test_a_squad_ends_after_it_begins_and_that_is_said_beside_its_end(office, world, edit_squad, until):
    answer = office.post(edit_squad, typed(office.get(edit_squad)) | {"until": until})
    assert answer.status_code == 422
    assert said_beside(answer, "until") == "The squad must end after it begins."
    assert kept_in(answer, "until") == until
    with pytest.raises(IntegrityError), transaction.atomic():
        Squad.objects.filter(pk=world.ours.squad.pk).update(until=datetime.date(2025, 4, 1))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("since", day) for day in NOT_DATES),
        ("since", ""),
        ("name_en", "x" * 201),
        ("name_cy", ""),
        ("organisation", "999999"),
        ("source_cy", "x" * 401),
        ("evidence", "nonsense"),
    ],
)
def test_what_a_squad_cannot_be_is_refused_beside_its_field_and_kept(office, world, edit_squad, field, value):
    answer = office.post(edit_squad, typed(office.get(edit_squad)) | {field: value})
    assert answer.status_code == 422
    assert said_beside(answer, field)
    if field not in ("organisation", "evidence"):
        assert kept_in(answer, field) == value
    assert world.ours.squad.history.count() == 1


def test_a_delivery_lead_can_give_a_squad_to_no_other_organisation(lead, world, edit_squad):
    page = lead.get(edit_squad)
    assert [str(choice) for _, choice in page.context["form"].fields["organisation"].choices] == ["Gwynedd"]
    for url in (edit_squad, address("squads:squad_new")):
        data = typed(lead.get(url)) | {"name_cy": "A", "name_en": "A", "since": "1 April 2026"}
        answer = lead.post(url, data | {"organisation": str(world.theirs.organisation.pk)})
        assert answer.status_code == 422
        assert said_beside(answer, "organisation")
    assert not Squad.objects.filter(name_en="A").exists()


def test_a_post_is_planned_before_there_is_a_person(office, world, new_post):
    data = typed(office.get(new_post)) | {
        "role": str(world.role.pk),
        "fte": "0.6",
        "planned_from": "1 January 2027",
        "state_from": "24 November 2026",
    }
    answer = office.post(new_post, data)
    made = Post.objects.latest("pk")
    assert answer["Location"] == address("squads:post", made.pk)
    assert (made.squad, made.fte, made.state, made.holder) == (world.ours.squad, Decimal("0.600"), "planned", "")
    assert states(made) == [("planned", datetime.date(2026, 11, 24))]


def test_the_history_of_states_follows_the_state(office, world, edit_post):
    data = typed(office.get(edit_post)) | {"state": "vacant", "state_from": "2 November 2026", "holder": ""}
    assert office.post(edit_post, data).status_code == 302
    assert states(world.ours.post) == [("filled", datetime.date(2025, 4, 1)), ("vacant", datetime.date(2026, 11, 2))]
    page = text(office.get(address("squads:post", world.ours.post.pk)))
    assert page.index("Vacant: 2 November 2026") < page.index("Filled: 1 April 2025")


def test_another_field_leaves_the_states_alone_and_a_day_can_be_put_right(office, world, edit_post):
    assert office.post(edit_post, typed(office.get(edit_post)) | {"fte": "0.5"}).status_code == 302
    assert states(world.ours.post) == [("filled", datetime.date(2025, 4, 1))]
    assert office.post(edit_post, typed(office.get(edit_post)) | {"state_from": "7 April 2025"}).status_code == 302
    assert states(world.ours.post) == [("filled", datetime.date(2025, 4, 7))]


def test_a_state_needs_its_day_and_cannot_begin_before_the_last(office, world, edit_post):
    data = typed(office.get(edit_post)) | {"state": "vacant"}
    answer = office.post(edit_post, data | {"state_from": ""})
    assert said_beside(answer, "state_from") == "Enter the day this state began."
    answer = office.post(edit_post, data | {"state_from": "31 March 2025"})
    assert said_beside(answer, "state_from") == "The state before it began later than that day."
    world.ours.post.refresh_from_db()
    assert world.ours.post.state == "filled"
    assert PostStateChange.objects.filter(post=world.ours.post).count() == 1


@pytest.mark.parametrize("value", [*NOT_NUMBERS, "0.1234", "", "10"])
def test_an_fte_that_is_no_number_is_refused_in_words_and_kept_as_typed(office, world, edit_post, value):
    answer = office.post(edit_post, typed(office.get(edit_post)) | {"fte": value})
    assert answer.status_code == 422
    assert said_beside(answer, "fte")
    assert kept_in(answer, "fte") == value
    world.ours.post.refresh_from_db()
    assert world.ours.post.fte == 1


@pytest.mark.parametrize(
    ("value", "said"), [("0", "The FTE of a post is more than 0 and at most 1."), ("1.001", "Enter 1 or less.")]
)
def test_the_fte_of_one_post_is_more_than_nothing_and_at_most_one(office, world, edit_post, value, said):
    answer = office.post(edit_post, typed(office.get(edit_post)) | {"fte": value})
    assert said_beside(answer, "fte") == said
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.filter(pk=world.ours.post.pk).update(fte=Decimal(value))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *((name, day) for name in ("planned_from", "planned_to", "state_from") for day in NOT_DATES[:5]),
        ("holder", "x" * 201),
        ("role", "999999"),
        ("role", "9" * 30),
        ("employment", "volunteer"),
        ("state", ""),
    ],
)
def test_what_a_post_cannot_be_is_refused_beside_its_field(office, world, edit_post, field, value):
    answer = office.post(edit_post, typed(office.get(edit_post)) | {field: value})
    assert answer.status_code == 422
    assert said_beside(answer, field)
    assert world.ours.post.history.count() == 1


def test_a_post_ends_after_it_begins(office, edit_post):
    answer = office.post(edit_post, typed(office.get(edit_post)) | {"planned_to": "1 April 2025"})
    assert said_beside(answer, "planned_to") == "The post must end after it begins."


def test_several_faults_stand_each_beside_its_own_field(office, edit_post):
    data = typed(office.get(edit_post)) | {"planned_to": "1 April 2025", "fte": "0", "role": ""}
    answer = office.post(edit_post, data)
    assert all(said_beside(answer, field) for field in ("planned_to", "fte", "role"))
    assert "There is a problem" in text(answer)


def test_a_post_cannot_be_moved_to_another_squad(lead, world, edit_post, new_post):
    data = typed(lead.get(edit_post)) | {"squad": str(world.theirs.squad.pk), "fte": "0.5"}
    assert lead.post(edit_post, data).status_code == 302
    world.ours.post.refresh_from_db()
    assert (world.ours.post.squad, world.ours.post.fte) == (world.ours.squad, Decimal("0.5"))
    theirs = address("squads:post_new", world.theirs.squad.pk)
    assert lead.post(theirs, typed(lead.get(new_post))).status_code == 404
    assert Post.objects.filter(squad=world.theirs.squad).count() == 1


def test_a_squad_that_works_on_one_s_product_is_seen_and_not_changed(lead, world):
    Assignment.objects.create(
        squad=world.theirs.squad, product=world.ours.product, start=datetime.date(2026, 4, 1), share=Decimal("0.5")
    )
    squad, post = world.theirs.squad, world.theirs.post
    page = text(lead.get(address("squads:squad", squad.pk)))
    assert "Squad Powys" in page
    assert "School Essentials Grant Gwynedd" in page
    assert "School Essentials Grant Powys" not in page, "another organisation's product is not named"
    assert "Products of other organisations it works or has worked on: 1." in page
    for name in ("squads:squad_edit", "squads:post_new", "squads:assignment_new"):
        assert address(name, squad.pk) not in page
        assert lead.get(address(name, squad.pk)).status_code == 403
    assert lead.get(address("squads:post", post.pk)).status_code == 200
    assert lead.get(address("squads:post_edit", post.pk)).status_code == 403


def test_a_second_editor_of_a_post_is_shown_both_versions_and_loses_nothing(office, world, edit_post):
    first, second = typed(office.get(edit_post)), typed(office.get(edit_post))
    office.post(edit_post, first | {"state": "vacant", "state_from": "2 November 2026", "fte": "0.8"})
    answer = office.post(edit_post, second | {"fte": "0.6", "source_en": "The establishment list"})
    assert answer.status_code == 409
    differences = {one.label: (one.yours, one.theirs) for one in answer.context["form"].conflict.differences}
    assert differences["FTE"] == ("0.6", "0.8")
    assert (kept_in(answer, "state"), kept_in(answer, "state_from")) == ("vacant", "2 November 2026")
    assert office.post(edit_post, typed(answer)).status_code == 302
    post = Post.objects.get(pk=world.ours.post.pk)
    assert (post.fte, post.state, post.source_en) == (Decimal("0.6"), "vacant", "The establishment list")
    assert [state for state, _ in states(post)] == ["filled", "vacant"]


def test_a_squad_that_would_end_before_its_posts_and_work_do_says_so_and_asks(office, world, edit_squad):
    data = typed(office.get(edit_squad)) | {"until": "1 December 2026"}
    answer = office.post(edit_squad, data)
    assert answer.status_code == 422
    said = text(answer)
    assert "Posts planned for longer than the squad&#x27;s last day, 30 November 2026: 1." in said
    assert "Products it works on for longer than its last day, 30 November 2026: 1." in said
    assert office.post(edit_squad, knowing(answer)).status_code == 302
    world.ours.squad.refresh_from_db()
    assert world.ours.squad.last_day == datetime.date(2026, 11, 30)


@pytest.mark.parametrize(("field", "value"), [("state", "vacant"), ("state", "filled")])
def test_a_state_of_a_day_still_to_come_is_asked_about(office, world, edit_post, field, value):
    answer = office.post(edit_post, typed(office.get(edit_post)) | {field: value, "state_from": "1 January 2100"})
    assert answer.status_code == 422
    assert "only on 1 January 2100, and would be counted as that from" in text(answer)
    assert office.post(edit_post, knowing(answer)).status_code == 302


def test_somebody_who_begins_with_the_post_is_not_asked_about(office, world, new_post):
    typed_in = {"role": str(world.role.pk), "state": "filled", "planned_from": "1 May 2099", "state_from": "1 May 2099"}
    assert office.post(new_post, typed(office.get(new_post)) | typed_in).status_code == 302


def test_the_day_of_a_state_is_not_optional_and_a_figure_like_an_fte_is_the_example(office, world, new_post):
    page = office.get(new_post)
    assert page.context["form"].fields["state_from"].required
    assert '<option value="" selected>Choose one</option>' in text(page)
    assert "Seen only by the chief digital officer&#x27;s office and delivery leads." in text(page)
    answer = office.post(new_post, typed(page) | {"fte": "half", "state_from": ""})
    assert said_beside(answer, "fte") == "Enter a number in figures, like 0.5."
    assert said_beside(answer, "state_from") == "Enter the day this state began."


def test_the_posts_of_a_conversion_keep_their_kind_of_employment(office, world):
    conversion = conversion_of(world)
    for post, kind, words in (
        (conversion.contractor, "permanent", "This post is converted to a permanent one."),
        (conversion.permanent, "agency", "This post takes over from a contractor's."),
    ):
        edit = address("squads:post_edit", post.pk)
        answer = office.post(edit, typed(office.get(edit)) | {"employment": kind})
        assert said_beside(answer, "employment") == f"{words} Take the conversion back first."
    edit = address("squads:post_edit", conversion.permanent_id)
    assert office.post(edit, typed(office.get(edit)) | {"employment": "fixed_term"}).status_code == 302


def test_the_title_of_a_form_names_what_it_changes(office, world, edit_post, new_post):
    assert f"<title>Change the post: {world.ours.post} — Cynnal</title>" in text(office.get(edit_post))
    assert f"<title>Add a post: {world.ours.squad} — Cynnal</title>" in text(office.get(new_post))


def test_a_second_editor_of_a_squad_is_shown_both_versions(office, world, edit_squad):
    first, second = typed(office.get(edit_squad)), typed(office.get(edit_squad))
    office.post(edit_squad, knowing(office.post(edit_squad, first | {"name_en": "First", "until": "1 April 2030"})))
    answer = office.post(edit_squad, second | {"name_en": "Second"})
    assert answer.status_code == 409
    assert "First" in text(answer)
    assert kept_in(answer, "until") == "1 April 2030"
    assert office.post(edit_squad, typed(answer)).status_code == 302
    world.ours.squad.refresh_from_db()
    assert (world.ours.squad.name_en, world.ours.squad.until) == ("Second", datetime.date(2030, 4, 1))


def test_the_history_of_a_post_says_who_held_it_only_to_those_who_may_know(office, world, edit_post):
    office.post(edit_post, typed(office.get(edit_post)) | {"holder": "Somebody Else", "fte": "0.5"})
    url = address("squads:post_history", world.ours.post.pk)
    shown = text(office.get(url))
    assert "Somebody Else" in shown
    assert HOLDER in shown
    for who in ("finance", "board_member", "viewer", "administrator"):
        hidden = text(signed_in(world, who).get(url))
        assert "Somebody Else" not in hidden
        assert HOLDER not in hidden
        assert "withheld" in hidden
        assert "0.500</ins>" in hidden


def test_the_history_of_another_organisation_s_rows_is_not_there(lead, world):
    for name, row in (("squad", world.theirs.squad), ("post", world.theirs.post)):
        assert lead.get(address(f"squads:{name}_history", row.pk)).status_code == 404
        assert lead.get(address(f"squads:{name}_edit", row.pk)).status_code == 404
    assert Product.objects.count() == 2
