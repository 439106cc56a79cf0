"""The form of how high an organisation puts a product."""

import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from kit.forms import VersionedModelForm
from portfolio.forms.existing import not_there, offer_existing
from portfolio.forms.placed import PlacedFaults
from portfolio.forms.product import own_organisation_only
from portfolio.models import Priority


class PriorityForm(PlacedFaults, VersionedModelForm):
    """One organisation's word from a day on. Its earlier words stay as they are."""

    wants_user = True
    judged = frozenset({"product"})
    beside = {"portfolio_priority_one_a_day": "since"}

    class Meta:
        model = Priority
        fields = ["organisation", "level", "since", "reason_cy", "reason_en", "evidence", "source_cy", "source_en"]

    def __init__(self, *args: Any, user: User, on: datetime.date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        own_organisation_only(self, user)
        offer_existing(self, "organisation", on)
        self.fields["since"].help_text = _(
            "It holds from this day until the organisation's next word. For example, 1 April 2027 or 01/04/2027"
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        organisation, since = cleaned.get("organisation"), cleaned.get("since")
        if organisation and since and (fault := not_there(organisation, since)):
            self.add_error("since", fault)
        return cleaned
