"""What the lists of money and of the comparison say first: right for none, for one and for many."""

import datetime

import pytest

from funding.actions.runs import make_run
from funding.models import Appraisal, Assumption, Award, Fund, Rate, Round
from funding.queries.assumptions import assumptions_finding
from funding.queries.lists import appraisals_finding, awards_finding, funds_finding, rates_finding, rounds_finding
from tests.portfolio.pages import address, queries_for, signed_in
from tests.world import NOW, World, make_world

pytestmark = pytest.mark.django_db
DAY = datetime.date
TODAY = DAY(2026, 11, 24)


@pytest.fixture
def world() -> World:
    return make_world(with_runs=False)


def test_funds_say_which_may_pay_for_permanent_posts(world):
    rows = Fund.objects.all()
    assert funds_finding(rows.none()) == []
    assert funds_finding(rows) == ["None of these funds may pay for permanent posts."]
    Fund.objects.create(name_cy="C", name_en="F", cycle="recurrent", pays_permanent=True)
    assert funds_finding(rows.all()) == ["One fund of 2 may pay for permanent posts."]
    assert funds_finding(rows.filter(pays_permanent=True)) == ["Each of these funds may pay for permanent posts."]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (DAY(2026, 3, 31), "No round is open for bids."),
        (DAY(2026, 4, 1), "One round is open for bids."),
        (DAY(2026, 6, 10), "One round is open for bids."),
        (DAY(2026, 6, 11), "No round is open for bids. One is closed, and its decision is still to come."),
        (DAY(2026, 9, 7), "No round is open for bids."),
    ],
)
def test_rounds_say_what_is_open_and_what_waits(world, on, said):
    assert rounds_finding(Round.objects.all(), on=on) == [said]
    assert rounds_finding(Round.objects.none(), on=on) == []


def test_awards_say_what_has_to_be_spent_soon(world):
    rows = Award.objects.with_total()
    assert awards_finding(rows.none(), on=TODAY) == []
    assert awards_finding(rows, on=TODAY) == ["2 awards have to be spent within 92 days."]
    assert awards_finding(rows, on=DAY(2026, 9, 1)) == ["No award has to be spent within 92 days."]
    rows.filter(product=world.ours.product).update(expires=TODAY)
    assert awards_finding(rows.all(), on=TODAY) == [
        "One award has to be spent within 92 days. One can no longer be spent."
    ]


def test_appraisals_say_which_were_never_run_and_which_have_changed_since(world):
    rows = Appraisal.objects.with_last_run()
    assert appraisals_finding(rows.none()) == []
    assert appraisals_finding(rows) == ["2 appraisals have never been run."]
    later = NOW + datetime.timedelta(days=3650)
    for holding in (world.ours, world.theirs):
        make_run(appraisal=holding.appraisal, by=world.people["finance"], at=later)
    assert appraisals_finding(rows.all()) == ["Each of these appraisals is as it was last run."]
    world.ours.appraisal.runs.update(made_at=NOW - datetime.timedelta(days=3650))
    assert appraisals_finding(rows.all()) == ["One appraisal has been changed since its last run."]


def test_rates_and_assumptions_say_what_waits_for_a_signature(world):
    rates = Rate.objects.all()
    assert rates_finding(rates.none()) == []
    assert rates_finding(rates) == ["No rate waits for a signature."]
    rates.filter(pk=world.salary.pk).update(made_by=world.people["finance"])
    assert rates_finding(rates.all()) == ["One rate waits for a signature."]
    rows = Assumption.objects.all()
    assert assumptions_finding(rows.none()) == []
    assert assumptions_finding(rows) == [
        "The one assumption here is a judgement, with no adequate source found.",
        "One waits for a signature.",
    ]
    Assumption.objects.create(key="product.decay_rate", unit="", valid_from=TODAY, evidence="V")
    assert assumptions_finding(rows.all())[0] == "One assumption of 2 is a judgement, with no adequate source found."
    rows.update(evidence="V", made_by=None)
    assert assumptions_finding(rows.all()) == ["None of these assumptions is a judgement."]


@pytest.mark.parametrize("name", ["funds", "rounds", "awards", "rates"])
def test_a_finding_asks_as_much_of_many_rows_as_of_few(world, name):
    client, url = signed_in(world, "finance"), address(f"funding:{name}")
    few = queries_for(client, url)
    for year in range(2027, 2034):
        fund = Fund.objects.create(name_cy="C", name_en=f"Fund {year}", cycle="annual")
        Round.objects.create(fund=fund, year=year)
        Award.objects.create(fund=fund, product=world.ours.product, reference=f"R{year}")
        Rate.objects.create(role=world.role, employment="permanent", amount=50_000, valid_from=DAY(year, 4, 1))
    assert queries_for(client, url) == few
