"""The portfolio's first page: how it is, and what needs a decision."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from kit import formats
from kit.figures import KeyFigure
from kit.templatetags.kit import capital
from kit.views import SignedInRequest, permission_required_403, table_file
from kit.views.downloads import Tables
from reporting.charts.money_next import CERTAINTIES, HEIGHT, WIDTH, Piece, money_bars
from reporting.filters.products import LOOKED_AFTER
from reporting.queries.attention import A_WEEK
from reporting.queries.changes import MOST, changes_since
from reporting.queries.overview import Overview, Tally, overview
from reporting.queries.overview_words import last_day_funded, overview_finding
from reporting.sheets import closer_sheet, group_sheet, money_sheet
from reporting.views.places import places_for

# What narrows the table of products to those of which a fact is true.
NARROWED_BY = {
    "looked_after": {"phase": LOOKED_AFTER},
    "changed": {"updated": "week"},
    "stale": {"updated": "stale"},
    "late": {"milestones": "late"},
    "overdue": {"milestones": "overdue"},
    "worse": {"worse": "any"},
    "worse_confidence": {"worse": "confidence"},
    "worse_standard": {"worse": "standard"},
    "unfunded": {"money": "none"},
    "secured": {"money": "secured"},
    "indicative_only": {"money": "indicative"},
    "contractors": {"contractors": "any"},
    "contractors_half": {"contractors": "half"},
    "contractors_leaving": {"contractors": "leaving"},
    "without_squad": {"squads": "none"},
    "decisions": {"decisions": "due"},
    "decisions_overdue": {"decisions": "overdue"},
}
FILES: Tables = {
    "money": lambda page: money_sheet(page["money"], on=page["on"]),
    "closer": lambda page: closer_sheet([(one.label, number) for one, number in page["closer"]], on=page["on"]),
    "phase": lambda page: group_sheet(page["groups"]["phase"], on=page["on"]),
    "organisation": lambda page: group_sheet(page["groups"]["organisation"], on=page["on"]),
    "programme": lambda page: group_sheet(page["groups"]["programme"], on=page["on"]),
}
# The facts that are counted for each phase, organisation and programme.
IN_GROUPS = ("late", "worse", "stale", "unfunded")


@dataclass(frozen=True)
class Cell:
    """A count and where its rows are; nowhere, an empty address, when there are none."""

    number: int
    url: str
    label: str


@dataclass(frozen=True)
class GroupRow:
    name: str
    cells: list[Cell]


@dataclass(frozen=True)
class MoneyRow(GroupRow):
    pieces: list[Piece]


@dataclass(frozen=True)
class MoneyNext:
    """The picture of next year's money, and the numbers it is drawn from. There is room for the edges of the bars."""

    title: str
    caption: str
    key: list[tuple[str, str]]
    rows: list[MoneyRow]
    width: float = WIDTH + 2
    height: float = HEIGHT + 2
    bar_height: float = HEIGHT
    text_y: float = HEIGHT / 2 + 5


@require_safe
@permission_required_403("portfolio.view_product")
def portfolio(request: SignedInRequest) -> HttpResponse:
    """In numbers that each lead to their rows."""
    user, on = request.user, timezone.localdate()
    assert isinstance(user, User)
    found = overview(user=user, on=on)
    tables = {
        "closer": list(_closer(found, on)),
        "money": _money_next(found, on),
        "groups": {group["key"]: group for group in _groups(found, on)},
        "on": on,
    }
    if request.GET.get("download"):
        return table_file(request, FILES, tables, about=_("Portfolio"))
    context = tables | {
        "finding": overview_finding(found, user=user, on=on),
        "key_figures": list(_key_figures(found, on)),
        "found": found,
        "changed": _cell(found.whole.facts["changed"], "", "changed"),
        "changes": changes_since(user=user, since=timezone.now() - A_WEEK),
        "most_changes": MOST,
        "parts": places_for(user),
    }
    return render(request, "reporting/portfolio.html", context)


def rows_of(fact: str = "", **more: Any) -> str:
    """The table of products, narrowed to those of which the fact is true."""
    narrowed = {**(NARROWED_BY[fact] if fact else {}), **more}
    table = _table(get_language())
    return f"{table}?{urlencode(narrowed)}" if narrowed else table


@cache
def _table(language: str) -> str:
    """Asked for hundreds of times a page, once for each number on it."""
    return reverse("reporting:products")


def _cell(number: int, label: str, fact: str = "", **narrowing: Any) -> Cell:
    return Cell(number, rows_of(fact, **narrowing) if number else "", label)


