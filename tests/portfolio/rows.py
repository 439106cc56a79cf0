"""As many rows as a test of lists wants, with names of which some are alike and one would be run by a spreadsheet."""

import datetime
from decimal import Decimal

from portfolio.models import Organisation, Participation, PhaseChange, Product, Programme
from tests.world import World

FORMULA = "=1+1"


def authority(number: int, ons_code: str | None = None) -> Organisation:
    return Organisation.objects.create(
        name_cy=f"Cyngor {number:02}", name_en=f"Council {number:02}", kind="local_authority", ons_code=ons_code
    )


def more_rows(world: World, number: int, *, first: int = 0) -> None:
    """`number` organisations, programmes, products and participations."""
    for one in range(first, first + number):
        body = authority(one)
        programme = Programme.objects.create(
            name_cy=f"Rhaglen {one:02}", name_en=f"Programme {one:02}", parent=world.programme, evidence="V"
        )
        product = Product.objects.create(
            name_cy=f"Cynnyrch {one % 7}",
            name_en=f"Product {one % 7}",
            organisation=body,
            programme=programme,
            phase="live" if one % 2 else "alpha",
            end_of_life=datetime.date(2035, 3, 31),
        )
        PhaseChange.objects.create(product=product, phase=product.phase, on=datetime.date(2026, 4, 1))
        Participation.objects.create(
            product=product,
            organisation=world.theirs.organisation,
            part="adopter",
            state="adopted",
            adopted_on=datetime.date(2026, 5, 1),
            committed_fte=Decimal("0.25"),
            given_amount=Decimal("1000.50"),
        )
