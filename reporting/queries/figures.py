"""The portfolio in five figures, each with the page where its rows are, and what has to be known to read them."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.models import User
from funding.models import AwardLine, Certainty
from kit import formats
from kit.figures import KeyFigure
from kit.periods import financial_year_of
from portfolio.models import Organisation, Participation, Phase, Product
from squads.models import Employment, Post

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Standing:
    """Key figures, and sentences that say what they leave out."""

    figures: list[KeyFigure]
    notes: list[str]


def standing_on(*, user: User, on: datetime.date) -> Standing:
    """How the rows a person may see stand on a day. Five queries, however many rows there are."""
    as_at = formats.date(on)
    people, money = _people(user, on), _money(user, on)
    year = formats.financial_year(financial_year_of(on))
    figures = [
        _figure(_("Products looked after"), _products(user), as_at, "reporting:products", phase="looked_after"),
        _figure(
            _("Authorities that have adopted a product"),
            _adoption(user, on),
            as_at,
            "portfolio:wales",
        ),
        _figure(
            _("Permanent staff in post"),
            formats.fte(people["permanent"] or NOTHING),
            as_at,
            "squads:posts",
            _("FTE"),
            there="permanent",
        ),
        _figure(
            _("Contractors in post"),
            formats.fte(people["contractors"] or NOTHING),
            as_at,
            "squads:posts",
            _("FTE"),
            there="contractors",
        ),
        _figure(
            _("Secured by awards for %(year)s") % {"year": year},
            formats.headline_money(money["secured"] or NOTHING),
            as_at,
            "funding:awards",
            year=year,
        ),
    ]
    notes = []
    if people["vacant"]:
        notes.append(_("Vacant besides: %(fte)s FTE.") % {"fte": formats.fte(people["vacant"])})
    if money["indicative"]:
        amount = formats.headline_money(money["indicative"])
        notes.append(_("Indicative and not counted: %(amount)s.") % {"amount": amount})
    if money["unknown"]:
        lines = {"lines": money["unknown"]}
        notes.append(_("Lines of awards whose amount is not known, and not counted: %(lines)s.") % lines)
    return Standing(figures, notes)


def _figure(label: str, value: str, as_at: str, rows: str, unit: str = "", **narrowed: str) -> KeyFigure:
    """A figure with the list of its rows, narrowed to those that are counted."""
    query = f"?{urlencode(narrowed)}" if narrowed else ""
    return KeyFigure(label, value, unit, as_at, f"{reverse(rows)}{query}")


def _products(user: User) -> str:
    return formats.number(Product.objects.visible_to(user).exclude(phase=Phase.RETIRED).count())


def _adoption(user: User, on: datetime.date) -> str:
    authorities = Organisation.objects.visible_to(user).authorities().on(on)
    adopted = Participation.objects.visible_to(user).filter(
        state=Participation.State.ADOPTED, organisation__in=authorities
    )
    some = adopted.aggregate(authorities=Count("organisation", distinct=True))["authorities"]
    return _("%(some)s of %(all)s") % {"some": some, "all": authorities.count()}


def _people(user: User, on: datetime.date) -> dict[str, Decimal | None]:
    filled = Q(state=Post.State.FILLED)
    return (
        Post.objects.visible_to(user)
        .on(on)
        .aggregate(
            permanent=Sum("fte", filter=filled & ~Q(employment__in=Employment.contractors())),
            contractors=Sum("fte", filter=filled & Q(employment__in=Employment.contractors())),
            vacant=Sum("fte", filter=Q(state=Post.State.VACANT)),
        )
    )


def _money(user: User, on: datetime.date) -> dict[str, Decimal | None]:
    return (
        AwardLine.objects.visible_to(user)
        .filter(year=financial_year_of(on))
        .aggregate(
            secured=Sum("amount", filter=Q(certainty=Certainty.SECURED)),
            indicative=Sum("amount", filter=Q(certainty=Certainty.INDICATIVE)),
            unknown=Count("pk", filter=Q(amount__isnull=True)),
        )
    )
