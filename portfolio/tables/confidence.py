"""The latest delivery confidence of each product."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    RagColumn,
    Table,
    TextColumn,
)
from portfolio.models import Confidence
from portfolio.queries.confidence import INDEPENDENT, OWNER, PARTIES, movements_of


class MovementColumn(TextColumn):
    """What one party's rating is beside their last one on the same scale."""

    empty_values = ()

    def __init__(self, party: str, **options: Any) -> None:
        super().__init__(**{"orderable": False, "accessor": "pk"} | options)
        self.position = list(PARTIES).index(party)

    def render(self, record: Any) -> Any:
        return movements_of(record)[self.position].words or "–"

    def value(self, record: Any) -> Any:
        return movements_of(record)[self.position].words or None


class ConfidenceTable(Table):
    product = BilingualLinkColumn(
        "portfolio:product_confidence", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    organisation = BilingualColumn(accessor="product__organisation__name", verbose_name=_("Owner"))
    on = DateColumn(verbose_name=_("Date"))
    scale = ChoiceColumn(verbose_name=_("Scale"))
    owner_rating = RagColumn(verbose_name=_("Responsible owner"), order_by=("owner_rank",))
    owner_movement = MovementColumn(OWNER, verbose_name=_("Owner's, since before"))
    independent_rating = RagColumn(verbose_name=_("Independent"), order_by=("independent_rank",))
    independent_movement = MovementColumn(INDEPENDENT, verbose_name=_("Independent, since before"))
    reason = BilingualColumn(verbose_name=_("Reason"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Confidence
        fields = (
            "product",
            "on",
            "owner_rating",
            "independent_rating",
            "owner_movement",
            "independent_movement",
            "scale",
            "organisation",
            "reason",
            "evidence",
        )
        order_by = "product"
