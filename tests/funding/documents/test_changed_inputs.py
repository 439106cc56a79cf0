"""An input changed in its cell changes every figure as it does in the engine."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest

from funding.documents.workbook import Book
from funding.documents.workbook.cells import FIRST, Cell, Row
from tests.funding.documents.books import Recalculated, check_values, compared, faults, made, worked
from tests.funding.engine.cases import MODELS, given, option, small

# By what is changed: (where in the case, new value). An option is named by its place; a series by its list.
CHANGES: dict[str, dict[str, Any]] = {
    "pay, prices and the deflator": {
        "prices.pay_inflation": 0.07, "prices.price_inflation": -0.1, "prices.gdp_deflator": 0.031,
        "prices.contractor_inflation": 0.055,
    },
    "a product hard to build": {"product.effort_to_live": 61.5},
    "a product that is there from the start": {"product.effort_to_live": 0},
    "a product nobody has to sustain": {"product.sustaining_fte": 0},
    "a product that falls short": {
        "product.sustaining_fte": 9.5, "product.decay_rate": 0.4, "product.recovery_rate": 0
    },
    "adoption": {"product.adoption_months": 17.5, "product.adoption_maximum": 0.7},
    "improvement": {
        "product.improvement_rate": 0.2, "product.improvement_limit": 0.15, "product.sustaining_fte": 0.5
    },
    "benefits": {"product.annual_benefit": 70_000, "benefit_haircut": 0.4, "product.cashable_share": 0.9},
    "optimism and running": {"optimism_bias": 0.35, "product.running_cost": 99_000},
    "employment": {
        "employment.ni_rate": 0.2, "employment.ni_threshold": 45_000, "employment.contractor_days": 180,
        "employment.permanent_days": 230, "employment.salary_multiplier": 0.8, "employment.day_rate_multiplier": 1.4,
        "employment.contractor_fee_rate": 0, "employment.overhead_per_fte": 0, "employment.recruitment_cost": 12_000,
        "employment.permanent_productivity": 0.9, "employment.standard_days": 200,
    },
    "discount rates": {"discount_rates": [0.035, 0.1, 0, 0.02, 0.02, 0.3]},
    "the squad": {"squad.fte": [2.5, 0.25], "squad.salary": [4000, 90_000], "squad.day_rate": [450, 1500]},
    "years without an award": {"options.1.funded_years": [0, 2, 5]},
    "no award at all": {"options.1.funded_years": []},
    "an award so late that nobody comes": {"options.1.award_month": 11, "options.1.assembly_months": 1.25},
    "parts of months": {
        "options.1.assembly_months": 3.4, "options.1.research_months": 1.7, "options.1.wind_down_months": 1.35,
        "options.1.knowledge_retained": 0.9, "options.1.unfinished_work_lost": 0.95,
    },
    "a dear team on a yearly limit": {
        "options.1.annual_limit": 150_000, "options.1.limit_indexation": 0.1, "options.1.contractor_rate_multiplier": 2,
        "options.1.team_share": 1.5, "options.1.bid_cost": 1, "options.1.procurement_cost": 77_000,
    },
    "a squad that is resized": {
        "options.2.size_by_year": [1, 1.5, 0.5, 0, 0.7, 1.3], "options.2.redeployed_share": 0.25,
        "options.2.redundancy_months": 7.5, "options.2.attrition_rate": 0.4,
    },
    "slow recruitment": {
        "options.2.recruitment_months": 11, "options.2.recruits_per_month": 0.4, "options.2.campaign_failure_rate": 0.8,
        "options.2.approval_month": 1,
    },
    "recruitment in a month, at full speed at once": {
        "options.2.recruitment_months": 1, "options.2.ramp_up_months": 0, "options.2.approval_month": 0,
    },
    "a long way to full speed": {"options.2.ramp_up_months": 24, "options.2.starting_productivity": 0},
    "a squad on a yearly limit": {"options.2.annual_limit": 170_000, "options.2.limit_indexation": -0.05},
    "cover begun": {
        "options.2.cover_months": 9, "options.2.interim_cover": 0.6, "options.2.assembly_months": 0,
        "options.2.research_months": 4,
    },
    "cover on a limit, handed over late": {
        "options.3.annual_limit": 260_000, "options.3.handover_months": 7, "options.3.cover_months": 40,
        "options.3.contractor_rate_multiplier": 1.3,
    },
    "handed over at once": {"options.3.handover_months": 0, "options.3.approval_month": 20},
    "rebuilt every two years": {"options.4.rebuild_every_years": 2, "options.4.build_months": 3},
    "rebuilt as soon as it can be": {
        "options.4.rebuild_every_years": 1, "options.4.procurement_months": 0, "options.4.research_months": 0,
        "options.4.build_months": 14, "options.4.approval_month": 0, "options.4.build_share": 2,
        "options.4.support_share": 0,
    },
}  # fmt: skip
# Ten at once, for worked cases whose first option is the annual fund, or whose options are of other models.
TEN = {
    "prices.gdp_deflator": 0.03, "optimism_bias": 0.15, "benefit_haircut": 0.1, "employment.contractor_days": 205,
    "employment.levy_rate": 0.01, "product.effort_to_live": 55, "product.sustaining_fte": 2.4,
    "product.decay_rate": 0.2, "product.running_cost": 51_234.5, "product.adoption_months": 7,
}  # fmt: skip


def changed(case: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The case file that says the same as the changed cells."""
    found = copy.deepcopy(case)
    for path, value in changes.items():
        first, _, rest = path.partition(".")
        if first == "options":
            place, _, name = rest.partition(".")
            found["options"][int(place)][name] = value
        elif first == "squad":
            for line, one in zip(found["squad"], value, strict=True):
                line[rest] = one
        elif first == "discount_rates":
            found["discount_rates"] = [{"from_year": year, "rate": rate} for year, rate in enumerate(value)]
        elif rest:
            found.setdefault(first, {})[rest] = value
        else:
            found[first] = value
    return found


