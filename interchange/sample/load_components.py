"""Writes the component register, who has what, and the pairs that the office says are not the same."""

from decimal import Decimal

from accounts.models import User
from interchange.sample.components import COMPONENTS, NOT_ALIKE, USES
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import AS_AT, Loading
from portfolio.models import Component, ComponentUse, NotAlike


def load_components(loading: Loading) -> None:
    rows = loading.write(
        Component,
        [
            Component(
                name_cy=one.name_cy,
                name_en=one.name_en,
                summary_cy=one.summary_cy,
                summary_en=one.summary_en,
                shared_product=loading.products[one.shared_by] if one.shared_by else None,
                role_code=one.role,
                **one.source.fields(),
            )
            for one in COMPONENTS
        ],
    )
    by_key = dict(zip([one.key for one in COMPONENTS], rows, strict=True))
    loading.write(
        ComponentUse,
        [
            ComponentUse(
                component=by_key[key],
                product=loading.products[product],
                way=way,
                fte=Decimal(fte) if fte else None,
                **MADE_UP.fields(),
            )
            for key, uses in USES.items()
            for product, way, fte in uses
        ],
    )


def load_not_alike(loading: Loading, *, said_by: User | None) -> None:
    """Somebody has to have said it: where there are no people of the demonstration, nobody has."""
    loading.write(
        NotAlike,
        []
        if said_by is None
        else [
            NotAlike(first=first, second=second, said_by=said_by, said_on=AS_AT.date(), reason=reason)
            for one, other, reason in NOT_ALIKE
            for first, second in [sorted((loading.products[one], loading.products[other]), key=lambda each: each.pk)]
        ],
    )
