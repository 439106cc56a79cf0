"""The workbook of an appraisal, as it stands and as a run kept it."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal

import pytest
from django.utils import translation
from python_calamine import CalamineWorkbook

from funding.actions.runs import make_run
from funding.documents.workbook import audit_workbook, book_of
from funding.models import Assumption
from funding.queries.comparison import calculated, kept
from tests.funding.documents.books import ABOUT, Recalculated, check_values, faults
from tests.funding.factories import (
    AppraisalFactory,
    AppraisalRoleFactory,
    AssumptionFactory,
    OptionFactory,
    RateFactory,
)

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2027, 3, 1, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def appraisal():
    found = AppraisalFactory(
        years=4,
        product__name_cy="Trwyddedu tacsis",
        product__name_en="Taxi licensing",
        inputs={"product.effort_to_live": 14, "product.sustaining_fte": 2, "product.annual_benefit": 250_000},
    )
    AppraisalRoleFactory(appraisal=found, fte=Decimal("3.5"), day_rate=Decimal("640"))
    RateFactory(amount=Decimal("48123"), source_en="NJC 2025-26", source_cy="NJC 2025-26 (cy)", evidence="V")
    AssumptionFactory(value=Decimal("0.17"), evidence="S", source_en="Rigby 2016", source_cy="Rigby 2016 (cy)")
    OptionFactory(appraisal=found)
    OptionFactory(
        appraisal=found, position=1, key="squad", name_cy="Sgwad", name_en="Squad", funding_model="sustained_squad",
        parameters={"ramp_up_months": 3},
    )  # fmt: skip
    return found


def log_lines(content: bytes, place: int = 2) -> dict[str, list[object]]:
    file = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {line[0]: line for line in file.get_sheet_by_index(place).to_python()}


def test_each_input_says_where_it_comes_from(appraisal):
    with translation.override("en"):
        log = log_lines(audit_workbook(calculated(appraisal=appraisal, on=AT.date())[0], ABOUT))
    assert log["product.decay_rate"][2:5] == [0.17, "per cent a year", "the assumption in force: Rigby 2016"]
    assert log["product.decay_rate"][5] == "secondary source"
    assert log["squad.developer.salary"][1:6] == [
        "Software developer: Salary", 48123, "£ a year", "the rate in force: NJC 2025-26", "verified",
    ]  # fmt: skip
    assert log["squad.developer.day_rate"][4] == "this appraisal"
    assert log["options.squad.ramp_up_months"][2:5] == [3, "months", "this appraisal"]
    assert log["options.annual.award_month"][4] == "the model"


def test_a_run_gives_the_workbook_of_what_it_kept_whatever_is_edited_later(appraisal):
    run = make_run(appraisal=appraisal, by=None, at=AT)
    with translation.override("en"):
        before = audit_workbook(kept(run), ABOUT)
    Assumption.objects.all().delete()
    appraisal.options.all().delete()
    run.refresh_from_db()
    with translation.override("en"):
        assert audit_workbook(kept(run), ABOUT) == before
    cover = log_lines(before, 0)
    assert cover["Made from"][1] == f"run {run.pk}"
    assert cover["What it is of"][1].startswith("Taxi licensing: ")
    assert cover["Hash of the case (SHA-256)"][1] == run.case_hash


def test_its_formulas_give_the_runs_figures(appraisal):
    comparison = kept(make_run(appraisal=appraisal, by=None, at=AT))
    with translation.override("cy"):
        book = book_of(comparison, ABOUT)
        read = Recalculated(book.bytes(ABOUT)).values
        assert faults(book, read, comparison) == []
    assert check_values(book, read) == (1, 0, [])
    assert "Trwyddedu tacsis" in book.title
    assert book.options[1].sheet.title.startswith("Sgwad")


def test_a_run_of_another_engine_says_so_and_fails_where_its_figures_have_moved(appraisal):
    run = make_run(appraisal=appraisal, by=None, at=AT)
    run.engine_version = "0.1"
    for option in run.results["options"]:
        option["summary"]["cost_nominal"] += 5
    with translation.override("en"):
        book = book_of(kept(run), ABOUT)
        content = book.bytes(ABOUT)
    assert log_lines(content, 0)["Note"][1].startswith("The engine has changed since: ")
    passing, _changed, failing = check_values(book, Recalculated(content).values)
    assert passing == 0
    assert len(failing) == 2
    assert all(line.startswith("The cost is the engine's own") for line in failing)
