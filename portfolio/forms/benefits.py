"""The forms of a benefit and of its pounds in a year."""

from typing import Any

from django.utils.translation import gettext_lazy

from accounts.models import User
from kit.fields import MoneyField, NumberField
from kit.forms import VersionedModelForm
from kit.models import MOST_MONEY
from portfolio.forms.placed import PlacedFaults
from portfolio.models import Benefit, BenefitYear


class BenefitForm(PlacedFaults, VersionedModelForm):
    """A benefit: who gains, how it is measured, from what to what."""

    wants_user = True
    asks_why = True
    judged = frozenset({"product"})
    beside = {
        "portfolio_benefit_not_with_itself": "double_counts_with",
        "portfolio_benefit_baseline": "baseline",
        "portfolio_benefit_target": "target",
    }
    # The unit is the measure's own: calls, minutes, people. It need not be pounds.
    baseline = NumberField(
        label=gettext_lazy("Measured at the start"),
        required=False,
        minimum=-MOST_MONEY,
        maximum=MOST_MONEY,
        help_text=gettext_lazy("In the unit of the measure. Leave it empty where it is not known."),
    )
    target = NumberField(
        label=gettext_lazy("Target"),
        required=False,
        minimum=-MOST_MONEY,
        maximum=MOST_MONEY,
        help_text=gettext_lazy("In the same unit."),
    )

    class Meta:
        model = Benefit
        fields = [
            "title_cy",
            "title_en",
            "kind",
            "beneficiary_cy",
            "beneficiary_en",
            "measure_cy",
            "measure_en",
            "baseline",
            "target",
            "double_counts_with",
            "evidence",
            "source_cy",
            "source_en",
        ]
        help_texts = {
            "double_counts_with": gettext_lazy("The product that would claim the same benefit, if there is one."),
            "measure_en": gettext_lazy("What is counted, and in what unit: for example, telephone calls a year"),
            "measure_cy": gettext_lazy("What is counted, and in what unit: for example, telephone calls a year"),
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        field: Any = self.fields["double_counts_with"]
        field.queryset = field.queryset.exclude(pk=self.instance.product_id)
        kept = self.instance.double_counts_with_id
        if kept and not field.queryset.filter(pk=kept).exists():
            # A product this person may not see: it can be neither named here nor lost.
            del self.fields["double_counts_with"]


class BenefitYearForm(PlacedFaults, VersionedModelForm):
    """What a benefit is expected to bring and has brought in one year, in pounds, with what says so."""

    asks_why = True
    judged = frozenset({"benefit"})
    beside = {
        "portfolio_benefityear_once": "year",
        "portfolio_benefityear_expected": "expected",
        "portfolio_benefityear_realised": "realised",
    }
    expected = MoneyField(
        label=gettext_lazy("Expected"),
        required=False,
        minimum=-MOST_MONEY,
        help_text=gettext_lazy("Leave it empty where it is not known: that is not the same as 0."),
    )
    realised = MoneyField(
        label=gettext_lazy("Realised"),
        required=False,
        minimum=-MOST_MONEY,
        help_text=gettext_lazy("What has really come of it, as the evidence below shows."),
    )

    class Meta:
        model = BenefitYear
        fields = ["year", "expected", "realised", "evidence", "source_cy", "source_en"]
