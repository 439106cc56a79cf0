"""Writes organisations, programmes, products and who takes part in them."""

import csv
from pathlib import Path

from interchange.sample.bodies import BODIES, Body
from interchange.sample.participations import ALL, PARTICIPATIONS, SampleParticipation
from interchange.sample.products import SampleProduct
from interchange.sample.products_invented import INVENTED
from interchange.sample.products_named import NAMED
from interchange.sample.programmes import PROGRAMMES
from interchange.sample.sources import STATSWALES
from interchange.sample.writing import Loading
from portfolio.models import FormerName, Organisation, Participation, PhaseChange, Product, Programme

AUTHORITIES = Path(__file__).with_name("authorities.csv")
PRODUCTS: list[SampleProduct] = [*NAMED, *INVENTED]


def load_portfolio(loading: Loading) -> None:
    load_organisations(loading)
    load_programmes(loading)
    load_products(loading)
    load_participations(loading)


def authorities() -> list[dict[str, str]]:
    """The 22 rows of StatsWales' file."""
    with AUTHORITIES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def load_organisations(loading: Loading) -> None:
    """Bodies that somebody has already put here are left as they are, and used."""
    here = Organisation.objects.all()
    by_code = {one.ons_code: one for one in here if one.ons_code}
    by_name = {one.name_en: one for one in here}
    new: dict[str, Organisation] = {}
    for row in authorities():
        code = row["Local authority code"]
        loading.organisations[code] = by_code.get(code) or Organisation(
            name_cy=row["Name (cym)"],
            name_en=row["Name (eng)"],
            kind=Organisation.Kind.LOCAL_AUTHORITY,
            ons_code=code,
            **STATSWALES.fields(),
        )
    # A body is written after the one it became part of: the later row points to the earlier.
    for body in sorted(BODIES, key=lambda one: bool(one.successor)):
        loading.organisations[body.key] = by_name.get(body.name_en) or organisation_of(body)
    new = {key: one for key, one in loading.organisations.items() if one.pk is None}
    successors = {body.key: body.successor for body in BODIES if body.successor}
    loading.write(Organisation, (one for key, one in new.items() if key not in successors))
    for key in successors.keys() & new.keys():
        new[key].successor = loading.organisations[successors[key]]
    loading.write(Organisation, (one for key, one in new.items() if key in successors))
    loading.write(
        FormerName,
        (
            FormerName(
                organisation=new[body.key],
                name_cy=body.former_name[0],
                name_en=body.former_name[1],
                until=body.former_name[2],
            )
            for body in BODIES
            if body.former_name and body.key in new
        ),
    )


def organisation_of(body: Body) -> Organisation:
    return Organisation(
        name_cy=body.name_cy,
        name_en=body.name_en,
        kind=body.kind,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
        **body.source.fields(),
    )


def load_programmes(loading: Loading) -> None:
    """Two levels: those inside another are written after it."""
    for inside in (False, True):
        chosen = [one for one in PROGRAMMES if bool(one.parent) is inside]
        rows = loading.write(
            Programme,
            [
                Programme(
                    name_cy=one.name_cy,
                    name_en=one.name_en,
                    parent=loading.programmes[one.parent] if one.parent else None,
                    **one.source.fields(),
                )
                for one in chosen
            ],
        )
        loading.programmes.update(zip([one.key for one in chosen], rows, strict=True))


def load_products(loading: Loading) -> None:
    rows = loading.write(
        Product,
        [
            Product(
                name_cy=one.name_cy,
                name_en=one.name_en,
                summary_cy=one.summary_cy,
                summary_en=one.summary_en,
                organisation=loading.organisations[one.owner],
                programme=loading.programmes[one.programme],
                phase=one.phases[-1][0],
                end_of_life=one.end_of_life,
                **one.source.fields(),
            )
            for one in PRODUCTS
        ],
    )
    loading.products.update(zip([one.key for one in PRODUCTS], rows, strict=True))
    loading.write(
        PhaseChange,
        [
            PhaseChange(product=loading.products[one.key], phase=phase, on=on)
            for one in PRODUCTS
            for phase, on in one.phases
        ],
    )


def load_participations(loading: Loading) -> None:
    loading.write(
        Participation,
        [participation_of(one, loading, key) for one in PARTICIPATIONS for key in organisations_of(one, loading)],
    )


def organisations_of(one: SampleParticipation, loading: Loading) -> list[str]:
    if one.organisation != ALL:
        return [one.organisation]
    return [row["Local authority code"] for row in authorities()]


def participation_of(one: SampleParticipation, loading: Loading, organisation: str) -> Participation:
    return Participation(
        product=loading.products[one.product],
        organisation=loading.organisations[organisation],
        part=one.part,
        state=one.state,
        interested_on=one.interested_on,
        committed_on=one.committed_on,
        adopted_on=one.adopted_on,
        withdrawn_on=one.withdrawn_on,
        committed_by=one.committed_by,
        committed_fte=one.committed_fte,
        given_fte=one.given_fte,
        committed_amount=one.committed_amount,
        given_amount=one.given_amount,
        **one.source.fields(),
    )
