"""Forms for squads and posts."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from kit.fields import DateField
from kit.forms import VersionedModelForm
from portfolio.models import Organisation
from squads.models import Post, PostStateChange, Squad


class SquadForm(VersionedModelForm):
    wants_user = True

    class Meta:
        model = Squad
        fields = ["name_cy", "name_en", "organisation", "since", "until", "evidence", "source_cy", "source_en"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        homes = Organisation.objects.visible_to(user)
        if not user.sees_all_organisations:
            homes = homes.filter(pk=user.organisation_id)
        self.fields["organisation"].queryset = homes.order_by("name_en")  # type: ignore[attr-defined]


class PostForm(VersionedModelForm):
    """A post; changing its state asks from which day. A role can be planned before there is a person."""

    wants_user = True
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
        super().__init__(*args, **kwargs)
        if not user.has_perm("squads.view_holder"):
            del self.fields["holder"]
        latest = self._latest()
        if latest:
            self.initial["state_from"] = latest.on

    def _latest(self) -> PostStateChange | None:
        if self.instance.pk is None:
            return None
        return PostStateChange.objects.filter(post=self.instance).order_by("-on", "-pk").first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        latest, began = self._latest(), cleaned.get("state_from")
        changed = latest is None or cleaned.get("state") != latest.state
        if changed and began is None and "state_from" not in self.errors:
            self.add_error("state_from", _("Enter the day this state began."))
        elif changed and latest is not None and began is not None and began < latest.on:
            self.add_error("state_from", _("The state before it began later than that day."))
        return cleaned
