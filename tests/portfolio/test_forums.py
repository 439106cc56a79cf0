"""Boards and groups: which have stopped meeting, who is not in the room, and the forms by which that is known."""

import datetime

import pytest
import time_machine

from portfolio.actions.forums import choose_members
from portfolio.models import Forum, ForumMember, Meeting
from portfolio.queries.forums import forum_finding, room_of, with_meetings
from portfolio.queries.planning import meetings_to_plan
from tests.portfolio.nation import forum_of, meeting_of
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.rows import authority
from tests.portfolio.test_adoption import cdps
from tests.world import NOW, TODAY, World, make_world

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def forum(world) -> Forum:
    return Forum.objects.create(name_cy="Bwrdd", name_en="Board", kind="board", months_between=2, since=DAY(2024, 1, 8))


def meet(forum: Forum, *days: str, state: str = "held", there=()) -> list[Meeting]:
    found = []
    for day in map(datetime.date.fromisoformat, days):
        held = day if state == "held" else None
        found.append(Meeting.objects.create(forum=forum, due_on=day, state=state, held_on=held))
        found[-1].attended.add(*there)
    return found


def row(forum: Forum, on: datetime.date = TODAY):
    return with_meetings(Forum.objects.filter(pk=forum.pk), on).get()


@pytest.mark.parametrize(
    ("held", "missed", "stopped"),
    [
        (["2026-10-05"], [], False),
        (["2026-07-24"], [], False),
        (["2026-07-23"], [], True),
        (["2026-10-05"], ["2026-11-02"], False),
        (["2026-09-07"], ["2026-10-05", "2026-11-02"], True),
        (["2026-09-07", "2026-11-02"], ["2026-10-05"], False),
        ([], ["2026-11-02"], True),
    ],
)
def test_a_board_has_stopped_after_twice_its_rhythm_or_two_missed_meetings(forum, held, missed, stopped):
    meet(forum, *held)
    meet(forum, *missed, state="missed")
    assert row(forum).stopped is stopped


def test_a_day_that_has_passed_without_a_word_counts_as_missed(forum):
    meet(forum, "2026-09-07")
    meet(forum, "2026-10-05", "2026-11-02", state="due")
    assert row(forum).stopped is True
    assert row(forum).missed_in_year == 2
    assert row(forum, DAY(2026, 11, 2)).stopped is False, "on the day itself it may still be held"


def test_a_young_board_and_one_without_a_rhythm_have_not_stopped_for_want_of_meetings(forum):
    Forum.objects.update(since=DAY(2026, 9, 7))
    assert row(forum).stopped is False
    Forum.objects.update(since=DAY(2020, 9, 7), months_between=None)
    meet(forum, "2021-01-04")
    assert row(forum).stopped is False
    meet(forum, "2021-02-01", "2021-03-01", state="missed")
    assert row(forum).stopped is True


def test_who_is_not_in_the_room_is_counted_of_the_meetings_held(world, forum):
    ours, theirs = world.ours.organisation, world.theirs.organisation
    guest, absent = authority(1), authority(2)
    for one in (ours, theirs, absent):
        ForumMember.objects.create(forum=forum, organisation=one)
    meet(forum, "2026-06-01", "2026-08-03", there=[ours, theirs, guest])
    meet(forum, "2026-10-05", there=[ours])
    meet(forum, "2026-11-02", state="missed")
    room = room_of(forum=forum, on=TODAY)
    found = {str(one.organisation): (one.attended, one.held, one.member, one.seldom) for one in room.rows}
    assert found == {
        "Council 02": (0, 3, True, True),
        "Gwynedd": (3, 3, True, False),
        "Powys": (2, 3, True, False),
        "Council 01": (2, 3, False, False),
    }
    assert room.rows[0].marks == [False, False, False, None]
    assert [str(one) for one in room.outside] == ["Council 01"]
    assert forum_finding(row(forum), room, TODAY) == [
        "It last met on 5 October 2026. No other is planned.",
        "Members who came to none, or to fewer than half, of the last meetings held: 1 of 3.",
        "Local authorities that are no members: 1.",
    ]


