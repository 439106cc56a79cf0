"""Proposing a new figure in place of the one in force."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import vocabulary
from funding.models import Assumption, Rate
from funding.queries.wording import field_of, is_share, range_fault, sentence
from kit.fields import DateField, MoneyField, NumberField, PercentField
from kit.forms import BaseModelForm

REASON = gettext_lazy("Why it should change")
REASON_HELP = gettext_lazy("Kept in the figure's history, for whoever signs it and whoever asks later.")
FIGURES = ("value", "low", "likely", "high")


class ReasonedForm(BaseModelForm):
    """The part that both have: from when, on what evidence, and why."""

    reason = forms.CharField(label=REASON, help_text=REASON_HELP, max_length=100)

    def require(self, *names: str) -> None:
        for name in names:
            self.fields[name].required = True


class AssumptionForm(ReasonedForm):
    """A new value of one path; its range is the engine's own."""

    class Meta:
        model = Assumption
        fields = ["value", "low", "likely", "high", "valid_from", "evidence", "source_cy", "source_en", "review_by"]

    def __init__(self, *args: Any, superseding: Assumption, **kwargs: Any) -> None:
        instance = Assumption(key=superseding.key, unit=superseding.unit, evidence=superseding.evidence)
        begun_from = {name: getattr(superseding, name) for name in FIGURES}
        super().__init__(*args, instance=instance, initial=begun_from, **kwargs)
        self.require("value", "valid_from", "source_cy", "source_en")
        for name in FIGURES:
            self.fields[name] = self._figure(name)

    def _figure(self, name: str) -> forms.Field:
        options: dict[str, Any] = {"label": self.fields[name].label, "required": self.fields[name].required}
        if is_share(self.instance.key):
            return PercentField(places=4, minimum=-1000, maximum=1000, **options)
        limit = 10**9
        return NumberField(
            places=6, minimum=-limit, maximum=limit, suffix=vocabulary.unit(self.instance.key), **options
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        field = field_of(self.instance.key)
        for name in FIGURES:
            value = cleaned.get(name)
            fault = None if field is None or value is None else range_fault(self.instance.key, field, float(value))
            if fault:
                self.add_error(name, f"{self.fields[name].label}: {sentence(fault)}")
        low, likely, high = (cleaned.get(name) for name in ("low", "likely", "high"))
        if likely is None and (low is not None or high is not None) and not self.errors.get("likely"):
            self.add_error("likely", _("Enter the likely value that stands between low and high."))
        return cleaned


class RateForm(ReasonedForm):
    """A new salary or day rate of a role, for everybody or for one organisation."""

    wants_user = True

    class Meta:
        model = Rate
        fields = ["amount", "low", "high", "organisation", "valid_from", "evidence", "source_cy", "source_en"]

    def __init__(self, *args: Any, superseding: Rate, **kwargs: Any) -> None:
        instance = Rate(role=superseding.role, employment=superseding.employment, evidence=superseding.evidence)
        begun_from = {name: getattr(superseding, name) for name in ("amount", "low", "high", "organisation")}
        super().__init__(*args, instance=instance, initial=begun_from, **kwargs)
        self.require("source_cy", "source_en")
        unit = vocabulary.unit("squad.salary" if instance.is_salary else "squad.day_rate")
        for name in ("amount", "low", "high"):
            asked = self.fields[name]
            self.fields[name] = MoneyField(
                label=asked.label, required=asked.required, minimum=1, maximum=9_999_999, help_text=unit
            )
        self.fields["valid_from"] = DateField(label=self.fields["valid_from"].label)
