"""How the workbook is made: what may be changed, which functions it has, one formula along each row, text as text."""

from __future__ import annotations

import datetime
import io
import re
from functools import cache

import pytest
from django.utils import translation
from python_calamine import CalamineWorkbook

from funding.documents.workbook import About, Signature, audit_workbook
from funding.documents.workbook.cells import FIRST, letters
from funding.inputs import CASE_FIELDS, OPTION_FIELDS
from tests.funding.documents.books import ABOUT, compared, made, worked
from tests.funding.engine.cases import MODELS, given, option, small

# Every function there is, all of them in Excel 2007 and LibreOffice.
FUNCTIONS = {
    "ABS", "AND", "COUNT", "EXP", "IF", "INDEX", "INT", "ISNUMBER", "LN", "MAX", "MIN", "MOD", "N", "OR", "RIGHT",
    "SUM", "SUMPRODUCT",
}  # fmt: skip
REFERENCE = re.compile(r"(?<![A-Za-z'!$])(\$?)([A-Z]{1,3})(\$?)([0-9]+)(?![A-Za-z(])")
FORMULA_TEXTS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://example.com")', "{=1}", "1E5", "Gŵyl & <b>")


@cache
def number_of(column: str) -> int:
    found = 0
    for letter in column:
        found = found * 26 + ord(letter) - 64
    return found - 1


def relative(formula: str, column: str, line: int) -> str:
    """The formula as R1C1 has it: by distance from its own cell, but for what is held with a $."""

    def replaced(match: re.Match[str]) -> str:
        held_column, letter, held_line, number = match.groups()
        across = letter if held_column else f"C[{number_of(letter) - number_of(column)}]"
        down = number if held_line else f"R[{int(number) - line}]"
        return f"{down}{across}"

    return re.sub(r"(?<=!)(\$?)([A-Z]{1,3})(\$?)([0-9]+)", replaced, REFERENCE.sub(replaced, formula))


def inputs_of(one):
    """Where the book says its inputs are: (sheet's name, column, line)."""
    found = set()
    for sheet in one.book.sheets:
        found |= {(sheet.name, letters(cell.column), cell.row) for cell in sheet.cells.values() if cell.field}
        for row in sheet.rows.values():
            if row.field:
                found |= {(sheet.name, letters(FIRST + t), row.row) for t in range(row.count)}
    return found


def unlocked_styles(one) -> set[int]:
    formats = re.search(r"<cellXfs.*?</cellXfs>", one.parts["xl/styles.xml"], re.DOTALL).group()
    each = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", formats, re.DOTALL)
    return {place for place, xf in enumerate(each) if 'locked="0"' in xf}


def test_only_inputs_are_unlocked_and_every_sheet_is_protected():
    one = worked("08-corners")
    styles = unlocked_styles(one)
    assert styles
    unlocked = {
        (sheet.name, column, line)
        for place, sheet in enumerate(one.book.sheets)
        for column, line, style, _formula in one.cells(place)
        if style in styles
    }
    assert unlocked == inputs_of(one)
    for place, sheet in enumerate(one.book.sheets):
        part = one.parts[f"xl/worksheets/sheet{place + 1}.xml"]
        assert "<sheetProtection " in part, sheet.name
        assert " password=" not in part
        # No column as a whole is unlocked.
        assert not any(int(style) in styles for style in re.findall(r'<col [^>]*style="([0-9]+)"', part))


def test_every_number_of_the_model_that_acts_outside_the_draws_is_an_input():
    one = made(small(*[option(model) for model in MODELS]))
    assert set(one.book.inputs.case) == {path for path, of in CASE_FIELDS.items() if of.can_vary}
    for model, cells in zip(MODELS, one.book.inputs.options, strict=True):
        assert set(cells) == {name for name, of in OPTION_FIELDS[model].items() if of.can_vary and not of.event}
    assert set(one.book.inputs.roles) == {"fte", "salary", "day_rate"}
    assert (set(one.book.inputs.funded), set(one.book.inputs.sizes)) == ({1}, {2, 3})


