"""The draws of a run as tables: what a page shows, and the same for a download, unrounded."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from funding import vocabulary
from funding.queries.doubt_words import unit_of, valued
from funding.queries.doubted import NET, POINTS, Doubted, DoubtedOption
from funding.queries.turning import Swing, Turn
from funding.queries.wording import written
from funding.tables.comparison import FIGURES, NONE_WORDS, write
from kit import formats

OUTCOMES = ("for_effort", "for_benefit")
SHOWN = ("mean", "p5", "p25", "p50", "p75", "p95")


@dataclass(frozen=True)
class SpreadRow:
    option: str
    cells: list[str]
    live_share: str
    beats_share: str


@dataclass(frozen=True)
class SpreadTable:
    """One figure over the draws, a row an option."""

    figure: str
    label: str
    unit: str
    rows: list[SpreadRow]


def point_headings() -> list[str]:
    return [_("Mean"), *(_("%(point)s%% point") % {"point": name[1:]} for name in SHOWN[1:])]


def net_table(found: Doubted) -> SpreadTable:
    return spread_table(found, NET)


def lead_table(found: Doubted) -> SpreadTable | None:
    """How much more each option is worth than the baseline in the same draw; None where a run kept nothing of it."""
    rows = [
        SpreadRow(one.option.name, [write("money", one.lead[point]) for point in SHOWN], "", "")
        for one in found.others
        if one.lead is not None
    ]
    label = _("Net present value above that of “%(baseline)s”") % {"baseline": found.baseline.option.name}
    return SpreadTable("lead", label, "£", rows) if rows else None


def other_tables(found: Doubted) -> list[SpreadTable]:
    return [spread_table(found, name) for name in FIGURES if name != NET]


def spread_table(found: Doubted, figure: str) -> SpreadTable:
    about = vocabulary.figure(figure)
    rows = [
        SpreadRow(
            option=one.option.name,
            cells=[_shown(found, figure, one.figures[figure][point]) for point in SHOWN],
            live_share=formats.percent(one.live_share),
            beats_share=pgettext("of the draws", "the baseline")
            if one.beats_baseline_share is None
            else formats.percent(one.beats_baseline_share),
        )
        for one in found.options
    ]
    return SpreadTable(figure, str(about.label), str(about.unit_words), rows)


def _shown(found: Doubted, figure: str, value: float | None) -> str:
    if value is None:
        return pgettext("a month", "never") if figure in NONE_WORDS else _("none")
    kind = vocabulary.figure(figure).kind
    if kind == "month":
        return formats.month(found.comparison.month_start(int(formats.rounded(value, 0))))
    return write("count" if kind == "months" else kind, value)


def figure_headings() -> list[str]:
    points = [_("%(point)s%% point") % {"point": name[1:]} for name in POINTS]
    shares = [_("Goes live, share of draws"), _("Greater net present value than the baseline, share of draws")]
    return [_("Option"), _("Figure"), _("Unit"), _("Mean"), *points, *shares]


def figure_rows(found: Doubted) -> Iterator[list[Any]]:
    """Every figure of every option with all its points. A month is counted from 1 April of the first year, as 0."""
    for one in found.options:
        for name, spread in one.figures.items():
            about = vocabulary.figure(name)
            unit = _("months after 1 April of the first year") if about.kind == "month" else str(about.unit_words)
            points = [spread[point] for point in ("mean", *POINTS)]
            yield [one.option.name, str(about.label), unit, *points, one.live_share, one.beats_baseline_share]
        if one.lead is not None:
            points = [one.lead[point] for point in ("mean", *POINTS)]
            words = _("Net present value above the baseline's")
            yield [one.option.name, words, "£", *points, one.live_share, one.beats_baseline_share]


def year_headings() -> list[str]:
    points = [_("%(point)s%% point") % {"point": name[1:]} for name in POINTS]
    return [_("Option"), _("Figure"), _("Financial year"), _("Mean"), *points]


def year_rows(found: Doubted) -> Iterator[list[Any]]:
    """Cost and benefit of each year, in cash of the day."""
    for one in found.options:
        for words, years in _by_year(one):
            for start, spread in zip(found.comparison.financial_years, years, strict=True):
                points = [spread[point] for point in ("mean", *POINTS)]
                yield [one.option.name, words, formats.financial_year(start), *points]


def _by_year(one: DoubtedOption) -> list[tuple[str, Any]]:
    return [
        (_("Cost, cash of the day (£)"), one.cost_by_year),
        (_("Benefit, cash of the day (£)"), one.benefit_by_year),
    ]


def swing_headings(*, alone: bool) -> list[str]:
    what = _("Net present value") if alone else _("Difference in net present value")
    ends = [f"{what}: {end} (£)" for end in (_("at the low"), _("at the high"))]
    return [_("Input"), _("Unit"), _("Low"), _("Here"), _("High"), *ends]


def swing_cells(found: Doubted, one: Swing) -> list[str]:
    """A row of the page: values in their unit, money in pounds."""
    return [
        one.name,
        unit_of(one.key),
        written(one.key, one.low),
        written(one.key, found.central(one.path)),
        written(one.key, one.high),
        formats.money(one.at_low),
        formats.money(one.at_high),
    ]


def swing_rows(found: Doubted, made: list[Swing]) -> Iterator[list[Any]]:
    """The same unrounded, a share as a fraction."""
    for one in made:
        unit = str(vocabulary.unit(one.key))
        yield [one.name, unit, one.low, found.central(one.path), one.high, one.at_low, one.at_high]


def turn_headings() -> list[str]:
    return [_("Input"), _("Unit"), _("Here"), _("Changes at"), _("Better then")]


def turn_rows(made: list[Turn]) -> Iterator[list[Any]]:
    for one in made:
        unit = str(vocabulary.unit(one.key))
        winner = one.winner.name if one.winner else None
        yield [
            one.name,
            unit,
            one.central,
            one.value,
            _("No value in its range changes which is better.") if one.value is None else winner,
        ]


def turn_here(one: Turn) -> str:
    return valued(one.key, one.central)


@dataclass(frozen=True)
class SameRow:
    """A squad on the annual fund's terms: what it delivers for the same money, and what the same outcome takes."""

    option: str
    cells: list[str]


def same_rows(found: Doubted) -> list[SameRow]:
    outcomes = {one["option"]: one for one in found.sensitivity.get("same_outcome", [])}
    made = []
    for one in found.sensitivity.get("same_money", []):
        option, summary, outcome = found.comparison.option(one["option"]), one["summary"], outcomes[one["option"]]
        assert option is not None, "the engine gives these of the case's own options"
        cells = [
            formats.money(one["annual_limit"]),
            formats.number(summary["productive_fte_months"], 1),
            formats.money(summary["benefit_pv"]),
            formats.money(summary[NET]),
            *(_("none") if outcome[name] is None else formats.money(outcome[name]) for name in OUTCOMES),
        ]
        made.append(SameRow(option.name, cells))
    return made
