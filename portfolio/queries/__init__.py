"""What the portfolio holds, counted and put into words."""

from portfolio.queries.figures import PortfolioFigures, portfolio_figures, portfolio_finding
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
    "PortfolioFigures",
    "Tile",
    "Totals",
    "adoption_of",
    "organisation_with_products",
    "participations_of",
    "phases_of",
    "portfolio_figures",
    "portfolio_finding",
    "product_finding",
    "squads_of",
    "tiles_of",
    "totals_of",
]
