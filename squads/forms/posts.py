"""The form of a post."""

import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from kit import formats
from kit.fields import DAY_AFTER, DateField, NumberField
from portfolio.forms import DatedForm, PlacedFaults
from squads.forms.acts import beyond_squad
from squads.forms.knowing import Knowing
from squads.models import ONE_DAY, Employment, Post
from squads.queries.months import PRESENT


class PostForm(Knowing, PlacedFaults, DatedForm):
    """A post; changing its state asks from which day. A role can be planned before there is a person."""

    wants_user = True
    dated, changes = "state", "state_changes"
    beside = {"squads_post_fte": "fte", "squads_post_ends_after_start": "planned_to"}
    says_day_missing = gettext_lazy("Enter the day this state began.")
    says_too_early = gettext_lazy("The state before it began later than that day.")
    fte = NumberField(
        label=capfirst(Post._meta.get_field("fte").verbose_name), places=3, minimum=0, maximum=1, initial=1
    )
    state_from = DateField(
        label=gettext_lazy("State since"),
        help_text=gettext_lazy("The day this state began. A state that changes has a day of its own."),
        error_messages={"required": says_day_missing},
    )

    class Meta:
        model = Post
        fields = [
            "role",
            "fte",
            "employment",
            "planned_from",
            "planned_to",
            "state",
            "state_from",
            "holder",
            "evidence",
            "source_cy",
            "source_en",
        ]
        help_texts = {
            "planned_to": DAY_AFTER,
            "holder": gettext_lazy("Seen only by the chief digital officer's office and delivery leads."),
        }

    field_order = Meta.fields

    def __init__(self, *args: Any, user: User, on: datetime.date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, user=user, **kwargs)
        if not user.has_perm("squads.view_holder"):
            del self.fields["holder"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "employment" in self.changed_data and not (self.is_new or self.conflict):
            is_contractors = cleaned.get("employment") in Employment.contractors()
            if hasattr(self.instance, "converted_to") and not is_contractors:
                words = _("This post is converted to a permanent one. Take the conversion back first.")
                self.add_error("employment", words)
            elif hasattr(self.instance, "converted_from") and is_contractors:
                words = _("This post takes over from a contractor's. Take the conversion back first.")
                self.add_error("employment", words)
        return cleaned

    def warnings(self) -> list[str]:
        return [*self._outside_squad(), *self._still_to_come()]

    def _still_to_come(self) -> list[str]:
        """A state of a later day: it would be shown, and counted, from today or from the day the post begins."""
        given = self.cleaned_data
        state, day = given.get("state"), given.get("state_from")
        if state is None or day is None or not {"state", "state_from"} & set(self.changed_data):
            return []
        counted_from = max(self.on, given.get("planned_from") or self.on) if state in PRESENT else self.on
        if day <= counted_from:
            return []
        words = {"state": Post.State(state).label, "day": formats.date(day), "from": formats.date(counted_from)}
        return [_("It becomes “%(state)s” only on %(day)s, and would be counted as that from %(from)s.") % words]

    def _outside_squad(self) -> list[str]:
        """Days on which the squad is not there: a plan may be ahead of the squad's own."""
        given = self.cleaned_data
        if "planned_to" in self.errors or not {"planned_from", "planned_to"} & set(self.changed_data):
            return []
        last_day = given["planned_to"] - ONE_DAY if given.get("planned_to") else None
        return beyond_squad(self.instance.squad, given.get("planned_from"), last_day)
