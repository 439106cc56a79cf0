"""Comparisons made from the worked cases, for tests that need figures but no database."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from funding.engine import build_case
from funding.queries import comparison as queries
from funding.queries.comparison import Comparison

CASES = Path(__file__).parent / "cases"


def worked_case(name: str) -> dict[str, Any]:
    return json.loads((CASES / f"{name}.case.json").read_text(encoding="utf-8"))


def expected(name: str) -> dict[str, Any]:
    with gzip.open(CASES / f"{name}.expected.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def compared(case: dict[str, Any]) -> Comparison:
    """The comparison of a case, each option called by its name with " (cy)" behind it in Welsh."""
    checked = build_case(case)
    names = {option["id"]: [f"{option['name']} (cy)", option["name"]] for option in case["options"]}
    return queries._assembled(
        appraisal_id=1,
        run_id=None,
        made_at=None,
        engine_version="test",
        case_hash="0" * 64,
        case=checked.as_json(),
        results=queries.results_of(checked),
        context={
            "product_cy": "Cynnyrch",
            "product_en": "Product",
            "name_cy": "Arfarniad",
            "name_en": "Appraisal",
            "inputs": [],
            "option_names": names,
        },
    )


@cache
def of_worked_case(name: str) -> Comparison:
    return compared(worked_case(name))
