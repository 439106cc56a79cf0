"""The charts of a run under doubt. Points of the draws are lines and dots of ink: never the colours of staffing."""

from typing import Any

from django.utils.translation import gettext as _

from funding.charts.comparison import AT_MOST, _in_strip, _rounded, _strips
from funding.queries.comparison import OptionResult
from funding.queries.doubt_findings import varies
from funding.queries.doubt_words import valued
from funding.queries.doubted import Doubted, DoubtedOption
from funding.queries.turning import Swing, central_difference, swings, telling
from funding.tables.doubts import SHOWN, point_headings, swing_cells, swing_headings
from kit import formats
from kit.charts import GREY, INK, LINE, Chart, ChartTable, layout

LONG = 40  # letters in a row of a chart on a phone
MOST_BARS = 15
THIN, THICK = {"color": INK, "width": 2}, {"color": GREY, "width": 14}
DOT = {"color": "#ffffff", "size": 11, "line": {"color": INK, "width": 2.5}}


def net_by_option(found: Doubted) -> Chart:
    """An interval an option: thin from the 5 to the 95% point, thick over the middle half, a dot at the middle."""
    shown = list(reversed(found.options))
    names = [one.option.name for one in shown]
    traces = [
        *_intervals(shown, names, "p5", "p95", THIN),
        *_intervals(shown, names, "p25", "p75", THICK),
        {
            "type": "scatter",
            "mode": "markers",
            "x": _rounded([one.net["p50"] for one in shown], 0),
            "y": names,
            "marker": DOT,
            "hovertemplate": "%{y}: £%{x:,.0f}<extra></extra>",
        },
    ]
    figure_layout = _lying(names, 62)
    widest = max(found.options, key=_width)
    return Chart(
        key="net-by-option",
        title=_("“%(option)s” is the least certain: nine draws of ten lie within %(width)s")
        % {"option": widest.option.name, "width": formats.headline_money(_width(widest))}
        if varies(found)
        else _("No option's net present value varies"),
        description=_(
            "Net present value of each option over the draws: a thin line from the 5% to the 95% point, a thick one "
            "over the middle half, a dot at the 50% point."
        ),
        figure={"data": traces, "layout": figure_layout},
        table=ChartTable(
            headings=[_("Option"), *(f"{words} (£)" for words in point_headings())],
            rows=[[one.option.name, *(formats.money(one.net[point]) for point in SHOWN)] for one in found.options],
        ),
    )


def _intervals(shown: list[DoubtedOption], names: list[str], low: str, high: str, line: Any) -> list[dict[str, Any]]:
    """One line an option, all in one trace, with gaps between them."""
    xs: list[float | None] = []
    ys: list[str | None] = []
    for one, name in zip(shown, names, strict=True):
        xs += [*_rounded([one.net[low], one.net[high]], 0), None]
        ys += [name, name, None]
    return [{"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip"}]


def _width(one: DoubtedOption) -> float:
    return float((one.net["p95"] or 0.0) - (one.net["p5"] or 0.0))


