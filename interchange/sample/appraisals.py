"""Three appraisals, each of all five ways of paying for the team.

How each input was chosen is written in docs/data-sources.md. One rule sizes all three squads: full in every year up to
the one in which the first version goes live, then what holds `sustaining_fte` with 12% of posts vacant, rounded up to
0.05 of the squad.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from funding.models import FundingModel
from interchange.sample.sources import MADE_UP, Source, evidence, made_up
from kit.models import EvidenceMark

OPTION_NAMES: dict[str, tuple[str, str, str]] = {
    "annual": (FundingModel.ANNUAL_CYCLE, "Cronfa flynyddol", "Annual fund"),
    "squad": (FundingModel.SUSTAINED_SQUAD, "Sgwad barhaus", "Sustained squad"),
    "handover": (
        FundingModel.CONTRACTOR_TO_PERMANENT,
        "Contractwyr yn trosglwyddo i sgwad",
        "Contractors handing over to a squad",
    ),
    "capital": (FundingModel.CAPITAL_PROJECT, "Prosiect cyfalaf untro", "One-off capital project"),
    "nothing": (FundingModel.DO_NOTHING, "Gwneud dim", "Doing nothing"),
}


@dataclass(frozen=True)
class SampleAppraisal:
    """An appraisal; `squad` is role code to FTE, `parameters` the options' own, by option."""

    product: str
    name_cy: str
    name_en: str
    start_year: int
    years: int
    squad: Mapping[str, str]
    inputs: Mapping[str, Any]
    parameters: Mapping[str, Mapping[str, Any]]
    source: Source
    option_sources: Mapping[str, Source] = field(default_factory=dict)


def sized(*factors: float) -> dict[str, Mapping[str, Any]]:
    """The same squad for the option that starts with it and for the one that hands over to it."""
    return {"squad": {"size_by_year": list(factors)}, "handover": {"size_by_year": list(factors)}}


SIZED_AS_EVIDENCE = evidence(
    "Dywed: isel hyd y fersiwn gyntaf, yna'n is ond yn barhaus am 10 i 15 mlynedd. Lluniwyd at ddibenion "
    "arddangos: y meintiau.",
    "States: low to a first version, then lower but sustained for 10 to 15 years. Made up for demonstration: the "
    "sizes.",
    EvidenceMark.DEMONSTRATION,
)
SIZED = {"squad": SIZED_AS_EVIDENCE, "handover": SIZED_AS_EVIDENCE}

APPRAISALS: list[SampleAppraisal] = [
    SampleAppraisal(
        "school-essentials-grant",
        "Beth ddylai dalu am gynnwys Grant Hanfodion Ysgol?",
        "What should pay for School Essentials Grant content?",
        2027,
        15,
        {
            "product_manager": "0.5",
            "delivery_manager": "0.5",
            "content_designer": "1",
            "user_researcher": "0.5",
            "service_designer": "0.5",
            "developer": "1",
            "translator": "0.5",
        },
        {
            "product.effort_to_live": 24,
            "product.sustaining_fte": 2,
            "product.running_cost": 18000,
            "product.annual_benefit": 470000,
            "product.cashable_share": 0.15,
            "product.adoption_maximum": 0.8,
            "product.adoption_months": 60,
        },
        sized(1, 1, 0.55),
        made_up(
            "Cais a rennir gan y 22 awdurdod, wedi'i adeiladu ar y cynnwys. Mantais: amser staff, galwadau a osgoir, "
            "dyblygu a osgoir ac amser teuluoedd. Gweler docs/data-sources.md.",
            "An application that all 22 authorities share, built on the content. Benefit: staff time, calls avoided, "
            "duplication avoided and families' time. See docs/data-sources.md.",
        ),
        SIZED,
    ),
    SampleAppraisal(
        "pre-application-planning",
        "Beth ddylai dalu am gynllunio cyn ymgeisio?",
        "What should pay for pre-application planning?",
        2027,
        15,
        {
            "product_manager": "1",
            "delivery_manager": "0.5",
            "user_researcher": "1",
            "service_designer": "0.5",
            "interaction_designer": "0.5",
            "content_designer": "0.5",
            "senior_developer": "1",
            "developer": "1",
        },
        {
            "product.effort_to_live": 48,
            "product.sustaining_fte": 2,
            "product.running_cost": 45000,
            "product.annual_benefit": 790000,
            "product.cashable_share": 0.2,
            "product.adoption_maximum": 0.6,
            "product.adoption_months": 72,
        },
        sized(1, 1, 1, 0.4),
        made_up(
            "Mantais: ymholiadau a cheisiadau diangen a osgoir, ac amser ymgeiswyr. Nid oes ffigur yn y dystiolaeth. "
            "Gweler docs/data-sources.md.",
            "Benefit: unnecessary enquiries and applications avoided, and applicants' time. The evidence gives no "
            "figure. See docs/data-sources.md.",
        ),
        SIZED,
    ),
    SampleAppraisal(
        "address-look-up",
        "Beth ddylai dalu am gydran chwilio am gyfeiriad?",
        "What should pay for an address look-up component?",
        2027,
        10,
        {
            "product_manager": "0.25",
            "senior_developer": "1",
            "developer": "0.5",
            "devops_engineer": "0.25",
            "interaction_designer": "0.25",
            "test_engineer": "0.25",
        },
        {
            "product.effort_to_live": 6,
            "product.sustaining_fte": 0.3,
            "product.running_cost": 20000,
            "product.annual_benefit": 190000,
            "product.cashable_share": 0.1,
            "product.adoption_maximum": 0.7,
            "product.adoption_months": 48,
        },
        {
            **sized(1, 1, 0.15),
            "annual": {"funded_years": [0], "bid_cost": 1500},
            "handover": {"size_by_year": [1, 1, 0.15], "cover_months": 6},
            "capital": {"research_months": 2, "build_months": 6},
        },
        made_up(
            "Cydran fach y gellir ei gorffen o fewn blwyddyn: achos sy'n garedig wrth gronfa flynyddol. Gweler "
            "docs/data-sources.md.",
            "A small component that can be finished within a year: a case that suits an annual fund. See "
            "docs/data-sources.md.",
        ),
        {
            **SIZED,
            "annual": made_up(
                "Un dyfarniad, yn y flwyddyn gyntaf. Mae'r model yn cyfrif cais bob blwyddyn: £15,000 am un cais "
                "mewn deng mlynedd yw £1,500 y flwyddyn.",
                "One award, in the first year. The model counts a bid every year: £15,000 for one bid in ten years "
                "is £1,500 a year.",
            ),
            "capital": made_up("Adeiladu byr ar gyfer cydran fach.", "A short build for a small component."),
        },
    ),
]


def option_source(appraisal: SampleAppraisal, key: str) -> Source:
    return appraisal.option_sources.get(key, MADE_UP)


# Another product that the squad of an appraisal sustains as well: what a standing squad does and an annual fund cannot.
# The benefits squad gives the two of them 35% and 15% of its time, so three tenths of what they have together is this
# one's. What it needs and brings is made up for demonstration, as the inputs of the appraisals are.
SHARED: list[tuple[str, str, dict[str, Decimal]]] = [
    (
        "school-essentials-grant",
        "free-school-meals",
        {
            "share": Decimal("0.3"),
            "effort_to_live": Decimal(10),
            "sustaining_fte": Decimal("0.6"),
            "running_cost": Decimal(8_000),
            "annual_benefit": Decimal(180_000),
        },
    ),
]
