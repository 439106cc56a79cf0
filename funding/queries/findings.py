"""What a comparison comes to, in sentences made from its figures.

Each must read right whichever option wins, when several are level, when nobody goes live, when no benefit is in money.
"""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from funding.queries.comparison import Comparison, OptionResult
from funding.queries.standing import best, claim, ranking
from kit import formats


def finding(comparison: Comparison) -> list[str]:
    """Two or three sentences: which option is best and by how much, and whether the sustained squad is not it."""
    if not _has_benefit(comparison):
        return _by_cost_of_work(comparison)
    standing = ranking(comparison)
    leaders, runner_up = standing.leaders, standing.runner_up
    until = formats.month(_last_month(comparison))
    value = formats.headline_money(leaders[0].summary["net_present_value"])
    if runner_up is None:
        sentences = [
            _("To %(month)s every option comes to the same net present value, %(value)s.")
            % {"month": until, "value": value}
        ]
        return sentences
    if len(leaders) > 1:
        sentences = [
            _("To %(month)s these options are level and best, with a net present value of %(value)s: %(options)s.")
            % {"month": until, "value": value, "options": _quoted(leaders)}
        ]
    else:
        sentences = [
            _(
                "To %(month)s %(option)s comes out best: its net present value is %(value)s, "
                "which is %(lead)s better than the next, %(next)s."
            )
            % {
                "month": until,
                "option": _quote(leaders[0]),
                "value": value,
                "lead": formats.headline_money(standing.lead_over(runner_up)),
                "next": _quote(runner_up),
            }
        ]
    if leaders[0].summary["net_present_value"] < 0:
        sentences.append(_("Even so, every option costs more than the benefit that has been put in money."))
    return sentences + _squad_not_best(comparison, leaders)


def _squad_not_best(comparison: Comparison, leaders: list[OptionResult]) -> list[str]:
    squads = [one for one in comparison.options if one.funding_model == "sustained_squad"]
    behind = [one for one in squads if one not in leaders]
    if not behind or len(behind) < len(squads):
        return []
    top = leaders[0].summary["net_present_value"]
    nearest = max(behind, key=lambda one: one.summary["net_present_value"])
    return [
        _("%(option)s is not the best option here: its net present value is %(short)s lower.")
        % {
            "option": _quote(nearest),
            "short": formats.headline_money(top - nearest.summary["net_present_value"]),
        }
    ]


def _by_cost_of_work(comparison: Comparison) -> list[str]:
    sentences = [_("No benefit has been put in money, so net present value says only which option costs least.")]
    cheapest = best(comparison, "staff_cost_per_productive_fte_month")
    if cheapest:
        sentences.append(
            _("A productive month of one full-time person costs least under %(options)s: %(cost)s in real terms.")
            % {
                "options": _quoted(cheapest),
                "cost": formats.money(cheapest[0].summary["staff_cost_per_productive_fte_month"]),
            }
        )
        squads = [one for one in comparison.options if one.funding_model == "sustained_squad"]
        if squads and not set(map(id, squads)) & set(map(id, cheapest)):
            sentences.append(
                _("%(option)s is not the best option here by that measure.") % {"option": _quote(squads[0])}
            )
    return sentences


def delivery(comparison: Comparison) -> list[str]:
    """When each option first has a live product, and who is left without a team the longest."""
    teams = [one for one in comparison.options if one.funding_model != "do_nothing"]
    if not teams:
        return []
    dates = "; ".join(f"{_quote(one)} {_live(comparison, one)}" for one in teams)
    sentences = [_("First live: %(dates)s.") % {"dates": dates}]
    longest = max(teams, key=lambda one: one.summary["months_without_team"])
    if longest.summary["months_without_team"] > 0:
        sentences.append(
            _("Under %(option)s nobody is there in %(gap)s of %(months)s months.")
            % {
                "option": _quote(longest),
                "gap": longest.summary["months_without_team"],
                "months": comparison.years * 12,
            }
        )
    return sentences


def claim_tested(comparison: Comparison) -> str:
    """The evidence's "three to four permanent staff for one contractor", against this case's own rates."""
    tested = claim(comparison)
    words = {"ratio": formats.ratio(tested.ratio), "low": tested.low, "high": tested.high}
    sentence = {
        "below": _(
            "One contractor here costs what %(ratio)s permanent staff do; the evidence says %(low)s to %(high)s, "
            "so here the claim is not borne out."
        ),
        "within": _(
            "One contractor here costs what %(ratio)s permanent staff do; the evidence says %(low)s to %(high)s, "
            "and here that holds."
        ),
        "above": _(
            "One contractor here costs what %(ratio)s permanent staff do: "
            "more than the %(low)s to %(high)s of the evidence."
        ),
    }[tested.verdict]
    return sentence % words


def claim_break_even(comparison: Comparison) -> str:
    """At what average day rate the claim would hold. Shown only to those who may see pay."""
    tested = claim(comparison)
    return _(
        "It would be %(low)s at an average day rate of %(rate_low)s and %(high)s at %(rate_high)s; here it is %(rate)s."
    ) % {
        "low": tested.low,
        "high": tested.high,
        "rate_low": formats.money(tested.rate_for(tested.low)),
        "rate_high": formats.money(tested.rate_for(tested.high)),
        "rate": formats.money(tested.average_day_rate),
    }


def in_words_of(comparison: Comparison, option: OptionResult) -> str:
    """One row of the picture, for somebody who does not see it."""
    there = comparison.years * 12 - option.summary["months_without_team"]
    sentence = _("Somebody is there in %(there)s of %(months)s months. First live: %(live)s.") % {
        "there": there,
        "months": comparison.years * 12,
        "live": _live(comparison, option),
    }
    fitness = option.summary["average_fitness"]
    if fitness is None:
        return sentence
    return sentence + " " + _("Average fitness once live: %(share)s.") % {"share": formats.percent(fitness)}


def _live(comparison: Comparison, option: OptionResult) -> str:
    live = option.summary["live_month"]
    if live is None:
        return pgettext("a product that is live", "never")
    return formats.month(comparison.month_start(live))


def _has_benefit(comparison: Comparison) -> bool:
    return float(comparison.case["product"]["annual_benefit"]) > 0


def _last_month(comparison: Comparison) -> datetime.date:
    return comparison.month_start(comparison.years * 12 - 1)


def _quote(option: OptionResult) -> str:
    return f"“{option.name}”"


def _quoted(options: list[OptionResult]) -> str:
    return ", ".join(map(_quote, options))
