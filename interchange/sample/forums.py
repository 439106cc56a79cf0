"""Boards and groups that the evidence names. Their rhythms, members and meetings are made up, save what it says."""

import datetime
from dataclasses import dataclass

from interchange.sample.sources import Source, evidence
from portfolio.models import Forum

Kind = Forum.Kind
SOME_CY = "Lluniwyd at ddibenion arddangos: yr amlder, yr aelodau a'r cyfarfodydd."
SOME_EN = "Made up for demonstration: how often it meets, its members and its meetings."


def named(cy: str, en: str) -> Source:
    return evidence(f"{cy} {SOME_CY}", f"{en} {SOME_EN}")


@dataclass(frozen=True)
class SampleForum:
    """`meetings`: the day each was due and whether it was held ("held", "missed", "due"). `attendance`: by member, a
    letter for each meeting held, "x" where it was there."""

    key: str
    name_cy: str
    name_en: str
    kind: str
    organisation: str
    months_between: int
    since: str
    source: Source
    meetings: tuple[tuple[str, str], ...]
    attendance: dict[str, str]
    guests: tuple[str, ...] = ()  # those of `attendance` that are members no longer


def held(*days: str) -> tuple[tuple[str, str], ...]:
    return tuple((day, "held") for day in days)


def missed(*days: str) -> tuple[tuple[str, str], ...]:
    return tuple((day, "missed") for day in days)


def due(*days: str) -> tuple[tuple[str, str], ...]:
    return tuple((day, "due") for day in days)


