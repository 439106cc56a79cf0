"""The form of a rating of delivery confidence, on one scale."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kit.forms import VersionedModelForm
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Confidence
from portfolio.models.confidence import THREE_POINTS, Rating

RATINGS = ("owner_rating", "independent_rating")
LABELS = dict(Rating.choices)


def points_of(scale: str) -> list[str]:
    """The ratings of a scale, the best first; pending is on both."""
    return [str(rating) for rating in Rating if scale == Confidence.Scale.FIVE or rating in THREE_POINTS]


class ConfidenceForm(PlacedFaults, VersionedModelForm):
    """Offers the points of its scale and no others. `scale` is chosen before the form is shown.

    A rating of the other scale is not carried over: whoever changes the scale rates anew.
    """

    wants_user = True
    asks_why = True
    judged = frozenset({"product"})
    beside = {"portfolio_confidence_one_a_day": "on", "portfolio_confidence_on_its_scale": "owner_rating"}
    scale = forms.ChoiceField(choices=Confidence.Scale.choices, widget=forms.HiddenInput)

    class Meta:
        model = Confidence
        fields = [
            "on",
            "scale",
            *RATINGS,
            "reason_cy",
            "reason_en",
            "evidence",
            "source_cy",
            "source_en",
        ]
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("reason_cy", "reason_en")}
        help_texts = {
            "owner_rating": _("As whoever answers for the product puts it."),
            "independent_rating": _("As a reviewer puts it who does not answer for it. Pending until one has."),
        }

    def __init__(self, *args: Any, scale: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = self.data.get(self.add_prefix("scale")) or scale or self.instance.scale
        self.chosen = asked if asked in Confidence.Scale.values else Confidence.Scale.THREE.value
        if self.chosen != self.initial.get("scale") and not self.is_new:
            self.initial.update(dict.fromkeys(RATINGS, Rating.PENDING.value))
        self.initial["scale"] = self.chosen
        points = points_of(self.chosen)
        for name in RATINGS:
            field = forms.ChoiceField(
                label=self.fields[name].label,
                help_text=self.fields[name].help_text,
                choices=[(point, LABELS[point]) for point in points],
                initial=Rating.PENDING,
            )
            field.error_messages["invalid_choice"] = _("This rating is not on the scale: choose another.")
            self.fields[name] = field
