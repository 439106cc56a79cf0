"""What is said of a run by its analyst, and what its assurer signs."""

from typing import Any

from django import forms

from funding.models import Run, RunDecision
from kit.forms import BaseModelForm, VersionedModelForm

ROWS = 4


def _boxes(form: Any, *names: str) -> None:
    for name in names:
        form.fields[name].widget.attrs["rows"] = ROWS


class RunAssuranceForm(VersionedModelForm):
    """What a run is for, what it is not to be used for, and until when it may be used."""

    class Meta:
        model = Run
        fields = ["purpose_cy", "purpose_en", "limits_cy", "limits_en", "stale_after"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _boxes(self, "purpose_cy", "purpose_en", "limits_cy", "limits_en")


class RunSignForm(VersionedModelForm):
    """The statement of assurance, in both languages. Confirmed once it has been read as it will stand."""

    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Run
        fields = ["statement_cy", "statement_en"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _boxes(self, "statement_cy", "statement_en")
        for name in ("statement_cy", "statement_en"):
            self.fields[name].required = True


class RunDecisionForm(BaseModelForm):
    """One decision: what was decided and why, in both languages."""

    class Meta:
        model = RunDecision
        fields = ["what_cy", "what_en", "why_cy", "why_en"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = True
