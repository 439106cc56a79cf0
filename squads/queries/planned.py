"""How much of whom is planned for a product in each financial year, whoever fills it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kit.periods import first_day
from portfolio.models import Product
from squads.models import Assignment, Post
from squads.queries.months import GONE, months_from

MONTHS = 12


@dataclass(frozen=True)
class PlannedFTE:
    """One role in one employment at one organisation; `years` is FTE-years, one for each financial year asked for.

    `post` is one of the posts, by which it is priced.
    """

    post: Post
    organisation: int
    years: NDArray[np.float64]  # (years,)


def planned_by_year(*, product: Product, years: Sequence[int]) -> list[PlannedFTE]:
    """Posts not ended of the squads that work on a product, each times its squad's share. Two queries.

    A post counts in the months at whose first day both it and the squad's work are planned. `years` are consecutive.
    """
    assignments = list(Assignment.objects.filter(product=product))
    squads = {one.squad_id for one in assignments}
    posts = Post.objects.filter(squad__in=squads).exclude(state__in=GONE).select_related("role", "squad")
    days = np.array(months_from(first_day(years[0]), MONTHS * len(years)), dtype="datetime64[D]")
    of_squad: dict[int, list[Post]] = defaultdict(list)
    for post in posts.order_by("pk"):
        of_squad[post.squad_id].append(post)
    whole: dict[tuple[int, str, int], NDArray[np.float64]] = {}
    first: dict[tuple[int, str, int], Post] = {}
    for one in assignments:
        works = _holds(days, one.start, one.end)
        for post in of_squad[one.squad_id]:
            key = post.role_id, post.employment, post.squad.organisation_id
            there = works & _holds(days, post.planned_from, post.planned_to)
            months = there.reshape(len(years), MONTHS).sum(axis=1)
            first.setdefault(key, post)
            whole[key] = whole.get(key, np.zeros(len(years))) + months / MONTHS * float(post.fte * one.share)
    return [PlannedFTE(first[key], key[2], each) for key, each in whole.items() if each.any()]


def _holds(days: NDArray[np.datetime64], start: object, end: object) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = days >= np.datetime64(start)  # type: ignore[call-overload]
    return found if end is None else found & (days < np.datetime64(end))  # type: ignore[call-overload]
