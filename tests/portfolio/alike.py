"""Components, their uses, and products that look alike, for the routes and tests that ask for them."""

import datetime
from decimal import Decimal
from typing import Any

from portfolio.models import Component, ComponentUse, NotAlike, Organisation, Product
from tests.world import World


def component(name: str = "Address look-up", **columns: Any) -> Component:
    defaults = {"name_cy": f"{name} (cy)", "role_code": "world_developer"} | columns
    return Component.objects.get_or_create(name_en=name, defaults=defaults)[0]


def use(product: Product, way: str = "own", fte: str | None = "0.5", of: Component | None = None) -> ComponentUse:
    return ComponentUse.objects.get_or_create(
        product=product,
        component=of or component(),
        defaults={"way": way, "fte": None if fte is None else Decimal(fte)},
    )[0]


def product(
    name_cy: str, name_en: str, owner: Organisation, *, summaries: tuple[str, str] = ("", ""), **columns: Any
) -> Product:
    return Product.objects.create(
        name_cy=name_cy,
        name_en=name_en,
        summary_cy=summaries[0],
        summary_en=summaries[1],
        organisation=owner,
        **({"phase": "live"} | columns),
    )


def not_alike(world: World) -> NotAlike:
    """That the two products of the world, which look alike, are not the same."""
    first, second = sorted((world.ours.product, world.theirs.product), key=lambda one: one.pk)
    return NotAlike.objects.get_or_create(
        first=first,
        second=second,
        defaults={
            "said_by": world.people["cdo_office"],
            "said_on": datetime.date(2026, 11, 20),
            "reason": "Powys's is for adults",
        },
    )[0]


def of_component(world: World) -> list[Any]:
    return [component().pk]


def of_both_products(world: World) -> list[Any]:
    return [world.ours.product.pk, world.theirs.product.pk]


def of_not_alike(world: World) -> list[Any]:
    return [not_alike(world).pk]
