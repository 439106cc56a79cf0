"""Made-up appraisals, without runs: a run is the engine's time, not the database's."""

from decimal import Decimal
from random import Random

from funding.models import Appraisal, AppraisalRole, Option
from interchange.sample.appraisals import OPTION_NAMES
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import Loading
from portfolio.models import Product

SQUAD = ["product_manager", "user_researcher", "content_designer", "senior_developer", "developer"]


def add_appraisals(loading: Loading, rng: Random, products: list[Product], count: int) -> None:
    appraisals = loading.write(
        Appraisal,
        [
            Appraisal(
                product=product,
                name_cy=f"Arfarniad: {product.name_cy}",
                name_en=f"Appraisal: {product.name_en}",
                start_year=2027,
                years=rng.choice([10, 12, 15]),
                inputs={
                    "product.effort_to_live": rng.randrange(6, 60),
                    "product.sustaining_fte": rng.randrange(2, 25) / 10,
                    "product.running_cost": 1000 * rng.randrange(5, 60),
                    "product.annual_benefit": 10000 * rng.randrange(10, 90),
                },
                **MADE_UP.fields(),
            )
            for product in rng.sample(products, min(count, len(products)))
        ],
    )
    loading.write(
        AppraisalRole,
        [
            AppraisalRole(appraisal=appraisal, role=loading.roles[code], fte=rng.choice([Decimal("0.5"), Decimal(1)]))
            for appraisal in appraisals
            for code in SQUAD
        ],
    )
    loading.write(
        Option,
        [
            Option(
                appraisal=appraisal,
                position=position,
                key=key,
                funding_model=model,
                name_cy=name_cy,
                name_en=name_en,
                parameters={"size_by_year": [1, 1, 0.6]} if key in ("squad", "handover") else {},
                **MADE_UP.fields(),
            )
            for appraisal in appraisals
            for position, (key, (model, name_cy, name_en)) in enumerate(OPTION_NAMES.items())
        ],
    )