def target(book: Book, path: str) -> Cell | Row:
    first, _, rest = path.partition(".")
    if first == "discount_rates":
        return book.inputs.discount
    if first == "squad":
        return book.inputs.roles[rest]
    if first != "options":
        return book.inputs.case[path]
    place, _, name = rest.partition(".")
    series = {"funded_years": book.inputs.funded, "size_by_year": book.inputs.sizes}
    return series[name][int(place)] if name in series else book.inputs.options[int(place)][name]


def type_in(sheet_book: Recalculated, book: Book, changes: dict[str, Any], *, back: bool = False) -> None:
    """Type the changes into their cells, or what was there before."""
    for path, value in changes.items():
        cell = target(book, path)
        if isinstance(cell, Cell):
            sheet_book.put(cell.sheet, cell.row, cell.column, cell.given if back else value)
            continue
        values = [int(y in value) for y in range(cell.count)] if path.endswith("funded_years") else value
        for t, one in enumerate(cell.found[1:] if back else values):
            sheet_book.put(cell.sheet, cell.row, FIRST + t, one)
    sheet_book.book.evaluate_all()


@cache
def every_model() -> tuple[Any, Recalculated]:
    one = made(small(*[option(model) for model in MODELS]))
    return one, Recalculated(one.content)


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_input_gives_the_engines_figures(what):
    one, sheet_book = every_model()
    changes = CHANGES[what]
    comparison = compared(changed(small(*[option(model) for model in MODELS]), changes))
    type_in(sheet_book, one.book, changes)
    try:
        assert faults(one.book, sheet_book.values, comparison) == []
        passing, count, failing = check_values(one.book, sheet_book.values)
        assert (passing, failing) == (1, [])
        assert count >= 1
    finally:
        type_in(sheet_book, one.book, changes, back=True)


def test_what_is_changed_back_is_as_it_was():
    one, sheet_book = every_model()
    assert faults(one.book, sheet_book.values, one.comparison) == []
    assert check_values(one.book, sheet_book.values) == (1, 0, [])


@pytest.mark.parametrize("name", ["02-by-hand", "04-gaps-and-resizing", "10-overruns"])
def test_ten_inputs_changed_at_once_in_a_worked_case(name):
    one = worked(name)
    sheet_book = Recalculated(one.content)
    type_in(sheet_book, one.book, TEN)
    assert faults(one.book, sheet_book.values, compared(changed(given(name), TEN))) == []
    assert check_values(one.book, sheet_book.values) == (1, 10, [])


def test_a_check_says_what_it_is_for():
    """An input out of its range, and a time to full speed for which there are no rows, do not pass unnoticed."""
    one, sheet_book = every_model()
    for changes, words in (
        ({"prices.pay_inflation": 0.9}, "Inputs outside the range"),
        ({"options.1.award_month": 5.5}, "Inputs outside the range"),
        ({"squad.fte": [0, 1]}, "Inputs outside the range"),
        ({"options.2.ramp_up_months": 30}, "The time to full speed"),
    ):
        type_in(sheet_book, one.book, changes)
        passing, _count, failing = check_values(one.book, sheet_book.values)
        assert passing == 0
        assert [line for line in failing if line.startswith(words)] == failing
        type_in(sheet_book, one.book, changes, back=True)
