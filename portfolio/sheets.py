"""The tables of the portfolio's pages as files: what is shown, row for row."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kit import formats
from kit.history import capital
from kit.sheets import Sheet
from portfolio.models import BenefitYear, ComponentUse, Confidence, Contract, Priority, Product
from portfolio.models.confidence import Rating
from portfolio.queries.benefits import Grid, Sums
from portfolio.queries.confidence import Movement
from portfolio.queries.forums import Attendance, Room
from portfolio.queries.likeness import BuiltAgain
from portfolio.queries.priorities import Said
from portfolio.queries.sourcing import Suggestion, Together
from portfolio.queries.standard import PointCount


def counts_sheet(rows: Iterable[PointCount], *, results: Sequence[Any], on: datetime.date) -> Sheet:
    """How many products have each result at each point of the Standard."""
    headings = [_("Point"), *(capital(str(one.label)) for one in results), _("In words")]
    cells = [
        [f"{one.point.number}. {one.point.name}", *(getattr(one, result) for result in results), _counted(one)]
        for one in rows
    ]
    return Sheet(_("Point by point"), headings, cells, as_at=on)


def _counted(one: PointCount) -> str:
    if not one.assessed:
        return _("not assessed anywhere")
    words = {"not_met": formats.number(one.not_met), "assessed": formats.number(one.assessed)}
    return _("not met by %(not_met)s of %(assessed)s assessed") % words


def ratings_sheet(rows: Iterable[tuple[Confidence, Sequence[Movement]]], *, on: datetime.date) -> Sheet:
    """Of one product, the latest first: each party's rating and what it is beside their last one."""
    headings = [_("Date"), _("Scale"), _("Responsible owner"), _("Owner's, since before")]
    more = [_("Independent"), _("Independent, since before"), _("Reason"), _("Evidence")]
    cells = [
        [
            *(row.on, row.get_scale_display()),
            *(cell for one in parties for cell in (capital(str(Rating(one.rating).label)), one.words or None)),
            *(str(row.reason), formats.evidence(row.evidence)),
        ]
        for row, parties in rows
    ]
    return Sheet(_("Ratings and their reasons"), [*headings, *more], cells, as_at=on)


def said_sheet(rows: Iterable[Said], *, on: datetime.date) -> Sheet:
    """Of one product: what each organisation says of it now, and what it has promised and given."""
    headings = [_("Organisation"), _("Priority"), _("Since"), _("Reason"), _("FTE promised"), _("FTE given")]
    more = [_("Promised (£)"), _("Given (£)"), _("Evidence")]
    return Sheet(
        _("How high each organisation puts this product"), [*headings, *more], [_said(one) for one in rows], as_at=on
    )


def _said(one: Said) -> list[Any]:
    now, part = one.now, one.part
    offered: list[Any] = [_("takes no part"), None, None, None]
    if part:
        offered = [part.committed_fte, part.given_fte, part.committed_amount, part.given_amount]
    return [
        str(one.organisation.name),
        capital(str(now.get_level_display())) if now else _("no word"),
        now.since if now else None,
        str(now.reason) if now else None,
        *offered,
        formats.evidence(now.evidence) if now else None,
    ]


def priorities_sheet(rows: Iterable[Priority], *, on: datetime.date) -> Sheet:
    """Of one organisation: how high it puts each product."""
    cells = [[str(one.product.name), capital(str(one.get_level_display())), one.since] for one in rows]
    return Sheet(_("How high it puts products"), [_("Product"), _("Priority"), _("Since")], cells, as_at=on)


def by_year_sheet(found: Grid | None, *, on: datetime.date) -> Sheet:
    """Benefits in pounds, two rows each, then their sums. What is a dash on the page is an empty cell."""
    if found is None:
        return Sheet(_("By year (£)"), [_("Benefit"), _("Figure"), _("Total")], [], as_at=on)
    headings = [_("Benefit"), _("Figure"), *(formats.financial_year(year) for year in found.years), _("Total")]
    lines: list[tuple[str, Sequence[BenefitYear | Sums | None]]] = [
        *((str(row.benefit.title), [*row.years, row.sums]) for row in found.rows),
        (_("Total"), [*found.totals, found.sums]),
    ]
    cells = [
        [name, words, *(getattr(one, figure, None) for one in years)]
        for name, years in lines
        for figure, words in (("expected", _("Expected")), ("realised", _("Realised")))
    ]
    return Sheet(_("By year (£)"), headings, cells, as_at=on)


