"""The squad's permanent posts, with or without contractors who start and hand over."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.cells import CONSTANT, Cell, Row
from funding.documents.workbook.expressions import If, expr
from funding.documents.workbook.functions import both, flag, is_number, least, most
from funding.documents.workbook.parts import Down, DownHere, before, lagged
from funding.documents.workbook.ranges import sum_of_products
from funding.documents.workbook.workings import Corkscrew, Prices, Team, Workings, of_year

# Rows for those hired in the last so many months: as many as the option needs, and never fewer than these.
FEWEST_AGES = 24


@dataclass(frozen=True)
class Staff:
    posts: Row
    opening: Row
    kept: Row
    released: Row
    hires: Row
    closing: Row
    launched: Row


def sustained_squad(workings: Workings) -> Team:
    sheet, given, time = workings.sheet, workings.given, workings.time
    option = given.option
    prices = workings.prices
    first = sheet.constant(
        _("Cover may start in month"), "month", formula=option["approval_month"] + option["assembly_months"]
    )
    staff = _staffing(workings, prices)
    unproductive = _ramp_up(workings, staff)

    sheet.heading(_("Contractors who cover posts not yet filled"))
    handed_over = sheet.row(
        _("Permanent staff who have taken over"),
        "fte",
        lagged(staff.closing, time.t, option["handover_months"], now=True),
    )
    wanted = sheet.row(_("Cover wanted"), "fte", option["interim_cover"] * most(0, staff.posts - handed_over))
    affordable: Row = wanted
    if prices.limit is not None and prices.has_limit is not None:
        left = most(0, prices.limit - staff.closing * prices.permanent_year)
        affordable = sheet.row(
            _("Cover that the limit leaves money for"),
            "fte",
            If(prices.has_limit > 0, left / prices.contractor_year, wanted),
        )
    covering = sheet.row(
        _("Months of cover"),
        "flag",
        flag(both(time.t >= first, time.t < first + option["cover_months"])),
        totalled=True,
    )
    contractors = sheet.row(
        _figure("contractor_fte"), "fte", covering * least(wanted, affordable), totalled=True, key="contractor_fte"
    )
    permanent = sheet.row(_figure("permanent_fte"), "fte", staff.closing, totalled=True, key="permanent_fte")

    sheet.heading(_("What they get done"))
    by_permanent = sheet.row(
        _("Productive FTE of permanent staff"), "fte", (permanent - unproductive) * given.per_permanent
    )
    by_contractors = sheet.row(
        _("Productive FTE of contractors"),
        "fte",
        If(time.t >= first + option["research_months"], contractors * given.per_contractor, 0),
    )
    effort = sheet.row(
        _figure("productive_fte"), "fte", by_permanent + by_contractors, totalled=True, key="productive_fte"
    )
    lost = sheet.row(_("Work lost"), "fte_months", time.t * 0, totalled=True)

    sheet.heading(_("Paid for once"))
    bids = sheet.row(_("Bids"), "count", time.first, totalled=True)
    has_cover = flag(both(option["interim_cover"] > 0, option["cover_months"] > 0))
    procurements = sheet.row(
        _("Procurements"), "count", If(time.t.equals(option["approval_month"]), has_cover, 0), totalled=True
    )
    campaigns = sheet.row(_figure("campaigns"), "count", staff.launched, totalled=True, key="campaigns")
    notice = sheet.row(
        _("Notice pay"),
        "fte_months",
        staff.released * (1 - option["redeployed_share"]) * option["redundancy_months"],
        totalled=True,
    )
    return Team(contractors, permanent, effort, campaigns, procurements, bids, notice, lost)


def _staffing(workings: Workings, prices: Prices) -> Staff:
    sheet, given, time = workings.sheet, workings.given, workings.time
    option = given.option
    sheet.heading(_("Posts"))
    factor = sheet.row(
        _("Size of the squad this year"), "multiplier", of_year(workings.inputs.sizes[workings.place], time)
    )
    wanted = sheet.row(_("Posts wanted"), "fte", given.squad * factor)
    affordable: Row = wanted
    if prices.limit is not None and prices.has_limit is not None:
        affordable = sheet.row(
            _("Posts that the limit pays for"),
            "fte",
            If(prices.has_limit > 0, prices.limit / prices.permanent_year, wanted),
        )
    posts = sheet.row(_("Posts"), "fte", If(time.t >= option["approval_month"], least(wanted, affordable), 0))

    sheet.heading(_("Permanent staff"))
    stays = sheet.constant(
        _("Share of staff who stay a month"), "factor", formula=(1 - option["attrition_rate"]) ** (expr(1) / 12)
    )
    arriving = sheet.row(_("Campaigns that end"), "fte", totalled=True)
    opening = sheet.row(_("Permanent staff, at the start"), "fte")
    stay = sheet.row(_("Do not leave of themselves"), "fte", opening * stays)
    leavers = sheet.row(_("Leave of themselves"), "fte", opening - stay, totalled=True)
    kept = sheet.row(_("Stay in post"), "fte", least(stay, posts))
    released = sheet.row(_("Leave because posts were cut"), "fte", stay - kept, totalled=True)
    found = arriving * (1 - option["campaign_failure_rate"])
    hires = sheet.row(_("Hired"), "fte", least(found, posts - kept), totalled=True)
    closing = sheet.row(_("Permanent staff, at the end"), "fte", kept + hires)
    opening.formula = before(closing)

    sheet.heading(_("Recruitment campaigns under way"))
    has_most = sheet.constant(
        _("There is a limit on campaigns"), "flag", formula=flag(is_number(option["recruits_per_month"]))
    )
    waiting = sheet.row(_("Campaigns under way, at the start"), "fte")
    wanting = sheet.row(
        _("Posts with neither staff nor campaign"), "fte", most(0, posts - closing - (waiting - arriving))
    )
    launched = sheet.row(
        _("Campaigns launched"),
        "fte",
        If(has_most > 0, least(wanting, option["recruits_per_month"]), wanting),
        totalled=True,
    )
    pipeline = sheet.row(_("Campaigns under way, at the end"), "fte", waiting - arriving + launched)
    waiting.formula = before(pipeline)
    arriving.formula = lagged(launched, time.t, option["recruitment_months"], now=False)
    workings.corkscrews += [
        Corkscrew(_("Permanent staff"), "fte", 0, (hires,), (leavers, released), closing),
        Corkscrew(_("Recruitment campaigns under way"), "fte", 0, (launched,), (arriving,), pipeline),
    ]
    return Staff(posts, opening, kept, released, hires, closing, launched)


def _ramp_up(workings: Workings, staff: Staff) -> Row:
    """Those not yet productive, in FTE: a row for each month since they were hired, read down the diagonal."""
    sheet, option = workings.sheet, workings.given.option
    ramp_up, starting = option["ramp_up_months"], option["starting_productivity"]
    ages = min(max(FEWEST_AGES, int(ramp_up.value)), sheet.count)
    sheet.heading(_("Those hired lately, by months since: in the constant column, the share not yet productive"))
    # With no ramp-up, so large a step that even the half of it, in the month of hiring, leaves nothing.
    step = sheet.constant(
        _("Becomes productive in a month"), "factor", formula=If(ramp_up > 0, (1 - starting) / ramp_up, 2)
    )
    survivors = sheet.row(
        _("Of those hired lately, the share still there"),
        "factor",
        If(staff.opening > 0, staff.kept / staff.opening, 1),
    )
    shares: list[Cell] = []
    rows: list[Row] = []
    for age in range(ages):
        line = sheet.line
        label = _("Months since hired: %(count)s") % {"count": age}
        rows.append(sheet.row(label, "fte", before(rows[-1]) * survivors if rows else staff.hires))
        unready = shares[-1] - step if shares else 1 - starting - step * 0.5
        shares.append(sheet.cell(CONSTANT, formula=most(0, unready), kind="factor", line=line))
    workings.capacity = sheet.constant(
        _("Months of full speed for which there is no row here"),
        "months",
        formula=0 if ages == sheet.count else most(0, ramp_up - ages),
    )
    return sheet.row(_("Not yet productive"), "fte", sum_of_products(Down(shares), DownHere(rows)))


def _figure(name: str) -> str:
    return str(vocabulary.figure(name).label)