def test_every_input_refuses_what_the_model_refuses():
    one = worked("02-by-hand")
    covered = set()
    for place, sheet in enumerate(one.book.sheets):
        part = one.parts[f"xl/worksheets/sheet{place + 1}.xml"]
        for ranges in re.findall(r'<dataValidation [^>]*sqref="([^"]*)"', part):
            first, _, last = ranges.partition(":")
            [(column, line)] = re.findall(r"([A-Z]+)([0-9]+)", first)
            [(end, _line)] = re.findall(r"([A-Z]+)([0-9]+)", last or first)
            covered |= {(sheet.name, letters(at), int(line)) for at in range(number_of(column), number_of(end) + 1)}
    assert covered == inputs_of(one)
    decay = one.book.inputs.case["product.decay_rate"]
    part = one.parts[f"xl/worksheets/sheet{one.book.sheets.index(decay.sheet) + 1}.xml"]
    at = f"C{decay.row}"
    assert f"<formula1>AND(ISNUMBER({at}),{at}&gt;=0,{at}&lt;1)</formula1>" in part


@pytest.mark.parametrize("name", ["04-gaps-and-resizing", "08-corners"])
def test_a_row_has_one_formula_from_the_first_month_to_the_last(name):
    one = worked(name)
    for place, sheet in enumerate(one.book.sheets):
        along: dict[int, set[str]] = {}
        count: dict[int, int] = {}
        for column, line, _style, formula in one.cells(place):
            if line in sheet.rows and number_of(column) >= FIRST and sheet.rows[line].formula is not None:
                along.setdefault(line, set()).add(relative(formula, column, line))
                count[line] = count.get(line, 0) + 1
        for line, row in sheet.rows.items():
            if row.formula is not None:
                assert count[line] == sheet.count, (sheet.name, line)
                assert len(along[line]) == 1, (sheet.name, line, along[line])


def test_a_formula_reads_nothing_that_stands_below_it_in_its_own_column_or_to_its_right():
    one = worked("04-gaps-and-resizing")
    for place, sheet in enumerate(one.book.sheets):
        for column, line, _style, formula in one.cells(place):
            if line not in sheet.rows or column != letters(FIRST + 5):
                continue
            for _held, letter, held, number in REFERENCE.findall(formula):
                if number_of(letter) >= FIRST and not held:
                    assert (number_of(letter), int(number)) < (number_of(column), line), (sheet.name, line, formula)


@pytest.mark.parametrize("name", ["02-by-hand", "08-corners"])
def test_no_function_is_newer_than_excel_2007_or_hides_what_it_reads(name):
    one = worked(name)
    found = set()
    for place, _sheet in enumerate(one.book.sheets):
        for _column, _line, _style, formula in one.cells(place):
            assert "[" not in formula, "a link to another workbook"
            found |= set(re.findall(r"([A-Z][A-Z.0-9]*)\(", re.sub(r"'[^']*'", "", formula)))
    assert found <= FUNCTIONS
    assert "<definedName" not in one.parts["xl/workbook.xml"]
    assert not [part for part in one.parts if "externalLink" in part or "vba" in part.lower()]
    sheets = "".join(text for part, text in one.parts.items() if part.startswith("xl/worksheets/"))
    assert 't="array"' not in sheets


def test_both_languages_have_the_same_numbers_and_formulas():
    english, welsh = worked("02-by-hand"), worked("02-by-hand", "cy")
    names = {here.name: there.name for here, there in zip(welsh.book.sheets, english.book.sheets, strict=True)}
    for place, (here, there) in enumerate(zip(welsh.book.sheets, english.book.sheets, strict=True)):
        cells = zip(welsh.cells(place), english.cells(place), strict=True)
        for (*at, formula), (*at_there, formula_there) in cells:
            for name, other in names.items():
                formula = formula.replace(f"'{name}'!", f"'\x00{other}'!")
            assert ([at[0], at[1]], formula.replace("\x00", "")) == ([at_there[0], at_there[1]], formula_there)
        for cell, other in zip(here.cells.values(), there.cells.values(), strict=True):
            if isinstance(cell.shown, int | float) or cell.formula is not None:
                assert cell.shown == other.shown
        for row, other_row in zip(here.rows.values(), there.rows.values(), strict=True):
            assert list(row.shown) == list(other_row.shown)
    assert welsh.book.options[0].sheet.cells != english.book.options[0].sheet.cells
    assert "Cymraeg" in words(welsh)[welsh.book.sheets[0].name]


def words(one) -> dict[str, list[str]]:
    """Every text of a workbook, by sheet."""
    file = CalamineWorkbook.from_filelike(io.BytesIO(one.content))
    return {
        name: [value for row in file.get_sheet_by_name(name).to_python() for value in row if isinstance(value, str)]
        for name in file.sheet_names
    }


