"""Awards and their lines by year.

Of the real fund's awards no amounts were found: those lines are not known, not nought.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from interchange.sample.sources import MADE_UP, Source
from kit.models import EvidenceMark


@dataclass(frozen=True)
class SampleAward:
    """An award; a line is (year, certainty, amount or None)."""

    reference: str
    fund: str
    product: str
    awarded_on: datetime.date
    lines: tuple[tuple[int, str, Decimal | None], ...]
    round_year: int | None = None
    expires: datetime.date | None = None
    budget: str = "revenue"
    conditions_cy: str = ""
    conditions_en: str = ""
    source: Source = MADE_UP


FUND_2022 = Source(
    EvidenceMark.VERIFIED,
    "Adolygiad CDPS 2022-23: un o'r prosiectau a gefnogwyd. Ni chafwyd hyd i'r swm. Dyddiad y penderfyniad: "
    "localgovernmentdigital.wales.",
    "CDPS review of 2022-23: one of the projects supported. The amount was not found. Date of decision: "
    "localgovernmentdigital.wales.",
)
NO_PERMANENT_CY = "Rhaid gwario'r arian erbyn 31 Mawrth; ni chaiff dalu am swyddi parhaol."
NO_PERMANENT_EN = "The money must be spent by 31 March; it may not pay for permanent posts."


def for_a_year(
    year: int, number: int, product: str, decision: str, amount: str | None, source: Source = MADE_UP
) -> SampleAward:
    """A year's award of the Digital Transformation Fund, gone at the year's end."""
    return SampleAward(
        f"DTF-{year}-{number:02d}",
        "transformation",
        product,
        datetime.date.fromisoformat(f"{year}-{decision}"),
        ((year, "secured", Decimal(amount) if amount else None),),
        round_year=year,
        expires=datetime.date(year + 1, 4, 1),
        conditions_cy=NO_PERMANENT_CY,
        conditions_en=NO_PERMANENT_EN,
        source=source,
    )


def over_years(
    reference: str, fund: str, product: str, on: str, lines: dict[int, tuple[str, str]], budget: str = "revenue"
) -> SampleAward:
    return SampleAward(
        reference,
        fund,
        product,
        datetime.date.fromisoformat(on),
        tuple((year, certainty, Decimal(amount)) for year, (certainty, amount) in lines.items()),
        budget=budget,
    )


AWARDS: list[SampleAward] = [
    for_a_year(2022, 1, "content-discovery", "09-07", None, FUND_2022),
    for_a_year(2022, 2, "digital-skills", "09-07", None, FUND_2022),
    for_a_year(2022, 3, "digital-exclusion", "09-07", None, FUND_2022),
    for_a_year(2023, 1, "school-essentials-grant", "07-31", "185000"),
    for_a_year(2023, 2, "free-school-meals", "07-31", "95000"),
    for_a_year(2024, 1, "school-essentials-grant", "09-02", "140000"),
    for_a_year(2024, 2, "pre-application-planning", "09-02", "240000"),
    for_a_year(2025, 1, "school-essentials-grant", "08-26", "150000"),
    for_a_year(2025, 2, "pre-application-planning", "08-26", "225000"),
    for_a_year(2025, 3, "cardiff-admissions", "08-26", "110000"),
    for_a_year(2026, 1, "pre-application-planning", "09-07", "230000"),
    for_a_year(2026, 2, "address-look-up", "09-07", "120000"),
    for_a_year(2026, 3, "cardiff-admissions", "09-07", "115000"),
    over_years(
        "CORE-BEN-01", "core", "streamlining-benefits", "2024-03-11",
        {2024: ("secured", "180000"), 2025: ("secured", "310000"), 2026: ("secured", "330000"),
         2027: ("indicative", "250000")},
    ),
    over_years(
        "CORE-SEG-01", "core", "school-essentials-grant", "2024-03-11",
        {2024: ("secured", "90000"), 2025: ("secured", "95000"), 2026: ("secured", "100000"),
         2027: ("indicative", "80000"), 2028: ("indicative", "80000")},
    ),
    over_years(
        "CORE-STD-01", "core", "service-standard", "2024-03-11",
        {2024: ("secured", "260000"), 2025: ("secured", "265000"), 2026: ("secured", "270000"),
         2027: ("indicative", "200000"), 2028: ("indicative", "200000")},
    ),
    over_years(
        "CORE-HWB-01", "core", "hwb", "2024-03-11",
        {2024: ("secured", "360000"), 2025: ("secured", "260000"), 2026: ("secured", "270000")},
    ),
    over_years(
        "CAP-HWB-01", "capital", "hwb", "2024-04-22",
        {2024: ("secured", "480000"), 2025: ("secured", "520000"), 2026: ("secured", "400000"),
         2027: ("indicative", "400000")},
        "capital",
    ),
    over_years(
        "ITS-REP-01", "invest-to-save", "caerphilly-repairs", "2025-02-24",
        {2025: ("secured", "170000"), 2026: ("secured", "165000"), 2027: ("secured", "90000")},
    ),
    over_years(
        "MYG-SCH-01", "multi-year", "tfw-school-transport", "2025-07-14",
        {2025: ("secured", "120000"), 2026: ("secured", "210000"), 2027: ("secured", "210000")},
    ),
    over_years(
        "MYG-WAS-01", "multi-year", "gwynedd-waste", "2025-07-14",
        {2025: ("secured", "90000"), 2026: ("secured", "90000"), 2027: ("secured", "90000")},
    ),
]  # fmt: skip
