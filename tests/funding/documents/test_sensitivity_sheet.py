"""The sheet of a drawn run's sensitivity: fixed figures, and said to be."""

import io

import pytest
from django.utils import translation
from python_calamine import CalamineWorkbook

from funding.documents.workbook import audit_workbook, book_of
from funding.queries.comparison import kept
from funding.queries.doubted import doubted
from tests.funding.documents.books import ABOUT
from tests.funding.drawn import RANGES, drawn
from tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    world = make_world(with_runs=False)
    return drawn(world.ours.appraisal, world.people["finance"], parameters=RANGES)


def lines(run, language="en"):
    with translation.override(language):
        content = audit_workbook(kept(run), ABOUT, doubted(run))
    file = CalamineWorkbook.from_filelike(io.BytesIO(content))
    name = file.sheet_names[-2]
    return name, file.get_sheet_by_name(name).to_python()


def test_a_drawn_run_has_the_sheet_before_the_glossary_in_both_languages(run):
    name, found = lines(run)
    assert name == "Sensitivity"
    assert any("do not move when an input is changed" in str(line[0]) for line in found)
    name, found = lines(run, "cy")
    assert name == "Sensitifrwydd"
    assert not any("do not move" in str(cell) for line in found for cell in line)


def test_its_figures_are_those_the_run_kept(run):
    _name, found = lines(run)
    for bar in run.doubt.sensitivity["tornado"]:
        line = next(line for line in found if line[0] == bar["path"])
        assert (line[3], line[5]) == (pytest.approx(bar["low"]), pytest.approx(bar["high"]))
        net = [value for option in run.case["options"] for value in bar["net_present_value"][option["id"]]]
        assert line[6:10] == [pytest.approx(value) for value in net]


def test_a_switching_value_that_does_not_exist_is_said_not_to(run):
    _name, found = lines(run)
    at = next(number for number, line in enumerate(found) if str(line[0]).startswith("Value at which"))
    said = {line[0]: line[3] for line in found[at:]}
    for one in run.doubt.sensitivity["switching"]:
        shown = said[one["path"]]
        assert shown == ("no such value" if one["value"] is None else pytest.approx(one["value"]))


def test_nothing_on_it_is_a_formula_or_may_be_changed(run):
    book = book_of(kept(run), ABOUT, doubted(run))
    for cell in book.sheets[-2].cells.values():
        assert cell.formula is None
        assert cell.field is None


def test_a_run_that_was_not_drawn_has_no_such_sheet(run):
    names = [sheet.name for sheet in book_of(kept(run), ABOUT).sheets]
    assert "Sensitivity" not in names
