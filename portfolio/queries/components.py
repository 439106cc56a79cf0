"""The component register: how many products have one of their own, and how many share one."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from kit import formats
from kit.bilingual import pair_field
from portfolio.models import Component, ComponentUse, Product

# Both have one of their own today: of the second the office has judged that a shared one would do.
OF_THEIR_OWN = (ComponentUse.Way.OWN, ComponentUse.Way.COULD_SHARE)


def of_their_own() -> Q:
    """Uses by products with one of their own, without the one that others may share: that one is no duplicate."""
    alone = Q(component__shared_product__isnull=True) | ~Q(product=F("component__shared_product"))
    return Q(way__in=OF_THEIR_OWN) & alone


def with_shared_product(rows: QuerySet[Component], *, user: User) -> QuerySet[Component]:
    """The product that shares each, where the person may see that product; else none is named."""
    return rows.prefetch_related(Prefetch("shared_product", Product.objects.visible_to(user)))


def component_register(*, user: User) -> QuerySet[Component]:
    """Components with `own`, `could_share`, `shares`, `fte` (what is known of the FTE a year) and `fte_missing`.

    Only uses by products that the person may see are counted; the product that shares one is not counted as building
    its own.
    """
    visible = ComponentUse.objects.visible_to(user)
    own = Q(uses__in=visible.filter(of_their_own()))

    rows = Component.objects.visible_to(user).annotate(
        own=Count("uses", filter=own & Q(uses__way=ComponentUse.Way.OWN)),
        could_share=Count("uses", filter=own & Q(uses__way=ComponentUse.Way.COULD_SHARE)),
        shares=Count("uses", filter=Q(uses__in=visible, uses__way=ComponentUse.Way.SHARES)),
        fte=Sum("uses__fte", filter=own),
        fte_missing=Count("uses", filter=own & Q(uses__fte__isnull=True)),
    )
    return with_shared_product(rows, user=user)


def uses_of_component(*, component: Component, user: User) -> QuerySet[ComponentUse]:
    """Those with one of their own first, most FTE first."""
    rows = ComponentUse.objects.visible_to(user).filter(component=component).select_related("product__organisation")
    return rows.order_by("way", pair_field("product__name"), "pk")


def uses_of_product(*, product: Product, user: User) -> QuerySet[ComponentUse]:
    """What a product says of the components it has, by the component's name; who shares each, if that is visible."""
    shared = Prefetch("component__shared_product", Product.objects.visible_to(user))
    rows = product.component_uses.select_related("component").prefetch_related(shared)
    return rows.order_by(pair_field("component__name"), "pk")


@dataclass(frozen=True)
class Ways:
    """How many products have a component in which way, and the FTE a year of those with one of their own."""

    own: int = 0
    could_share: int = 0
    shares: int = 0
    fte: Decimal | None = None
    fte_missing: int = 0

    @property
    def of_their_own(self) -> int:
        return self.own + self.could_share


def ways_of(component: Component, uses: list[ComponentUse]) -> Ways:
    """Counted from the component's rows already fetched."""
    own = [use for use in uses if use.way in OF_THEIR_OWN and use.product_id != component.shared_product_id]
    known = [use.fte for use in own if use.fte is not None]
    return Ways(
        own=sum(1 for use in own if use.way == ComponentUse.Way.OWN),
        could_share=sum(1 for use in own if use.way == ComponentUse.Way.COULD_SHARE),
        shares=sum(1 for use in uses if use.way == ComponentUse.Way.SHARES),
        fte=sum(known, Decimal(0)) if known else None,
        fte_missing=len(own) - len(known),
    )


def component_finding(*, ways: Ways, shared_product: Product | None, has_shared_product: bool) -> list[str]:
    """How many build the same thing, what that takes, and whether there is one to share."""
    if not (ways.of_their_own or ways.shares):
        return [_("No product says yet how it has this component.")]
    sentences = [
        _("Products with one of their own: %(own)s. Of these could share: %(could)s. Sharing already: %(shares)s.")
        % {"own": ways.of_their_own, "could": ways.could_share, "shares": ways.shares}
    ]
    if ways.of_their_own:
        told = _("FTE a year it takes them: %(fte)s.") % {"fte": formats.fte(ways.fte)}
        if ways.fte_missing and ways.fte is not None:
            told += " " + _("Not known of: %(missing)s.") % {"missing": ways.fte_missing}
        sentences.append(told)
    if shared_product is not None:
        sentences.append(_("%(product)s has one that others may share.") % {"product": shared_product.name})
    elif not has_shared_product:
        sentences.append(_("No product shares one yet."))
    return sentences


def register_finding(rows: QuerySet[Any]) -> list[str]:
    """How many things are built more than once, and by how many products. One query."""
    counts = list(rows.order_by().values_list("own", "could_share"))
    if not counts:
        return []
    several = [own + could for own, could in counts if own + could > 1]
    if not several:
        return [_("None of them is built by more than one product.")]
    said = ngettext(
        "One component is built by more than one product: by %(most)s.",
        "%(number)s components are built by more than one product, the one most often built by %(most)s.",
        len(several),
    )
    return [formats.counted(said, len(several), most=formats.number(max(several)))]


def product_finding(*, uses: list[ComponentUse], alike: int) -> list[str]:
    """What a product builds that another shares, and whether others look like it."""
    sentences = []
    if uses:
        own = [use for use in uses if use.way in OF_THEIR_OWN and use.component.shared_product_id != use.product_id]
        shared = [use for use in own if use.component.shared_product_id is not None]
        sentences.append(
            _("Components with one of its own: %(own)s. Of these another product shares: %(shared)s.")
            % {"own": len(own), "shared": len(shared)}
        )
    else:
        sentences.append(_("Nobody has said yet which components it has."))
    if alike:
        sentences.append(_("Products that look like it: %(number)s.") % {"number": alike})
    return sentences
