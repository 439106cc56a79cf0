"""Posts of the squads, in every employment and state, with the day of each change. All made up.

Lead times follow the evidence behind the assumptions: about 22 weeks from approval to a permanent start, a few weeks
for an agency contractor, and contracts that end with the financial year.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from squads.models import Employment, Post

State = Post.State
Changes = tuple[tuple[str, datetime.date], ...]


@dataclass(frozen=True)
class SamplePost:
    """A post; the last of `changes` is the state it is in on 1 November 2026."""

    squad: str
    role: str
    employment: str
    planned_from: datetime.date
    planned_to: datetime.date | None
    fte: Decimal
    changes: Changes
    holder: str = ""


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def weeks_before(start: datetime.date, weeks: int) -> datetime.date:
    return start - datetime.timedelta(weeks=weeks)


def recruited(start: datetime.date) -> Changes:
    return (
        (State.PLANNED, weeks_before(start, 26)),
        (State.APPROVED, weeks_before(start, 22)),
        (State.ADVERTISED, weeks_before(start, 20)),
        (State.OFFERED, weeks_before(start, 8)),
        (State.FILLED, start),
    )


def staff(squad: str, role: str, joined: str, fte: str = "1", holder: str = "") -> SamplePost:
    """A permanent post with somebody in it."""
    start = day(joined)
    return SamplePost(squad, role, Employment.PERMANENT, start, None, Decimal(fte), recruited(start), holder)


def fixed_term(squad: str, role: str, joined: str, until: str, fte: str = "1") -> SamplePost:
    """A fixed-term post with somebody in it."""
    start = day(joined)
    return SamplePost(squad, role, Employment.FIXED_TERM, start, day(until), Decimal(fte), recruited(start))


def vacated(squad: str, role: str, joined: str, left: str, fte: str = "1") -> SamplePost:
    """A permanent post whose holder has left."""
    start = day(joined)
    changes = (*recruited(start), (State.VACANT, day(left)))
    return SamplePost(squad, role, Employment.PERMANENT, start, None, Decimal(fte), changes)


def being_filled(squad: str, role: str, wanted: str, *changes: tuple[str, str], fte: str = "1") -> SamplePost:
    """A permanent post nobody is in yet."""
    dated = tuple((state, day(on)) for state, on in changes)
    return SamplePost(squad, role, Employment.PERMANENT, day(wanted), None, Decimal(fte), dated)


def bought(squad: str, role: str, employment: str, start: str, end: str, fte: str = "1") -> SamplePost:
    """A contractor's or supplier's place; ended where its last day has passed on 1 November 2026."""
    began, until = day(start), day(end)
    changes: Changes = ((State.APPROVED, weeks_before(began, 8)), (State.FILLED, began))
    if until <= datetime.date(2026, 11, 1):
        changes = (*changes, (State.ENDED, until))
    return SamplePost(squad, role, employment, began, until, Decimal(fte), changes)


def agency(squad: str, role: str, start: str, end: str, fte: str = "1") -> SamplePost:
    return bought(squad, role, Employment.AGENCY, start, end, fte)


def supplier(squad: str, role: str, start: str, end: str, fte: str = "1") -> SamplePost:
    return bought(squad, role, Employment.SUPPLIER, start, end, fte)


# "Enghraifft" is Welsh for "example": nobody of these names exists here.
POSTS: list[SamplePost] = [
    staff("benefits", "product_manager", "2024-04-01", holder="Mared Enghraifft"),
    staff("benefits", "content_designer", "2024-04-01", holder="Owain Enghraifft"),
    staff("benefits", "user_researcher", "2024-09-02", "0.8", holder="Lleucu Enghraifft"),
    staff("benefits", "developer", "2025-06-02"),
    vacated("benefits", "service_designer", "2024-07-01", "2026-08-24"),
    being_filled(
        "benefits", "translator", "2027-01-04", ("planned", "2026-06-01"), ("approved", "2026-08-03"),
        ("advertised", "2026-09-14"), fte="0.6",
    ),
    agency("benefits", "senior_developer", "2025-10-06", "2027-04-01"),
    agency("benefits", "delivery_manager", "2026-01-05", "2027-04-01", "0.8"),
    being_filled(
        "benefits", "senior_developer", "2027-02-01", ("planned", "2026-05-04"), ("approved", "2026-07-06"),
        ("advertised", "2026-09-07"),
    ),
    agency("benefits", "business_analyst", "2024-10-07", "2025-04-01"),
    staff("standards", "service_owner", "2021-09-01", holder="Gwenno Enghraifft"),
    staff("standards", "content_designer", "2022-01-10"),
    staff("standards", "service_designer", "2022-03-07"),
    staff("standards", "delivery_manager", "2022-05-09", "0.6"),
    staff("standards", "translator", "2023-02-06", "0.5"),
    vacated("standards", "user_researcher", "2022-04-04", "2026-05-18"),
    staff("learning", "product_manager", "2019-04-01"),
    staff("learning", "technical_architect", "2019-04-01"),
    staff("learning", "devops_engineer", "2020-09-07"),
    staff("learning", "developer", "2021-01-11"),
    staff("learning", "senior_developer", "2021-01-11"),
    staff("learning", "performance_analyst", "2022-06-13", "0.8"),
    fixed_term("learning", "content_designer", "2025-04-01", "2027-04-01"),
    supplier("learning", "developer", "2024-04-01", "2027-04-01"),
    supplier("learning", "test_engineer", "2024-04-01", "2027-04-01"),
    being_filled(
        "learning", "test_engineer", "2027-01-11", ("planned", "2026-04-06"), ("approved", "2026-06-01"),
        ("advertised", "2026-06-29"), ("offered", "2026-10-12"),
    ),
    supplier("learning", "devops_engineer", "2022-04-01", "2024-04-01"),
    staff("planning", "product_manager", "2025-03-03", holder="Ifan Enghraifft"),
    fixed_term("planning", "service_designer", "2025-05-05", "2027-05-05"),
    agency("planning", "user_researcher", "2024-10-14", "2025-04-01"),
    agency("planning", "developer", "2024-10-28", "2025-04-01"),
    agency("planning", "content_designer", "2025-10-13", "2026-04-01"),
    agency("planning", "developer", "2025-10-27", "2026-04-01"),
    agency("planning", "senior_developer", "2026-10-05", "2027-04-01"),
    agency("planning", "user_researcher", "2026-10-19", "2027-04-01", "0.6"),
    being_filled("planning", "developer", "2027-04-01", ("planned", "2026-09-07")),
    being_filled("planning", "delivery_manager", "2027-02-01", ("planned", "2026-05-11"), ("approved", "2026-07-20")),
    staff("gwynedd-services", "product_manager", "2022-05-02", holder="Non Enghraifft"),
    staff("gwynedd-services", "developer", "2022-09-05"),
    staff("gwynedd-services", "interaction_designer", "2023-01-09"),
    being_filled(
        "gwynedd-services", "user_researcher", "2026-11-16", ("planned", "2026-03-02"), ("approved", "2026-04-13"),
        ("advertised", "2026-05-04"), ("offered", "2026-09-21"), fte="0.5",
    ),
    supplier("components", "senior_developer", "2026-07-06", "2027-04-01"),
    supplier("components", "technical_architect", "2026-07-06", "2027-01-11", "0.4"),
    being_filled("components", "product_manager", "2027-01-11", ("planned", "2026-04-06"), ("approved", "2026-08-10")),
    being_filled("components", "developer", "2027-06-07", ("planned", "2026-10-05")),
    staff("schools", "delivery_manager", "2024-01-08"),
    staff("schools", "business_analyst", "2024-03-04"),
    agency("schools", "developer", "2024-06-10", "2027-04-01"),
    agency("schools", "test_engineer", "2025-09-01", "2027-01-01", "0.5"),
    being_filled(
        "schools", "test_engineer", "2027-03-01", ("planned", "2026-09-14"), ("approved", "2026-10-19"), fte="0.5",
    ),
    staff("repairs", "product_manager", "2024-09-02"),
    staff("repairs", "developer", "2025-01-13"),
    staff("repairs", "service_designer", "2025-03-10", "0.8"),
    staff("front-door", "product_manager", "2020-02-03"),
    staff("front-door", "developer", "2019-11-04"),
    vacated("front-door", "developer", "2020-06-01", "2026-10-12"),
    staff("transport", "product_manager", "2025-09-01"),
    fixed_term("transport", "user_researcher", "2025-10-06", "2027-10-04", "0.6"),
    agency("transport", "developer", "2026-03-02", "2027-04-01"),
    staff("accessibility", "user_researcher", "2024-02-05"),
    staff("accessibility", "content_designer", "2024-06-03", "0.6"),
    agency("fund-2022", "delivery_manager", "2022-11-07", "2023-04-01"),
    agency("fund-2022", "user_researcher", "2022-11-07", "2023-04-01"),
    agency("fund-2022", "service_designer", "2022-11-14", "2023-04-01"),
    agency("fund-2022", "content_designer", "2022-11-21", "2023-04-01"),
    agency("fund-2025", "delivery_manager", "2025-10-01", "2026-04-01"),
    agency("fund-2025", "user_researcher", "2025-10-06", "2026-04-01"),
    agency("fund-2025", "content_designer", "2025-10-13", "2026-04-01"),
    agency("fund-2025", "developer", "2025-10-20", "2026-04-01"),
]  # fmt: skip
