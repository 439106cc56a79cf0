"""Milestones of the sample, with every forecast made of them. All are made up, for products real and invented."""

import datetime
from dataclasses import dataclass

from portfolio.models import BaselineChange

State = BaselineChange.State


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@dataclass(frozen=True)
class Forecast:
    """What was expected of a milestone on a day, and why it moved."""

    made_on: str
    forecast: str
    reason_cy: str = ""
    reason_en: str = ""
    report: str = ""


@dataclass(frozen=True)
class Change:
    """A request to move the baseline from `before`; an approved one leads to the milestone's own baseline."""

    before: str
    after: str
    state: str
    asked_on: str
    decided_on: str
    reason_cy: str
    reason_en: str


@dataclass(frozen=True)
class SampleMilestone:
    product: str
    title_cy: str
    title_en: str
    baseline: str
    forecasts: tuple[Forecast, ...] = ()
    actual: str = ""
    change: Change | None = None


END_OF_DISCOVERY = "Cyhoeddi adroddiad y cyfnod darganfod", "Discovery report is published"
END_OF_ALPHA = "Diwedd y cyfnod alffa", "Alpha ends"
PRIVATE_BETA = "Agor y beta preifat", "Private beta opens"
PUBLIC_BETA = "Agor y beta cyhoeddus", "Public beta opens"
LIVE = "Mynd yn fyw", "Goes live"
TEN = "Deg awdurdod lleol yn ei ddefnyddio", "Ten local authorities use it"

VACANCY = (
    "Swydd y dylunydd cynnwys yn wag ers tri mis.",
    "The content designer's post has been vacant for three months.",
)
ROUND = (
    "Daeth penderfyniad y gronfa ym mis Medi; ni ellid dechrau cyn hynny.",
    "The fund's decision came in September; nothing could begin before it.",
)
CONTRACTOR = (
    "Gadawodd y datblygwr contract ddiwedd mis Mawrth, cyn trosglwyddo'r gwaith.",
    "The contract developer left at the end of March, before the work was handed over.",
)
SECURITY = "Canfu'r prawf diogelwch waith ychwanegol.", "The security test found more work to do."
MORE_RESEARCH = "Mae angen rhagor o ymchwil gyda siaradwyr Cymraeg.", "More research with Welsh speakers is needed."

MILESTONES: list[SampleMilestone] = [
    SampleMilestone(
        "school-essentials-grant",
        *LIVE,
        "2024-02-05",
        (Forecast("2023-09-04", "2024-02-05"), Forecast("2024-01-08", "2024-04-08", *MORE_RESEARCH)),
        actual="2024-04-08",
    ),
    SampleMilestone(
        "school-essentials-grant",
        *TEN,
        "2025-09-01",
        (
            Forecast("2024-04-08", "2025-09-01"),
            Forecast("2025-03-10", "2026-03-02", *ROUND),
            Forecast("2025-12-01", "2026-09-07", *VACANCY),
            Forecast("2026-08-03", "2027-04-05", *CONTRACTOR),
        ),
    ),
    SampleMilestone(
        "free-school-meals",
        *LIVE,
        "2024-04-08",
        (Forecast("2023-10-02", "2024-04-08"), Forecast("2024-03-04", "2024-05-13", *SECURITY)),
        actual="2024-05-13",
    ),
    # Nobody has looked at it since its forecast passed.
    SampleMilestone("free-school-meals", *TEN, "2026-03-02", (Forecast("2024-05-13", "2026-09-07"),)),
    SampleMilestone(
        "streamlining-benefits",
        *END_OF_ALPHA,
        "2026-07-06",
        (
            Forecast("2025-11-10", "2026-07-06"),
            Forecast("2026-04-13", "2026-10-05", *CONTRACTOR),
            Forecast("2026-09-14", "2027-02-01", *MORE_RESEARCH),
        ),
        change=Change("2026-07-06", "2027-02-01", State.ASKED, "2026-10-12", "", *CONTRACTOR),
    ),
    SampleMilestone("streamlining-benefits", *PRIVATE_BETA, "2027-04-05", (Forecast("2025-11-10", "2027-06-07"),)),
    # Promised by nobody yet: it has no baseline.
    SampleMilestone("streamlining-benefits", *LIVE, "", (Forecast("2026-09-14", "2028-10-02"),)),
    SampleMilestone(
        "pre-application-planning",
        *PRIVATE_BETA,
        "2026-02-02",
        (Forecast("2024-10-07", "2025-10-06"), Forecast("2025-09-08", "2026-02-02", *ROUND)),
        actual="2026-02-02",
        change=Change("2025-10-06", "2026-02-02", State.APPROVED, "2025-09-08", "2025-10-13", *ROUND),
    ),
    SampleMilestone(
        "pre-application-planning",
        *PUBLIC_BETA,
        "2026-11-23",
        (Forecast("2026-02-02", "2026-11-23"), Forecast("2026-06-01", "2026-11-16")),
    ),
    SampleMilestone(
        "pre-application-planning",
        *LIVE,
        "2027-04-05",
        (Forecast("2026-02-02", "2027-04-05"), Forecast("2026-10-05", "2027-07-05", *VACANCY)),
        change=Change("2027-04-05", "2027-10-04", State.REFUSED, "2026-08-03", "2026-09-07", *VACANCY),
    ),
    SampleMilestone("address-look-up", *END_OF_DISCOVERY, "2026-11-30", (Forecast("2026-06-01", "2026-11-30"),)),
    SampleMilestone("service-manual", *LIVE, "2025-06-02", (Forecast("2023-06-12", "2025-06-02"),)),
    SampleMilestone(
        "cardiff-admissions",
        *LIVE,
        "2026-09-01",
        (
            Forecast("2025-09-01", "2026-09-01"),
            Forecast("2026-03-02", "2026-11-02", *SECURITY),
            Forecast("2026-08-10", "2027-01-11", *CONTRACTOR),
        ),
    ),
    SampleMilestone(
        "caerphilly-repairs", *PUBLIC_BETA, "2026-10-05", (Forecast("2025-10-06", "2026-09-28"),), "2026-09-28"
    ),
    SampleMilestone("caerphilly-repairs", *LIVE, "2027-03-01", (Forecast("2026-09-28", "2027-03-01"),)),
    SampleMilestone(
        "anglesey-care",
        *END_OF_ALPHA,
        "2026-09-07",
        (Forecast("2026-01-12", "2026-09-07"), Forecast("2026-08-17", "2026-12-07", *MORE_RESEARCH)),
    ),
    SampleMilestone("tfw-school-transport", *END_OF_ALPHA, "2026-12-14", (Forecast("2026-03-02", "2026-12-14"),)),
    SampleMilestone("gwynedd-waste", *LIVE, "2023-06-05", (Forecast("2023-02-06", "2023-06-05"),), "2023-06-05"),
    # A day has been promised and nobody has said what is expected.
    SampleMilestone("gwynedd-moorings", *END_OF_DISCOVERY, "2026-12-01"),
    SampleMilestone(
        "rct-libraries",
        "Cau'r hen gatalog",
        "The old catalogue is closed",
        "2027-03-31",
        (Forecast("2026-04-06", "2027-03-31"),),
    ),
    SampleMilestone("notifications", *END_OF_DISCOVERY, "2027-01-18", (Forecast("2026-09-14", "2027-01-18"),)),
]  # fmt: skip
