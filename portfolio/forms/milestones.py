"""The forms of a milestone and of a request to move its baseline."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kit.fields import DateField
from kit.forms import BaseForm, VersionedModelForm, in_one_language
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Milestone

REASONS = ("reason_cy", "reason_en")


def reason_field(label: Any, *, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MilestoneForm(PlacedFaults, VersionedModelForm):
    """A milestone. Its baseline is given once, with the milestone itself; a forecast that moves may say why."""

    reason_cy = reason_field(
        gettext_lazy("Why the forecast moves, in Welsh"),
        help_text=gettext_lazy("Kept with the new forecast. Needed in one language only, and only if it moves."),
    )
    reason_en = reason_field(gettext_lazy("Why the forecast moves, in English"))

    class Meta:
        model = Milestone
        fields = ["title_cy", "title_en", "baseline", "forecast", "actual", "evidence", "source_cy", "source_en"]

    field_order = [
        "title_cy",
        "title_en",
        "baseline",
        "forecast",
        *REASONS,
        "actual",
        "evidence",
        "source_cy",
        "source_en",
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_new:
            self.fields["baseline"].help_text = gettext_lazy(
                "The day that was promised. Afterwards it moves only by a change request. For example, 1 April 2027"
            )
            for name in REASONS:
                del self.fields[name]
        else:
            # The request that moves it has a form of its own.
            del self.fields["baseline"]

    def reasons(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in REASONS}


class BaselineChangeForm(BaseForm):
    """Another baseline, and why."""

    after = DateField(label=gettext_lazy("Baseline asked for"))
    reason_cy = reason_field(gettext_lazy("Reason in Welsh"))
    reason_en = reason_field(gettext_lazy("Reason in English"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_one_language(self, *REASONS)
