"""Contractors' posts that become permanent, and what is handed over: done, half done, begun, not listed. All made up.

What each stands for: the benefits squad has begun in time; the schools squad's tester leaves with most of it undone,
two months before anybody follows; in planning nothing has been listed; in learning all is done.
"""

import datetime
from dataclasses import dataclass, field

from squads.models import Employment

# A post of the sample by its squad, role, employment and first day.
PostKey = tuple[str, str, str, str]


@dataclass(frozen=True)
class SampleItem:
    what_cy: str
    what_en: str
    by_whom: str
    due_on: datetime.date | None = None
    done_on: datetime.date | None = None


@dataclass(frozen=True)
class SampleConversion:
    contractor: PostKey
    permanent: PostKey
    items: list[SampleItem] = field(default_factory=list)


def item(cy: str, en: str, by_whom: str, due: str = "", done: str = "") -> SampleItem:
    days = [datetime.date.fromisoformat(text) if text else None for text in (due, done)]
    return SampleItem(cy, en, by_whom, *days)


AGENCY, SUPPLIER, PERMANENT = Employment.AGENCY, Employment.SUPPLIER, Employment.PERMANENT

CONVERSIONS: list[SampleConversion] = [
    SampleConversion(
        ("benefits", "senior_developer", AGENCY, "2025-10-06"),
        ("benefits", "senior_developer", PERMANENT, "2027-02-01"),
        [
            item(
                "Sut mae rhyddhau'r cynnwys i'r 22 awdurdod", "How the content is released to the 22 authorities",
                "Datblygwr / Developer", "2027-02-15", "2026-10-12",
            ),
            item(
                "Pam y gwrthodwyd y gwiriwr cymhwysedd cyntaf", "Why the first eligibility checker was turned down",
                "Rheolwr cynnyrch / Product manager", "2027-02-15", "2026-10-19",
            ),
            item(
                "Allweddi'r gwasanaethau cwmwl, a phwy sy'n eu cadw",
                "The keys of the cloud services, and who keeps them",
                "Datblygwr / Developer", "2027-03-01",
            ),
            item(
                "Y profion awtomatig a'r hyn nad ydynt yn ei brofi", "The automatic tests, and what they do not test",
                "Datblygwr / Developer", "2027-03-15",
            ),
            item(
                "Y cysylltiad â systemau budd-daliadau'r awdurdodau", "The link to the authorities' benefits systems",
                "Datblygwr / Developer", "2027-04-12",
            ),
        ],
    ),
    SampleConversion(
        ("planning", "senior_developer", AGENCY, "2026-10-05"), ("planning", "developer", PERMANENT, "2027-04-01")
    ),
    SampleConversion(
        ("schools", "test_engineer", AGENCY, "2025-09-01"),
        ("schools", "test_engineer", PERMANENT, "2027-03-01"),
        [
            item(
                "Y data prawf a sut mae ei ail-greu", "The test data, and how to make it again",
                "Datblygwr / Developer", "2026-12-04", "2026-10-26",
            ),
            item(
                "Profion hygyrchedd: beth a fethodd yn 2025", "Accessibility tests: what failed in 2025",
                "Dadansoddwr busnes / Business analyst", "2026-12-11",
            ),
            item(
                "Y prawf llwyth ar gyfer wythnos y ceisiadau", "The load test for the week of applications",
                "Datblygwr / Developer", "2026-12-18",
            ),
        ],
    ),
    SampleConversion(
        ("learning", "test_engineer", SUPPLIER, "2024-04-01"),
        ("learning", "test_engineer", PERMANENT, "2027-01-11"),
        [
            item(
                "Y profion atchweliad a'u hamserlen", "The regression tests, and when they run",
                "Peiriannydd DevOps / DevOps engineer", "2026-10-30", "2026-10-22",
            ),
            item(
                "Sut mae ysgolion yn rhoi gwybod am namau", "How schools report faults",
                "Rheolwr cynnyrch / Product manager", "2026-10-30", "2026-10-29",
            ),
        ],
    ),
]  # fmt: skip
