"""The forms of contracts, and of what several organisations could buy together."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from kit import formats
from kit.fields import DAY_AFTER
from kit.forms import VersionedModelForm
from portfolio.forms.existing import DAY, not_there, offer_existing
from portfolio.forms.placed import PlacedFaults
from portfolio.forms.product import own_organisation_only
from portfolio.models import Contract, Product, SourcingOpportunity


class ContractForm(PlacedFaults, VersionedModelForm):
    """A contract as its organisation's register has it. A value that is not known stays empty."""

    wants_user = True
    beside = {"portfolio_contract_ends_after_start": "end", "portfolio_contract_annual_value": "annual_value"}

    class Meta:
        model = Contract
        fields = [
            "organisation",
            "title_cy",
            "title_en",
            "supplier",
            "annual_value",
            "start",
            "end",
            "opportunity",
            "product",
            "evidence",
            "source_cy",
            "source_en",
        ]
        labels = {"start": _("From which day")}
        help_texts = {"end": DAY_AFTER}

    def __init__(self, *args: Any, user: User, on: datetime.date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        own_organisation_only(self, user)
        offer_existing(self, "organisation", on)
        self._offer_products(user)

    def _offer_products(self, user: User) -> None:
        """Those of the organisation, owned or taken part in: a thousand choices would weigh more than the form.

        While it is not known whose contract it is there is nothing to offer; the product is chosen afterwards.
        """
        known = self.instance.organisation_id or self.initial.get("organisation")
        known = known or (None if user.sees_all_organisations else user.organisation_id)
        if not known:
            del self.fields["product"]
            return
        asked: Any = self.fields["product"]
        taking_part = Product.objects.filter(participations__organisation=known).values("pk")
        own = Q(organisation=known) | Q(pk__in=taking_part) | Q(pk=self.instance.product_id)
        asked.queryset = asked.queryset.filter(own)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        organisation, start = cleaned.get("organisation"), cleaned.get("start")
        if organisation and start and (fault := not_there(organisation, start)):
            self.add_error("start", fault)
        return cleaned


class _Contracts(forms.ModelMultipleChoiceField):
    def label_from_instance(self, contract: Any) -> str:
        end = formats.date(contract.end - DAY) if contract.end else _("no end")
        return f"{contract.organisation}: {contract.title} ({end})"


class OpportunityForm(VersionedModelForm):
    """What several organisations buy apart, and the contracts by which they do."""

    contracts = _Contracts(
        queryset=Contract.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Contracts"),
        help_text=_("Those under it. One that is not ticked is taken out of it, and stays as it is otherwise."),
    )

    class Meta:
        model = SourcingOpportunity
        fields = ["name_cy", "name_en", "summary_cy", "summary_en", "evidence", "source_cy", "source_en"]

    field_order = ["name_cy", "name_en", "summary_cy", "summary_en", "contracts", "evidence", "source_cy", "source_en"]

    def __init__(self, *args: Any, candidates: Sequence[Contract] = (), **kwargs: Any) -> None:
        """`candidates`: the contracts under it, and those that may be put there."""
        super().__init__(*args, **kwargs)
        self.offered = [one.pk for one in candidates]
        if not candidates:
            del self.fields["contracts"]
            return
        rows = Contract.objects.filter(pk__in=self.offered).select_related("organisation").order_by("end", "pk")
        asked: Any = self.fields["contracts"]
        asked.queryset = rows
        self.initial["contracts"] = self.offered
