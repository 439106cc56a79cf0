"""The portfolio in numbers, of what a person may see."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from accounts.models import User
from kit.models import EvidenceMark
from portfolio.models import Organisation, Participation, Phase, Product


@dataclass(frozen=True)
class PortfolioFigures:
    """Counts of the products a person may see, as at a day."""

    by_phase: Mapping[str, int]
    owners: int
    without_adopters: int
    without_squad: int
    made_up: int
    authorities: int
    adopting: int

    @property
    def products(self) -> int:
        return sum(self.by_phase.values())


def portfolio_figures(*, user: User, on: datetime.date) -> PortfolioFigures:
    """Six queries, whatever the size of the portfolio."""
    products = Product.objects.visible_to(user)
    by_phase = dict(products.values_list("phase").annotate(number=Count("pk")).order_by())
    adopted = Participation.objects.filter(product__in=products, state=Participation.State.ADOPTED)
    authorities = Organisation.objects.authorities().on(on)
    totals = products.aggregate(
        owners=Count("organisation", distinct=True), made_up=Count("pk", filter=Q(evidence=EvidenceMark.DEMONSTRATION))
    )
    now = Q(assignments__start__lte=on) & (Q(assignments__end__isnull=True) | Q(assignments__end__gt=on))
    working = products.exclude(phase__in=[Phase.RETIRED, Phase.RETIRING])
    return PortfolioFigures(
        by_phase={phase: by_phase.get(phase, 0) for phase in Phase.values},
        owners=totals["owners"],
        without_adopters=working.exclude(pk__in=adopted.values("product")).count(),
        without_squad=working.exclude(pk__in=working.filter(now).values("pk")).count(),
        made_up=totals["made_up"],
        authorities=authorities.count(),
        adopting=adopted.filter(organisation__in=authorities).values("organisation").distinct().count(),
    )


def portfolio_finding(figures: PortfolioFigures) -> list[str]:
    if not figures.products:
        return [_("There are no products yet.")]
    sentences = [
        _("Products: %(products)s, owned by this many organisations: %(owners)s. Live: %(live)s.")
        % {"products": figures.products, "owners": figures.owners, "live": figures.by_phase[Phase.LIVE]}
    ]
    if figures.without_squad:
        sentences.append(_("Products that no squad works on: %(number)s.") % {"number": figures.without_squad})
    if figures.without_adopters:
        sentences.append(
            _("Products that no organisation has adopted: %(number)s.") % {"number": figures.without_adopters}
        )
    return sentences