def test_only_the_last_twelve_meetings_count(world, forum):
    ForumMember.objects.create(forum=forum, organisation=world.ours.organisation)
    meet(forum, *[f"2025-{month:02}-06" for month in range(1, 13)], there=[world.ours.organisation])
    meet(forum, *[f"2026-{month:02}-05" for month in range(1, 9)])
    (mine,) = room_of(forum=forum, on=TODAY).rows
    assert (mine.attended, mine.held, mine.seldom) == (4, 12, True)


def test_the_page_says_it_in_words_and_marks(world):
    forum = forum_of(world)
    page = text(signed_in(world, "viewer").get(address("portfolio:forum", forum.pk)))
    assert "It last met on 12 October 2026." in page
    assert '<span aria-hidden="true">●</span><span class="govuk-visually-hidden">attended</span>' in page
    assert "1 of 1" in page
    assert "Record" not in page


def test_the_list_finds_those_that_have_stopped(world, forum):
    forum_of(world)
    client = signed_in(world, "viewer")
    page = text(client.get(address("portfolio:forums")))
    assert "2 forums have stopped meeting" not in page
    meet(forum, "2025-01-06")
    page = text(client.get(address("portfolio:forums")))
    assert "One forum has stopped meeting: Board." in page
    rows = rows_of(client.get(address("portfolio:forums") + "?stopped=no&download=csv"))
    assert [one[0] for one in rows[1:]] == ["Board"]
    rows = rows_of(client.get(address("portfolio:forums") + f"?member={world.ours.organisation.pk}&download=csv"))
    assert [(one[0], one[9]) for one in rows[1:]] == [("Digital Board", "1")]


def test_the_next_year_is_planned_by_the_rhythm_after_the_days_were_shown_and_undone(world):
    forum, office = forum_of(world), signed_in(world, "cdo_office")
    days = meetings_to_plan(forum=forum, on=TODAY)
    assert days == [
        DAY(2026, 12, 14),  # the 12th is a Saturday
        DAY(2027, 2, 12),
        DAY(2027, 4, 12),
        DAY(2027, 6, 14),
        DAY(2027, 8, 12),
        DAY(2027, 10, 12),
    ]
    plan = address("portfolio:forum_plan", forum.pk)
    page = text(office.get(plan))
    assert "14 December 2026" in page
    assert "Plan these meetings: 6" in page
    assert Meeting.objects.filter(state="due").count() == 0
    office.post(plan)
    assert list(Meeting.objects.filter(state="due").order_by("due_on").values_list("due_on", flat=True)) == days
    assert meetings_to_plan(forum=forum, on=TODAY) == []
    office.post(plan)
    assert Meeting.objects.filter(state="due").count() == 6


def test_undoing_leaves_what_has_been_held_since(world):
    forum, office = forum_of(world), signed_in(world, "cdo_office")
    office.post(address("portfolio:forum_plan", forum.pk))
    first = Meeting.objects.filter(state="due").order_by("due_on").first()
    Meeting.objects.filter(pk=first.pk).update(state="held", held_on=first.due_on)
    undo = address("portfolio:forum_unplan", forum.pk)
    assert "14 December 2026" not in text(office.get(undo))
    office.post(undo)
    assert Meeting.objects.filter(forum=forum).count() == 2
    assert "There is nothing to undo" in text(office.get(undo))


def test_a_forum_that_ends_or_has_no_rhythm_is_planned_no_further(forum):
    Forum.objects.update(until=DAY(2027, 2, 1))
    forum.refresh_from_db()
    assert meetings_to_plan(forum=forum, on=TODAY)[-1] < DAY(2027, 2, 1)
    forum.months_between = None
    assert meetings_to_plan(forum=forum, on=TODAY) == []


def test_members_are_ticked_at_once_and_two_people_do_not_undo_each_other(world):
    forum, office = forum_of(world), signed_in(world, "cdo_office")
    page = address("portfolio:forum_members", forum.pk)
    ours, theirs, third = world.ours.organisation, world.theirs.organisation, authority(3)
    seen = str(ours.pk)
    assert f'value="{seen}"' in text(office.get(page))
    choose_members(forum=forum, seen=[ours.pk], chosen=[ours.pk, third.pk])
    office.post(page, {"members": [str(theirs.pk)], "seen": seen})
    members = {str(one.organisation) for one in forum.members.all()}
    assert members == {"Powys", "Council 03"}, "the other person's addition stays"


