"""A milestone saved with every forecast ever made of it; its baseline moves only by a change request."""

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from kit.forms import LONGEST_REASON
from kit.versions import StaleVersion, save_if_current
from portfolio.models import BaselineChange, Milestone, MilestoneForecast


class MilestoneError(Exception):
    """Something that cannot be said of a milestone. `field` is the column to which the words belong."""

    field: ClassVar[str] = ""
    words: ClassVar[Any] = ""

    def __str__(self) -> str:
        return str(self.words)


class BaselineFixedError(MilestoneError):
    field = "baseline"
    words = gettext_lazy("The baseline moves only by a change request that somebody else approves.")


class ReachedInFutureError(MilestoneError):
    field = "actual"
    words = gettext_lazy("This day has not come yet. A day still to come is a forecast.")


class SameBaselineError(MilestoneError):
    field = "after"
    words = gettext_lazy("This is the baseline it has already.")


class AlreadyWaitingError(MilestoneError):
    words = gettext_lazy("A change request for this milestone is already waiting.")


class AlreadyDecidedError(MilestoneError):
    words = gettext_lazy("This change request has been decided already.")


class OwnRequestError(MilestoneError):
    words = gettext_lazy("Whoever asked cannot decide.")


class NoReasonError(MilestoneError):
    field = "reason_en"
    words = gettext_lazy("Say why the baseline should move.")


@transaction.atomic
def save_milestone(
    *, form: Any, on: datetime.date, reason_cy: str = "", reason_en: str = "", report: str = ""
) -> Milestone | None:
    """Saves what a form holds, and the forecast where it moved. None where somebody was quicker."""
    milestone: Milestone = form.instance
    kept = _kept(milestone)
    _judge(milestone, kept, on=on)
    _say_why(milestone, reason_cy, reason_en)
    saved: Milestone | None = form.save() if form.is_new else form.save_or_conflict()
    if saved is not None:
        _note_forecast(saved, kept, on=on, reason_cy=reason_cy, reason_en=reason_en, report=report)
    return saved


@transaction.atomic
def set_milestone(
    *,
    milestone: Milestone,
    values: Mapping[str, Any],
    on: datetime.date,
    version: int | None = None,
    reason_cy: str = "",
    reason_en: str = "",
    report: str = "",
) -> Milestone:
    """Gives a milestone plain values, by the names of its columns, and keeps the forecast where it moved.

    `version`: the one its editor saw; StaleVersion where somebody has saved since. A milestone that is new has none.
    Raises MilestoneError for what cannot be said, and ValidationError for what the columns refuse.
    """
    kept = _kept(milestone)
    row = milestone if kept is None else Milestone.objects.get(pk=kept.pk)
    if kept is not None and kept.version != version:
        raise StaleVersion(f"Milestone {kept.pk} is not at version {version}")
    for name, value in values.items():
        setattr(row, name, value)
    _judge(row, kept, on=on)
    row.full_clean()
    _say_why(row, reason_cy, reason_en)
    if kept is None:
        row.save()
    else:
        save_if_current(row, version=kept.version)
    _note_forecast(row, kept, on=on, reason_cy=reason_cy, reason_en=reason_en, report=report)
    return row


def _kept(milestone: Milestone) -> Milestone | None:
    """The row as it stands in the database, locked; None for a milestone that is new."""
    if milestone.pk is None:
        return None
    kept = Milestone.objects.select_for_update().filter(pk=milestone.pk).first()
    if kept is None:
        raise StaleVersion(f"Milestone {milestone.pk} is not there any more")
    return kept


def _judge(milestone: Milestone, kept: Milestone | None, *, on: datetime.date) -> None:
    """Raises where what is to be saved cannot be. A row read before somebody's save is left to its version."""
    if milestone.actual is not None and milestone.actual > on:
        raise ReachedInFutureError
    if kept is not None and kept.version == milestone.version and milestone.baseline != kept.baseline:
        raise BaselineFixedError


def _say_why(record: Any, *reasons: str) -> None:
    """The reason in the record's own history, as far as it holds it."""
    if reason := next(filter(None, reasons), ""):
        record._change_reason = reason[:LONGEST_REASON]


def _note_forecast(milestone: Milestone, kept: Milestone | None, *, on: datetime.date, **why: str) -> None:
    if milestone.forecast != (kept.forecast if kept else None):
        MilestoneForecast.objects.create(milestone=milestone, forecast=milestone.forecast, made_on=on, **why)


@transaction.atomic
def ask_baseline_change(
    *,
    milestone: Milestone,
    after: datetime.date,
    reason_cy: str,
    reason_en: str,
    by: User,
    on: datetime.date,
) -> BaselineChange:
    """Asks for another baseline, with a reason; one request of a milestone waits at a time."""
    kept = Milestone.objects.select_for_update().get(pk=milestone.pk)
    if not (reason_cy.strip() or reason_en.strip()):
        raise NoReasonError
    if kept.baseline == after:
        raise SameBaselineError
    if kept.baseline_changes.waiting().exists():
        raise AlreadyWaitingError
    return BaselineChange.objects.create(
        milestone=kept,
        before=kept.baseline,
        after=after,
        reason_cy=reason_cy,
        reason_en=reason_en,
        asked_by=by,
        asked_on=on,
    )


@transaction.atomic
def decide_baseline_change(*, change: BaselineChange, approve: bool, by: User, on: datetime.date) -> BaselineChange:
    """Approves a request, which moves the baseline with it, or refuses it. Never decided by whoever asked."""
    milestone = Milestone.objects.select_for_update().get(pk=change.milestone_id)
    kept = BaselineChange.objects.select_for_update().get(pk=change.pk)
    if kept.state != BaselineChange.State.ASKED:
        raise AlreadyDecidedError
    if kept.asked_by_id == by.pk:
        raise OwnRequestError
    kept.state = BaselineChange.State.APPROVED if approve else BaselineChange.State.REFUSED
    kept.decided_by, kept.decided_on = by, on
    kept.save()
    if approve:
        milestone.baseline = kept.after
        _say_why(milestone, _("Change request: %(reason)s") % {"reason": kept.reason})
        save_if_current(milestone, version=milestone.version)
    return kept
