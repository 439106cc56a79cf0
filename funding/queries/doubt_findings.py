"""What the draws of a run come to, in sentences made from their figures.

Each must read right for one option, for options that are level, when nothing varies, and when the answer is unwelcome.
"""

from django.utils.translation import gettext as _

from funding.queries.doubted import Doubted, DoubtedOption
from funding.queries.standing import EVEN
from kit import formats

# A share nearer to none or to all than this is not written as none or all.
HARDLY = 0.0005


def finding(found: Doubted) -> list[str]:
    """How often each option is worth more than the baseline, and how little it may be worth."""
    if not varies(found):
        return [_("Nothing varies: every draw comes to the same figures."), *_leaders(found)]
    if not found.others:
        only = found.baseline
        return [
            _("There is only one option, so nothing is compared."),
            _("In nine draws of ten the net present value of %(option)s lies between %(low)s and %(high)s.")
            % {"option": quoted(only), "low": _money(only, "p5"), "high": _money(only, "p95")},
        ]
    return [*_leaders(found), *(against_baseline(found, one) for one in found.others)]


def varies(found: Doubted) -> bool:
    """Whether any option's net present value differs between draws."""
    return any((one.net["p95"] or 0) - (one.net["p5"] or 0) > EVEN for one in found.options)


def against_baseline(found: Doubted, one: DoubtedOption) -> str:
    """One sentence an option: how often it beats the baseline, and what it is worth when it goes badly."""
    share = one.beats_baseline_share or 0.0
    words = {
        "option": quoted(one),
        "baseline": quoted(found.baseline),
        "share": formats.percent(share),
        "low": _money(one, "p5"),
    }
    if share >= 1:
        sentence = _("In every draw %(option)s has a greater net present value than %(baseline)s.")
    elif share <= 0:
        sentence = _("In no draw does %(option)s have a greater net present value than %(baseline)s.")
    elif share > 1 - HARDLY:
        sentence = _("In almost every draw %(option)s has a greater net present value than %(baseline)s.")
    elif share < HARDLY:
        sentence = _("In hardly any draw does %(option)s have a greater net present value than %(baseline)s.")
    else:
        sentence = _("In %(share)s of draws %(option)s has a greater net present value than %(baseline)s.")
    downside = _("In one draw of twenty its net present value is below %(low)s.")
    said = [sentence % words, *lead_in_words(found, one)]
    return " ".join(said if one.net["p5"] == one.net["p95"] else [*said, downside % words])


def lead_in_words(found: Doubted, one: DoubtedOption) -> list[str]:
    """By how much it loses to the baseline, or beats it, where the draws go against it or for it."""
    if one.lead is None:
        return []
    worst, best = one.lead["p5"] or 0.0, one.lead["p95"] or 0.0
    words = {"baseline": quoted(found.baseline)}
    said = []
    if worst < -EVEN:
        sentence = _("In one draw of twenty it is worth %(sum)s less than %(baseline)s, or worse.")
        said.append(sentence % {**words, "sum": formats.headline_money(-worst)})
    elif worst > EVEN:
        sentence = _("In nineteen draws of twenty it is worth at least %(sum)s more than %(baseline)s.")
        said.append(sentence % {**words, "sum": formats.headline_money(worst)})
    if worst < -EVEN and best > EVEN:
        sentence = _("In one draw of twenty it is worth %(sum)s more than %(baseline)s, or better.")
        said.append(sentence % {**words, "sum": formats.headline_money(best)})
    return said


def _leaders(found: Doubted) -> list[str]:
    """Which option has the highest mean, however many share it."""
    if not found.others:
        return []
    top = max(one.net["mean"] or 0.0 for one in found.options)
    leaders = [one for one in found.options if top - (one.net["mean"] or 0.0) <= EVEN]
    words = {"value": formats.headline_money(top), "options": ", ".join(map(quoted, leaders))}
    if len(leaders) == len(found.options):
        return [_("On average every option comes to the same net present value, %(value)s.") % words]
    if len(leaders) > 1:
        return [_("On average these are level and best, with a net present value of %(value)s: %(options)s.") % words]
    return [_("On average %(options)s is best, with a net present value of %(value)s.") % words]


def what_varies(found: Doubted) -> str:
    """What the draws are drawn from: how many numbers, and whether the chances of events act as well."""
    count = len(found.drawn)
    if not count:
        return _(
            "No number of the case is drawn: the draws differ by what may happen, bids won or lost and posts withdrawn."
        )
    return _(
        "%(draws)s draws, numbers drawn: %(count)s. In each draw bids are won or lost and posts kept or withdrawn "
        "by their own chances. Every option meets the same draws."
    ) % {"draws": formats.number(found.draws), "count": formats.number(count)}


def leaning(found: Doubted) -> str:
    """Where the draws lie to one side of the case's own figures, that they do: the two may name another winner."""
    count = sum(1 for one in found.one_sided if not one.is_certain)
    if not count:
        return ""
    return _(
        "Drawn numbers whose own value in this case lies outside what they are drawn from: %(count)s. "
        "So the draws lie to one side of the case's own figures."
    ) % {"count": formats.number(count)}


def quoted(one: DoubtedOption) -> str:
    return f"“{one.option.name}”"


def _money(one: DoubtedOption, point: str) -> str:
    return formats.headline_money(one.net[point])
