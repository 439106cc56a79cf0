"""The form of something that has to be handed over."""

import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.forms import VersionedModelForm, in_one_language
from portfolio.forms import PlacedFaults
from squads.models import HandoverItem


class HandoverItemForm(PlacedFaults, VersionedModelForm):
    """What has to be known, by whom and by when. It may be ticked off here too."""

    class Meta:
        model = HandoverItem
        fields = ["what_cy", "what_en", "by_whom", "due_on", "done_on", "evidence", "source_cy", "source_en"]
        help_texts = {
            "by_whom": gettext_lazy("A role or a team. Name a person only where it must be."),
        }

    def __init__(self, *args: Any, on: datetime.date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, **kwargs)
        if self.is_new:
            # What is only just listed has not been handed over yet.
            del self.fields["done_on"]
        for name in ("what_cy", "what_en"):
            self.fields[name].required = False
        in_one_language(self, "what_cy", "what_en")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not (cleaned.get("what_cy") or cleaned.get("what_en")) and not {"what_cy", "what_en"} & set(self.errors):
            self.add_error("what_cy", _("Say what has to be known, in one language at least."))
        done_on = cleaned.get("done_on")
        if done_on is not None and done_on > self.on and "done_on" in self.changed_data:
            self.add_error("done_on", _("That day has not come yet."))
        return cleaned
