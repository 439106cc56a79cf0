"""The list of who takes part in what."""

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    FTEColumn,
    MoneyColumn,
    Table,
)
from portfolio.models import Participation


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
