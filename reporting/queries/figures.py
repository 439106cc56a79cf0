"""The portfolio in a handful of figures, each with the page where its rows are."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from funding.models import AwardLine, Certainty
from kit import formats
from kit.periods import financial_year_of
from kit.periods import label as year_label
from portfolio.models import Organisation, Participation, Phase, Product
from squads.models import Employment, Post


@dataclass(frozen=True)
class Figure:
    label: str
    value: str
    note: str
    url: str


def key_figures(*, user: User, on: datetime.date) -> list[Figure]:
    """Five queries, however many rows there are."""
    return [_products(user), _adoption(user, on), _people(user, on), _money(user, on)]


def _products(user: User) -> Figure:
    counts = Product.objects.visible_to(user).aggregate(
        kept=Count("pk", filter=~Q(phase=Phase.RETIRED)), live=Count("pk", filter=Q(phase=Phase.LIVE))
    )
    note = _("Of them live: %(live)s") % {"live": counts["live"]}
    return Figure(_("Products looked after"), str(counts["kept"]), note, reverse("portfolio:products"))


def _adoption(user: User, on: datetime.date) -> Figure:
    authorities = Organisation.objects.visible_to(user).authorities()
    adopted = (
        Participation.objects.visible_to(user)
        .filter(state=Participation.State.ADOPTED, organisation__in=authorities.on(on))
        .aggregate(authorities=Count("organisation", distinct=True))["authorities"]
    )
    value = _("%(some)s of %(all)s") % {"some": adopted, "all": authorities.on(on).count()}
    return Figure(
        _("Authorities that have adopted a product"), value, "", reverse("portfolio:participations")
    )


def _people(user: User, on: datetime.date) -> Figure:
    filled = Q(state=Post.State.FILLED)
    sums = (
        Post.objects.visible_to(user)
        .on(on)
        .aggregate(
            there=Sum("fte", filter=filled),
            contractors=Sum("fte", filter=filled & Q(employment__in=Employment.contractors())),
            vacant=Sum("fte", filter=Q(state=Post.State.VACANT)),
        )
    )
    shown = {name: formats.fte(value or Decimal(0)) for name, value in sums.items()}
    note = _("Of them contractors: %(contractors)s. Vacant besides: %(vacant)s.") % shown
    return Figure(_("FTE in post"), shown["there"], note, reverse("squads:posts"))


def _money(user: User, on: datetime.date) -> Figure:
    year = financial_year_of(on)
    sums = (
        AwardLine.objects.visible_to(user)
        .filter(year=year)
        .aggregate(
            secured=Sum("amount", filter=Q(certainty=Certainty.SECURED)),
            indicative=Sum("amount", filter=Q(certainty=Certainty.INDICATIVE)),
            unknown=Count("pk", filter=Q(amount__isnull=True)),
        )
    )
    note = _("Indicative besides: %(amount)s.") % {"amount": formats.headline_money(sums["indicative"] or Decimal(0))}
    if sums["unknown"]:
        note += " " + _("Lines whose amount is not known, counted in neither: %(lines)s.") % {"lines": sums["unknown"]}
    label = _("Secured by awards for %(year)s") % {"year": year_label(year)}
    return Figure(
        label, formats.headline_money(sums["secured"] or Decimal(0)), note, reverse("funding:awards")
    )
