"""The forms of digital leadership."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.fields import DAY_AFTER
from kit.forms import VersionedModelForm
from portfolio.forms.existing import not_there, offer_existing
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Leadership


class PeriodForm(PlacedFaults, VersionedModelForm):
    """A change from a day on. What held before ends on that day."""

    wants_user = True
    judged = frozenset({"organisation"})
    beside = {
        "portfolio_leadership_one_a_day": "start",
        "portfolio_leadership_ends_after_start": "end",
        "portfolio_leadership_nobody_sits_nowhere": "on_board",
    }

    class Meta:
        model = Leadership
        fields = ["organisation", "officer", "on_board", "start", "evidence", "source_cy", "source_en"]
        labels = {"start": _("From which day")}

    def __init__(self, *args: Any, on: datetime.date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Django's own word for the third is another than the one every page here has.
        said = [("unknown", formats.not_known()), ("true", _("yes")), ("false", _("no"))]
        self.fields["on_board"].widget = forms.NullBooleanSelect()
        self.fields["on_board"].widget.choices = said
        if "organisation" in self.fields:
            offer_existing(self, "organisation", on)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        start = cleaned.get("start")
        organisation = cleaned.get("organisation") or (self.instance.organisation_id and self.instance.organisation)
        if organisation and start and (fault := not_there(organisation, start)):
            self.add_error("start", fault)
        return cleaned


class PeriodEditForm(PeriodForm):
    """A period put right: whose it is stays."""

    class Meta(PeriodForm.Meta):
        fields = ["officer", "on_board", "start", "end", "evidence", "source_cy", "source_en"]
        help_texts = {"end": DAY_AFTER}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        end = cleaned.get("end")
        if end and (fault := not_there(self.instance.organisation, end, leaving=True)):
            self.add_error("end", fault)
        return cleaned
