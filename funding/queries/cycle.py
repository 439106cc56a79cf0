"""The annual cycle of one round, counted from its own dates: weeks lost before anybody builds, and weeks left."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from funding.inputs import OPTION_FIELDS
from funding.models import Assumption, Round
from funding.queries.assumptions import assumptions_in_force
from kit import formats
from kit.periods import first_day, label

DAYS_A_MONTH = Decimal("30.4375")
ONE_DAY = datetime.timedelta(days=1)
# Stretches whose length no round records: the assumptions that the lifetime model itself runs on.
ASSUMED = ("assembly_months", "research_months", "wind_down_months")


@dataclass(frozen=True)
class Stage:
    """One stretch of the year; `end` is the first day after it.

    `assumed`: its length is an assumption, not a record. `team`: the people the money pays for are there.
    """

    key: str
    name: str
    start: datetime.date
    end: datetime.date
    assumed: bool = False
    team: bool = False

    @property
    def weeks(self) -> float:
        return (self.end - self.start).days / 7

    @property
    def last_day(self) -> datetime.date:
        return self.end - ONE_DAY


@dataclass(frozen=True)
class Cycle:
    """A round's year. Weeks are days over seven, from 1 April; None where the round has no decision date."""

    year_start: datetime.date
    year_end: datetime.date
    stages: list[Stage]
    weeks_to_decision: float | None
    weeks_left: float | None
    weeks_to_build: float | None
    assumptions: list[Assumption]

    @property
    def weeks_lost(self) -> float | None:
        """From 1 April until the team has been found and has learnt the problem."""
        if self.weeks_left is None or self.weeks_to_decision is None:
            return None
        learning = sum(stage.weeks for stage in self.stages if stage.key in ("assembly", "research"))
        return max(0.0, self.weeks_to_decision) + learning


def cycle_of(round_: Round) -> Cycle:
    """One query: the assumptions in force on the day of the decision, or the first there are where it was earlier."""
    start, year_end = first_day(round_.year), first_day(round_.year + 1)
    ends = year_end if round_.delivery_ends is None else round_.delivery_ends + ONE_DAY
    stages = _before_decision(round_, start)
    if round_.decision is None:
        return Cycle(start, year_end, stages, None, None, None, [])
    months, used = _months(round_.decision)
    after = _after_decision(round_.decision, ends, months)
    if year_end > ends:
        after.append(Stage("released", _("the team is released"), ends, year_end))
    return Cycle(
        year_start=start,
        year_end=year_end,
        stages=[*stages, *after],
        weeks_to_decision=(round_.decision - start).days / 7,
        weeks_left=max(0, (ends - round_.decision).days) / 7,
        weeks_to_build=sum(stage.weeks for stage in after if stage.key == "build"),
        assumptions=used,
    )


def _before_decision(round_: Round, start: datetime.date) -> list[Stage]:
    """From 1 April to the decision, as far as the round's own dates tell."""
    stages = []
    if round_.opens and round_.opens > start:
        stages.append(Stage("closed", _("the round has not opened"), start, round_.opens))
    if round_.opens and round_.closes:
        stages.append(Stage("bid", _("bids are written"), round_.opens, round_.closes))
    if round_.closes and round_.decision:
        stages.append(Stage("judging", _("bids are judged"), round_.closes, round_.decision))
    return [stage for stage in stages if stage.end > stage.start]


def _after_decision(decision: datetime.date, ends: datetime.date, months: dict[str, Decimal]) -> list[Stage]:
    """Assembly, research, building and winding down; whatever no longer fits before the end is cut short."""
    winding = max(decision, ends - _days(months["wind_down_months"]))
    assembled = min(winding, decision + _days(months["assembly_months"]))
    learnt = min(winding, assembled + _days(months["research_months"]))
    stages = [
        Stage("assembly", _("the team is assembled"), decision, assembled, assumed=True),
        Stage("research", _("the team learns the problem"), assembled, learnt, assumed=True, team=True),
        Stage("build", _("something is built"), learnt, winding, assumed=True, team=True),
        Stage("wind_down", _("work is wound down"), winding, ends, assumed=True, team=True),
    ]
    return [stage for stage in stages if stage.end > stage.start]


def _days(months: Decimal) -> datetime.timedelta:
    return datetime.timedelta(days=round(months * DAYS_A_MONTH))


def _months(on: datetime.date) -> tuple[dict[str, Decimal], list[Assumption]]:
    paths = {name: f"options.annual_cycle.{name}" for name in ASSUMED}
    rows = Assumption.objects.filter(key__in=paths.values())
    first = rows.order_by("valid_from").values_list("valid_from", flat=True).first()
    found = assumptions_in_force(on=max(on, first or on))
    values, used = {}, []
    for name, path in paths.items():
        assumption = found.get(path)
        if assumption is None or assumption.value is None:
            values[name] = Decimal(str(OPTION_FIELDS["annual_cycle"][name].default))
        else:
            values[name] = assumption.value
            used.append(assumption)
    return values, used


def cycle_finding(round_: Round, cycle: Cycle) -> list[str]:
    """How late the decision came and what of the year was left to build in."""
    if cycle.weeks_to_decision is None or cycle.weeks_left is None:
        return [_("The day of this round's decision is not known, so the weeks lost cannot be counted.")]
    year, lost, left = label(round_.year), cycle.weeks_to_decision, cycle.weeks_left
    if lost > 0:
        words = _("The decision comes %(lost)s into %(year)s and leaves %(left)s before the money has to be spent.")
    else:
        words = _("The decision comes before %(year)s begins and leaves %(left)s before the money has to be spent.")
    return [
        words % {"lost": formats.weeks(lost), "year": year, "left": formats.weeks(left)},
        _("Once a team has been assembled and has learnt the problem, what is left to build in is %(build)s.")
        % {"build": formats.weeks(cycle.weeks_to_build)},
    ]
