"""A case file as a comparison: what a page shows of an appraisal, without a database."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from funding.engine import read_case
from funding.inputs import CASE_FIELDS, ENGINE_VERSION, OPTION_FIELDS, Case, Input, case_hash
from funding.models import Assumption, Run
from funding.queries.comparison import Comparison, kept, results_of
from funding.queries.defaults import shipped_assumptions


def comparison_of_file(content: bytes) -> Comparison:
    """The case of a file, reckoned. Raises CaseError with every fault."""
    case = read_case(content)
    given: dict[str, Any] = json.loads(content)
    names = {option.id: [option.name, option.name] for option in case.options}
    context = {
        "product_cy": "",
        "product_en": "",
        "name_cy": case.name,
        "name_en": case.name,
        "inputs": [asdict(one) for one in _inputs(case, given)],
        "option_names": names,
    }
    # A run that nobody keeps: read as those that are kept are read.
    run = Run(
        appraisal_id=0,
        engine_version=ENGINE_VERSION,
        case_hash=case_hash(case),
        case=case.as_json(),
        results=results_of(case),
        context=context,
    )
    return kept(run)


def _inputs(case: Case, given: dict[str, Any]) -> list[Input]:
    """Every number of the case: given in the file, or a default with its shipped source."""
    shipped = {row.key: row for row in shipped_assumptions()}
    found = []
    for path, field in CASE_FIELDS.items():
        room, _, name = path.rpartition(".")
        there = name in (given.get(room) or {} if room else given)
        value = case.numbers.get(path)
        found.append(_input(path, path, value, None if field.required else field.default, there, shipped))
    for option, written in zip(case.options, given["options"], strict=True):
        for name, field in OPTION_FIELDS[option.funding_model].items():
            key = f"options.{option.funding_model}.{name}"
            value = option.numbers.get(name)
            default = None if field.required else field.default
            found.append(_input(f"options.{option.id}.{name}", key, value, default, name in written, shipped))
    return found


def _input(path: str, key: str, value: Any, default: Any, there: bool, shipped: dict[str, Assumption]) -> Input:
    source = shipped.get(key)
    if there or source is None:
        origin = "file" if there else "default"
        return Input(path, key, value, default, origin, "", "", "")
    return Input(path, key, value, default, "default", source.evidence, source.source_cy, source.source_en)
