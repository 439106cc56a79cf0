"""Who has a chief digital officer, and whether they sit on the leadership board; known and not known told apart."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from kit.bilingual import pair_field
from portfolio.models import Leadership, Organisation

Officer = Leadership.Officer


def with_leadership(organisations: QuerySet[Organisation], on: datetime.date) -> QuerySet[Organisation]:
    """Each with what holds on a day: `officer`, `on_board`, `officer_since`, `officer_evidence`; null is not known."""
    now = Leadership.objects.filter(organisation=OuterRef("pk")).on(on).order_by("-start")
    return organisations.annotate(
        officer=Subquery(now.values("officer")[:1]),
        on_board=Subquery(now.values("on_board")[:1]),
        officer_since=Subquery(now.values("start")[:1]),
        officer_evidence=Subquery(now.values("evidence")[:1]),
    )


@dataclass(frozen=True)
class Leading:
    """The authorities of Wales on a day, counted."""

    authorities: int
    appointed: int
    interim: int
    none: int
    on_board: int
    off_board: int

    @property
    def having(self) -> int:
        return self.appointed + self.interim

    @property
    def not_known(self) -> int:
        return self.authorities - self.having - self.none

    @property
    def board_not_known(self) -> int:
        """Officers of whom nobody has said whether they sit on the board."""
        return self.having - self.on_board - self.off_board


def leading_on(on: datetime.date) -> Leading:
    """One query."""
    rows: Any = with_leadership(Organisation.objects.authorities().on(on), on)
    found = list(rows.order_by().values_list("officer", "on_board"))
    having = [board for officer, board in found if officer in (Officer.APPOINTED, Officer.INTERIM)]
    officers = [officer for officer, _board in found]
    return Leading(
        authorities=len(found),
        appointed=officers.count(Officer.APPOINTED),
        interim=officers.count(Officer.INTERIM),
        none=officers.count(Officer.NONE),
        on_board=having.count(True),
        off_board=having.count(False),
    )


def leadership_finding(found: Leading) -> list[str]:
    said = ngettext(
        "One local authority of %(all)s has a chief digital officer.",
        "%(number)s local authorities of %(all)s have a chief digital officer.",
        found.having,
    )
    every = {"all": formats.number(found.authorities)}
    if not found.having:
        said = _("None of the %(all)s local authorities is known to have a chief digital officer.")
    sentences = [formats.counted(said, found.having, **every)]
    if found.interim:
        said = ngettext("One of them is interim.", "%(number)s of them are interim.", found.interim)
        sentences.append(formats.counted(said, found.interim))
    return [" ".join([*sentences, *_on_board(found)]), *_others(found)]


def _on_board(found: Leading) -> list[str]:
    sentences = []
    if found.on_board:
        said = ngettext(
            "One sits on the leadership board.", "%(number)s sit on their leadership boards.", found.on_board
        )
        sentences.append(formats.counted(said, found.on_board))
    elif found.off_board:
        sentences.append(_("None is known to sit on a leadership board."))
    if found.board_not_known:
        said = ngettext(
            "Of one it is not known whether it sits there.",
            "Of %(number)s it is not known whether they sit there.",
            found.board_not_known,
        )
        sentences.append(formats.counted(said, found.board_not_known))
    return sentences


def _others(found: Leading) -> list[str]:
    """Those that have no officer, and those of which nobody has said whether they have one."""
    sentences = []
    if found.none:
        said = ngettext("One is known to have none.", "%(number)s are known to have none.", found.none)
        sentences.append(formats.counted(said, found.none))
    if found.not_known:
        said = ngettext(
            "Of one it is not known whether it has one.",
            "Of %(number)s it is not known whether they have one.",
            found.not_known,
        )
        sentences.append(formats.counted(said, found.not_known))
    return [" ".join(sentences)] if sentences else []


def periods_of(organisations: QuerySet[Organisation]) -> Sequence[Leadership]:
    """Every period there is of them, by name and then by day. One query."""
    rows = Leadership.objects.filter(organisation__in=organisations.order_by().values("pk"))
    return list(rows.select_related("organisation").order_by(pair_field("organisation__name"), "organisation", "start"))


def words_of(row: Any) -> str:
    """Whether there is an officer, and the board, of a period."""
    said = str(Officer(row.officer).label)
    if row.officer == Officer.NONE:
        return said
    board = {
        True: _("on the leadership board"),
        False: _("not on the leadership board"),
        None: _("not known whether on the leadership board"),
    }
    return f"{said}, {board[row.on_board]}"


def words_now(row: Leadership | None) -> list[str]:
    """What holds today of one organisation, in a sentence."""
    if row is None:
        return [_("It is not known whether it has a chief digital officer.")]
    said = words_of(row)
    return [f"{said[:1].upper()}{said[1:]}."]
