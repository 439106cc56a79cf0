"""What the list of benefits can be narrowed by."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from portfolio.filters.of_product import OfProductFilter
from portfolio.models import Benefit, Organisation, Phase


class BenefitFilter(OfProductFilter):
    search_pairs = ["title", "product__name", "beneficiary", "measure"]
    phase = django_filters.ChoiceFilter(label=_("Phase"), choices=Phase, field_name="product__phase")
    organisation = django_filters.ModelChoiceFilter(
        label=_("Owner"),
        field_name="product__organisation",
        queryset=Organisation.objects.filter(products__benefits__isnull=False).distinct(),
    )
    twice = django_filters.ChoiceFilter(
        label=_("Counted twice"),
        choices=[("yes", _("with another product")), ("no", _("with none"))],
        method="count_twice",
    )

    class Meta:
        model = Benefit
        fields = ["kind", "evidence"]

    def count_twice(self, rows: QuerySet[Benefit], name: str, wanted: str) -> QuerySet[Benefit]:
        return rows.filter(double_counts_with__isnull=wanted == "no")
