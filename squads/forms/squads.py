"""The form of a squad."""

from typing import Any

from accounts.models import User
from kit.forms import VersionedModelForm
from portfolio.forms import PlacedFaults, own_organisation_only
from squads.models import Squad


class SquadForm(PlacedFaults, VersionedModelForm):
    wants_user = True
    beside = {"squads_squad_ends_after_start": "until"}

    class Meta:
        model = Squad
        fields = ["name_cy", "name_en", "organisation", "since", "until", "evidence", "source_cy", "source_en"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        own_organisation_only(self, user)
