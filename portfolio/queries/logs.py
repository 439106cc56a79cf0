"""Decisions, due, overdue and made; and what was learnt."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from kit import formats
from portfolio.models import Decision, Product


class Standing(TextChoices):
    """Where a decision stands on a day, the most pressing first."""

    OVERDUE = "overdue", pgettext_lazy("decision", "overdue")
    DUE = "due", pgettext_lazy("decision", "due")
    UNDATED = "undated", pgettext_lazy("decision", "no day named")
    MADE = "made", pgettext_lazy("decision", "made")


def with_standing(rows: QuerySet[Decision], *, on: datetime.date) -> Any:
    """Adds `standing`, one of Standing, and `pressing`, its place in their order."""
    conditions = [
        (Standing.MADE, Q(decided_on__isnull=False)),
        (Standing.UNDATED, Q(due_on__isnull=True)),
        (Standing.OVERDUE, Q(due_on__lt=on)),
    ]
    order = {standing: Value(number) for number, standing in enumerate(Standing)}
    return rows.annotate(
        standing=Case(*(When(condition, then=Value(one.value)) for one, condition in conditions),
                      default=Value(Standing.DUE.value)),
        pressing=Case(*(When(condition, then=order[one]) for one, condition in conditions),
                      default=order[Standing.DUE]),
    )  # fmt: skip


def pressing_first(rows: QuerySet[Decision], *, on: datetime.date) -> QuerySet[Decision]:
    """Overdue, then due by their day, then those without one; those made last, the latest of them first."""
    return with_standing(rows, on=on).order_by(
        "pressing", F("decided_on").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk"
    )


@dataclass(frozen=True)
class Log:
    """What one product has to decide, has decided and has learnt."""

    to_decide: Sequence[Decision]
    decided: Sequence[Decision]
    lessons: Sequence[object]


def log_of(*, product: Product, on: datetime.date) -> Log:
    """Two queries."""
    decisions = list(pressing_first(product.decisions.all(), on=on))
    return Log(
        [one for one in decisions if one.decided_on is None],
        [one for one in decisions if one.decided_on is not None],
        list(product.lessons.order_by("-learnt_on", "pk")),
    )


def log_finding(log: Log, *, on: datetime.date) -> list[str]:
    """What waits to be decided, and since or until when."""
    if not (log.to_decide or log.decided or log.lessons):
        return [_("No decision and no lesson has been written down yet.")]
    said = []
    dated = [one.due_on for one in log.to_decide if one.due_on is not None]
    overdue = [day for day in dated if day < on]
    if overdue:
        said.append(
            _("Decisions overdue: %(number)s, the longest since %(day)s.")
            % {"number": len(overdue), "day": formats.date(min(overdue))}
        )
    coming = [day for day in dated if day >= on]
    if coming:
        said.append(_("The next decision is needed by %(day)s.") % {"day": formats.date(min(coming))})
    if not log.to_decide:
        said.append(_("No decision waits."))
    said.append(
        _("Decisions made: %(decisions)s. Lessons written down: %(lessons)s.")
        % {"decisions": len(log.decided), "lessons": len(log.lessons)}
    )
    return said


def decisions_finding(rows: Any) -> list[str]:
    """Of the rows that are shown, which `with_standing` was asked of. One query."""
    counts = dict(rows.order_by().values_list("standing").annotate(number=Count("pk")))
    if not counts:
        return []
    overdue, due, undated, made = (
        counts.get(one, 0) for one in (Standing.OVERDUE, Standing.DUE, Standing.UNDATED, Standing.MADE)
    )
    said = ngettext("One decision is overdue.", "%(number)s decisions are overdue.", overdue)
    sentences = [formats.counted(said, overdue) if overdue else _("No decision is overdue.")]
    if due:
        said = ngettext("One is needed by a day to come.", "%(number)s are needed by a day to come.", due)
        sentences.append(formats.counted(said, due))
    if undated:
        said = ngettext("One waits with no day named.", "%(number)s wait with no day named.", undated)
        sentences.append(formats.counted(said, undated))
    if made:
        said = ngettext("One has been made.", "%(number)s have been made.", made)
        sentences.append(formats.counted(said, made))
    return [" ".join(sentences)]
