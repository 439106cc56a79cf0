"""The large sample: made-up bulk that speed is measured on. Seeded, so that it is the same every time.

Each part draws from its own stream, so that a change to one leaves the others as they were.
"""

from dataclasses import dataclass
from random import Random

from django.db import transaction

from interchange.sample.large_appraisals import add_appraisals
from interchange.sample.large_components import add_components
from interchange.sample.large_conversions import add_conversions, add_promises
from interchange.sample.large_delivery import add_delivery
from interchange.sample.large_funding import add_funding
from interchange.sample.large_portfolio import add_participations, add_products
from interchange.sample.large_squads import add_squads
from interchange.sample.large_story import add_benefits, add_milestones
from interchange.sample.large_wales import add_wales
from interchange.sample.load import is_loaded
from interchange.sample.writing import AS_AT, Loading
from portfolio.models import Organisation, Product
from squads.models import Post, Role, Squad

LARGE = "Portffolio enghreifftiol mawr / Large sample portfolio"
SEED = 2027


@dataclass(frozen=True)
class Size:
    """How many there are to be in all, the small sample's included; appraisals are added to those already there."""

    products: int = 1000
    squads: int = 300
    posts: int = 2500
    appraisals: int = 36


@transaction.atomic
def load_large(size: Size = Size()) -> Loading | None:
    """Adds made-up records to the small sample; None where that was done before."""
    if is_loaded(LARGE):
        return None
    loading = Loading(LARGE)
    loading.roles = {role.code: role for role in Role.objects.order_by("code")}
    loading.organisations = {
        one.ons_code or one.name_en: one for one in Organisation.objects.on(AS_AT.date()).order_by("pk")
    }
    products = add_products(loading, stream("products"), max(0, size.products - Product.objects.count()))
    add_participations(loading, stream("participations"), products)
    add_wales(loading, stream("wales"), products)
    add_squads(
        loading,
        stream("squads"),
        squads=max(0, size.squads - Squad.objects.count()),
        posts=max(0, size.posts - Post.objects.count()),
        products=products,
    )
    add_conversions(loading, stream("conversions"))
    add_promises(loading, stream("promises"), list(Squad.objects.order_by("pk")))
    add_components(loading, stream("components"), products)
    add_delivery(loading, stream("delivery"), products)
    add_milestones(loading, stream("milestones"), products)
    add_benefits(loading, stream("benefits"), products)
    add_funding(loading, stream("funding"), products)
    add_appraisals(loading, stream("appraisals"), products, size.appraisals)
    return loading


def stream(part: str) -> Random:
    return Random(f"{SEED} {part}")  # noqa: S311 (nothing secret is drawn)
