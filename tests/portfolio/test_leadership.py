"""Digital leadership: what is known of whom, over time, and changes from a day."""

import datetime

import pytest
import time_machine

from portfolio.models import Leadership, Organisation
from portfolio.queries.leadership import leadership_finding, leading_on
from tests.portfolio.nation import period_of
from tests.portfolio.pages import address, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.portfolio.rows import authority
from tests.portfolio.test_adoption import cdps, wales
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


def lead(body: Organisation, officer: str, board: bool | None = None, start=DAY(2025, 4, 7), end=None) -> Leadership:  # noqa: B008
    return Leadership.objects.create(organisation=body, officer=officer, on_board=board, start=start, end=end)


def new_form(office, body: Organisation) -> tuple[str, dict[str, str]]:
    page = f"{address('portfolio:leadership_new')}?organisation={body.pk}"
    return page, typed(office.get(page))


def test_known_and_not_known_are_told_apart(world):
    bodies = wales(world)
    lead(bodies[0], "appointed", True)
    lead(bodies[1], "appointed", False)
    lead(bodies[2], "interim")
    lead(bodies[3], "none")
    lead(bodies[4], "appointed", True, end=DAY(2026, 1, 5))
    found = leading_on(TODAY)
    assert (found.authorities, found.appointed, found.interim, found.none, found.not_known) == (22, 2, 1, 1, 18)
    assert (found.on_board, found.off_board, found.board_not_known) == (1, 1, 1)
    assert leadership_finding(found) == [
        "3 local authorities of 22 have a chief digital officer. One of them is interim. "
        "One sits on the leadership board. Of one it is not known whether it sits there.",
        "One is known to have none. Of 18 it is not known whether they have one.",
    ]
    assert leading_on(DAY(2026, 1, 4)).having == 4, "the day before one left"


def test_the_page_has_the_figures_a_row_a_body_and_a_bar_a_period(world):
    lead(world.ours.organisation, "none", start=DAY(2021, 4, 1), end=DAY(2025, 4, 7))
    period_of(world)
    other = Organisation.objects.create(name_cy="Partner", name_en="A partner", kind="partner")
    lead(other, "interim")
    silent = Organisation.objects.create(name_cy="Arall", name_en="Another partner", kind="partner")
    client = signed_in(world, "viewer")
    page = text(client.get(address("portfolio:leadership")))
    assert "One local authority of 2 has a chief digital officer." in page
    assert silent.name_en not in page, "of a body that is no authority only what is known is shown"
    rows = {row[0]: row for row in rows_of(client.get(address("portfolio:leadership") + "?download=csv"))}
    assert rows["Gwynedd"][2:4] == ["Chief digital officer appointed", "yes"]
    assert rows["Powys"][2:4] == ["not known", "not known"]
    assert rows["A partner"][2:4] == ["Interim chief digital officer", "not known"]
    assert "7 April 2025" in page
    assert page.count("chief digital officer appointed, on the leadership board") >= 1


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("officer=appointed", ["Gwynedd"]),
        ("officer=unknown", ["Powys"]),
        ("board=yes", ["Gwynedd"]),
        ("board=no", []),
        ("kind=nhs", []),
    ],
)
def test_the_list_is_narrowed_by_officer_and_board(world, query, names):
    period_of(world)
    rows = rows_of(signed_in(world, "viewer").get(address("portfolio:leadership") + f"?{query}&download=csv"))
    assert [row[0] for row in rows[1:]] == names


def test_a_change_from_a_day_ends_what_held_before_on_it(world):
    before, office = period_of(world), signed_in(world, "cdo_office")
    page, data = new_form(office, world.ours.organisation)
    assert data["start"] == "24 November 2026"
    data |= {"officer": "interim", "on_board": "unknown", "start": "1 December 2026"}
    assert office.post(page, data)["Location"] == address(
        "portfolio:organisation_leadership", world.ours.organisation.pk
    )
    before.refresh_from_db()
    assert (before.end, before.version) == (DAY(2026, 12, 1), 2)
    now = Leadership.objects.get(officer="interim")
    assert (now.start, now.end, now.on_board) == (DAY(2026, 12, 1), None, None)
    shown = text(office.get(address("portfolio:organisation_leadership", world.ours.organisation.pk)))
    assert "30 November 2026" in shown, "the last day, not the first day no longer"


