"""The worked cases, and small cases for tests to bend."""

from __future__ import annotations

import copy
import gzip
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "cases"
NAMES = sorted(path.name.removesuffix(".case.json") for path in FOLDER.glob("*.case.json"))
MODELS = ("do_nothing", "annual_cycle", "sustained_squad", "contractor_to_permanent", "capital_project")


def given(name: str) -> dict[str, Any]:
    """The input of a worked case."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.case.json").read_text(encoding="utf-8"))
    return found


def expected(name: str) -> dict[str, Any]:
    """The result of a worked case."""
    found: dict[str, Any] = json.loads(gzip.decompress((FOLDER / f"{name}.expected.json.gz").read_bytes()))
    return found


_SMALL: dict[str, Any] = {
    "name": "Small",
    "start": "2027-04",
    "years": 6,
    "squad": [
        {"role": "Developer", "fte": 3, "salary": 50000, "day_rate": 700},
        {"role": "Cynllunydd cynnwys", "fte": 1, "salary": 40000, "day_rate": 600},
    ],
    "product": {"effort_to_live": 12, "sustaining_fte": 2, "annual_benefit": 300000, "running_cost": 20000},
    "options": [],
}


def small(*options: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A small case with these options (one of each model where none is given) and these keys changed.

    A change to `product` or another group is laid over the group: `product={"effort_to_live": 0}`.
    """
    case = copy.deepcopy(_SMALL)
    case["options"] = list(options) or [option(model) for model in MODELS]
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(case.get(key), dict):
            case[key].update(value)
        else:
            case[key] = value
    return case


def option(funding_model: str, option_id: str | None = None, **numbers: Any) -> dict[str, Any]:
    """An option of that model, its other inputs left at their defaults."""
    return {"id": option_id or funding_model, "name": funding_model, "funding_model": funding_model, **numbers}
