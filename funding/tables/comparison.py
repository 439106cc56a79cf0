"""The options side by side: a row a figure, a column an option, the best of each row said in words."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from funding import vocabulary
from funding.inputs import Input
from funding.queries.comparison import Comparison, OptionResult
from funding.queries.standing import best
from funding.queries.wording import is_share, written
from kit import formats

# In the order a finance officer asks: what it costs, what it buys, when, how well kept, what it brings.
FIGURES = (
    "cost_nominal",
    "cost_real",
    "cost_pv",
    "productive_fte_months",
    "staff_cost_per_productive_fte_month",
    "live_month",
    "months_without_team",
    "months_fully_sustained",
    "average_fitness",
    "contractor_share_of_staff_cost",
    "benefit_pv",
    "cashable_benefit_pv",
    "net_present_value",
    "benefit_cost_ratio",
    "overtakes_baseline_month",
)
# None says one of three things, each in its own words.
NONE_WORDS = {"live_month": "never", "overtakes_baseline_month": "never"}


@dataclass(frozen=True)
class Cell:
    text: str
    best: bool
    url: str


@dataclass(frozen=True)
class FigureRow:
    figure: str
    label: str
    unit: str
    help: str
    cells: list[Cell]


def side_by_side(comparison: Comparison) -> list[FigureRow]:
    rows = []
    for name in FIGURES:
        about = vocabulary.figure(name)
        leaders = best(comparison, name)
        if len(leaders) == len(comparison.options):
            leaders = []
        rows.append(
            FigureRow(
                figure=name,
                label=str(about.label),
                unit=str(about.unit_words),
                help=str(about.help),
                cells=[
                    Cell(shown(comparison, option, name), option in leaders, working_url(comparison, option, name))
                    for option in comparison.options
                ],
            )
        )
    return rows


def shown(comparison: Comparison, option: OptionResult, figure: str) -> str:
    """A summary figure as the page writes it."""
    value: Any = option.summary[figure]
    if value is None:
        if figure == "overtakes_baseline_month" and option.is_baseline:
            return _("the baseline")
        return pgettext("a month", "never") if figure in NONE_WORDS else _("none")
    kind = vocabulary.figure(figure).kind
    if kind == "month":
        return formats.month(comparison.month_start(int(value)))
    return write(kind, value)


def write(kind: str, value: Any) -> str:
    """One number by its kind of unit; the only rounding is in `kit.formats`."""
    if kind == "money":
        return formats.money(value)
    if kind == "share":
        return formats.percent(value)
    if kind == "ratio":
        return formats.ratio(value)
    if kind == "factor":
        return formats.number(value, 4)
    if kind == "months":
        return formats.number(value, 0)
    return formats.number(value, 1)


def working_url(comparison: Comparison, option: OptionResult, figure: str) -> str:
    if comparison.run_id is not None:
        return reverse("funding:run_working", args=[comparison.run_id, option.key, figure])
    return reverse("funding:appraisal_working", args=[comparison.appraisal_id, option.key, figure])


@dataclass(frozen=True)
class InputRow:
    """One input of the case, as a table shows it."""

    label: str
    option: str
    value: str
    default: str
    unit: str
    chosen_by: str
    mark: str
    source: str
    changed: bool


def input_row(comparison: Comparison, one: Input) -> InputRow:
    option = comparison.option(one.path.split(".")[1]) if one.path.startswith("options.") else None
    return InputRow(
        label=_input_label(one),
        option=option.name if option else "",
        value=written(one.key, one.value),
        default=written(one.key, one.default),
        unit="" if is_share(one.key) else str(vocabulary.unit(one.key)),
        chosen_by={
            "appraisal": _("this appraisal"),
            "assumption": _("the assumption in force"),
            "rate": _("the rate in force"),
            "default": _("the model"),
        }.get(one.origin, _("nobody yet")),
        mark=one.mark if one.origin != "appraisal" else "",
        source=one.source if one.origin != "appraisal" else "",
        changed=one.changed,
    )


def input_rows(comparison: Comparison, *, with_pay: bool) -> list[InputRow]:
    return [input_row(comparison, one) for one in comparison.inputs if with_pay or not one.path.startswith("squad.")]


def grouped_inputs(comparison: Comparison, *, with_pay: bool) -> list[tuple[str, list[InputRow]]]:
    """The inputs under their headings: prices, the squad, the product, and so on, and each option by its name."""
    groups: dict[str, list[InputRow]] = {}
    for one in comparison.inputs:
        if one.path.startswith("squad.") and not with_pay:
            continue
        row = input_row(comparison, one)
        groups.setdefault(row.option or str(vocabulary.group_label(one.key)), []).append(row)
    return list(groups.items())


def _input_label(one: Input) -> str:
    if one.path.startswith("squad."):
        return f"{one.name}: {vocabulary.label(one.key)}"
    return str(vocabulary.label(one.key))


def summary_headings(comparison: Comparison) -> list[str]:
    return [_("Figure"), _("Unit"), *(one.name for one in comparison.options)]


def summary_rows(comparison: Comparison) -> Iterator[list[Any]]:
    """The same rows for a download, unrounded; a month as its first day."""
    for name in FIGURES:
        about = vocabulary.figure(name)
        values: list[Any] = []
        for option in comparison.options:
            value = option.summary[name]
            if value is not None and about.kind == "month":
                value = comparison.month_start(int(value))
            values.append(value)
        yield [str(about.label), str(about.unit_words), *values]


def year_headings() -> list[str]:
    return [_("Option"), _("Financial year"), _("Cost, cash of the day (£)"), _("Benefit, cash of the day (£)")]


def year_rows(comparison: Comparison) -> Iterator[list[Any]]:
    for option in comparison.options:
        for year, start in enumerate(comparison.financial_years):
            yield [
                option.name,
                formats.financial_year(start),
                option.summary["cost_by_year"][year],
                option.summary["benefit_by_year"][year],
            ]


# What a month says of each option: column of the engine, words. Costs by category of staff are pay and stay out.
MONTHLY = (
    "permanent_fte",
    "contractor_fte",
    "productive_fte",
    "progress",
    "coverage",
    "adoption",
    "fitness",
    "improvement",
    "cost_nominal",
    "cost_real",
    "cost_pv",
    "benefit_nominal",
    "benefit_real",
    "benefit_pv",
)


def month_headings() -> list[str]:
    return [_("Option"), _("Month"), *(str(vocabulary.figure(name).label) for name in MONTHLY), _("Vacant FTE")]


def month_rows(comparison: Comparison) -> Iterator[list[Any]]:
    """Every month of every option, unrounded."""
    for option in comparison.options:
        for month in range(comparison.years * 12):
            first: datetime.date = comparison.month_start(month)
            yield [
                option.name,
                first,
                *(float(option.months[name][month]) for name in MONTHLY),
                float(option.vacant[month]),
            ]
