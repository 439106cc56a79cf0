"""The form of a product."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from kit.fields import DateField
from portfolio.forms.dated import DatedForm
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Phase, Product


def own_organisation_only(form: Any, user: User) -> None:
    """A delivery lead's records belong to their own organisation: there is nothing to choose."""
    if not user.sees_all_organisations:
        field = form.fields["organisation"]
        field.queryset = field.queryset.filter(pk=user.organisation_id)
        field.empty_label = None


class ProductForm(PlacedFaults, DatedForm):
    """A product; changing its phase asks from which day."""

    wants_user = True
    asks_why = True
    dated, changes, one_a_day = "phase", "phase_changes", True
    says_day_missing = gettext_lazy("Enter the day this phase began.")
    says_too_early = gettext_lazy("The phase before it began later than that day.")
    phase_from = DateField(
        label=gettext_lazy("Phase since"),
        help_text=gettext_lazy("The day this phase began. A phase that changes has a day of its own."),
        error_messages={"required": says_day_missing},
    )

    class Meta:
        model = Product
        fields = [
            "name_cy",
            "name_en",
            "summary_cy",
            "summary_en",
            "organisation",
            "service_owner",
            "programme",
            "phase",
            "phase_from",
            "end_of_life",
            "evidence",
            "source_cy",
            "source_en",
        ]

    field_order = Meta.fields

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        own_organisation_only(self, user)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        began, end = cleaned.get("phase_from"), cleaned.get("end_of_life")
        # Where the phase itself is that it is retired, its life ended on that day or before it.
        over = cleaned.get("phase") == Phase.RETIRED
        if began and end and end <= began and not over and not self.conflict:
            self.add_error("end_of_life", _("The end of life must come after the day the phase began."))
        return cleaned
