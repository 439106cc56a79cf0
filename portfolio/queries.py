"""What the portfolio holds, counted."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext as _

from accounts.models import User
from kit.models import EvidenceMark
from portfolio.models import Organisation, Participation, Phase, PhaseChange, Product


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
    """Five queries, whatever the size of the portfolio."""
    products = Product.objects.visible_to(user)
    by_phase = dict(products.values_list("phase").annotate(number=Count("pk")).order_by())
    adopted = Participation.objects.filter(product__in=products, state=Participation.State.ADOPTED)
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
        authorities=Organisation.objects.authorities().on(on).count(),
        adopting=adopted.filter(organisation__kind=Organisation.Kind.LOCAL_AUTHORITY)
        .values("organisation")
        .distinct()
        .count(),
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
    return sentences


@dataclass(frozen=True)
class Adoption:
    """How many of the authorities of Wales have adopted one product."""

    adopted: int
    authorities: int

    def __str__(self) -> str:
        return _("%(adopted)s of %(authorities)s") % {"adopted": self.adopted, "authorities": self.authorities}


def adoption_of(*, product: Product, on: datetime.date) -> Adoption:
    adopted = product.participations.filter(
        state=Participation.State.ADOPTED, organisation__kind=Organisation.Kind.LOCAL_AUTHORITY
    )
    return Adoption(adopted.count(), Organisation.objects.authorities().on(on).count())


def participations_of(*, product: Product) -> list[Participation]:
    """Lead first, then partners and adopters by name; one query."""
    order = {part: number for number, part in enumerate(Participation.Part.values)}
    rows = product.participations.select_related("organisation")
    return sorted(rows, key=lambda row: (order[row.part], row.organisation.name))


def phases_of(*, product: Product) -> list[PhaseChange]:
    return list(product.phase_changes.order_by("-on", "-pk"))


def squads_of(*, product: Product, on: datetime.date) -> list[object]:
    """The assignments to a product that hold on a day, with their squads."""
    rows = product.assignments.select_related("squad__organisation")  # type: ignore[attr-defined]
    return list(rows.filter(Q(end__isnull=True) | Q(end__gt=on), start__lte=on).order_by("-share", "pk"))


def product_finding(*, product: Product, adoption: Adoption, squads: int) -> list[str]:
    """Who uses it, and who keeps it going."""
    sentences = []
    if adoption.adopted:
        sentences.append(
            _("Adopted by %(adopted)s of the %(authorities)s local authorities of Wales.")
            % {"adopted": adoption.adopted, "authorities": adoption.authorities}
        )
    else:
        sentences.append(_("No local authority has adopted it yet."))
    if not squads and product.phase not in (Phase.RETIRED, Phase.RETIRING):
        sentences.append(_("No squad works on it today."))
    return sentences


def organisation_with_products(user: User) -> Prefetch:
    """What an organisation owns that the person may see, for its page."""
    return Prefetch("products", Product.objects.visible_to(user).with_adoption(), to_attr="visible_products")
