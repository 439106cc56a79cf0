"""What stands behind a run (the AQuA Book): how it stands on a day, its assumptions with their effect, its checks."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from funding.inputs import Input
from funding.models import Run, RunDoubt
from funding.queries.checks import Check
from funding.queries.comparison import Comparison, OptionResult
from funding.queries.standing import ranking
from kit import formats
from kit.models import EvidenceMark

RELIABILITY: Mapping[str, str | Promise] = {
    EvidenceMark.VERIFIED: pgettext_lazy("reliability", "high"),
    EvidenceMark.SECONDARY: pgettext_lazy("reliability", "medium"),
}
LOW_RELIABILITY = pgettext_lazy("reliability", "low")
SHIPPED = gettext_lazy("comes with Cynnal")
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Standing:
    """How far a run may be relied on, in the words that its pages and files carry. `stale` is "" where it is not."""

    assured: str
    stale: str
    is_assured: bool

    @property
    def lines(self) -> list[str]:
        return [line for line in (self.stale, self.assured) if line]


def standing_of(run: Run, *, on: datetime.date) -> Standing:
    """A run's standing on a day. Asks the database nothing where `assured_by` has been fetched."""
    assured = _("Not assured.")
    if run.is_assured:
        assured = _("Assured by %(who)s on %(day)s.") % {"who": run.assured_by, "day": formats.date(run.assured_on)}
    stale = ""
    if run.stale_after is not None and run.is_stale(on):
        stale = _("Out of date since %(day)s.") % {"day": formats.date(run.stale_after + ONE_DAY)}
    return Standing(assured, stale, run.is_assured)


@dataclass(frozen=True)
class Assumed:
    """One line of the assumptions log. `effect` is £ of net present value between low and high, None if not known."""

    input: Input
    reliability: str | Promise
    made_by: str
    signed_by: str
    effect: float | None


def named_option(comparison: Comparison) -> OptionResult:
    """The option that the finding names: the first of the best."""
    return ranking(comparison).leaders[0]


def assumptions_log(comparison: Comparison, doubt: RunDoubt | None) -> list[Assumed]:
    """Every input of a run; those whose range moves the answer most first, the rest in the order of the case."""
    effects = effects_of(doubt, named_option(comparison).key)
    log = [_assumed(one, effects.get(one.path)) for one in comparison.inputs]
    return sorted(log, key=lambda line: -(line.effect or 0.0))


def effects_of(doubt: RunDoubt | None, option: str) -> dict[str, float]:
    """By path, how far an option's net present value lies apart between the low and the high of the tornado."""
    if doubt is None:
        return {}
    bars: list[dict[str, Any]] = doubt.sensitivity.get("tornado", [])
    return {
        str(bar["path"]): abs(float(bar["net_present_value"][option][1]) - float(bar["net_present_value"][option][0]))
        for bar in bars
        if option in bar["net_present_value"]
    }


def _assumed(one: Input, effect: float | None) -> Assumed:
    """A value of the appraisal's own has no mark of evidence: it is as reliable as a judgement."""
    mark = "" if one.origin == "appraisal" else one.mark
    made_by, signed_by = one.made_by, one.signed_by
    if one.origin == "appraisal":
        made_by = _("chosen for this appraisal")
    elif not made_by:
        made_by = str(SHIPPED)
    return Assumed(one, RELIABILITY.get(mark, LOW_RELIABILITY), made_by, signed_by, effect)


def assurance_finding(log: list[Assumed], checks: list[Check], *, drawn: bool) -> list[str]:
    """How the checks came out, and how much of what the run rests on is of low reliability."""
    failed = [check for check in checks if not check.passed]
    if failed:
        first = _("Checks that failed: %(failed)s of %(all)s.") % {"failed": len(failed), "all": len(checks)}
    else:
        first = _("Every check passed: %(all)s of them.") % {"all": len(checks)}
    low = sum(line.reliability == LOW_RELIABILITY for line in log)
    sentences = [first, _("Inputs of low reliability: %(low)s of %(all)s.") % {"low": low, "all": len(log)}]
    if not drawn:
        sentences.append(_("This run has not been put under doubt, so the effect of its assumptions is not known."))
    return sentences
