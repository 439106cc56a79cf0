"""What an appraisal is uncertain about, and what a run comes to under doubt, as pages."""

import csv
import datetime
import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from funding.actions.defaults import load_defaults
from funding.models import Appraisal, Job, Run, RunDoubt
from tests.funding.drawn import begin, drawn, finish
from tests.languages import parsed
from tests.world import World, make_world

pytestmark = pytest.mark.django_db
PATH = "product__decay_rate"
BENEFIT = "product.annual_benefit"


@pytest.fixture
def world() -> World:
    load_defaults()
    return make_world(with_runs=False)


def client_of(world: World, who: str) -> Client:
    client = Client()
    client.force_login(world.person(who))
    return client


@pytest.fixture
def finance(world):
    return client_of(world, "finance")


def address(name: str, *arguments: object, language: str = "en") -> str:
    with override(language):
        return reverse(f"funding:{name}", args=arguments)


def doubts(world: World, query: str = "") -> str:
    return address("appraisal_doubts", world.ours.appraisal.pk) + query


def as_shown(response) -> dict[str, str]:
    """What a browser would post back if nobody touched the form."""
    form = response.context["form"]
    values = {bound.html_name: bound.field.prepare_value(bound.value()) for bound in form}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def post(client: Client, world: World, query: str = "", **typed: str):
    data = as_shown(client.get(doubts(world, query))) | typed
    return client.post(doubts(world, query), data)


def kept(world: World) -> dict:
    return Appraisal.objects.get(pk=world.ours.appraisal.pk).uncertainty


# ---- what it is uncertain about


def test_everybody_sees_the_ranges_and_only_those_who_may_change_them_a_form(world):
    for who, form in (("viewer", False), ("board_member", False), ("cdo_office", True), ("finance", True)):
        page = client_of(world, who).get(doubts(world))
        assert ("doubts-form" in page.content.decode()) is form, who
        assert "Decay with nobody working on it" in page.content.decode(), who
    assert client_of(world, "viewer").post(doubts(world), {}).status_code == 403


def test_a_form_saved_as_it_was_shown_keeps_nothing(finance, world):
    assert post(finance, world).status_code == 302
    assert kept(world) == {}


def test_only_what_differs_from_the_evidence_is_kept(finance, world):
    assert post(finance, world, **{f"{PATH}__low": "6", "draws": "500"}).status_code == 302
    chosen = {"distribution": "pert", "low": 0.06, "likely": 0.12, "high": 0.2}
    assert kept(world) == {"draws": 500, "parameters": {"product.decay_rate": chosen}}
    assert as_shown(finance.get(doubts(world)))[f"{PATH}__low"] == "6", "a percentage is shown as one"
    assert post(finance, world, **{f"{PATH}__low": "5", "draws": "10,000"}).status_code == 302
    assert kept(world) == {}, "what is the evidence's again is the evidence's"


def test_a_number_made_certain_is_kept_as_none_and_not_drawn(finance, world):
    post(finance, world, **{f"{PATH}__distribution": "certain"})
    assert kept(world) == {"parameters": {"product.decay_rate": None}}
    run, _job = begin(Appraisal.objects.get(pk=world.ours.appraisal.pk), world.people["finance"])
    assert "product.decay_rate" not in {one["path"] for one in run.case["uncertainty"]["parameters"]}


def test_a_uniform_number_needs_no_likely_value(finance, world):
    post(finance, world, **{f"{PATH}__distribution": "uniform", f"{PATH}__likely": ""})
    assert kept(world)["parameters"]["product.decay_rate"] == {"distribution": "uniform", "low": 0.05, "high": 0.2}


def test_a_number_nobody_doubts_can_be_added(finance, world):
    assert "product__annual_benefit__low" not in as_shown(finance.get(doubts(world)))
    typed = {"distribution": "triangular", "low": "100,000", "likely": "400,000", "high": "500,000"}
    done = post(finance, world, f"?with={BENEFIT}", **{f"product__annual_benefit__{k}": v for k, v in typed.items()})
    assert done.status_code == 302
    assert kept(world)["parameters"][BENEFIT]["high"] == 500_000
    assert "product__annual_benefit__low" in as_shown(finance.get(doubts(world)))


def test_an_added_number_left_certain_is_not_kept(finance, world):
    assert post(finance, world, f"?with={BENEFIT}&with=nonsense").status_code == 302
    assert kept(world) == {}


