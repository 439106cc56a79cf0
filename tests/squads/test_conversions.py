"""A contractor's post becomes a permanent one: what is refused, what is handed over, and taking it back."""

import datetime
import re
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from squads.actions.acts import ActError
from squads.actions.conversions import convert_to_existing
from squads.models import Conversion, HandoverItem, Post
from squads.queries.conversions import overlap_days, overlap_words
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.squads.converted import conversion_of, item_of
from tests.squads.forms import knowing
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
BEGINS = datetime.date(2026, 12, 14)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def office(world):
    return signed_in(world, "cdo_office")


@pytest.fixture
def post(world) -> Post:
    """A contractor's, whose last day is 31 December 2026."""
    return world.ours.post


@pytest.fixture
def convert(post) -> str:
    return address("squads:post_convert", post.pk)


def planned(world: World, **given: object) -> Post:
    given = {"employment": "permanent", "planned_from": BEGINS} | given
    return Post.objects.create(squad=world.ours.squad, role=world.role, **given)


def test_a_new_permanent_post_is_planned_with_its_day_and_the_overlap_is_said(office, world, post, convert):
    data = typed(office.get(convert))
    assert (data["role"], data["fte"], data["planned_from"]) == (str(world.role.pk), "1", "4 December 2026")
    answer = office.post(convert, data | {"planned_from": "14 December 2026", "fte": "0.8"})
    made = Conversion.objects.get()
    assert answer["Location"] == address("squads:conversion", made.pk)
    permanent = made.permanent
    assert (permanent.squad, permanent.fte, permanent.state) == (post.squad, Decimal("0.8"), "planned")
    assert [change.state for change in permanent.state_changes.all()] == ["planned"]
    page = text(office.get(answer["Location"]))
    assert "Both are there for 18 days." in page
    assert "Nothing is listed to be handed over yet." in page


@pytest.mark.parametrize(
    ("begins", "days", "said"),
    [
        ("2026-12-14", 18, "Both are there for 18 days."),
        ("2026-12-31", 1, "Both are there for 1 day."),
        ("2027-01-01", 0, "One leaves the day before the other comes"),
        ("2027-03-01", -59, "Nobody is there for 59 days."),
    ],
)
def test_the_days_both_are_there_and_the_days_nobody_is(world, begins, days, said):
    conversion = conversion_of(world)
    conversion.permanent.planned_from = datetime.date.fromisoformat(begins)
    assert overlap_days(conversion) == days
    assert said in overlap_words(days)
    conversion.permanent.planned_from = datetime.date(2020, 4, 1)
    assert overlap_days(conversion) == 640, "from the contractor's own first day, 1 April 2025"
    conversion.contractor.planned_to = None
    assert overlap_days(conversion) is None
    assert "no last day" in overlap_words(None)


def test_the_list_counts_the_overlap_as_the_page_does(office, world):
    conversion = conversion_of(world)
    item_of(world)
    rows = rows_of(office.get(address("squads:conversions") + "?download=csv"))
    found = dict(zip(rows[0], rows[1], strict=True))
    assert found["Days both are there (below 0: nobody)"] == str(overlap_days(conversion)) == "18"
    assert found["Handed over"] == "0 of 1"
    Post.objects.filter(pk=conversion.permanent_id).update(planned_from=datetime.date(2020, 4, 1))
    assert rows_of(office.get(address("squads:conversions") + "?download=csv"))[1][3] == "640"
    assert found["Contractor's last day"] == "2026-12-31"


def test_a_planned_post_is_named_instead(office, world, post, convert):
    permanent = planned(world)
    data = typed(office.get(convert)) | {"permanent": str(permanent.pk), "planned_from": "nonsense"}
    assert office.post(convert, data).status_code == 422
    assert office.post(convert, data | {"planned_from": ""}).status_code == 302
    assert Conversion.objects.get().permanent == permanent
    assert Post.objects.filter(squad=post.squad).count() == 2


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"planned_from": ""}, "planned_from", "Enter the day from which the new post is planned."),
        ({"fte": ""}, "fte", "Enter the FTE of the new post."),
        ({"role": ""}, "role", "Choose the role of the new post."),
        ({"planned_from": "31 February 2027"}, "planned_from", ""),
        ({"permanent": "999999"}, "permanent", ""),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_beside_its_box(office, world, convert, given, field, said):
    answer = office.post(convert, typed(office.get(convert)) | given)
    assert answer.status_code == 422
    assert said in said_beside(answer, field)
    assert said_beside(answer, field)
    assert not Conversion.objects.exists()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("1 January 2001", "The post is planned from 1 January 2001, and the squad is there only since"),
        ("20 November 2026", "The new post would be planned from 20 November 2026, and count as empty since then."),
    ],
)
def test_a_new_post_in_the_past_is_warned_of_and_planned_only_knowingly(office, convert, day, said):
    answer = office.post(convert, typed(office.get(convert)) | {"planned_from": day})
    assert answer.status_code == 422
    assert said in said_beside(answer, "knowingly")
    assert not Conversion.objects.exists()
    assert office.post(convert, knowing(answer)).status_code == 302
    assert Conversion.objects.exists()


