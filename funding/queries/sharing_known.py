"""What is already known of the products a squad sustains: its assignments, and what their own appraisals say."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from accounts.models import User
from funding.models import Appraisal
from funding.queries.sharing import OWN
from squads.models import Assignment


@dataclass(frozen=True)
class Suggested:
    """A product that the same squad is assigned to. `figures`: what its last appraisal says of it, if it has one."""

    product: int
    share: Decimal
    figures: dict[str, Any] = field(default_factory=dict)


def suggested(*, appraisal: Appraisal, by: User, on: datetime.date) -> list[Suggested]:
    """The other products of the squads that work on the appraisal's own, as far as the person may see them.

    Each with its part of the time that these squads have for all of them. Two queries.
    """
    assigned = Assignment.objects.visible_to(by).on(on)
    squads = assigned.filter(product=appraisal.product_id).values("squad")
    shares = {
        row["product"]: row["whole"]
        for row in assigned.filter(squad__in=squads).values("product").annotate(whole=Sum("share")).order_by("product")
    }
    whole = sum(shares.values(), Decimal(0))
    others = [product for product, share in shares.items() if product != appraisal.product_id and share > 0]
    if not others:
        return []
    last = Appraisal.objects.visible_to(by).filter(product__in=others).order_by("pk").values_list("product", "inputs")
    said = dict(last)
    return [
        Suggested(
            product,
            (shares[product] / whole).quantize(Decimal("0.001")),
            {name: said[product][f"product.{name}"] for name in OWN if f"product.{name}" in said.get(product, {})},
        )
        for product in others
    ]