def test_a_meeting_is_recorded_as_held_with_who_came(world):
    meeting, office = meeting_of(world), signed_in(world, "cdo_office")
    page = address("portfolio:meeting_record", meeting.pk)
    data = {"version": "1", "state": "held", "evidence": "J", "attended": [str(world.theirs.organisation.pk)]}
    answer = office.post(page, data)
    assert said_beside(answer, "held_on") == "Enter the day on which it was held."
    answer = office.post(page, data | {"held_on": "15 December 2026"})
    assert said_beside(answer, "held_on") == "That day has not come yet."
    assert office.post(page, data | {"held_on": "23 November 2026"}).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.state, meeting.held_on) == ("held", DAY(2026, 11, 23))
    assert list(meeting.attended.all()) == [world.theirs.organisation]
    answer = office.post(page, data | {"version": "2", "state": "missed"})
    assert said_beside(answer, "attended") == "Nobody attends a meeting that was not held."
    assert office.post(page, {"version": "2", "state": "due", "evidence": "J"}).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.state, meeting.held_on) == ("due", None), "a wrong record is taken back"


def test_a_second_recorder_is_told(world):
    meeting, office = meeting_of(world), signed_in(world, "cdo_office")
    Meeting.objects.filter(pk=meeting.pk).update(state="missed", version=2)
    data = {"version": "1", "state": "held", "held_on": "23 November 2026", "evidence": "J"}
    assert office.post(address("portfolio:meeting_record", meeting.pk), data).status_code == 409


def test_a_planned_meeting_is_moved_or_taken_out_and_a_held_one_stays(world):
    meeting, office = meeting_of(world), signed_in(world, "cdo_office")
    edit = address("portfolio:meeting_edit", meeting.pk)
    answer = office.post(edit, typed(office.get(edit)) | {"due_on": "12 October 2026"})
    assert said_beside(answer, "due_on") == "This forum already has a meeting due on that day."
    assert office.post(edit, typed(office.get(edit)) | {"due_on": "15 December 2026"}).status_code == 302
    delete = address("portfolio:meeting_delete", meeting.pk)
    assert "Take out the meeting due on 15 December 2026?" in text(office.get(delete))
    office.post(delete)
    assert not Meeting.objects.filter(pk=meeting.pk).exists()
    held = Meeting.objects.get(state="held")
    office.post(address("portfolio:meeting_delete", held.pk))
    assert Meeting.objects.filter(pk=held.pk).exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("months_between", "25", "A forum meets every 1 to 24 months."),
        ("months_between", "0", "A forum meets every 1 to 24 months."),
        ("until", "1 January 2026", "It must end after it begins."),
        ("since", "tomorrow", ""),
        ("name_en", "", ""),
    ],
)
def test_what_a_board_cannot_be_is_refused_beside_its_box(world, field, value, said):
    forum, office = forum_of(world), signed_in(world, "cdo_office")
    edit = address("portfolio:forum_edit", forum.pk)
    answer = office.post(edit, typed(office.get(edit)) | {field: value})
    assert answer.status_code == 422
    assert said_beside(answer, field)
    assert said in said_beside(answer, field)


def test_only_the_office_changes_boards(world):
    meeting = meeting_of(world)
    for who in ("finance", "board_member", "delivery_lead", "viewer"):
        client = signed_in(world, who)
        for name in ("forum_edit", "forum_members", "forum_plan"):
            assert client.post(address(f"portfolio:{name}", meeting.forum_id)).status_code == 403
        assert client.post(address("portfolio:meeting_record", meeting.pk)).status_code == 403


