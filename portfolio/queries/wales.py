"""Who adopts what, over all the products a person may see."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, FilteredRelation, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from kit.bilingual import pair_field
from portfolio.models import Organisation, Participation, Product
from portfolio.queries.promises import Promises, promises_finding, sums

State = Participation.State


def keys_of(products: QuerySet[Product]) -> QuerySet[Any]:
    """The keys of products, for a filter inside a sum.

    None at all is asked for as keys that no row has: Django leaves out a condition that it knows to hold for nobody,
    and PostgreSQL then cannot tell what kind of nothing is to be summed.
    """
    chosen = Product.objects.filter(pk__lt=0) if products.query.is_empty() else products
    return chosen.order_by().values("pk")


def authorities_with_adoption(*, products: QuerySet[Product], on: datetime.date) -> QuerySet[Organisation]:
    """The authorities there are on a day, each with how many of the products it has come how far with, and promises."""
    # Joined to those products alone: a condition inside each sum would be looked up again for each of them. A join
    # takes keys and no query; no row has the key 0.
    keys = list(products.order_by().values_list("pk", flat=True)) or [0]
    taking = FilteredRelation("participations", condition=Q(participations__product__in=keys))
    counts = {state: Count("taking", filter=Q(taking__state=state), distinct=True) for state in State.values}
    rows = Organisation.objects.authorities().on(on).annotate(taking=taking)
    return rows.annotate(**counts, **sums(on, path="taking__"))


@dataclass(frozen=True)
class Wales:
    """All of Wales in numbers."""

    products: int
    adopted_somewhere: int
    authorities: int
    adopting: int
    promises: Promises


def wales_of(*, products: QuerySet[Product], authorities: Sequence[Any]) -> Wales:
    """Of the products a person may see, and the rows of `authorities_with_adoption`. Two queries."""
    adopted = Participation.objects.filter(
        product__in=keys_of(products), organisation__in=authorities, state=State.ADOPTED
    )
    return Wales(
        products=products.count(),
        adopted_somewhere=adopted.values("product").distinct().count(),
        authorities=len(authorities),
        adopting=sum(one.adopted > 0 for one in authorities),
        promises=Promises(**{name: _added(authorities, name) for name in Promises.__dataclass_fields__}),
    )


def _added(rows: Sequence[Any], name: str) -> Any:
    """The sum of what is known of the rows; None where nothing is."""
    known = [value for row in rows if (value := getattr(row, name)) is not None]
    return sum(known) if known else None


def wales_finding(found: Wales) -> list[str]:
    if not found.products:
        return [_("There is no product here for an authority to adopt.")]
    said = [
        ngettext(
            "Local authorities have adopted %(adopted)s of %(products)s product.",
            "Local authorities have adopted %(adopted)s of %(products)s products.",
            found.products,
        )
        % {"products": formats.number(found.products), "adopted": formats.number(found.adopted_somewhere)}
        + " "
        + _("Of %(authorities)s local authorities, %(adopting)s have adopted something.")
        % {"authorities": found.authorities, "adopting": found.adopting}
    ]
    promised = promises_finding(found.promises)
    return [*said, " ".join(promised)] if promised else said


def gone_with_adoption(*, products: QuerySet[Product], on: datetime.date) -> list[Organisation]:
    """Organisations that no longer exist on the day, or not yet, and are down as taking part: `taking_part` of them."""
    part = Q(participations__product__in=keys_of(products))
    rows = Organisation.objects.exclude(pk__in=Organisation.objects.on(on).values("pk")).select_related("successor")
    return list(
        rows.annotate(taking_part=Count("participations", filter=part, distinct=True))
        .filter(taking_part__gt=0)
        .order_by(pair_field("name"), "pk")
    )


def products_with_authorities(*, products: QuerySet[Product], on: datetime.date) -> QuerySet[Product]:
    """The products some authority takes part in, each with `adopters` and, fetched at once, its rows by authority."""
    authorities = Organisation.objects.authorities().on(on)
    rows = Participation.objects.filter(organisation__in=authorities)
    taken = products.filter(pk__in=rows.values("product")).with_adoption(on)  # type: ignore[attr-defined]
    fetched: Prefetch[Any, Any, Any] = Prefetch("participations", rows, to_attr="by_authority")
    chosen: QuerySet[Product] = taken.prefetch_related(fetched)
    return chosen


def states_of(product: Any) -> Mapping[int, Participation]:
    """The rows of one product of `products_with_authorities` by the key of their authority."""
    return {row.organisation_id: row for row in product.by_authority}


def most_adopted(authorities: Iterable[Any]) -> int:
    return max((one.adopted for one in authorities), default=0)


def matrix_finding(*, products: Any) -> list[str]:
    """Of rows of `products_with_authorities`. One query."""
    adopters = list(products.order_by().values_list("adopters", flat=True))
    if not adopters:
        return []
    said = ngettext(
        "Some local authority takes part in one product.",
        "Some local authority takes part in %(number)s products.",
        len(adopters),
    )
    sentences, none = [formats.counted(said, len(adopters))], adopters.count(0)
    if none:
        said = ngettext("None has adopted one of them yet.", "None has adopted %(number)s of them yet.", none)
        sentences.append(formats.counted(said, none))
    else:
        sentences.append(_("Each has been adopted by one or more."))
    return [" ".join(sentences)]
