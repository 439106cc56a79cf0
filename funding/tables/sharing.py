"""The products of one squad: all together, and each of them, under every option."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from funding import vocabulary
from funding.queries.comparison import Comparison
from funding.queries.sharing import Shared, Together
from funding.tables.comparison import write
from kit import formats

TOTALS = (
    "cost_nominal",
    "cost_pv",
    "productive_fte_months",
    "productive_share",
    "products_live",
    "all_live_month",
    "months_without_team",
    "benefit_pv",
    "net_present_value",
    "benefit_cost_ratio",
    "overtakes_baseline_month",
)
EACH = ("live_month", "months_without_team", "average_fitness", "cost_pv", "benefit_pv", "net_present_value")


@dataclass(frozen=True)
class Row:
    label: str
    unit: str
    cells: list[str]


@dataclass(frozen=True)
class ProductRows:
    product: Shared
    share: str
    fte: str
    rows: list[Row]


def label_of(figure: str) -> str:
    own = {
        "products_live": _("Products that go live"),
        "all_live_month": _("All of them live from"),
        "months_without_team": _("Months without a team, added over the products"),
    }
    return own.get(figure) or str(vocabulary.figure(figure).label)


def total_rows(comparison: Comparison, together: Together) -> list[Row]:
    return [
        Row(
            label_of(name),
            _unit(name),
            [
                _shown(comparison, name, together.totals[option.key][name], is_baseline=option.is_baseline)
                for option in comparison.options
            ],
        )
        for name in TOTALS
    ]


def each_product(comparison: Comparison, together: Together) -> list[ProductRows]:
    return [
        ProductRows(
            product=one,
            share=formats.percent(one.share),
            fte=formats.number(one.fte, 2),
            rows=[
                Row(
                    str(vocabulary.figure(name).label),
                    _unit(name),
                    [_shown(comparison, name, one.summaries[option.key][name]) for option in comparison.options],
                )
                for name in EACH
            ],
        )
        for one in together.products
    ]


def headings() -> list[str]:
    """Of the file: a row for each option of each product, and for all of them together."""
    return [
        _("Product"),
        _("Share of the squad's time"),
        _("FTE"),
        _("Option"),
        *(_with_unit(str(vocabulary.figure(name).label), name) for name in FILED),
    ]


FILED = (
    "cost_nominal",
    "cost_real",
    "cost_pv",
    "benefit_pv",
    "cashable_benefit_pv",
    "net_present_value",
    "benefit_cost_ratio",
    "paid_fte_months",
    "productive_fte_months",
    "productive_share",
    "months_without_team",
)


def rows(comparison: Comparison, together: Together) -> Iterator[list[Any]]:
    for option in comparison.options:
        for one in together.products:
            summary = one.summaries[option.key]
            yield [one.name, one.share, one.fte, option.name, *(summary[name] for name in FILED)]
        total = together.totals[option.key]
        yield [_("All together"), 1, together.fte, option.name, *(total[name] for name in FILED)]


def _with_unit(label: str, figure: str) -> str:
    unit = _unit(figure)
    return f"{label} ({unit})" if unit else label


def _unit(figure: str) -> str:
    if figure in ("products_live", "all_live_month"):
        return ""
    return str(vocabulary.figure(figure).unit_words)


def _shown(comparison: Comparison, figure: str, value: Any, *, is_baseline: bool = False) -> str:
    if figure == "products_live":
        return formats.number(value)
    if value is None:
        if figure == "overtakes_baseline_month" and is_baseline:
            return _("the baseline")
        return pgettext("a month", "never") if figure.endswith("_month") else _("none")
    kind = "month" if figure == "all_live_month" else vocabulary.figure(figure).kind
    if kind == "month":
        return formats.month(comparison.month_start(int(value)))
    return write(kind, value)