def test_the_pages_ask_as_many_questions_with_three_meetings_as_with_thirty(world, forum):
    client = signed_in(world, "cdo_office")
    bodies = [authority(number) for number in range(3)]
    for one in bodies:
        ForumMember.objects.create(forum=forum, organisation=one)
    meet(forum, "2026-06-01", "2026-08-03", there=bodies)
    pages = [address("portfolio:forums"), address("portfolio:forum", forum.pk), address("portfolio:meetings")]
    few = [queries_for(client, url) for url in pages]
    for number in range(3, 18):
        ForumMember.objects.create(forum=forum, organisation=authority(number))
        other = Forum.objects.create(name_cy=f"Grŵp {number}", name_en=f"Group {number}", kind="community")
        meet(other, "2026-06-01", "2026-08-03", there=bodies)
    meet(forum, *[f"2024-{month:02}-05" for month in range(1, 13)], there=bodies)
    assert [queries_for(client, url) for url in pages] == few
    assert max(few) <= 10


def test_the_planning_is_undone_after_signing_in_again_and_by_nobody_else(world):
    forum, office = forum_of(world), signed_in(world, "cdo_office")
    office.post(address("portfolio:forum_plan", forum.pk))
    again, page, undo = (
        signed_in(world, "cdo_office"),
        address("portfolio:forum", forum.pk),
        address("portfolio:forum_unplan", forum.pk),
    )
    assert undo in text(again.get(page))
    assert undo not in text(signed_in(world, "administrator").get(page))
    again.post(undo)
    assert Meeting.objects.filter(state="due").count() == 0
    assert undo not in text(again.get(page))


def test_a_forum_that_is_no_longer_there_is_not_said_to_be_planned(world, forum):
    Forum.objects.filter(pk=forum.pk).update(until=DAY(2026, 9, 1))
    page = text(signed_in(world, "cdo_office").get(address("portfolio:forum_plan", forum.pk)))
    assert "It is no longer there, so that there is nothing to plan." in page
    assert "planned already" not in page


def test_a_member_that_has_merged_cannot_have_come_after_its_last_day(world):
    meeting, office, gone = meeting_of(world), signed_in(world, "cdo_office"), cdps(world)
    ForumMember.objects.create(forum=meeting.forum, organisation=gone)
    page = address("portfolio:meeting_record", meeting.pk)
    data = {"version": "1", "state": "held", "evidence": "J", "attended": [str(gone.pk)]}
    answer = office.post(page, data | {"held_on": "23 November 2026"})
    assert said_beside(answer, "attended") == (
        "Former Centre no longer exists on that day: its last day was 31 March 2026. Its successor is Powys."
    )
    assert f'value="{gone.pk}" checked' in " ".join(text(answer).split()), "what was ticked stays ticked"
    assert office.post(page, data | {"held_on": "23 March 2026"}).status_code == 302


def test_nobody_is_blamed_for_meetings_after_their_last_day(world, forum):
    gone = cdps(world)
    ForumMember.objects.create(forum=forum, organisation=gone)
    meet(forum, "2026-03-02", there=[gone])
    meet(forum, "2026-06-01", "2026-08-03", "2026-10-05")
    (mine,) = room_of(forum=forum, on=TODAY).rows
    assert (mine.attended, mine.held, mine.seldom) == (1, 1, False)
    assert mine.marks == [True, None, None, None]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("4 January 2024", "The forum was not there on that day: its first day was 8 January 2024."),
        ("1 February 2027", "The forum is no longer there on that day: its last day was 31 January 2027."),
    ],
)
def test_a_forum_meets_on_no_day_on_which_it_was_not_there(world, forum, day, said):
    Forum.objects.filter(pk=forum.pk).update(until=DAY(2027, 2, 1))
    office, new = signed_in(world, "cdo_office"), address("portfolio:meeting_new", forum.pk)
    answer = office.post(new, typed(office.get(new)) | {"due_on": day})
    assert said_beside(answer, "due_on") == said
    assert office.post(new, typed(office.get(new)) | {"due_on": "29 January 2027"}).status_code == 302


def test_a_forum_is_run_by_no_body_that_was_not_there_when_it_began(world, forum):
    gone, office = cdps(world), signed_in(world, "cdo_office")
    edit = address("portfolio:forum_edit", forum.pk)
    asked = typed(office.get(edit)) | {"organisation": str(gone.pk)}
    answer = office.post(edit, asked | {"since": "1 May 2026"})
    assert said_beside(answer, "since").startswith("Former Centre no longer exists on that day")
    assert office.post(edit, asked | {"since": "1 May 2024"}).status_code == 302
