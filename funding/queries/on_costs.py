"""What a permanent post costs a year: the salary in force on a day, with the engine's on-costs."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from funding.engine.unit_costs import permanent_cost
from funding.inputs import CASE_FIELDS
from funding.models import Assumption, Rate
from funding.queries.assumptions import assumptions_in_force
from squads.models import Employment

# In the order in which the engine's formula takes them, after the salary.
PATHS = (
    "employment.salary_multiplier",
    "employment.ni_rate",
    "employment.ni_threshold",
    "employment.pension_rate",
    "employment.levy_rate",
    "employment.overhead_per_fte",
)


@dataclass(frozen=True)
class OnCosts:
    """The numbers beside a salary: of each the assumption in force, else the engine's own default."""

    values: Mapping[str, float]
    assumptions: Mapping[str, Assumption]

    def of_salary(self, salary: float) -> float:
        """£ a year of one FTE in permanent employment."""
        multiplier, ni_rate, ni_threshold, pension_rate, levy_rate, overhead = (self.values[path] for path in PATHS)
        return float(permanent_cost(salary, multiplier, ni_rate, ni_threshold, pension_rate, levy_rate, overhead))


def on_costs(*, on: datetime.date) -> OnCosts:
    """One query."""
    held = assumptions_in_force(on=on)
    found = {path: held[path] for path in PATHS if path in held and held[path].value is not None}
    values = {path: float(found[path].value if path in found else CASE_FIELDS[path].default) for path in PATHS}  # type: ignore[arg-type]
    return OnCosts(values, found)


@dataclass(frozen=True)
class Salaries:
    """The salaries in force on a day, by the role's code and the organisation's key."""

    rates: Mapping[tuple[str, int | None], Rate]

    def of(self, code: str, organisation: int) -> Rate | None:
        """An organisation's own before everybody's."""
        return self.rates.get((code, organisation)) or self.rates.get((code, None))


def salaries_in_force(*, on: datetime.date, codes: Iterable[str]) -> Salaries:
    """Signed before shipped, as everywhere. One query."""
    rows = Rate.objects.in_force(on).filter(employment=Employment.PERMANENT, role__code__in=set(codes))
    found: dict[tuple[str, int | None], Rate] = {}
    for row in rows.select_related("role", "organisation"):
        found.setdefault((row.role.code, row.organisation_id), row)
    return Salaries(found)
