"""The pages of the comparison: what each role sees, what editing does, and that a run stays as it was."""

import csv
import io
import json
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.translation import override

from funding.engine import read_case
from funding.models import Appraisal, Assumption, Option, Rate, Run
from funding.queries.comparison import kept
from tests.world import PAY_AS_WRITTEN, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def finance(client, world):
    client.force_login(world.person("finance"))
    return client


def address(name: str, *args: object, language: str = "en") -> str:
    with override(language):
        return reverse(f"funding:{name}", args=args)


def form_data(response) -> dict[str, str]:
    """What a browser would post back if nobody touched the form."""
    data: dict[str, str] = {}
    forms = [response.context["form"], *response.context.get("roles", [])]
    if "roles" in response.context:
        forms.append(response.context["roles"].management_form)
    for form in forms:
        for bound in form:
            value = bound.field.prepare_value(bound.value()) if hasattr(bound.field, "prepare_value") else bound.value()
            if value is not None and value is not False:
                data[bound.html_name] = str(value)
    return data


def test_the_page_asks_its_question_and_answers_it(finance, world):
    page = finance.get(address("appraisal", world.ours.appraisal.pk)).content.decode()
    assert "What should pay for School Essentials Grant Gwynedd until 2032?" in page
    assert "comes out best" in page
    assert "One contractor here costs what" in page


def test_the_welsh_page_asks_it_in_welsh(finance, world):
    page = finance.get(address("appraisal", world.ours.appraisal.pk, language="cy")).content.decode()
    assert "Beth ddylai dalu am Grant Hanfodion Ysgol Gwynedd tan 2032?" in page
    assert "sy’n dod allan orau" in page


def test_the_queries_of_the_page_do_not_grow_with_its_options(finance, world, django_assert_max_num_queries):
    appraisal = world.ours.appraisal
    finance.get(address("appraisal", appraisal.pk))
    with django_assert_max_num_queries(16) as few:
        finance.get(address("appraisal", appraisal.pk))
    for number in range(6):
        Option.objects.create(
            appraisal=appraisal,
            position=10 + number,
            key=f"more-{number}",
            name_cy=f"Un arall {number}",
            name_en=f"Another {number}",
            funding_model="sustained_squad",
        )
    with django_assert_max_num_queries(len(few.captured_queries)):
        finance.get(address("appraisal", appraisal.pk))


@pytest.mark.parametrize("years", [15, 40])
def test_the_page_is_light_however_long_the_life(finance, world, years):
    appraisal = world.ours.appraisal
    Appraisal.objects.filter(pk=appraisal.pk).update(years=years)
    for number, model in enumerate(["contractor_to_permanent", "capital_project", "do_nothing"]):
        Option.objects.create(
            appraisal=appraisal, position=10 + number, key=model, name_cy=model, name_en=model, funding_model=model
        )
    assert len(finance.get(address("appraisal", appraisal.pk)).content) < 150_000


def test_pay_is_withheld_from_a_board_member_on_every_page_of_the_comparison(client, world):
    client.force_login(world.person("board_member"))
    pages = [
        address("appraisal", world.ours.appraisal.pk),
        address("appraisal_inputs", world.ours.appraisal.pk),
        address("appraisal_history", world.ours.appraisal.pk),
        address("run", world.ours.run.pk),
        address("run_inputs", world.ours.run.pk),
        *(address("run_working", world.ours.run.pk, "annual", figure) for figure in ("cost_pv", "cost_nominal")),
        *(address("run_download", world.ours.run.pk, sheet, "csv") for sheet in ("summary", "years", "months")),
        *(address("run_chart", world.ours.run.pk, chart) for chart in ("team", "cost-by-year")),
    ]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200
        assert not [amount for amount in PAY_AS_WRITTEN if amount in answer.content.decode()], page
    assert client.get(address("run_case", world.ours.run.pk)).status_code == 403


