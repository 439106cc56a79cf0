"""The columns of a product's benefits by year as a grid."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from kit.fields import MoneyField
from kit.formats import financial_year
from kit.grids import GridColumn
from kit.models import MOST_MONEY
from portfolio.queries.grids import cell_name


def benefit_columns(*, years: Sequence[int]) -> list[GridColumn]:
    """For each year what is expected and what was realised, in pounds."""
    named = {"expected": _("%(year)s, expected (£)"), "realised": _("%(year)s, realised (£)")}
    return [
        GridColumn(
            cell_name(year, kind),
            MoneyField(label=words % {"year": financial_year(year)}, required=False, minimum=-MOST_MONEY, prefix=""),
            width="n",
        )
        for year in years
        for kind, words in named.items()
    ]
