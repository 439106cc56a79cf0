"""From rows, signed assumptions and defaults to an engine case: the one place where the database meets the arrays.

Each number of a case comes from the nearest of four places: what the appraisal itself says, the assumption in force
(signed by finance, or shipped), the rate in force, the engine's own default. Which one it was is kept beside it, with
its source, so that a page can show where any figure comes from.
"""

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from funding.engine import ENGINE_VERSION, FIELDS, FUNDING_MODELS, Case, CaseError, Fault, Field, build_case
from funding.engine import OPTION_FIELDS as ENGINE_OPTION_FIELDS
from funding.models import Appraisal, AppraisalRole, Assumption, Option, Rate
from kit.bilingual import Pair
from squads.models import Employment

__all__ = [
    "CASE_FIELDS",
    "ENGINE_VERSION",
    "FUNDING_MODELS",
    "OPTION_FIELDS",
    "Case",
    "CaseError",
    "Composed",
    "Fault",
    "Field",
    "Input",
    "compose",
]

# What an appraisal may say about the whole case, by path; its name, years and squad are fields of the record itself.
CASE_FIELDS: Mapping[str, Field] = {
    field.path: field for field in FIELDS if "[]" not in field.path and field.path not in ("name", "start", "years")
}
# What an option may say, by funding model and name.
OPTION_FIELDS: Mapping[str, Mapping[str, Field]] = {
    model: {field.name: field for field in fields if field.name not in ("id", "name", "funding_model")}
    for model, fields in ENGINE_OPTION_FIELDS.items()
}

RatesInForce = Mapping[tuple[int, str], Rate]
AssumptionsInForce = Mapping[str, Assumption]


@dataclass(frozen=True)
class Input:
    """One number of a case: its value, what it would be if nobody had said otherwise, and where it comes from.

    `name` is the role's, for a salary or day rate. `origin` is "appraisal" (typed here), "assumption" (in force on the
    day), "rate", "default" (the engine's own) or "missing" (required, and nobody has said it).
    """

    path: str
    key: str
    value: Any
    default: Any
    origin: str
    mark: str
    source_cy: str
    source_en: str
    name_cy: str = ""
    name_en: str = ""
    # Of an assumption or rate in force: who made and who signed it, as text, for a run to keep. "" of a shipped one.
    made_by: str = ""
    signed_by: str = ""

    source = Pair("source")
    name = Pair("name")

    @property
    def changed(self) -> bool:
        return self.origin == "appraisal" and self.value != self.default


@dataclass(frozen=True)
class Composed:
    """A case as an object of JSON's types, not yet checked, and the origin of each of its numbers."""

    case: dict[str, Any]
    inputs: list[Input]
    missing_rates: list[str]
    option_names: dict[str, list[str]]

    def checked(self) -> Case:
        """The engine's case. Raises CaseError with every fault."""
        return build_case(self.case)

    def inputs_as_json(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.inputs]


def case_hash(case: Case) -> str:
    """SHA-256 of the complete case, defaults filled in, keys sorted: the same case has the same hash anywhere."""
    return hash_of(case.as_json())


