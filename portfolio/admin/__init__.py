"""The administration site's pages of the portfolio."""

from portfolio.admin import (
    components,
    confidence,
    forums,
    leadership,
    logs,
    milestones,
    organisations,
    priorities,
    products,
    risks,
    sourcing,
    standard,
)

__all__ = [
    "components",
    "confidence",
    "forums",
    "leadership",
    "logs",
    "milestones",
    "organisations",
    "priorities",
    "products",
    "risks",
    "sourcing",
    "standard",
]
