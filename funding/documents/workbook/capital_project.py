"""The capital project's team: a one-off build, then business as usual; rebuilt every so many years where asked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.expressions import If
from funding.documents.workbook.functions import both, either, flag, most, remainder, whole
from funding.documents.workbook.parts import before
from funding.documents.workbook.workings import Team, Workings


def capital_project(workings: Workings) -> Team:
    sheet, given, time, live = workings.sheet, workings.given, workings.time, workings.live
    option = given.option

    sheet.heading(_("Builds"))
    procurement, rebuild = option["procurement_months"], option["rebuild_every_years"]
    first_team = sheet.constant(
        _("The first team is there from month"), "month", formula=option["approval_month"] + procurement
    )
    planned = sheet.constant(
        _("Months a build is planned to take"), "months", formula=option["research_months"] + option["build_months"]
    )
    period = sheet.constant(
        _("Months from one build's team to the next one's, 0 for never"),
        "months",
        formula=If(rebuild > 0, most(rebuild * 12, procurement + planned), 0),
    )
    build = sheet.constant(_("Build team"), "fte", formula=given.squad * option["build_share"])
    support = sheet.constant(
        _("Staff who support it while there is no team"), "fte", formula=given.squad * option["support_share"]
    )
    counted_from = sheet.row(
        _("Rebuilds are counted from month"),
        "month",
        lambda own: If(live - before(live) > 0, most(time.t, first_team), before(own)),
    )
    since_then = sheet.row(_("Months since then"), "months", If(live > 0, time.t - counted_from, 0))
    rebuilds = sheet.row(
        _("Rebuilds whose team has come"), "count", If(period > 0, whole(most(0, since_then) / period), 0)
    )
    latest = sheet.row(
        _("The latest team came in month"), "month", If(rebuilds > 0, counted_from + rebuilds * period, first_team)
    )
    since = sheet.row(_("Months since the latest team came"), "months", time.t - latest)
    on = sheet.row(
        _("A build's team is there"),
        "flag",
        flag(both(since >= 0, either(since < planned, live.equals(0)))),
        totalled=True,
    )

    sheet.heading(_("Who is there"))
    contractors = sheet.row(_figure("contractor_fte"), "fte", on * build, totalled=True, key="contractor_fte")
    permanent = sheet.row(
        _figure("permanent_fte"), "fte", (1 - on) * live * support, totalled=True, key="permanent_fte"
    )

    sheet.heading(_("What they get done"))
    learnt = sheet.row(_("Research is done"), "flag", flag(since >= option["research_months"]))
    by_contractors = sheet.row(_("Productive FTE of contractors"), "fte", contractors * learnt * given.per_contractor)
    by_permanent = sheet.row(_("Productive FTE of permanent staff"), "fte", permanent * given.per_permanent)
    effort = sheet.row(
        _figure("productive_fte"), "fte", by_contractors + by_permanent, totalled=True, key="productive_fte"
    )
    lost = sheet.row(_("Work lost"), "fte_months", time.t * 0, totalled=True)

    sheet.heading(_("Paid for once"))
    bids = sheet.row(_("Bids"), "count", time.first, totalled=True)
    coming = since_then + procurement
    again = sheet.row(
        _("A rebuild is procured"),
        "flag",
        If(both(period > 0, live > 0, coming >= period), flag(remainder(coming, most(1, period)).equals(0)), 0),
        totalled=True,
    )
    procurements = sheet.row(
        _("Procurements"), "count", flag(time.t.equals(option["approval_month"])) + again, totalled=True
    )
    campaigns = sheet.row(_figure("campaigns"), "count", time.t * 0, totalled=True, key="campaigns")
    notice = sheet.row(_("Notice pay"), "fte_months", time.t * 0, totalled=True)
    return Team(contractors, permanent, effort, campaigns, procurements, bids, notice, lost)


def _figure(name: str) -> str:
    return str(vocabulary.figure(name).label)
