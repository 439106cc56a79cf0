"""The tables of the pages of a squad and of a conversion as files: what is shown, row for row."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kit import formats
from kit.history import capital
from kit.sheets import Sheet
from squads.models import Assignment, HandoverItem
from squads.queries.coverage import FILLED, LACKING, PLANNED, Coverage
from squads.queries.squads import PostRow


def posts_sheet(rows: Iterable[PostRow], *, on: datetime.date) -> Sheet:
    headings = [_("Role"), _("Employment"), _("FTE"), _("State, and for how long"), _("Empty since"), _("Days empty")]
    cells = [
        [
            *(str(row.post.role), row.post.get_employment_display(), row.post.fte, capital(row.state)),
            *(row.vacant_since, row.vacant_days, row.post.planned_from, row.post.last_day),
        ]
        for row in rows
    ]
    return Sheet(_("Posts"), [*headings, _("Planned from"), _("Last day")], cells, as_at=on)


def roles_sheet(rows: Iterable[Coverage], *, on: datetime.date) -> Sheet:
    standing = {FILLED: _("filled"), PLANNED: _("planned"), LACKING: _("lacks it")}
    cells = [
        [
            str(one.role.name),
            standing[one.standing],
            {FILLED: one.filled, PLANNED: one.planned}.get(one.standing),
            str(one.role.source),
        ]
        for one in rows
    ]
    headings = [_("Role"), _("State"), _("FTE"), _("Source")]
    return Sheet(_("Roles of a multidisciplinary squad"), headings, cells, as_at=on)


def conversions_sheet(rows: Iterable[Any], *, on: datetime.date) -> Sheet:
    """Of conversions that `with_handover` was asked of."""
    headings = [_("Contractor's post"), _("Contractor's last day"), _("Permanent post"), _("Its state")]
    more = [_("Days both are there (below 0: nobody)"), _("Handed over"), _("Items")]
    cells = [
        [
            *(str(one.contractor.role), one.contractor.last_day, str(one.permanent.role)),
            *(one.permanent.get_state_display(), one.overlap.days if one.overlap is not None else None),
            *(one.done, one.items),
        ]
        for one in rows
    ]
    return Sheet(_("Contractors' posts that become permanent"), [*headings, *more], cells, as_at=on)


def work_sheet(rows: Iterable[Assignment], *, on: datetime.date) -> Sheet:
    """Of the products their reader may see."""
    headings = [_("Product"), _("Share of its time"), pgettext("a date", "From"), _("Last day"), _("Evidence")]
    cells = [
        [str(one.product.name), one.share, one.start, one.last_day, formats.evidence(one.evidence)] for one in rows
    ]
    return Sheet(_("Products it works on"), headings, cells, as_at=on)


def handover_sheet(rows: Iterable[HandoverItem], *, on: datetime.date) -> Sheet:
    headings = [_("What has to be known"), _("By whom"), _("Needed by"), _("Done on")]
    cells = [[str(one.what), one.by_whom, one.due_on, one.done_on] for one in rows]
    return Sheet(_("What has to be handed over"), headings, cells, as_at=on)
