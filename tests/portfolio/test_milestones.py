"""Milestones: forecasts that are all kept, a baseline that moves by a request only, and the pages of both."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from kit.versions import StaleVersion
from portfolio.actions import milestones as actions
from portfolio.models import BaselineChange, Milestone, MilestoneForecast
from portfolio.queries import milestones as queries
from tests.portfolio.milestones import milestone_of, request_of
from tests.portfolio.pages import address, kept_in, queries_for, rows_of, said_beside, signed_in, text, typed
from tests.world import TODAY, World, make_world

pytestmark = pytest.mark.django_db

DAY = datetime.date


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def titled(world: World, title: str, **dates: Any) -> Milestone:
    return Milestone.objects.create(product=world.ours.product, title_cy=f"{title} (cy)", title_en=title, **dates)


def rows(world: World) -> list[queries.MilestoneRow]:
    return queries.milestones_of(product=world.ours.product, on=TODAY)


# ---- what stands in words


@pytest.mark.parametrize(
    ("dates", "standing", "slip"),
    [
        ({"baseline": DAY(2026, 9, 1), "forecast": DAY(2026, 12, 7)}, "late", "97 days late"),
        ({"baseline": DAY(2026, 12, 7), "forecast": DAY(2026, 12, 6)}, "on_time", "1 day early"),
        ({"baseline": DAY(2026, 12, 7), "forecast": DAY(2026, 12, 7)}, "on_time", "none"),
        ({"baseline": DAY(2026, 9, 1), "forecast": DAY(2026, 11, 23)}, "overdue", "83 days late"),
        ({"baseline": DAY(2026, 9, 1), "forecast": TODAY}, "late", "84 days late"),
        ({"baseline": DAY(2026, 9, 1)}, "no_date", "not known"),
        ({"forecast": DAY(2027, 9, 1)}, "to_come", "not known"),
        (
            {"baseline": DAY(2026, 9, 1), "forecast": DAY(2026, 9, 1), "actual": DAY(2026, 9, 2)},
            "reached",
            "1 day late",
        ),
        ({}, "no_date", "not known"),
    ],
)
def test_a_milestone_stands_where_its_dates_put_it(world, dates, standing, slip):
    titled(world, "Goes live", **dates)
    (row,) = rows(world)
    assert (row.standing, row.slip_words) == (standing, slip)
    listed = queries.with_standing(Milestone.objects.all(), on=TODAY).get()
    assert listed.standing == standing, "the list's SQL and the page's Python say the same"
    assert (None if listed.slip is None else listed.slip.days) == row.slip


def test_the_finding_reads_right_for_none_for_all_reached_and_for_bad_news(world):
    assert queries.milestones_finding(rows(world)) == ["No milestone has been recorded for this product."]
    titled(world, "Alpha ends", baseline=DAY(2026, 3, 2), forecast=DAY(2026, 3, 2), actual=DAY(2026, 3, 2))
    assert queries.milestones_finding(rows(world)) == [
        "Every milestone has been reached.",
        "None is past its baseline.",
        "Reached: 1 of 1.",
    ]
    titled(world, "Beta opens", baseline=DAY(2026, 9, 1), forecast=DAY(2026, 10, 1))
    titled(world, "Goes live", baseline=DAY(2027, 4, 5), forecast=DAY(2027, 4, 5))
    assert queries.milestones_finding(rows(world)) == [
        "Next: “Goes live”, expected on 5 April 2027, as planned.",
        "Milestones whose forecast has passed: 1.",
        "The one that has slipped most is “Beta opens”: 30 days late.",
        "Reached: 1 of 3.",
    ]
    Milestone.objects.filter(title_en="Goes live").update(baseline=None)
    assert queries.milestones_finding(rows(world))[0].endswith("expected on 5 April 2027; it has no baseline.")


def test_dates_out_of_order_are_warned_of_and_not_refused(world):
    product = world.ours.product
    product.end_of_life = DAY(2030, 4, 1)
    product.save()
    milestone = titled(world, "Goes live", baseline=DAY(2026, 9, 1), forecast=DAY(2031, 1, 6))
    MilestoneForecast.objects.create(milestone=milestone, forecast=DAY(2031, 1, 6), made_on=DAY(2026, 5, 4))
    page = text(signed_in(world, "viewer").get(address("portfolio:product_milestones", product.pk)))
    said = "It is expected on 6 January 2031, after the product&#x27;s end of life on 1 April 2030."
    assert f"Goes live: {said}" in page
    Milestone.objects.update(actual=DAY(2026, 3, 2))
    page = text(signed_in(world, "viewer").get(address("portfolio:milestone", milestone.pk)))
    assert "It was reached on 2 March 2026, before it was first planned on 4 May 2026." in page
    assert said not in page, "what has been reached is not expected any more"
    Milestone.objects.update(baseline=None)
    page = text(signed_in(world, "viewer").get(address("portfolio:milestone", milestone.pk)))
    assert "It has no baseline, so that nobody can tell whether it is late." in page


# ---- forecasts


def test_a_new_milestone_keeps_its_first_forecast(world):
    client = signed_in(world, "delivery_lead")
    new = address("portfolio:milestone_new", world.ours.product.pk)
    data = typed(client.get(new)) | {
        "title_cy": "Mynd yn fyw",
        "title_en": "Goes live",
        "baseline": "1 September 2026",
        "forecast": "7 December 2026",
    }
    answer = client.post(new, data)
    milestone = Milestone.objects.get()
    assert answer.url == address("portfolio:milestone", milestone.pk)
    (forecast,) = milestone.forecasts.all()
    assert (forecast.forecast, forecast.made_on) == (DAY(2026, 12, 7), timezone.localdate())


def test_every_forecast_is_kept_with_its_reason_and_other_edits_keep_none(world):
    client, milestone = signed_in(world, "delivery_lead"), milestone_of(world.ours.product)
    edit = address("portfolio:milestone_edit", milestone.pk)
    page = client.get(edit)
    assert "baseline" not in page.context["form"].fields
    assert "Baseline: 1 September 2026." in text(page)
    moved = {"forecast": "5 April 2027", "reason_en": "The tester left."}
    assert client.post(edit, typed(page) | moved).status_code == 302
    told = [(one.forecast, one.reason_en) for one in milestone.forecasts.order_by("made_on", "pk")]
    assert told == [
        (DAY(2026, 9, 1), ""),
        (DAY(2026, 12, 7), "The developer left."),
        (DAY(2027, 4, 5), "The tester left."),
    ]
    client.post(edit, typed(client.get(edit)) | {"title_en": "Goes live to all"})
    assert milestone.forecasts.count() == 3
    assert milestone.history.filter(history_change_reason="The tester left.").count() == 1
    page = text(client.get(address("portfolio:milestone", milestone.pk)))
    assert "119 days late" in page, "against the forecast before it"
    assert "216 days late" in page, "against the baseline"
    assert "The tester left." in page
    assert "Times its forecast has moved: 2." in page


def test_a_day_to_come_cannot_be_the_day_it_was_reached(world):
    client, milestone = signed_in(world, "cdo_office"), milestone_of(world.ours.product)
    edit = address("portfolio:milestone_edit", milestone.pk)
    answer = client.post(edit, typed(client.get(edit)) | {"actual": "1 January 2099", "title_en": "Typed"})
    assert answer.status_code == 422
    assert said_beside(answer, "actual") == "This day has not come yet. A day still to come is a forecast."
    assert (kept_in(answer, "actual"), kept_in(answer, "title_en")) == ("1 January 2099", "Typed")
    assert Milestone.objects.get().actual is None


@pytest.mark.parametrize("written", ["tomorrow", "31 February 2027", "1 April 1889"])
def test_a_day_that_is_none_is_refused_in_words(world, written):
    client, milestone = signed_in(world, "cdo_office"), milestone_of(world.ours.product)
    edit = address("portfolio:milestone_edit", milestone.pk)
    answer = client.post(edit, typed(client.get(edit)) | {"forecast": written})
    assert answer.status_code == 422
    assert said_beside(answer, "forecast")
    assert kept_in(answer, "forecast") == written


def test_the_second_of_two_editors_is_shown_both_and_no_forecast_is_noted_twice(world):
    milestone = milestone_of(world.ours.product)
    edit = address("portfolio:milestone_edit", milestone.pk)
    first, second = signed_in(world, "cdo_office"), signed_in(world, "delivery_lead")
    one, two = typed(first.get(edit)), typed(second.get(edit))
    assert first.post(edit, one | {"forecast": "4 January 2027"}).status_code == 302
    answer = second.post(edit, two | {"forecast": "1 February 2027"})
    assert answer.status_code == 409
    assert "4 January 2027" in text(answer)
    assert [one.forecast for one in milestone.forecasts.order_by("pk")][2:] == [DAY(2027, 1, 4)]


def test_plain_values_go_the_same_way_as_a_form(world):
    milestone = milestone_of(world.ours.product)
    saved = actions.set_milestone(
        milestone=milestone, values={"forecast": DAY(2027, 2, 1)}, on=TODAY, version=1, report="October 2026"
    )
    assert (saved.forecast, saved.version) == (DAY(2027, 2, 1), 2)
    latest = milestone.forecasts.order_by("-pk")[0]
    assert (latest.forecast, latest.made_on, latest.report) == (DAY(2027, 2, 1), TODAY, "October 2026")
    with pytest.raises(StaleVersion):
        actions.set_milestone(milestone=milestone, values={"title_en": "Late"}, on=TODAY, version=1)
    with pytest.raises(actions.BaselineFixedError) as fault:
        actions.set_milestone(milestone=milestone, values={"baseline": DAY(2027, 1, 1)}, on=TODAY, version=2)
    assert fault.value.field == "baseline"
    with pytest.raises(actions.ReachedInFutureError):
        actions.set_milestone(milestone=milestone, values={"actual": DAY(2026, 11, 25)}, on=TODAY, version=2)
    with pytest.raises(ValidationError):
        actions.set_milestone(milestone=milestone, values={"title_en": ""}, on=TODAY, version=2)
    new = Milestone(product=world.ours.product)
    values = {"title_cy": "A", "title_en": "B", "baseline": DAY(2027, 1, 1), "forecast": DAY(2027, 1, 1)}
    assert actions.set_milestone(milestone=new, values=values, on=TODAY).forecasts.count() == 1
    assert milestone.forecasts.count() == 3


# ---- the baseline


def ask(client: Any, milestone: Milestone, **data: str) -> Any:
    return client.post(address("portfolio:baseline_ask", milestone.pk), {"after": "1 February 2027"} | data)


def test_a_baseline_moves_when_somebody_else_approves(world):
    milestone, lead, board = (
        milestone_of(world.ours.product),
        signed_in(world, "delivery_lead"),
        signed_in(world, "board_member"),
    )
    answer = ask(lead, milestone, reason_en="The fund decided in September.")
    change = BaselineChange.objects.get()
    assert answer.url == address("portfolio:baseline_change", change.pk)
    assert (change.before, change.after, change.asked_by) == (
        DAY(2026, 9, 1),
        DAY(2027, 2, 1),
        world.people["delivery_lead"],
    )
    assert Milestone.objects.get().baseline == DAY(2026, 9, 1), "until it is approved it stays"
    page = text(board.get(answer.url))
    assert "From 1 September 2026 to 1 February 2027: 153 days late." in page
    assert "Approving moves the baseline from 1 September 2026 to 1 February 2027 at once." in page
    board.post(address("portfolio:baseline_decide", change.pk), {"decision": "approve"})
    change.refresh_from_db()
    milestone.refresh_from_db()
    assert (change.state, change.decided_by, milestone.baseline) == (
        "approved",
        world.people["board_member"],
        DAY(2027, 2, 1),
    )
    assert milestone.version == 2, "an editor who has the form open is told"
    latest = milestone.history.first()
    assert latest.history_change_reason == "Change request: The fund decided in September."
    assert "Approved on" in text(board.get(address("portfolio:baseline_change", change.pk)))


def test_a_request_may_be_refused_and_then_another_asked(world):
    milestone, lead = milestone_of(world.ours.product), signed_in(world, "delivery_lead")
    change = request_of(world.ours.product)
    answer = ask(lead, milestone, reason_en="Again.")
    assert answer.status_code == 422
    assert "A change request for this milestone is already waiting." in text(answer)
    decide = address("portfolio:baseline_decide", change.pk)
    signed_in(world, "cdo_office").post(decide, {"decision": "refuse"})
    assert Milestone.objects.get().baseline == DAY(2026, 9, 1)
    assert ask(lead, milestone, reason_en="Again.").status_code == 302
    again = signed_in(world, "cdo_office").post(decide, {"decision": "approve"}, follow=True)
    assert "This change request has been decided already." in text(again)
    assert Milestone.objects.get().baseline == DAY(2026, 9, 1)


def test_whoever_asked_cannot_decide_not_even_in_the_database(world):
    office = signed_in(world, "cdo_office")
    change = request_of(world.ours.product, by=world.people["cdo_office"])
    page = text(office.get(address("portfolio:baseline_change", change.pk)))
    assert "You asked, so somebody else must decide." in page
    assert 'value="approve"' not in page
    answer = office.post(address("portfolio:baseline_decide", change.pk), {"decision": "approve"}, follow=True)
    assert "Whoever asked cannot decide." in text(answer)
    change.refresh_from_db()
    assert change.state == "asked"
    with pytest.raises(IntegrityError), transaction.atomic():
        BaselineChange.objects.update(state="approved", decided_on=TODAY, decided_by=world.people["cdo_office"])


@pytest.mark.parametrize("who", ["delivery_lead", "finance", "viewer", "administrator"])
def test_only_those_with_the_right_decide(world, who):
    change = request_of(world.ours.product)
    client = signed_in(world, who)
    assert 'value="approve"' not in text(client.get(address("portfolio:baseline_change", change.pk)))
    answer = client.post(address("portfolio:baseline_decide", change.pk), {"decision": "approve"})
    assert answer.status_code == 403
    assert Milestone.objects.get().baseline == DAY(2026, 9, 1)


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({"after": "", "reason_en": "Because."}, "after", "This field is required."),
        ({"after": "someday", "reason_en": "Because."}, "after", ""),
        ({"after": "1 September 2026", "reason_en": "Because."}, "after", "This is the baseline it has already."),
        ({"reason_en": "   "}, "reason_en", "Say why the baseline should move."),
    ],
)
def test_a_request_that_says_too_little_is_refused_in_words(world, data, field, words):
    answer = ask(signed_in(world, "delivery_lead"), milestone_of(world.ours.product), **data)
    assert answer.status_code == 422
    assert said_beside(answer, field) == words or (not words and said_beside(answer, field))
    assert not BaselineChange.objects.exists()


def test_a_decision_that_is_neither_yes_nor_no_changes_nothing(world):
    change = request_of(world.ours.product)
    client = signed_in(world, "board_member")
    answer = client.post(address("portfolio:baseline_decide", change.pk), {"decision": "perhaps"}, follow=True)
    assert "Say whether the request is approved or refused." in text(answer)
    assert client.get(address("portfolio:baseline_decide", change.pk)).status_code == 405


# ---- the pages


def test_the_page_draws_every_forecast_and_says_it_in_a_table(world):
    milestone_of(world.ours.product)
    page = text(signed_in(world, "viewer").get(address("portfolio:product_milestones", world.ours.product.pk)))
    assert "“Goes live”: 97 days late" in page
    assert '"y": ["2026-09-01", "2026-12-07"' in page
    assert "The developer left." in page
    assert "Add a milestone" not in page


def test_the_list_is_narrowed_by_what_is_late_overdue_or_due(world):
    product = world.ours.product
    titled(world, "Late", baseline=DAY(2020, 1, 6), forecast=DAY(2090, 1, 2))
    titled(world, "Overdue and late", baseline=DAY(2020, 1, 6), forecast=DAY(2020, 2, 3))
    titled(world, "Reached late", baseline=DAY(2020, 1, 6), forecast=DAY(2020, 2, 3), actual=DAY(2020, 2, 3))
    soon = timezone.localdate() + datetime.timedelta(days=20)
    titled(world, "Soon", baseline=soon, forecast=soon)
    titled(world, "No forecast", baseline=DAY(2090, 1, 2))
    client = signed_in(world, "viewer")

    def found(query: str) -> set[str]:
        answer = client.get(f"{address('portfolio:milestones')}?{query}&download=csv")
        return {row[0] for row in rows_of(answer)[1:]}

    assert found("standing=late") == {"Late", "Overdue and late"}
    assert len(found("standing=late")) == Milestone.objects.late().count()
    assert found("standing=overdue") == {"Overdue and late"}
    assert found("standing=reached") == {"Reached late"}
    assert found("standing=open") == {"Late", "Overdue and late", "Soon", "No forecast"}
    assert found("standing=no_date") == {"No forecast"}
    assert found("due=7") == set()
    assert found("due=30") == found("due=90") == {"Soon"}
    assert found(f"phase=beta&organisation={world.ours.organisation.pk}") == set(
        Milestone.objects.values_list("title_en", flat=True)
    )
    assert found(f"organisation={world.theirs.organisation.pk}") == set()
    assert found("phase=live") == set()
    assert found("standing=nonsense") == set(), "a filter that cannot be read shows no rows"
    page = text(client.get(address("portfolio:milestones")))
    assert "One milestone is overdue: its forecast has passed. 2 are expected later than their baselines." in page
    assert product.name_en in page
    sheet = rows_of(client.get(f"{address('portfolio:milestones')}?standing=reached&download=csv"))
    assert sheet[1][sheet[0].index("Slip (days)")] == "28"


def test_a_delivery_lead_sees_the_milestones_and_requests_of_their_own_products(world):
    milestone_of(world.ours.product)
    change = request_of(world.ours.product)
    theirs = signed_in(world, "other_delivery_lead")
    assert "Goes live" not in text(theirs.get(address("portfolio:milestones")))
    assert "Goes live" not in text(theirs.get(address("portfolio:baseline_changes")))
    assert theirs.get(address("portfolio:baseline_change", change.pk)).status_code == 404
    ours = signed_in(world, "delivery_lead")
    page = text(ours.get(address("portfolio:baseline_changes")))
    assert "One change request waits for approval." in page
    assert "Change requests waiting: 1" in text(ours.get(address("portfolio:milestones")))


@pytest.mark.parametrize("name", ["product_milestones", "milestones", "baseline_changes"])
def test_pages_of_milestones_ask_as_many_questions_however_many_there_are(world, name):
    client = signed_in(world, "cdo_office")
    url = address(f"portfolio:{name}", *([world.ours.product.pk] if name == "product_milestones" else []))
    milestone_of(world.ours.product)
    request_of(world.ours.product)
    few = queries_for(client, url)
    for number in range(20):
        more = titled(world, f"M{number}", baseline=DAY(2026, 9, 1), forecast=DAY(2027, 1, 1 + number))
        for day in range(1, 5):
            MilestoneForecast.objects.create(milestone=more, forecast=DAY(2027, 1, day), made_on=DAY(2026, 1, day))
        BaselineChange.objects.create(
            milestone=more, after=DAY(2027, 2, 1), reason_en="R", asked_on=TODAY, asked_by=world.people["viewer"]
        )
    assert queries_for(client, url) == few


def test_an_empty_page_says_what_belongs_there_and_the_first_step_to_whoever_may_take_it(world):
    url = address("portfolio:product_milestones", world.ours.product.pk)
    assert "Add the first milestone" in text(signed_in(world, "delivery_lead").get(url))
    page = text(signed_in(world, "viewer").get(url))
    assert "A milestone is a point in the product's life" in page
    assert "Add the first milestone" not in page


def test_the_pages_are_in_welsh(world):
    milestone, change = milestone_of(world.ours.product), request_of(world.ours.product)
    client = signed_in(world, "board_member")
    page = text(client.get(address("portfolio:product_milestones", world.ours.product.pk, language="cy")))
    assert "Mynd yn fyw" in page
    assert "97 diwrnod yn hwyr" in page
    assert "carreg filltir" in text(client.get(address("portfolio:milestone", milestone.pk, language="cy"))).lower()
    assert "cais am newid" in text(client.get(address("portfolio:baseline_change", change.pk, language="cy"))).lower()
