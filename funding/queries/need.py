"""What a product needs in each financial year, and what of it has no source: posts times rates, and other costs.

Prices are those of today: no pay rise and no inflation is put in, so that the sum can be followed by hand. Whoever
may not see pay is not shown it, since rates could be worked out from it.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from funding.models import Rate
from funding.queries.conversion import employment_values, side_of
from funding.queries.money import YearSums, product_years
from kit import formats
from kit.periods import financial_year_of, label
from portfolio.models import Product
from squads.queries.planned import PlannedFTE, planned_by_year

AHEAD = 4  # years shown after this one


@dataclass(frozen=True)
class YearNeed:
    """One financial year, in pounds. Need = secured + indicative + gap; a gap below nought is a surplus.

    `unpriced` is FTE-years whose rate is not known: where there are any, need and gap are not known either.
    """

    year: int
    permanent: float
    contractors: float
    unpriced: float
    other_costs: float
    secured: float
    indicative: float

    @property
    def need(self) -> float | None:
        return None if self.unpriced else self.permanent + self.contractors + self.other_costs

    @property
    def gap(self) -> float | None:
        return None if self.need is None else self.need - self.secured - self.indicative

    @property
    def is_empty(self) -> bool:
        """Nobody is planned, nothing is to be paid and there is no money: there is nothing to draw."""
        return not (self.unpriced or self.need or self.secured or self.indicative)


def need_by_year(*, product: Product, user: User, on: datetime.date) -> list[YearNeed]:
    """This financial year and the four after it. Six queries, whatever the number of posts."""
    first = financial_year_of(on)
    years = list(range(first, first + AHEAD + 1))
    planned = planned_by_year(product=product, years=years)
    money = {one.year: one for one in product_years(product=product, user=user)}
    priced = _priced(planned, on=on)
    return [_year(number, year, priced, money.get(year)) for number, year in enumerate(years)]


def _priced(planned: Sequence[PlannedFTE], *, on: datetime.date) -> list[tuple[PlannedFTE, float | None]]:
    """Each with the cost of an FTE-year, None where its rate is not known. Two queries."""
    organisations = {one.organisation for one in planned}
    rows = Rate.objects.in_force(on).filter(Q(organisation__isnull=True) | Q(organisation__in=organisations))
    rates: dict[tuple[int | None, int, str], Rate] = {}
    for row in rows:
        rates.setdefault((row.organisation_id, row.role_id, row.employment), row)
    values = employment_values(on=on)
    found = []
    for one in planned:
        own = {key[1:]: rate for key, rate in rates.items() if key[0] is None}
        own |= {key[1:]: rate for key, rate in rates.items() if key[0] == one.organisation}
        found.append((one, side_of(one.post, own, values).per_fte))
    return found


def _year(
    number: int, year: int, priced: Sequence[tuple[PlannedFTE, float | None]], money: YearSums | None
) -> YearNeed:
    cost = {False: 0.0, True: 0.0}
    unpriced = 0.0
    for one, per_fte in priced:
        fte = float(one.years[number])
        if per_fte is None:
            unpriced += fte
        else:
            cost[one.post.is_contractors] += fte * per_fte
    return YearNeed(
        year=year,
        permanent=cost[False],
        contractors=cost[True],
        unpriced=unpriced,
        other_costs=float(money.other_costs or 0) if money else 0.0,
        secured=float(money.secured or 0) if money else 0.0,
        indicative=float(money.indicative or 0) if money else 0.0,
    )


def total_need(rows: Sequence[YearNeed]) -> YearNeed:
    """The years together; its year is the first one's."""
    names = ("permanent", "contractors", "unpriced", "other_costs", "secured", "indicative")
    return YearNeed(rows[0].year, **{name: float(np.sum([getattr(row, name) for row in rows])) for name in names})


def need_finding(rows: Sequence[YearNeed]) -> list[str]:
    """Whether next year's need has a source; said as well where there is more money than need, or none is needed."""
    after = rows[1]
    year = label(after.year)
    if after.need is None:
        return [
            _("What %(year)s needs is not known: no rate is known for %(fte)s FTE of its posts.")
            % {"year": year, "fte": formats.fte(after.unpriced)}
        ]
    if not after.need:
        return [_("No post is planned and no other cost is recorded for %(year)s.") % {"year": year}]
    words = {"year": year, "need": formats.headline_money(after.need)}
    gap = after.gap or 0.0
    if gap >= 1:
        said = _("%(year)s needs %(need)s, of which %(gap)s has no source.")
        return [said % (words | {"gap": formats.headline_money(gap)})]
    if gap <= -1:
        said = _("%(year)s needs %(need)s, and has %(gap)s more than that.")
        return [said % (words | {"gap": formats.headline_money(-gap)})]
    return [_("%(year)s needs %(need)s, and has it.") % words]
