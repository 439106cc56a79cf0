"""What we look after, and why."""

from portfolio.models.organisation import FormerName, Organisation
from portfolio.models.participation import Participation
from portfolio.models.product import Phase, PhaseChange, Product, Programme

__all__ = ["FormerName", "Organisation", "Participation", "Phase", "PhaseChange", "Product", "Programme"]
