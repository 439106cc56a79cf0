"""Contracts that organisations have apart. All made up, their suppliers too: no register of contracts was read."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

# key: Welsh name, English name, Welsh summary, English summary
OPPORTUNITIES: dict[str, tuple[str, str, str, str]] = {
    "planning": (
        "Meddalwedd cynllunio a rheoli adeiladu",
        "Planning and building control software",
        "Y system gefn y mae pob awdurdod cynllunio yn ei phrynu drosto'i hun.",
        "The back-office system that every planning authority buys for itself.",
    ),
    "telephony": (
        "Ffonau canolfannau cyswllt a sgwrs ar y we",
        "Contact centre telephones and web chat",
        "Ffonau, ciwiau a sgwrs ar y we ar gyfer canolfannau cyswllt cynghorau.",
        "Telephones, queues and web chat for councils' contact centres.",
    ),
    "revenues": (
        "Meddalwedd treth gyngor a budd-daliadau",
        "Council tax and benefits software",
        "Yr un tri chyflenwr ledled Cymru, o dan ddau gontract ar hugain.",
        "The same three suppliers all over Wales, under twenty-two contracts.",
    ),
    "payments": (
        "Taliadau ar-lein",
        "Online payments",
        "Tudalennau talu a'r cysoni y tu ôl iddynt.",
        "Pages that take payments, and the reconciling behind them.",
    ),
}


@dataclass(frozen=True)
class SampleContract:
    organisation: str
    opportunity: str
    cy: str
    en: str
    supplier: str
    value: str
    start: str
    end: str
    product: str = ""

    @property
    def amount(self) -> Decimal | None:
        return Decimal(self.value) if self.value else None

    @property
    def first_day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.start)

    @property
    def first_day_no_longer(self) -> datetime.date | None:
        return datetime.date.fromisoformat(self.end) if self.end else None


def planning(code: str, supplier: str, value: str, start: str, end: str) -> SampleContract:
    return SampleContract(
        code, "planning", "System rheoli cynllunio", "Planning management system", supplier, value, start, end
    )


def revenues(code: str, supplier: str, value: str, start: str, end: str) -> SampleContract:
    return SampleContract(
        code, "revenues", "System treth gyngor a budd-daliadau", "Council tax and benefits system", supplier, value,
        start, end,
    )  # fmt: skip


A, B, C = "Meddalwedd Dychmygol Cyf", "Example Planning Software Ltd", "Enghraifft Revenues plc"
D = "Ffonau Dychmygol Cyf"
CONTRACTS: list[SampleContract] = [
    planning("W06000015", B, "148000", "2022-04-01", "2027-04-01"),
    planning("W06000002", B, "92500", "2022-04-01", "2027-04-01"),
    planning("W06000014", B, "81000", "2023-06-01", "2027-06-01"),
    planning("W06000023", A, "", "2021-10-01", "2027-10-01"),
    planning("W06000011", B, "120000", "2024-04-01", "2029-04-01"),
    SampleContract(
        "W06000018", "telephony", "Ffonau'r ganolfan gyswllt", "Contact centre telephones", D, "64000", "2023-09-01",
        "2027-09-01",
    ),
    SampleContract(
        "W06000020", "telephony", "Canolfan gyswllt: ffonau a sgwrs", "Contact centre: telephones and chat", D, "58500",
        "2023-11-01", "2027-08-01",
    ),
    SampleContract(
        "W06000016", "telephony", "Sgwrs ar y we", "Web chat", "", "", "2025-01-06", "2028-01-06",
    ),
    revenues("W06000022", C, "210000", "2019-04-01", "2029-04-01"),
    revenues("W06000011", C, "236000", "2018-04-01", "2028-04-01"),
    revenues("W06000013", C, "174000", "2020-04-01", "2027-04-01"),
    revenues("W06000010", A, "189500", "2021-04-01", "2027-04-01"),
    revenues("W06000006", A, "", "2017-04-01", "2026-04-01"),
    SampleContract(
        "W06000023", "payments", "Taliadau ar-lein Powys", "Powys online payments", "Taliadau Dychmygol Cyf", "38000",
        "2024-04-01", "2027-04-01", "powys-payments",
    ),
    SampleContract(
        "W06000012", "payments", "Tudalennau talu", "Payment pages", "Example Payments Ltd", "41500", "2024-10-01",
        "2028-10-01",
    ),
    # Under no opportunity: the same supplier, written in three ways.
    SampleContract(
        "W06000005", "", "Trefnu casgliadau gwastraff", "Scheduling of waste collections", "Gwastraff Dychmygol Cyf.",
        "47000", "2024-04-01", "2027-04-01",
    ),
    SampleContract(
        "W06000004", "", "Llwybrau'r lorïau ailgylchu", "Routes of recycling lorries", "GWASTRAFF DYCHMYGOL", "39000",
        "2023-07-01", "2027-07-01",
    ),
    SampleContract(
        "W06000003", "", "Gwaredu gwastraff gardd", "Garden waste bookings", "Gwastraff Dychmygol Cyfyngedig", "",
        "2025-04-01", "2028-04-01",
    ),
    # Under no opportunity: titles that are alike.
    SampleContract(
        "W06000016", "", "System rheoli llyfrgelloedd cyhoeddus", "Public library management system",
        "Example Libraries Ltd", "52000", "2022-09-01", "2027-09-01", "rct-libraries",
    ),
    SampleContract(
        "W06000009", "", "System ar gyfer llyfrgelloedd cyhoeddus", "System for the public library service",
        "Llyfrau Dychmygol Cyf", "33500", "2023-04-01", "2027-04-01",
    ),
    SampleContract(
        "dhcw", "", "Gwarchod diweddbwyntiau", "Endpoint protection", "Example Security Ltd", "310000", "2025-04-01",
        "2028-04-01",
    ),
    SampleContract(
        "welsh-government", "", "Llwyfan Hwb: cymorth technegol", "Hwb platform: technical support",
        "Example Learning Ltd", "", "2024-09-01", "", "hwb",
    ),
]  # fmt: skip
