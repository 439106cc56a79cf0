"""What each list of the portfolio says first: right for none, one and many, and true of the rows that are shown."""

import datetime
from typing import Any

import pytest

from portfolio.models import (
    BaselineChange,
    Benefit,
    Component,
    Confidence,
    Contract,
    Decision,
    Forum,
    Meeting,
    Milestone,
    Participation,
    Product,
    Risk,
)
from portfolio.queries.adoption import participations_finding
from portfolio.queries.benefits import benefits_list_finding
from portfolio.queries.components import component_register, register_finding
from portfolio.queries.confidence import confidences_finding, latest_of_products
from portfolio.queries.contracts import contracts_finding
from portfolio.queries.contracts import with_standing as with_end
from portfolio.queries.forums import meetings_finding
from portfolio.queries.leadership import Leading, leadership_finding
from portfolio.queries.logs import decisions_finding
from portfolio.queries.logs import with_standing as with_pressing
from portfolio.queries.milestones import changes_list_finding, milestones_list_finding, with_standing
from portfolio.queries.products import products_finding
from portfolio.queries.risks import register_finding as risks_finding
from portfolio.queries.risks import with_review, with_scores
from portfolio.queries.wales import matrix_finding, products_with_authorities
from tests.portfolio import alike
from tests.portfolio.pages import address, queries_for, signed_in, text
from tests.portfolio.rows import more_rows
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
DAY = datetime.date
TODAY = DAY(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def milestones() -> list[str]:
    return milestones_list_finding(with_standing(Milestone.objects.all(), on=TODAY))


def test_milestones_say_what_is_overdue_late_and_due_soon(world):
    def add(**days: Any) -> None:
        Milestone.objects.create(product=world.ours.product, title_cy="C", title_en="M", **days)

    assert milestones() == []
    add(actual=DAY(2026, 1, 1))
    assert milestones() == ["Every milestone has been reached."]
    add(forecast=DAY(2027, 6, 1))
    assert milestones() == ["No milestone is overdue.", "One of 2 has been reached."]
    add(forecast=DAY(2026, 11, 23), baseline=DAY(2026, 11, 1))
    add(forecast=DAY(2026, 12, 1), baseline=DAY(2026, 12, 1))
    assert milestones() == [
        "One milestone is overdue: its forecast has passed. One is expected later than its baseline. "
        "One is due within 30 days.",
        "One of 4 has been reached.",
    ]
    add(forecast=DAY(2026, 11, 1), baseline=DAY(2026, 10, 1))
    assert milestones()[0].startswith(
        "2 milestones are overdue: their forecasts have passed. 2 are expected later than their baselines."
    )
    Milestone.objects.filter(actual__isnull=False).delete()
    assert milestones()[1] == "None has been reached yet."


def test_change_requests_say_how_many_wait(world):
    def add(state: str) -> None:
        milestone = Milestone.objects.create(product=world.ours.product, title_cy="C", title_en="M")
        decided = None if state == "asked" else TODAY
        BaselineChange.objects.create(
            milestone=milestone, after=TODAY, asked_on=TODAY, state=state, reason_en="R", decided_on=decided
        )

    rows = BaselineChange.objects.all()
    assert changes_list_finding(rows) == []
    add("approved")
    assert changes_list_finding(rows.all()) == ["No change request waits: each has been approved or refused."]
    add("asked")
    assert changes_list_finding(rows.all()) == ["One change request waits for approval."]
    add("asked")
    assert changes_list_finding(rows.all()) == ["2 change requests wait for approval."]


def test_risks_say_what_is_very_high_overdue_and_unscored(world):
    def add(kind: str = "risk", score: int | None = None, review: datetime.date | None = None) -> None:
        Risk.objects.create(
            product=world.ours.product,
            event_cy="D",
            event_en="E",
            kind=kind,
            current_probability=score,
            current_impact=score,
            review_on=review,
            raised_on=DAY(2026, 5, 1),
        )

    def said() -> list[str]:
        return risks_finding(with_review(with_scores(Risk.objects.all()), on=TODAY))

    assert said() == []
    add("issue", 2)
    assert said() == [
        "One risk or issue is open. It has come about.",
        "None is known to be very high. No review is overdue.",
    ]
    add("risk", 5, DAY(2026, 11, 1))
    add()
    assert said() == [
        "3 risks and issues are open. One of them has come about.",
        "One is very high, with a score of 16 or more. One review is overdue. The score of one is not known.",
    ]
    Risk.objects.update(closed_on=TODAY)
    assert said() == []


def test_confidence_says_what_is_red_what_got_worse_and_what_is_not_given(world):
    def said() -> list[str]:
        return confidences_finding(latest_of_products(Confidence.objects.all(), on=TODAY))

    assert said() == []
    Confidence.objects.create(product=world.ours.product, on=DAY(2026, 9, 1), owner_rating="green")
    assert said() == [
        "One product has a rating. None is red.",
        "The independent rating of one has not been given yet.",
    ]
    Confidence.objects.create(
        product=world.ours.product, on=DAY(2026, 10, 1), owner_rating="red", independent_rating="amber"
    )
    Confidence.objects.create(product=world.theirs.product, on=DAY(2026, 10, 1))
    assert said() == [
        "2 products have a rating. One is red by its owner's rating or the independent one. One is worse than before.",
        "The owner's rating of one has not been given yet. The independent rating of one has not been given yet.",
    ]


def test_decisions_say_what_is_overdue_first(world):
    def add(**days: Any) -> None:
        Decision.objects.create(product=world.ours.product, question_cy="C", question_en="Q", **days)

    def said() -> list[str]:
        return decisions_finding(with_pressing(Decision.objects.all(), on=TODAY))

    assert said() == []
    add(decided_on=DAY(2026, 1, 1), outcome_en="Yes")
    assert said() == ["No decision is overdue. One has been made."]
    add(due_on=DAY(2026, 11, 1))
    add(due_on=DAY(2026, 11, 2))
    add(due_on=DAY(2026, 12, 2))
    add()
    assert said() == [
        "2 decisions are overdue. One is needed by a day to come. One waits with no day named. One has been made."
    ]


def test_contracts_say_what_ends_soon_and_what_they_are_worth(world):
    def add(end: datetime.date | None, value: int | None) -> None:
        Contract.objects.create(
            organisation=world.ours.organisation,
            title_cy="C",
            title_en="C",
            start=DAY(2020, 4, 1),
            end=end,
            annual_value=value,
        )

    def said() -> list[str]:
        return contracts_finding(with_end(Contract.objects.all(), TODAY))

    assert said() == []
    add(DAY(2026, 1, 1), 50_000)
    assert said() == ["Each of these contracts is over."]
    add(None, 20_000)
    assert said() == ["No contract ends within 6 months. The one that is not over is worth £20k a year."]
    add(DAY(2027, 5, 24), 10_000)
    add(DAY(2027, 5, 25), None)
    assert said() == [
        "One contract ends within 6 months. The 3 that are not over are worth £30k a year. "
        "The value of one is not known."
    ]


def test_meetings_say_what_nobody_has_recorded(world):
    forum = Forum.objects.create(name_cy="Bwrdd", name_en="Board", kind="board")
    rows = Meeting.objects.all()
    assert meetings_finding(rows, on=TODAY) == []
    Meeting.objects.create(forum=forum, due_on=TODAY)
    assert meetings_finding(rows.all(), on=TODAY) == [
        "No meeting waits for somebody to say whether it was held. One is due within 30 days."
    ]
    for day in (DAY(2026, 11, 23), DAY(2026, 11, 20)):
        Meeting.objects.create(forum=forum, due_on=day)
    Meeting.objects.create(forum=forum, due_on=DAY(2026, 1, 1), state="held", held_on=DAY(2026, 1, 1))
    Meeting.objects.create(forum=forum, due_on=DAY(2026, 2, 1), state="missed")
    assert meetings_finding(rows.all(), on=TODAY) == [
        "2 meetings were due, and nobody has said whether they were held. One is due within 30 days. One was held. "
        "One was missed."
    ]


def test_products_say_how_many_are_live_and_adopted_by_none(world):
    def said() -> list[str]:
        return products_finding(Product.objects.with_adoption(TODAY))

    assert products_finding(Product.objects.none().with_adoption(TODAY)) == []
    assert said() == ["No product here is live."]
    Product.objects.update(phase="live")
    assert said() == ["2 products are live."]
    Participation.objects.filter(product=world.ours.product).delete()
    Product.objects.filter(pk=world.theirs.product.pk).update(phase="beta", summary_cy="")
    assert said() == [
        "One product is live. No local authority has adopted it. One product is described in one language only."
    ]


def test_adoption_says_who_has_adopted_and_who_has_gone(world):
    rows = Participation.objects.all()
    assert participations_finding(rows) == ["2 have adopted the product they take part in."]
    rows.filter(product=world.ours.product).update(state="withdrawn")
    assert participations_finding(rows.all()) == ["One has adopted the product it takes part in. One has withdrawn."]
    rows.update(state="interested")
    assert participations_finding(rows.all()) == ["None has adopted the product it takes part in yet."]
    assert participations_finding(rows.none()) == []


def test_components_and_the_matrix_of_products_say_what_is_built_and_adopted(world):
    user = world.person("viewer")
    assert register_finding(component_register(user=user)) == []
    alike.use(world.ours.product)
    assert register_finding(component_register(user=user)) == ["None of them is built by more than one product."]
    alike.use(world.theirs.product)
    assert register_finding(component_register(user=user)) == ["One component is built by more than one product: by 2."]
    assert Component.objects.count() == 1

    def said() -> list[str]:
        return matrix_finding(products=products_with_authorities(products=Product.objects.all(), on=TODAY))

    assert said() == ["Some local authority takes part in 2 products. Each has been adopted by one or more."]
    Participation.objects.filter(product=world.ours.product).update(state="interested")
    assert said() == ["Some local authority takes part in 2 products. None has adopted one of them yet."]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Leading(22, 0, 0, 0, 0, 0), ["None of the 22 local authorities is known to have a chief digital officer.",
                                      "Of 22 it is not known whether they have one."]),
        (Leading(2, 1, 0, 1, 0, 1), ["One local authority of 2 has a chief digital officer. None is known to sit on a "
                                     "leadership board.", "One is known to have none."]),
        (Leading(2, 2, 0, 0, 2, 0), ["2 local authorities of 2 have a chief digital officer. 2 sit on their leadership "
                                     "boards."]),
    ],
)  # fmt: skip
def test_leadership_reads_right_for_none_one_and_many(found, said):
    assert leadership_finding(found) == said


