"""One organisation: how high it puts what, who leads it, where it sits, and what it buys."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from kit.bilingual import pair_field
from portfolio.models import Contract, ForumMember, Leadership, Meeting, Organisation, Participation, Priority
from portfolio.queries.forums import LAST, past
from portfolio.queries.leadership import words_now
from portfolio.queries.priorities import in_force

State = Participation.State


def organisation_finding(rows: Sequence[Participation]) -> list[str]:
    """Of the rows a person may see."""
    if not rows:
        return []
    states = [row.state for row in rows]
    return [
        _("Products adopted: %(adopted)s. Committed to: %(committed)s. Interested in: %(interested)s.")
        % {
            "adopted": states.count(State.ADOPTED),
            "committed": states.count(State.COMMITTED),
            "interested": states.count(State.INTERESTED),
        }
    ]


def priorities_of(*, organisation: Organisation, user: User, on: datetime.date) -> list[Priority]:
    """Its words in force on products the person may see, the highest first. One query."""
    order = {level: place for place, level in enumerate(Priority.Level.values)}
    rows = Priority.objects.visible_to(user).filter(organisation=organisation, pk__in=in_force(on).values("pk"))
    return sorted(rows.select_related("product"), key=lambda one: (order[one.level], str(one.product.name).casefold()))


def leadership_of(*, organisation: Organisation, user: User, on: datetime.date) -> str:
    row = Leadership.objects.visible_to(user).filter(organisation=organisation).on(on).first()
    return words_now(row)[0]


@dataclass(frozen=True)
class Membership:
    """A forum it belongs to, and how often it was there of the last meetings held."""

    member: ForumMember
    attended: int
    held: int


def memberships_of(*, organisation: Organisation, user: User, on: datetime.date) -> list[Membership]:
    """By the forum's name. Three queries, however many forums."""
    members = list(
        ForumMember.objects.visible_to(user)
        .filter(organisation=organisation)
        .select_related("forum")
        .order_by(pair_field("forum__name"), "pk")
    )
    held: dict[int, list[int]] = {one.forum_id: [] for one in members}
    rows = Meeting.objects.filter(past(on), forum__in=held, state=Meeting.State.HELD).order_by("-due_on", "-pk")
    # Nobody is blamed for a meeting before their first day or after their last.
    if organisation.valid_from:
        rows = rows.filter(held_on__gte=organisation.valid_from)
    if organisation.valid_to:
        rows = rows.filter(held_on__lt=organisation.valid_to)
    for forum, meeting in rows.values_list("forum", "pk"):
        if len(held[forum]) < LAST:
            held[forum].append(meeting)
    there = set(organisation.meetings_attended.filter(forum__in=held).values_list("pk", flat=True))
    return [
        Membership(one, sum(meeting in there for meeting in held[one.forum_id]), len(held[one.forum_id]))
        for one in members
        if one.forum.until is None or one.forum.until > on
    ]


def contracts_of(*, organisation: Organisation, user: User, on: datetime.date) -> list[Contract]:
    """Those in force, the first to end first. One query."""
    rows = Contract.objects.visible_to(user).filter(organisation=organisation).on(on)
    return list(rows.select_related("organisation").order_by("end", "pk"))
