"""What is done to a post: ended, extended, split, and taken back; refused in words, with nothing lost."""

import datetime
from decimal import Decimal

import pytest

from squads.actions.acts import ActError, end_post, split_post, take_back
from squads.models import Post, PostStateChange
from squads.queries.months import fte_by_month
from tests.portfolio.pages import NOT_DATES, address, kept_in, rows_of, said_beside, signed_in, text, typed
from tests.squads.converted import conversion_of
from tests.squads.forms import knowing
from tests.world import HOLDER, World, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def office(world):
    return signed_in(world, "cdo_office")


@pytest.fixture
def post(world) -> Post:
    """A contractor's, from 1 April 2025 to 31 December 2026."""
    return world.ours.post


def page(name: str, post: Post) -> str:
    return address(f"squads:post_{name}", post.pk)


def do(client, name: str, post: Post, **given: str):
    url = page(name, post)
    return client.post(url, typed(client.get(url)) | given)


def states(post: Post) -> list[tuple[str, datetime.date]]:
    return list(post.state_changes.order_by("on", "pk").values_list("state", "on"))


def by_month(world: World, start: datetime.date, months: int) -> list[float]:
    found = fte_by_month(posts=Post.objects.filter(squad=world.ours.squad), start=start, months=months)
    return list(found.permanent + found.contractors + found.vacant)


@pytest.mark.parametrize(
    ("name", "columns", "words"),
    [
        ("end", {"state": "ended"}, "This post has ended already."),
        ("split", {"state": "ended"}, "This post has ended already."),
        ("extend", {"planned_to": None}, "It has no last day: there is nothing to extend."),
        ("convert", {"employment": "permanent"}, "and this is not one."),
        ("take_back", {}, "There is nothing to take back"),
    ],
)
def test_what_cannot_be_done_to_a_post_is_said_without_offering_a_form(office, post, name, columns, words):
    Post.objects.filter(pk=post.pk).update(**columns) if columns else None
    shown = text(office.get(page(name, post)))
    assert words in shown
    assert 'class="edit-form"' not in shown
    assert "Back to the post" in shown


def test_the_last_day_of_a_post_that_has_begun_is_not_optional(office, post):
    form = office.get(page("end", post)).context["form"]
    assert form.fields["last_day"].required
    assert "(optional)" not in text(office.get(page("end", post)))


def test_a_post_is_ended_by_a_day_with_its_reason_in_the_history(office, post):
    answer = do(office, "end", post, last_day="30 November 2026", reason="The fund stopped")
    assert answer["Location"] == address("squads:post", post.pk)
    post.refresh_from_db()
    assert (post.last_day, post.state, post.version) == (datetime.date(2026, 11, 30), "filled", 2)
    assert "The fund stopped" in text(office.get(page("history", post)))


def test_a_post_whose_last_day_has_passed_is_ended_from_the_day_after(office, post):
    do(office, "end", post, last_day="31 October 2026", reason="Left")
    post.refresh_from_db()
    assert (post.state, states(post)[-1]) == ("ended", ("ended", datetime.date(2026, 11, 1)))


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"last_day": "31 March 2025"}, "last_day", "The post begins on 1 April 2025: it cannot end before that."),
        ({"last_day": ""}, "last_day", "Enter the last day."),
        ({"last_day": "31 October 2026", "reason": ""}, "reason", "This field is required."),
        *(({"last_day": day}, "last_day", "") for day in NOT_DATES[:4]),
    ],
)
def test_what_is_no_last_day_is_refused_in_words_and_kept(office, post, given, field, said):
    answer = do(office, "end", post, **({"reason": "Left"} | given))
    assert answer.status_code == 422
    assert said in said_beside(answer, field)
    assert said_beside(answer, field)
    assert kept_in(answer, "last_day") == given["last_day"]
    assert post.history.count() == 1


