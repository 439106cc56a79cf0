"""Made-up components in bulk, and which product has which."""

from decimal import Decimal
from random import Random

from interchange.sample.sources import MADE_UP
from interchange.sample.writing import Loading
from portfolio.models import Component, ComponentUse, Product

NAMES: list[tuple[str, str]] = [
    ("Chwilio am ddyddiad", "Date look-up"),
    ("Llwytho ffeil i fyny", "File upload"),
    ("Map o leoedd", "Map of places"),
    ("Ffurflen aml-gam", "Form in steps"),
    ("Chwilio'r safle", "Site search"),
    ("Rheoli achosion", "Case management"),
    ("Llofnod electronig", "Electronic signature"),
    ("Dadansoddeg gwe", "Web analytics"),
    ("Cofnod o benderfyniadau", "Record of decisions"),
    ("Gwirio incwm", "Income check"),
    ("Argraffu llythyr", "Letter printing"),
    ("Sgwrs fyw", "Live chat"),
]
ROLES = ("developer", "senior_developer", "content_designer", "service_designer")
USES_AT_MOST = 4


def add_components(loading: Loading, rng: Random, products: list[Product]) -> None:
    """A product has up to four; half of the components have a product that shares them."""
    components = loading.write(
        Component,
        [
            Component(
                name_cy=f"{cy} (mesur)",
                name_en=f"{en} (measuring)",
                summary_cy="Cydran ddychmygol ar gyfer mesur cyflymder.",
                summary_en="An imaginary component for measuring speed.",
                shared_product=rng.choice(products) if products and number % 2 else None,
                role_code=rng.choice(ROLES),
                **MADE_UP.fields(),
            )
            for number, (cy, en) in enumerate(NAMES)
        ],
    )
    ways = [ComponentUse.Way.OWN] * 2 + [ComponentUse.Way.COULD_SHARE, ComponentUse.Way.SHARES]
    loading.write(
        ComponentUse,
        [
            ComponentUse(
                component=component,
                product=product,
                way=rng.choice(ways),
                fte=Decimal(rng.randrange(1, 150)) / 100 if rng.random() < 0.8 else None,
                **MADE_UP.fields(),
            )
            for product in products
            for component in rng.sample(components, rng.randrange(USES_AT_MOST + 1))
        ],
    )
