"""Cases made by hypothesis: every input anywhere in its range, corners first."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from funding.engine import FIELDS, OPTION_FIELDS, Field, Option

from .cases import MODELS

# Where a range has no end, or so wide a one that a random value says nothing: what a case might plausibly hold.
_USUAL_MOST = {
    "pounds": 50_000.0, "pounds_a_year": 900_000.0, "months": 30.0, "month": 40.0, "years": 8.0, "fte": 8.0,
    "fte_months": 120.0, "share": 2.0, "fte_a_month": 4.0, "multiplier": 3.0, "pounds_a_day": 1500.0,
}  # fmt: skip


def number(field: Field) -> st.SearchStrategy[float | int | None]:
    """A value of the field: its default and the ends of its range often, and anything between."""
    low = field.minimum if field.minimum is not None else 0.0
    high = _USUAL_MOST.get(field.unit, 1.0)
    if field.maximum is not None:
        high = min(field.maximum, max(high, low + 1.0))
    if field.whole:
        values: st.SearchStrategy[float | int | None] = st.integers(int(low), int(high))
        ends: list[float] = [int(low), int(high)]
    else:
        first = low + 0.01 * (high - low) if field.above_minimum else low
        last = high - 0.01 * (high - low) if field.below_maximum else high
        values = st.floats(first, last).map(lambda value: round(value, 3)).filter(lambda v: first <= v <= last)
        ends = [first, last]
    choices = [values, st.sampled_from(ends)]
    if not field.required:
        choices.append(st.just(field.default))  # type: ignore[arg-type]
    return st.one_of(choices)


def _some(fields: list[Field]) -> st.SearchStrategy[dict[str, Any]]:
    required = {field.name: number(field) for field in fields if field.required}
    return st.fixed_dictionaries(required, optional={f.name: number(f) for f in fields if not f.required})


@st.composite
def options(draw: st.DrawFn, model: str, years: int, option_id: str) -> dict[str, Any]:
    numbers = draw(_some([field for field in OPTION_FIELDS[model] if field.can_vary]))
    if model == "annual_cycle":
        years_funded = st.lists(st.integers(0, years - 1), unique=True)
        numbers["funded_years"] = draw(st.none() | years_funded)
    if "size_by_year" in {field.path for field in OPTION_FIELDS[model]}:
        sizes = st.lists(st.sampled_from([0, 0.5, 1, 1.3]), min_size=1, max_size=years + 1)
        numbers["size_by_year"] = draw(st.none() | sizes)
    return {"id": option_id, "name": option_id, "funding_model": model, **numbers}


@st.composite
def cases(draw: st.DrawFn, models: tuple[str, ...] = MODELS, most_years: int = 8) -> dict[str, Any]:
    """A whole case of one to three options."""
    years = draw(st.integers(1, most_years))
    chosen = draw(st.lists(st.sampled_from(models), min_size=1, max_size=3))
    role = _some([field for field in FIELDS if field.group == "squad[]" and field.can_vary])
    case: dict[str, Any] = {
        "name": "Generated",
        "start": "2027-04",
        "years": years,
        "squad": [{"role": "r", **each} for each in draw(st.lists(role, min_size=1, max_size=3))],
        "options": [draw(options(model, years, f"o{n}")) for n, model in enumerate(chosen)],
    }
    for group in ("prices", "employment", "product"):
        case[group] = draw(_some([field for field in FIELDS if field.group == group]))
    case.update(draw(_some([field for field in FIELDS if field.path in ("optimism_bias", "benefit_haircut")])))
    if draw(st.booleans()):
        later = draw(st.lists(st.integers(1, 50), unique=True, max_size=3).map(sorted))
        rates = st.floats(0, 0.5).map(lambda rate: round(rate, 4))
        case["discount_rates"] = [{"from_year": year, "rate": draw(rates)} for year in [0, *later]]
    return case


__all__ = ["Option", "cases", "number", "options"]