def test_a_benefit_of_which_nothing_is_known_is_not_nought(world):
    rows = Benefit.objects.all()
    assert benefits_list_finding(rows) == []
    Benefit.objects.create(product=world.ours.product, title_cy="C", title_en="B", kind="cashable")
    assert benefits_list_finding(rows.all()) == ["What one benefit is worth in pounds is not known."]


def test_the_finding_is_of_the_rows_that_are_shown(world):
    for holding in (world.ours, world.theirs):
        Milestone.objects.create(product=holding.product, title_cy="C", title_en="M", forecast=DAY(2020, 1, 1))
    client = signed_in(world, "viewer")
    every = text(client.get(address("portfolio:milestones")))
    assert "2 milestones are overdue: their forecasts have passed." in every
    one = text(client.get(address("portfolio:milestones"), {"search": "powys"}))
    assert "One milestone is overdue: its forecast has passed." in one


@pytest.mark.parametrize("name", ["products", "contracts", "meetings", "participations", "baseline_changes"])
def test_a_finding_asks_as_much_of_many_rows_as_of_few(world, name):
    client, url = signed_in(world, "cdo_office"), address(f"portfolio:{name}")
    more_rows(world, 2)
    few = queries_for(client, url)
    more_rows(world, 10, first=2)
    assert queries_for(client, url) == few
