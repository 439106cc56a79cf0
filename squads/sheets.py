"""The tables of the pages of squads, and of a product's team and Standard, as files: what is shown, row for row."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kit import formats
from kit.history import capital
from kit.sheets import Sheet
from portfolio.models import Phase, StandardAssessment
from portfolio.models.standard import Point
from squads.models import Assignment, HandoverItem, Post
from squads.queries import MonthlyFTE
from squads.queries.coverage import FILLED, LACKING, PLANNED, Coverage
from squads.queries.squads import PostRow
from squads.queries.team import Leaver, Member

Result = StandardAssessment.Result


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


def months_sheet(found: MonthlyFTE, *, on: datetime.date) -> Sheet:
    """FTE at the first of each month, to the three places that FTE is kept to."""
    kinds = [(_("permanent"), found.permanent), (_("contractor"), found.contractors), (_("vacant"), found.vacant)]
    cells = [
        [formats.month(day), *(formats.rounded(float(values[number]), 3) for _name, values in kinds)]
        for number, day in enumerate(found.months)
    ]
    unit = _("FTE")
    return Sheet(_("FTE by month"), [_("Month"), *(f"{name} ({unit})" for name, _values in kinds)], cells, as_at=on)


def team_sheet(rows: Iterable[Member], *, on: datetime.date) -> Sheet:
    headings = [_("Role"), _("Squad"), _("Employment"), _("State")]
    more = [_("Share of the squad's time"), _("FTE for this product"), _("Last day")]
    cells = [
        [
            *(str(one.post.role), str(one.post.squad), one.post.get_employment_display()),
            *(capital(str(one.post.get_state_display())), one.share, one.fte, one.post.last_day),
        ]
        for one in rows
    ]
    return Sheet(_("Who works on it today"), [*headings, *more], cells, as_at=on)


def leavers_sheet(rows: Iterable[Leaver], *, on: datetime.date) -> Sheet:
    headings = [_("Role"), _("Squad"), _("Last day"), _("Handed over")]
    cells = [[str(one.member.post.role), str(one.member.post.squad), one.last_day, _handed_over(one)] for one in rows]
    return Sheet(_("Contractors, and when they leave"), headings, cells, as_at=on)


def _handed_over(one: Leaver) -> str:
    if not one.conversion:
        return _("no conversion")
    words = {"done": formats.number(one.done), "items": formats.number(one.items)}
    return _("%(done)s of %(items)s") % words if one.items else _("nothing listed")


def assignments_sheet(rows: Iterable[Assignment], *, on: datetime.date) -> Sheet:
    headings = [_("Squad"), _("Organisation"), _("Share of its time"), pgettext("a date", "From"), _("Last day")]
    cells = [[str(one.squad), str(one.squad.organisation), one.share, one.start, one.last_day] for one in rows]
    return Sheet(_("Squads that work on it, today or later"), headings, cells, as_at=on)


def role_sheet(rows: Iterable[Post], *, on: datetime.date) -> Sheet:
    headings = [_("Squad"), _("Employment"), _("FTE"), _("State")]
    cells = [[str(one.squad), one.get_employment_display(), one.fte, one.get_state_display()] for one in rows]
    return Sheet(_("Posts"), headings, cells, as_at=on)


def points_sheet(rows: Iterable[dict[str, Any]], *, phase: Phase, on: datetime.date) -> Sheet:
    """A product at one phase of its life, point by point, with the staffing that some points are decided by."""
    headings = [_("Point"), _("Result"), _("Assessed by"), _("Assessed on"), _("Evidence"), _("What was found")]
    cells = []
    for one in rows:
        row = one["row"]
        told: list[Any] = [None, None, None]
        if row and row.assessed_on:
            told = [capital(str(row.get_assessed_by_display())), row.assessed_on, formats.evidence(row.evidence)]
        found: str | None = str(row.found) if row else ""
        if not found:
            found = None if one["result"] == Result.NOT_ASSESSED else _("No evidence is written down.")
        cells.append([_point(one["point"]), capital(str(one["word"])), *told, found, _staffing(one)])
    title = _("Point by point: %(phase)s") % {"phase": phase.label}
    return Sheet(title, [*headings, _("What the staffing shows today")], cells, as_at=on)


def _staffing(one: dict[str, Any]) -> str | None:
    """As the page has it: what the staffing shows, and whether that stands against a result of met."""
    shown = one["evidence"]
    if shown is None:
        return None
    if not shown.against_met:
        return " ".join(
            [*shown.shows, _("Nothing in it stands against a result of met; it does not decide it either.")]
        )
    words = (
        _("It stands against the result of met:") if one["against"] else _("A result of met would not go with this:")
    )
    return " ".join([*shown.shows, words, *shown.against_met])


def phases_sheet(earlier: dict[str, Any], *, on: datetime.date) -> Sheet:
    """Every assessment of a product there has been, phase by phase."""
    headings = [_("Point"), *(capital(str(one.label)) for one in earlier["phases"])]
    cells = [
        [_point(point), *(capital(str(word)) for _result, word in results)] for point, results in earlier["results"]
    ]
    return Sheet(_("Phase by phase"), headings, cells, as_at=on)


def _point(point: Point) -> str:
    return f"{point.number}. {point.name}"
