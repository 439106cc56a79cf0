"""Forms for squads, their posts and what they work on."""

from decimal import Decimal
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from accounts.models import User
from kit.fields import DateField, NumberField, PercentField
from kit.forms import VersionedModelForm
from portfolio.forms import DatedForm, PlacedFaults, own_organisation_only
from squads.models import Assignment, Post, Squad


class SquadForm(PlacedFaults, VersionedModelForm):
    wants_user = True
    beside = {"squads_squad_ends_after_start": "until"}

    class Meta:
        model = Squad
        fields = ["name_cy", "name_en", "organisation", "since", "until", "evidence", "source_cy", "source_en"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        own_organisation_only(self, user)


class PostForm(PlacedFaults, DatedForm):
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

    field_order = Meta.fields

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        if not user.has_perm("squads.view_holder"):
            del self.fields["holder"]


class AssignmentForm(PlacedFaults, VersionedModelForm):
    """A product that a squad works on, with how much of its time. A squad leaves by an end date, and is not erased."""

    wants_user = True
    judged = frozenset({"squad"})
    beside = {"squads_assignment_share": "share", "squads_assignment_ends_after_start": "end"}
    share = PercentField(
        label=capfirst(Assignment._meta.get_field("share").verbose_name), places=1, minimum=Decimal("0.1")
    )

    class Meta:
        model = Assignment
        fields = ["product", "share", "start", "end", "evidence", "source_cy", "source_en"]
