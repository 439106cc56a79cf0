"""Made-up squads, what they work on, and posts over the twelve years to March 2032."""

import datetime
from collections import defaultdict
from decimal import Decimal
from random import Random

from interchange.sample.posts import Changes, recruited, weeks_before
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import AS_AT, Loading
from portfolio.models import Product
from squads.models import Assignment, Employment, Post, PostStateChange, Squad

FIRST_YEAR, YEARS = 2020, 12
TODAY = AS_AT.date()
STILL_EMPTY = [Post.State.PLANNED, Post.State.APPROVED, Post.State.ADVERTISED, Post.State.OFFERED]
# Out of twenty: eleven permanent, two fixed-term, five agency, two supplier.
EMPLOYMENTS = (
    [Employment.PERMANENT] * 11 + [Employment.FIXED_TERM] * 2 + [Employment.AGENCY] * 5 + [Employment.SUPPLIER] * 2
)


def add_squads(loading: Loading, rng: Random, *, squads: int, posts: int, products: list[Product]) -> None:
    homes = list(loading.organisations.values())
    rows = loading.write(
        Squad,
        [
            Squad(
                name_cy=f"Sgwad {number // len(homes) + 1}: {home.name_cy}",
                name_en=f"Squad {number // len(homes) + 1}: {home.name_en}",
                organisation=home,
                since=datetime.date(FIRST_YEAR + rng.randrange(6), 1 + rng.randrange(12), 1),
                **MADE_UP.fields(),
            )
            for number, home in ((number, homes[number % len(homes)]) for number in range(squads))
        ],
    )
    add_assignments(loading, rng, rows, products)
    add_posts(loading, rng, rows, posts)


def add_assignments(loading: Loading, rng: Random, squads: list[Squad], products: list[Product]) -> None:
    """One to four products each, of their own organisation where it has any, the time shared equally."""
    own: dict[int, list[Product]] = defaultdict(list)
    for product in products:
        own[product.organisation_id].append(product)
    rows = []
    for squad in squads:
        choices = own[squad.organisation_id] or products
        chosen = rng.sample(choices, min(len(choices), 1 + rng.randrange(4)))
        rows += [
            Assignment(
                squad=squad,
                product=product,
                share=(Decimal(1) / len(chosen)).quantize(Decimal("0.001")),
                start=squad.since,
                **MADE_UP.fields(),
            )
            for product in chosen
        ]
    loading.write(Assignment, rows)


def add_posts(loading: Loading, rng: Random, squads: list[Squad], count: int) -> None:
    roles = list(loading.roles.values())
    posts, histories = [], []
    for number in range(count):
        squad = squads[number % len(squads)]
        employment = rng.choice(EMPLOYMENTS)
        start, end = term(rng, employment)
        changes = changes_of(rng, employment, start, end)
        histories.append(changes)
        posts.append(
            Post(
                squad=squad,
                role=rng.choice(roles),
                employment=employment,
                planned_from=start,
                planned_to=end,
                fte=rng.choice([Decimal(1)] * 7 + [Decimal("0.8"), Decimal("0.6"), Decimal("0.5")]),
                state=changes[-1][0],
                **MADE_UP.fields(),
            )
        )
    rows = loading.write(Post, posts)
    loading.write(
        PostStateChange,
        [
            PostStateChange(post=post, state=state, on=on)
            for post, changes in zip(rows, histories, strict=True)
            for state, on in changes
        ],
    )


def term(rng: Random, employment: str) -> tuple[datetime.date, datetime.date | None]:
    """Contractors come in the autumn and go with the year; permanent staff come at any time and seldom go."""
    year = FIRST_YEAR + rng.randrange(YEARS)
    if employment in Employment.contractors():
        return datetime.date(year, 9 + rng.randrange(4), 1), datetime.date(year + 1, 4, 1)
    start = datetime.date(year, 4, 1) + datetime.timedelta(days=rng.randrange(330))
    if employment == Employment.FIXED_TERM:
        return start, start + datetime.timedelta(days=730)
    return start, None if rng.random() < 0.8 else start + datetime.timedelta(days=365 * (1 + rng.randrange(4)))


def changes_of(rng: Random, employment: str, start: datetime.date, end: datetime.date | None) -> Changes:
    if start > TODAY:
        steps = STILL_EMPTY[: 1 + rng.randrange(len(STILL_EMPTY))]
        first = TODAY - datetime.timedelta(weeks=4 * len(steps))
        return tuple((state, first + datetime.timedelta(weeks=3 * number)) for number, state in enumerate(steps))
    if employment in Employment.contractors():
        changes: Changes = ((Post.State.APPROVED, weeks_before(start, 8)), (Post.State.FILLED, start))
    else:
        changes = recruited(start)
    if end is not None and end <= TODAY:
        return (*changes, (Post.State.ENDED, end))
    left = start + datetime.timedelta(days=rng.randrange(200, 1500))
    if employment == Employment.PERMANENT and left <= TODAY and rng.random() < 0.25:
        return (*changes, (Post.State.VACANT, left))
    return changes
