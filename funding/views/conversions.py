"""What a conversion saves or costs a year: for those only who may see pay."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from funding import vocabulary
from funding.queries.conversion import saving_finding, saving_of
from funding.queries.wording import written
from kit.views import DetailPage
from squads.models import Conversion


class ConversionSaving(DetailPage):
    permission = "funding.view_rates"
    model = Conversion
    template_name = "funding/conversion_saving.html"

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        return rows.select_related("contractor__role", "contractor__squad__organisation", "permanent__role")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on = timezone.localdate()
        found = saving_of(conversion=self.object, on=on)
        return super().get_context_data(**kwargs) | {
            "on": on,
            "saving": found,
            "sides": [(_("The contractor's post"), found.contractor), (_("The permanent post"), found.permanent)],
            "finding": saving_finding(found),
            "assumptions": [_worded(one) for one in found.used],
        }


def _worded(one: Any) -> dict[str, Any]:
    return {
        "row": one.row,
        "label": vocabulary.label(one.key),
        "value": written(one.key, one.value),
        "unit": vocabulary.unit(one.key),
    }
