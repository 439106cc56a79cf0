"""The charts of a comparison. Each has its table of the same figures and its own text, made from them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from django.urls import reverse
from django.utils.translation import gettext as _

from funding.charts.ends import apart, crossing_marks
from funding.queries.comparison import Comparison, Months, OptionResult
from kit import formats
from kit.charts import (
    CONTRACTOR,
    PERMANENT,
    Chart,
    ChartTable,
    april_lines,
    layout,
    month_bars,
    option_line,
    vacant_outline,
)

AT_MOST = 4
MONTHS_IN_FULL = 180


def charts(comparison: Comparison) -> list[Chart]:
    """Every chart, its table in the page and its figure fetched when there is a script to draw it."""
    made = [make(comparison) for make in CHARTS.values()]
    return [replace(chart, url=chart_url(comparison, chart.key)) for chart in made]


def chart_url(comparison: Comparison, key: str) -> str:
    if comparison.run_id is not None:
        return reverse("funding:run_chart", args=[comparison.run_id, key])
    return reverse("funding:appraisal_chart", args=[comparison.appraisal_id, key])


def with_a_team(comparison: Comparison) -> list[OptionResult]:
    """The options to draw, at most four: doing nothing has no team and its figures stay in the tables."""
    return [one for one in comparison.options if one.funding_model != "do_nothing"][:AT_MOST]


def cost_by_year(comparison: Comparison) -> Chart:
    """Bars by financial year, each option in a strip of its own to the same scale."""
    drawn = with_a_team(comparison)
    labels = [formats.financial_year(year) for year in comparison.financial_years]
    traces = [
        _in_strip(
            {
                "type": "bar",
                "x": labels,
                "y": _rounded(option.summary["cost_by_year"], 0),
                "name": option.name,
                "marker": {"color": "#505a5f"},
                "hovertemplate": "%{x}: £%{y:,.0f}<extra></extra>",
            },
            position,
        )
        for position, option in enumerate(drawn)
    ]
    dearest = max(comparison.options, key=lambda one: max(one.summary["cost_by_year"]))
    worst = int(np.argmax(dearest.summary["cost_by_year"]))
    return Chart(
        key="cost-by-year",
        title=_("The dearest single year is %(year)s under “%(option)s”")
        % {"year": labels[worst], "option": dearest.name},
        description=_("Cost of each option in each financial year, in cash of the day."),
        figure={"data": traces, "layout": _strips(drawn, _("£ a year"), shared=True)},
        table=ChartTable(
            headings=[_("Financial year"), *(f"{one.name} (£)" for one in comparison.options)],
            rows=[
                [label, *(formats.money(one.summary["cost_by_year"][year]) for one in comparison.options)]
                for year, label in enumerate(labels)
            ],
            totals=[_("Total"), *(formats.money(one.summary["cost_nominal"]) for one in comparison.options)],
        ),
    )


def cumulative_cost(comparison: Comparison) -> Chart:
    """Lines of the cost so far, each labelled at its end."""
    drawn = with_a_team(comparison)
    so_far = {one.key: np.cumsum(one.summary["cost_by_year"]) for one in comparison.options}
    labels = [formats.financial_year(year) for year in comparison.financial_years]
    traces = [
        option_line(
            position,
            name=option.name,
            x=labels,
            y=_rounded(so_far[option.key], 0),
            hovertemplate="%{x}: £%{y:,.0f}<extra>%{fullData.name}</extra>",
        )
        for position, option in enumerate(drawn)
    ]
    apart(traces, height=300)
    most = max(comparison.options, key=lambda one: one.summary["cost_nominal"])
    crossings = _crossings(drawn, so_far)
    figure_layout = layout(y_title=_("£ so far"), lines=[one.name for one in drawn])
    figure_layout["annotations"] = crossing_marks(
        [(option.name, labels[year], float(so_far[option.key][year])) for option, year in crossings]
    )
    passing = [
        _("“%(option)s” crosses “%(baseline)s” for the last time in %(year)s.")
        % {"option": option.name, "baseline": drawn[0].name, "year": labels[year]}
        for option, year in crossings
    ]
    return Chart(
        key="cumulative-cost",
        title=_("By the end “%(option)s” has cost the most: %(cost)s")
        % {"option": most.name, "cost": formats.headline_money(most.summary["cost_nominal"])},
        description=" ".join([_("Cost so far at the end of each financial year, in cash of the day."), *passing]),
        figure={"data": traces, "layout": figure_layout},
        table=ChartTable(
            headings=[_("At the end of"), *(f"{one.name} (£)" for one in comparison.options)],
            rows=[
                [label, *(formats.money(so_far[one.key][year]) for one in comparison.options)]
                for year, label in enumerate(labels)
            ],
        ),
    )


def _crossings(drawn: Sequence[OptionResult], so_far: Mapping[str, Any]) -> list[tuple[OptionResult, int]]:
    """For each option after the first, the year in which its line last changes sides with the first's."""
    found = []
    for option in drawn[1:]:
        dearer = so_far[option.key] - so_far[drawn[0].key] > 0
        changes = np.flatnonzero(dearer[1:] != dearer[:-1])
        if len(changes):
            found.append((option, int(changes[-1]) + 1))
    return found


