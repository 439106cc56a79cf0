"""Forms of what is done to a post: ended, extended, split, converted. Each carries the version its reader saw."""

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit import formats
from kit.fields import DateField, NumberField
from kit.forms import LONGEST_REASON, BaseForm
from squads.forms.knowing import Knowing
from squads.models import Employment, Post, Role
from squads.queries.months import GONE


class ActForm(BaseForm):
    """What is done to one post on one day. `wants_user` narrows the choices of records."""

    wants_user = True
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, post: Post, on: datetime.date, **kwargs: Any) -> None:
        self.post, self.on = post, on
        super().__init__(*args, **kwargs)
        self.initial["version"] = post.version

    @property
    def seen_version(self) -> int:
        """The version the person saw; a form posted without one saw none, and is always behind."""
        return self.cleaned_data.get("version") or 0

    def meet_newer(self, newer: Post) -> None:
        """Somebody else changed the post first: said, and the form carries the newer number from now on."""
        self.post = newer
        data = self.data.copy()
        data[self.add_prefix("version")] = str(newer.version)
        self.data = data
        self.add_error(
            None,
            _("Somebody else changed this post while you had this page open. Look at it as it is now, then try again."),
        )


class EndForm(ActForm):
    """The last day of a post, and why it ends."""

    # The last day is left empty for one reason only: nothing is marked as optional.
    all_optional = True

    last_day = DateField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("The last day on which the post is there. For example, 31 March 2027 or 31/03/2027"),
    )
    never = forms.BooleanField(
        label=gettext_lazy("It will not begin at all"),
        required=False,
        help_text=gettext_lazy("The post is dropped from today. Leave the last day empty."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=LONGEST_REASON,
        help_text=gettext_lazy("Kept in the post's history, for everybody who may see the squad. Name nobody."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.post.planned_from <= self.on:
            del self.fields["never"]
            self.fields["last_day"].required = True
            self.fields["last_day"].error_messages["required"] = _("Enter the last day.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        never, last_day = cleaned.get("never"), cleaned.get("last_day")
        if never and last_day:
            self.add_error("last_day", _("Leave the last day empty, or leave the box below unticked."))
        elif not never and last_day is None and "last_day" not in self.errors:
            self.add_error("last_day", _("Enter the last day."))
        return cleaned


class ExtendForm(Knowing, ActForm):
    """A later last day, or none."""

    last_day = DateField(
        label=gettext_lazy("New last day"),
        required=False,
        help_text=gettext_lazy("Leave it empty for no end. For example, 31 March 2028 or 31/03/2028"),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=gettext_lazy("Kept in the post's history, for everybody who may see the squad. Name nobody."),
    )

    def warnings(self) -> list[str]:
        if "last_day" in self.errors:
            return []
        return beyond_squad(self.post.squad, None, self.cleaned_data.get("last_day"))


def beyond_squad(squad: Any, begins: datetime.date | None, last_day: datetime.date | None) -> list[str]:
    """What to say of a post that is planned for days on which its squad is not there."""
    said = []
    if begins is not None and begins < squad.since:
        said.append(
            _("The post is planned from %(begins)s, and the squad is there only since %(since)s.")
            % {"begins": formats.date(begins), "since": formats.date(squad.since)}
        )
    if squad.last_day is not None and (last_day is None or last_day > squad.last_day):
        words = {"end": formats.date(squad.last_day), "day": formats.date(last_day) if last_day else ""}
        said.append(
            _("The post has no last day, and the squad's is %(end)s.") % words
            if last_day is None
            else _("The post's last day is %(day)s, and the squad's is %(end)s.") % words
        )
    return said


class SplitForm(ActForm):
    """One post into two, from a day. Their FTE add up to the FTE of the one."""

    begins = DateField(label=gettext_lazy("First day of the two posts"))
    first = NumberField(label=gettext_lazy("FTE of the first"), places=3, minimum=Decimal("0.001"), maximum=1)
    second = NumberField(label=gettext_lazy("FTE of the second"), places=3, minimum=Decimal("0.001"), maximum=1)
    second_filled = forms.ChoiceField(
        label=gettext_lazy("Is anybody in the second?"),
        choices=[
            ("planned", gettext_lazy("Nobody yet: it is planned")),
            ("same", gettext_lazy("The same as the first")),
        ],
        widget=forms.RadioSelect,
        initial="planned",
        help_text=gettext_lazy("The first keeps the state, and the holder, of the post that is split."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        half = (self.post.fte / 2).quantize(Decimal("0.001"))
        self.initial["begins"] = max(self.on, self.post.planned_from)
        self.initial["first"], self.initial["second"] = half, self.post.fte - half

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, second = cleaned.get("first"), cleaned.get("second")
        if first is not None and second is not None and first + second != self.post.fte:
            self.add_error(
                "second",
                _("The two add up to %(sum)s FTE, and the post has %(fte)s.")
                % {"sum": NumberField().write(first + second), "fte": NumberField().write(self.post.fte)},
            )
        return cleaned


class PostChoice(forms.ModelChoiceField):
    """Posts of one squad, each told from the others by its role, FTE, first day and state."""

    def label_from_instance(self, obj: Any) -> str:
        words = {
            "role": obj.role,
            "fte": formats.fte(obj.fte),
            "begins": formats.date(obj.planned_from),
            "state": obj.get_state_display(),
        }
        return _("%(role)s, %(fte)s FTE, from %(begins)s, %(state)s") % words


class ConvertForm(Knowing, ActForm):
    """The permanent post that replaces a contractor's: one planned already, or a new one."""

    # What is needed depends on the first choice: nothing is marked as optional.
    all_optional = True

    permanent = PostChoice(
        queryset=Post.objects.none(),
        required=False,
        label=gettext_lazy("Permanent post"),
        empty_label=gettext_lazy("Plan a new one, as below"),
        help_text=gettext_lazy(
            "A permanent or fixed-term post of this squad. Of one planned already the boxes below are ignored."
        ),
    )
    role = forms.ModelChoiceField(queryset=Role.objects.all(), label=gettext_lazy("Role"), required=False)
    fte = NumberField(label=gettext_lazy("FTE"), places=3, minimum=Decimal("0.001"), maximum=1, required=False)
    planned_from = DateField(label=gettext_lazy("Planned from"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Post.objects.filter(squad=self.post.squad_id).exclude(employment__in=Employment.contractors())
        asked: Any = self.fields["permanent"]
        asked.queryset = rows.exclude(state__in=GONE).select_related("role", "squad").order_by("planned_from", "pk")
        self.initial["role"], self.initial["fte"] = self.post.role_id, self.post.fte
        self.initial["planned_from"] = self.starting_day()
        if self.post.last_day is not None:
            asked_day = self.fields["planned_from"]
            asked_day.help_text = _(
                "The contractor's last day is %(day)s. What is not handed over by then is lost: plan some weeks "
                "together."
            ) % {"day": formats.date(self.post.last_day)}

    def warnings(self) -> list[str]:
        """Of a new post: a day on which the squad is not there, or one gone by, from which it would count as empty."""
        day = self.cleaned_data.get("planned_from")
        if day is None or self.cleaned_data.get("permanent"):
            return []
        if day < self.post.squad.since:
            return beyond_squad(self.post.squad, day, self.post.squad.last_day)
        if day < self.on:
            said = _("The new post would be planned from %(day)s, and count as empty since then.")
            return [said % {"day": formats.date(day)}]
        return []

    def starting_day(self) -> datetime.date:
        """Four weeks before the contractor leaves, not before tomorrow; with no end, the first of next month."""
        tomorrow = self.on + datetime.timedelta(days=1)
        if self.post.planned_to is None:
            return (self.on.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
        return max(tomorrow, self.post.planned_to - datetime.timedelta(weeks=4))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("permanent") or "permanent" in self.errors:
            return cleaned
        missing = {
            "role": _("Choose the role of the new post."),
            "fte": _("Enter the FTE of the new post."),
            "planned_from": _("Enter the day from which the new post is planned."),
        }
        for name, words in missing.items():
            if cleaned.get(name) is None and name not in self.errors:
                self.add_error(name, words)
        day, squad = cleaned.get("planned_from"), self.post.squad
        if day is not None and squad.until is not None and day >= squad.until:
            self.add_error(
                "planned_from",
                _("The squad's last day is %(day)s: the post must begin before it ends.")
                % {"day": formats.date(squad.last_day)},
            )
        return cleaned
