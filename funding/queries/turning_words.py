"""Switching values, the same money and the same outcome, in sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from funding import vocabulary
from funding.queries.comparison import Comparison, OptionResult
from funding.queries.doubt_words import valued
from funding.queries.doubted import Doubted
from funding.queries.standing import EVEN, claim
from funding.queries.turning import Turn, central_difference, swings, telling, turns
from funding.queries.wording import field_of, is_share
from kit import formats


def finding(found: Doubted, option: OptionResult) -> list[str]:
    """Which of the two is better, and which number moves that most."""
    if option.is_baseline:
        return [_("There is only one option, so nothing is compared."), *_widest(found, option)]
    gap = central_difference(found, option)
    words = {
        "option": _quote(option),
        "baseline": _quote(found.comparison.baseline),
        "gap": formats.headline_money(abs(gap)),
    }
    if abs(gap) <= EVEN:
        first = _("At the case's own figures %(option)s and %(baseline)s are level.")
    elif gap > 0:
        first = _("At the case's own figures %(option)s is worth %(gap)s more than %(baseline)s.")
    else:
        first = _("At the case's own figures %(option)s is worth %(gap)s less than %(baseline)s.")
    return [first % words, *_widest(found, option), *_count(found, option)]


def _widest(found: Doubted, option: OptionResult) -> list[str]:
    made = swings(found, option)
    if not made:
        return [_("No number of the case is doubted, so none is moved.")]
    moving = telling(made)
    if not moving:
        return [_("No doubted number makes a difference.")]
    top = moving[0]
    return [
        _("What moves that most is %(input)s: from %(low)s to %(high)s it moves it by %(width)s.")
        % {
            "input": f"“{top.name}”",
            "low": valued(top.key, top.low),
            "high": valued(top.key, top.high),
            "width": formats.headline_money(top.width),
        }
    ]


def _count(found: Doubted, option: OptionResult) -> list[str]:
    made = turns(found, option)
    if not made:
        return []
    within = sum(1 for one in made if one.value is not None and _is_drawn(found, one))
    if not any(one.value is not None for one in made):
        return [_("No number, moved on its own, changes which of the two is better.")]
    return [
        _(
            "Numbers that would change which is better when moved alone: %(all)s of %(of)s; "
            "within what is drawn: %(some)s."
        )
        % {"all": sum(1 for one in made if one.value is not None), "of": len(made), "some": within}
    ]


def _is_drawn(found: Doubted, one: Turn) -> bool:
    bar = next(bar for bar in found.sensitivity["tornado"] if bar["path"] == one.path)
    return one.value is not None and bool(bar["low"] <= one.value <= bar["high"])


def turn_in_words(found: Doubted, option: OptionResult, one: Turn) -> str:
    """One switching value: "“The annual fund” would be better if … fell below 0.62 (here it is 1)."."""
    if one.value is None:
        return _("No value in its range changes which is better.")
    field = field_of(one.key)
    whole = field is not None and field.whole
    words = {
        "input": f"“{one.name}”",
        "value": valued(one.key, sought(one)),
        "here": valued(one.key, one.central),
        "option": _quote(option),
        "baseline": _quote(found.comparison.baseline),
        "winner": _quote(one.winner) if one.winner is not None else "",
    }
    if one.winner is None or one.rising is None:
        sentence = _("%(option)s and %(baseline)s are level where %(input)s is %(value)s (here it is %(here)s).")
    elif whole and one.rising:
        sentence = _("%(winner)s would be better if %(input)s rose to %(value)s (here it is %(here)s).")
    elif whole:
        sentence = _("%(winner)s would be better if %(input)s fell to %(value)s (here it is %(here)s).")
    elif one.rising:
        sentence = _("%(winner)s would be better if %(input)s rose above %(value)s (here it is %(here)s).")
    else:
        sentence = _("%(winner)s would be better if %(input)s fell below %(value)s (here it is %(here)s).")
    return sentence % words


def sought(one: Turn) -> float | None:
    """A switching value with as many places as anybody would act on: it was sought to a millionth of its range.

    A percentage and a sum of money are written in their own ways.
    """
    if one.value is None or is_share(one.key) or vocabulary.term(one.key).unit.startswith("pounds"):
        return one.value
    size = abs(one.value)
    return float(formats.rounded(one.value, 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 4))


def day_rate_in_words(found: Doubted, one: Turn) -> str:
    """What a multiplier of day rates comes to in pounds a day; only for those who may see rates, "" for all else."""
    if one.key != "employment.day_rate_multiplier" or one.value is None or not one.central:
        return ""
    here = claim(found.comparison).average_day_rate
    return _("That is an average day rate of %(rate)s; here it is %(here)s.") % {
        "rate": formats.money(here * one.value / one.central),
        "here": formats.money(here),
    }


def fund_of(comparison: Comparison) -> OptionResult | None:
    """The first annual fund: the one whose money and outcome the squads are given."""
    return next((one for one in comparison.options if one.funding_model == "annual_cycle"), None)


def same_money_in_words(found: Doubted, one: Mapping[str, Any]) -> str:
    """What a squad would deliver for what the annual fund spends on its team."""
    comparison, fund = found.comparison, fund_of(found.comparison)
    option = comparison.option(one["option"])
    assert fund is not None and option is not None, "the engine gives these of the case's own options"  # noqa: PT018
    summary = one["summary"]
    live = summary["live_month"]
    return _(
        "With what %(fund)s spends on its team, %(limit)s a year, %(option)s delivers %(effort)s FTE-months of "
        "productive work against %(fund_effort)s. First live: %(live)s against %(fund_live)s. "
        "Net present value: %(value)s against %(fund_value)s."
    ) % {
        "fund": _quote(fund),
        "limit": formats.money(one["annual_limit"]),
        "option": _quote(option),
        "effort": formats.number(summary["productive_fte_months"], 1),
        "fund_effort": formats.number(fund.summary["productive_fte_months"], 1),
        "live": live_in_words(comparison, live),
        "fund_live": live_in_words(comparison, fund.summary["live_month"]),
        "value": formats.headline_money(summary["net_present_value"]),
        "fund_value": formats.headline_money(fund.summary["net_present_value"]),
    }


def same_outcome_in_words(found: Doubted, one: Mapping[str, Any]) -> list[str]:
    """The least a squad would need each year to deliver what the annual fund does."""
    fund, option = fund_of(found.comparison), found.comparison.option(one["option"])
    assert fund is not None and option is not None, "the engine gives these of the case's own options"  # noqa: PT018
    names = {"option": _quote(option), "fund": _quote(fund)}
    effort, benefit = one["for_effort"], one["for_benefit"]
    return [
        _("%(option)s delivers as much productive work as %(fund)s from %(limit)s a year.")
        % {**names, "limit": formats.money(effort)}
        if effort is not None
        else _("No yearly sum lets %(option)s deliver as much productive work as %(fund)s.") % names,
        _("%(option)s brings as much benefit as %(fund)s from %(limit)s a year.")
        % {**names, "limit": formats.money(benefit)}
        if benefit is not None
        else _("No yearly sum lets %(option)s bring as much benefit as %(fund)s.") % names,
    ]


def live_in_words(comparison: Comparison, month: int | None) -> str:
    if month is None:
        return pgettext("a product that is live", "never")
    return formats.month(comparison.month_start(int(month)))


def _quote(option: OptionResult) -> str:
    return f"“{option.name}”"
