"""Forms for records whose phase or state is kept with the day it began."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise

from kit.conflicts import Difference
from kit.forms import VersionedModelForm


class DatedForm(VersionedModelForm):
    """A form with a dated choice: `dated` is its column, `<dated>_from` its day, a field the subclass declares.

    Another choice begins on the day given; the same choice with another day puts the day right. The day as it was
    when the form was opened comes back with the form, so that a second editor's day is told from one left alone.
    """

    dated: ClassVar[str]
    changes: ClassVar[str]  # the relation that keeps the days
    says_day_missing: ClassVar[str | Promise]
    says_too_early: ClassVar[str | Promise]
    day_seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        latest = self.latest_changes(1)
        if latest:
            self.initial.update({self.day: latest[0].on, "day_seen": latest[0].on.isoformat()})

    @property
    def day(self) -> str:
        return f"{self.dated}_from"

    def latest_changes(self, number: int) -> list[Any]:
        if self.instance.pk is None:
            return []
        return list(getattr(self.instance, self.changes).order_by("-on", "-pk")[:number])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        # With a conflict the day is judged when the form comes back: it may belong to the other's choice.
        if not (self.conflict or self.day in self.errors or self.dated in self.errors):
            self._judge(cleaned[self.dated], cleaned.get(self.day))
        return cleaned

    def _judge(self, choice: str, began: datetime.date | None) -> None:
        latest = self.latest_changes(2)
        same = bool(latest) and getattr(latest[0], self.dated) == choice
        before = latest[1:] if same else latest[:1]
        if began is None:
            self.add_error(self.day, str(self.says_day_missing))
        elif before and (began < before[0].on or (same and self.one_a_day and began == before[0].on)):
            self.add_error(self.day, str(self.says_too_early))

    one_a_day: ClassVar[bool] = False

    def _meet_newer(self) -> None:
        seen, typed = self.data.get(self.add_prefix("day_seen")), self[self.day].data
        super()._meet_newer()
        latest = self.latest_changes(1)
        if not latest or self.conflict is None:
            return
        asked, theirs = self.fields[self.day], latest[0].on
        both_chose = any(one.id == self[self.dated].id_for_label for one in self.conflict.differences)
        shown = Difference(
            label=str(self[self.day].label),
            yours=str(typed or ""),
            theirs=str(asked.prepare_value(theirs)),
            id=self[self.day].id_for_label,
        )
        self.data[self.add_prefix("day_seen")] = theirs.isoformat()
        if not asked.has_changed(theirs, typed):
            return
        left_alone = self.dated in self.conflict.taken_over or not asked.has_changed(seen, typed)
        if left_alone and not both_chose:
            self.conflict.taken_over[self.day] = shown
            self.data[self.add_prefix(self.day)] = shown.theirs
        else:
            self.conflict.differences.append(shown)
