"""The first page of a product: a figure of each part of its story, right for one, none, not known and bad news."""

import datetime
from typing import Any

import pytest
from lxml import html

from portfolio.models import (
    Benefit,
    BenefitYear,
    Confidence,
    Decision,
    Milestone,
    Participation,
    Risk,
    StandardAssessment,
)
from tests.portfolio.milestones import benefit_of, milestone_of
from tests.portfolio.pages import address, queries_for, signed_in, text
from tests.portfolio.stories import decision_of, risk_of
from tests.world import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def figures(world: World, who: str = "viewer") -> dict[str, str]:
    page = html.fromstring(text(signed_in(world, who).get(address("portfolio:product", world.ours.product.pk))))
    return {
        " ".join(figure.find("dt").text_content().split()): " ".join(
            " ".join(part.text_content().split()) for part in figure.findall("dd")
        )
        for figure in page.xpath("//div[@class='key-figure']")
    }


def finding(world: World) -> str:
    page = html.fromstring(text(signed_in(world, "viewer").get(address("portfolio:product", world.ours.product.pk))))
    return " ".join(page.xpath("//div[@class='finding']")[0].text_content().split())


def test_of_a_product_of_which_nothing_is_told_it_says_so_and_counts_nothing_as_good(world):
    Participation.objects.all().delete()
    world.ours.assignment.delete()
    found = figures(world)
    assert found == {
        "Phase": "Beta since 1 April 2026",
        "Authorities that have adopted it": "0 of 2",
        "Squads working on it today": "0",
        "Next milestone": "None recorded",
        "Benefits realised this year": f"None recorded {found['Benefits realised this year'][-7:]}",
        "Benefits realised, all years": "None recorded",
        "Open risks and issues": "0",
        "Confidence: responsible owner": "Not rated",
        "Confidence: independent": "Not rated",
        "The Standard: points met": "0 of 12 at this phase; not assessed: 12",
        "Decisions due": "0",
        "Expected end of life": "not known",
    }
    assert finding(world) == "No local authority has adopted it yet. No squad works on it today."


def test_each_figure_is_of_its_rows_and_leads_to_them(world):
    product = world.ours.product
    far = datetime.date(2090, 1, 2)
    Milestone.objects.create(
        product=product, title_cy="Byw", title_en="Live", baseline=datetime.date(2089, 12, 26), forecast=far
    )
    risk_of(product)
    Risk.objects.create(
        product=product,
        event_cy="A",
        event_en="A",
        raised_on=far,
        current_probability=5,
        current_impact=5,
        closed_on=far,
    )
    Risk.objects.create(product=product, event_cy="B", event_en="B", raised_on=far)
    Confidence.objects.create(product=product, on=datetime.date(2026, 1, 5), owner_rating="red")
    Confidence.objects.create(product=product, on=datetime.date(2026, 10, 12), owner_rating="amber_green", scale="five")
    for point, phase, result in [
        (1, "beta", "met"),
        (2, "beta", "partly"),
        (3, "alpha", "met"),
        (4, "beta", "not_assessed"),
    ]:
        day = None if result == "not_assessed" else datetime.date(2026, 3, 2)
        StandardAssessment.objects.create(
            product=product, phase=phase, point=point, result=result, assessed_by="panel", assessed_on=day
        )
    Decision.objects.create(product=product, question_cy="A", question_en="A", due_on=far)
    found = figures(world)
    assert found["Next milestone"] == "2 January 2090 7 days late: Live"
    assert found["Open risks and issues"] == "2 the worst scores 16 of 25", "what is closed does not count"
    assert found["Confidence: responsible owner"] == "Amber/green five-point, 12 October 2026", "the latest holds"
    assert found["Confidence: independent"] == "Pending five-point, 12 October 2026"
    assert found["The Standard: points met"] == "1 of 12 at this phase; not assessed: 10"
    assert found["Decisions due"] == "1 the next by 2 January 2090"
    page = text(signed_in(world, "viewer").get(address("portfolio:product", product.pk)))
    for name in ("milestones", "benefits", "risks", "adoption", "logs", "confidence"):
        assert f'key-figure__link" href="{address(f"portfolio:product_{name}", product.pk)}"' in page, name
    assert "rag--pending" in page
    assert "rag--green" not in page, "pending is not green"


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ({"owner_rating": "red"}, "Confidence in its delivery is red, says the responsible owner."),
        ({"independent_rating": "red"}, "Confidence in its delivery is red, says the independent reviewer."),
        (
            {"owner_rating": "amber_red", "independent_rating": "red", "scale": "five"},
            "Confidence in its delivery is red, says the independent reviewer.",
        ),
        ({"owner_rating": "amber"}, ""),
        ({}, ""),
    ],
)
def test_a_rating_that_alarms_is_said_with_whose_it_is(world, ratings, said):
    Confidence.objects.create(product=world.ours.product, on=datetime.date(2026, 10, 12), **ratings)
    found = finding(world)
    assert said in found if said else "Confidence in its delivery" not in found


