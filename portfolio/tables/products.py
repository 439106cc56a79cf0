"""The list of products."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    NumberColumn,
    Table,
)
from portfolio.models import Product


class ProductTable(Table):
    name = BilingualLinkColumn("portfolio:product", verbose_name=_("Product"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Owner"))
    programme = BilingualColumn(accessor="programme__name", verbose_name=_("Programme"))
    phase = ChoiceColumn(verbose_name=_("Phase"))
    adopters = NumberColumn(places=0, verbose_name=_("Authorities that have adopted it"))
    end_of_life = DateColumn(verbose_name=_("Expected end of life"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Product
        fields = ("name", "organisation", "programme", "phase", "adopters", "end_of_life", "evidence")
        order_by = "name"
