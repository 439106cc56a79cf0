"""Nobody, and no cost but the product's own."""

from __future__ import annotations

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.workings import Team, Workings


def do_nothing(workings: Workings) -> Team:
    sheet, time = workings.sheet, workings.time
    sheet.heading(_("Who is there"))
    rows = [
        sheet.row(str(vocabulary.figure(name).label), "fte", time.t * 0, totalled=True, key=name)
        for name in ("contractor_fte", "permanent_fte", "productive_fte", "campaigns")
    ]
    others = [
        sheet.row(label, kind, time.t * 0, totalled=True)
        for label, kind in (
            (_("Procurements"), "count"),
            (_("Bids"), "count"),
            (_("Notice pay"), "fte_months"),
            (_("Work lost"), "fte_months"),
        )
    ]
    return Team(*rows, *others)
