"""A case changed and reckoned anew by the engine: what judgements and the differences between runs are measured by."""

import copy
from collections.abc import Mapping
from typing import Any

from funding.engine import appraise, build_case

CaseJson = dict[str, Any]
Figures = Mapping[str, Any]


def as_changed(case: Mapping[str, Any], changes: Mapping[str, Any]) -> CaseJson:
    """A copy of a case with other values at some paths; an option's path names it by its id. Draws are left out."""
    made = {name: copy.deepcopy(value) for name, value in case.items() if name != "uncertainty"}
    for path, value in changes.items():
        put(made, path, value)
    return made


def completed(case: Mapping[str, Any]) -> CaseJson:
    """The case as the engine of today writes it, defaults filled in: a kept one may be older than an input."""
    return dict(build_case(as_changed(case, {})).as_json())


def put(case: CaseJson, path: str, value: Any) -> None:
    """Lays a value at a path, in place. KeyError where the case has no such option."""
    rooms = path.split(".")
    if rooms[0] == "options":
        option(case, rooms[1])[rooms[2]] = copy.deepcopy(value)
        return
    place = case
    for room in rooms[:-1]:
        place = place[room]
    place[rooms[-1]] = copy.deepcopy(value)


def value_at(case: Mapping[str, Any], path: str) -> Any:
    rooms = path.split(".")
    if rooms[0] == "options":
        return option(case, rooms[1])[rooms[2]]
    place: Any = case
    for room in rooms:
        place = place[room]
    return place


def option(case: Mapping[str, Any], key: str) -> dict[str, Any]:
    for one in case["options"]:
        if one["id"] == key:
            found: dict[str, Any] = one
            return found
    raise KeyError(key)


def reckoned(case: Mapping[str, Any]) -> dict[str, Figures]:
    """The figures of each option, by its id. Raises CaseError with every fault."""
    result = appraise(build_case(dict(case)))
    return {one.id: one.figures for one in result.options}


def alone(case: Mapping[str, Any], key: str) -> CaseJson:
    """The case with one option only: what no other option can change is reckoned without them."""
    return {**case, "options": [option(case, key)]}


def cost_per_fte(case: Mapping[str, Any], line: Mapping[str, Any]) -> tuple[float, float]:
    """(permanent, contractor) £ an FTE-year of one role of a squad, by the engine's own formula."""
    nobody = {"id": "nothing", "name": "nothing", "funding_model": "do_nothing"}
    result = appraise(build_case({**as_changed(case, {}), "years": 1, "squad": [dict(line)], "options": [nobody]}))
    return result.permanent_cost_per_fte, result.contractor_cost_per_fte
