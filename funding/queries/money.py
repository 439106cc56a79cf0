"""Sums of the money records, made in the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _

from accounts.models import User
from funding.models import Allocation, Award, AwardLine, Certainty, Fund, OtherCost
from kit import formats
from kit.periods import label
from portfolio.models import Product

Sums = Mapping[tuple[int, str], Decimal | None]
ByYear = Mapping[int, Decimal | None]


@dataclass(frozen=True)
class YearSums:
    """One financial year: pounds by certainty, None where nothing is recorded or a sum is not known."""

    year: int
    allocated: Decimal | None
    secured: Decimal | None
    indicative: Decimal | None
    other_costs: Decimal | None = None

    @property
    def awarded(self) -> Decimal | None:
        known = [one for one in (self.secured, self.indicative) if one is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def unawarded(self) -> Decimal | None:
        """What has been allocated and not awarded; negative where more was awarded than there is."""
        return None if self.allocated is None else self.allocated - (self.awarded or 0)

    @property
    def is_overspent(self) -> bool:
        return self.unawarded is not None and self.unawarded < 0


def fund_years(*, fund: Fund, user: User) -> list[YearSums]:
    """What a fund has to give and what it gave to products the person may see, by year. Two queries."""
    return _years(
        _by_year(Allocation.objects.visible_to(user).filter(fund=fund)),
        _awarded(AwardLine.objects.visible_to(user).filter(award__fund=fund)),
    )


def product_years(*, product: Product, user: User) -> list[YearSums]:
    """What a product is awarded, and what it costs beside its people, by year. Two queries."""
    return _years(
        {},
        _awarded(AwardLine.objects.visible_to(user).filter(award__product=product)),
        _by_year(OtherCost.objects.visible_to(user).filter(product=product)),
    )


def all_years(*, user: User) -> list[YearSums]:
    """Every fund together, awards to products the person may see. Two queries."""
    return _years(_by_year(Allocation.objects.visible_to(user)), _awarded(AwardLine.objects.visible_to(user)))


def given_in(*, awards: QuerySet[Award], year: int) -> YearSums:
    """What some awards give in one year, where the table beside it sums them over all their years. One query."""
    lines = AwardLine.objects.filter(award__in=awards.order_by().values("pk"), year=year)
    found = _years({}, _awarded(lines))
    return found[0] if found else YearSums(year, None, None, None)


def given_finding(sums: YearSums) -> str:
    """The same in a sentence, in pounds as the table's sums are."""
    return _("In %(year)s these awards give %(secured)s secured and %(indicative)s indicative.") % {
        "year": label(sums.year),
        "secured": formats.money(sums.secured or 0),
        "indicative": formats.money(sums.indicative or 0),
    }


def _by_year(rows: QuerySet[Allocation] | QuerySet[OtherCost]) -> ByYear:
    return dict(rows.values_list("year").annotate(whole=Sum("amount")).order_by())


def _awarded(lines: QuerySet[AwardLine]) -> Sums:
    rows = lines.values_list("year", "certainty").annotate(whole=Sum("amount")).order_by()
    return {(year, certainty): whole for year, certainty, whole in rows}


def _years(allocated: ByYear, awarded: Sums, costs: ByYear | None = None) -> list[YearSums]:
    costs = costs or {}
    years = sorted({*allocated, *costs, *(year for year, _certainty in awarded)})
    return [
        YearSums(
            year=year,
            allocated=allocated.get(year),
            secured=awarded.get((year, Certainty.SECURED)),
            indicative=awarded.get((year, Certainty.INDICATIVE)),
            other_costs=costs.get(year),
        )
        for year in years
    ]


def money_finding(years: list[YearSums], *, year: int) -> list[str]:
    """How far ahead money is secured, what there is in a year, and where more was awarded than allocated."""
    secured = [one.year for one in years if one.secured]
    if not secured:
        # There may be an award all the same: an indicative one, or one whose sum is not known.
        return [_("No secured money is recorded.")]
    last = max(secured)
    held = _("Money is secured to March %(year)s.") if last >= year else _("Money was secured to March %(year)s.")
    sentences = [held % {"year": last + 1}]
    now = next((one for one in years if one.year == year), None)
    if now and now.secured is not None:
        sentences.append(
            _("In %(year)s %(amount)s is secured.")
            % {"year": label(year), "amount": formats.headline_money(now.secured)}
        )
    else:
        sentences.append(_("No secured money is recorded for %(year)s.") % {"year": label(year)})
    return sentences


def breaches(years: list[YearSums]) -> list[str]:
    """A sentence for each year in which more has been awarded than allocated."""
    return [
        _("In %(year)s %(amount)s more has been awarded than allocated.")
        % {"year": label(one.year), "amount": formats.money(-(one.unawarded or 0))}
        for one in years
        if one.is_overspent
    ]