def refused(contractor: Post, permanent: Post) -> str:
    with pytest.raises(ActError) as fault:
        convert_to_existing(contractor=contractor, permanent=permanent, version=contractor.version)
    return str(fault.value)


def test_a_post_replaces_neither_itself_nor_another_contractors(world, post):
    assert refused(post, post) == "A post cannot replace itself."
    assert "must be permanent" in refused(post, planned(world, employment="agency"))
    assert "ended already" in refused(post, planned(world, state="ended"))
    assert "and this is not one" in refused(planned(world), planned(world))
    assert "nobody would follow" in refused(post, planned(world, planned_to=datetime.date(2027, 1, 1)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Conversion.objects.create(contractor=post, permanent=post)


def test_a_post_is_converted_once_and_replaces_once(office, world, post, convert):
    conversion = conversion_of(world)
    assert "converted already" in refused(post, planned(world))
    other = planned(world, employment="agency", planned_to=datetime.date(2027, 4, 1))
    assert "replaces another contractor's already" in refused(other, conversion.permanent)
    answer = office.post(convert, typed(office.get(convert)))
    assert "This post has been converted already." in text(answer)
    assert Conversion.objects.count() == 1


def test_who_replaces_whom_never_goes_round_in_a_circle(world, post):
    """A → B → C, and then C → A, once the employments have been changed so that each step is allowed."""
    second, third = planned(world), planned(world)
    convert_to_existing(contractor=post, permanent=second, version=1)
    second.employment = "agency"
    second.save()
    convert_to_existing(contractor=second, permanent=third, version=1)
    Post.objects.filter(pk=third.pk).update(employment="agency")
    Post.objects.filter(pk=post.pk).update(employment="permanent")
    third.refresh_from_db()
    assert "round in a circle" in refused(third, post)
    assert Conversion.objects.count() == 2


def test_what_has_to_be_handed_over_is_listed_changed_ticked_and_taken_off(office, world):
    conversion = conversion_of(world)
    new = address("squads:handover_new", conversion.pk)
    answer = office.post(new, typed(office.get(new)))
    assert said_beside(answer, "what_cy") == "Say what has to be known, in one language at least."
    given = {"what_cy": "Sut mae ei ryddhau", "by_whom": "Datblygwr", "due_on": "18 December 2026"}
    assert office.post(new, typed(office.get(new)) | given).status_code == 302
    item = HandoverItem.objects.get()
    tick = address("squads:handover_tick", item.pk)
    assert office.post(tick, {"done": "yes"}).status_code == 302
    item.refresh_from_db()
    assert item.done_on is not None
    assert "Everything on the list has been handed over" in text(
        office.get(address("squads:conversion", conversion.pk))
    )
    office.post(tick, {"done": "yes"})
    assert item.history.count() == 2, "what is done is not done again"
    office.post(tick, {"done": "no"})
    item.refresh_from_db()
    assert item.done_on is None
    edit = address("squads:handover_edit", item.pk)
    assert office.post(edit, typed(office.get(edit)) | {"what_en": "How it is released"}).status_code == 302
    delete = address("squads:handover_delete", item.pk)
    assert "Take this off the list?" in text(office.get(delete))
    office.post(delete)
    assert not HandoverItem.objects.exists()


def test_what_is_needed_after_the_contractor_has_gone_is_said(office, world):
    item = item_of(world)
    page = address("squads:conversion", item.conversion_id)
    assert "no longer there" not in text(office.get(page))
    HandoverItem.objects.update(due_on=datetime.date(2027, 1, 1))
    assert "One thing is needed by a day on which the contractor is no longer there." in text(office.get(page))


def test_contractors_who_leave_before_their_handover_is_done_are_listed_and_those_with_nothing(office, world):
    leaving = address("squads:leaving")
    assert "2 leave with no permanent post to follow and no handover." in text(office.get(leaving))
    item = item_of(world)
    page = text(office.get(leaving))
    assert "2 contractors leave in the next 92 days." in page
    assert "The handover of one is not done yet." in page
    handed = {row[0]: row[5] for row in rows_of(office.get(leaving + "?search=gwynedd&download=csv"))[1:]}
    assert handed == {"Software developer": "0 of 1"}
    for query, number in (("open", 1), ("nothing", 1), ("empty", 0)):
        assert len(rows_of(office.get(f"{leaving}?handover={query}&download=csv"))) - 1 == number, query
    page = text(office.get(address("squads:conversions")))
    assert "One contractor leaves within 92 days, or has left, with a handover not done." in page
    HandoverItem.objects.filter(pk=item.pk).update(done_on=datetime.date(2026, 11, 20))
    assert "handover not done" not in text(office.get(address("squads:conversions")))
    Post.objects.update(planned_to=datetime.date(2028, 4, 1))
    assert "No contractor leaves in the next 92 days." in text(office.get(leaving))


def test_a_conversion_is_taken_back_with_the_post_it_made_while_nobody_is_in_it(office, world, post, convert):
    office.post(convert, typed(office.get(convert)))
    conversion = Conversion.objects.get()
    item = HandoverItem.objects.create(conversion=conversion, what_cy="A", what_en="B")
    back = address("squads:conversion_take_back", conversion.pk)
    page = text(office.get(back))
    assert "The handover goes with it. Items: 1, done: 0." in page
    assert office.post(back, {"with_post": "yes"})["Location"] == address("squads:post", post.pk)
    assert not Conversion.objects.exists()
    assert not HandoverItem.objects.filter(pk=item.pk).exists()
    assert Post.objects.filter(squad=post.squad).count() == 1


def test_a_post_that_was_planned_before_stays_when_its_conversion_is_taken_back(office, world):
    conversion = conversion_of(world)
    back = address("squads:conversion_take_back", conversion.pk)
    assert "The permanent post stays planned in the squad." in text(office.get(back))
    office.post(back, {"with_post": "yes"})
    assert Post.objects.filter(pk=conversion.permanent_id).exists()


def test_a_conversion_that_has_happened_stays(office, world):
    conversion = conversion_of(world)
    Post.objects.filter(pk=conversion.permanent_id).update(state="filled")
    back = address("squads:conversion_take_back", conversion.pk)
    assert "the conversion has happened, and stays" in text(office.get(back))
    assert "Not done" in text(office.post(back, follow=True))
    assert Conversion.objects.exists()


def test_an_item_cannot_have_been_done_on_a_day_still_to_come_and_a_tick_leads_back_to_its_row(office, world):
    item = item_of(world)
    edit = address("squads:handover_edit", item.pk)
    answer = office.post(edit, typed(office.get(edit)) | {"done_on": "1 January 2100"})
    assert said_beside(answer, "done_on") == "That day has not come yet."
    answer = office.post(edit, typed(office.get(edit)) | {"done_on": "2 November 2026"}, follow=True)
    assert "Saved: How it is released" in text(answer)
    answer = office.post(address("squads:handover_tick", item.pk), {"done": "no"})
    assert answer["Location"].endswith(f"#item-{item.pk}")
    assert f'id="item-{item.pk}"' in text(office.get(address("squads:conversion", item.conversion_id)))


def test_who_may_see_and_change_a_conversion(world):
    conversion = conversion_of(world)
    page = address("squads:conversion", conversion.pk)
    saving = address("funding:conversion_saving", conversion.pk)
    for who in ("viewer", "board_member", "delivery_lead", "administrator"):
        client = signed_in(world, who)
        assert saving not in text(client.get(page)), who
        assert client.get(saving).status_code == 403, who
        assert "What it saves" not in text(client.get(page)), who
    shown = text(signed_in(world, "finance").get(page))
    assert saving in shown
    assert "What it saves" in shown
    assert re.search(r"The conversion (saves|costs) £[\d,]+ a year", shown), "the finding itself, not a way to it alone"
    assert signed_in(world, "other_delivery_lead").get(page).status_code == 404
    assert address("squads:handover_new", conversion.pk) not in text(signed_in(world, "viewer").get(page))


@pytest.mark.parametrize("name", ["conversions", "leaving", "handovers"])
def test_the_lists_ask_as_many_questions_for_one_row_as_for_twenty(office, world, name):
    item_of(world)
    pages = [address(f"squads:{name}"), address("squads:squad", world.ours.squad.pk)]
    few = [queries_for(office, page) for page in pages]
    for _ in range(20):
        contractor = planned(world, employment="agency", state="filled", planned_to=datetime.date(2027, 1, 1))
        made = Conversion.objects.create(contractor=contractor, permanent=planned(world))
        HandoverItem.objects.create(conversion=made, what_cy="A", what_en="B")
    assert [queries_for(office, page) for page in pages] == few


def test_the_pages_in_welsh_say_the_same(office, world):
    conversion = conversion_of(world)
    page = text(office.get(address("squads:conversion", conversion.pk, language="cy")))
    assert "Mae&#x27;r ddau yno am 18 diwrnod." in page


def test_the_handover_is_downloaded_as_it_is_shown_and_both_posts_are_drawn(office, world):
    item = item_of(world)
    page = address("squads:conversion", item.conversion_id)
    rows = rows_of(office.get(page + "?table=handover&download=csv"))
    assert rows == [
        ["What has to be known", "By whom", "Needed by", "Done on"],
        ["How it is released", "Datblygwr", "2026-12-18", ""],
    ]
    assert office.get(page + "?table=pay&download=csv").status_code == 404
    shown = text(office.get(page))
    assert shown.count('class="picture__row picture__row--post"') == 2
    assert "contractor from 1 April 2025 to 31 December 2026" in shown
