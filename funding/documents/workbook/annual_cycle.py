"""The annual fund's team: bid, assemble, learn, build, let go; every year again."""

from __future__ import annotations

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.expressions import If
from funding.documents.workbook.functions import both, flag, least, overlap
from funding.documents.workbook.parts import before
from funding.documents.workbook.ranges import Index
from funding.documents.workbook.workings import Team, Workings, of_year


def annual_cycle(workings: Workings) -> Team:
    sheet, given, time = workings.sheet, workings.given, workings.time
    option = given.option
    prices = workings.prices
    series = workings.inputs.funded[workings.place]

    sheet.heading(_("The year's team"))
    start = sheet.constant(
        _("The team is there from month of the year"),
        "months",
        formula=option["award_month"] + option["assembly_months"],
    )
    full = sheet.constant(_("Full team"), "fte", formula=given.squad * option["team_share"])
    support = sheet.constant(
        _("Staff who support it while there is no team"), "fte", formula=given.squad * option["support_share"]
    )
    work_to = sheet.constant(_("Work ends in month of the year"), "months", formula=12 - option["wind_down_months"])
    funded = sheet.row(_("Funded this year"), "flag", of_year(series, time))
    funded_before = sheet.row(_("Funded last year"), "flag", If(time.y > 0, Index(series.all, time.y), 0))
    affordable = (
        full
        if prices.limit is None or prices.has_limit is None
        else sheet.row(
            _("Team that the limit pays for"),
            "fte",
            If(
                both(prices.has_limit > 0, start < 12),
                prices.limit / (prices.contractor_year * (12 - start) / 12),
                full,
            ),
        )
    )
    team = sheet.row(_("Team of the year"), "fte", funded * least(full, affordable))

    sheet.heading(_("Who is there"))
    present = sheet.row(_("Share of the month with the team there"), "share", overlap(time.j, start, 12))
    contractors = sheet.row(_figure("contractor_fte"), "fte", team * present, totalled=True, key="contractor_fte")
    permanent = sheet.row(
        _figure("permanent_fte"),
        "fte",
        workings.live * support * (1 - funded * present),
        totalled=True,
        key="permanent_fte",
    )

    sheet.heading(_("What they get done"))
    research = sheet.row(
        _("Months of research this year"),
        "months",
        option["research_months"] * (1 - option["knowledge_retained"] * funded_before),
    )
    working = sheet.row(
        _("Share of the month in which the team builds"), "share", overlap(time.j, start + research, work_to)
    )
    by_contractors = sheet.row(_("Productive FTE of contractors"), "fte", team * working * given.per_contractor)
    by_permanent = sheet.row(_("Productive FTE of permanent staff"), "fte", permanent * given.per_permanent)
    effort = sheet.row(
        _figure("productive_fte"), "fte", by_contractors + by_permanent, totalled=True, key="productive_fte"
    )

    sheet.heading(_("Work lost when the team is let go"))
    opening = sheet.row(_("Effort of the year so far, at the start"), "fte_months")
    released = sheet.row(
        _("Last year's team was let go"), "flag", flag(both(time.j.equals(0), funded_before > 0)), totalled=True
    )
    lost = sheet.row(_("Work lost"), "fte_months", released * option["unfinished_work_lost"] * opening, totalled=True)
    year_effort = sheet.row(
        _("Effort of the year so far, at the end"), "fte_months", If(time.j.equals(0), 0, opening) + effort
    )
    opening.formula = before(year_effort)

    sheet.heading(_("Paid for once"))
    bids = sheet.row(_("Bids"), "count", flag(time.j.equals(0)), totalled=True)
    procurements = sheet.row(
        _("Procurements"), "count", If(time.j.equals(option["award_month"]), funded, 0), totalled=True
    )
    campaigns = sheet.row(_figure("campaigns"), "count", time.t * 0, totalled=True, key="campaigns")
    notice = sheet.row(_("Notice pay"), "fte_months", time.t * 0, totalled=True)
    return Team(contractors, permanent, effort, campaigns, procurements, bids, notice, lost)


def _figure(name: str) -> str:
    return str(vocabulary.figure(name).label)
