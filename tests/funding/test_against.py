"""Two runs compared: what changed, what each change moved, and that the moves add up to the penny."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from funding.actions.runs import make_run
from funding.models import AppraisalRole, Option, Run
from funding.queries.against import against, kept_values
from funding.queries.comparison import kept
from funding.tables.against import move_rows
from squads.models import Role
from tests.world import NOW, PAY_AS_WRITTEN, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + datetime.timedelta(days=30)
RISEN = Decimal("58123.45")


@pytest.fixture
def world():
    return make_world()


def run_again(world, at=LATER) -> Run:
    world.ours.appraisal.refresh_from_db()
    return make_run(appraisal=world.ours.appraisal, by=world.people["finance"], at=at)


def change_everything(world) -> Run:
    appraisal = world.ours.appraisal
    appraisal.years, appraisal.start_year = 7, 2028
    appraisal.inputs = {
        "product.effort_to_live": 36, "product.annual_benefit": 450_000, "product.sustaining_fte": 1,
        "prices.pay_inflation": 0.035, "employment.overhead_per_fte": 9000, "optimism_bias": 0.1,
        "discount_rates": [{"from_year": 0, "rate": 0.03}],
    }  # fmt: skip
    appraisal.save()
    appraisal.roles.update(salary=RISEN, fte=Decimal("3.5"), day_rate=Decimal("700"))
    other = Role.objects.create(code="designer", name_cy="Dylunydd", name_en="Designer")
    AppraisalRole.objects.create(
        appraisal=appraisal, role=other, fte=1, salary=Decimal("40000"), day_rate=Decimal("500")
    )
    appraisal.options.filter(key="annual").update(parameters={"award_month": 3, "funded_years": [0, 1, 6]})
    capital = Option.objects.create(
        appraisal=appraisal, position=3, key="capital", name_cy="Cyfalaf", name_en="Capital",
        funding_model="capital_project",
    )  # fmt: skip
    assert capital.pk
    return run_again(world)


def adds_up(found) -> None:
    for key in found.shared:
        moved = sum((move.moves[key] for move in found.moves), Decimal(0)) + found.engine.get(key, Decimal(0))
        assert moved == found.whole(key) == found.after[key] - found.before[key]


def page(client, world, first, second, who="finance", language="en") -> str:
    client.force_login(world.person(who))
    with override(language):
        answer = client.get(reverse("funding:run_against", args=[first.pk, second.pk]))
    assert answer.status_code == 200
    return answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]


def test_a_run_against_itself_changes_nothing(client, world):
    found = against(kept(world.ours.run), kept(world.ours.run))
    assert found.changes_nothing
    assert "one and the same run" in page(client, world, world.ours.run, world.ours.run)
    twin = run_again(world)
    assert against(kept(world.ours.run), kept(twin)).changes_nothing
    assert "No input changed" in page(client, world, world.ours.run, twin)


def test_every_change_is_named_and_the_moves_add_up_to_the_penny(client, world):
    newer = change_everything(world)
    found = against(kept(world.ours.run), kept(newer))
    adds_up(found)
    assert not found.engine
    assert found.before == kept_values(kept(world.ours.run))
    paths = [step.path for move in found.moves for step in move.steps]
    assert paths == [
        "start", "years", "prices.pay_inflation", "optimism_bias", "discount_rates", "employment.overhead_per_fte",
        "squad.designer.fte", "squad.world_developer.fte", "squad.world_developer.salary",
        "squad.world_developer.day_rate", "product.effort_to_live", "product.annual_benefit",
        "options.annual.award_month", "options.annual.funded_years", "options.capital",
    ]  # fmt: skip
    shown = page(client, world, world.ours.run, newer)
    for words in ("Role added", "Designer", "Option added", "one-off capital project", "58,123.45", "2028-29"):
        assert words in shown


def test_the_way_back_is_the_same_and_the_older_comes_first(world):
    newer = change_everything(world)
    one, other = against(kept(world.ours.run), kept(newer)), against(kept(newer), kept(world.ours.run))
    assert one.older.run_id == other.older.run_id == world.ours.run.pk
    assert [move.moves for move in one.moves] == [move.moves for move in other.moves]


def test_a_change_the_engine_refuses_by_itself_is_made_with_the_one_that_makes_it_whole(world):
    older = change_everything(world)
    world.ours.appraisal.years = 3
    world.ours.appraisal.save()
    world.ours.appraisal.options.filter(key="annual").update(parameters={"award_month": 3, "funded_years": [0, 1]})
    found = against(kept(older), kept(run_again(world, LATER + datetime.timedelta(days=1))))
    assert [[step.path for step in move.steps] for move in found.moves] == [["years", "options.annual.funded_years"]]
    adds_up(found)


def test_roles_and_options_taken_out_and_one_of_another_model(client, world):
    older = change_everything(world)
    appraisal = world.ours.appraisal
    appraisal.roles.filter(role__code="world_developer").delete()
    appraisal.options.filter(key="annual").delete()
    appraisal.options.filter(key="squad").update(funding_model="contractor_to_permanent")
    newer = run_again(world, LATER + datetime.timedelta(days=1))
    found = against(kept(older), kept(newer))
    adds_up(found)
    assert {step.kind for move in found.moves for step in move.steps} == {"role_gone", "option_gone", "model"}
    shown = page(client, world, older, newer)
    for words in ("Role taken out", "Option taken out", "Only in the older run"):
        assert words in shown


def test_without_the_right_to_rates_pay_is_one_line_with_its_joint_effect(client, world):
    newer = change_everything(world)
    found = against(kept(world.ours.run), kept(newer))
    open_rows, closed = move_rows(found, with_pay=True), move_rows(found, with_pay=False)
    assert len(open_rows) == len(closed) + 1
    line = next(row for row in closed if row.changes[0].label == "Pay and rates")
    joint = sum((move.moves[found.shared[0]] for move in found.moves if move.steps[0].kind == "pay"), Decimal(0))
    assert line.moves[0].replace("£", "").replace(",", "").replace("−", "-") == str(joint)
    shown = page(client, world, world.ours.run, newer, who="board_member")
    assert "withheld" in shown
    assert not [amount for amount in (*PAY_AS_WRITTEN, "58,123", "58123", "40,000", "700.00") if amount in shown]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    years=st.integers(1, 12),
    effort=st.floats(0, 80),
    retained=st.floats(0, 1),
    ramp=st.integers(0, 12),
    salary=st.decimals(20_000, 90_000, places=2),
)
def test_any_two_runs_add_up(world, years, effort, retained, ramp, salary):
    appraisal = world.ours.appraisal
    appraisal.years = years
    appraisal.inputs = {"product.effort_to_live": effort, "product.annual_benefit": 1e5, "product.sustaining_fte": 2}
    appraisal.save()
    appraisal.roles.update(salary=salary)
    appraisal.options.filter(key="annual").update(parameters={"knowledge_retained": retained})
    appraisal.options.filter(key="squad").update(parameters={"ramp_up_months": ramp})
    adds_up(against(kept(world.ours.run), kept(run_again(world))))


def test_another_engine_s_figures_are_a_line_of_their_own(client, world):
    newer = change_everything(world)
    run = world.ours.run
    run.engine_version = "0.9.0"
    run.results["options"][0]["summary"]["net_present_value"] += 1234.56
    run.save()
    found = against(kept(run), kept(newer))
    adds_up(found)
    assert found.engine[found.shared[0]] == Decimal("-1234.56")
    assert "The engine, and rounding" in page(client, world, run, newer)


def test_a_renamed_role_is_the_same_role(world):
    Role.objects.update(name_cy="Arall", name_en="Other")
    assert against(kept(world.ours.run), kept(run_again(world))).changes_nothing


def test_runs_of_two_appraisals_are_not_compared(client, world):
    client.force_login(world.person("finance"))
    address = reverse("funding:run_against", args=[world.ours.run.pk, world.theirs.run.pk])
    assert client.get(address).status_code == 404
    client.force_login(world.person("other_delivery_lead"))
    own = reverse("funding:run_against", args=[world.theirs.run.pk, world.theirs.run.pk])
    assert client.get(own).status_code == 200
    for pair in ([world.ours.run.pk, world.theirs.run.pk], [world.ours.run.pk, world.ours.run.pk]):
        assert client.get(reverse("funding:run_against", args=pair)).status_code == 404


def test_the_form_of_a_run_leads_to_the_comparison(client, world):
    client.force_login(world.person("viewer"))
    address = reverse("funding:run_choose", args=[world.ours.run.pk])
    assert "no other run yet" in client.get(address).content.decode()
    twin = run_again(world)
    assert "See what changed" in client.get(reverse("funding:run", args=[twin.pk])).content.decode()
    there = client.get(f"{address}?other={twin.pk}")
    assert there["Location"] == reverse("funding:run_against", args=[world.ours.run.pk, twin.pk])
    for bad in ("x", str(world.theirs.run.pk), "²", "9" * 40):
        assert client.get(address, {"other": bad}).status_code == 200
    listed = client.get(reverse("funding:appraisal", args=[world.ours.appraisal.pk])).content.decode()
    assert reverse("funding:run_against", args=[twin.pk, world.ours.run.pk]) in listed


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_opens_in_both_languages(client, world, language):
    assert page(client, world, world.ours.run, change_everything(world), language=language)


def test_queries_do_not_grow_with_the_changes(client, world, django_assert_num_queries):
    twin, newer = run_again(world), change_everything(world)
    page(client, world, world.ours.run, newer)
    for other in (twin, newer):
        with django_assert_num_queries(5):  # session, person, roles, the two runs
            client.get(reverse("funding:run_against", args=[world.ours.run.pk, other.pk]))
