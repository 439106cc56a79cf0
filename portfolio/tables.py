"""The lists of the portfolio."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    FTEColumn,
    MoneyColumn,
    NumberColumn,
    Table,
    TextColumn,
)
from portfolio.models import Organisation, Participation, Product, Programme


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


class ProgrammeTable(Table):
    name = BilingualLinkColumn("portfolio:programme", verbose_name=_("Programme"))
    parent = BilingualColumn(accessor="parent__name", verbose_name=_("Part of"))
    product_count = NumberColumn(places=0, verbose_name=_("Products"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Programme
        fields = ("name", "parent", "product_count", "evidence")
        order_by = "name"


class ParticipationTable(Table):
    product = BilingualLinkColumn(
        "portfolio:product", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Organisation"))
    part = ChoiceColumn(verbose_name=_("Part"))
    state = ChoiceColumn(verbose_name=_("State"))
    adopted_on = DateColumn(verbose_name=_("Adopted on"), if_none="–")
    committed_fte = FTEColumn(verbose_name=_("FTE promised"), total=True)
    given_fte = FTEColumn(verbose_name=_("FTE given"), total=True)
    committed_amount = MoneyColumn(verbose_name=_("Promised (£)"), total=True)
    given_amount = MoneyColumn(verbose_name=_("Given (£)"), total=True)
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Participation
        fields = (
            "product",
            "organisation",
            "part",
            "state",
            "adopted_on",
            "committed_fte",
            "given_fte",
            "committed_amount",
            "given_amount",
            "evidence",
        )
        order_by = "product"