def team_by_month(comparison: Comparison) -> Chart:
    """Permanent solid, contractors striped, the vacant as a gap; a strip an option."""
    drawn = with_a_team(comparison)
    months = [comparison.month_start(month) for month in range(comparison.years * 12)]
    traces = []
    for position, option in enumerate(drawn):
        permanent, contractors = option.months["permanent_fte"], option.months["contractor_fte"]
        there = [(PERMANENT, _("permanent"), permanent), (CONTRACTOR, _("contractor"), contractors)]
        once: dict[str, Any] = {"showlegend": position == 0}
        for mark, name, series in there:
            bars = month_bars(months) | {"y": _rounded(series, 2), "name": name, "legendgroup": name, "marker": mark}
            bars["hovertemplate"] = f"{name}: %{{y}} FTE<extra>{option.name}</extra>"
            traces.append(_in_strip(bars | once, position))
        planned = _rounded(permanent + contractors + option.vacant, 2)
        gap = vacant_outline(months, planned=planned, vacant=_rounded(option.vacant, 2), name=_("vacant"))
        traces.append(_in_strip(gap | once | {"legendgroup": "vacant"}, position))
    emptiest = max(drawn, key=lambda one: one.summary["months_without_team"], default=None)
    empty = emptiest.summary["months_without_team"] if emptiest else 0
    title = (
        _("“%(option)s” is without anybody for %(gap)s of %(months)s months")
        % {"option": emptiest.name, "gap": empty, "months": comparison.years * 12}
        if emptiest and empty
        else _("Under every option somebody is there in every month")
    )
    figure_layout = _strips(drawn, _("FTE"), shared=True)
    figure_layout.update({"barmode": "stack", "bargap": 0, "showlegend": True})
    return Chart(
        key="team",
        title=title,
        description=_(
            "People there in each month, in full-time equivalents: permanent staff, contractors, and places that the "
            "option means to fill and that nobody fills."
        ),
        figure={"data": traces, "layout": figure_layout},
        table=_monthly_table(
            comparison,
            [
                (f"{one.name}: {words}", series, formats.fte)
                for one in drawn
                for words, series in (
                    (_("permanent (FTE)"), one.months["permanent_fte"]),
                    (_("contractor (FTE)"), one.months["contractor_fte"]),
                    (_("vacant (FTE)"), one.vacant),
                )
            ],
        ),
    )


def effort_by_month(comparison: Comparison) -> Chart:
    """Productive effort, with a line at each 1 April; a strip an option."""
    drawn = with_a_team(comparison)
    starts = _month_starts(comparison)
    traces = [
        _in_strip(
            {
                "type": "scatter",
                "mode": "lines",
                "line": {"color": "#0b0c0c", "width": 1.5, "shape": "hv"},
                "x": starts,
                "y": _rounded(option.months["productive_fte"], 2),
                "name": option.name,
                "hovertemplate": "%{x|%B %Y}: %{y} FTE<extra></extra>",
            },
            position,
        )
        for position, option in enumerate(drawn)
    ]
    most = max(comparison.options, key=lambda one: one.summary["productive_fte_months"])
    figure_layout = _strips(drawn, _("FTE"), shared=True)
    figure_layout["shapes"] = april_lines(comparison.financial_years)
    return Chart(
        key="effort",
        title=_("“%(option)s” buys the most productive work: %(effort)s FTE-months")
        % {"option": most.name, "effort": formats.number(most.summary["productive_fte_months"], 0)},
        description=_("Productive effort in each month, in full-time equivalents; a line stands at each 1 April."),
        figure={"data": traces, "layout": figure_layout},
        table=_monthly_table(
            comparison, [(f"{one.name} (FTE)", one.months["productive_fte"], formats.fte) for one in drawn]
        ),
    )