def test_a_day_before_its_latest_state_cannot_be_its_last(office, post):
    PostStateChange.objects.create(post=post, state="vacant", on=datetime.date(2026, 11, 2))
    Post.objects.filter(pk=post.pk).update(state="vacant")
    answer = do(office, "end", post, last_day="1 October 2026", reason="Left")
    assert said_beside(answer, "last_day") == "It became “vacant” on 2 November 2026, which is later than that."


def test_a_post_that_has_not_begun_is_dropped(office, world):
    post = conversion_of(world).permanent
    Post.objects.filter(pk=post.pk).update(planned_from=datetime.date(2028, 1, 10))
    answer = do(office, "end", post, never="on", reason="Not needed after all")
    assert answer.status_code == 302
    post.refresh_from_db()
    assert (post.state, post.planned_to) == ("ended", None)
    assert do(office, "end", post, never="on", reason="Again").status_code == 422


def test_a_post_is_extended_and_only_to_a_later_day(office, post):
    answer = do(office, "extend", post, last_day="31 December 2026")
    assert said_beside(answer, "last_day") == "Its last day is 31 December 2026: enter a later one."
    assert do(office, "extend", post, last_day="31 March 2027", reason="More to do").status_code == 302
    post.refresh_from_db()
    assert post.last_day == datetime.date(2027, 3, 31)
    assert do(office, "extend", post, last_day="").status_code == 302
    post.refresh_from_db()
    assert post.planned_to is None
    answer = do(office, "extend", post, last_day="31 March 2028")
    assert "This post has no last day: there is nothing to extend." in text(answer)


def test_extending_a_post_beyond_the_end_of_its_squad_is_warned_of(office, world, post):
    type(world.ours.squad).objects.filter(pk=world.ours.squad.pk).update(until=datetime.date(2027, 4, 1))
    answer = do(office, "extend", post, last_day="30 April 2027")
    assert answer.status_code == 422
    said = "The post's last day is 30 April 2027, and the squad's is 31 March 2027."
    assert said_beside(answer, "knowingly") == said
    assert office.post(page("extend", post), knowing(answer)).status_code == 302
    post.refresh_from_db()
    assert post.last_day == datetime.date(2027, 4, 30)


def test_a_post_is_split_from_a_day_and_no_month_gains_or_loses_by_it(office, world, post):
    start = datetime.date(2026, 9, 1)
    before = by_month(world, start, 6)
    answer = do(office, "split", post, begins="1 December 2026", first="0.6", second="0.4")
    assert answer.status_code == 302
    post.refresh_from_db()
    assert (post.last_day, post.fte, post.state) == (datetime.date(2026, 11, 30), Decimal(1), "filled")
    first, second = Post.objects.filter(squad=post.squad).exclude(pk=post.pk).order_by("pk")
    assert (first.fte, first.state, first.holder) == (Decimal("0.6"), "filled", HOLDER)
    assert (second.fte, second.state, second.holder) == (Decimal("0.4"), "planned", "")
    assert first.last_day == second.last_day == datetime.date(2026, 12, 31)
    assert by_month(world, start, 6) == before


def test_a_post_split_from_its_first_day_becomes_the_first_of_the_two(office, post):
    do(office, "split", post, begins="1 April 2025", first="0.75", second="0.25", second_filled="same")
    post.refresh_from_db()
    other = Post.objects.filter(squad=post.squad).exclude(pk=post.pk).get()
    assert (post.fte, post.planned_from) == (Decimal("0.75"), datetime.date(2025, 4, 1))
    assert (other.fte, other.state) == (Decimal("0.25"), "filled")


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"second": "0.5"}, "second", "The two add up to 1.1 FTE, and the post has 1."),
        ({"first": "0", "second": "1"}, "first", ""),
        ({"begins": "31 March 2025"}, "begins", "The post is not there on that day: choose one on which it is."),
        ({"begins": "1 January 2027"}, "begins", "The post is not there on that day: choose one on which it is."),
    ],
)
def test_parts_that_do_not_add_up_or_a_day_outside_are_refused(office, post, given, field, said):
    answer = do(office, "split", post, **({"begins": "1 December 2026", "first": "0.6", "second": "0.4"} | given))
    assert answer.status_code == 422
    assert said in said_beside(answer, field)
    assert said_beside(answer, field)
    assert Post.objects.filter(squad=post.squad).count() == 1


