"""The form of what a squad works on."""

from decimal import Decimal

from django.utils.text import capfirst

from kit.fields import PercentField
from kit.forms import VersionedModelForm
from portfolio.forms import PlacedFaults
from squads.models import Assignment


class AssignmentForm(PlacedFaults, VersionedModelForm):
    """A product that a squad works on, with how much of its time. A squad leaves by an end date, and is not erased."""

    wants_user = True
    judged = frozenset({"squad"})
    beside = {"squads_assignment_share": "share", "squads_assignment_ends_after_start": "end"}
    share = PercentField(
        label=capfirst(Assignment._meta.get_field("share").verbose_name), places=1, minimum=Decimal("0.1")
    )

    class Meta:
        model = Assignment
        fields = ["product", "share", "start", "end", "evidence", "source_cy", "source_en"]
