"""Which inputs differ between two kept cases, as steps that lead from the one to the other in a stated order.

The order: the years compared; prices, discounting and optimism; employment; the squad (roles added, taken out, FTE,
then pay); the product; options taken out, the options both have, options added. Names are no inputs: they make no step.
"""

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from funding.inputs import CASE_FIELDS, OPTION_FIELDS
from funding.queries.comparison import Comparison
from funding.queries.reckoning import CaseJson, completed, option, put, value_at

PAY = ("salary", "day_rate")


@dataclass(frozen=True)
class Step:
    """One change. `kind`: "input", "role_added", "role_gone", "fte", "pay", "option_added", "option_gone" or "model".

    `key` is the input's, as forms and tables name it; `name` the role's code or the option's id; None is not there.
    """

    kind: str
    path: str
    key: str
    name: str
    before: Any
    after: Any
    apply: Callable[[CaseJson], None]


@dataclass(frozen=True)
class Ends:
    """Two complete cases in which each role is called by its code, so that one renamed in between is still the same."""

    before: CaseJson
    after: CaseJson


def ends_of(older: Comparison, newer: Comparison) -> Ends:
    """Raises CaseError where the engine of today refuses a case that was kept."""
    return Ends(_by_code(older), _by_code(newer))


def _by_code(comparison: Comparison) -> CaseJson:
    case = completed(comparison.case)
    codes = [one.path.split(".")[1] for one in comparison.inputs if one.key == "squad.salary"]
    if len(codes) == len(case["squad"]):
        case["squad"] = [line | {"role": code} for line, code in zip(case["squad"], codes, strict=True)]
    return case


def steps_between(ends: Ends) -> list[Step]:
    before, after = ends.before, ends.after
    return [
        *_period(before, after),
        *_inputs(before, after, (*(path for path in CASE_FIELDS if "." not in path or path.startswith("prices.")),
                                 "discount_rates")),
        *_inputs(before, after, (path for path in CASE_FIELDS if path.startswith("employment."))),
        *_squad(_squad_of(before), _squad_of(after)),
        *_inputs(before, after, (path for path in CASE_FIELDS if path.startswith("product."))),
        *_options(before, after),
    ]  # fmt: skip


def _period(before: CaseJson, after: CaseJson) -> Iterator[Step]:
    for path in ("start", "years"):
        if before[path] != after[path]:
            yield _at(path, path, "", before[path], after[path])


def _at(path: str, key: str, name: str, before: Any, after: Any) -> Step:
    return Step("input", path, key, name, before, after, lambda case: put(case, path, after))


def _inputs(before: CaseJson, after: CaseJson, paths: Iterable[str]) -> Iterator[Step]:
    for path in paths:
        one, other = value_at(before, path), value_at(after, path)
        if one != other:
            yield _at(path, path, "", one, other)


Squad = dict[str, dict[str, Any]]


def _squad_of(case: CaseJson) -> Squad:
    return {str(line["role"]): line for line in case["squad"]}


def _squad(before: Squad, after: Squad) -> Iterator[Step]:
    """A role is added before one is taken out, so that the squad is never empty; pay comes last, all of it together."""
    for code in after:
        if code not in before:
            yield _role("role_added", code, None, after[code]["fte"], _adding(after[code]))
    for code in before:
        if code not in after:
            yield _role("role_gone", code, before[code]["fte"], None, _taking_out(code))
    for kind in ("fte", *PAY):
        for code in after:
            if code in before and before[code][kind] != after[code][kind]:
                change = _setting(code, kind, after[code][kind])
                yield _role(
                    "fte" if kind == "fte" else "pay", code, before[code][kind], after[code][kind], change, kind
                )


def _role(kind: str, code: str, before: Any, after: Any, apply: Callable[[CaseJson], None], name: str = "fte") -> Step:
    return Step(kind, f"squad.{code}.{name}", f"squad.{name}", code, before, after, apply)


def _adding(line: Mapping[str, Any]) -> Callable[[CaseJson], None]:
    return lambda case: case["squad"].append(dict(line))


def _taking_out(role: str) -> Callable[[CaseJson], None]:
    def apply(case: CaseJson) -> None:
        case["squad"] = [line for line in case["squad"] if line["role"] != role]

    return apply


def _setting(role: str, kind: str, value: Any) -> Callable[[CaseJson], None]:
    def apply(case: CaseJson) -> None:
        case["squad"] = [line | {kind: value} if line["role"] == role else line for line in case["squad"]]

    return apply


def _options(before: CaseJson, after: CaseJson) -> Iterator[Step]:
    """Those that only one side has, and those whose funding model is another, are each one step."""
    held = {one["id"]: one for one in before["options"]}
    coming = {one["id"]: one for one in after["options"]}
    for key, one in held.items():
        if key not in coming:
            yield _whole("option_gone", key, one["funding_model"], None, None)
    for key, one in coming.items():
        if key in held and held[key]["funding_model"] != one["funding_model"]:
            yield _whole("model", key, held[key]["funding_model"], one["funding_model"], one)
        elif key in held:
            for name in OPTION_FIELDS[one["funding_model"]]:
                path, was, now = f"options.{key}.{name}", held[key].get(name), one.get(name)
                if was != now:
                    yield _at(path, f"options.{one['funding_model']}.{name}", key, was, now)
    for key, one in coming.items():
        if key not in held:
            yield _whole("option_added", key, None, one["funding_model"], one)


def _whole(kind: str, key: str, before: Any, after: Any, made: Mapping[str, Any] | None) -> Step:
    def apply(case: CaseJson) -> None:
        if kind == "option_added":
            case["options"].append(copy.deepcopy(dict(made or {})))
        elif kind == "option_gone":
            case["options"].remove(option(case, key))
        else:
            case["options"] = [copy.deepcopy(dict(made or {})) if one["id"] == key else one for one in case["options"]]

    return Step(kind, f"options.{key}", "options.funding_model", key, before, after, apply)
