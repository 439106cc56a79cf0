"""Quality assurance of a run: its checks, its logs, and a signature that is somebody else's and closes it."""

import copy
import datetime
import io
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import override
from python_calamine import CalamineWorkbook

from funding.actions.runs import make_run
from funding.models import Assumption, Rate, Run, RunDecision, RunDoubt
from funding.queries.assurance import assumptions_log, named_option, standing_of
from funding.queries.checks import checks_of
from funding.queries.comparison import kept
from squads.models import Role
from tests.world import NOW, PAY_AS_WRITTEN, make_world

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 24)
STATEMENT = {"statement_cy": "Gwiriwyd y ffigurau.", "statement_en": "The figures were checked."}
ABOUT = {
    "purpose_cy": "I’r bwrdd.",
    "purpose_en": "For the board.",
    "limits_cy": "Nid ar gyfer contract.",
    "limits_en": "Not for a contract.",
    "stale_after": "31 March 2027",
}
DECISION = {"what_cy": "Pum mlynedd.", "what_en": "Five years.", "why_cy": "Oes.", "why_en": "Its life."}


@pytest.fixture
def world():
    return make_world()


def address(name, run, language="en"):
    with override(language):
        return reverse(f"funding:{name}", args=[run.pk])


def signed_in(client, world, who):
    client.force_login(world.person(who))
    return client


def body(answer) -> str:
    return answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]


def sign(client, world, run, who="cdo_office", **more):
    signed_in(client, world, who)
    run.refresh_from_db()
    return client.post(address("run_sign", run), STATEMENT | {"version": run.version, "confirmed": "true"} | more)


def test_every_check_of_a_run_passes(world):
    checks = checks_of(world.ours.run)
    assert [one.key for one in checks] == [
        "categories", "years", "present_value", "net", "real", "fte", "hash", "engine",
    ]  # fmt: skip
    assert all(one.passed for one in checks), checks
    assert {one.text for one in checks if one.key == "hash"} == {world.ours.run.case_hash}


def test_checks_pass_with_rates_that_change_on_the_way(world):
    bands = [{"from_year": 0, "rate": 0.2}, {"from_year": 2, "rate": 0.01}]
    world.ours.appraisal.inputs |= {"discount_rates": bands, "prices.gdp_deflator": 0.07}
    world.ours.appraisal.save()
    assert all(one.passed for one in checks_of(make_run(appraisal=world.ours.appraisal, by=None, at=NOW)))


@pytest.mark.parametrize(
    ("spoil", "fails"),
    [
        (lambda run, option: option["months"]["cost.running"].__setitem__(40, 9.0), {"categories"}),
        (lambda run, option: option["summary"]["cost_by_year"].__setitem__(1, 9.0), {"years"}),
        (lambda run, option: option["months"]["cost_pv"].__setitem__(30, 9.0), {"present_value", "net"}),
        (lambda run, option: option["summary"].__setitem__("net_present_value", 9.0), {"net"}),
        (lambda run, option: option["months"]["benefit_real"].__setitem__(50, 9.0), {"real"}),
        (lambda run, option: option["months"]["permanent_fte"].__setitem__(3, -0.1), {"fte"}),
        (lambda run, option: run.case.__setitem__("optimism_bias", 0.5), {"hash"}),
        (lambda run, option: run.results.__setitem__("engine_version", "0.0.1"), {"engine"}),
    ],
)
def test_a_figure_that_is_wrong_fails_its_check(world, spoil, fails):
    run = world.ours.run
    run.results, run.case = copy.deepcopy(run.results), copy.deepcopy(run.case)
    spoil(run, run.results["options"][-1])
    assert {one.key for one in checks_of(run) if not one.passed} == fails


def test_a_run_keeps_who_made_and_signed_what_it_assumes(client, world):
    maker, signer = world.people["cdo_office"], world.people["finance"]
    world.assumption.signed_by, world.assumption.signed_on = signer, ON
    world.assumption.save()
    run = make_run(appraisal=world.ours.appraisal, by=signer, at=NOW)
    page = signed_in(client, world, "viewer").get(address("run_assurance", run))
    kept_line = next(one for one in run.context["inputs"] if one["path"] == "product.decay_rate")
    assert (kept_line["made_by"], kept_line["signed_by"]) == (str(maker), str(signer))
    assert str(maker) in body(page)
    assert all(isinstance(one["made_by"], str) for one in run.context["inputs"])


