"""The component register, and which product has which component."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    EvidenceColumn,
    FTEColumn,
    NumberColumn,
    Table,
)
from portfolio.models import Component, ComponentUse


class ComponentTable(Table):
    name = BilingualLinkColumn("portfolio:component", verbose_name=_("Component"))
    own = NumberColumn(verbose_name=_("Build their own"))
    could_share = NumberColumn(verbose_name=_("Could share one"))
    shares = NumberColumn(verbose_name=_("Share one"))
    fte = FTEColumn(verbose_name=_("FTE a year"))
    fte_missing = NumberColumn(verbose_name=_("FTE not known of"))
    shared_product = BilingualLinkColumn(
        "portfolio:product",
        key="shared_product.pk",
        accessor="shared_product__name",
        verbose_name=_("Product that shares it"),
        orderable=False,
    )
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Component
        fields = ("name", "own", "could_share", "shares", "fte", "fte_missing", "shared_product", "evidence")
        order_by = "name"


class ComponentUseTable(Table):
    component = BilingualLinkColumn(
        "portfolio:component", key="component_id", accessor="component__name", verbose_name=_("Component")
    )
    product = BilingualLinkColumn(
        "portfolio:product_components", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    organisation = BilingualColumn(accessor="product__organisation__name", verbose_name=_("Owner"))
    way = ChoiceColumn(verbose_name=_("How"))
    fte = FTEColumn(verbose_name=_("FTE a year"), total=True)
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = ComponentUse
        fields = ("component", "product", "organisation", "way", "fte", "evidence")
        order_by = ("component", "product")
