"""The form of what a squad works on."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.fields import DAY_AFTER, PercentField
from kit.forms import VersionedModelForm
from portfolio.forms import PlacedFaults
from squads.forms.knowing import Knowing
from squads.models import Assignment
from squads.queries.promised import promised_with


class AssignmentForm(Knowing, PlacedFaults, VersionedModelForm):
    """A product that a squad works on, with how much of its time. A squad leaves by an end date, and is not erased.

    A squad may be promised for more than all of its time: the form says when and asks whether that is meant.
    """

    wants_user = True
    judged = frozenset({"squad"})
    beside = {"squads_assignment_share": "share", "squads_assignment_ends_after_start": "end"}
    share = PercentField(
        label=capfirst(Assignment._meta.get_field("share").verbose_name), places=1, minimum=Decimal("0.1")
    )

    class Meta:
        model = Assignment
        fields = ["product", "share", "start", "end", "evidence", "source_cy", "source_en"]
        labels = {
            "start": gettext_lazy("First day it works on the product"),
            "end": gettext_lazy("First day it no longer works on the product"),
        }
        help_texts = {"end": DAY_AFTER}

    def __init__(self, *args: Any, on: datetime.date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, **kwargs)

    def warnings(self) -> list[str]:
        given = self.cleaned_data
        if given.get("share") is None or given.get("start") is None or "end" in self.errors:
            return []
        if given.get("end") is not None and given["end"] <= given["start"]:
            return []
        planned = Assignment(
            pk=self.instance.pk,
            squad_id=self.instance.squad_id,
            share=given["share"],
            start=given["start"],
            end=given.get("end"),
        )
        return [
            _("The squad would be promised for more than all of its time: %(period)s.") % {"period": period.words}
            for period in promised_with(assignment=planned, on=self.on)
        ]