def _named(on: datetime.date) -> dict[str, str]:
    """What each fact is called."""
    day = {"day": formats.date(last_day_funded(on))}
    return {
        "looked_after": _("Products looked after"),
        "changed": _("Changed in the last 7 days"),
        "stale": _("Not updated in 14 days"),
        "late": _("Late"),
        "overdue": _("With a milestone whose expected day has passed"),
        "worse": _("Worse than before"),
        "worse_confidence": _("With lower delivery confidence than before"),
        "worse_standard": _("Meeting a point of the Standard less than before"),
        "unfunded": _("No money after %(day)s") % day,
        "indicative_only": _("Only indicative money after %(day)s") % day,
        "contractors": _("With contractors among those in post"),
        "contractors_half": _("Where half of those in post or more are contractors"),
        "contractors_leaving": _("That a contractor leaves within 92 days"),
        "without_squad": _("That no squad works on today"),
        "decisions": _("Decision needed within 30 days"),
        "decisions_overdue": _("Decision overdue"),
    }


def _key_figures(found: Overview, on: datetime.date) -> Iterator[KeyFigure]:
    names, as_at, unit = _named(on), formats.date(on), _("products")
    yield KeyFigure(names["looked_after"], formats.number(found.whole.looked_after), "", as_at, rows_of("looked_after"))
    for fact in ("late", "worse", "stale", "unfunded"):
        yield KeyFigure(names[fact], formats.number(found.whole.facts[fact]), unit, as_at, rows_of(fact))


def _closer(found: Overview, on: datetime.date) -> Iterator[tuple[KeyFigure, Any]]:
    """What lies behind those figures, and who the portfolio depends on; beside each the number itself."""
    names = _named(on)

    def line(fact: str) -> tuple[KeyFigure, int]:
        number = found.whole.facts[fact]
        return KeyFigure(names[fact], formats.number(number), url=rows_of(fact)), number

    for fact in ("overdue", "worse_confidence", "worse_standard", "indicative_only", "decisions", "decisions_overdue"):
        yield line(fact)
    share, nobody = found.contractor_share, _("nobody in post")
    yield (
        KeyFigure(
            _("Contractors among those in post on products"),
            nobody if share is None else formats.percent(share),
            url=rows_of("looked_after", sort="-contractor_share"),
        ),
        nobody if share is None else share,
    )
    for fact in ("contractors", "contractors_half", "contractors_leaving", "without_squad"):
        yield line(fact)


def _money_next(found: Overview, on: datetime.date) -> MoneyNext:
    """With or without money after the coming 31 March, by phase. The title states what the picture shows."""
    day, facts, products = formats.date(last_day_funded(on)), found.whole.facts, found.whole.looked_after
    title = _("Every product has money after %(day)s")
    if facts["unfunded"]:
        title = ngettext(
            "%(number)s of %(products)s products has no money after %(day)s",
            "%(number)s of %(products)s products have no money after %(day)s",
            facts["unfunded"],
        )
    words = dict(zip(CERTAINTIES, (pgettext("money", "secured"), _("indicative only"), _("no source")), strict=True))
    rows = []
    for phase, pieces in money_bars(found):
        counted = {piece.mark: piece.number for piece in pieces}
        cells = [
            _cell(counted.get(mark, 0), words[fact], fact, phase=phase.value) for fact, mark in CERTAINTIES.items()
        ]
        rows.append(MoneyRow(capital(str(phase.label)), cells, pieces))
    return MoneyNext(
        title % {"number": formats.number(facts["unfunded"]), "products": formats.number(products), "day": day},
        _("Products by phase and by how certain their money after %(day)s is") % {"day": day},
        [(mark, words[fact]) for fact, mark in CERTAINTIES.items()],
        rows,
    )


def _groups(found: Overview, on: datetime.date) -> list[dict[str, Any]]:
    """The three tables: by phase, which is open, and by organisation and programme, which are longer."""
    names = _named(on)
    headings = [_("Products"), *(names[fact] for fact in IN_GROUPS)]
    phases = ((capital(str(phase.label)), {"phase": phase.value}, tally) for phase, tally in found.by_phase)
    bodies = ((str(body), {"organisation": body.pk}, tally) for body, tally in found.by_organisation)
    programmes = (
        (str(one or _("No programme")), {"programme": one.pk if one else "null"}, tally)
        for one, tally in found.by_programme
    )
    return [
        {"title": title, "key": key, "heading": heading, "headings": headings, "rows": list(_rows(parts, names))}
        for key, title, heading, parts in (
            ("phase", _("Products by phase"), _("Phase"), phases),
            ("organisation", _("Products by organisation"), _("Organisation"), bodies),
            ("programme", _("Products by programme"), _("Programme"), programmes),
        )
    ]


def _rows(parts: Iterable[tuple[str, dict[str, Any], Tally]], names: dict[str, str]) -> Iterator[GroupRow]:
    for name, narrowing, tally in parts:
        cells = [_cell(tally.products, _("products"), **narrowing)]
        cells += [_cell(tally.facts[fact], names[fact], fact, **narrowing) for fact in IN_GROUPS]
        yield GroupRow(name, cells)
