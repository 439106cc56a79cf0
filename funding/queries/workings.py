"""How a figure is worked out: the formula in words, the numbers of each year that went in, the inputs behind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from numpy.typing import NDArray

from funding import vocabulary
from funding.inputs import Input
from funding.queries.comparison import Comparison, Months, OptionResult

Years = NDArray[np.float64]


@dataclass(frozen=True)
class Column:
    """One number a year. `kind` says how it is written: money, factor, fte, share, months or yes."""

    heading: str | Promise
    kind: str
    values: Years
    total: float | None = None


@dataclass(frozen=True)
class Working:
    """Everything that opens when a figure is asked how it came to be."""

    figure: str
    option: OptionResult
    value: Any
    formula: str | Promise
    columns: list[Column]
    inputs: list[Input]


@dataclass(frozen=True)
class Recipe:
    """How one summary figure is shown to be worked out."""

    formula: str | Promise
    columns: Callable[[Comparison, OptionResult], list[Column]]
    groups: Sequence[str] = field(default_factory=tuple)


STAFF = ("cost.permanent_staff", "cost.contractors")


def _by_year(comparison: Comparison, name: str) -> Years:
    """An index of the engine's, one number a year; shape (years,), 1 in the first."""
    return np.array(comparison.results[name])


def _sum(heading: str | Promise, kind: str, comparison: Comparison, series: Months) -> Column:
    years = comparison.by_year(series)
    return Column(heading, kind, years, float(years.sum()))


def _mean(heading: str | Promise, kind: str, comparison: Comparison, series: Months) -> Column:
    return Column(heading, kind, comparison.by_year(series) / 12)


def _at_end(heading: str | Promise, kind: str, comparison: Comparison, series: Months) -> Column:
    return Column(heading, kind, series[11::12])


def _nominal(comparison: Comparison, option: OptionResult) -> list[Column]:
    """The two categories of staff as one: apart, beside the FTE, they would give the rates away."""
    staff = option.months[STAFF[0]] + option.months[STAFF[1]]
    others = [name for name in vocabulary.CATEGORIES if f"cost.{name}" not in STAFF]
    return [
        _sum(_("staff, of either kind"), "money", comparison, staff),
        *(_sum(vocabulary.category(name), "money", comparison, option.months[f"cost.{name}"]) for name in others),
        _sum(_("cost, cash of the day"), "money", comparison, option.months["cost_nominal"]),
    ]


def _real(comparison: Comparison, option: OptionResult) -> list[Column]:
    return [
        _sum(_("cost, cash of the day"), "money", comparison, option.months["cost_nominal"]),
        Column(_("GDP deflator"), "factor", _by_year(comparison, "deflator_by_year")),
        _sum(_("cost, real"), "money", comparison, option.months["cost_real"]),
    ]


def _present(what: str) -> Callable[[Comparison, OptionResult], list[Column]]:
    headings = {
        "cost": (_("cost, real"), _("cost, present value")),
        "benefit": (_("benefit, real"), _("benefit, present value")),
    }[what]

    def columns(comparison: Comparison, option: OptionResult) -> list[Column]:
        return [
            _sum(headings[0], "money", comparison, option.months[f"{what}_real"]),
            Column(_("discount factor"), "factor", _by_year(comparison, "discount_by_year")),
            _sum(headings[1], "money", comparison, option.months[f"{what}_pv"]),
        ]

    return columns


def _benefit(comparison: Comparison, option: OptionResult) -> list[Column]:
    return [
        _mean(_("adoption, mean of the year"), "share", comparison, option.months["adoption"]),
        _mean(_("fitness, mean of the year"), "share", comparison, option.months["fitness"]),
        _mean(_("improvement, mean of the year"), "factor", comparison, option.months["improvement"]),
        _sum(_("benefit, cash of the day"), "money", comparison, option.months["benefit_nominal"]),
    ]


def _net(comparison: Comparison, option: OptionResult) -> list[Column]:
    return [
        _sum(_("benefit, present value"), "money", comparison, option.months["benefit_pv"]),
        _sum(_("cost, present value"), "money", comparison, option.months["cost_pv"]),
        _sum(_("net present value"), "money", comparison, option.months["benefit_pv"] - option.months["cost_pv"]),
    ]


def _people(comparison: Comparison, option: OptionResult) -> list[Column]:
    return [
        _sum(_("permanent FTE-months"), "fte", comparison, option.months["permanent_fte"]),
        _sum(_("contractor FTE-months"), "fte", comparison, option.months["contractor_fte"]),
        _sum(_("paid FTE-months"), "fte", comparison, option.paid),
        _sum(_("productive FTE-months"), "fte", comparison, option.months["productive_fte"]),
    ]


def _per_month(comparison: Comparison, option: OptionResult) -> list[Column]:
    staff = (option.months[STAFF[0]] + option.months[STAFF[1]]) / np.repeat(
        _by_year(comparison, "deflator_by_year"), 12
    )
    return [
        _sum(_("staff cost, real"), "money", comparison, staff),
        _sum(_("productive FTE-months"), "fte", comparison, option.months["productive_fte"]),
    ]


def _progress(comparison: Comparison, option: OptionResult) -> list[Column]:
    return [
        _sum(_("productive FTE-months"), "fte", comparison, option.months["productive_fte"]),
        _at_end(_("progress at the end of the year, FTE-months"), "fte", comparison, option.months["progress"]),
        _sum(_("months live"), "months", comparison, option.months["live"]),
    ]


def _presence(comparison: Comparison, option: OptionResult) -> list[Column]:
    nobody = (option.paid <= 1e-9).astype(float)
    return [
        _sum(_("months with somebody there"), "months", comparison, 1 - nobody),
        _sum(_("months without a team"), "months", comparison, nobody),
    ]


