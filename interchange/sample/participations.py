"""Who takes part in which product. The counts of 5 and 22 are the evidence's; which five it was is not known."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from interchange.sample.sources import MADE_UP, Source, evidence, made_up
from kit.models import EvidenceMark
from portfolio.models import Participation

Part, State = Participation.Part, Participation.State
ALL = "all authorities"


@dataclass(frozen=True)
class SampleParticipation:
    product: str
    organisation: str
    part: str
    state: str
    source: Source
    interested_on: datetime.date | None = None
    committed_on: datetime.date | None = None
    adopted_on: datetime.date | None = None
    withdrawn_on: datetime.date | None = None
    committed_by: datetime.date | None = None
    committed_fte: Decimal | None = None
    given_fte: Decimal | None = None
    committed_amount: Decimal | None = None
    given_amount: Decimal | None = None


# The evidence says five of twenty-two without naming them: these five stand in for them.
FIVE = {
    "W06000009": datetime.date(2024, 4, 22),
    "W06000010": datetime.date(2024, 5, 13),
    "W06000012": datetime.date(2024, 6, 3),
    "W06000018": datetime.date(2024, 9, 2),
    "W06000020": datetime.date(2025, 1, 6),
}
# As long before its day of adopting did each commit itself.
BEFORE = datetime.timedelta(days=98)
FIVE_OF_22 = evidence(
    "Dywed fod 5 o 22 yn defnyddio'r cynnwys, nid pa rai. Lluniwyd at ddibenion arddangos: mai hwn yw un o'r pump, "
    "a'r dyddiadau.",
    "States that 5 of 22 use the content, not which. Made up for demonstration: that this is one of the five, and the "
    "dates.",
    EvidenceMark.DEMONSTRATION,
)
SIGNED = evidence(
    "Llofnodwyd y siarter gan bob un o'r 22 awdurdod lleol; ni roddir y dyddiadau.",
    "The charter was signed by all 22 local authorities; the dates are not given.",
)
PARTNERS = evidence(
    "Partneriaeth â Chaerdydd, Gwynedd a Bro Morgannwg. Lluniwyd at ddibenion arddangos: y dyddiadau a'r adnoddau.",
    "A partnership with Cardiff, Gwynedd and Vale of Glamorgan. Made up for demonstration: the dates and the resource.",
)
HWB_USED = evidence(
    "Dywed fod awdurdodau lleol yn ei ddefnyddio; bod pob un o'r 22 yn gwneud i'w wirio.",
    "States that local authorities use it; that all 22 do is to be verified.",
    EvidenceMark.MEMORY,
)


def partner(authority: str, fte: str, given: str) -> SampleParticipation:
    return SampleParticipation(
        "pre-application-planning",
        authority,
        Part.PARTNER,
        State.COMMITTED,
        PARTNERS,
        interested_on=datetime.date(2023, 9, 4),
        committed_on=datetime.date(2023, 11, 6),
        committed_by=datetime.date(2026, 3, 31),
        committed_fte=Decimal(fte),
        given_fte=Decimal(given),
    )


def interested(product: str, organisation: str, on: str) -> SampleParticipation:
    day = datetime.date.fromisoformat(on)
    return SampleParticipation(product, organisation, Part.ADOPTER, State.INTERESTED, MADE_UP, interested_on=day)


CDPS_LED = evidence(
    "Gwaith a arweiniodd CDPS. Lluniwyd at ddibenion arddangos: y dyddiadau. Daeth i ben pan unwyd CDPS â "
    "Llywodraeth Cymru.",
    "Work that CDPS led. Made up for demonstration: the dates. It ended when CDPS was merged into the Welsh "
    "Government.",
)


def led_until_merged(product: str, on: str) -> list[SampleParticipation]:
    """CDPS led it until it was merged into the Welsh Government, which leads it since."""
    began, merged = datetime.date.fromisoformat(on), datetime.date(2026, 4, 1)
    after = made_up("Olynydd CDPS.", "CDPS's successor.")
    return [
        SampleParticipation(
            product, "cdps", Part.LEAD, State.WITHDRAWN, CDPS_LED, committed_on=began, withdrawn_on=merged
        ),
        SampleParticipation(product, "welsh-government", Part.LEAD, State.COMMITTED, after, committed_on=merged),
    ]


PARTICIPATIONS: list[SampleParticipation] = [
    *led_until_merged("school-essentials-grant", "2023-01-09"),
    *led_until_merged("free-school-meals", "2023-01-09"),
    *led_until_merged("pre-application-planning", "2023-11-06"),
    *(
        SampleParticipation(
            product, authority, Part.ADOPTER, State.ADOPTED, FIVE_OF_22, committed_on=day - BEFORE, adopted_on=day
        )
        for product in ("school-essentials-grant", "free-school-meals")
        for authority, day in FIVE.items()
    ),
    interested("school-essentials-grant", "W06000002", "2025-10-06"),
    interested("school-essentials-grant", "W06000021", "2026-02-02"),
    interested("free-school-meals", "W06000021", "2026-02-02"),
    SampleParticipation(
        "free-school-meals",
        "W06000022",
        Part.EARLY_ADOPTER,
        State.WITHDRAWN,
        MADE_UP,
        interested_on=datetime.date(2023, 6, 5),
        committed_on=datetime.date(2023, 10, 2),
        withdrawn_on=datetime.date(2024, 8, 5),
    ),
    SampleParticipation("benefits-charter", ALL, Part.ADOPTER, State.ADOPTED, SIGNED),
    SampleParticipation("hwb", ALL, Part.ADOPTER, State.ADOPTED, HWB_USED),
    partner("W06000015", "0.6", "0.4"),
    partner("W06000002", "0.5", "0.5"),
    partner("W06000014", "0.4", "0.2"),
    SampleParticipation(
        "streamlining-benefits",
        "wlga",
        Part.PARTNER,
        State.COMMITTED,
        MADE_UP,
        interested_on=datetime.date(2024, 1, 22),
        committed_on=datetime.date(2024, 6, 3),
        committed_by=datetime.date(2027, 3, 31),
        committed_fte=Decimal("1"),
        given_fte=Decimal("0.4"),
    ),
    SampleParticipation(
        "streamlining-benefits",
        "W06000013",
        Part.EARLY_ADOPTER,
        State.COMMITTED,
        MADE_UP,
        interested_on=datetime.date(2025, 3, 3),
        committed_on=datetime.date(2025, 11, 10),
        committed_by=datetime.date(2026, 9, 30),
        committed_fte=Decimal("0.5"),
        committed_amount=Decimal("20000.00"),
        given_amount=Decimal("5000.00"),
    ),
    interested("streamlining-benefits", "W06000004", "2025-06-09"),
    interested("streamlining-benefits", "W06000016", "2025-06-09"),
    interested("address-look-up", "W06000023", "2026-06-15"),
    interested("address-look-up", "W06000018", "2026-07-06"),
    interested("address-look-up", "dhcw", "2026-09-07"),
    interested("notifications", "W06000006", "2026-09-28"),
    interested("cardiff-admissions", "W06000014", "2025-11-03"),
    interested("cardiff-admissions", "W06000019", "2026-01-12"),
    interested("tfw-school-transport", "W06000005", "2026-03-16"),
    interested("tfw-school-transport", "W06000003", "2026-04-20"),
    interested("tfw-school-transport", "W06000024", "2026-05-11"),
]