def test_what_is_overdue_is_said(world):
    Milestone.objects.create(product=world.ours.product, title_cy="A", title_en="A", forecast=datetime.date(2020, 1, 6))
    decision = decision_of(world.ours.product)
    decision.due_on = datetime.date(2020, 1, 6)
    decision.save()
    found = figures(world)
    assert found["Next milestone"] == "Overdue Milestones: 1"
    assert found["Decisions due"] == "1 overdue: 1"
    assert "Milestones whose forecast has passed: 1. Decisions that are overdue: 1." in finding(world)
    Milestone.objects.update(actual=datetime.date(2020, 2, 3))
    assert figures(world)["Next milestone"] == "All reached Milestones: 1"
    Milestone.objects.update(actual=None, forecast=None)
    assert figures(world)["Next milestone"] == "not known"


def test_benefits_without_pounds_not_known_and_none_are_three_different_things(world):
    benefit = Benefit.objects.create(product=world.ours.product, title_cy="A", title_en="A", kind="qualitative")
    assert figures(world)["Benefits realised, all years"] == "No pounds qualitative: 1"
    benefit.kind = "cashable"
    benefit.save()
    assert figures(world)["Benefits realised, all years"] == "Nothing yet of not known expected"
    row = BenefitYear.objects.create(benefit=benefit, year=2020, expected=1000)
    assert figures(world)["Benefits realised, all years"] == "Not known of £1k expected"
    assert figures(world)["Benefits realised this year"].startswith("None recorded 20")
    row.realised = 0
    row.save()
    assert figures(world)["Benefits realised, all years"] == "£0 of £1k expected"


def test_the_tabs_are_all_there_and_the_open_one_says_so(world):
    page = html.fromstring(text(signed_in(world, "viewer").get(address("portfolio:product", world.ours.product.pk))))
    links = page.xpath("//nav[@class='story-tabs']//a")
    assert [link.text_content() for link in links if link.get("aria-current")] == ["Summary"]
    names = [link.text_content() for link in links]
    for name in (
        "Money",
        "Milestones",
        "Benefits",
        "Risks",
        "Adoption",
        "Decisions and lessons",
        "Appraisals",
        "History",
    ):
        assert name in names, name


@pytest.mark.parametrize("tab", ["milestones", "benefits", "history"])
def test_each_tab_marks_itself_as_open(world, tab):
    url = address(f"portfolio:product_{tab}", world.ours.product.pk)
    page = html.fromstring(text(signed_in(world, "viewer").get(url)))
    (link,) = page.xpath("//nav[@class='story-tabs']//a[@aria-current='page']")
    assert link.get("href") == url


def test_the_page_asks_as_many_questions_however_long_the_story(world):
    client, product = signed_in(world, "viewer"), world.ours.product

    def lengthen(number: int) -> None:
        for one in range(number):
            more: dict[str, Any] = {"product": product}
            Milestone.objects.create(title_cy="A", title_en="A", forecast=datetime.date(2090, 1, 2), **more)
            Risk.objects.create(event_cy="A", event_en="A", raised_on=datetime.date(2026, 1, 5), **more)
            Decision.objects.create(question_cy="A", question_en="A", **more)
            Confidence.objects.create(on=datetime.date(2025, 1, 1) + datetime.timedelta(days=one), **more)
            benefit = Benefit.objects.create(title_cy="A", title_en="A", kind="cashable", **more)
            BenefitYear.objects.create(benefit=benefit, year=2026, expected=1)

    milestone_of(product)
    benefit_of(product)
    url = address("portfolio:product", product.pk)
    few = queries_for(client, url)
    lengthen(20)
    assert queries_for(client, url) == few
