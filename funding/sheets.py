"""Sheets of figures that no list page has."""

import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _

from funding.queries.need import YearNeed
from kit import formats
from kit.sheets import Sheet


def need_sheet(rows: Sequence[YearNeed], *, on: datetime.date) -> Sheet:
    """A product's need and its money by financial year, in pounds; None where it is not known."""
    headings = [
        _("Financial year"),
        *(
            f"{name} (£)"
            for name in (
                _("permanent"),
                _("contractor"),
                _("Other costs"),
                _("Need"),
                _("Secured"),
                _("Indicative"),
                _("No source"),
            )
        ),
    ]
    names = ("permanent", "contractors", "other_costs", "need", "secured", "indicative", "gap")
    return Sheet(
        title=_("Need and money by financial year (£)"),
        headings=headings,
        rows=[[formats.financial_year(one.year), *(getattr(one, name) for name in names)] for one in rows],
        as_at=on,
    )