def test_reliability_comes_from_the_mark_and_effect_from_the_tornado(client, world):
    run = world.ours.run
    comparison = kept(run)
    named = named_option(comparison)
    bars = [{"path": "product.effort_to_live", "low": 1, "high": 2, "net_present_value": {named.key: [100.0, -250.5]}}]
    RunDoubt.objects.create(run=run, made_at=NOW, uncertainty={}, sensitivity={"tornado": bars})
    log = assumptions_log(comparison, run.doubt)
    assert (log[0].input.path, log[0].effect) == ("product.effort_to_live", 350.5)
    assert {str(line.reliability) for line in log} == {"low"}
    page = body(signed_in(client, world, "viewer").get(address("run_assurance", run)))
    assert "£351" in page
    assert named.name in page


def test_pay_is_withheld_in_the_log_from_those_who_may_not_see_it(client, world):
    run = world.ours.run
    page = body(signed_in(client, world, "board_member").get(address("run_assurance", run)))
    assert "withheld" in page
    assert not [amount for amount in PAY_AS_WRITTEN if amount in page]
    assert "54,321" in body(signed_in(client, world, "finance").get(address("run_assurance", run)))


def test_purpose_limits_and_date_are_edited_and_a_decision_is_noted_until_it_is_signed(client, world):
    run = world.ours.run
    signed_in(client, world, "finance")
    assert client.post(address("run_assurance_edit", run), ABOUT | {"version": run.version}).status_code == 302
    assert client.post(address("run_decision", run), DECISION).status_code == 302
    page = body(client.get(address("run_assurance", run)))
    for words in ("For the board.", "Not for a contract.", "31 March 2027", "Five years.", "Its life."):
        assert words in page
    decision = RunDecision.objects.get()
    assert decision.made_by == world.people["finance"]
    assert sign(client, world, run).status_code == 302
    signed_in(client, world, "finance")
    for name, typed in (("run_assurance_edit", ABOUT), ("run_decision", DECISION), ("run_sign", STATEMENT)):
        run.refresh_from_db()
        for answer in (
            client.get(address(name, run)),
            client.post(address(name, run), typed | {"version": run.version}),
        ):
            assert answer.status_code == 409, name
            assert "nothing of it can be changed" in body(answer)
    run.refresh_from_db()
    assert (run.purpose_en, RunDecision.objects.count()) == ("For the board.", 1)


def test_a_second_editor_is_shown_both_versions(client, world):
    run = world.ours.run
    signed_in(client, world, "finance")
    client.post(address("run_assurance_edit", run), ABOUT | {"version": 1})
    answer = client.post(address("run_assurance_edit", run), ABOUT | {"purpose_en": "For a minister.", "version": 1})
    assert answer.status_code == 409
    assert "For the board." in body(answer)
    assert "For a minister." in body(answer)
    run.refresh_from_db()
    assert run.purpose_en == "For the board."


def test_a_run_edited_while_its_statement_was_typed_is_not_signed_unread(client, world):
    run = world.ours.run
    client.force_login(world.person("finance"))
    client.post(address("run_assurance_edit", run), ABOUT | {"version": 1})
    assert sign(client, world, run, version=1).status_code == 409
    run.refresh_from_db()
    assert not run.is_assured


def test_a_signature_needs_the_statement_in_both_languages_and_is_confirmed_first(client, world):
    run = world.ours.run
    signed_in(client, world, "cdo_office")
    half = client.post(address("run_sign", run), {"statement_en": "Checked.", "version": 1, "confirmed": "true"})
    assert half.status_code == 422
    asked = client.post(address("run_sign", run), STATEMENT | {"version": 1})
    assert asked.status_code == 200
    assert "Sign it as it stands here?" in body(asked)
    run.refresh_from_db()
    assert not run.is_assured
    assert sign(client, world, run).status_code == 302
    run.refresh_from_db()
    assert run.assured_by == world.people["cdo_office"]
    assert run.statement_cy == STATEMENT["statement_cy"]
    assert run.history.latest().history_change_reason == "Signed."
    page = body(client.get(address("run", run)))
    assert f"Assured by {run.assured_by} on" in page