@pytest.mark.parametrize(
    ("typed", "at", "said"),
    [
        ({"low": "30"}, "high", "must be more than the low one, 30%"),
        ({"likely": "25"}, "likely", "must lie from the low one, 5%, to the high one, 20%"),
        ({"high": "150"}, "high", "must be less than 100%"),
        ({"low": ""}, "low", "is missing"),
        ({"low": "a lot"}, "low", "Enter a percentage in figures, like 12.5."),
        ({"distribution": "normal"}, "distribution", "Select a valid choice"),
    ],
)
def test_the_engine_s_faults_come_back_to_the_field_they_name_and_nothing_typed_is_lost(
    finance, world, typed, at, said
):
    page = post(finance, world, **{f"{PATH}__{name}": value for name, value in typed.items()}, seed="77")
    assert page.status_code == 422
    assert said in " ".join(page.context["form"].errors[f"{PATH}__{at}"])
    again = as_shown(page)
    assert again["seed"] == "77"
    assert {name: again[f"{PATH}__{name}"] for name in typed} == typed
    assert kept(world) == {}


@pytest.mark.parametrize("draws", ["0", "1,000,001", "1.5", ""])
def test_draws_are_one_to_a_million(finance, world, draws):
    page = post(finance, world, draws=draws)
    assert page.status_code == 422
    assert page.context["form"].errors["draws"]


def test_two_who_change_the_ranges_are_shown_both(finance, world):
    data = as_shown(finance.get(doubts(world)))
    post(client_of(world, "cdo_office"), world, **{f"{PATH}__high": "18"})
    page = finance.post(doubts(world), data | {f"{PATH}__high": "19", f"{PATH}__low": "5"})
    assert page.status_code == 409
    (both,) = [one for one in page.context["form"].conflict.differences if "High" in one.label]
    assert (both.yours, both.theirs) == ("19", "18")
    assert finance.post(doubts(world), as_shown(page)).status_code == 302
    assert kept(world)["parameters"]["product.decay_rate"]["high"] == 0.19


def test_the_ranges_of_an_appraisal_that_cannot_be_calculated_can_still_be_changed(finance, world):
    world.ours.appraisal.roles.all().delete()
    assert finance.get(doubts(world)).status_code == 200
    assert post(finance, world, draws="50").status_code == 302
    refused = finance.post(address("run_doubted", world.ours.appraisal.pk), follow=True)
    assert not Job.objects.exists()
    assert "squad" in refused.content.decode()


# ---- drawing it


def test_drawing_keeps_a_run_and_shows_its_progress(finance, world, django_assert_max_num_queries):
    response = finance.post(address("run_doubted", world.ours.appraisal.pk))
    run = Run.objects.get()
    assert response["Location"] == address("run", run.pk)
    job = Job.objects.get()
    with django_assert_max_num_queries(12):
        page = finance.get(address("run", run.pk)).content.decode()
    assert "0 of 10,000 draws" in page
    assert f'hx-get="{address("run", run.pk)}"' in page
    assert address("job_cancel", job.pk) in page


def test_the_progress_is_a_fragment_of_the_run_s_page(finance, world, django_assert_max_num_queries):
    run, job = begin(world.ours.appraisal, world.people["finance"], draws=5_000)
    part = job.parts.get(number=0)
    part.done, part.finished = part.draws, True
    part.save()
    for who in ("finance", "viewer"):
        client = client_of(world, who)
        with django_assert_max_num_queries(8):
            answer = client.get(address("run", run.pk), headers={"HX-Request": "true"})
        fragment = answer.content.decode()
        assert "<html" not in fragment
        assert "2,500 of 5,000 draws" in fragment
        assert '<progress class="progress__bar" id="progress-bar" max="5000" value="2500">' in fragment
        assert ("/cancel/" in fragment) is (who == "finance")
        assert "HX-Request" in answer["Vary"]
        assert "HX-Refresh" not in answer


