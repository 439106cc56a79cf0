"""The tables of the portfolio's pages and of home as files: what is shown, row for row."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from kit import marks
from kit.history import capital
from kit.sheets import Sheet
from portfolio.models import Phase
from reporting.queries.cards import Card
from reporting.queries.coming import Coming


def money_sheet(money: Any, *, on: datetime.date) -> Sheet:
    """Of the picture of next year's money, the numbers it is drawn from."""
    headings = [_("Phase"), *(capital(str(words)) for _mark, words in money.key)]
    return Sheet(money.caption, headings, _counts(money.rows), as_at=on)


def group_sheet(group: dict[str, Any], *, on: datetime.date) -> Sheet:
    """Of products by phase, organisation or programme."""
    return Sheet(group["title"], [group["heading"], *group["headings"]], _counts(group["rows"]), as_at=on)


def _counts(rows: Iterable[Any]) -> list[list[Any]]:
    return [[row.name, *(cell.number for cell in row.cells)] for row in rows]


def closer_sheet(rows: Iterable[tuple[str, Any]], *, on: datetime.date) -> Sheet:
    """Of each line what it is called and its number, or the words that stand for one."""
    return Sheet(_("A closer look"), [_("Products"), _("Number")], list(rows), as_at=on)


def coming_sheet(rows: Iterable[Coming], *, on: datetime.date) -> Sheet:
    cells = [[one.on, one.words] for one in rows]
    return Sheet(_("What is coming in the next 90 days"), [_("Date"), _("What happens")], cells, as_at=on)


def board_sheet(cards: Iterable[tuple[Phase, Card, Sequence[str]]], *, on: datetime.date) -> Sheet:
    """Every card of every column, in the order of the board, with what it tells."""
    headings = [_("Phase"), _("Product"), _("Organisation"), _("Delivery confidence"), _("Why it needs somebody")]
    cells = [
        [
            capital(str(phase.label)),
            str(card.product.name),
            str(card.product.organisation.name),
            capital(str(marks.RATINGS[marks.rating_of(card.confidence)])) if card.confidence else None,
            "; ".join(capital(words) for words in told) or None,
        ]
        for phase, card, told in cards
    ]
    return Sheet(_("Board view of the portfolio"), headings, cells, as_at=on)
