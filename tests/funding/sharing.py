"""A squad of several products, for tests that need one."""

from decimal import Decimal

from funding.actions.runs import make_run
from funding.models import Appraisal, Run, SharedProduct
from portfolio.models import Organisation, Product
from tests.world import NOW, World


def another_product(organisation: Organisation, name: str = "Blue Badges") -> Product:
    return Product.objects.get_or_create(
        name_en=name, defaults={"name_cy": f"{name} (cy)", "organisation": organisation, "phase": "live"}
    )[0]


def share(appraisal: Appraisal, product: Product, part: str = "0.25", **figures: int) -> SharedProduct:
    needs = {"effort_to_live": 0, "sustaining_fte": 1, "running_cost": 6_000, "annual_benefit": 60_000} | figures
    return SharedProduct.objects.create(appraisal=appraisal, product=product, share=Decimal(part), **needs)


def shared(world: World) -> Appraisal:
    """The appraisal of ours, a quarter of whose squad is another product's of the same organisation."""
    appraisal = world.ours.appraisal
    if not appraisal.shared_products.exists():
        share(appraisal, another_product(world.ours.organisation))
    return appraisal


def run_of(world: World) -> Run:
    return make_run(appraisal=shared(world), by=world.people["finance"], at=NOW)