@pytest.mark.parametrize("day", ["7 April 2025", "1 April 2025"])
def test_a_change_on_or_before_another_s_first_day_is_refused_in_words(world, day):
    period_of(world)
    office = signed_in(world, "cdo_office")
    page, data = new_form(office, world.ours.organisation)
    answer = office.post(page, data | {"officer": "none", "on_board": "unknown", "start": day})
    assert answer.status_code == 422
    assert "7 April 2025" in said_beside(answer, "start") or "already begins on that day" in said_beside(
        answer, "start"
    )
    assert Leadership.objects.count() == 1


def test_periods_that_would_overlap_are_refused_when_one_is_put_right(world):
    first = lead(world.ours.organisation, "none", start=DAY(2021, 4, 1), end=DAY(2025, 4, 7))
    period_of(world)
    office = signed_in(world, "cdo_office")
    edit = address("portfolio:leadership_edit", first.pk)
    answer = office.post(edit, typed(office.get(edit)) | {"end": "8 April 2025"})
    said = "Another period of this organisation begins on 7 April 2025: chief digital officer appointed."
    assert said in said_beside(answer, "start")
    assert office.post(edit, typed(office.get(edit)) | {"end": "1 April 2025"}).status_code == 302
    answer = office.post(edit, typed(office.get(edit)) | {"end": "31 March 2021"})
    assert said_beside(answer, "end") == "It must end after it begins."


def test_where_there_is_no_officer_none_sits_on_the_board(world):
    office = signed_in(world, "cdo_office")
    page, data = new_form(office, world.ours.organisation)
    answer = office.post(page, data | {"officer": "none", "on_board": "true"})
    said = "Where there is no chief digital officer, none sits on the board."
    assert said_beside(answer, "on_board") == said


def test_a_body_that_does_not_exist_on_the_day_is_refused_in_words(world):
    gone, office = cdps(world), signed_in(world, "cdo_office")
    page, data = new_form(office, world.ours.organisation)
    answer = office.post(page, data | {"organisation": str(gone.pk), "officer": "none"})
    assert "its last day was 31 March 2026" in said_beside(answer, "start")


def test_a_period_that_never_was_is_taken_out_and_the_one_before_goes_on(world):
    before = period_of(world)
    office = signed_in(world, "cdo_office")
    page, data = new_form(office, world.ours.organisation)
    office.post(page, data | {"officer": "none", "on_board": "unknown"})
    wrong = Leadership.objects.get(officer="none")
    delete = address("portfolio:leadership_delete", wrong.pk)
    assert "Take the period out?" in text(office.get(delete))
    office.post(delete)
    before.refresh_from_db()
    assert before.end is None
    assert Leadership.objects.count() == 1


def test_a_second_editor_is_shown_both(world):
    row, office = period_of(world), signed_in(world, "cdo_office")
    edit = address("portfolio:leadership_edit", row.pk)
    data = typed(office.get(edit))
    Leadership.objects.filter(pk=row.pk).update(officer="interim", version=2)
    answer = office.post(edit, data | {"start": "8 April 2025"})
    assert answer.status_code == 409
    assert "Two versions" in text(answer)


def test_only_the_office_writes_it_and_everybody_reads_it(world):
    row = period_of(world)
    for who in ("finance", "delivery_lead", "viewer"):
        client = signed_in(world, who)
        assert client.get(address("portfolio:leadership")).status_code == 200
        assert client.post(address("portfolio:leadership_edit", row.pk)).status_code == 403
        assert client.post(address("portfolio:leadership_delete", row.pk)).status_code == 403


def test_the_page_asks_as_many_questions_with_three_periods_as_with_thirty(world):
    client, url = signed_in(world, "viewer"), address("portfolio:leadership")
    for number in range(2):
        lead(authority(number), "appointed", True)
    few = queries_for(client, url)
    for number in range(2, 20):
        lead(authority(number), "none", end=DAY(2026, 1, 5))
    assert queries_for(client, url) == few <= 10


def test_a_period_ends_no_later_than_its_body(world):
    gone, office = cdps(world), signed_in(world, "cdo_office")
    row = lead(gone, "appointed", True, end=DAY(2026, 4, 1))
    page = address("portfolio:leadership_edit", row.pk)
    answer = office.post(page, typed(office.get(page)) | {"end": "1 May 2026"})
    assert said_beside(answer, "end").startswith("Former Centre no longer exists on that day")
    assert office.post(page, typed(office.get(page)) | {"end": "1 April 2026"}).status_code == 302
