"""The list of organisations."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    NumberColumn,
    Table,
    TextColumn,
)
from portfolio.models import Organisation


class OrganisationTable(Table):
    name = BilingualLinkColumn("portfolio:organisation", verbose_name=_("Organisation"))
    kind = ChoiceColumn(verbose_name=_("Kind"))
    ons_code = TextColumn(verbose_name=_("ONS code"))
    product_count = NumberColumn(places=0, verbose_name=_("Products owned"))
    valid_from = DateColumn(verbose_name=_("Exists from"))
    valid_to = DateColumn(verbose_name=_("Until"), if_none="–")

    class Meta(Table.Meta):
        model = Organisation
        fields = ("name", "kind", "ons_code", "product_count", "valid_from", "valid_to")
        order_by = "name"
