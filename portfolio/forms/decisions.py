"""The forms of a decision: asked for, made, and put right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kit.forms import VersionedModelForm, in_one_language
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Decision

QUESTION = ["question_cy", "question_en", "due_on"]
OUTCOME = ["decided_on", "decided_by", "outcome_cy", "outcome_en", "reason_cy", "reason_en"]
SOURCE = ["evidence", "source_cy", "source_en"]
LONG = {name: forms.Textarea(attrs={"rows": 3}) for name in ("outcome_cy", "outcome_en", "reason_cy", "reason_en")}
HELP = {
    "question_cy": _("One question that can be answered, and by whom if it matters."),
    "question_en": _("One question that can be answered, and by whom if it matters."),
    "decided_by": _("A board, a meeting or a role; a name only where it must be."),
}


class DecisionAskForm(VersionedModelForm):
    """What is to be decided, and by when it is needed."""

    wants_user = True

    class Meta:
        model = Decision
        fields = [*QUESTION, *SOURCE]
        help_texts = HELP


class DecisionForm(PlacedFaults, VersionedModelForm):
    """All of a decision: to put right what was asked, or what was written down of the answer."""

    wants_user = True
    asks_why = True
    beside = {"portfolio_decision_says_what": "outcome_cy"}

    class Meta:
        model = Decision
        fields = [*QUESTION, *OUTCOME, *SOURCE]
        widgets = LONG
        help_texts = HELP

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        said = any(cleaned.get(name) for name in OUTCOME if name != "decided_on")
        if said and not cleaned.get("decided_on") and "decided_on" not in self.errors:
            self.add_error("decided_on", _("Enter the day it was decided, or leave what was decided empty."))
        return cleaned


class DecisionMadeForm(PlacedFaults, VersionedModelForm):
    """What was decided: when, by whom, what, and why."""

    wants_user = True
    beside = {"portfolio_decision_says_what": "outcome_cy"}

    class Meta:
        model = Decision
        fields = OUTCOME
        widgets = LONG
        help_texts = HELP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("decided_on", "decided_by"):
            self.fields[name].required = True
        in_one_language(self, "outcome_cy", "outcome_en")
        self.fields["decided_by"].error_messages["required"] = _("Say who decided it.")
        self.fields["decided_on"].error_messages["required"] = _("Enter the day it was decided.")
