"""Made-up products, their phases and who takes part in them."""

import datetime
from decimal import Decimal
from random import Random

from interchange.sample.large_names import COUNCIL_SERVICES, NATIONAL_SERVICES
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import AS_AT, Loading
from portfolio.models import Organisation, Participation, Phase, PhaseChange, Product, Programme

PHASES = [Phase.DISCOVERY, Phase.ALPHA, Phase.BETA, Phase.LIVE, Phase.RETIRING, Phase.RETIRED]
FIRST_DAY = datetime.date(2019, 4, 1)
TODAY = AS_AT.date()


def add_products(loading: Loading, rng: Random, count: int) -> list[Product]:
    """`count` products: the same services again in every authority, and a few in each national body."""
    programmes = loading.write(
        Programme,
        [
            Programme(name_cy=f"{cy} ledled Cymru", name_en=f"{en} across Wales", **MADE_UP.fields())
            for cy, en in COUNCIL_SERVICES
        ],
    )
    by_service = {programme.name_en: programme for programme in programmes}
    authorities = [one for one in loading.organisations.values() if one.kind == Organisation.Kind.LOCAL_AUTHORITY]
    others = [one for one in loading.organisations.values() if one.kind != Organisation.Kind.LOCAL_AUTHORITY]
    pairs = [(service, body) for service in COUNCIL_SERVICES for body in authorities]
    pairs += [(service, body) for service in NATIONAL_SERVICES for body in others]
    rng.shuffle(pairs)
    if count > len(pairs):
        raise ValueError(f"There are names for {len(pairs)} products only.")
    histories = [phases(rng) for _ in pairs[:count]]
    products = loading.write(
        Product,
        [
            Product(
                name_cy=f"{cy}: {body.name_cy}",
                name_en=f"{en}: {body.name_en}",
                summary_cy=f"Gwasanaeth dychmygol ar gyfer mesur cyflymder: {cy[:1].lower()}{cy[1:]}.",
                summary_en=f"An imaginary service for measuring speed: {en[:1].lower()}{en[1:]}.",
                organisation=body,
                programme=by_service.get(f"{en} across Wales"),
                phase=history[-1][0],
                end_of_life=datetime.date(2030 + rng.randrange(12), 4, 1) if rng.random() < 0.5 else None,
                **MADE_UP.fields(),
            )
            for ((cy, en), body), history in zip(pairs, histories, strict=False)
        ],
    )
    loading.write(
        PhaseChange,
        [
            PhaseChange(product=product, phase=phase, on=on)
            for product, history in zip(products, histories, strict=True)
            for phase, on in history
        ],
    )
    return products


def phases(rng: Random) -> list[tuple[str, datetime.date]]:
    """The phases a product has been through by today, some months apart."""
    on = FIRST_DAY + datetime.timedelta(days=rng.randrange(2500))
    history = []
    for phase in PHASES:
        history.append((str(phase), on))
        on += datetime.timedelta(days=rng.randrange(90, 1500 if phase == Phase.LIVE else 420))
        if on > TODAY:
            break
    return history


def add_participations(loading: Loading, rng: Random, products: list[Product]) -> None:
    """Half of the products have nobody but their owner; the rest up to eight others, at every stage."""
    bodies = list(loading.organisations.values())
    rows = []
    for product in products:
        for body in rng.sample(bodies, rng.randrange(1, 9)) if rng.random() < 0.5 else []:
            if body.pk != product.organisation_id:
                rows.append(participation(rng, product, body))
    loading.write(Participation, rows)


def participation(rng: Random, product: Product, body: Organisation) -> Participation:
    interested = FIRST_DAY + datetime.timedelta(days=rng.randrange(2400))
    committed = interested + datetime.timedelta(days=rng.randrange(30, 200))
    state = rng.choice(Participation.State.values)
    went_on = state != Participation.State.INTERESTED
    fte = Decimal(rng.randrange(1, 20)) / 10 if went_on and rng.random() < 0.5 else None
    amount = Decimal(rng.randrange(1, 40)) * 500 if went_on and rng.random() < 0.3 else None
    return Participation(
        product=product,
        organisation=body,
        part=rng.choice([Participation.Part.PARTNER, Participation.Part.EARLY_ADOPTER, Participation.Part.ADOPTER]),
        state=state,
        interested_on=interested,
        committed_on=committed if went_on else None,
        adopted_on=committed + datetime.timedelta(days=90) if state == Participation.State.ADOPTED else None,
        withdrawn_on=committed + datetime.timedelta(days=60) if state == Participation.State.WITHDRAWN else None,
        committed_fte=fte,
        committed_amount=amount,
        committed_by=datetime.date(2025 + rng.randrange(3), 3, 31) if fte or amount else None,
        given_fte=given(rng, fte),
        given_amount=given(rng, amount),
        **MADE_UP.fields(),
    )


def given(rng: Random, promised: Decimal | None) -> Decimal | None:
    """None, a half or all of what was promised; of one in five nobody has said."""
    if promised is None or rng.random() < 0.2:
        return None
    return (promised * rng.choice([0, 1, 2]) / 2).quantize(Decimal("0.01"))