FORUMS: list[SampleForum] = [
    SampleForum(
        "digital-board",
        "Bwrdd Digidol CLlLC",
        "WLGA Digital Board",
        Kind.BOARD,
        "wlga",
        2,
        "2021-06-07",
        named(
            "Dywed i'r bwrdd fynd fisoedd heb gyfarfod, oherwydd newid cadeirydd.",
            "States that the board has gone for months without meeting, owing to a change of chair.",
        ),
        held("2025-07-10", "2025-09-11", "2025-11-13", "2026-01-15", "2026-03-12")
        + missed("2026-05-14", "2026-07-09", "2026-09-10")
        + due("2026-11-12"),
        {
            "wlga": "xxxxx",
            "welsh-government": "xx-x-",
            "W06000015": "x-x--",
            "W06000002": "xxxx-",
            "W06000018": "xxxxx",
            "W06000012": "xxx-x",
            "W06000023": "-x---",
            "W06000009": "-----",
            "cdps": "xxxx-",
        },
        ("cdps",),
    ),
    SampleForum(
        "leadership-group",
        "Grŵp Arwain y Prif Swyddogion Digidol",
        "Chief Digital Officers' Leadership Group",
        Kind.BOARD,
        "welsh-government",
        1,
        "2022-09-05",
        named(
            "Grŵp arwain a grëwyd gyda Phrif Swyddogion Digidol y sectorau.",
            "A leadership group created with the sectors' Chief Digital Officers.",
        ),
        held("2026-04-20", "2026-05-18", "2026-06-15", "2026-07-20")
        + missed("2026-08-17")
        + held("2026-09-21", "2026-10-19")
        + due("2026-11-16", "2026-12-14"),
        {"welsh-government": "xxxxxx", "wlga": "xx-xxx", "dhcw": "x-xx-x"},
    ),
    SampleForum(
        "standards-group",
        "Y Gweithgor Safonau",
        "Standards Working Group",
        Kind.WORKING_GROUP,
        "welsh-government",
        2,
        "2022-01-17",
        named(
            "Panel ar draws y sectorau sy'n goruchwylio mabwysiadu safonau; llai o ymwneud gan lywodraeth leol nag a "
            "ddymunid.",
            "A panel across the sectors that oversees the adoption of standards; lower engagement from local "
            "government than is ideal.",
        ),
        held("2025-09-18", "2025-11-20", "2026-01-22", "2026-03-19", "2026-05-21", "2026-07-16", "2026-09-17")
        + due("2026-11-19", "2027-01-21"),
        {
            "welsh-government": "xxxxxxx",
            "wlga": "xxx-xxx",
            "dhcw": "xxxxx-x",
            "nrw": "xx-xxxx",
            "W06000015": "x---x--",
            "W06000011": "-x-----",
            "W06000016": "-------",
            "W06000004": "x------",
            "cdps": "xxxx---",
        },
        ("cdps",),
    ),
    SampleForum(
        "ai-group",
        "Grŵp Llywio Deallusrwydd Artiffisial ac Awtomeiddio",
        "AI and Automation Steering Group",
        Kind.WORKING_GROUP,
        "welsh-government",
        3,
        "2024-02-12",
        named(
            "Panel ar draws y sectorau ar ddeallusrwydd artiffisial ac awtomeiddio; llai o ymwneud gan lywodraeth leol "
            "nag a ddymunid.",
            "A panel across the sectors on AI and automation; lower engagement from local government than is ideal.",
        ),
        held("2025-11-10", "2026-02-09", "2026-05-11", "2026-08-10") + due("2026-11-09"),
        {
            "welsh-government": "xxxx",
            "dhcw": "xxxx",
            "wlga": "x-xx",
            "W06000022": "x---",
            "W06000006": "-x--",
            "W06000012": "xxx-",
        },
    ),
    SampleForum(
        "advisory-group",
        "Y Grŵp Cynghori Digidol",
        "Digital Advisory Group",
        Kind.ADVISORY_GROUP,
        "wlga",
        2,
        "2020-10-05",
        named(
            "Grŵp o arweinwyr digidol brwd mewn llywodraeth leol.",
            "A group of passionate digital leaders in local government.",
        ),
        held("2025-12-08", "2026-02-09", "2026-04-13", "2026-06-08", "2026-08-10", "2026-10-12") + due("2026-12-14"),
        {
            "wlga": "xxxxxx",
            "W06000015": "xxxx-x",
            "W06000012": "xxxxxx",
            "W06000018": "xxxxxx",
            "W06000002": "x-xxxx",
            "W06000010": "xx-xx-",
            "W06000003": "x--x--",
            "W06000005": "xxx-xx",
            "W06000020": "-x-xxx",
            "W06000023": "xxxxx-",
            "W06000019": "------",
            "W06000013": "xx-xxx",
        },
    ),
    SampleForum(
        "user-research",
        "Cymuned Ymarfer Ymchwil Defnyddwyr",
        "User Research Community of Practice",
        Kind.COMMUNITY,
        "welsh-government",
        1,
        "2021-03-08",
        named(
            "Un o chwe chymuned ymarfer; hoffid gweld mwy o staff llywodraeth leol.",
            "One of six communities of practice; more local government staff would be welcome.",
        ),
        held("2026-06-02", "2026-07-07", "2026-09-01", "2026-10-06") + due("2026-11-03", "2026-12-01"),
        {
            "welsh-government": "xxxx",
            "dhcw": "x-xx",
            "social-care-wales": "xx-x",
            "W06000015": "xxxx",
            "W06000009": "x-x-",
            "W06000024": "--x-",
        },
    ),
    SampleForum(
        "content-design",
        "Cymuned Ymarfer Dylunio Cynnwys",
        "Content Design Community of Practice",
        Kind.COMMUNITY,
        "welsh-government",
        1,
        "2021-03-15",
        named(
            "Un o chwe chymuned ymarfer; hoffid gweld mwy o staff llywodraeth leol.",
            "One of six communities of practice; more local government staff would be welcome.",
        ),
        held("2026-03-10", "2026-04-14", "2026-05-12") + missed("2026-09-08", "2026-10-13"),
        {"welsh-government": "xxx", "W06000008": "xx-", "W06000016": "x--", "careers-wales": "xxx"},
    ),
]


def day_of(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