def hash_of(case: Mapping[str, Any]) -> str:
    """The same, of a complete case as JSON: a kept run's, whatever the engine has learnt since."""
    text = json.dumps(_one_writing(dict(case)), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _one_writing(value: Any) -> Any:
    """Numbers written one way: 4 and 4.0 are the same number, and so the same case."""
    if isinstance(value, dict):
        return {name: _one_writing(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_one_writing(one) for one in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def compose(
    *,
    appraisal: Appraisal,
    roles: Iterable[AppraisalRole],
    options: Iterable[Option],
    assumptions: AssumptionsInForce,
    rates: RatesInForce,
) -> Composed:
    """The case of an appraisal, with `roles` (their `role` fetched) and `options` in the order they are to have.

    Nothing is checked here: the engine does that, once.
    """
    case: dict[str, Any] = {
        "name": both_names(appraisal),
        "start": f"{appraisal.start_year}-04",
        "years": appraisal.years,
    }
    inputs: list[Input] = []
    for path, field in CASE_FIELDS.items():
        one = _input(path, path, appraisal.inputs, path, assumptions, field)
        inputs.append(one)
        if one.origin not in ("default", "missing"):
            _put(case, path, one.value)
    squad, missing = [], []
    for line in roles:
        name = both_names(line.role)
        salary = _rate(line, "salary", line.salary, rates.get((line.role_id, Employment.PERMANENT)))
        day_rate = _rate(line, "day_rate", line.day_rate, rates.get((line.role_id, Employment.AGENCY)))
        inputs += [salary, day_rate]
        if salary.value is None or day_rate.value is None:
            missing.append(name)
            continue
        squad.append(
            {"role": name, "fte": float(line.fte), "salary": float(salary.value), "day_rate": float(day_rate.value)}
        )
    case["squad"] = squad
    case["options"] = []
    option_names = {}
    for option in options:
        option_names[option.key] = [option.name_cy, option.name_en]
        chosen: dict[str, Any] = {
            "id": option.key,
            "name": both_names(option),
            "funding_model": option.funding_model,
        }
        fields = OPTION_FIELDS.get(option.funding_model, {})
        for name, field in fields.items():
            path = f"options.{option.key}.{name}"
            one = _input(path, f"options.{option.funding_model}.{name}", option.parameters, name, assumptions, field)
            inputs.append(one)
            if one.origin not in ("default", "missing"):
                chosen[name] = one.value
        # What the option says that its model does not know stays in the case, so that the engine names it.
        chosen.update({name: value for name, value in option.parameters.items() if name not in fields})
        case["options"].append(chosen)
    for path, value in appraisal.inputs.items():
        if path not in CASE_FIELDS:
            _put(case, path, value)
    return Composed(case, inputs, missing, option_names)


def _input(
    path: str, key: str, own: Mapping[str, Any], own_key: str, assumptions: AssumptionsInForce, field: Field
) -> Input:
    assumption = assumptions.get(key)
    in_force = assumption is not None and assumption.value is not None
    default: Any = _plain(assumption.value, field) if assumption is not None and in_force else None
    if default is None and not field.required:
        default = field.default
    mark, source_cy, source_en = "", "", ""
    if assumption is not None:
        mark, source_cy, source_en = assumption.evidence, assumption.source_cy, assumption.source_en
    if own_key in own:
        return Input(path, key, own[own_key], default, "appraisal", mark, source_cy, source_en)
    origin = "assumption" if in_force else "missing" if field.required else "default"
    made_by, signed_by = _who(assumption if in_force else None)
    return Input(path, key, default, default, origin, mark, source_cy, source_en, made_by=made_by, signed_by=signed_by)


def _who(figure: Assumption | Rate | None) -> tuple[str, str]:
    """Who made a figure and who signed it, as text: their rows may go, what a run keeps may not."""
    if figure is None:
        return "", ""
    return str(figure.made_by or ""), str(figure.signed_by or "")


def _plain(value: Any, field: Field) -> int | float:
    return int(value) if field.whole else float(value)


def _rate(line: AppraisalRole, kind: str, own: Any, rate: Rate | None) -> Input:
    in_force = float(rate.amount) if rate else None
    made_by, signed_by = _who(rate if own is None else None)
    return Input(
        path=f"squad.{line.role.code}.{kind}",
        key=f"squad.{kind}",
        value=in_force if own is None else float(own),
        default=in_force,
        origin="rate" if own is None else "appraisal",
        mark=rate.evidence if rate else "",
        source_cy=rate.source_cy if rate else "",
        source_en=rate.source_en if rate else "",
        name_cy=line.role.name_cy,
        name_en=line.role.name_en,
        made_by=made_by,
        signed_by=signed_by,
    )


def both_names(record: Any) -> str:
    """Welsh then English: a case file, and so its hash, is the same whichever language its reader works in."""
    return record.name_cy if record.name_cy == record.name_en else f"{record.name_cy} / {record.name_en}"


def _put(case: dict[str, Any], path: str, value: Any) -> None:
    *rooms, name = path.split(".")
    for room in rooms:
        case = case.setdefault(room, {})
    case[name] = value


def start_of(appraisal: Appraisal) -> datetime.date:
    """The first day of month 0."""
    return datetime.date(appraisal.start_year, 4, 1)
