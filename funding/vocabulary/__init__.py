"""What every path, figure, category of cost and funding model of the lifetime model is called on a page.

The engine has no text of its own: it speaks in slugs, and they are worded here, once, for forms, tables and documents.
"""

from funding.vocabulary.figures import CATEGORIES, FIGURES, Figure, category, figure
from funding.vocabulary.funding_models import FUNDING_MODELS, FundingModelWords, funding_model
from funding.vocabulary.paths import GROUPS, Term, group, group_label, help_text, label, paths, term, unit

__all__ = [
    "CATEGORIES",
    "FIGURES",
    "FUNDING_MODELS",
    "GROUPS",
    "Figure",
    "FundingModelWords",
    "Term",
    "category",
    "figure",
    "funding_model",
    "group",
    "group_label",
    "help_text",
    "label",
    "paths",
    "term",
    "unit",
]
