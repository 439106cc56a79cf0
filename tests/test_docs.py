"""What the documents say is so: links lead somewhere, and worked figures are the engine's."""

import ast
import importlib
import operator
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from funding.engine import FIELDS, FIGURES, FUNDING_MODELS, GREEN_BOOK, OPTION_FIELDS, Field, appraise, read_case
from funding.engine.layout import CATEGORIES, SERIES
from funding.inputs import case_hash
from tests.document_tables import Row, tables, with_columns
from tests.funding.engine.cases import FOLDER, NAMES

BASE = Path(settings.BASE_DIR)
PAGES = [BASE / "README.md", BASE / "CHANGELOG.md", *sorted((BASE / "docs").rglob("*.md"))]
ENGINE = BASE / "docs" / "engine.md"

# Links.

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def anchors(path: Path) -> set[str]:
    """The anchors that the forge makes of a page's headings."""
    found: set[str] = set()
    for heading in re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
        plain = re.sub(r"[^\w\- ]", "", re.sub(r"\]\([^)]*\)", "", heading).lower()).strip().replace(" ", "-")
        again = sum(1 for one in found if one == plain or one.startswith(f"{plain}-"))
        found.add(f"{plain}-{again}" if plain in found else plain)
    return found


def broken_links(path: Path) -> list[str]:
    found = []
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            found.append(link)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(BASE)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert broken_links(page) == []