def test_text_is_never_a_formula():
    case = small(option("annual_cycle", "a"), name=FORMULA_TEXTS[0])
    case["squad"] = [{"role": text, "fte": 1, "salary": 50000, "day_rate": 500} for text in FORMULA_TEXTS]
    case["options"] = [option("sustained_squad", f"o{n}") | {"name": text} for n, text in enumerate(FORMULA_TEXTS[:3])]
    case["options"].append(option("annual_cycle", "=2+2"))
    one = made(case)
    formulas = sum(bool(formula) for place in range(len(one.book.sheets)) for *_at, formula in one.cells(place))
    meant = sum(
        sum(cell.formula is not None for cell in sheet.cells.values())
        + sum(row.count for row in sheet.rows.values() if row.formula is not None)
        for sheet in one.book.sheets
    )
    assert formulas == meant
    found = words(one)
    series = found[one.book.inputs.discount.sheet.name]
    assert all(text in series for text in FORMULA_TEXTS)
    assert FORMULA_TEXTS[0] in found[one.book.sheets[0].name]
    assert "=2+2" in found[one.book.outputs.sheet.name]
    assert "<hyperlink " not in "".join(one.parts.values())


def test_outputs_are_headed_by_the_engines_own_names_in_a_hidden_line():
    one = worked("02-by-hand")
    file = CalamineWorkbook.from_filelike(io.BytesIO(one.content))
    sheet = one.book.outputs.sheet
    lines = file.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
    keys = lines[3]
    place = one.book.sheets.index(sheet) + 1
    assert '<row r="4" ' in one.parts[f"xl/worksheets/sheet{place}.xml"]
    assert re.search(r'<row r="4" [^>]*hidden="1"', one.parts[f"xl/worksheets/sheet{place}.xml"])
    found = {
        line[keys.index("id")]: {key: line[at] for at, key in enumerate(keys) if key and key != "id"}
        for line in lines[6:10]
    }
    for each in one.comparison.options:
        wanted = {name: value for name, value in each.summary.items() if not name.endswith("_by_year")}
        assert found[each.key].keys() == wanted.keys()
        assert found[each.key]["cost_pv"] == pytest.approx(wanted["cost_pv"])
    assert found["annual"]["overtakes_baseline_month"] == ""


def test_the_cover_says_what_it_is_and_who_made_it():
    one = worked("02-by-hand")
    said = words(one)[one.book.sheets[0].name]
    for text in (
        "Three-year check by hand",
        one.comparison.hash,
        one.comparison.engine_version,
        "Awen Rees",
        "English",
    ):
        assert text in said
    assert "Not to be used after" not in said


def test_a_status_a_last_day_and_signatures_are_shown_where_they_are_given():
    about = About(
        made_at=datetime.datetime(2027, 5, 4, 10, 30, tzinfo=datetime.UTC),
        status="Signed off by finance",
        sunset=datetime.date(2028, 3, 31),
        signatures={"product.decay_rate": Signature("Awen Rees", "Bryn Howells", datetime.date(2027, 4, 1))},
    )
    with translation.override("en"):
        content = audit_workbook(compared(given("02-by-hand")), about)
    file = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cover, log = (file.get_sheet_by_name(name).to_python() for name in ("Cover", "Log"))
    assert ["Not to be used after", "31 March 2028"] in [line[:2] for line in cover]
    assert ["Status", "Signed off by finance"] in [line[:2] for line in cover]
    [decay] = [line for line in log if line[0] == "product.decay_rate"]
    assert decay[6:8] == ["Awen Rees", "Bryn Howells, 1 April 2027"]
    assert decay[4].startswith("the model: ")


def test_a_workbook_is_the_same_however_often_it_is_made():
    one = worked("02-by-hand")
    with translation.override("en"):
        assert audit_workbook(compared(given("02-by-hand")), ABOUT) == one.content


def test_no_two_rows_of_a_sheet_of_workings_are_called_the_same():
    one = worked("08-corners")
    for sheet in (one.book.timeline.sheet, one.book.costs.sheet, *(each.sheet for each in one.book.options)):
        labels = [row.label for row in sheet.rows.values()]
        labels += [cell.label for cell in sheet.cells.values() if cell.label]
        assert sorted(labels) == sorted(set(labels)), sheet.name
