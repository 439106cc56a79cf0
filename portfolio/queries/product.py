"""One product: who takes part in it, who has adopted it, who works on it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from accounts.models import User
from kit import formats
from kit.bilingual import pair_field
from portfolio.models import Organisation, Participation, Phase, PhaseChange, Product

RETIRING = (Phase.RETIRING, Phase.RETIRED)
# In the order of the columns of the product's table.
PROMISES = ("committed_fte", "given_fte", "committed_amount", "given_amount")


@dataclass(frozen=True)
class Adoption:
    """How many of the authorities of Wales have adopted one product."""

    adopted: int
    authorities: int

    def __str__(self) -> str:
        return _("%(adopted)s of %(authorities)s") % {"adopted": self.adopted, "authorities": self.authorities}


def adoption_of(*, product: Product, on: datetime.date) -> Adoption:
    """Of the authorities there are on the day: one that has merged since counts neither above nor below the line."""
    authorities = Organisation.objects.authorities().on(on)
    adopted = product.participations.filter(state=Participation.State.ADOPTED, organisation__in=authorities)
    return Adoption(adopted.count(), authorities.count())


def participations_of(*, product: Product) -> list[Participation]:
    """Lead first, then partners and adopters by name; one query."""
    order = {part: number for number, part in enumerate(Participation.Part.values)}
    rows = product.participations.select_related("organisation")
    return sorted(rows, key=lambda row: (order[row.part], str(row.organisation.name).casefold(), row.pk))


@dataclass(frozen=True)
class Totals:
    """The sum of what is known, None where nothing is; and how many are not known."""

    known: Decimal | None
    missing: int


def totals_of(participations: Iterable[Participation]) -> Mapping[str, Totals]:
    """What was promised and given, by the name of its column."""
    columns: dict[str, list[Decimal | None]] = {name: [] for name in PROMISES}
    for row in participations:
        for name, values in columns.items():
            values.append(getattr(row, name))
    return {name: _total(values) for name, values in columns.items()}


def _total(values: list[Decimal | None]) -> Totals:
    known = [value for value in values if value is not None]
    return Totals(sum(known, Decimal(0)) if known else None, len(values) - len(known))


def phases_of(*, product: Product) -> list[PhaseChange]:
    return list(product.phase_changes.order_by("-on", "-pk"))


def squads_of(*, product: Product, on: datetime.date) -> list[Any]:
    """The assignments to a product that hold on a day, with their squads."""
    rows = product.assignments.select_related("squad__organisation")
    return list(rows.filter(Q(end__isnull=True) | Q(end__gt=on), start__lte=on).order_by("-share", "pk"))


def product_finding(
    *, product: Product, adoption: Adoption, squads: int, totals: Mapping[str, Totals] | None = None
) -> list[str]:
    """Who uses it, who keeps it going, and whether what was promised has come."""
    sentences = []
    if adoption.adopted:
        sentences.append(
            _("Adopted by %(adopted)s of the %(authorities)s local authorities of Wales.")
            % {"adopted": adoption.adopted, "authorities": adoption.authorities}
        )
    else:
        sentences.append(_("No local authority has adopted it yet."))
    if squads:
        sentences.append(_("Squads that work on it today: %(number)s.") % {"number": squads})
    elif product.phase not in RETIRING:
        sentences.append(_("No squad works on it today."))
    promised = totals["committed_fte"].known if totals else None
    if totals and promised:
        given = formats.fte(totals["given_fte"].known)
        sentences.append(
            _("FTE promised by those who take part: %(promised)s. Given: %(given)s.")
            % {"promised": formats.fte(promised), "given": given}
        )
    return sentences


def organisation_with_products(user: User) -> "Prefetch[str, Any, Any]":
    """What an organisation owns that the person may see, for its page, by name."""
    rows = Product.objects.visible_to(user).order_by(pair_field("name"), "pk")
    return Prefetch("products", rows, to_attr="visible_products")
