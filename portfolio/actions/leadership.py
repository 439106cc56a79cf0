"""A change of digital leadership from a day: the period before it is closed in the same transaction."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kit import formats
from kit.versions import save_if_current
from portfolio.models import Leadership, Organisation


class OverlapError(Exception):
    """Two periods of one organisation cannot cover one day."""

    def __init__(self, other: Leadership) -> None:
        self.other = other

    def __str__(self) -> str:
        return _("Another period of this organisation begins on %(start)s: %(what)s. Put that one right first.") % {
            "start": formats.date(self.other.start),
            "what": self.other.get_officer_display(),
        }


def _others(row: Leadership) -> Any:
    Organisation.objects.select_for_update().get(pk=row.organisation_id)
    return Leadership.objects.select_for_update().filter(organisation=row.organisation_id).exclude(pk=row.pk)


@transaction.atomic
def begin_period(*, form: Any) -> Leadership:
    """Saves a period from its day on, and ends the one that covered that day. Raises OverlapError where one begins
    on that day or later."""
    row: Leadership = form.instance
    others = _others(row)
    later = others.filter(start__gte=row.start).order_by("start").first()
    if later is not None:
        raise OverlapError(later)
    before = others.filter(Q(end__isnull=True) | Q(end__gt=row.start), start__lt=row.start).first()
    if before is not None:
        before.end = row.start
        save_if_current(before, version=before.version)
    saved: Leadership = form.save()
    return saved


@transaction.atomic
def save_period(*, form: Any) -> Leadership | None:
    """Puts a period right. None where somebody was quicker; raises OverlapError where it would cover another's day."""
    row: Leadership = form.instance
    others = _others(row).filter(Q(end__isnull=True) | Q(end__gt=row.start))
    if row.end is not None:
        others = others.filter(start__lt=row.end)
    if (other := others.order_by("start").first()) is not None:
        raise OverlapError(other)
    saved: Leadership | None = form.save_or_conflict()
    return saved


@transaction.atomic
def take_back_period(*, row: Leadership) -> None:
    """Deletes a period that never was; the one that it closed goes on as long as it did. History keeps it."""
    others = _others(row)
    found = Leadership.objects.get(pk=row.pk)
    before = others.filter(end=found.start).first()
    end: datetime.date | None = found.end
    found.delete()
    if before is not None:
        before.end = end
        save_if_current(before, version=before.version)