def fitness_and_benefit(comparison: Comparison) -> Chart:
    """Fitness by month above, benefit by year below."""
    drawn = with_a_team(comparison)
    starts = _month_starts(comparison)
    years = [f"{comparison.start_year + year}-10-01" for year in range(comparison.years)]
    traces = []
    for position, option in enumerate(drawn):
        fitness = option_line(position, name=option.name, x=starts, y=_rounded(option.months["fitness"], 3))
        benefit = option_line(position, name=option.name, x=years, y=_rounded(option.summary["benefit_by_year"], 0))
        benefit.update({"yaxis": "y2", "showlegend": False})
        traces += [fitness, benefit]
    apart(traces[::2], height=200)
    apart(traces[1::2], height=200)
    best = max(comparison.options, key=lambda one: one.summary["benefit_pv"])
    figure_layout = layout(y_title=_("fitness"), lines=[one.name for one in drawn])
    figure_layout["yaxis"].update({"domain": [0.56, 1], "range": [0, 1.05], "tickformat": ".0%"})
    figure_layout["yaxis2"] = {**figure_layout["yaxis"], "domain": [0, 0.44], "title": {"text": _("benefit, £ a year")}}
    figure_layout["yaxis2"].pop("range")
    figure_layout["yaxis2"]["tickformat"] = "~s"
    figure_layout["yaxis2"]["rangemode"] = "tozero"
    figure_layout["height"] = 560
    labels = [formats.financial_year(year) for year in comparison.financial_years]
    fitness_words, benefit_words = _("fitness at the end of the year"), _("benefit (£)")
    return Chart(
        key="fitness",
        title=_("“%(option)s” brings the most benefit: %(benefit)s at present value")
        % {"option": best.name, "benefit": formats.headline_money(best.summary["benefit_pv"])}
        if best.summary["benefit_pv"] > 0
        else _("How fit the product stays; no option brings a benefit in money"),
        description=_("Fitness of the product in each month once it is live, and its benefit in each financial year."),
        figure={"data": traces, "layout": figure_layout},
        table=ChartTable(
            headings=[
                _("Financial year"),
                *(f"{one.name}: {fitness_words}" for one in comparison.options),
                *(f"{one.name}: {benefit_words}" for one in comparison.options),
            ],
            rows=[
                [
                    label,
                    *(formats.percent(one.months["fitness"][year * 12 + 11]) for one in comparison.options),
                    *(formats.money(one.summary["benefit_by_year"][year]) for one in comparison.options),
                ]
                for year, label in enumerate(labels)
            ],
        ),
    )


def _monthly_table(comparison: Comparison, columns: Sequence[tuple[str, Months, Callable[[float], str]]]) -> ChartTable:
    """A row a month, or a financial year's mean where there are more months than anybody reads on one page."""
    if comparison.years * 12 <= MONTHS_IN_FULL:
        labels = [formats.month(comparison.month_start(month)) for month in range(comparison.years * 12)]
        heading = _("Month")
    else:
        labels = [formats.financial_year(year) for year in comparison.financial_years]
        columns = [(name, comparison.by_year(series) / 12, show) for name, series, show in columns]
        heading = _("Financial year (mean of its months)")
    return ChartTable(
        headings=[heading, *(name for name, _series, _show in columns)],
        rows=[[label, *(show(series[row]) for _n, series, show in columns)] for row, label in enumerate(labels)],
    )


def _month_starts(comparison: Comparison) -> list[str]:
    return [comparison.month_start(month).isoformat() for month in range(comparison.years * 12)]


def _rounded(series: Any, places: int) -> list[float]:
    """Shortened for the drawing only: tables and downloads have the figures themselves."""
    return [float(value) for value in np.round(np.asarray(series, dtype=float), places)]


def _in_strip(trace: dict[str, Any], position: int) -> dict[str, Any]:
    return trace if position == 0 else {**trace, "yaxis": f"y{position + 1}"}


def _strips(drawn: Sequence[OptionResult], unit: str, *, shared: bool) -> dict[str, Any]:
    """A layout with one strip an option, its name above it, all to the same scale."""
    count = max(1, len(drawn))
    gap = 0.09
    height = (1 - gap * count) / count
    figure_layout = layout(y_title=unit)
    figure_layout["height"] = 120 + 110 * count
    figure_layout["showlegend"] = False
    figure_layout["annotations"] = []
    # The years stand once, below the lowest strip.
    figure_layout["xaxis"]["anchor"] = "y" if count == 1 else f"y{count}"
    for position, option in enumerate(drawn):
        top = 1 - position * (height + gap) - gap * 0.6
        axis = {**figure_layout["yaxis"], "domain": [max(0.0, top - height), top], "rangemode": "tozero"}
        if shared and position:
            axis["matches"] = "y"
        figure_layout["yaxis" if position == 0 else f"yaxis{position + 1}"] = axis
        figure_layout["annotations"].append(
            {
                "text": option.name,
                "xref": "paper",
                "yref": "paper",
                "x": 0,
                "y": top,
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 14, "color": "#0b0c0c"},
            }
        )
    return figure_layout


# By the key its address has.
CHARTS: Mapping[str, Callable[[Comparison], Chart]] = {
    "cost-by-year": cost_by_year,
    "cumulative-cost": cumulative_cost,
    "team": team_by_month,
    "effort": effort_by_month,
    "fitness": fitness_and_benefit,
}
