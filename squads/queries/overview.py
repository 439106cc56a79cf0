"""The figures of all the squads a person may see, for the first page of the place."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum

from accounts.models import User
from squads.models import Employment, HandoverItem, Post, Squad
from squads.queries.conversions import Leaving, leaving_of, open_items
from squads.queries.coverage import Lacking, lacking_of, there_on
from squads.queries.months import PRESENT
from squads.queries.promised import Promised, promised_twice
from squads.queries.vacancies import Ages, ages_of


@dataclass(frozen=True)
class Overview:
    permanent: Decimal
    contractors: Decimal
    vacancies: Ages
    leaving: Leaving
    promised: list[Promised]
    lacking: Lacking
    open_items: int


def overview_of(*, user: User, on: datetime.date) -> Overview:
    """Eight queries, whatever there is."""
    posts, squads = Post.objects.visible_to(user), Squad.objects.visible_to(user)
    contractors = Q(employment__in=Employment.contractors())
    there = posts.filter(state__in=PRESENT).on(on)
    people = there.aggregate(
        permanent=Sum("fte", filter=~contractors, default=Decimal(0)),
        contractors=Sum("fte", filter=contractors, default=Decimal(0)),
    )
    return Overview(
        permanent=people["permanent"],
        contractors=people["contractors"],
        vacancies=ages_of(posts, on=on),
        leaving=leaving_of(posts, on=on),
        promised=promised_twice(squads, on=on),
        lacking=lacking_of(there_on(squads, on=on), on=on),
        open_items=open_items(HandoverItem.objects.visible_to(user)),
    )
