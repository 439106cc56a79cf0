"""The forms of an organisation's part in a product."""

import datetime
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.fields import DateField
from kit.forms import VersionedModelForm
from portfolio.forms.existing import not_there, offer_existing
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Participation

DATES = ["interested_on", "committed_on", "adopted_on", "withdrawn_on"]
NEEDED = {"committed": "committed_on", "adopted": "adopted_on", "withdrawn": "withdrawn_on"}


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
            "committed_by",
            "given_fte",
            "given_amount",
            "evidence",
            "source_cy",
            "source_en",
        ]

    def __init__(self, *args: Any, on: datetime.date | None = None, **kwargs: Any) -> None:
        """`on`: the day on which an organisation must exist to be offered."""
        super().__init__(*args, **kwargs)
        self.on = on
        offer_existing(self, "organisation", on)
        self.fields["committed_by"].help_text = _(
            "The last day on which what was promised is to be there. Until then nothing is said to be short."
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        dated = [(name, cleaned[name]) for name in DATES if cleaned.get(name)]
        for (_earlier, first), (later, second) in pairwise(dated):
            if second < first:
                self.add_error(later, _("This date is before the one above it."))
        name = NEEDED.get(cleaned.get("state", ""))
        if name and not cleaned.get(name) and name not in self.errors:
            self.add_error(name, _("Enter the date of this state."))
        if cleaned.get("organisation"):
            self._judge_existence(cleaned, dated)
        return cleaned

    def _judge_existence(self, cleaned: dict[str, Any], dated: list[tuple[str, datetime.date]]) -> None:
        organisation = cleaned["organisation"]
        for name, day in dated:
            if fault := not_there(organisation, day, leaving=name == "withdrawn_on"):
                self.add_error(name, fault)
        # With no date at all it is today's word; a date that could not be read is a date all the same.
        unread = not self.errors.keys().isdisjoint(DATES)
        if not dated and not unread and self.on and (fault := not_there(organisation, self.on)):
            self.add_error("organisation", fault)


class ComeBackForm(VersionedModelForm):
    """An organisation that had withdrawn takes part again, or had never withdrawn at all."""

    on = DateField(
        label=gettext_lazy("From which day"),
        help_text=gettext_lazy(
            "Where the withdrawal was a mistake, leave the day as it is. For example, 1 April 2027 or 01/04/2027"
        ),
    )
    field_order = ["state", "on"]

    class Meta:
        model = Participation
        fields = ["state"]
        labels = {"state": gettext_lazy("State it comes back to")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = Participation.State
        came = [state for state in (states.ADOPTED, states.COMMITTED, states.INTERESTED) if self._since(state)]
        before = came[0] if came else states.INTERESTED
        self.initial["state"] = before
        self.initial["on"] = self._since(before)
        asked: Any = self.fields["state"]
        asked.choices = [pair for pair in states.choices if pair[0] != states.WITHDRAWN]

    def _since(self, state: str) -> datetime.date | None:
        day: datetime.date | None = getattr(self.instance, f"{state}_on")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        state, day = cleaned.get("state"), cleaned.get("on")
        if not (state and day):
            return cleaned
        earlier = DATES[: DATES.index(f"{state}_on")]
        latest = max((known for name in earlier if (known := getattr(self.instance, name))), default=None)
        if latest and day < latest:
            self.add_error("on", _("It was in an earlier state until a later day than that."))
        elif fault := not_there(self.instance.organisation, day):
            self.add_error("on", fault)
        return cleaned