def _fitness(comparison: Comparison, option: OptionResult) -> list[Column]:
    sustained = (option.months["coverage"] >= 1 - 1e-9) & (option.months["live"] > 0)
    return [
        _mean(_("productive FTE, mean of the year"), "fte", comparison, option.months["productive_fte"]),
        _mean(_("coverage, mean of the year"), "share", comparison, option.months["coverage"]),
        _at_end(_("fitness at the end of the year"), "share", comparison, option.months["fitness"]),
        _sum(_("months fully sustained"), "months", comparison, sustained.astype(float)),
        _sum(_("months live"), "months", comparison, option.months["live"]),
    ]


def _overtaking(comparison: Comparison, option: OptionResult) -> list[Column]:
    def running(one: OptionResult) -> Years:
        total: Years = np.cumsum(one.months["benefit_pv"] - one.months["cost_pv"])[11::12]
        return total

    mine, baseline = running(option), running(comparison.baseline)
    return [
        Column(_("net present value so far"), "money", mine),
        Column(_("the baseline's so far"), "money", baseline),
        Column(_("difference"), "money", mine - baseline),
    ]


TEAM = ("squad", "employment", "options")
PRODUCT = ("product", "options", "benefit_haircut")
RECIPES: Mapping[str, Recipe] = {
    "cost_nominal": Recipe(
        _("The sum over every month of the six categories of cost, each at the prices of its own year."),
        _nominal,
        ("squad", "employment", "prices", "optimism_bias", "options", "product.running_cost"),
    ),
    "cost_real": Recipe(
        _("Each month's cost, cash of the day, divided by the GDP deflator's index of its year; then added up."),
        _real,
        ("prices", *TEAM),
    ),
    "cost_pv": Recipe(
        _("Each month's real cost times the Green Book's discount factor of its year; then added up."),
        _present("cost"),
        ("discount_rates", "prices", *TEAM),
    ),
    "benefit_nominal": Recipe(
        _(
            "Each month: adoption × fitness × improvement × a twelfth of the yearly benefit × (1 − haircut), "
            "at the price index of its year; then added up."
        ),
        _benefit,
        PRODUCT,
    ),
    "benefit_pv": Recipe(
        _("Each month's real benefit times the Green Book's discount factor of its year; then added up."),
        _present("benefit"),
        ("discount_rates", *PRODUCT),
    ),
    "cashable_benefit_pv": Recipe(
        _("The present value of the benefit times the share of it that can be cashed."),
        _present("benefit"),
        ("product.cashable_share", *PRODUCT),
    ),
    "net_present_value": Recipe(
        _("The present value of the benefit less the present value of the cost."),
        _net,
        ("discount_rates", *PRODUCT, *TEAM),
    ),
    "benefit_cost_ratio": Recipe(
        _("The present value of the benefit divided by the present value of the cost; nothing where there is no cost."),
        _net,
        ("discount_rates", *PRODUCT),
    ),
    "productive_fte_months": Recipe(
        _(
            "The productive effort of every month: people there, less those still assembling, learning or winding "
            "down, times what a year's working days deliver."
        ),
        _people,
        ("options", "employment"),
    ),
    "productive_share": Recipe(
        _("Productive FTE-months divided by the FTE-months paid for."), _people, ("options", "employment")
    ),
    "paid_fte_months": Recipe(_("Everybody there, of either kind, added up over the months."), _people, ("options",)),
    "staff_cost_per_productive_fte_month": Recipe(
        _("The two staff categories in real terms, divided by the productive FTE-months they bought."), _per_month, TEAM
    ),
    "contractor_share_of_staff_cost": Recipe(
        _("Contractors' cost in real terms divided by that of all staff."), _people, TEAM
    ),
    "live_month": Recipe(
        _("The first month that begins with as much progress as the effort needed to go live."),
        _progress,
        ("product.effort_to_live", "options"),
    ),
    "months_live": Recipe(
        _("The months from going live to the end."), _progress, ("product.effort_to_live", "options")
    ),
    "months_without_team": Recipe(
        _("The months in which nobody is there, of either kind, before or after going live."), _presence, ("options",)
    ),
    "months_fully_sustained": Recipe(
        _("The live months in which the mean effort of the last twelve covers what keeps the product fit."),
        _fitness,
        ("product.sustaining_fte", "options"),
    ),
    "average_fitness": Recipe(
        _(
            "The mean over the live months of fitness, which starts at 1 on going live, decays where the effort of the "
            "last twelve months falls short of what sustains the product, and recovers where it does not."
        ),
        _fitness,
        ("product.sustaining_fte", "product.decay_rate", "product.recovery_rate", "options"),
    ),
    "overtakes_baseline_month": Recipe(
        _("The first month from which the net present value so far is never again below the baseline's."),
        _overtaking,
        ("discount_rates", *PRODUCT),
    ),
}


def working(*, comparison: Comparison, option: OptionResult, figure: str, with_pay: bool) -> Working:
    """How one figure of one option is worked out. KeyError for a figure the summary does not have."""
    recipe = RECIPES[figure]
    return Working(
        figure=figure,
        option=option,
        value=option.summary[figure],
        formula=recipe.formula,
        columns=recipe.columns(comparison, option),
        inputs=[one for one in comparison.inputs if _went_in(one, recipe.groups, option, with_pay)],
    )


def _went_in(one: Input, groups: Sequence[str], option: OptionResult, with_pay: bool) -> bool:
    if one.path.startswith("squad.") and not with_pay:
        return False
    if one.path.startswith("options."):
        return "options" in groups and one.path.startswith(f"options.{option.key}.")
    return any(one.path == group or one.path.startswith(f"{group}.") for group in groups)
