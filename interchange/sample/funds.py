"""Funds, what they have to give each year, and the rounds of the annual one."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from funding.models import Certainty, Fund
from interchange.sample.sources import AMOUNT_NOT_FOUND, FUND_ROUND, FUND_SITE, MADE_UP, Source, evidence, made_up
from kit.models import EvidenceMark

MILLION = Decimal("1000000.00")


@dataclass(frozen=True)
class SampleFund:
    key: str
    name_cy: str
    name_en: str
    run_by: str
    cycle: str
    budget: str
    pays_permanent: bool
    source: Source


@dataclass(frozen=True)
class SampleAllocation:
    fund: str
    year: int
    certainty: str
    amount: Decimal | None
    source: Source


@dataclass(frozen=True)
class SampleRound:
    """A round of the Digital Transformation Fund."""

    year: int
    opens: datetime.date
    closes: datetime.date
    panel: datetime.date
    decision: datetime.date
    delivery_ends: datetime.date
    submissions: int | None
    shortlisted: int | None
    source: Source


FUNDS: list[SampleFund] = [
    SampleFund(
        "transformation",
        "Cronfa Trawsnewid Digidol Llywodraeth Leol",
        "Local Government Digital Transformation Fund",
        "wlga",
        Fund.Cycle.ANNUAL,
        "revenue",
        False,
        evidence(
            "Cronfa flynyddol nad yw'n caniatáu recriwtio parhaol. Pwy sy'n ei rhedeg: i'w wirio.",
            "An annual fund that does not allow permanent recruitment. Who runs it: to be verified.",
        ),
    ),
    SampleFund(
        "core",
        "Cyllideb graidd gwasanaethau digidol",
        "Core digital services budget",
        "welsh-government",
        Fund.Cycle.RECURRENT,
        "revenue",
        True,
        made_up(
            "Sut olwg fyddai ar lefel is o gyllid gwarantedig.",
            "What a lower level of guaranteed funding would look like.",
        ),
    ),
    SampleFund(
        "capital",
        "Rhaglen gyfalaf ddigidol",
        "Digital capital programme",
        "welsh-government",
        Fund.Cycle.CAPITAL,
        "capital",
        False,
        MADE_UP,
    ),
    SampleFund(
        "invest-to-save",
        "Buddsoddi i arbed (enghraifft)",
        "Invest to save (example)",
        "welsh-government",
        Fund.Cycle.MULTI_YEAR,
        "revenue",
        False,
        made_up(
            "Nid cynllun go iawn Llywodraeth Cymru yw hwn, ac nid ei symiau hi yw'r rhain.",
            "Neither this nor its amounts are the Welsh Government's real scheme.",
        ),
    ),
    SampleFund(
        "multi-year",
        "Grant tair blynedd gwasanaethau ar y cyd",
        "Three-year shared services grant",
        "welsh-government",
        Fund.Cycle.MULTI_YEAR,
        "revenue",
        True,
        MADE_UP,
    ),
]


def allocated(fund: str, certainty: str, amounts: dict[int, str], source: Source = MADE_UP) -> list[SampleAllocation]:
    return [SampleAllocation(fund, year, certainty, Decimal(amount), source) for year, amount in amounts.items()]


SECURED, INDICATIVE, TARGETED = Certainty.SECURED, Certainty.INDICATIVE, Certainty.TARGETED
ALLOCATIONS: list[SampleAllocation] = [
    SampleAllocation("transformation", 2020, SECURED, MILLION, FUND_SITE),
    SampleAllocation("transformation", 2022, SECURED, MILLION, FUND_SITE),
    *(
        SampleAllocation("transformation", year, SECURED, None, AMOUNT_NOT_FOUND)
        for year in (2021, 2023, 2024, 2025, 2026)
    ),
    *allocated("core", SECURED, {2024: "900000", 2025: "940000", 2026: "980000"}),
    *allocated("core", INDICATIVE, {2027: "700000", 2028: "700000"}),
    *allocated("core", TARGETED, {2029: "700000"}),
    *allocated("capital", SECURED, {2024: "600000", 2025: "600000", 2026: "450000"}),
    *allocated("capital", INDICATIVE, {2027: "450000"}),
    *allocated("invest-to-save", SECURED, {2025: "250000", 2026: "250000", 2027: "150000"}),
    *allocated("multi-year", SECURED, {2025: "320000", 2026: "320000", 2027: "320000"}),
    *allocated("multi-year", TARGETED, {2028: "320000"}),
]


def made_up_round(
    year: int, opens: str, closes: str, panel: str, decision: str, submissions: int, shortlisted: int
) -> SampleRound:
    return SampleRound(
        year,
        day(year, opens),
        day(year, closes),
        day(year, panel),
        day(year, decision),
        datetime.date(year + 1, 3, 31),
        submissions,
        shortlisted,
        ROUND_MADE_UP,
    )


def day(year: int, month_and_day: str) -> datetime.date:
    return datetime.date.fromisoformat(f"{year}-{month_and_day}")


ROUND_MADE_UP = Source(
    EvidenceMark.DEMONSTRATION,
    "Lluniwyd at ddibenion arddangos, ar batrwm rownd 2022-23: ni chafwyd hyd i ddyddiadau'r flwyddyn hon.",
    "Made up for demonstration, on the pattern of the 2022-23 round: the dates of this year were not found.",
)
ROUNDS: list[SampleRound] = [
    made_up_round(2020, "06-29", "07-31", "08-24", "09-01", 14, 6),
    made_up_round(2021, "06-07", "07-09", "08-02", "08-16", 16, 6),
    SampleRound(
        2022,
        datetime.date(2022, 7, 18),
        datetime.date(2022, 8, 15),
        datetime.date(2022, 9, 5),
        datetime.date(2022, 9, 7),
        datetime.date(2023, 3, 31),
        18,
        5,
        FUND_ROUND,
    ),
    made_up_round(2023, "05-22", "06-23", "07-17", "07-31", 15, 5),
    made_up_round(2024, "06-10", "07-12", "08-19", "09-02", 17, 6),
    made_up_round(2025, "06-02", "07-04", "08-11", "08-26", 13, 5),
    made_up_round(2026, "06-15", "07-17", "08-24", "09-07", 12, 5),
]
