"""The administration site's pages of the portfolio."""

from portfolio.admin import organisations, products

__all__ = ["organisations", "products"]