def cost_fan(found: Doubted) -> Chart:
    """The points of each year's cost, a strip an option: as far as the draws reach, the middle half, the middle."""
    drawn = [one for one in found.options if one.option.funding_model != "do_nothing"][:AT_MOST]
    labels = [formats.financial_year(year) for year in found.comparison.financial_years]
    traces = []
    for position, one in enumerate(drawn):
        for low, high, line in (("p5", "p95", THIN), ("p25", "p75", THICK | {"width": 8})):
            xs: list[str | None] = []
            ys: list[float | None] = []
            for label, spread in zip(labels, one.cost_by_year, strict=True):
                xs += [label, label, None]
                ys += [*_rounded([spread[low], spread[high]], 0), None]
            trace = {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip"}
            traces.append(_in_strip(trace, position))
        middle = {
            "type": "scatter",
            "mode": "markers",
            "x": labels,
            "y": _rounded([spread["p50"] for spread in one.cost_by_year], 0),
            "name": one.option.name,
            "marker": DOT | {"size": 7},
            "hovertemplate": "%{x}: £%{y:,.0f}<extra></extra>",
        }
        traces.append(_in_strip(middle, position))
    return Chart(
        key="cost-fan",
        title=_cost_title(found, drawn, labels),
        description=_(
            "Cost of each financial year over the draws, in cash of the day: a thin line from the 5% to the 95% point, "
            "a thick one over the middle half, a dot at the 50% point."
        ),
        figure={"data": traces, "layout": _strips([one.option for one in drawn], _("£ a year"), shared=True)},
        table=ChartTable(
            headings=[_("Option and financial year"), *(f"{words} (£)" for words in point_headings())],
            rows=[
                [f"{one.option.name}, {label}", *(formats.money(spread[point]) for point in SHOWN)]
                for one in found.options
                for label, spread in zip(labels, one.cost_by_year, strict=True)
            ],
        ),
    )


def _cost_title(found: Doubted, drawn: list[DoubtedOption], labels: list[str]) -> str:
    dearest = [
        (float(spread["p95"] or 0.0), one.option.name, label)
        for one in drawn or found.options
        for label, spread in zip(labels, one.cost_by_year, strict=True)
    ]
    most, option, label = max(dearest, key=lambda each: each[0])
    return _("In one draw of twenty “%(option)s” costs %(most)s or more in %(year)s") % {
        "option": option,
        "most": formats.headline_money(most),
        "year": label,
    }


def tornado(found: Doubted, option: OptionResult) -> Chart:
    """A bar a number from what its low comes to, to what its high does; the widest above, the rest in the table."""
    made = swings(found, option)
    shown = list(reversed(telling(made)[:MOST_BARS]))
    # Two numbers of one name would be drawn on one line: an order nobody sees keeps them apart.
    names = [one.name + "\N{ZERO WIDTH SPACE}" * place for place, one in enumerate(shown)]
    traces: list[dict[str, Any]] = [
        {
            "type": "bar",
            "orientation": "h",
            "y": names,
            "base": _rounded([min(one.at_low, one.at_high) for one in shown], 0),
            "x": _rounded([one.width for one in shown], 0),
            "marker": {"color": LINE},
            "hoverinfo": "skip",
            "showlegend": False,
        },
        _ends(names, shown, low=True),
        _ends(names, shown, low=False),
    ]
    gap = central_difference(found, option)
    figure_layout = _lying(names, 52 if any(len(name) > LONG for name in names) else 44)
    figure_layout |= {"showlegend": True, "bargap": 0.75}
    figure_layout["shapes"] = [
        {"type": "line", "x0": gap, "x1": gap, "y0": 0, "y1": 1, "yref": "paper", "line": {"color": INK, "dash": "dot"}}
    ]
    return Chart(
        key="tornado",
        title=_tornado_title(option, found, made),
        description=_(
            "Each number at its low and at its high, the rest at the case's own: a hollow mark at the low, a full one "
            "at the high. The dotted line is the case as it is. Chances, which act in the draws alone, are compared "
            "by the mean over them."
        ),
        figure={"data": traces, "layout": figure_layout},
        table=ChartTable(
            headings=swing_headings(alone=option.is_baseline), rows=[swing_cells(found, one) for one in made]
        ),
    )


def _lying(names: list[str], row: int) -> dict[str, Any]:
    """A layout of rows, each with its name above it, where it has room on a phone too."""
    made = layout(height=120 + row * max(1, len(names)), hovermode="closest")
    made["margin"] |= {"l": 16, "r": 24}
    made["xaxis"] |= {"showgrid": True, "zeroline": True, "title": {"text": "£"}, "tickformat": "~s", "nticks": 6}
    made["yaxis"] |= {"rangemode": "normal", "showgrid": False, "ticks": "", "showticklabels": False}
    made["annotations"] = [
        {
            "text": _in_lines(name),
            "xref": "paper",
            "x": 0,
            "y": name,
            "xanchor": "left",
            "yanchor": "bottom",
            "yshift": 8,
            "align": "left",
            "showarrow": False,
            "font": {"size": 13, "color": INK},
            "bgcolor": "#ffffff",
            "borderpad": 0,
        }
        for name in names
    ]
    return made


def _in_lines(name: str) -> str:
    """A name too long for a phone has its option on a line of its own."""
    return "<br>(".join(name.rsplit(" (", 1)) if len(name) > LONG else name


def _ends(names: list[str], shown: list[Swing], *, low: bool) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": _rounded([one.at_low if low else one.at_high for one in shown], 0),
        "y": names,
        "name": _("at the low") if low else _("at the high"),
        "marker": {"color": "#ffffff" if low else INK, "size": 11, "line": {"color": INK, "width": 2}},
        "customdata": [valued(one.key, one.low if low else one.high) for one in shown],
        "hovertemplate": "%{customdata}: £%{x:,.0f}<extra></extra>",
    }


def _tornado_title(option: OptionResult, found: Doubted, made: list[Swing]) -> str:
    if not telling(made):
        return _("Nothing doubted moves this difference")
    words = {"input": made[0].name, "option": option.name, "baseline": found.comparison.baseline.name}
    if option.is_baseline:
        return _("“%(input)s” moves the net present value of “%(option)s” most") % words
    return _("“%(input)s” moves the difference between “%(option)s” and “%(baseline)s” most") % words
