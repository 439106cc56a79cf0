"""The answer without what nobody has evidence for, and the "three to four" claim on the case's own rates."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from funding.actions.defaults import load_defaults
from funding.actions.runs import make_run
from funding.inputs import OPTION_FIELDS, Fault
from funding.models import Assumption, Option
from funding.queries.comparison import calculated, kept
from funding.queries.judgement_words import claim_lines, claim_verdicts, sentences
from funding.queries.judgements import NPV, judgements_of, switched
from funding.queries.neutral import CASE_NEUTRAL, OPTION_NEUTRAL
from funding.queries.reckoning import as_changed, reckoned
from funding.queries.wording import field_of, range_fault
from tests.world import NOW, PAY_AS_WRITTEN, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    found = make_world()
    load_defaults()
    found.ours.run = make_run(appraisal=found.ours.appraisal, by=found.people["finance"], at=NOW)
    return found


@pytest.fixture
def comparison(world):
    return calculated(appraisal=world.ours.appraisal, on=NOW.date())[0]


def page(client, world, who="finance", language="en", query="", name="appraisal_judgements", row=None) -> str:
    client.force_login(world.person(who))
    with override(language):
        address = reverse(f"funding:{name}", args=[(row or world.ours.appraisal).pk])
    answer = client.get(f"{address}{query}")
    assert answer.status_code == 200
    return answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]


def test_every_neutral_value_is_one_the_engine_takes():
    for key, neutral in CASE_NEUTRAL.items():
        assert range_fault(key, field_of(key), float(neutral.value)) is None
    for name, neutral in OPTION_NEUTRAL.items():
        models = [model for model, fields in OPTION_FIELDS.items() if name in fields]
        assert models, name
        faults: list[Fault | None] = [
            range_fault(name, OPTION_FIELDS[model][name], float(neutral.value)) for model in models
        ]
        assert not any(faults), name


def test_switching_off_nothing_changes_nothing(comparison):
    found = switched(comparison, judgements_of(comparison), off=[])
    assert found.on == found.off
    assert not found.changes_best
    for option in comparison.options:
        assert found.on.figures[option.key][NPV] == option.summary[NPV]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_set_switched_off_is_the_case_with_its_neutral_values(comparison, data):
    every = judgements_of(comparison)
    chosen = data.draw(st.sets(st.sampled_from([one.path for one in every])))
    found = switched(comparison, every, off=chosen)
    values = {one.path: one.off for one in every if one.path in chosen}
    assert found.off.figures == reckoned(as_changed(comparison.case, values))


def test_each_off_alone_is_the_whole_case_with_it_off(comparison):
    for one in switched(comparison, judgements_of(comparison), off=[]).alone:
        whole = reckoned(as_changed(comparison.case, {one.judgement.path: one.judgement.off}))
        for option in comparison.options:
            assert one.moves[option.key] == whole[option.key][NPV] - option.summary[NPV], one.judgement.path


def test_only_judgements_and_the_appraisal_s_own_choices_can_be_switched_off(world, comparison):
    paths = {one.path for one in judgements_of(comparison)}
    assert {"product.decay_rate", "options.annual.knowledge_retained", "options.annual.unfinished_work_lost"} <= paths
    assert "product.recovery_rate" not in paths
    assert "options.squad.ramp_up_months" not in paths, "read in a source"
    Option.objects.filter(appraisal=world.ours.appraisal, key="squad").update(parameters={"ramp_up_months": 3})
    again, _composed = calculated(appraisal=world.ours.appraisal, on=NOW.date())
    assert "options.squad.ramp_up_months" in {one.path for one in judgements_of(again)}, "chosen here"


def test_the_page_says_who_is_best_with_and_without(client, world):
    on = page(client, world)
    assert "With every judgement on" in on
    off = page(client, world, query="?off=all")
    assert "The judgements" in off
    assert "of them off" in off
    assert off.count("checked") == sum(
        one.changes for one in judgements_of(calculated(appraisal=world.ours.appraisal, on=NOW.date())[0])
    )
    one = page(client, world, query="?off=options.annual.knowledge_retained&off=nothing.there")
    assert "with 1 of them off" in one


def test_the_annual_fund_is_said_to_be_better_where_it_is(world):
    world.ours.appraisal.roles.update(salary=Decimal("250000"))
    comparison, _composed = calculated(appraisal=world.ours.appraisal, on=NOW.date())
    annual, squad = (comparison.option(key).summary[NPV] for key in ("annual", "squad"))
    assert annual > squad
    said = sentences(comparison, switched(comparison, judgements_of(comparison), off=[]))
    assert "“The annual fund” is" in said[1]
    assert "better than “A sustained squad”" in said[1]


def test_the_claim_becomes_true_at_the_day_rate_that_is_said(world, comparison):
    whole, developer = claim_lines(comparison)
    assert developer.name == "Software developer"
    assert whole.ratio == pytest.approx(comparison.results["permanent_per_contractor"])
    for line in (whole, developer):
        for times, rate in zip((3, 4), line.rates, strict=True):
            squad = [one | {"day_rate": rate} for one in comparison.case["squad"]]
            world.ours.appraisal.roles.update(day_rate=Decimal(repr(squad[0]["day_rate"])))
            again, _composed = calculated(appraisal=world.ours.appraisal, on=NOW.date())
            assert again.results["permanent_per_contractor"] == pytest.approx(times, abs=1e-4)
    assert [("not true here" in words) for words in claim_verdicts(comparison)] == [not one for one in whole.holds]


def test_day_rates_are_withheld_and_the_verdict_is_not(client, world):
    for name, row in (("appraisal_judgements", world.ours.appraisal), ("run_judgements", world.ours.run)):
        shown = page(client, world, who="board_member", name=name, row=row)
        assert not [amount for amount in PAY_AS_WRITTEN if amount in shown]
        assert "Day rate here" not in shown
        assert "One contractor costs at least what 3 permanent staff do" in shown
        assert "Day rate here" in page(client, world, who="finance", name=name, row=row)


def test_the_page_of_a_run_is_of_what_it_kept(client, world):
    run = world.ours.run
    before = page(client, world, name="run_judgements", row=run, query="?off=all")
    Assumption.objects.update(value=Decimal("0.5"), evidence="V")
    world.ours.appraisal.inputs = {}
    world.ours.appraisal.save()
    assert page(client, world, name="run_judgements", row=run, query="?off=all") == before
    assert judgements_of(kept(run))


def test_an_appraisal_that_cannot_be_calculated_sends_to_its_page(client, world):
    world.ours.appraisal.inputs = {}
    world.ours.appraisal.save()
    client.force_login(world.person("finance"))
    address = reverse("funding:appraisal_judgements", args=[world.ours.appraisal.pk])
    assert client.get(address)["Location"] == reverse("funding:appraisal", args=[world.ours.appraisal.pk])


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("query", ["", "?off=all", "?off=product.decay_rate"])
def test_the_pages_open_in_both_languages(client, world, language, query):
    assert page(client, world, language=language, query=query)
    assert page(client, world, language=language, query=query, name="run_judgements", row=world.ours.run)


def test_the_page_asks_the_database_as_often_whatever_is_off(client, world, django_assert_num_queries):
    client.force_login(world.person("finance"))
    address = reverse("funding:appraisal_judgements", args=[world.ours.appraisal.pk])
    client.get(address)
    # Session, person, roles; the appraisal with its roles, options, assumptions and rates.
    for query in ("", "?off=all"):
        with django_assert_num_queries(8):
            client.get(f"{address}{query}")
