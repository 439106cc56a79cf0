"""Made-up conversions and handovers, and squads promised twice, on the large sample's squads."""

import datetime
from collections import defaultdict
from decimal import Decimal
from random import Random

from interchange.sample.sources import MADE_UP
from interchange.sample.writing import AS_AT, Loading
from squads.models import Assignment, Conversion, Employment, HandoverItem, Post, Squad

TODAY = AS_AT.date()
THINGS = [
    ("Sut mae rhyddhau'r gwasanaeth", "How the service is released"),
    ("Pwy sy'n cadw'r allweddi", "Who keeps the keys"),
    ("Beth a fethodd, a pham", "What failed, and why"),
    ("Pwy yw'r defnyddwyr a beth maent yn ei ofyn", "Who the users are, and what they ask"),
    ("Y profion a'u bylchau", "The tests, and their gaps"),
]
# Roles, not names.
WHO = ["Datblygwr / Developer", "Rheolwr cynnyrch / Product manager", "Rheolwr cyflenwi / Delivery manager"]


def add_conversions(loading: Loading, rng: Random) -> None:
    """Each contractor there now whose squad has an empty permanent post is followed by one, two times in three."""
    taken = set(Conversion.objects.values_list("permanent", flat=True))
    converted = set(Conversion.objects.values_list("contractor", flat=True))
    empty: dict[int, list[Post]] = defaultdict(list)
    contractors = []
    for post in Post.objects.exclude(state=Post.State.ENDED).order_by("pk"):
        if post.employment in Employment.contractors():
            if post.state == Post.State.FILLED and post.pk not in converted:
                contractors.append(post)
        elif post.state != Post.State.FILLED and post.pk not in taken:
            empty[post.squad_id].append(post)
    pairs = [(post, empty[post.squad_id].pop()) for post in contractors if empty[post.squad_id] and rng.random() < 0.67]
    rows = loading.write(
        Conversion, [Conversion(contractor=one, permanent=other, **MADE_UP.fields()) for one, other in pairs]
    )
    loading.write(HandoverItem, [item for row in rows for item in items_of(rng, row)])


def items_of(rng: Random, conversion: Conversion) -> list[HandoverItem]:
    leaves = conversion.contractor.planned_to or TODAY
    items = []
    for cy, en in THINGS[: rng.randrange(len(THINGS) + 1)]:
        done = rng.random() < 0.5
        items.append(
            HandoverItem(
                conversion=conversion,
                what_cy=cy,
                what_en=en,
                by_whom=rng.choice(WHO),
                due_on=leaves - datetime.timedelta(days=rng.randrange(-14, 60)),
                done_on=TODAY - datetime.timedelta(days=rng.randrange(60)) if done else None,
                **MADE_UP.fields(),
            )
        )
    return items


def add_promises(loading: Loading, rng: Random, squads: list[Squad]) -> None:
    """One squad in twelve has promised a quarter of its time more, from next April, to a product of another squad."""
    products: dict[int, set[int]] = defaultdict(set)
    for squad, product in Assignment.objects.values_list("squad", "product"):
        products[squad].add(product)
    every = sorted(set().union(*products.values())) if products else []
    loading.write(
        Assignment,
        [
            Assignment(
                squad=squad,
                product_id=rng.choice([key for key in every if key not in products[squad.pk]]),
                share=Decimal("0.25"),
                start=datetime.date(2027, 4, 1),
                end=datetime.date(2028, 4, 1) if rng.random() < 0.5 else None,
                **MADE_UP.fields(),
            )
            for number, squad in enumerate(squads)
            if number % 12 == 0 and len(every) > len(products[squad.pk])
        ],
    )