def test_the_analyst_cannot_sign_says_the_page_and_says_the_database(client, world):
    run = world.ours.run
    refused = sign(client, world, run, who="finance")
    assert refused.status_code == 403
    assert "somebody other than its analyst" in body(refused)
    run.refresh_from_db()
    run.assured_by, run.assured_on = run.made_by, ON
    with pytest.raises(IntegrityError), transaction.atomic():
        run.save()
    nobodys = make_run(appraisal=world.ours.appraisal, by=None, at=NOW)
    assert sign(client, world, nobodys).status_code == 403


@pytest.mark.parametrize("who", ["viewer", "board_member", "delivery_lead", "administrator"])
def test_who_may_not_change_appraisals_signs_and_edits_nothing(client, world, who):
    run = world.ours.run
    signed_in(client, world, who)
    for name in ("run_sign", "run_assurance_edit", "run_decision"):
        assert client.post(address(name, run), STATEMENT | ABOUT | DECISION).status_code == 403
    page = body(client.get(address("run_assurance", run)))
    assert address("run_sign", run) not in page


def test_a_signed_run_reads_the_same_whatever_is_edited_later(client, world):
    run = world.ours.run
    sign(client, world, run)
    pages = [address(name, run) for name in ("run", "run_assurance", "run_inputs", "run_judgements")]
    client.get(pages[0])  # says once that it has been signed
    before = [body(client.get(page)) for page in pages]
    Assumption.objects.update(value=Decimal("0.5"), source_en="Another", evidence="V", made_by=None, signed_by=None)
    Rate.objects.update(amount=Decimal("1.00"), made_by=None)
    Role.objects.update(name_cy="Arall", name_en="Other")
    world.ours.appraisal.inputs = {"product.effort_to_live": 99}
    world.ours.appraisal.save()
    assert [body(client.get(page)) for page in pages] == before


@pytest.mark.parametrize("language", ["en", "cy"])
def test_pages_files_and_the_board_say_that_a_run_is_out_of_date(client, world, language):
    run = world.ours.run
    Run.objects.filter(pk=run.pk).update(stale_after=datetime.date(2026, 4, 30))
    run.refresh_from_db()
    signed_in(client, world, "finance")
    with override(language):
        standing = standing_of(run, on=ON)
        files = [reverse("funding:run_download", args=[run.pk, "summary", kind]) for kind in ("csv", "xlsx")]
        pages = [
            *(reverse(f"funding:{name}", args=[run.pk]) for name in ("run", "run_inputs", "run_assurance")),
            reverse("funding:run_working", args=[run.pk, "annual", "cost_pv"]),
            reverse("reporting:board"),
        ]
    assert ("1 May 2026" if language == "en" else "1 Mai 2026") in standing.stale
    for page in pages:
        assert standing.stale in body(client.get(page)), page
        assert standing.assured in body(client.get(page)), page
    csv, xlsx = (client.get(file).content for file in files)
    lines = csv.decode("utf-8-sig").splitlines()
    assert lines[0] == standing.stale
    assert standing.assured not in lines[1], "a program may read the file: nothing else stands above its headings"
    rows = CalamineWorkbook.from_filelike(io.BytesIO(xlsx)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows if row[0] in standing.lines] == standing.lines
    assert standing_of(run, on=datetime.date(2026, 4, 30)).stale == ""
    assert "Out of date" not in client.get(address("run_case", run)).content.decode()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_pages_open_in_both_languages(client, world, language):
    run = world.ours.run
    signed_in(client, world, "cdo_office")
    for name in ("run_assurance", "run_assurance_edit", "run_decision", "run_sign", "run_choose"):
        assert client.get(address(name, run, language)).status_code == 200


def test_queries_stay_as_many_however_many_decisions_there_are(client, world, django_assert_num_queries):
    run = world.ours.run
    signed_in(client, world, "finance")
    client.get(address("run_assurance", run))
    for count in (1, 12):
        for number in range(count):
            RunDecision.objects.create(
                run=run, made_by=world.people["finance"], made_on=ON, what_en=f"Decision {number}"
            )
        with django_assert_num_queries(6):  # session, person, roles, the run, its draws, its decisions
            client.get(address("run_assurance", run))
