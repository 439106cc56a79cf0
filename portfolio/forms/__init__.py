"""Forms for products and for taking part in them."""

from portfolio.forms.dated import DatedForm
from portfolio.forms.participation import ParticipationForm
from portfolio.forms.placed import PlacedFaults
from portfolio.forms.product import ProductForm, own_organisation_only

__all__ = ["DatedForm", "ParticipationForm", "PlacedFaults", "ProductForm", "own_organisation_only"]