def test_a_run_reads_the_same_after_every_record_behind_it_has_changed(finance, world):
    run = world.ours.run
    pages = [address("run", run.pk), address("run_inputs", run.pk), address("run_working", run.pk, "squad", "cost_pv")]
    files = [address("run_download", run.pk, sheet, "csv") for sheet in ("summary", "years", "months")]
    before = (
        [_body(finance.get(page).content.decode()) for page in pages],
        [finance.get(file).content for file in files],
    )
    appraisal = world.ours.appraisal
    appraisal.name_en, appraisal.years, appraisal.inputs = "Another name", 9, {"product.effort_to_live": 99}
    appraisal.save()
    Option.objects.filter(appraisal=appraisal).update(name_en="Renamed", funding_model="capital_project")
    Rate.objects.update(amount=Decimal("1.00"))
    Assumption.objects.update(value=Decimal("0.5"), source_en="Another source")
    world.ours.product.name_en = "Renamed product"
    world.ours.product.save()
    after = [_body(finance.get(page).content.decode()) for page in pages], [finance.get(file).content for file in files]
    assert before == after


def _body(page: str) -> str:
    """Without the token that every answer has its own of."""
    return page.split("<main", 1)[1].split("</main>", 1)[0]


def test_a_run_keeps_the_case_its_hash_and_the_engines_version(finance, world):
    appraisal = world.ours.appraisal
    answer = finance.post(address("run_make", appraisal.pk))
    made = Run.objects.latest("pk")
    assert answer["Location"] == address("run", made.pk)
    assert made.made_by == world.people["finance"]
    assert len(made.case_hash) == 64
    assert read_case(json.dumps(made.case)).as_json() == made.case
    assert made.engine_version in finance.get(address("run", made.pk)).content.decode()
    assert made.case_hash == world.ours.run.case_hash, "the same case has the same hash"


def test_the_hash_is_the_same_whichever_language_the_button_was_pressed_in(finance, world):
    finance.post(address("run_make", world.ours.appraisal.pk, language="cy"))
    assert Run.objects.latest("pk").case_hash == world.ours.run.case_hash


def test_the_figures_are_the_same_in_both_languages(finance, world):
    comparison = kept(world.ours.run)
    rows = {}
    for language in ("en", "cy"):
        file = finance.get(address("run_download", world.ours.run.pk, "summary", "csv", language=language))
        table = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
        rows[language] = [row for row in table if len(row) > 3]
    assert rows["en"][0] != rows["cy"][0]
    assert [row[2:] for row in rows["en"][1:]] == [row[2:] for row in rows["cy"][1:]]
    figures = {row[0]: row[2] for row in rows["en"]}
    assert float(figures["Net present value"]) == pytest.approx(
        comparison.options[0].summary["net_present_value"], rel=1e-9
    )


