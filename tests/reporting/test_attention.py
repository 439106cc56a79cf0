"""What makes a product need somebody: each fact by itself, on dates written out."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from django.apps import apps

from funding.models import AwardLine
from portfolio.models import Product
from reporting.queries.attention import FACTS, contractor_share
from reporting.queries.products import in_post_together, products_standing
from reporting.queries.updates import TELLING
from squads.models import Post
from tests.reporting.standing import assessed, days, decision, milestone, rated, written_down
from tests.world import NOW, TODAY, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def is_so(fact: str, product: Product) -> bool:
    return Product.objects.filter(FACTS[fact](TODAY), pk=product.pk).exists()


def retire(product: Product) -> None:
    Product.objects.filter(pk=product.pk).update(phase="retired")


def test_every_row_that_hangs_on_a_product_counts_as_an_update_of_it():
    told = {model for model, _path in TELLING}
    reached = {
        model
        for model in apps.get_models()
        if model.__module__.split(".")[0] in {"portfolio", "squads", "funding"}
        and not model.__name__.startswith("Historical")
        and any(field.remote_field and field.remote_field.model in told for field in model._meta.concrete_fields)
    }
    # Parts of an appraisal, what is worked out from it, and what two products have in common.
    apart = {"AppraisalRole", "Option", "Run", "RunDoubt", "Job", "JobPart", "SharedProduct", "NotAlike", "Component"}
    assert {model.__name__ for model in reached - told} <= apart


def test_a_product_is_stale_on_the_fifteenth_day_after_its_last_update(world):
    written_down(days(-14))
    assert not is_so("stale", world.ours.product)
    written_down(days(-15))
    assert is_so("stale", world.ours.product)
    assert not is_so("changed", world.ours.product)


def test_an_update_of_a_child_is_an_update_of_the_product(world):
    written_down(days(-30))
    milestone(world.ours.product, baseline=5, forecast=5)
    assert not is_so("stale", world.ours.product)
    assert is_so("changed", world.ours.product)
    assert is_so("stale", world.theirs.product)
    row = products_standing(user=world.person("viewer"), on=TODAY).get(pk=world.ours.product.pk)
    assert row.updated_at.date() == TODAY


def test_what_is_retired_is_never_stale_late_worse_or_unfunded(world):
    product = world.ours.product
    milestone(product, baseline=-10, forecast=20)
    rated(product, before=60, rating="green")
    rated(product, before=1, rating="red")
    written_down(days(-30))
    facts = ("stale", "late", "worse", "unfunded")
    assert all(is_so(fact, product) for fact in facts)
    retire(product)
    assert not any(is_so(fact, product) for fact in facts)


def test_late_is_a_forecast_past_its_baseline_and_overdue_a_forecast_that_has_passed(world):
    product = world.ours.product
    one = milestone(product, baseline=10, forecast=11)
    assert (is_so("late", product), is_so("overdue", product)) == (True, False)
    one.forecast, one.baseline = days(-1), days(-1)
    one.save()
    assert (is_so("late", product), is_so("overdue", product)) == (False, True)
    one.actual = TODAY
    one.save()
    assert (is_so("late", product), is_so("overdue", product)) == (False, False)


def test_a_milestone_with_no_baseline_or_no_forecast_is_neither_late_nor_overdue(world):
    one = milestone(world.ours.product, baseline=-10, forecast=-5)
    for unknown in ("baseline", "forecast"):
        type(one).objects.filter(pk=one.pk).update(**{unknown: None})
    assert not is_so("late", world.ours.product)
    assert not is_so("overdue", world.ours.product)


@pytest.mark.parametrize(
    ("ratings", "worse"),
    [
        (("green", "amber"), True),
        (("green", "green"), False),
        (("amber", "green"), False),
        (("green", "pending"), False),
        (("pending", "red"), False),
        (("green", "pending", "amber"), True),
        (("amber",), False),
    ],
)
def test_confidence_is_worse_than_the_one_before_it_and_pending_is_neither(world, ratings, worse):
    for number, rating in enumerate(ratings):
        rated(world.ours.product, before=100 - 10 * number, rating=rating)
    assert is_so("worse_confidence", world.ours.product) is worse
    assert is_so("worse", world.ours.product) is worse


def test_confidence_on_another_scale_is_not_compared(world):
    rated(world.ours.product, before=60, rating="green", scale="five")
    rated(world.ours.product, before=10, rating="red")
    assert not is_so("worse_confidence", world.ours.product)


def test_a_point_of_the_standard_that_is_met_less_at_a_later_phase_is_worse(world):
    assessed(world.ours.product, "alpha", 7, "met")
    assessed(world.ours.product, "beta", 7, "partly")
    assessed(world.theirs.product, "alpha", 7, "partly")
    assessed(world.theirs.product, "beta", 7, "met")
    assert is_so("worse_standard", world.ours.product)
    assert not is_so("worse_standard", world.theirs.product)


def test_a_point_still_to_be_assessed_is_not_one_that_was_lost(world):
    assessed(world.ours.product, "alpha", 7, "met")
    assessed(world.ours.product, "beta", 7, "not_assessed")
    assert not is_so("worse_standard", world.ours.product)
    row = products_standing(user=world.person("viewer"), on=TODAY).get(pk=world.ours.product.pk)
    assert row.standard_met == 1


def test_phases_are_compared_in_the_order_of_a_product_s_life_and_not_of_their_names(world):
    for phase, result in (("live", "met"), ("beta", "not_met"), ("discovery", "met")):
        assessed(world.ours.product, phase, 8, result)
    assert not is_so("worse_standard", world.ours.product)


def test_a_product_with_no_line_for_the_year_after_the_coming_march_is_unfunded(world):
    product, award = world.ours.product, world.ours.award
    assert is_so("unfunded", product)
    line = AwardLine.objects.create(award=award, year=2027, amount=Decimal(0), certainty="secured")
    assert is_so("unfunded", product), "nought is no money"
    line.amount = None
    line.save()
    assert is_so("secured", product), "not known how much, and money all the same"
    line.certainty = "indicative"
    line.save()
    assert is_so("indicative_only", product)
    assert not is_so("unfunded", product)


def test_on_the_thirty_first_of_march_the_next_year_begins_tomorrow(world):
    AwardLine.objects.create(award=world.ours.award, year=2027, amount=Decimal(1), certainty="secured")

    def unfunded(on: datetime.date) -> bool:
        return Product.objects.filter(FACTS["unfunded"](on), pk=world.ours.product.pk).exists()

    assert not unfunded(datetime.date(2027, 3, 31))
    assert unfunded(datetime.date(2027, 4, 1))


def test_contractors_are_counted_by_their_fte_and_the_share_of_the_squad_s_time(world):
    squad, product = world.ours.squad, world.ours.product
    Post.objects.create(
        squad=squad, role=world.role, employment="permanent", planned_from=TODAY, state="filled", fte=Decimal("0.6")
    )
    share = Product.objects.filter(pk=product.pk).values_list(contractor_share(TODAY), flat=True)
    assert share[0] == pytest.approx(1 / 1.6)
    assert is_so("contractors_half", product)
    assert is_so("contractors_leaving", product), "the contractor's last day is 31 December 2026"
    both = Product.objects.filter(pk__in=[product.pk, world.theirs.product.pk])
    assert in_post_together(both, on=TODAY) == pytest.approx(2 / 2.6)
    Post.objects.filter(employment="agency").update(planned_to=days(93))
    assert is_so("contractors_leaving", product), "the last day is the 92nd"
    Post.objects.create(
        squad=squad, role=world.ours.post.role, employment="agency", planned_from=days(93), state="filled"
    )
    assert not is_so("contractors_leaving", product), "the post goes on in one like it"
    Post.objects.filter(employment="agency", planned_from=days(93)).delete()
    Post.objects.filter(employment="agency").update(planned_to=days(94))
    assert not is_so("contractors_leaving", product)
    Post.objects.filter(employment="agency").update(state="vacant")
    assert not is_so("contractors", product), "a contractor's place that nobody is in, beside somebody permanent"
    assert not is_so("contractors_half", product)
    assert is_so("without_squad", product) is False
    squad.assignments.update(end=TODAY)
    assert is_so("without_squad", product)


def test_nobody_in_post_is_no_share(world):
    Post.objects.all().delete()
    assert Product.objects.values_list(contractor_share(TODAY), flat=True)[0] is None
    assert in_post_together(Product.objects.all(), on=TODAY) is None
    assert not is_so("contractors_half", world.ours.product)


def test_a_decision_is_due_within_thirty_days_or_overdue_whatever_the_phase(world):
    product = world.ours.product
    one = decision(product, due=31)
    assert not is_so("decisions", product)
    one.due_on = days(30)
    one.save()
    assert (is_so("decisions", product), is_so("decisions_overdue", product)) == (True, False)
    one.due_on = days(-1)
    one.save()
    retire(product)
    assert (is_so("decisions", product), is_so("decisions_overdue", product)) == (True, True)
    one.decided_on, one.outcome_en = TODAY, "Yes"
    one.save()
    assert not is_so("decisions", product)