def test_a_post_that_is_being_converted_is_not_split(office, world, post):
    conversion_of(world)
    answer = do(office, "split", post, begins="1 December 2026", first="0.6", second="0.4")
    assert "take that back first, then split it and convert the parts" in text(answer)
    assert Post.objects.filter(squad=post.squad).count() == 2


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("end", {"last_day": "31 October 2026", "reason": "Left"}),
        ("end", {"last_day": "30 November 2026", "reason": "Left"}),
        ("extend", {"last_day": "31 March 2027"}),
        ("split", {"begins": "1 November 2026", "first": "0.6", "second": "0.4"}),
        ("split", {"begins": "1 April 2025", "first": "0.6", "second": "0.4"}),
    ],
)
def test_what_was_done_last_is_taken_back_and_everything_is_as_before(office, post, name, given):
    columns = ("planned_to", "state", "fte", "holder")
    before = [getattr(post, column) for column in columns]
    post.refresh_from_db()
    assert do(office, name, post, **given).status_code == 302
    shown = text(office.get(page("take_back", post)))
    assert "What was done last is put back:" in shown
    assert do(office, "take_back", post).status_code == 302
    found = Post.objects.get(pk=post.pk)
    assert [getattr(found, column) for column in columns] == before
    assert states(found) == [("filled", datetime.date(2025, 4, 1))]
    assert Post.objects.filter(squad=post.squad).count() == 1


def test_nothing_is_taken_back_over_another_change(office, post):
    do(office, "extend", post, last_day="31 March 2027")
    edit = address("squads:post_edit", post.pk)
    office.post(edit, typed(office.get(edit)) | {"source_en": "The plan"})
    assert "There is nothing to take back" in text(office.get(page("take_back", post)))
    assert do(office, "take_back", post).status_code == 422
    assert address("squads:post_take_back", post.pk) not in text(office.get(address("squads:post", post.pk)))


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("end", {"last_day": "31 October 2026", "reason": "x"}),
        ("split", {"begins": "1 December 2026", "first": "0.6", "second": "0.4"}),
    ],
)
def test_what_was_taken_back_is_not_taken_back_again(office, post, name, given):
    """The parts of a split and the day of a state would not return: the post would end with nothing after it."""
    do(office, name, post, **given)
    do(office, "take_back", post)
    assert "There is nothing to take back" in text(office.get(page("take_back", post)))
    assert do(office, "take_back", post).status_code == 422
    found = Post.objects.get(pk=post.pk)
    assert (found.planned_to, found.state) == (datetime.date(2027, 1, 1), "filled")
    assert states(found) == [("filled", datetime.date(2025, 4, 1))]


def test_a_contractor_whose_post_is_split_does_not_leave(office, world, post):
    leaving = address("squads:leaving")
    do(office, "split", post, begins="1 December 2026", first="0.6", second="0.4", second_filled="same")
    rows = rows_of(office.get(leaving + "?search=gwynedd&download=csv"))
    assert [row[3:5] for row in rows[1:]] == [["0.600", "2026-12-31"], ["0.400", "2026-12-31"]]
    shown = text(office.get(address("squads:post", post.pk)))
    assert "This post ends on 30 November 2026, and goes on the next day in a post like it." in shown
    assert "the first leaves" not in text(office.get(address("squads:squad", post.squad_id)))


def test_a_split_stays_when_one_of_its_parts_has_been_changed(post):
    parts = split_post(
        post=post, version=1, begins=datetime.date(2026, 12, 1), first=Decimal("0.5"), second=Decimal("0.5"),
        second_filled=False, on=ON,
    )  # fmt: skip
    parts[1].fte = Decimal("0.4")
    parts[1].save()
    with pytest.raises(ActError, match="has been changed since"):
        take_back(post=post, version=2)
    assert Post.objects.filter(squad=post.squad).count() == 3


