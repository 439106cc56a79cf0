"""The judgements and the "three to four" claim in sentences, whichever way they come out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding.queries.comparison import Comparison, OptionResult
from funding.queries.judgements import NPV, Answer, Switched
from funding.queries.reckoning import cost_per_fte
from funding.queries.standing import CLAIMED_HIGH, CLAIMED_LOW, EVEN, claim
from kit import formats


def sentences(comparison: Comparison, switched: Switched) -> list[str]:
    """Who is best with the judgements and who without; then how the annual fund stands, in each."""
    with_them, without = names(comparison, switched.on), names(comparison, switched.off)
    off = sum(one.changes for one in switched.chosen)
    if not off:
        found = [_("With every judgement on, best by net present value: %(best)s.") % {"best": with_them}]
    elif switched.changes_best:
        found = [
            _("The judgements decide it: with them on, best is %(on)s; with %(count)s of them off, %(off)s.")
            % {"on": with_them, "off": without, "count": off}
        ]
    else:
        found = [
            _("The judgements do not decide it: with %(count)s of them off, best is still %(best)s.")
            % {"best": without, "count": off}
        ]
    return found + _annual_fund(comparison, switched, off)


def _annual_fund(comparison: Comparison, switched: Switched, off: int) -> list[str]:
    annual = _of_model(comparison, "annual_cycle")
    squads = _of_model(comparison, "sustained_squad")
    if not annual or not squads:
        return []
    found = [_against(annual, squads, switched.on, _("With the judgements on"))]
    if off:
        found.append(_against(annual, squads, switched.off, _("With them off")))
    return found


def _against(annual: list[OptionResult], squads: list[OptionResult], answer: Answer, when: str) -> str:
    """The better of each kind, side by side."""
    fund = max(annual, key=lambda one: float(answer.figures[one.key][NPV]))
    squad = max(squads, key=lambda one: float(answer.figures[one.key][NPV]))
    lead = float(answer.figures[squad.key][NPV] - answer.figures[fund.key][NPV])
    words = {"when": when, "fund": fund.name, "squad": squad.name, "lead": formats.headline_money(abs(lead))}
    if abs(lead) <= EVEN:
        return _("%(when)s, “%(fund)s” and “%(squad)s” come to the same.") % words
    if lead > 0:
        return _("%(when)s, “%(squad)s” is %(lead)s better than “%(fund)s”.") % words
    return _("%(when)s, “%(fund)s” is %(lead)s better than “%(squad)s”.") % words


def _of_model(comparison: Comparison, model: str) -> list[OptionResult]:
    return [one for one in comparison.options if one.funding_model == model]


def names(comparison: Comparison, answer: Answer) -> str:
    return ", ".join(f"“{one.name}”" for one in comparison.options if one.key in answer.best)


@dataclass(frozen=True)
class ClaimLine:
    """The claim for the squad or for one of its roles. Rates in £ a day: for those who may see pay."""

    name: str
    ratio: float
    day_rate: float
    rates: list[float]
    holds: list[bool]


def claim_verdicts(comparison: Comparison) -> list[str]:
    """Of three, and of four, whether one contractor costs what so many permanent staff do. No pay is told."""
    ratio = claim(comparison).ratio
    return [_verdict(times, ratio) for times in times_claimed()]


def _verdict(times: int, ratio: float) -> str:
    words = {"times": times, "ratio": formats.ratio(ratio)}
    if round(ratio, 1) >= times:
        return _("One contractor costs at least what %(times)s permanent staff do: true here, at %(ratio)s.") % words
    return _("One contractor costs at least what %(times)s permanent staff do: not true here, at %(ratio)s.") % words


def times_claimed() -> Iterable[int]:
    return (CLAIMED_LOW, CLAIMED_HIGH)


def claim_lines(comparison: Comparison) -> list[ClaimLine]:
    """The whole squad, then each of its roles, with the day rate at which three and four become true."""
    tested = claim(comparison)
    lines = [_line(_("The whole squad"), tested.ratio, tested.average_day_rate)]
    named = [one.name for one in comparison.inputs if one.key == "squad.salary"]
    multiplier = float(comparison.case["employment"]["day_rate_multiplier"])
    squad = comparison.case["squad"]
    if len(named) != len(squad):
        named = [str(line["role"]) for line in squad]
    for name, line in zip(named, squad, strict=True):
        permanent, contractor = cost_per_fte(comparison.case, line)
        lines.append(_line(name, contractor / permanent, float(line["day_rate"]) * multiplier))
    return lines


def _line(name: str, ratio: float, day_rate: float) -> ClaimLine:
    """A contractor's cost grows in step with the day rate, so the rate for so many times is found by proportion."""
    return ClaimLine(
        name,
        ratio,
        day_rate,
        [day_rate * times / ratio for times in times_claimed()],
        [round(ratio, 1) >= times for times in times_claimed()],
    )
