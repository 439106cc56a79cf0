"""Forms for products and for taking part in them."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from kit.fields import DateField
from kit.forms import BaseModelForm, VersionedModelForm
from portfolio.models import Organisation, Participation, PhaseChange, Product


class ProductForm(VersionedModelForm):
    """A product; changing its phase asks from which day."""

    wants_user = True
    phase_from = DateField(
        label=gettext_lazy("Phase since"),
        required=False,
        help_text=gettext_lazy("The day this phase began. Needed when the phase changes."),
    )

    class Meta:
        model = Product
        fields = [
            "name_cy",
            "name_en",
            "summary_cy",
            "summary_en",
            "organisation",
            "service_owner",
            "programme",
            "phase",
            "phase_from",
            "end_of_life",
            "evidence",
            "source_cy",
            "source_en",
        ]

    field_order = Meta.fields

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owners = Organisation.objects.visible_to(user)
        if not user.sees_all_organisations:
            owners = owners.filter(pk=user.organisation_id)
        self.fields["organisation"].queryset = owners.order_by("name_en")  # type: ignore[attr-defined]
        latest = self._latest()
        if latest:
            self.initial["phase_from"] = latest.on

    def _latest(self) -> PhaseChange | None:
        if self.instance.pk is None:
            return None
        return PhaseChange.objects.filter(product=self.instance).order_by("-on").first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        began: datetime.date | None = cleaned.get("phase_from")
        end: datetime.date | None = cleaned.get("end_of_life")
        latest = self._latest()
        changed = latest is None or cleaned.get("phase") != latest.phase
        if changed and began is None and "phase_from" not in self.errors:
            self.add_error("phase_from", _("Enter the day this phase began."))
        elif changed and latest is not None and began is not None and began < latest.on:
            self.add_error("phase_from", _("The phase before it began later than that day."))
        if began and end and end <= began:
            self.add_error("end_of_life", _("The end of life must come after the day the phase began."))
        return cleaned


DATES = ["interested_on", "committed_on", "adopted_on", "withdrawn_on"]


class ParticipationForm(BaseModelForm):
    """How far an organisation has come with a product, and what it promised and gave."""

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

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.product = product
        field = self.fields["organisation"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Organisation.objects.order_by("name_en")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        dated = [(name, cleaned[name]) for name in DATES if cleaned.get(name)]
        for (_earlier, first), (name, second) in zip(dated, dated[1:], strict=False):
            if second < first:
                self.add_error(name, _("This date is before the one above it."))
        needed = {"committed": "committed_on", "adopted": "adopted_on", "withdrawn": "withdrawn_on"}
        name = needed.get(cleaned.get("state", ""))
        if name and not cleaned.get(name) and name not in self.errors:
            self.add_error(name, _("Enter the date of this state."))
        return cleaned