def test_a_link_to_nothing_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A heading, of `sorts`\n[a](no.md) [b](#a-heading-of-sorts) [c](#none) [d](page.md#none)")
    assert broken_links(page) == ["no.md", "#none", "page.md#none"]


# Worked figures.

FIGURE_COLUMNS = ("what", "sum", "figure", "where")
OPERATORS: dict[type, Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
}
CALLS: dict[str, Callable[..., float]] = {"min": min, "max": max}


def reckoned(text: str) -> float:
    """What a sum written for a pocket calculator comes to: 4 × 197,120 ÷ 12."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    for sign, python in (("×", "*"), ("÷", "/"), ("−", "-"), ("^", "**"), ("£", "")):
        plain = plain.replace(sign, python)
    return _value(ast.parse(plain, mode="eval").body)


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return node.value
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp):
        return OPERATORS[type(node.op)](_value(node.operand))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return CALLS[node.func.id](*map(_value, node.args))
    raise ValueError(ast.unparse(node))


@cache
def result(case: str) -> dict[str, Any]:
    """What `appraise --months` gives, each option also under its own id."""
    found = appraise(read_case((FOLDER / f"{case}.case.json").read_bytes())).as_json(months=True)
    options: Any = found["options"]
    return {**found, **{option["id"]: option for option in options}}


def engine_says(where: str) -> Any:
    """A place in a result (`02-by-hand: annual.months[7].live`) or a formula's value (`calendar.overlap(6, 7, 9)`)."""
    case, colon, path = where.partition(": ")
    if colon:
        found: Any = result(case)
    else:
        call, path = re.fullmatch(r"(.+\))(.*)", where).groups()  # type: ignore[union-attr]
        function, arguments = call.split("(", 1)
        module, _, name = function.rpartition(".")
        given = ast.literal_eval(f"({arguments.removesuffix(')')},)")
        found = getattr(importlib.import_module(f"funding.engine.{module}"), name)(*given)
    for key, index in re.findall(r"([\w-]+)|\[(\d+)\]", path):
        found = found[int(index)] if index else found[key]
    return found


def as_shown(value: Any, figure: str) -> str:
    """`value` written as `figure` is: so many decimals, thousands apart."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    places = len(figure.partition(".")[2])
    return f"{value + 0.0:,.{places}f}".replace("-", "−")


def figures_astray(rows: list[Row]) -> list[str]:
    found = []
    for row in rows:
        figure, where = row["figure"], row["where"].strip("`")
        if not where and not row["sum"]:
            found.append(f"{row['what']}: neither a sum nor a place")
        says = as_shown(engine_says(where), figure) if where else figure
        comes_to = as_shown(reckoned(row["sum"]), figure) if row["sum"] else figure
        if says != figure:
            found.append(f"{row['what']}: {figure}, and the engine says {says} ({where})")
        if comes_to != figure:
            found.append(f"{row['what']}: {figure}, and {row['sum']} is {comes_to}")
    return found


def test_each_worked_figure_is_its_sum_and_the_engine_says_the_same() -> None:
    assert figures_astray(with_columns(ENGINE, *FIGURE_COLUMNS)) == []


def test_a_worked_figure_that_has_drifted_is_noticed() -> None:
    row = {"what": "a", "sum": "2 × 3", "figure": "6", "where": "`calendar.overlap(0, 0, 1)`"}
    assert figures_astray([row]) == ["a: 6, and the engine says 1 (calendar.overlap(0, 0, 1))"]
    assert figures_astray([{**row, "figure": "1"}]) == ["a: 1, and 2 × 3 is 6"]
    assert figures_astray([{**row, "sum": "", "where": ""}]) != []


def test_every_figure_of_a_result_is_worked_out_once() -> None:
    places = " ".join(row["where"] for row in with_columns(ENGINE, *FIGURE_COLUMNS))
    named = [f"summary.{name}" for name in (*FIGURES, "cost_by_year", "benefit_by_year")]
    monthly = ("cost_real", "cost_pv", "benefit_real", "benefit_pv")
    named += [f"cost.{name}" if name in CATEGORIES else f"].{name}" for name in (*SERIES, *monthly)]
    assert [name for name in named if not re.search(rf"{re.escape(name)}\b", places)] == []


def test_every_funding_model_has_a_worked_figure() -> None:
    places = [row["where"].strip("`") for row in with_columns(ENGINE, *FIGURE_COLUMNS) if ": " in row["where"]]
    worked = set()
    for where in places:
        case, _, path = where.partition(": ")
        worked.add(result(case).get(path.partition(".")[0], {}).get("funding_model") if "." in path else None)
    assert set(FUNDING_MODELS) <= worked


# Month by month: a table after `<!-- months: case option -->`, columns by these names.
MONTH_COLUMNS = {
    "contractors": "contractor_fte",
    "permanent": "permanent_fte",
    "productive": "productive_fte",
    "campaigns": "campaigns",
    "progress": "progress",
    "live": "live",
    "fitness": "fitness",
    "cost": "cost_nominal",
}


def test_each_month_by_month_table_is_the_engines() -> None:
    checked, astray = 0, []
    for comment, rows in tables(ENGINE):
        if not comment.startswith("months: "):
            continue
        case, option = comment.removeprefix("months: ").split()
        for row in rows:
            month = result(case)[option]["months"][int(row["t"])]
            for column in row.keys() & MONTH_COLUMNS:
                checked += 1
                if as_shown(month[MONTH_COLUMNS[column]], row[column]) != row[column]:
                    astray.append(f"{comment} {row['t']} {column}: {row[column]}, not {month[MONTH_COLUMNS[column]]}")
            if as_shown(reckoned(row["sum of the cost"]), row["cost"]) != row["cost"]:
                astray.append(f"{comment} {row['t']}: {row['sum of the cost']} is not {row['cost']}")
    assert astray == []
    assert checked > 100


# What else the page on the engine says.

UNITS = {
    "": "",
    "year": "year",
    "years": "years",
    "month": "month",
    "months": "months",
    "pounds": "£",
    "pounds_a_year": "£ a year",
    "pounds_a_day": "£ a day",
    "days_a_year": "days a year",
    "share": "share",
    "share_a_year": "share a year",
    "probability": "probability",
    "fte": "FTE",
    "fte_a_month": "FTE a month",
    "fte_months": "FTE-months",
    "multiplier": "times",
}


def default_of(field: Field) -> str:
    if field.required:
        return "required"
    return "none" if field.default is None else f"{field.default:,}".removesuffix(".0")


def range_of(field: Field) -> str:
    if field.kind in ("text", "month", "choice"):
        return {"text": "text", "month": "YYYY-04", "choice": "a funding model"}[field.kind]
    low = f"{'above' if field.above_minimum else 'from'} {field.minimum:g}"
    high = "" if field.maximum is None else f" {'to below' if field.below_maximum else 'to'} {field.maximum:g}"
    kinds = {"whole": "whole, ", "wholes": "list of whole numbers ", "numbers": "list of numbers "}
    return f"{kinds.get(field.kind, '')}{low}{high}".replace("-", "−")


def row_of(field: Field) -> Row:
    return {
        "input": f"`{field.path}`",
        "unit": UNITS[field.unit],
        "default": default_of(field),
        "range": range_of(field),
    }


def inputs_of(group: str) -> list[Field]:
    """Those of the case, of every option, or of one funding model's options beside them."""
    if group in ("case", "every option"):
        return list(FIELDS if group == "case" else OPTION_FIELDS["do_nothing"])
    beside = OPTION_FIELDS["sustained_squad" if group == "contractor_to_permanent" else "do_nothing"]
    return [field for field in OPTION_FIELDS[group] if field not in beside]


def test_every_input_is_listed_as_the_engine_reads_it() -> None:
    """Each table after `<!-- inputs: group -->`; that of contractors handing over has what differs from the squad's."""
    listed = {comment[8:]: rows for comment, rows in tables(ENGINE) if comment.startswith("inputs: ")}
    assert set(listed) == {"case", "every option", *FUNDING_MODELS} - {"do_nothing"}
    for group, rows in listed.items():
        assert rows == [row_of(field) for field in inputs_of(group)], group


def test_every_module_of_the_engine_has_its_line() -> None:
    listed = [row["module"].strip("`") for row in with_columns(ENGINE, "module", "what it holds")]
    there = [path.name for path in (BASE / "funding" / "engine").glob("*.py") if path.name != "__init__.py"]
    assert sorted(listed) == sorted(there)


def test_the_page_names_the_discount_rates_the_worked_cases_and_a_hash() -> None:
    text = ENGINE.read_text(encoding="utf-8")
    assert all(f"{rate:.1%} from year {year}" in text for year, rate in GREEN_BOOK)
    assert [row["case"].strip("`") for row in with_columns(ENGINE, "case", "what it tries")] == NAMES
    assert case_hash(read_case((FOLDER / "02-by-hand.case.json").read_bytes())) in text


def test_the_pages_name_no_place_of_one_machine() -> None:
    private = re.compile(r"(?<![\w.])/(?:home|work|root|tmp|Users)/")
    assert [str(page) for page in PAGES if private.search(page.read_text(encoding="utf-8"))] == []
