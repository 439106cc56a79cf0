"""Writes the appraisals, each with its squad and its five options."""

from decimal import Decimal

from accounts.models import User
from funding.models import Appraisal, AppraisalRole, Option, SharedProduct
from interchange.sample.appraisals import APPRAISALS, OPTION_NAMES, SHARED, option_source
from interchange.sample.writing import Loading


def load_appraisals(loading: Loading, *, analyst: User | None) -> list[Appraisal]:
    appraisals = loading.write(
        Appraisal,
        [
            Appraisal(
                product=loading.products[one.product],
                name_cy=one.name_cy,
                name_en=one.name_en,
                start_year=one.start_year,
                years=one.years,
                inputs=dict(one.inputs),
                made_by=analyst,
                **one.source.fields(),
            )
            for one in APPRAISALS
        ],
    )
    loading.write(
        AppraisalRole,
        [
            AppraisalRole(appraisal=appraisal, role=loading.roles[role], fte=Decimal(fte))
            for one, appraisal in zip(APPRAISALS, appraisals, strict=True)
            for role, fte in one.squad.items()
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
                parameters=dict(one.parameters.get(key, {})),
                **option_source(one, key).fields(),
            )
            for one, appraisal in zip(APPRAISALS, appraisals, strict=True)
            for position, (key, (model, name_cy, name_en)) in enumerate(OPTION_NAMES.items())
        ],
    )
    by_product = {one.product: appraisal for one, appraisal in zip(APPRAISALS, appraisals, strict=True)}
    loading.write(
        SharedProduct,
        [
            SharedProduct(appraisal=by_product[own], product=loading.products[other], **figures)
            for own, other, figures in SHARED
        ],
    )
    return appraisals
