"""What the portfolio holds, counted and put into words."""

from portfolio.queries.product import (
    Adoption,
    Totals,
    adoption_of,
    organisation_with_products,
    participations_of,
    phases_of,
    product_finding,
    squads_of,
    totals_of,
)
from portfolio.queries.tiles import Tile, tiles_of

__all__ = [
    "Adoption",
    "Tile",
    "Totals",
    "adoption_of",
    "organisation_with_products",
    "participations_of",
    "phases_of",
    "product_finding",
    "squads_of",
    "tiles_of",
    "totals_of",
]
