"""Every worked figure of the page on uncertainty is its sum, and the engine says the same."""

from __future__ import annotations

import ast
import importlib
import re
from functools import cache
from typing import Any

import numpy as np

from funding.engine import appraise, draw, read_case, sensitivity
from tests.test_docs import BASE, FIGURE_COLUMNS, as_shown, reckoned, with_columns

from .cases import FOLDER

PAGE = BASE / "docs" / "engine-uncertainty.md"


@cache
def result(name: str) -> dict[str, Any]:
    """What `appraise --sensitivity` gives, the options of its draws by their id."""
    case = read_case((FOLDER / f"{name}.case.json").read_bytes())
    found: dict[str, Any] = {**appraise(case).as_json(), "sensitivity": sensitivity(case).as_json()}
    if case.uncertainty is not None:
        found["uncertainty"] = {each.id: each.as_json() for each in draw(case).options}
    return found


def engine_says(where: str) -> Any:
    case, colon, path = where.partition(": ")
    if colon:
        found: Any = result(case)
    else:
        module, name, arguments, path = re.fullmatch(r"(\w+)\.(\w+)\((.+)\)(.*)", where).groups()
        given = [np.array(each) if isinstance(each, list) else each for each in ast.literal_eval(f"({arguments},)")]
        found = getattr(importlib.import_module(f"funding.engine.{module}"), name)(*given)
        found = found if isinstance(found, np.ndarray) else found.as_json()
    for key, index in re.findall(r"([\w-]+)|\[(\d+)\]", path):
        found = found[int(index)] if index else found[key]
    return found


def test_each_worked_figure_is_its_sum_and_the_engine_says_the_same() -> None:
    rows = with_columns(PAGE, *FIGURE_COLUMNS)
    assert len(rows) > 20
    astray = []
    for row in rows:
        figure, where = row["figure"], row["where"].strip("`")
        assert where or row["sum"], row["what"]
        says = as_shown(engine_says(where), figure) if where else figure
        comes_to = as_shown(reckoned(row["sum"]), figure) if row["sum"] else figure
        if (says, comes_to) != (figure, figure):
            astray.append(f"{row['what']}: {figure}; the engine says {says}, the sum {comes_to}")
    assert astray == []
