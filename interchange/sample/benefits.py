"""Benefits of the sample and their years in pounds. Every figure is made up."""

from dataclasses import dataclass, field
from decimal import Decimal

from portfolio.models import Benefit

Kind = Benefit.Kind


@dataclass(frozen=True)
class SampleBenefit:
    """`years`: what is expected and what was realised in each financial year, None where that is not known."""

    product: str
    kind: str
    title_cy: str
    title_en: str
    beneficiary_cy: str
    beneficiary_en: str
    measure_cy: str
    measure_en: str
    baseline: str | None = None
    target: str | None = None
    years: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)
    double_counts_with: str = ""

    def measured(self, name: str) -> Decimal | None:
        value = getattr(self, name)
        return None if value is None else Decimal(value)


COUNCILS = "Awdurdodau lleol", "Local authorities"
FAMILIES = "Teuluoedd", "Families"
CALLS = "Galwadau ffôn a negeseuon y flwyddyn", "Telephone calls and messages a year"
FORMS = "Ffurflenni a gaiff eu teipio i mewn eto, y flwyddyn", "Forms typed in again, a year"
MINUTES = "Munudau o waith staff fesul cais", "Minutes of staff time for each application"

BENEFITS: list[SampleBenefit] = [
    SampleBenefit(
        "school-essentials-grant",
        Kind.AVOIDABLE_CONTACT,
        "Llai o gysylltu i holi am y grant",
        "Fewer enquiries about the grant",
        *COUNCILS,
        *CALLS,
        "9800",
        "4000",
        {
            2024: (38_000, 31_500),
            2025: (64_000, 42_250),
            2026: (90_000, 24_000),
            2027: (120_000, None),
            2028: (120_000, None),
        },
    ),
    SampleBenefit(
        "school-essentials-grant",
        Kind.RELEASING,
        "Cynnwys nad oes rhaid i bob awdurdod ei ysgrifennu",
        "Content that each authority need not write for itself",
        *COUNCILS,
        "Diwrnodau o waith ysgrifennu a chyfieithu y flwyddyn",
        "Days of writing and translating a year",
        "330",
        "75",
        # What was realised in 2025-26 was never counted.
        {2024: (22_000, 18_000), 2025: (44_000, None), 2026: (66_000, 20_000), 2027: (88_000, None)},
    ),
    SampleBenefit(
        "school-essentials-grant",
        Kind.QUALITATIVE,
        "Teuluoedd yn deall i beth y mae ganddynt hawl",
        "Families understand what they are entitled to",
        *FAMILIES,
        "Y gyfran a ddywedodd fod y dudalen yn glir, %",
        "Share who said that the page was clear, %",
        "41",
        "85",
    ),
    SampleBenefit(
        "free-school-meals",
        Kind.AVOIDABLE_CONTACT,
        "Llai o gysylltu i holi am brydau ysgol",
        "Fewer enquiries about school meals",
        *COUNCILS,
        *CALLS,
        "12400",
        "6000",
        {2024: (30_000, 21_000), 2025: (58_000, 39_500), 2026: (75_000, None), 2027: (90_000, None)},
    ),
    SampleBenefit(
        "streamlining-benefits",
        Kind.MANUAL_FULFILMENT,
        "Diwedd ar ail-deipio ceisiadau papur",
        "An end to typing paper applications in again",
        *COUNCILS,
        *FORMS,
        "210000",
        "15000",
        {2028: (640_000, None), 2029: (1_450_000, None), 2030: (2_100_000, None)},
    ),
    SampleBenefit(
        "streamlining-benefits",
        Kind.AVOIDABLE_CONTACT,
        "Un cais yn lle sawl ymholiad",
        "One application in the place of several enquiries",
        *COUNCILS,
        *CALLS,
        None,
        None,
        {2028: (180_000, None), 2029: (420_000, None), 2030: (520_000, None)},
        double_counts_with="free-school-meals",
    ),
    SampleBenefit(
        "streamlining-benefits",
        Kind.QUALITATIVE,
        "Adrodd eich stori unwaith yn unig",
        "Telling your story only once",
        *FAMILIES,
        "Sawl gwaith y gofynnir am yr un wybodaeth",
        "Times the same information is asked for",
        "5",
        "1",
    ),
    SampleBenefit(
        "pre-application-planning",
        Kind.RELEASING,
        "Llai o geisiadau cynllunio annilys",
        "Fewer invalid planning applications",
        *COUNCILS,
        MINUTES[0],
        MINUTES[1],
        "95",
        "60",
        {2026: (25_000, 9_000), 2027: (110_000, None), 2028: (165_000, None), 2029: (165_000, None)},
    ),
    SampleBenefit(
        "address-look-up",
        Kind.CASHABLE,
        "Un drwydded yn lle sawl un",
        "One licence in the place of many",
        "Y sector cyhoeddus datganoledig",
        "The devolved public sector",
        "Trwyddedau a delir",
        "Licences paid for",
        "22",
        "1",
        # The worth of it is not known before the discovery ends.
        {2028: (None, None)},
    ),
    SampleBenefit(
        "gwynedd-waste",
        Kind.AVOIDABLE_CONTACT,
        "Llai o alwadau am finiau",
        "Fewer calls about bins",
        "Cyngor Gwynedd",
        "Gwynedd Council",
        *CALLS,
        "31000",
        "14000",
        {2023: (40_000, 36_000), 2024: (60_000, 63_500), 2025: (60_000, 66_250), 2026: (60_000, 38_000)},
    ),
    SampleBenefit(
        "powys-payments",
        Kind.CASHABLE,
        "Cau'r ddesg dalu",
        "The payment desk is closed",
        "Cyngor Sir Powys",
        "Powys County Council",
        "Desgiau talu ar agor",
        "Payment desks open",
        "3",
        "0",
        {2020: (20_000, 0), 2021: (45_000, 30_000), **dict.fromkeys(range(2022, 2026), (45_000, 45_000))},
    ),
    SampleBenefit(
        "caerphilly-repairs",
        Kind.RELEASING,
        "Llai o ymweliadau a fethwyd",
        "Fewer missed visits",
        "Tenantiaid a Chyngor Caerffili",
        "Tenants and Caerphilly Council",
        "Ymweliadau a fethwyd y flwyddyn",
        "Missed visits a year",
        "2600",
        "900",
        {2025: (12_000, 4_500), 2026: (48_000, 19_750), 2027: (70_000, None)},
    ),
]  # fmt: skip
