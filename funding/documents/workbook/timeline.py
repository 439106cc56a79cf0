"""The months: which year each is in, its price indices, its deflator and its discount factor."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding.documents.workbook.cells import CONSTANT, FIRST, Cell, Row
from funding.documents.workbook.expressions import Expr
from funding.documents.workbook.functions import flag, last_letters, remainder, whole
from funding.documents.workbook.grid import Sheet
from funding.documents.workbook.inputs import Inputs
from funding.documents.workbook.parts import before
from funding.documents.workbook.ranges import Index
from funding.queries.comparison import Comparison

# The line of the first of the three rows at the head of every sheet with months.
HEAD = 4


@dataclass(frozen=True)
class Timeline:
    """`t` is the month, the first being 0, in financial year `y`; `j` is the month of that year, April being 0."""

    sheet: Sheet
    start: Cell
    t: Row
    month: Row
    financial_year: Row
    y: Row
    j: Row
    first: Row
    pay: Row
    contractor: Row
    price: Row
    deflator: Row
    discount: Row


def time_sheet(comparison: Comparison, inputs: Inputs, name: str) -> Timeline:
    sheet = Sheet(name, title=_("Time, prices and discounting"), count=12 * comparison.years)
    months = sheet.cell(CONSTANT, given=sheet.count, kind="count", line=HEAD)
    start = sheet.cell(CONSTANT, given=comparison.start_year, kind="label", line=HEAD + 1)
    sheet.line = HEAD
    t = sheet.row(_("Month, the first being 0"), "month", lambda own: before(own) + 1, opens=-1, style="head")
    month = sheet.row(_("Calendar month"), "label", _month_label(start, t), style="head")
    financial_year = sheet.row(_("Financial year"), "label", _year_label(start + whole(t / 12)), style="head")
    sheet.frozen = (HEAD + 2, FIRST)
    sheet.heading(_("Flags"))
    y = sheet.row(_("Year, the first being 0"), "year", whole(t / 12), key="year")
    j = sheet.row(_("Month of the year, April being 0"), "month_of_year", t - y * 12)
    first = sheet.row(_("First month"), "flag", flag(t.equals(0)), totalled=True)
    sheet.row(_("Last month"), "flag", flag(t.equals(months - 1)), totalled=True)
    april = sheet.row(_("First month of a later year"), "flag", flag(j.equals(0)) - first, totalled=True)
    sheet.heading(_("Price indices, 1 in the first year"))
    rates = [
        sheet.bring(inputs.case[f"prices.{name}"])
        for name in ("pay_inflation", "contractor_inflation", "price_inflation", "gdp_deflator")
    ]
    labels = (_("Index of pay"), _("Index of contractors' rates"), _("Index of prices"), _("Index of the GDP deflator"))
    keys = ("", "", "", "deflator")
    pay, contractor, price, deflator = (
        sheet.row(label, "factor", (1 + rate) ** y, key=key)
        for label, rate, key in zip(labels, rates, keys, strict=True)
    )
    sheet.heading(_("Discounting"))
    rate = sheet.row(_("Discount rate of the year"), "share_a_year", Index(inputs.discount.all, y + 1))
    discount = sheet.row(
        _("discount factor"), "factor", lambda own: before(own) / (1 + rate * april), opens=1, key="discount"
    )
    return Timeline(sheet, start, t, month, financial_year, y, j, first, pay, contractor, price, deflator, discount)


def _year_label(year: Expr) -> Expr:
    """2027 as 2027-28."""
    return year.joined("-").joined(last_letters(remainder(year + 1, 100) + 100, 2))


def _month_label(start: Expr, t: Expr) -> Expr:
    """Month 9 of a case that starts in April 2027 as 2028-01."""
    year, month = start + whole((t + 3) / 12), remainder(t + 3, 12) + 1
    return year.joined("-").joined(last_letters(month + 100, 2))


@dataclass(frozen=True)
class Time:
    """The timeline as a sheet of workings has it, so that its formulas read no other sheet."""

    t: Row
    y: Row
    j: Row
    first: Row
    pay: Row
    contractor: Row
    price: Row
    deflator: Row
    discount: Row


def brought_head(sheet: Sheet, timeline: Timeline) -> Row:
    """The same three rows at the head of another sheet with months; gives t."""
    sheet.line = HEAD
    rows = [
        sheet.row(row.label, row.kind, row, style="head")
        for row in (timeline.t, timeline.month, timeline.financial_year)
    ]
    sheet.frozen = (HEAD + 2, FIRST)
    return rows[0]


def brought_time(sheet: Sheet, timeline: Timeline) -> Time:
    t = brought_head(sheet, timeline)
    sheet.heading(_("Time and prices, brought here"))
    rows = [
        sheet.bring_row(row)
        for row in (
            timeline.y,
            timeline.j,
            timeline.first,
            timeline.pay,
            timeline.contractor,
            timeline.price,
            timeline.deflator,
            timeline.discount,
        )
    ]
    return Time(t, *rows)
