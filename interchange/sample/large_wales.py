"""Made-up priorities, boards, meetings and contracts in bulk, on which the speed of their pages is measured."""

import datetime
from decimal import Decimal
from random import Random

from interchange.sample.large_names import COUNCIL_SERVICES
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import AS_AT, Loading
from portfolio.models import (
    Contract,
    Forum,
    ForumMember,
    Meeting,
    Organisation,
    Priority,
    Product,
    SourcingOpportunity,
)

TODAY = AS_AT.date()
REASON = ("Rheswm dychmygol.", "An imaginary reason.")


def add_wales(loading: Loading, rng: Random, products: list[Product]) -> None:
    add_priorities(loading, rng, products)
    add_forums(loading, rng)
    add_contracts(loading, rng)


def bodies_of(loading: Loading) -> tuple[list[Organisation], list[Organisation]]:
    """The authorities, and everybody."""
    everybody = list(loading.organisations.values())
    return [one for one in everybody if one.kind == Organisation.Kind.LOCAL_AUTHORITY], everybody


def add_priorities(loading: Loading, rng: Random, products: list[Product]) -> None:
    """Of a third of the products: the Welsh Government's, and up to five authorities'; some have changed their mind."""
    authorities, _everybody = bodies_of(loading)
    government = loading.organisations["Welsh Government"]
    rows = []
    for product in products:
        if rng.random() > 0.33:
            continue
        for body in [government, *rng.sample(authorities, rng.randrange(1, 6))]:
            days = rng.sample(range(30, 1500), rng.choice([1, 1, 2]))
            rows += [priority(rng, product, body, TODAY - datetime.timedelta(days=day)) for day in days]
    loading.write(Priority, rows)


def priority(rng: Random, product: Product, body: Organisation, since: datetime.date) -> Priority:
    return Priority(
        product=product,
        organisation=body,
        level=rng.choice(Priority.Level.values),
        since=since,
        reason_cy=REASON[0],
        reason_en=REASON[1],
        **MADE_UP.fields(),
    )


def add_forums(loading: Loading, rng: Random) -> None:
    """Forty groups, each with up to fifteen members and two years of meetings."""
    authorities, everybody = bodies_of(loading)
    forums = loading.write(
        Forum,
        [
            Forum(
                name_cy=f"Grŵp {cy} (mesur)",
                name_en=f"{en} group (measuring)",
                kind=rng.choice(Forum.Kind.values),
                organisation=rng.choice(everybody),
                months_between=rng.choice([1, 2, 3, 6]),
                since=datetime.date(2022, 4, 1),
                **MADE_UP.fields(),
            )
            for cy, en in COUNCIL_SERVICES
        ],
    )
    members = {forum.pk: rng.sample(authorities, rng.randrange(4, 16)) for forum in forums}
    loading.write(
        ForumMember, [ForumMember(forum=forum, organisation=one) for forum in forums for one in members[forum.pk]]
    )
    meetings = loading.write(Meeting, [one for forum in forums for one in meetings_of(rng, forum)])
    there = Meeting.attended.through
    there.objects.bulk_create(
        [
            there(meeting_id=meeting.pk, organisation_id=one.pk)
            for meeting in meetings
            if meeting.state == Meeting.State.HELD
            for one in members[meeting.forum_id]
            if rng.random() < 0.6
        ],
        batch_size=1000,
    )


def meetings_of(rng: Random, forum: Forum) -> list[Meeting]:
    step = datetime.timedelta(days=30 * (forum.months_between or 1))
    found = []
    for number in range(24):
        day = datetime.date(2025, 1, 6) + number * step
        held = day < TODAY and rng.random() < 0.8
        state = Meeting.State.HELD if held else Meeting.State.MISSED if day < TODAY else Meeting.State.DUE
        found.append(Meeting(forum=forum, due_on=day, state=state, held_on=day if held else None, **MADE_UP.fields()))
    return found


def add_contracts(loading: Loading, rng: Random) -> None:
    """Twenty opportunities and six hundred contracts, a third of these under none."""
    _authorities, everybody = bodies_of(loading)
    opportunities = loading.write(
        SourcingOpportunity,
        [
            SourcingOpportunity(
                name_cy=f"Meddalwedd {cy[:1].lower()}{cy[1:]} (mesur)",
                name_en=f"{en} software (measuring)",
                summary_cy="Cyfle dychmygol ar gyfer mesur cyflymder.",
                summary_en="An imaginary opportunity for measuring speed.",
                **MADE_UP.fields(),
            )
            for cy, en in COUNCIL_SERVICES[:20]
        ],
    )
    loading.write(Contract, [contract(rng, everybody, opportunities) for _ in range(600)])


def contract(rng: Random, bodies: list[Organisation], opportunities: list[SourcingOpportunity]) -> Contract:
    cy, en = rng.choice(COUNCIL_SERVICES)
    start = TODAY - datetime.timedelta(days=rng.randrange(100, 1500))
    return Contract(
        organisation=rng.choice(bodies),
        opportunity=rng.choice(opportunities) if rng.random() < 0.66 else None,
        title_cy=f"{cy}: contract {rng.randrange(400)} (mesur)",
        title_en=f"{en}: contract {rng.randrange(400)} (measuring)",
        supplier=f"Cyflenwr Dychmygol {rng.randrange(120)} Cyf" if rng.random() < 0.9 else "",
        annual_value=Decimal(rng.randrange(5, 300) * 1000) if rng.random() < 0.85 else None,
        start=start,
        end=start + datetime.timedelta(days=rng.choice([1095, 1461, 1826])) if rng.random() < 0.9 else None,
        **MADE_UP.fields(),
    )