def room_sheet(room: Room, *, on: datetime.date) -> Sheet:
    """Who of a forum was there, meeting by meeting."""
    not_held = _("not held")
    days = [
        formats.date(one.due_on) + ("" if one.state == one.State.HELD else f" ({not_held})") for one in room.meetings
    ]
    words = {True: _("attended"), False: _("not there"), None: None}
    cells = [[*_attended(row), *(words[mark] for mark in row.marks)] for row in room.rows]
    headings = [_("Organisation"), pgettext("how often", "Attended"), *days]
    return Sheet(_("Who is in the room"), headings, cells, as_at=on)


def _attended(row: Attendance) -> tuple[str, str | None]:
    name = str(row.organisation.name)
    often = _("%(attended)s of %(held)s") % {"attended": row.attended, "held": row.held}
    if row.seldom:
        often += ", " + _("seldom")
    return name if row.member else name + " (" + _("not a member") + ")", often if row.held else None


def again_sheet(rows: Iterable[BuiltAgain], *, on: datetime.date) -> Sheet:
    headings = [_("Component"), _("Products with one of their own"), _("Which"), _("Product that shares it")]
    cells = [
        [
            *(str(one.component.name), one.number),
            ", ".join(str(product.name) for product in one.some)
            + (" " + _("and others") if one.number > len(one.some) else ""),
            _shared(one.shared_by, one.component.shared_product_id),
        ]
        for one in rows
    ]
    return Sheet(_("Components built again and again"), headings, cells, as_at=on)


def components_sheet(rows: Iterable[ComponentUse], *, product: Product, on: datetime.date) -> Sheet:
    """What one product says of the components it has."""
    headings = [_("Component"), _("How"), _("FTE a year"), _("Product that shares it"), _("Evidence")]
    cells = []
    for use in rows:
        component = use.component
        shared = _shared(component.shared_product, component.shared_product_id)
        if component.shared_product_id == product.pk:
            shared = _("this product")
        cells.append(
            [str(component.name), capital(use.get_way_display()), use.fte, shared, formats.evidence(use.evidence)]
        )
    return Sheet(_("Components of the product"), headings, cells, as_at=on)


def _shared(product: Product | None, key: int | None) -> str:
    """Who shares a component, as far as its reader may know it."""
    if product:
        return str(product.name)
    return _("A product that you may not see") if key else _("none yet")


def together_sheet(rows: Iterable[Together], *, on: datetime.date) -> Sheet:
    """Every contract of each opportunity of which several end within a year."""
    cells = [[str(one.opportunity.name), *_contract(row)] for one in rows for row in one.contracts]
    title = _("Ends within a year, and could be bought together")
    return Sheet(title, [_("Could be bought together"), *_contract_headings()], cells, as_at=on)


def suggestions_sheet(rows: Iterable[Suggestion], *, on: datetime.date) -> Sheet:
    """Every contract of each group that looks alike, beside why it is thought so."""
    words = {"supplier": _("The same supplier:"), "title": _("Titles like")}
    cells = [[f"{words[one.rule]} {one.shared}", *_contract(row)] for one in rows for row in one.contracts]
    return Sheet(
        _("May be bought together: contracts that look alike"), [_("Why"), *_contract_headings()], cells, as_at=on
    )


def _contract_headings() -> list[str]:
    return [_("Contract"), _("Organisation"), _("Supplier"), _("Value a year (£)"), _("Last day")]


def _contract(row: Contract) -> list[Any]:
    return [
        *(str(row.title), str(row.organisation.name), row.supplier or _("not known")),
        *(row.annual_value, row.last_day),
    ]
