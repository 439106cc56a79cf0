"""How a figure is worked out: what a working shows adds up to the figure it explains."""

import pytest
from django.utils.translation import override

from funding.queries.workings import RECIPES, working
from funding.tables.comparison import FIGURES
from tests.funding.comparisons import of_worked_case

CASES = ["01-defaults", "04-gaps-and-resizing", "08-corners", "10-overruns"]


def opened(name: str, key: str, figure: str):
    comparison = of_worked_case(name)
    return working(comparison=comparison, option=comparison.option(key), figure=figure, with_pay=True)


def test_every_figure_of_the_table_has_its_working():
    assert set(FIGURES) <= set(RECIPES)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("figure", ["cost_nominal", "cost_real", "cost_pv", "benefit_pv", "net_present_value"])
def test_the_years_of_a_sum_add_up_to_the_figure(name, figure):
    comparison = of_worked_case(name)
    for option in comparison.options:
        shown = working(comparison=comparison, option=option, figure=figure, with_pay=True)
        assert shown.columns[-1].total == pytest.approx(option.summary[figure], rel=1e-9, abs=1e-6)
        assert shown.columns[-1].values.sum() == pytest.approx(option.summary[figure], rel=1e-9, abs=1e-6)


def test_the_parts_of_the_cost_add_up_to_the_whole():
    shown = opened("08-corners", "annual", "cost_nominal")
    assert sum(column.total for column in shown.columns[:-1]) == pytest.approx(shown.columns[-1].total)


def test_staff_of_either_kind_stand_in_one_column_so_that_no_rate_can_be_divided_out():
    for figure in RECIPES:
        headings = [str(column.heading) for column in opened("01-defaults", "hybrid", figure).columns]
        assert "permanent staff" not in headings
        assert "contractors" not in headings


def test_real_cost_is_the_years_cost_over_its_deflator():
    nominal, deflator, real = opened("01-defaults", "squad", "cost_real").columns
    assert real.values == pytest.approx(nominal.values / deflator.values)


def test_present_value_is_the_years_real_cost_times_its_discount_factor():
    real, factor, present = opened("01-defaults", "squad", "cost_pv").columns
    assert factor.values[:3] == pytest.approx([1, 0.966184, 0.933511], abs=1e-6)
    assert present.values == pytest.approx(real.values * factor.values)


@pytest.mark.parametrize("figure", list(RECIPES))
def test_every_formula_is_told_in_both_languages(figure):
    told = set()
    for language in ("en", "cy"):
        with override(language):
            told.add(str(RECIPES[figure].formula))
    assert len(told) == 2
