"""The form of an organisation's part in a product."""

from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from kit.forms import VersionedModelForm
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Participation

DATES = ["interested_on", "committed_on", "adopted_on", "withdrawn_on"]


class ParticipationForm(PlacedFaults, VersionedModelForm):
    """How far an organisation has come with a product, and what it promised and gave."""

    wants_user = True
    judged = frozenset({"product"})
    beside = {"portfolio_participation_once": "organisation"} | {
        f"portfolio_participation_{name}": name
        for name in ("committed_fte", "given_fte", "committed_amount", "given_amount")
    }

    class Meta:
        model = Participation
        fields = [
            "organisation",
            "part",
            "state",
            *DATES,
            "committed_fte",
            "committed_amount",
            "given_fte",
            "given_amount",
            "evidence",
            "source_cy",
            "source_en",
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        dated = [(name, cleaned[name]) for name in DATES if cleaned.get(name)]
        for (_earlier, first), (later, second) in pairwise(dated):
            if second < first:
                self.add_error(later, _("This date is before the one above it."))
        needed = {"committed": "committed_on", "adopted": "adopted_on", "withdrawn": "withdrawn_on"}
        name = needed.get(cleaned.get("state", ""))
        if name and not cleaned.get(name) and name not in self.errors:
            self.add_error(name, _("Enter the date of this state."))
        return cleaned
