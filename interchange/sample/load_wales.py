"""Writes priorities, boards and groups with their meetings, digital leadership, and contracts."""

from interchange.sample.contracts import CONTRACTS, OPPORTUNITIES
from interchange.sample.forums import FORUMS, SampleForum, day_of
from interchange.sample.leadership import periods
from interchange.sample.load_portfolio import authorities
from interchange.sample.priorities import PRIORITIES
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import Loading
from portfolio.models import (
    Contract,
    Forum,
    ForumMember,
    Leadership,
    Meeting,
    Priority,
    SourcingOpportunity,
)


def load_wales(loading: Loading) -> None:
    load_priorities(loading)
    load_forums(loading)
    load_leadership(loading)
    load_contracts(loading)


def load_priorities(loading: Loading) -> None:
    loading.write(
        Priority,
        [
            Priority(
                product=loading.products[one.product],
                organisation=loading.organisations[one.organisation],
                level=one.level,
                since=day_of(one.since),
                reason_cy=one.reason[0],
                reason_en=one.reason[1],
                **MADE_UP.fields(),
            )
            for one in PRIORITIES
        ],
    )


def load_forums(loading: Loading) -> None:
    forums = loading.write(
        Forum,
        [
            Forum(
                name_cy=one.name_cy,
                name_en=one.name_en,
                kind=one.kind,
                organisation=loading.organisations[one.organisation],
                months_between=one.months_between,
                since=day_of(one.since),
                **one.source.fields(),
            )
            for one in FORUMS
        ],
    )
    by_key = dict(zip([one.key for one in FORUMS], forums, strict=True))
    loading.write(
        ForumMember,
        [
            ForumMember(forum=by_key[one.key], organisation=loading.organisations[member])
            for one in FORUMS
            for member in one.attendance
            if member not in one.guests
        ],
    )
    for one in FORUMS:
        load_meetings(loading, one, by_key[one.key])


def load_meetings(loading: Loading, one: SampleForum, forum: Forum) -> None:
    """A meeting that was held was held on the day it was due."""
    meetings = loading.write(
        Meeting,
        [
            Meeting(
                forum=forum,
                due_on=day_of(day),
                state=state,
                held_on=day_of(day) if state == Meeting.State.HELD else None,
                **MADE_UP.fields(),
            )
            for day, state in one.meetings
        ],
    )
    held = [meeting for meeting in meetings if meeting.state == Meeting.State.HELD]
    there = Meeting.attended.through
    there.objects.bulk_create(
        there(meeting_id=meeting.pk, organisation_id=loading.organisations[member].pk)
        for member, marks in one.attendance.items()
        for meeting, mark in zip(held, marks, strict=True)
        if mark == "x"
    )


def load_leadership(loading: Loading) -> None:
    loading.write(
        Leadership,
        [
            Leadership(
                organisation=loading.organisations[one.organisation],
                officer=one.officer,
                on_board=one.on_board,
                start=one.start,
                end=one.end,
                **one.source.fields(),
            )
            for one in periods([row["Local authority code"] for row in authorities()])
        ],
    )


def load_contracts(loading: Loading) -> None:
    rows = loading.write(
        SourcingOpportunity,
        [
            SourcingOpportunity(
                name_cy=name_cy, name_en=name_en, summary_cy=summary_cy, summary_en=summary_en, **MADE_UP.fields()
            )
            for name_cy, name_en, summary_cy, summary_en in OPPORTUNITIES.values()
        ],
    )
    opportunities = dict(zip(OPPORTUNITIES, rows, strict=True))
    loading.write(
        Contract,
        [
            Contract(
                organisation=loading.organisations[one.organisation],
                opportunity=opportunities.get(one.opportunity),
                product=loading.products.get(one.product),
                title_cy=one.cy,
                title_en=one.en,
                supplier=one.supplier,
                annual_value=one.amount,
                start=one.first_day,
                end=one.first_day_no_longer,
                **MADE_UP.fields(),
            )
            for one in CONTRACTS
        ],
    )
