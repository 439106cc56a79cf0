"""The wider evidence behind the defaults: what was found or judged, with its range and source."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.tables import BilingualColumn, EvidenceColumn, NumberColumn, Table


class PlacesColumn(NumberColumn):
    """A number with the places it was given, and no more."""

    def write(self, value: Any) -> str:
        places = max(0, -int(Decimal(value).normalize().as_tuple().exponent))
        return formats.number(value, places)


class FindingTable(Table):
    label = BilingualColumn(verbose_name=_("What was found"))
    value = PlacesColumn(verbose_name=_("Value"))
    low = PlacesColumn(verbose_name=_("Low"))
    high = PlacesColumn(verbose_name=_("High"))
    unit = BilingualColumn(verbose_name=_("Unit"))
    mark = EvidenceColumn(accessor="mark")
    source = BilingualColumn(verbose_name=_("Source"))

    class Meta(Table.Meta):
        fields = ("label", "value", "low", "high", "unit", "mark", "source")