def test_a_second_person_is_told_and_loses_nothing(office, post):
    url = page("end", post)
    first, second = typed(office.get(url)), typed(office.get(url))
    office.post(page("extend", post), typed(office.get(page("extend", post))) | {"last_day": "31 March 2027"})
    answer = office.post(url, second | {"last_day": "30 November 2026", "reason": "Left"})
    assert answer.status_code == 409
    assert "Somebody else changed this post" in text(answer)
    assert (kept_in(answer, "last_day"), kept_in(answer, "reason")) == ("30 November 2026", "Left")
    assert office.post(url, typed(answer)).status_code == 302
    post.refresh_from_db()
    assert post.last_day == datetime.date(2026, 11, 30)
    assert first["version"] == "1"


def test_the_language_can_be_changed_with_the_form_half_filled(office, post):
    data = typed(office.get(page("end", post))) | {"last_day": "30 Tachwedd 2026", "switch_language": "typed"}
    answer = office.post(address("squads:post_end", post.pk, language="cy"), data)
    assert answer.status_code == 200
    assert kept_in(answer, "last_day") == "30 Tachwedd 2026"
    assert post.history.count() == 1


def test_an_action_judges_for_itself_whoever_calls_it(post):
    end_post(post=post, version=1, last_day=datetime.date(2026, 10, 31), reason="Left", on=ON)
    with pytest.raises(ActError, match="ended already"):
        end_post(post=post, version=2, last_day=datetime.date(2026, 11, 30), reason="Again", on=ON)
    with pytest.raises(ActError, match="add up"):
        split_post(
            post=Post.objects.create(squad=post.squad, role=post.role, planned_from=ON), version=1, begins=ON,
            first=Decimal("0.5"), second=Decimal("0.6"), second_filled=False, on=ON,
        )  # fmt: skip


def test_a_role_is_planned_with_what_is_known_filled_in(office, world, post):
    new = address("squads:post_new", world.ours.squad.pk)
    plain = typed(office.get(new))
    assert (plain["employment"], plain["state"], plain["fte"]) == ("permanent", "planned", "1")
    assert plain["planned_from"] == plain["state_from"]
    like = typed(office.get(f"{new}?like={post.pk}"))
    assert (like["role"], like["employment"], like["state"]) == (str(post.role_id), "agency", "planned")
    assert like.get("holder", "") == "", "another person holds it"
    assert typed(office.get(f"{new}?role={world.role.pk}"))["role"] == str(world.role.pk)
    type(world.role).objects.filter(pk=world.role.pk).update(code="developer")
    assert typed(office.get(f"{new}?wanted=developer"))["role"] == str(world.role.pk)
    for nonsense in (
        "like=abc",
        "like=٣",
        f"like={10**30}",
        f"like={10**9}",
        "role=-1",
        "wanted=nonsense",
        "wanted=welsh",
    ):
        assert office.get(f"{new}?{nonsense}").status_code == 200


def test_a_delivery_lead_copies_no_post_they_may_not_see(world):
    lead = signed_in(world, "delivery_lead")
    new = address("squads:post_new", world.ours.squad.pk)
    assert "role" not in typed(lead.get(f"{new}?like={world.theirs.post.pk}"))
    for name in ("end", "extend", "split", "convert", "take_back"):
        assert lead.get(page(name, world.theirs.post)).status_code == 404


def test_a_post_planned_beyond_its_squad_is_saved_knowingly(office, world):
    type(world.ours.squad).objects.filter(pk=world.ours.squad.pk).update(until=datetime.date(2027, 4, 1))
    new = address("squads:post_new", world.ours.squad.pk)
    data = typed(office.get(new))
    assert data["planned_to"] == "1 April 2027"
    answer = office.post(new, data | {"role": str(world.role.pk), "planned_to": ""})
    assert said_beside(answer, "knowingly") == "The post has no last day, and the squad's is 31 March 2027."
    assert office.post(new, knowing(answer)).status_code == 302
