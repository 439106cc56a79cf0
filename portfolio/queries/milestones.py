"""Milestones: what was promised, what is expected, what happened, and how far it slipped."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from accounts.models import User
from kit import formats
from portfolio.models import BaselineChange, Milestone, MilestoneForecast, Product

# Within how many days something may be asked to be due.
DUE_WITHIN = (7, 30, 90, 180)
# How a milestone stands whose forecast lies ahead.
COMING = ("late", "on_time", "to_come")


@dataclass(frozen=True)
class MilestoneRow:
    """A milestone as it stands on a day, with every forecast made of it, the oldest first."""

    milestone: Milestone
    standing: str
    forecasts: Sequence[MilestoneForecast]
    waiting: BaselineChange | None
    warnings: Sequence[str]

    @property
    def slip(self) -> int | None:
        return self.milestone.slip_days

    @property
    def slip_words(self) -> str:
        return slip_words(self.slip)

    @property
    def standing_words(self) -> str:
        return standing_words(self.standing)

    @property
    def due(self) -> datetime.date | None:
        return self.milestone.actual or self.milestone.forecast or self.milestone.baseline


def standing_of(milestone: Milestone, *, on: datetime.date) -> str:
    """As a key of `standing_words`. Overdue: the forecast itself has passed. Late: it is past the baseline."""
    if milestone.actual is not None:
        return "reached"
    if milestone.forecast is None:
        return "no_date"
    if milestone.forecast < on:
        return "overdue"
    if milestone.baseline is None:
        return "to_come"
    return "late" if (milestone.slip_days or 0) > 0 else "on_time"


def standing_words(standing: str) -> str:
    return {
        "reached": pgettext("a milestone", "reached"),
        "overdue": pgettext("a milestone", "overdue"),
        "late": pgettext("a milestone", "late"),
        "on_time": pgettext("a milestone", "on time"),
        # With no baseline nobody can tell whether it is late.
        "to_come": pgettext("a milestone", "to come"),
        "no_date": pgettext("a milestone", "no forecast"),
    }[standing]


def slip_words(days: int | None) -> str:
    """Days past the baseline, or before it, in words."""
    if days is None:
        return formats.not_known()
    if days == 0:
        return pgettext("a slip", "none")
    return (_("%(days)s late") if days > 0 else _("%(days)s early")) % {"days": formats.days(abs(days))}


def milestones_of(*, product: Product, on: datetime.date) -> list[MilestoneRow]:
    """By the day each was or is to be reached, those without one last. Three queries."""
    with_it: list[Any] = [
        Prefetch("forecasts", MilestoneForecast.objects.order_by("made_on", "pk"), to_attr="all_forecasts"),
        Prefetch("baseline_changes", BaselineChange.objects.waiting(), to_attr="all_waiting"),
    ]
    rows = product.milestones.prefetch_related(*with_it)
    found = [row_of(milestone, product=product, on=on) for milestone in rows]
    return sorted(found, key=lambda row: (row.due or datetime.date.max, row.milestone.pk))


def row_of(milestone: Any, *, product: Product, on: datetime.date) -> MilestoneRow:
    """Of a milestone whose forecasts and waiting request have been fetched."""
    return MilestoneRow(
        milestone=milestone,
        standing=standing_of(milestone, on=on),
        forecasts=milestone.all_forecasts,
        waiting=milestone.all_waiting[0] if milestone.all_waiting else None,
        warnings=dates_out_of_order(milestone, forecasts=milestone.all_forecasts, product=product),
    )


def dates_out_of_order(milestone: Milestone, *, forecasts: Sequence[MilestoneForecast], product: Product) -> list[str]:
    """What of its dates can hardly be right, in words. None of it is refused: history is full of such things."""
    found = []
    planned = min((one.made_on for one in forecasts), default=None)
    if milestone.actual and planned and milestone.actual < planned:
        found.append(
            _("It was reached on %(reached)s, before it was first planned on %(planned)s.")
            % {"reached": formats.date(milestone.actual), "planned": formats.date(planned)}
        )
    end, expected = product.end_of_life, milestone.forecast if milestone.actual is None else None
    if end and expected and expected > end:
        found.append(
            _("It is expected on %(expected)s, after the product's end of life on %(end)s.")
            % {"expected": formats.date(expected), "end": formats.date(end)}
        )
    if milestone.baseline is None and (milestone.forecast or milestone.actual):
        found.append(_("It has no baseline, so that nobody can tell whether it is late."))
    return found


def milestones_finding(rows: Sequence[MilestoneRow]) -> list[str]:
    """What comes next, what has slipped most, what nobody has marked as reached."""
    if not rows:
        return [_("No milestone has been recorded for this product.")]
    sentences = []
    reached = sum(row.standing == "reached" for row in rows)
    following = next_of(rows)
    if following is not None:
        sentences.append(next_words(following))
    elif reached == len(rows):
        sentences.append(_("Every milestone has been reached."))
    overdue = [row for row in rows if row.standing == "overdue"]
    if overdue:
        sentences.append(_("Milestones whose forecast has passed: %(number)s.") % {"number": len(overdue)})
    slipped = max((row for row in rows if (row.slip or 0) > 0), key=lambda row: row.slip or 0, default=None)
    if slipped is None:
        if any(row.slip is not None for row in rows):
            sentences.append(_("None is past its baseline."))
    elif slipped is not following:
        sentences.append(
            _("The one that has slipped most is “%(title)s”: %(slip)s.")
            % {"title": slipped.milestone.title, "slip": slipped.slip_words}
        )
    sentences.append(_("Reached: %(reached)s of %(all)s.") % {"reached": reached, "all": len(rows)})
    return sentences


def next_of(rows: Sequence[MilestoneRow]) -> MilestoneRow | None:
    """The first that is still to come; what is overdue is not to come."""
    return next((row for row in rows if row.standing in COMING), None)


def next_words(row: MilestoneRow) -> str:
    title, date = row.milestone.title, formats.date(row.milestone.forecast)
    if row.slip is None:
        return _("Next: “%(title)s”, expected on %(date)s; it has no baseline.") % {"title": title, "date": date}
    if row.slip == 0:
        return _("Next: “%(title)s”, expected on %(date)s, as planned.") % {"title": title, "date": date}
    return _("Next: “%(title)s”, expected on %(date)s: %(slip)s.") % {
        "title": title,
        "date": date,
        "slip": row.slip_words,
    }


def with_standing(rows: Any, *, on: datetime.date) -> Any:
    """For the list: its slip, whether it is overdue, within how many days it is due, whether a request waits."""
    end = Coalesce("actual", "forecast", output_field=DateField())
    ahead = [
        When(actual__isnull=True, forecast__gte=on, forecast__lte=on + datetime.timedelta(days=days), then=Value(days))
        for days in DUE_WITHIN
    ]
    waiting = BaselineChange.objects.waiting().filter(milestone=OuterRef("pk"))
    return rows.annotate(
        slip=ExpressionWrapper(end - F("baseline"), output_field=DurationField()),
        standing=Case(
            When(actual__isnull=False, then=Value("reached")),
            When(forecast__isnull=True, then=Value("no_date")),
            When(forecast__lt=on, then=Value("overdue")),
            When(baseline__isnull=True, then=Value("to_come")),
            When(forecast__gt=F("baseline"), then=Value("late")),
            default=Value("on_time"),
        ),
        due_within=Case(*ahead, output_field=IntegerField()),
        waiting=Exists(waiting),
    )


def milestones_list_finding(rows: Any) -> list[str]:
    """Of the rows of the list as they are narrowed, what is wrong first; one query."""
    late = Q(actual__isnull=True, forecast__gt=F("baseline"))
    found = rows.order_by().aggregate(
        all=Count("pk"),
        reached=Count("pk", filter=Q(standing="reached")),
        late=Count("pk", filter=late),
        overdue=Count("pk", filter=Q(standing="overdue")),
        soon=Count("pk", filter=Q(due_within__lte=DUE_WITHIN[1])),
    )
    if not found["all"]:
        return []
    if found["reached"] == found["all"]:
        return [_("Every milestone has been reached.")]
    said = ngettext(
        "One milestone is overdue: its forecast has passed.",
        "%(number)s milestones are overdue: their forecasts have passed.",
        found["overdue"],
    )
    sentences = [formats.counted(said, found["overdue"]) if found["overdue"] else _("No milestone is overdue.")]
    if found["late"]:
        said = ngettext(
            "One is expected later than its baseline.",
            "%(number)s are expected later than their baselines.",
            found["late"],
        )
        sentences.append(formats.counted(said, found["late"]))
    if found["soon"]:
        said = ngettext("One is due within 30 days.", "%(number)s are due within 30 days.", found["soon"])
        sentences.append(formats.counted(said, found["soon"]))
    said = ngettext("One of %(all)s has been reached.", "%(number)s of %(all)s have been reached.", found["reached"])
    reached = formats.counted(said, found["reached"], all=formats.number(found["all"]))
    return [" ".join(sentences), reached if found["reached"] else _("None has been reached yet.")]


def changes_list_finding(rows: Any) -> list[str]:
    """Of the requests that are shown, how many wait. One query."""
    states = list(rows.order_by().values_list("state", flat=True))
    waiting = states.count(BaselineChange.State.ASKED)
    if waiting:
        said = ngettext(
            "One change request waits for approval.", "%(number)s change requests wait for approval.", waiting
        )
        return [formats.counted(said, waiting)]
    return [_("No change request waits: each has been approved or refused.")] if states else []


def changes_waiting(*, user: User) -> int:
    """How many requests to move a baseline wait, of those the person may see."""
    return BaselineChange.objects.visible_to(user).waiting().count()


def warnings_of(milestone: Milestone) -> list[str]:
    """What of its dates can hardly be right, of a milestone that has just been saved."""
    forecasts = list(milestone.forecasts.order_by("made_on", "pk"))
    return dates_out_of_order(milestone, forecasts=forecasts, product=milestone.product)


def milestone_finding(row: MilestoneRow) -> list[str]:
    """Where it stands, how far it has slipped and how often its forecast has moved."""
    milestone = row.milestone
    dates = {
        "forecast": formats.date(milestone.forecast),
        "actual": formats.date(milestone.actual),
        "baseline": formats.date(milestone.baseline),
        "slip": row.slip_words,
    }
    if row.standing == "reached":
        words = _("Reached on %(actual)s; the baseline is %(baseline)s. Slip: %(slip)s.")
    elif row.standing == "no_date":
        words = _("There is no forecast. The baseline is %(baseline)s.")
    elif row.standing == "overdue":
        words = _("Its forecast, %(forecast)s, has passed and it is not marked as reached. Baseline: %(baseline)s.")
    else:
        words = _("Expected on %(forecast)s; the baseline is %(baseline)s. Slip: %(slip)s.")
    sentences = [words % dates]
    moved = max(0, len(row.forecasts) - 1)
    if moved:
        sentences.append(_("Times its forecast has moved: %(number)s.") % {"number": moved})
    if row.waiting is not None:
        sentences.append(
            _("A request to move the baseline to %(after)s is waiting.") % {"after": formats.date(row.waiting.after)}
        )
    return sentences


@dataclass(frozen=True)
class ForecastTold:
    """A forecast, how far it lies from the one before it and from the baseline."""

    forecast: MilestoneForecast
    moved: str
    slip: str


def forecasts_told(row: MilestoneRow) -> list[ForecastTold]:
    """The latest first."""
    told: list[ForecastTold] = []
    before: datetime.date | None = None
    baseline = row.milestone.baseline
    for one in row.forecasts:
        if not told:
            moved = _("first forecast")
        else:
            moved = slip_words((one.forecast - before).days) if one.forecast and before else "–"
        told.append(
            ForecastTold(one, moved, slip_words((one.forecast - baseline).days if one.forecast and baseline else None))
        )
        before = one.forecast
    return told[::-1]


def baseline_words(change: BaselineChange) -> list[str]:
    """What is asked, and what became of it."""
    days = (change.after - change.before).days if change.before else None
    sentences = [
        _("From %(before)s to %(after)s: %(days)s.")
        % {
            "before": formats.date(change.before),
            "after": formats.date(change.after),
            "days": slip_words(days),
        }
        if change.before
        else _("A first baseline: %(after)s.") % {"after": formats.date(change.after)}
    ]
    if change.state == BaselineChange.State.ASKED:
        sentences.append(_("It waits for somebody other than whoever asked to decide."))
    elif change.state == BaselineChange.State.APPROVED:
        sentences.append(_("Approved on %(date)s.") % {"date": formats.date(change.decided_on)})
    else:
        sentences.append(_("Refused on %(date)s; the baseline stayed.") % {"date": formats.date(change.decided_on)})
    return sentences
