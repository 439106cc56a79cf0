"""Rows written down by mistake: what goes is said first, what was promised stays, and the history keeps it all."""

import datetime

import pytest

from portfolio.actions.take_out import KeptError, take_out
from portfolio.models import Benefit, Confidence, Decision, Lesson, Milestone, MilestoneForecast, Product, Risk
from tests.portfolio.milestones import benefit_of, milestone_of, request_of
from tests.portfolio.pages import address, signed_in, text
from tests.portfolio.stories import decision_of, lesson_of, rating_of, risk_of
from tests.world import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


@pytest.fixture
def lead(world):
    return signed_in(world, "delivery_lead")


def mistaken(product: Product) -> Milestone:
    """A milestone with the one forecast it was added with."""
    milestone = Milestone.objects.create(
        product=product, title_cy="Camgymeriad", title_en="A mistake", forecast=datetime.date(2027, 1, 5)
    )
    MilestoneForecast.objects.create(
        milestone=milestone, forecast=milestone.forecast, made_on=datetime.date(2026, 11, 2)
    )
    return milestone


@pytest.mark.parametrize(
    ("name", "made", "title", "tab", "goes"),
    [
        ("milestone", mistaken, "Take this milestone out", "product_milestones", "5 January 2027"),
        ("benefit", benefit_of, "Take this benefit out", "product_benefits", "Expected: £64,000. Realised: £42,250."),
        ("risk", risk_of, "Take this risk or issue out", "product_risks", "20 April 2026"),
        ("decision", decision_of, "Take this decision out", "product_logs", "30 October 2026"),
        ("lesson", lesson_of, "Take this lesson out", "product_logs", "Keep one person."),
        ("confidence", rating_of, "Take this rating out", "product_confidence", "amber"),
    ],
)
def test_a_page_says_what_will_go_and_the_history_keeps_who_and_why(world, lead, name, made, title, tab, goes):
    product = world.ours.product
    row = made(product)
    url = address(f"portfolio:{name}_delete", row.pk)
    page = text(lead.get(url))
    assert title in page
    assert goes in page
    assert type(row).objects.filter(pk=row.pk).exists()
    assert url in text(lead.get(address(f"portfolio:{name}_edit", row.pk))) + text(
        lead.get(address(f"portfolio:{tab}", product.pk))
    )
    answer = lead.post(url, {"why": "It was another product's."}, follow=True)
    assert answer.redirect_chain == [(address(f"portfolio:{tab}", product.pk), 302)]
    assert "has been taken out" in text(answer)
    assert not type(row).objects.filter(pk=row.pk).exists()
    kept = type(row).history.filter(id=row.pk).latest("history_date")
    assert (kept.history_type, kept.history_user) == ("-", world.people["delivery_lead"])
    assert "It was another product&#x27;s." in text(lead.get(address("portfolio:product_history", product.pk)))


def kept_words(lead, milestone) -> str:
    url = address("portfolio:milestone_delete", milestone.pk)
    assert '<button type="submit" class="govuk-button govuk-button--warning"' not in text(lead.get(url))
    answer = lead.post(url)
    assert answer.status_code == 409
    assert Milestone.objects.filter(pk=milestone.pk).exists()
    return text(answer)


def test_a_milestone_whose_forecast_has_moved_stays(world, lead):
    assert "has moved since it was added" in kept_words(lead, milestone_of(world.ours.product))


def test_a_milestone_with_a_change_request_stays_even_when_it_was_refused(world, lead):
    milestone = mistaken(world.ours.product)
    milestone.baseline_changes.create(
        after=datetime.date(2027, 3, 1),
        reason_en="Late.",
        state="refused",
        asked_on=datetime.date(2026, 11, 2),
        decided_on=datetime.date(2026, 11, 3),
    )
    assert "A change request has been made of this milestone." in kept_words(lead, milestone)


def test_a_milestone_that_a_report_has_told_of_stays(world, lead):
    milestone = mistaken(world.ours.product)
    milestone.forecasts.update(report="November")
    assert "A report has told of this milestone." in kept_words(lead, milestone)


def test_a_request_is_taken_back_by_whoever_asked_and_by_nobody_else(world, lead):
    change = request_of(world.ours.product, by=world.people["delivery_lead"])
    url = address("portfolio:baseline_change_delete", change.pk)
    there = address("portfolio:baseline_change", change.pk)
    office = signed_in(world, "cdo_office")
    assert url not in text(office.get(there))
    assert office.post(url).status_code == 409
    with pytest.raises(KeptError, match="Only whoever asked"):
        take_out(row=change, by=world.people["cdo_office"])
    assert url in text(lead.get(there))
    assert lead.post(url).url == address("portfolio:milestone", change.milestone_id)
    assert not change.milestone.baseline_changes.exists()
    assert change.milestone.baseline == datetime.date(2026, 9, 1)
    assert change.history.model.objects.filter(id=change.pk, history_type="-").exists()


def test_a_request_that_was_decided_is_not_taken_back(world, lead):
    change = request_of(world.ours.product, by=world.people["delivery_lead"])
    type(change).objects.filter(pk=change.pk).update(state="refused", decided_on=datetime.date(2026, 11, 3))
    answer = lead.post(address("portfolio:baseline_change_delete", change.pk))
    assert answer.status_code == 409
    assert "has been decided already" in text(answer)


def test_a_product_is_taken_out_only_while_nothing_else_is_written_down_of_it(world):
    office = signed_in(world, "cdo_office")
    empty = Product.objects.create(
        name_cy="Camgymeriad", name_en="A mistake", organisation=world.ours.organisation, phase="alpha"
    )
    empty.phase_changes.create(phase="alpha", on=datetime.date(2026, 10, 6))
    Benefit.objects.create(
        product=world.ours.product,
        title_cy="Dwbl",
        title_en="Double",
        kind="cashable",
        double_counts_with=empty,
    )
    url = address("portfolio:product_delete", empty.pk)
    answer = office.post(url)
    assert answer.status_code == 409
    assert "Of this one there is: benefits." in text(answer)
    Benefit.objects.filter(double_counts_with=empty).delete()
    assert url in text(office.get(address("portfolio:product_edit", empty.pk)))
    assert office.post(url).url == address("portfolio:products")
    assert not Product.objects.filter(pk=empty.pk).exists()


def test_nothing_of_a_product_one_only_takes_part_in_is_taken_out(world):
    stranger = signed_in(world, "viewer")
    for model, made in [(Risk, risk_of), (Decision, decision_of), (Lesson, lesson_of), (Confidence, rating_of)]:
        row = made(world.ours.product)
        url = address(f"portfolio:{model.__name__.lower()}_delete", row.pk)
        assert stranger.post(url).status_code in (403, 404)
        assert model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("who", ["viewer", "finance"])
def test_whoever_reads_a_row_reaches_its_history(world, who):
    product = world.ours.product
    rows = {"risk": risk_of(product), "decision": decision_of(product), "lesson": lesson_of(product)}
    reader = signed_in(world, who)
    for name, row in rows.items():
        tab = "risks" if name == "risk" else "logs"
        page = text(reader.get(address(f"portfolio:product_{tab}", product.pk)))
        assert address(f"portfolio:{name}_history", row.pk) in page
        assert address(f"portfolio:{name}_delete", row.pk) not in page
