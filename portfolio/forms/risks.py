"""The forms of a risk or an issue."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kit.fields import DateField
from kit.forms import VersionedModelForm
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Risk
from portfolio.models.risk import SCORED
from portfolio.queries.risks import IMPACTS, PROBABILITIES

WHEN = {
    "inherent": _("Before anything is done about it."),
    "current": _("As it is today, with what has been done."),
    "target": _("When what is planned has been done."),
}
MEANS = {
    "probability": _("1 is very unlikely, 5 is almost certain."),
    "impact": _("1 would hardly be felt, 5 would stop or sink the product."),
}
WORDS = {"probability": PROBABILITIES, "impact": IMPACTS}


class LevelField(forms.TypedChoiceField):
    """1 to 5, each with its word, or not known."""

    def __init__(self, words: dict[int, Any], **options: Any) -> None:
        choices = [("", _("not known")), *((level, Level(level, word)) for level, word in words.items())]
        super().__init__(choices=choices, coerce=int, empty_value=None, required=False, **options)
        self.error_messages["invalid_choice"] = _("Probability and impact lie between 1 and 5.")


class Level:
    """ "4 – likely", in the language of whoever reads it."""

    def __init__(self, level: int, word: Any) -> None:
        self.level, self.word = level, word

    def __str__(self) -> str:
        return f"{self.level} – {self.word}"


class RiskForm(PlacedFaults, VersionedModelForm):
    """Because of a cause an event may come about, with an effect; how likely and how bad; and what is being done."""

    wants_user = True
    asks_why = True
    judged = frozenset({"product"})
    beside = {"portfolio_risk_closed_after_raised": "closed_on"} | {f"portfolio_risk_{name}": name for name in SCORED}

    class Meta:
        model = Risk
        fields = [
            "kind",
            "event_cy",
            "event_en",
            "cause_cy",
            "cause_en",
            "effect_cy",
            "effect_en",
            "owner",
            *SCORED,
            "response",
            "action_cy",
            "action_en",
            "raised_on",
            "review_on",
            "closed_on",
            "evidence",
            "source_cy",
            "source_en",
        ]
        widgets = {
            name: forms.Textarea(attrs={"rows": 2})
            for pair in ("cause", "effect", "action")
            for name in (f"{pair}_cy", f"{pair}_en")
        }
        help_texts = {
            "kind": _("A risk may come about; an issue has."),
            "event_cy": _("What may happen, in a few words."),
            "event_en": _("What may happen, in a few words."),
            "cause_cy": _("Why it may happen."),
            "cause_en": _("Why it may happen."),
            "effect_cy": _("What it would mean for the product and those who use it."),
            "effect_en": _("What it would mean for the product and those who use it."),
            "owner": _("A role or a team; a name only where it must be."),
            "response": _("Tolerate: live with it. Treat: do something. Transfer: somebody else carries it. "
                          "Terminate: stop what brings it."),
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in SCORED:
            when, what = name.split("_")
            self.fields[name] = LevelField(
                WORDS[what], label=self.fields[name].label, help_text=Both(WHEN[when], MEANS[what])
            )
        # "Not known" and no row of dashes, which says nothing.
        self.fields["response"].choices = [("", _("not known")), *Risk.Response.choices]  # type: ignore[attr-defined]
        self.fields["closed_on"].help_text = _("Leave empty while it is open. Empty it to open it again.")


class Both:
    """Two sentences, one after the other, in the language of whoever reads them."""

    def __init__(self, first: Any, second: Any) -> None:
        self.first, self.second = first, second

    def __str__(self) -> str:
        return f"{self.first} {self.second}"


class RiskCloseForm(PlacedFaults, VersionedModelForm):
    """The day a risk or an issue was closed."""

    judged = frozenset({"product", "raised_on"})
    beside = {"portfolio_risk_closed_after_raised": "closed_on"}
    closed_on = DateField(label=_("Closed on"))

    class Meta:
        model = Risk
        fields = ["closed_on"]
