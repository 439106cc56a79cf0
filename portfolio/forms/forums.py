"""The forms of boards and groups, of who belongs to them, and of their meetings."""

import datetime
from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit import formats
from kit.bilingual import pair_field
from kit.fields import DAY_AFTER
from kit.forms import BaseForm, VersionedModelForm
from portfolio.forms.existing import DAY, not_there, offer_existing
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Forum, Meeting, Organisation

AUTHORITIES = Q(kind=Organisation.Kind.LOCAL_AUTHORITY)


class ForumForm(PlacedFaults, VersionedModelForm):
    """A board, a group or a community."""

    beside = {"portfolio_forum_months_between": "months_between", "portfolio_forum_ends_after_start": "until"}

    class Meta:
        model = Forum
        fields = [
            "name_cy",
            "name_en",
            "kind",
            "organisation",
            "months_between",
            "since",
            "until",
            "evidence",
            "source_cy",
            "source_en",
        ]
        help_texts = {"until": DAY_AFTER}

    def __init__(self, *args: Any, on: datetime.date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_existing(self, "organisation", on)
        self.fields["months_between"].help_text = _("Its rhythm: by it next year's meetings are planned. 1 to 24.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, organisation = cleaned.get("since"), cleaned.get("organisation")
        if organisation and since and (fault := not_there(organisation, since)):
            self.add_error("since", fault)
        return cleaned


class MembersForm(BaseForm):
    """Who belongs in the room: every organisation there is, ticked or not. `seen` is who did when the page opened."""

    members = forms.ModelMultipleChoiceField(
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Members"),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=4000)

    def __init__(self, *args: Any, on: datetime.date, members: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.filter(Q(pk__in=Organisation.objects.on(on)) | Q(pk__in=members))
        self.fields["members"].queryset = by_name_after(AUTHORITIES, rows)  # type: ignore[attr-defined]
        self.initial.update({"members": list(members), "seen": ",".join(str(pk) for pk in members)})

    def clean_seen(self) -> set[int]:
        parts = str(self.cleaned_data["seen"] or "").split(",")
        return {int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 10}


def by_name_after(first: Q, rows: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Those of whom something holds first, then the others, each by name."""
    order = Case(When(first, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.order_by(order, pair_field("name"), "pk")


class MeetingForm(PlacedFaults, VersionedModelForm):
    """A meeting that is due on a day."""

    judged = frozenset({"forum"})
    beside = {"portfolio_meeting_one_a_day": "due_on"}

    class Meta:
        model = Meeting
        fields = ["due_on", "evidence", "source_cy", "source_en"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get("due_on")
        if day and (fault := forum_not_there(self.instance.forum, day)):
            self.add_error("due_on", fault)
        return cleaned


def forum_not_there(forum: Forum, day: datetime.date) -> str:
    """Why the forum cannot meet on a day; "" where it can."""
    if forum.since and day < forum.since:
        return _("The forum was not there on that day: its first day was %(first)s.") % {
            "first": formats.date(forum.since)
        }
    if forum.until and day >= forum.until:
        return _("The forum is no longer there on that day: its last day was %(last)s.") % {
            "last": formats.date(forum.until - DAY)
        }
    return ""


class RecordForm(VersionedModelForm):
    """What became of a meeting: held, with who was there; missed; or still due, which takes a record back."""

    class Meta:
        model = Meeting
        fields = ["state", "held_on", "attended", "evidence", "source_cy", "source_en"]
        widgets = {"state": forms.RadioSelect, "attended": forms.CheckboxSelectMultiple}
        help_texts = {
            "attended": gettext_lazy("Members come first; whoever else was there may be ticked too."),
        }

    def __init__(self, *args: Any, on: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        meeting = self.instance
        day = meeting.held_on or meeting.due_on
        members = Q(forum_memberships__forum=meeting.forum_id)
        belong = Q(pk__in=Organisation.objects.filter(members).values("pk"))
        there = Q(pk__in=Organisation.objects.on(day).values("pk")) | Q(pk__in=meeting.attended.values("pk"))
        rows = Organisation.objects.filter(there | belong)
        self.fields["attended"].queryset = by_name_after(belong, rows)  # type: ignore[attr-defined]
        self.fields["held_on"].help_text = _("If it was held. For example, 1 April 2027 or 01/04/2027")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "state" not in cleaned or "held_on" in self.errors:
            return cleaned
        state, held = cleaned["state"], cleaned.get("held_on")
        if state == Meeting.State.HELD:
            if held is None:
                self.add_error("held_on", _("Enter the day on which it was held."))
            elif held > self.on:
                self.add_error("held_on", _("That day has not come yet."))
            elif fault := forum_not_there(self.instance.forum, held):
                self.add_error("held_on", fault)
            else:
                self._judge_attendance(cleaned.get("attended") or (), held)
        elif cleaned.get("attended"):
            self.add_error("attended", _("Nobody attends a meeting that was not held."))
        elif held is not None:
            self.add_error("held_on", _("A meeting that was not held has no day. Leave this empty."))
        return cleaned

    def _judge_attendance(self, attended: Iterable[Organisation], held: datetime.date) -> None:
        """Members that have merged since stay on the list, and so can be ticked for a day after their last."""
        for fault in [said for one in attended if (said := not_there(one, held))]:
            self.add_error("attended", fault)
