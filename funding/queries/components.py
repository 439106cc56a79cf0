"""What building a component many times costs a year, from FTE and salaries, and what sharing one would."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from funding.models import Rate
from funding.queries.on_costs import OnCosts, Salaries, on_costs, salaries_in_force
from kit import formats
from portfolio.models import Component, ComponentUse, Product
from portfolio.queries.components import of_their_own, with_shared_product
from squads.models import Role


@dataclass(frozen=True)
class Priced:
    """Products of one organisation with one of their own: the FTE that is known, and what an FTE there costs a year."""

    number: int
    fte: Decimal | None
    fte_missing: int
    rate: Rate | None
    an_fte: float | None

    @property
    def cost(self) -> float | None:
        """£ a year of the FTE that is known; None where no FTE or no salary is."""
        return None if self.fte is None or self.an_fte is None else float(self.fte) * self.an_fte

    @property
    def missing(self) -> int:
        """Of how many products the cost is not known."""
        return self.number if self.an_fte is None else self.fte_missing


@dataclass(frozen=True)
class UseCost(Priced):
    """The same of one product."""

    use: ComponentUse

    @property
    def product(self) -> Product:
        return self.use.product

    @property
    def salary(self) -> Decimal | None:
        return None if self.rate is None else self.rate.amount


@dataclass(frozen=True)
class ComponentCost:
    """One component: the products with one of their own, without the one that shares it, and that one."""

    component: Component
    own: Sequence[Priced]
    shared: UseCost | None

    @property
    def number(self) -> int:
        return sum(one.number for one in self.own)

    @property
    def fte(self) -> Decimal | None:
        known = [one.fte for one in self.own if one.fte is not None]
        return sum(known, Decimal(0)) if known or not self.own else None

    @property
    def missing(self) -> int:
        return sum(one.missing for one in self.own)

    @property
    def cost(self) -> float | None:
        """£ a year of what is known; nothing costs nothing, and nothing known is not known."""
        known = [one.cost for one in self.own if one.cost is not None]
        return sum(known) if known or not self.own else None

    @property
    def sharing(self) -> float | None:
        """£ a year of the one that is shared."""
        return None if self.shared is None else self.shared.cost

    @property
    def difference(self) -> float | None:
        """What the many cost more than the one, of what is known."""
        return None if self.cost is None or self.sharing is None else self.cost - self.sharing


@dataclass(frozen=True)
class Prices:
    """What an FTE of the role that prices a component costs a year at an organisation."""

    on_costs: OnCosts
    salaries: Salaries

    def of(self, component: Component, organisation: int) -> tuple[Rate | None, float | None]:
        rate = self.salaries.of(component.role_code, organisation)
        return rate, None if rate is None else self.on_costs.of_salary(float(rate.amount))

    def of_use(self, use: ComponentUse, component: Component) -> UseCost:
        rate, an_fte = self.of(component, use.product.organisation_id)
        return UseCost(1, use.fte, int(use.fte is None), rate, an_fte, use)


def prices_on(*, on: datetime.date, components: Sequence[Component]) -> Prices:
    """Two queries."""
    return Prices(on_costs(on=on), salaries_in_force(on=on, codes={one.role_code for one in components}))


def component_costs(*, user: User, on: datetime.date) -> list[ComponentCost]:
    """Every component, the most costly first, what is not known last. Six queries, however many products there are."""
    components = list(with_shared_product(Component.objects.visible_to(user), user=user))
    prices = prices_on(on=on, components=components)
    own = (
        ComponentUse.objects.visible_to(user)
        .filter(of_their_own())
        .values("component", "product__organisation")
        .order_by()
    )
    by_component: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in own.annotate(number=Count("pk"), known=Sum("fte"), missing=Count("pk", filter=Q(fte__isnull=True))):
        by_component[row["component"]].append({**row})
    shared = {use.component_id: use for use in _shared(ComponentUse.objects.visible_to(user))}
    found = []
    for one in components:
        priced = [
            Priced(row["number"], row["known"], row["missing"], *prices.of(one, row["product__organisation"]))
            for row in by_component[one.pk]
        ]
        found.append(ComponentCost(one, priced, prices.of_use(shared[one.pk], one) if one.pk in shared else None))
    return sorted(found, key=lambda one: (one.cost is None, -(one.cost or 0), str(one.component.name).casefold()))


def component_cost(*, component: Component, user: User, prices: Prices) -> ComponentCost:
    """One component, product by product, the most costly first. Two queries."""
    uses = ComponentUse.objects.visible_to(user).filter(component=component)
    own = [prices.of_use(use, component) for use in uses.filter(of_their_own()).select_related("product__organisation")]
    own.sort(key=lambda one: (one.cost is None, -(one.cost or 0), str(one.product.name).casefold()))
    shared = _shared(uses).first()
    return ComponentCost(component, own, prices.of_use(shared, component) if shared else None)


def _shared(uses: QuerySet[ComponentUse]) -> QuerySet[ComponentUse]:
    """What the product that shares a component says of it, however it says that."""
    return uses.filter(product=F("component__shared_product")).select_related("product__organisation")


def role_of(*, component: Component) -> Role | None:
    """The role whose rate prices it. One query."""
    return Role.objects.filter(code=component.role_code).first()


def costs_finding(rows: Sequence[ComponentCost]) -> list[str]:
    """What all of them cost, and what sharing those would that can be shared."""
    many = [one for one in rows if one.number]
    if not many:
        return [_("No product has a component of its own.")]
    known = [one.cost for one in many if one.cost is not None]
    times = sum(one.number for one in many)
    said = ngettext(
        "Products have one component of their own, built %(times)s times.",
        "Products have %(number)s components of their own, built %(times)s times.",
        len(many),
    )
    if times == 1:
        said = _("One product has a component of its own.")
    sentences = [formats.counted(said, len(many), times=formats.number(times))]
    if not known:
        return [*sentences, _("What that costs a year is not known: no FTE or no salary is.")]
    sentences.append(_("Of what is known that costs %(cost)s a year.") % {"cost": formats.headline_money(sum(known))})
    both = [one for one in many if one.difference is not None]
    if both:
        sentences.append(
            _("Components that some product shares: the others' own cost %(cost)s a year, the shared ones %(sharing)s.")
            % {
                "cost": formats.headline_money(sum(one.cost or 0 for one in both)),
                "sharing": formats.headline_money(sum(one.sharing or 0 for one in both)),
            }
        )
    return [*sentences, *_missing(many)]


def cost_finding(one: ComponentCost) -> list[str]:
    """What one component costs, and what the shared one would."""
    if not one.number:
        return [_("No product has one of its own.")]
    if one.cost is None:
        return [_("Products with one of their own: %(number)s. What they cost is not known.") % {"number": one.number}]
    sentences = [
        _("Building it %(number)s times costs %(cost)s a year, of what is known.")
        % {"number": one.number, "cost": formats.headline_money(one.cost)}
    ]
    if one.sharing is not None and one.difference is not None:
        told = {
            "sharing": formats.headline_money(one.sharing),
            "difference": formats.headline_money(abs(one.difference)),
        }
        if one.difference >= 0:
            sentences.append(_("The shared one costs %(sharing)s: %(difference)s less.") % told)
        else:
            sentences.append(_("The shared one costs %(sharing)s: %(difference)s more.") % told)
    elif one.component.shared_product_id is None:
        sentences.append(_("What sharing one would cost is not known: no product shares it yet."))
    else:
        sentences.append(_("What sharing one would cost is not known: the product that shares it does not say."))
    return [*sentences, *_missing([one])]


def _missing(rows: Sequence[ComponentCost]) -> list[str]:
    missing = sum(one.missing for one in rows)
    said = ngettext(
        "The cost of one product's own is not known.", "The cost of %(number)s products' own is not known.", missing
    )
    return [formats.counted(said, missing)] if missing else []
