"""The 22 local authorities as tiles, each roughly where it lies: how far each has come, or how many products it has."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kit.bilingual import Pair
from portfolio.models import Organisation, Participation


@dataclass(frozen=True)
class Place:
    """Where a tile stands, from the north-west corner, and a name short enough for it."""

    column: int
    row: int
    short_cy: str
    short_en: str

    short = Pair("short")


# By ONS code, which outlives a change of name. The styles of the columns and rows are in static/src/_tiles.scss.
PLACES = {
    "W06000001": Place(1, 1, "Môn", "Anglesey"),
    "W06000003": Place(3, 1, "Conwy", "Conwy"),
    "W06000004": Place(4, 1, "Dinbych", "Denbigh."),
    "W06000005": Place(5, 1, "Fflint", "Flintshire"),
    "W06000002": Place(2, 2, "Gwynedd", "Gwynedd"),
    "W06000006": Place(5, 2, "Wrecsam", "Wrexham"),
    "W06000008": Place(2, 3, "Ceredigion", "Ceredigion"),
    "W06000023": Place(4, 3, "Powys", "Powys"),
    "W06000009": Place(1, 4, "Penfro", "Pembs."),
    "W06000010": Place(2, 4, "Sir Gâr", "Carms."),
    "W06000024": Place(4, 4, "Merthyr", "Merthyr"),
    "W06000019": Place(5, 4, "Bl. Gwent", "Bl. Gwent"),
    "W06000021": Place(6, 4, "Mynwy", "Mon."),
    "W06000011": Place(2, 5, "Abertawe", "Swansea"),
    "W06000012": Place(3, 5, "CNPT", "NPT"),
    "W06000016": Place(4, 5, "RhCT", "RCT"),
    "W06000018": Place(5, 5, "Caerffili", "Caerphilly"),
    "W06000020": Place(6, 5, "Torfaen", "Torfaen"),
    "W06000013": Place(3, 6, "Pen-y-bont", "Bridgend"),
    "W06000014": Place(4, 6, "Y Fro", "Vale"),
    "W06000015": Place(5, 6, "Caerdydd", "Cardiff"),
    "W06000022": Place(6, 6, "Casnewydd", "Newport"),
}
ABSENT = "none"


@dataclass(frozen=True)
class Tile:
    """One authority: where its tile is, what it is called, how far it has come and that in a word or a number.

    `url` leads to what the tile is about; the view gives it, who knows addresses.
    """

    place: Place
    organisation: Organisation
    state: str
    word: Any
    url: str = ""


def tiles_of(*, participations: Iterable[Participation], on: datetime.date) -> list[Tile]:
    """How far each authority has come with one product. One query."""
    parts = {row.organisation_id: row for row in participations}

    def said(authority: Organisation) -> tuple[str, Any]:
        part = parts.get(authority.pk)
        return (part.state, part.get_state_display()) if part else (ABSENT, _("none"))

    return placed(Organisation.objects.authorities().on(on).filter(ons_code__in=PLACES), said)


def placed(authorities: Iterable[Organisation], said: Callable[[Organisation], tuple[str, Any]]) -> list[Tile]:
    """Row by row from the north; an authority without a place of its own is in the table only."""
    found = [Tile(PLACES[str(one.ons_code)], one, *said(one)) for one in authorities if str(one.ons_code) in PLACES]
    return sorted(found, key=lambda tile: (tile.place.row, tile.place.column))


def short_name(authority: Organisation) -> str:
    """A name short enough for a tile or the head of a narrow column; the whole of it where there is no shorter one."""
    place = PLACES.get(str(authority.ons_code))
    return str(place.short if place else authority.name)


# The number of products an authority has adopted is written in its tile; its edge says it again, in thirds of the most.
BANDS = ("few", "some", "many")


def band_of(number: int, most: int) -> str:
    """As the key says: up to a third of the most, up to two thirds, more."""
    if not number:
        return ABSENT
    thirds = -(-3 * number // max(most, number))  # rounded up: exactly a third is still in the first
    return BANDS[thirds - 1]
