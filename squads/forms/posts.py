"""The form of a post."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from accounts.models import User
from kit.fields import DateField, NumberField
from portfolio.forms import DatedForm, PlacedFaults
from squads.forms.acts import beyond_squad
from squads.forms.ends import DAY_AFTER
from squads.forms.knowing import Knowing
from squads.models import ONE_DAY, Post


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
        required=False,
        help_text=gettext_lazy("The day this state began. Needed when the state changes."),
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
        help_texts = {"planned_to": DAY_AFTER}

    field_order = Meta.fields

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        if not user.has_perm("squads.view_holder"):
            del self.fields["holder"]

    def warnings(self) -> list[str]:
        """Days on which the squad is not there: a plan may be ahead of the squad's own."""
        given = self.cleaned_data
        if "planned_to" in self.errors or not {"planned_from", "planned_to"} & set(self.changed_data):
            return []
        last_day = given["planned_to"] - ONE_DAY if given.get("planned_to") else None
        return beyond_squad(self.instance.squad, given.get("planned_from"), last_day)