def test_changing_an_input_moves_the_answer_and_keeps_nothing_until_it_is_saved(finance, world):
    appraisal = world.ours.appraisal
    url = address("appraisal_edit", appraisal.pk)
    data = form_data(finance.get(url)) | {"product__annual_benefit": "2,000,000"}
    moved = finance.post(url, data | {"preview": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in moved
    assert "£2.0m" in moved or "comes out best" in moved
    appraisal.refresh_from_db()
    assert appraisal.inputs["product.annual_benefit"] == 400_000
    assert finance.post(url, data).status_code == 302
    appraisal.refresh_from_db()
    assert appraisal.inputs["product.annual_benefit"] == 2_000_000
    assert appraisal.inputs["product.effort_to_live"] == 30


def test_an_emptied_input_falls_back_to_the_assumption_in_force(finance, world):
    url = address("appraisal_edit", world.ours.appraisal.pk)
    data = form_data(finance.get(url)) | {"product__annual_benefit": ""}
    finance.post(url, data)
    world.ours.appraisal.refresh_from_db()
    assert "product.annual_benefit" not in world.ours.appraisal.inputs


BAD_NUMBERS = ["text", "NaN", "Infinity", "1e5", "-3", "1_000", "٣", "9" * 40]


@pytest.mark.parametrize("typed", BAD_NUMBERS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_number_that_cannot_be_is_refused_in_words_and_kept_as_typed(finance, world, typed, language):
    url = address("appraisal_edit", world.ours.appraisal.pk, language=language)
    answer = finance.post(url, form_data(finance.get(url)) | {"product__effort_to_live": typed})
    assert answer.status_code == 200
    assert answer.context["form"].errors["product__effort_to_live"]
    assert f'value="{typed}"' in answer.content.decode()
    world.ours.appraisal.refresh_from_db()
    assert world.ours.appraisal.inputs["product.effort_to_live"] == 30


@pytest.mark.parametrize(("name", "typed"), [("award_month", "12"), ("team_share", "-1"), ("support_share", "250")])
def test_an_option_out_of_its_range_is_refused_at_its_field(finance, world, name, typed):
    url = address("option_edit", world.ours.appraisal.pk, "annual")
    answer = finance.post(url, form_data(finance.get(url)) | {name: typed})
    assert answer.status_code == 200
    assert answer.context["form"].errors[name]


def test_an_option_takes_the_years_it_is_funded_in_as_financial_years(finance, world):
    url = address("option_edit", world.ours.appraisal.pk, "annual")
    assert finance.post(url, form_data(finance.get(url)) | {"funded_years": "2027-28, 2029-30"}).status_code == 302
    world.ours.option.refresh_from_db()
    assert world.ours.option.parameters["funded_years"] == [0, 2]
    assert 'value="2027-28, 2029-30"' in finance.get(url).content.decode()
    assert finance.post(url, form_data(finance.get(url)) | {"funded_years": "none"}).status_code == 302
    world.ours.option.refresh_from_db()
    assert world.ours.option.parameters["funded_years"] == []


def test_a_second_editor_is_shown_both_versions_of_an_input_and_loses_nothing(finance, world):
    url = address("appraisal_edit", world.ours.appraisal.pk)
    first, second = form_data(finance.get(url)), form_data(finance.get(url))
    assert finance.post(url, first | {"product__running_cost": "11111"}).status_code == 302
    answer = finance.post(url, second | {"product__running_cost": "22222"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "22222" in page
    assert "11,111" in page or "11111" in page
    world.ours.appraisal.refresh_from_db()
    assert world.ours.appraisal.inputs["product.running_cost"] == 11_111
    again = form_data(answer) | {"product__running_cost": "22222"}
    assert finance.post(url, again).status_code == 302
    world.ours.appraisal.refresh_from_db()
    assert world.ours.appraisal.inputs["product.running_cost"] == 22_222


def test_an_appraisal_begins_with_what_is_known_of_its_product(finance, world):
    url = address("appraisal_new") + f"?product={world.ours.product.pk}"
    page = finance.get(url)
    assert page.context["known"].from_squad
    assert page.context["known"].fte == Decimal("1.000")
    data = form_data(page) | {"annual_benefit": "100000"}
    answer = finance.post(url, data)
    made = Appraisal.objects.latest("pk")
    assert answer["Location"] == address("appraisal", made.pk)
    assert made.made_by == world.people["finance"]
    assert [option.funding_model for option in made.options_in_order()] == [
        "annual_cycle",
        "sustained_squad",
        "contractor_to_permanent",
        "capital_project",
        "do_nothing",
    ]
    assert made.options_in_order()[0].parameters == {"award_month": 5}, "7 September, as the round says"
    assert made.inputs["product.running_cost"] == 9000
    assert finance.get(address("appraisal", made.pk)).status_code == 200


def test_an_appraisal_without_a_rate_says_what_is_missing(finance, world):
    world.ours.appraisal.roles.all().delete()
    page = finance.get(address("appraisal", world.ours.appraisal.pk))
    assert page.status_code == 200
    assert "cannot be calculated yet" in page.content.decode()


def test_taking_an_option_out_asks_first_and_leaves_the_runs(finance, world):
    url = address("option_delete", world.ours.appraisal.pk, "annual")
    assert "The annual fund" in finance.get(url).content.decode()
    assert world.ours.appraisal.options.count() == 2
    finance.post(url)
    assert [option.key for option in world.ours.appraisal.options.all()] == ["squad"]
    finance.post(address("option_delete", world.ours.appraisal.pk, "squad"))
    assert world.ours.appraisal.options.count() == 1, "the last one stays"
    assert "The annual fund" in finance.get(address("run", world.ours.run.pk)).content.decode()


def test_an_option_can_be_added_twice_under_two_short_names(finance, world):
    for name in ("First", "Second"):
        data = {"funding_model": "capital_project", "name_cy": f"{name} (cy)", "name_en": name}
        finance.post(address("option_new", world.ours.appraisal.pk), data)
    assert set(world.ours.appraisal.options.values_list("key", flat=True)) >= {"capital", "capital-2"}
