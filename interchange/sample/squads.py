"""Squads, and the products they work on."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from interchange.sample.sources import MADE_UP, Source
from kit.models import EvidenceMark


@dataclass(frozen=True)
class SampleSquad:
    key: str
    name_cy: str
    name_en: str
    home: str
    since: datetime.date
    until: datetime.date | None = None
    source: Source = MADE_UP


@dataclass(frozen=True)
class SampleAssignment:
    squad: str
    product: str
    share: Decimal
    start: datetime.date
    end: datetime.date | None = None
    source: Source = MADE_UP


# The fund's projects had contractor staff (CDPS review of 2022-23); how many and which roles is made up.
FUND_SQUAD = Source(
    EvidenceMark.DEMONSTRATION,
    "Bod contractwyr wedi gweithio ar brosiectau'r gronfa: adolygiad CDPS 2022-23. Lluniwyd at ddibenion arddangos: "
    "y sgwad hon, ei swyddi a'i dyddiadau.",
    "That contractors worked on the fund's projects: CDPS review of 2022-23. Made up for demonstration: this squad, "
    "its posts and its dates.",
)


def squad(key: str, cy: str, en: str, home: str, since: str, until: str = "", source: Source = MADE_UP) -> SampleSquad:
    end = datetime.date.fromisoformat(until) if until else None
    return SampleSquad(key, cy, en, home, datetime.date.fromisoformat(since), end, source)


def works_on(squad: str, product: str, share: str, start: str, end: str = "") -> SampleAssignment:
    until = datetime.date.fromisoformat(end) if end else None
    return SampleAssignment(squad, product, Decimal(share), datetime.date.fromisoformat(start), until)


SQUADS: list[SampleSquad] = [
    squad("benefits", "Sgwad Budd-daliadau", "Benefits squad", "welsh-government", "2024-04-01"),
    squad("standards", "Sgwad Safonau", "Standards squad", "welsh-government", "2021-09-01"),
    squad("learning", "Sgwad Dysgu Digidol", "Digital learning squad", "welsh-government", "2019-04-01"),
    squad("planning", "Sgwad Cynllunio", "Planning squad", "W06000002", "2024-10-01"),
    squad("gwynedd-services", "Sgwad Gwasanaethau Gwynedd", "Gwynedd services squad", "W06000002", "2022-05-01"),
    squad("components", "Sgwad Cydrannau", "Components squad", "wlga", "2026-06-01"),
    squad("schools", "Sgwad Ysgolion Caerdydd", "Cardiff schools squad", "W06000015", "2024-01-01"),
    squad("repairs", "Sgwad Tai Caerffili", "Caerphilly housing squad", "W06000018", "2024-09-01"),
    squad("front-door", "Sgwad Drws Ffrynt Powys", "Powys front door squad", "W06000023", "2019-11-01"),
    squad("transport", "Sgwad Cludiant i'r Ysgol", "School transport squad", "tfw", "2025-09-01"),
    # Its home became part of another body in April 2026, and nobody has said so of the squad yet.
    squad("accessibility", "Sgwad Hygyrchedd", "Accessibility squad", "cdps", "2024-01-08"),
    squad(
        "fund-2022", "Contractwyr y Gronfa 2022-23", "Fund contractors 2022-23", "wlga", "2022-11-07", "2023-04-01",
        FUND_SQUAD,
    ),
    squad("fund-2025", "Contractwyr y Gronfa 2025-26", "Fund contractors 2025-26", "wlga", "2025-10-01", "2026-04-01"),
]  # fmt: skip

ASSIGNMENTS: list[SampleAssignment] = [
    works_on("benefits", "school-essentials-grant", "0.35", "2024-04-01"),
    works_on("benefits", "free-school-meals", "0.15", "2024-04-01"),
    # The shares add up to more than one from November 2025: a squad promised twice, which the pages should say.
    works_on("benefits", "streamlining-benefits", "0.7", "2025-11-10"),
    works_on("benefits", "streamlining-benefits", "0.5", "2024-06-03", "2025-11-10"),
    works_on("benefits", "benefits-charter", "0.05", "2024-04-01", "2026-04-01"),
    works_on("standards", "service-standard", "0.4", "2021-09-01"),
    works_on("standards", "service-manual", "0.4", "2022-09-05"),
    works_on("standards", "ai-guidelines", "0.2", "2024-03-04"),
    works_on("learning", "hwb", "1", "2019-04-01"),
    works_on("planning", "pre-application-planning", "1", "2024-10-07"),
    works_on("gwynedd-services", "gwynedd-waste", "0.7", "2022-05-09"),
    works_on("gwynedd-services", "gwynedd-moorings", "0.3", "2026-05-04"),
    works_on("components", "address-look-up", "0.6", "2026-06-01"),
    works_on("components", "notifications", "0.4", "2026-09-14"),
    works_on("schools", "cardiff-admissions", "1", "2024-01-15"),
    works_on("repairs", "caerphilly-repairs", "1", "2024-09-02"),
    works_on("front-door", "powys-payments", "0.8", "2019-11-04"),
    works_on("transport", "tfw-school-transport", "1", "2025-09-01"),
    works_on("accessibility", "service-manual", "1", "2024-01-08"),
    works_on("fund-2022", "content-discovery", "0.4", "2022-11-07", "2023-04-01"),
    works_on("fund-2022", "digital-skills", "0.3", "2022-11-14", "2023-04-01"),
    works_on("fund-2022", "digital-exclusion", "0.3", "2022-11-07", "2023-04-01"),
    works_on("fund-2025", "school-essentials-grant", "0.5", "2025-10-01", "2026-04-01"),
    works_on("fund-2025", "pre-application-planning", "0.5", "2025-10-01", "2026-04-01"),
]