def test_when_the_draws_are_made_the_page_is_asked_for_again(finance, world):
    run, job = begin(world.ours.appraisal, world.people["finance"])
    finish(job)
    answer = finance.get(address("run", run.pk), headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"
    page = finance.get(address("run", run.pk)).content.decode()
    assert address("run_uncertainty", run.pk) in page
    assert 'id="progress"' not in page


def test_stopping_is_asked_and_can_be_begun_again(finance, world):
    run, job = begin(world.ours.appraisal, world.people["finance"])
    assert "Stop the draws?" in finance.get(address("job_cancel", job.pk)).content.decode()
    finance.post(address("job_cancel", job.pk))
    page = finance.get(address("run", run.pk)).content.decode()
    assert "It was stopped." in page
    assert "Draw it again" in page
    again = finance.post(address("job_cancel", job.pk), follow=True).content.decode()
    assert "It had ended already." in again
    finance.post(address("run_draw", run.pk))
    finish(Job.objects.get(state=Job.State.RUNNING))
    assert RunDoubt.objects.filter(run=run).exists()
    assert finance.post(address("run_draw", run.pk)).status_code == 404, "what is drawn is not drawn again"


def test_a_job_that_failed_says_so_and_what_to_do(finance, world):
    run, job = begin(world.ours.appraisal, world.people["finance"])
    job.state, job.fault_en = Job.State.FAILED, "Part 1 was begun 5 times and never finished."
    job.fault_cy = "Dechreuwyd rhan 1 5 o weithiau heb ei gorffen."
    job.save()
    page = finance.get(address("run", run.pk)).content.decode()
    assert "It failed." in page
    assert "Part 1 was begun 5 times" in page
    assert "Draw it again" in page
    welsh = finance.get(address("run", run.pk, language="cy")).content.decode()
    assert "Dechreuwyd rhan 1" in welsh
    viewed = client_of(world, "viewer").get(address("run", run.pk)).content.decode()
    assert "Draw it again" not in viewed


def test_a_run_that_was_never_to_be_drawn_has_the_page_it_had(finance, world):
    finance.post(address("run_make", world.ours.appraisal.pk))
    page = finance.get(address("run", Run.objects.get().pk)).content.decode()
    assert "What would change the answer" not in page
    assert 'id="progress"' not in page
    for name in ("run_uncertainty", "run_sensitivity"):
        assert finance.get(address(name, Run.objects.get().pk)).status_code == 404


# ---- what it comes to


def figures(html: str) -> list[str]:
    """Every figure of a page's tables, in order: the same in both languages."""
    cells = [" ".join(cell.text_content().split()) for cell in parsed(html).xpath("//td")]
    return [cell for cell in cells if re.fullmatch(r"[−£0-9.,%]+", cell)]


@pytest.mark.parametrize("name", ["run_uncertainty", "run_sensitivity"])
def test_both_languages_show_the_same_figures(finance, world, name):
    run = drawn(world.ours.appraisal, world.people["finance"])
    english = finance.get(address(name, run.pk)).content.decode()
    welsh = finance.get(address(name, run.pk, language="cy")).content.decode()
    assert figures(english) == figures(welsh)
    assert len(figures(english)) > 20


@pytest.mark.parametrize("name", ["run_uncertainty", "run_sensitivity"])
def test_what_a_run_comes_to_is_read_from_what_was_kept(finance, world, name, django_assert_max_num_queries):
    run = drawn(world.ours.appraisal, world.people["finance"])
    with django_assert_max_num_queries(8):
        before = finance.get(address(name, run.pk)).content.decode()
    world.ours.appraisal.options.filter(key="squad").update(name_en="Renamed")
    Appraisal.objects.filter(pk=world.ours.appraisal.pk).update(uncertainty={"draws": 5}, inputs={})
    assert figures(finance.get(address(name, run.pk)).content.decode()) == figures(before)


def test_the_download_has_every_point_unrounded(finance, world):
    run = drawn(world.ours.appraisal, world.people["finance"])
    answer = finance.get(address("run_uncertainty_download", run.pk, "figures", "csv"))
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    (net,) = [row for row in rows if row["Option"] == "A sustained squad" and row["Figure"] == "Net present value"]
    held = run.doubt.uncertainty["options"][1]["figures"]["net_present_value"]
    points = {"Mean": "mean"} | {f"{point}% point": f"p{point}" for point in (5, 10, 25, 50, 75, 90, 95)}
    assert {name: float(net[name]) for name in points} == {name: held[point] for name, point in points.items()}
    years = finance.get(address("run_uncertainty_download", run.pk, "years", "csv")).content.decode("utf-8-sig")
    assert len(years.splitlines()) == 1 + 2 * 2 * 5
    assert finance.get(address("run_uncertainty_download", run.pk, "nonsense", "csv")).status_code == 404
    assert finance.get(address("run_sensitivity_download", run.pk, "tornado", "xlsx")).content[:2] == b"PK"


def test_an_option_is_chosen_and_one_that_is_not_there_is_not_found(finance, world):
    run = drawn(world.ours.appraisal, world.people["finance"])
    assert finance.get(address("run_sensitivity", run.pk), {"option": "squad"}).status_code == 200
    for wrong in ("annual", "nonsense"):
        assert finance.get(address("run_sensitivity", run.pk), {"option": wrong}).status_code == 404


def test_what_is_out_of_date_says_so_on_its_pages_and_above_its_figures(finance, world):
    run = drawn(world.ours.appraisal, world.people["finance"])
    Run.objects.filter(pk=run.pk).update(stale_after=datetime.date(2026, 1, 31))
    for name in ("run_uncertainty", "run_sensitivity"):
        assert "Out of date since 1 February 2026." in finance.get(address(name, run.pk)).content.decode()
    answer = finance.get(address("run_uncertainty_download", run.pk, "figures", "csv"))
    assert answer.content.decode("utf-8-sig").startswith("Out of date since 1 February 2026.")
